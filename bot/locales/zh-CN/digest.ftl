# 日报和推送
digest-weekday = { $n ->
    [1] 周一
    [2] 周二
    [3] 周三
    [4] 周四
    [5] 周五
    [6] 周六
   *[7] 周日
}
digest-mark = { $mark ->
    [late] (补发)
    [preview] (预览)
   *[none] { "" }
}
digest-title = 📊 日报{ digest-mark } { $date } { $weekday }(截至 { $until })
digest-empty = 📊 日报{ digest-mark } { $date } { $weekday }:没有开单,明天一起加油
digest-missed = { $days } 的日报没能发(我不在线)
digest-total = 团队 { $amount } 元 / { $orders } 单
digest-comparison = 比昨天 { $yesterday },比上{ $weekday } { $last_week }
digest-change = { $amount }({ $percent })
digest-change-far = { $amount }
digest-change-new = (没有单)
digest-more = …另有 { $count } 人开单
digest-opened = 今日开单 { $sold }/{ $expected } 人{ $idle ->
    [0] ,全员开单 🎉
   *[other] ,{ $idle } 人还没开
}{ $away ->
    [0] { "" }
   *[other] ,请假 { $away } 人
}
digest-openers = { $opened }{ $first }
digest-first = { " " }· 首单 { $name } 🎊
digest-idle = 还没开单:{ $names }{ $more ->
    [0] { "" }
   *[other] { " " }等,另有 { $more } 人
}
digest-corrections = 更正 { $count } 条:{ $shown }
digest-corrected = #S{ $number } { $before }→{ $after }
digest-voided = #S{ $number } { $before } 作废
digest-pending = 未含 { $count } 条待确认
digest-internal = 内部数据,请勿外传

digest-tasks-done = ✅ 任务完成 { $done } 项(昨天 { $before } 项){ $best }
digest-tasks-best = { " " }· { $name } 完成 { $count } 项 👏
digest-tasks-counts = 📌 任务:{ $parts }
digest-tasks-count-due = 今天还有 { $count } 项到期
digest-tasks-count-overdue = { $count } 项过期
digest-tasks-count-blocked = { $count } 项卡住
digest-tasks-more = { $more ->
    [0] { "" }
   *[other] { " " }等,另有 { $more } 项
}
digest-tasks-due = 📌 今天还要完成 { $count } 项:{ $tasks }{ digest-tasks-more }
digest-tasks-overdue = ⏳ 过期 { $count } 项:{ $tasks }{ digest-tasks-more }
digest-tasks-blocked = ⛔ 卡住 { $count } 项:{ $tasks }{ digest-tasks-more }
digest-tasks-unowned = 🙋 无人负责 { $count } 项:{ $tasks }{ digest-tasks-more }(回“认领 T{ $first }”)
digest-tasks-doubles = 👯 可能重复 { $count } 处:{ $shown }
digest-duties-unheld = 🧩 没人管的职责:{ $names }(发“职责”看)
digest-double = T{ $one } 和 T{ $other }{ $alike ->
    [1] { $customer }(很像)
   *[0] (客户 { $customer })
}
digest-task = T{ $number } { $title }{ $owners ->
    [0] { "" }
   *[other] ({ $who })
}

digest-decision = M{ $number } { $words }
digest-decided = 📝 新决议 { $count } 条:{ $shown }{ $more ->
    [0] { "" }
   *[other] { " " }等
}
digest-decided-count = 📝 新决议 { $count } 条
digest-meeting-task = T{ $number } { $title }
digest-meeting-due = 🗓 会上定的今天到期 { $count } 项:{ $shown }{ $more ->
    [0] { "" }
   *[other] { " " }等
}
digest-meeting-due-count = 🗓 会上定的今天到期 { $count } 项
digest-meetings = 🎯 { $parts }
digest-meetings-goals = 会议有效率 近{ $count }次 { $percent }%(达成{ $met } 部分{ $partly } 否{ $missed })
digest-meetings-actions = 会上行动完成 { $done }/{ $actions }
digest-learned = 💡 { $first ->
    [1] 本周经验 { "" }
   *[0] { "" }
}#X{ $number } { $name }:{ $words }{ $thanks ->
    [0] { "" }
   *[other] { " " }👍{ $thanks }
}

digest-kind = { $kind ->
    [week] 周报
    [month] 月报
   *[day] 日报
}
digest-every-day = 每天 { $when }
digest-every-week = 每{ $weekday } { $when }
digest-every-month = 每月{ $day ->
    [31] 最后一天
   *[other] { $day }号
} { $when }{ $rare ->
    [1] (没有 { $day }号的月份用最后一天)
   *[0] { "" }
}
digest-planned = 好,{ $when } { $reach }
digest-reach = { $people ->
    [0] 没有人可私发
   *[other] 私发 { $who }
}{ $group ->
    [0] { "" }
   *[other] ,也发到群里
}{ $picture ->
    [0] { "" }
   *[other] ,带图
}{ $excluded ->
    [0] { "" }
   *[other] ;排除 { $without }
}
digest-first-one = 第一份 { $date } { $weekday }发,讲 { $span }
digest-starts = { $day ->
    [today] 今天就发第一份
   *[tomorrow] 从明天开始
}
digest-early = { $when } 发的日报只含当天零点到那时的单;想要全天的,改到晚上
digest-list = ⏰ 定时推送
digest-planned-line = { digest-kind }:{ $when } { $reach }(下次 { $date } { $weekday })
digest-none-planned = 还没有定时推送。比如:推送 日报 21:30,推送 周报 周一9点 群
digest-off = 好,{ digest-kind }不再推送。要看随时发“{ digest-show }”。
digest-not-planned = { digest-kind }本来就没有推送。要开:{ digest-right }
digest-which-off = 要停哪一个?比如:推送 关 周报
digest-right = { $kind ->
    [week] 推送 周报 周一9点 @经理 群
    [month] 推送 月报 1号 9:00 @经理 图
   *[day] 推送 日报 21:30 @经理 群
}
digest-show = { $kind ->
    [week] 周报 预览
    [month] 月报 预览
   *[day] 日报 预览
}
digest-when = 还要说几点。比如:推送 日报 21:30 @经理 群
digest-word-unknown = “{ $word }”没看懂:不是成员,也不是时间。比如:{ digest-right }
digest-one-at-a-time = 一次排一种。比如先发:推送 周报 周一9点,再发:推送 月报 1号 9:00
digest-not-that-day-day = 日报每天都发,只说几点。比如:推送 日报 21:30
digest-not-that-day-week = 周报要说星期几。比如:推送 周报 周一9点
digest-not-that-day-month = 月报要说几号。比如:推送 月报 1号 9:00,推送 月报 月底 21:00
digest-preview-unknown = “{ $word }”没看懂。比如:{ $kind ->
    [week] 周报 预览 上周
    [month] 月报 预览 上月
   *[day] 日报 预览
}
digest-not-yet = 还没到,先看这个:{ $kind ->
    [month] 月报 预览
   *[other] 周报 预览
}

digest-help-push = 定时发日报、周报、月报
digest-usage-push = 推送 日报 21:30;推送 周报 周一9点;推送 月报 1号 9:00;后面可加 @谁、群、图、排除 @谁。推送 列表;推送 关 周报
digest-example-push = 推送 周报 周一9点 群
digest-help-digest = 现在看日报、周报、月报
digest-usage-digest = 日报 预览;周报 预览 [上周];月报 预览 [上月]
digest-example-digest = 周报 预览
