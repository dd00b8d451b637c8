# Me, and my day.
mine-title = 📋 { $name } · { $role }{ $trade }
mine-trade = { " " }· { $trade }
mine-duties = Duties: { $duties }
mine-duty = { $name }{ $backup ->
    [0] { "" }
   *[1] { " " }(backup)
}
mine-more = { $more ->
    [0] { "" }
   *[other] { " " }and { $more } more
}
mine-due = 📌 Due today { $count }: { $items }{ mine-more }
mine-overdue = ⏳ Overdue { $count }: { $items }{ mine-more }
mine-accept = 👀 For you to accept { $count }: { $items }{ mine-more }
mine-hand = 🔨 In hand { $count }: { $items }{ mine-more }
mine-waiting = 📨 Handed in { $count }: { $items }{ mine-more }
mine-promises-due = 🤝 Promised, due now { $count }: { $items }{ mine-more }
mine-promises = 🤝 Promised { $count }: { $items }{ mine-more }
mine-item = T{ $number } { $title }{ $when }
mine-when = { " " }({ $when })
mine-nothing-due = Nothing is due today 🎉
mine-goal = 🎯 Goal for { $span } { $target }: { $standing }
mine-next = 📅 Next: { $when } { $title } #{ $letter }{ $number }
mine-appointments = 📅 Today: { $items }{ mine-more }
mine-appointment = { $all_day ->
    [0] { $at } { $title }
   *[1] { $title } (all day)
}
mine-sales = 💰 Today { $day } · month { $month }
mine-kept = Promises kept { $percent }% ({ $kept }/{ $over }, only you see this)
mine-note = Send me “/me” in private for everything
mine-only-own = “/me” is about yourself; send just: /me

mine-day-title = ☀️ { $name }: { $date }
mine-day-free = ☀️ { $name }: { $date }. Nothing is pressing, take your own pace.
mine-day-private = Send me “/my_day” in private for everything
mine-day-offer = To get it in private each morning: /my_day on 8:30
mine-day-on = Your day comes in private at { $when } each day, first { $first }. To end it: /my_day off
mine-day-off = Your day is no longer sent. To see it at any time: /my_day
mine-day-off-already = It is not sent at any time. To get it each day: /my_day on 8:30
mine-away = 🌴 On leave today: { $who }
mine-away-who = { $name } ({ $duties })

mine-help-me = your tasks, goals and sales
mine-usage-me = /me
mine-example-me = /me
mine-help-my-day = your day, now or each morning
mine-usage-my-day = /my_day [on|off] [time]
mine-example-my-day =
    /my_day
    /my_day on 8:30
    /my_day off
