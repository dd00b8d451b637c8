# 会议纪要
minutes-head = #M{ $number } { $title }
minutes-kind = { $kind ->
    [decision] 决议
    [action] 行动
    [data] 数据
    [comment] 补充
   *[open] 未尽
}
minutes-said = { minutes-kind }{ minutes-said-task } { $words }{ minutes-said-who }{ minutes-said-due }
minutes-said-task = { $task ->
    [0] { "" }
   *[other] { minutes-said-done }#T{ $task }
}
minutes-said-done = { $done ->
    [0] { " " }
   *[other] { " " }✅
}
minutes-said-who = { $named ->
    [0] { "" }
   *[other] { " " }{ $who }
}
minutes-said-due = { $dated ->
    [0] { "" }
   *[other] { " " }{ $due }
}
minutes-line = { $n }. { $said }
minutes-page = 共 { $all } 条,第 { $page }/{ $pages } 页,看别页:纪要 M{ $number } 第2页
minutes-goal = { $reached ->
    [1] 🎯 目标:达成
    [2] 🎯 目标:达成一部分
   *[3] 🎯 目标:没达成
}
minutes-nothing = 没定

minutes-draft = { $version ->
    [1] 📝 { $head } 纪要草稿
   *[other] 📝 { $head } 纪要草稿(第 { $version } 版)
}
minutes-draft-how = 确认 / 改{ $n } 周六 / 删{ $n } / 加 …
minutes-draft-empty = 现在是空的。加一条:加 决议:618主推套盒
minutes-draft-old = 这份草稿放了一天多,再看一眼。要发:确认 M{ $number }
minutes-draft-gone = 这份草稿刚才已经发了或放弃了。发“纪要”看现在的。
minutes-discarded = 🗑 { $head } 的草稿不要了,没有发出去。
minutes-left = { $count ->
    [1] 没归进去:{ $words }。要写上:加 …
   *[other] 有 { $count } 句没归进去:{ $words } 等。要写上:加 …
}
minutes-others = { $who }也在写这场的纪要。先确认的是第 1 版,后确认的接在后面。
minutes-overtaken = { $who }刚发了第 { $version } 版,你的接在它后面,一条没丢。看好了再“确认”。
minutes-waiting = { $who }还有草稿没发,确认时会接在这一版后面。
minutes-struck = 删了 { $lines },要回来:找回{ $n }
minutes-reread = 按你改过的消息重读了一遍。

minutes-doubt-nobody = ❓{ $n } “{ $what }”谁来做?例:改{ $n } @名字
minutes-doubt-kind = ❓{ $n } “{ $what }”先记成数据。是决议就发:改{ $n } 决议
minutes-doubt-stranger = ❓{ $n } 团队里没有“{ $word }”,谁来做?例:改{ $n } @名字
minutes-doubt-either = ❓{ $n } { $word },到底谁做?例:改{ $n } @名字
minutes-doubt-same = ❓{ $n } 有几个“{ $word }”,是哪一位?例:改{ $n } @名字
minutes-doubt-left = ❓{ $n } { $word } 已经不在团队,谁来做?例:改{ $n } @名字
minutes-doubt-no-such-day = ❓{ $n } 没有“{ $word }”这一天,哪天?例:改{ $n } 周六
minutes-doubt-no-such-time = ❓{ $n } 没有“{ $word }”这个钟点,几点?例:改{ $n } 周六18点
minutes-doubt-disagree = ❓{ $n } “{ $word }”日子和星期对不上,哪天?例:改{ $n } 周六
minutes-doubt-past = ❓{ $n } “{ $word }”已经过了,改到哪天?例:改{ $n } 周六
minutes-doubt-backwards = ❓{ $n } “{ $word }”起止反了,哪天?例:改{ $n } 周六
minutes-doubt-too-far = ❓{ $n } “{ $word }”太远了,哪天?例:改{ $n } 周六
minutes-doubt-ambiguous = ❓{ $n } “{ $word }”有两种读法,哪天?例:改{ $n } 周六
minutes-doubt-vague = ❓{ $n } “{ $word }”是哪天?例:改{ $n } 周六
minutes-doubts-more = 还有 { $count } 处没弄清

minutes-posted = { $standing ->
    [1] { $version ->
        [1] 📋 { $head } 纪要
       *[other] 📋 { $head } 纪要 v{ $version }
    }
   *[other] 📋 { $head } 纪要 v{ $version }(旧版)
}
minutes-posted-how = 要改:回复这条,或发“纪要 M{ $number } 改 { $n } …”
minutes-nobody = 还没定人:{ $lines }
minutes-no-date = 还没定日期:{ $lines }
minutes-changed = 📋 { $head } 纪要 v{ $version },改动:
minutes-changed-how = 全文:纪要 M{ $number }
minutes-more = 另有 { $count } 处改动,全文:纪要 M{ $number }
minutes-diff = { minutes-kind }{ $n }{ minutes-said-task } { $what }:{ $parts }
minutes-was-now = { $was } → { $now }
minutes-diff-new = 新增 { $line }
minutes-diff-gone = { $task ->
    [0] 去掉 { $said }
   *[other] 去掉 { $said }(任务取消)
}
minutes-unmoved = { $why ->
    [past] #T{ $number } 的新日期已经过了,任务没动
   *[ended] #T{ $number } 已经结束,任务没动
}
minutes-group-told = 群里也会发一份
minutes-comment = 💬 { $name }(补充):{ $words }
minutes-comment-kept = 💬 记在 { $head } 的纪要下了
minutes-comment-gone = 补充从 { $head } 的纪要下拿掉了

minutes-begin = 📝 { $head } 还没有纪要
minutes-begin-how = 回复这条写就行,分条或大白话都可以,例:
minutes-begin-example = 1.618主推套盒 2.@名字 周五前出3版文案
minutes-so-far = 📝 { $head } 记了 { $count } 条,会还在开
minutes-so-far-how = 散会后再发“纪要”,这些会先放进草稿
minutes-no-meeting = 还没开过会。把这段记成一场新会议的纪要吗?
minutes-no-meeting-how = 也可以带上会名:纪要 新会 618冲刺会:1.主推套盒 …
minutes-untitled = { $day } 的会
minutes-list = 📋 最近的纪要
minutes-listed = { $head } { $day } v{ $version },{ $lines } 条
minutes-found = { $more ->
    [0] 🔎 纪要里的“{ $words }”,{ $count } 条
   *[other] 🔎 纪要里的“{ $words }”,最近 { $count } 条
}
minutes-hit = M{ $number } { $day } { minutes-hit-kind }:{ $words }{ minutes-hit-task }
minutes-hit-kind = { $kind ->
    [comment] { $name }补充
   *[other] { minutes-kind }
}
minutes-hit-task = { $task ->
    [0] { "" }
   *[other] { " " }#T{ $task }
}
minutes-found-how = 看全文:纪要 M{ $number }
minutes-not-found = 🔎 纪要里没有“{ $words }”

minutes-button-confirm = 确认
minutes-button-discard = 放弃
minutes-button-new = 记成新会议
minutes-button-into = 写进 M{ $number } 的纪要
minutes-button-next = 出新版
minutes-button-keep = 留着
minutes-button-strike = 删掉

minutes-recalled = { $posted ->
    [0] 消息撤回了。{ $head } 草稿里来自它的几条要删吗?
   *[other] 消息撤回了。{ $head } 纪要里来自它的几条要在新版里删吗?
}
minutes-recalled-line = { $n }. { $words }
minutes-edited-late = { $head } 的纪要 v{ $version } 已经发了。按改过的消息出新版草稿吗?

minutes-file = 📎 { $head } 纪要 v{ $version }
minutes-file-title = { $head } 会议纪要 · { $day } · v{ $version }
minutes-file-goal = 会议目标:{ $goal }
minutes-file-comments = 成员补充
minutes-file-kinds = 能导出 md 和 docx 两种。例:纪要 M12 导出 docx
minutes-file-raw = 原文

minutes-cancelled = M{ $number } 取消了,不用写纪要。开的是别的会:纪要 新会 618冲刺会:1.主推套盒 …
minutes-long = 一份纪要最多 { $most } 条,太长了。先确认这些,剩下的写到下一版。
minutes-empty = 草稿是空的。先加一条:加 决议:618主推套盒
minutes-no-line = 没有第 { $n } 条,最后一条是 { $last }。例:改{ $last } 周六
minutes-same = M{ $number } 的纪要没有改动,不用再发。要改:改1 …
minutes-no-draft = 你手上没有纪要草稿。写一份:纪要 1.618主推套盒 2.@名字 周五前出文案
minutes-no-draft-of = M{ $number } 还没有草稿。写一份:纪要 M{ $number } 1.618主推套盒 …
minutes-not-your-draft = M{ $number } 这份草稿是{ $who }的,由{ $who }确认。你要写:纪要 M{ $number } …
minutes-posted-already = M{ $number } 的纪要 v{ $version } 已经发了。要改:纪要 M{ $number } 改 1 …
minutes-not-posted = M{ $number } 的纪要还没发,确认以后才能导出。
minutes-no-version = M{ $number } 没有 v{ $version }。看现在的:纪要 M{ $number }
minutes-not-yours = M{ $number } 的纪要由主持人和团长写:{ $who }。你的话可以补充:回复纪要就行
minutes-not-yet = M{ $number } 还没有纪要,等{ $who }写好会发出来。
minutes-new-lead = 新会议的纪要由团长以上写:{ $who }
minutes-none = 还没有纪要。开过会就写:纪要 新会 618冲刺会:1.主推套盒 2.@名字 周五前出文案
minutes-no-owner = 第 { $n } 条是{ minutes-kind },没有人和日期。要派人:改{ $n } 行动 @名字 周六
minutes-who = 团队里没有“{ $name }”。发“成员”看名字,例:改2 @名字 周六
minutes-date = { $why ->
    [past] 这个时间已经过了。
    [no_such_day] 没有这一天。
    [no_such_time] 没有这个钟点。
    [ambiguous] 日期有两种读法。
    [backwards] 起止反了。
    [disagree] 日子和星期对不上。
   *[other] 这个日期说不准。
}例:改{ $n } 周六
minutes-step-how = 写法:确认、改2 周六、删3、找回3、加 决议:618主推套盒、放弃

minutes-help-minutes = 写、看、搜、导出会议纪要
minutes-usage-minutes = 纪要 [M12] 内容|关键词|导出|第2版;纪要 新会 会名:内容
minutes-example-minutes = 纪要 M12 1.618主推套盒 2.@名字 周五前出3版文案
minutes-help-confirm = 发出自己的纪要草稿
minutes-usage-confirm = 确认 [M12]
minutes-example-confirm = 确认 M12
minutes-help-amend = 改纪要草稿的一条:人、日期、类别或文字
minutes-usage-amend = 改 [M12] 2 @名字 周六
minutes-example-amend = 改 M12 2 @名字 周六
minutes-help-delete = 删纪要草稿的几条
minutes-usage-delete = 删 [M12] 3 4
minutes-example-delete = 删 M12 3
minutes-help-bring-back = 把草稿里删掉的拿回来
minutes-usage-bring-back = 找回 [M12] 3
minutes-example-bring-back = 找回 M12 3
minutes-help-add = 往纪要草稿里加
minutes-usage-add = 加 [M12] 内容
minutes-example-add = 加 M12 决议:618主推套盒
minutes-help-discard = 不要自己的纪要草稿了
minutes-usage-discard = 放弃 [M12]
minutes-example-discard = 放弃 M12
