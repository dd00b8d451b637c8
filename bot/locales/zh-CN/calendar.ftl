# 日程和日历
calendar-booked = 📅 #A{ $number } { $title }
calendar-moved = 📅 #A{ $number } { $title } 改期了
calendar-moved-same = 📅 #A{ $number } { $title } 本来就是这个时间
calendar-cancelled = { $has_reason ->
    [0] 🗑 #A{ $number } { $title } 取消了
   *[other] 🗑 #A{ $number } { $title } 取消了({ $reason })
}
calendar-told = { $who }:{ $what }
calendar-group-told = 群里也会说一声
calendar-details = { $has_place ->
    [0] { $when } · { $who }
   *[other] { $when } · { $who } · { $place }
}
calendar-everybody = 全队
calendar-people = { $more ->
    [0] { $names }
   *[other] { $names } 等另外 { $more } 人
}
calendar-all-day = { $when } 全天
calendar-whole-day = 全天
calendar-hours = { $first }~{ $last }
calendar-clock = { $at }
calendar-button-cancel = 取消日程
calendar-button-more = 下一页

calendar-clashes = { $more ->
    [0] ⚠️ 时间撞了:{ $found }
   *[other] ⚠️ 时间撞了:{ $found },另有 { $more } 处
}
calendar-clash = { $named ->
    [0] #A{ $number } { $title }({ $when })
   *[other] #A{ $number } { $title }({ $when },{ $names })
}
calendar-clash-meeting = { $named ->
    [0] #M{ $number } { $title }({ $when })
   *[other] #M{ $number } { $title }({ $when },{ $names })
}
calendar-line-meeting = { $when } 👥 { $title } #M{ $number }{ calendar-line-again }
calendar-clash-hidden = { $names }另有安排({ $when })
calendar-away = { $more ->
    [0] 🏖 请假:{ $names }
   *[other] 🏖 请假:{ $names } 等另外 { $more } 人
}
calendar-away-on = { $name }({ $day })

calendar-span = { $named ->
    [0] { $span }
   *[other] { $span } · { $names }
}
calendar-coming = 接下来 { $days } 天
calendar-list = 🗓 { $span },{ $count } 项
calendar-list-empty = 🗓 { $span }没有安排。约一个:日程 周四20:00 新品培训
calendar-list-more = …另有 { $count } 项,后面加“第{ $page }页”接着看
calendar-line = { $when } { $title }{ calendar-line-who } #A{ $number }{ calendar-line-again }{ calendar-line-clash }{ calendar-line-away }
calendar-line-who = { $everybody ->
    [0] ({ $who })
   *[other] { "" }
}
calendar-line-again = { $again ->
    [0] { "" }
   *[other] { " " }🔁
}
calendar-line-clash = { $clash ->
    [0] { "" }
   *[other] { " " }⚠️撞
}
calendar-line-away = { $absent ->
    [0] { "" }
   *[other] { " " }🏖{ $away }
}
calendar-line-task = { $when } ⏰ { $title } #T{ $number }
calendar-shown = { $state ->
    [planned] 📅 #A{ $number } { $title }
   *[cancelled] 📅 #A{ $number } { $title }(已取消)
}
calendar-next = 下一次:{ $when }
calendar-by = { $name } 约的

calendar-remind = { $kind ->
    [day] ⏰ 今天:{ $title } #A{ $number }
    [soon] ⏰ 还有 { $minutes } 分钟:{ $title } #A{ $number }
   *[later] ⏰ 别忘了:{ $title } #A{ $number }
}

calendar-file = 📎 你的日历,{ $count } 项
calendar-file-how = 点开就能放进手机日历;以后再发“日历”,改过的会更新,不会重复。
calendar-file-sent = 日历私聊发给你了。
calendar-file-empty = 你还没有日程和带截止的任务。约一个:日程 周四20:00 新品培训
calendar-file-unreachable = 我没法私聊你,日历发不出去。先私聊我说一句话,再发“日历”。

calendar-no-date = 哪天几点?例:日程 周四20:00 新品培训
calendar-no-title = 时间有了,还差一个名字。例:日程 周四20:00 新品培训
calendar-title-long = 名字太长了({ $length } 个字),{ $most } 个字以内就行。例:日程 周四20:00 新品培训
calendar-place-long = 地点太长了({ $length } 个字),{ $most } 个字以内就行。例:日程 周四20:00 培训 地点:二楼
calendar-bad-span = 起止不对:结束在开始前面,或者超过 { $most } 天。例:日程 6/20-6/22 展会
calendar-which-hour = 几点?写上钟点就行。例:日程 周四20:00 { $title }
calendar-date-example = 写个日子和钟点就行,例:周四20:00
calendar-deadline = “前”说的是截止,日程要一个时间。
calendar-who = 团队里没有“{ $name }”。发“成员”看名字,例:日程 周四20:00 培训 @阿芳
calendar-not-found = 没有日程 #A{ $number }。发“日程”看全部。
calendar-not-yours = #A{ $number } 只有约的人和团长以上能改:{ $who }
calendar-cancelled-already = #A{ $number } { $title } 已经取消了。
calendar-changed-meanwhile = #A{ $number } 刚刚被别人改了,发 A{ $number } 看看再改。
calendar-cancel-what = 取消哪一个?带上编号,例:取消 A2
calendar-move-what = 改哪一个、改到什么时候?例:改期 A2 周五19:00
calendar-move-when = 改到什么时候?例:改期 A{ $number } 周五19:00
calendar-move-series = #A{ $number } 是重复的,请写新的规律。例:改期 A{ $number } 每周四20:00
calendar-cancel-all = #A{ $number } { $title } 是重复的,只能整个取消。以后每次都取消吗?
calendar-move-all = #A{ $number } 是重复的,以后每次都改成{ $every }吗?

calendar-help-event = 约时间、看日程
calendar-usage-event = 日程 时间 名字 [@人] [地点:哪里];日程 [今天|本周|6月|@人]
calendar-example-event = 日程 周四20:00-21:30 新品培训 @阿芳 地点:二楼
calendar-help-reschedule = 给日程改时间
calendar-usage-reschedule = 改期 A2 新时间(或回复那张卡片)
calendar-example-reschedule = 改期 A2 周五19:00
calendar-help-cancel = 取消日程
calendar-usage-cancel = 取消 A2(或回复那张卡片)
calendar-example-cancel = 取消 A2
calendar-help-ics = 把日程和截止放进手机日历
calendar-usage-ics = 日历
calendar-example-ics = 日历
