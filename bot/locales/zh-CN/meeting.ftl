# 会议
meeting-head = #M{ $number } { $title }
meeting-when-again = { $when } 🔁{ $every }
meeting-everybody = 全队
meeting-people = { $more ->
    [0] { $names }
   *[other] { $names } 等另外 { $more } 人
}
meeting-facts = { $who } · 主持 { $lead }{ meeting-facts-place }{ meeting-facts-quorum }
meeting-facts-place = { $has_place ->
    [0] { "" }
   *[other] { " " }· { $place }
}
meeting-facts-quorum = { $quorum ->
    [0] { "" }
   *[other] { " " }· 满 { $quorum } 人算数
}
meeting-goal = 🎯 { $goal }
meeting-no-goal = 🎯 还没定目标。例:会议目标 M{ $number } 定主推和价格
meeting-way-in = 🔗{ meeting-way-code }{ meeting-way-passcode }{ meeting-way-link }
meeting-way-code = { $has_code ->
    [0] { "" }
   *[other] { " " }会议号 { $code }
}
meeting-way-passcode = { $has_passcode ->
    [0] { "" }
   *[other] { " " }密码 { $passcode }
}
meeting-way-link = { $has_link ->
    [0] { "" }
   *[other] { " " }{ $link }
}
meeting-agenda = 📋 议程 { $agenda } 项
meeting-counts = 📋 议程 { $agenda } 项 · 已交汇报 { $reports } 份
meeting-away = 🌴 请假:{ $names }

meeting-planned = 📅 { $head } { $when }
meeting-known = 📅 { $head } 已经有了 { $when }
meeting-news = { $state ->
    [cancelled] 🗑 { $head } 取消了
   *[other] { $changed ->
        [0] 📅 { $head }
       *[other] 📅 { $head } 有变动
    }
}
meeting-group-told = 群里也会说一声
meeting-button-undo = 撤销
meeting-button-cancel = 取消
meeting-button-hold = 照开
meeting-button-once = 只这次
meeting-button-all = 以后都不要
meeting-button-every = 以后都改
meeting-button-come = 又能来了

meeting-next = ⏭ 下一次 #M{ $number } { $when }{ $skipped ->
    [0] { "" }
   *[other] ({ $holidays })
}
meeting-holidays = { $more ->
    [0] { $days } 是节假日,顺到 { $day }
   *[other] { $days } 等 { $more } 天是节假日,顺到 { $day }
}
meeting-clashes = { $more ->
    [0] ⚠️ 时间撞了:{ $found }
   *[other] ⚠️ 时间撞了:{ $found },另有 { $more } 处
}
meeting-clash = { $named ->
    [0] { $what }({ $when })
   *[other] { $what }({ $when },{ $names })
}
meeting-clash-event = #A{ $number } { $title }
meeting-clash-hidden = { $names }另有安排({ $when })

meeting-list = 📅 接下来的会,{ $count } 场
meeting-list-line = { $when } { $title } #M{ $number }{ $again ->
    [0] { "" }
   *[other] { " " }🔁
}{ $state ->
    [open] { " " }(正在开)
   *[other] { "" }
}
meeting-list-empty = 📅 没有安排会。约一个:会议 每周三20:00 周会
meeting-list-more = …另有 { $count } 场
meeting-list-note = 发编号看一场,例:M1
meeting-shown = { $state ->
    [open] 📅 { $head }(正在开)
    [closed] 📅 { $head }(开完了)
    [cancelled] 📅 { $head }(已取消)
    [missed] 📅 { $head }(没开)
   *[planned] 📅 { $head }
}

meeting-goal-set = 🎯 { $head } 的目标
meeting-moved = 📅 { $head } 改到 { $when }
meeting-moved-same = 📅 { $head } 本来就是 { $when }
meeting-moved-open = 正在开的会停在这里,议程、汇报、记录都留着,到时接着开。
meeting-because = 原因:{ $reason }
meeting-series-stays = 只改这一次,之后照旧,再下一次 { $when }
meeting-cancelled = 🗑 { $head } { $series ->
    [0] { $when } 取消了
   *[other] 这个系列都取消了
}{ $has_reason ->
    [0] { "" }
   *[other] ({ $reason })
}
meeting-ask-series = { $head } 是重复的,取消哪些?
meeting-undone = { $verb ->
    [create] ↩️ { $head } 撤销了,当没约
    [cancel] ↩️ { $head } 又照开了
    [move] ↩️ { $head } 改回原来的时间
    [goal] ↩️ { $head } 的目标改回去了
    [link] ↩️ { $head } 的会议号拿掉了
   *[other] ↩️ { $head } 改回去了
}

meeting-excused = 🌴 { $name }这次不来 { $head }{ $has_reason ->
    [0] { "" }
   *[other] ({ $reason })
}
meeting-leave-days = 只记了这场会;要请整天的假发:请假 明天
meeting-comes = 好,{ $name }来 { $head }
meeting-comes-anyway = 好,{ $name }本来就没请 { $head } 的假

meeting-remind = { $kind ->
    [soon] ⏰ { $head } 还有 { $minutes } 分钟
   *[other] ⏰ 别忘了 { $head }
}
meeting-no-aim = { $head } { $when },还没有目标也没有议程,取消?
meeting-no-aim-how = 照开的话定个目标更省时间:会议目标 M{ $number } 定主推和价格
meeting-missed = { $head } { $when } 没有记到开会,先记成没开
meeting-missed-how = 其实开过了?发:纪要 M{ $number } 加上内容就行

meeting-not-found = 没有 M{ $number } 这个会。发“会议 列表”看看。
meeting-no-title = 开什么会?例:会议 明晚8点 618冲刺会 目标:定主推和价格
meeting-title-long = 会议名有 { $length } 个字,最多 { $most } 个
meeting-no-date = 哪天几点开?例:会议 明晚8点 618冲刺会
meeting-which-hour = 几点开?写上钟点就行。例:会议 周四20:00 { $title }
meeting-goal-long = 目标有 { $length } 个字,{ $most } 个字以内就行。例:会议 明晚8点 冲刺会 目标:定主推
meeting-bad-length = 会最短 { $least } 分钟,最长 { $most } 小时。例:会议 明晚8点 冲刺会 时长 40分钟
meeting-deadline = “前”说的是截止,开会要一个时间。
meeting-date-example = 写个日子和钟点就行,例:周四20:00
meeting-no-turn = 这样重复的会一次也排不出来。例:会议 每周三20:00 周会
meeting-who = 团队里没有“{ $name }”。发“成员”看名字,例:会议 周四20:00 对账 @阿芳
meeting-not-yours = #M{ $number } 只有约的人、主持和团长以上能改:{ $who }
meeting-not-now = #M{ $number } { $title } { $state ->
    [open] 正在开,要结束发“散会”。
    [closed] 已经开完了。
    [cancelled] 已经取消了。
    [missed] 没开,已经过去了。
   *[planned] 还没开。
}
meeting-changed = #M{ $number } 刚刚被别人改了,发 M{ $number } 看看再改。
meeting-undo-nothing = #M{ $number } 没有可以撤销的。
meeting-undo-late = #M{ $number } 的时间已经过了,撤销不了。改个时间就行,例:改期 M{ $number } 周五20:00
meeting-other-open = #M{ $other } 正在开,#M{ $number } 先不能接着开。散会以后再撤销。
meeting-edited = { $head } 已经按原来那条约好了,没跟着改。改时间发:改期 M{ $number } 周五20:00;不开了就取消。
meeting-recalled = 撤回的那条约了 { $head },会还开吗?
meeting-which = 哪一场会?带上编号,例:取消 M12,改期 M12 周五20:00
meeting-goal-what = 目标是什么?例:会议目标 M{ $number } 定主推和价格
meeting-goal-which = 哪一场会的目标?例:会议目标 M12 定主推和价格
meeting-move-when = 改到哪天几点?例:改期 M{ $number } 周五20:00
meeting-not-invited = { $name }不在 #M{ $number } 的名单里,不用请假。
meeting-only-own = 给{ $name }请 #M{ $number } 的假,要本人、主持或团长来说。
meeting-one-person = 一次给一个人请。例:请假 M{ $number } @阿芳 见客户
meeting-on-leave = { $name }那天整天请了假;要来开 #M{ $number },先发“销假”。

meeting-help-meeting = 约会议、看会议
meeting-usage-meeting =
    会议 时间 名字 [目标:…] [@人] [时长 40分钟] [地点:…] [法定 5] [主持 @人];会议 列表
    腾讯会议、飞书、钉钉、Zoom 的邀请粘贴进来就行;不来:请假 M12 原因
meeting-example-meeting =
    会议 每周三20:00 周会
    会议 明晚8点 618冲刺会 目标:定主推和价格
meeting-help-meeting-goal = 定会议的目标
meeting-usage-meeting-goal = 会议目标 M12 目标(或回复那张卡片)
meeting-example-meeting-goal = 会议目标 M12 定下618主推和价格
meeting-help-reschedule = 给会议改时间
meeting-usage-reschedule = 改期 M12 新时间(或回复那张卡片)
meeting-example-reschedule = 改期 M12 周五20:00
meeting-help-cancel = 取消会议
meeting-usage-cancel = 取消 M12 [原因](或回复那张卡片)
meeting-example-cancel = 取消 M12 老板出差

meeting-button-move = 改期
meeting-button-new = 另一场会
meeting-button-plan = 记下
meeting-button-no = 不用
meeting-pasted-past = 这个会 { $when } 已经过了,没记。
meeting-pasted-moved = { $head } 已经约在 { $before },改到 { $after } 吗?
meeting-pasted-plan = 📅 { $title } { $when },记成会议吗?
meeting-pasted-when = 会议号收到了,什么时候开?
meeting-pasted-how = 例:会议 明晚8点 周会,再把邀请发一次
meeting-pasted-which = 这个会议号是哪一场的?
meeting-pasted-for = { $head } { $when }
meeting-way-kept = 🔗 { $head } { $when } 记上了
meeting-link-what = 链接或会议号是什么?例:会议链接 M{ $number } 675-392-234
meeting-help-meeting-link = 给会议记链接、会议号
meeting-usage-meeting-link = 会议链接 M12 链接或会议号(或回复那张卡片)
meeting-example-meeting-link = 会议链接 M12 675-392-234
