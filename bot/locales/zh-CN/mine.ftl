# 我的、我的一天
mine-title = 📋 { $name } · { $role }{ $trade }
mine-trade = { " " }· { $trade }
mine-duties = 职责:{ $duties }
mine-duty = { $name }{ $backup ->
    [0] { "" }
   *[1] (备岗)
}
mine-more = { $more ->
    [0] { "" }
   *[other] { " " }等,另有 { $more } 项
}
mine-due = 📌 今天到期 { $count }:{ $items }{ mine-more }
mine-overdue = ⏳ 过期了 { $count }:{ $items }{ mine-more }
mine-accept = 👀 等你验收 { $count }:{ $items }{ mine-more }
mine-hand = 🔨 手头 { $count }:{ $items }{ mine-more }
mine-waiting = 📨 已交,等验收 { $count }:{ $items }{ mine-more }
mine-promises-due = 🤝 答应了,该兑现 { $count }:{ $items }{ mine-more }
mine-promises = 🤝 答应的 { $count }:{ $items }{ mine-more }
mine-item = T{ $number } { $title }{ $when }
mine-when = ({ $when })
mine-nothing-due = 今天没有到期的任务 🎉
mine-goal = 🎯 { $span }目标 { $target }:{ $standing }
mine-next = 📅 下个约:{ $when } { $title } #{ $letter }{ $number }
mine-appointments = 📅 今天的约:{ $items }{ mine-more }
mine-appointment = { $all_day ->
    [0] { $at } { $title }
   *[1] { $title }(全天)
}
mine-sales = 💰 今日 { $day } · 本月 { $month }
mine-kept = 说到做到 { $percent }%({ $kept }/{ $over },只有你看得到)
mine-note = 私聊我发“我的”看全部
mine-only-own = “我的”只看自己的,直接发就行,比如:我的

mine-day-title = ☀️ { $name }的一天 { $date }
mine-day-free = ☀️ { $name }的一天 { $date }:没有要赶的事,按自己的节奏来
mine-day-private = 私聊我发“我的一天”看全部
mine-day-offer = 每天早上私聊发给你:我的一天 开 8:30
mine-day-on = 好,每天 { $when } 私聊发你的一天,第一份 { $first }。不要了发“我的一天 关”。
mine-day-off = 好,不再发你的一天。要看随时发“我的一天”。
mine-day-off-already = 本来就没有定时发。要开:我的一天 开 8:30
mine-away = 🌴 今天请假:{ $who }
mine-away-who = { $name }({ $duties })

mine-help-me = 看自己的任务、目标和业绩
mine-usage-me = 我的
mine-example-me = 我的
mine-help-my-day = 看今天,或每天定时发
mine-usage-my-day = 我的一天 [开|关] [几点]
mine-example-my-day =
    我的一天
    我的一天 开 8:30
    我的一天 关
