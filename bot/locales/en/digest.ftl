# The digest and when it goes out.
digest-weekday = { $n ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
}
digest-mark = { $mark ->
    [late] { " " }(late)
    [preview] { " " }(preview)
   *[none] { "" }
}
digest-title = 📊 Digest{ digest-mark } { $date } { $weekday } (as of { $until })
digest-empty = 📊 Digest{ digest-mark } { $date } { $weekday }: no orders today
digest-missed = Not sent, I was offline: { $days }
digest-total = Team ¥{ $amount } / { $orders ->
    [one] 1 order
   *[other] { $orders } orders
}
digest-comparison = Against yesterday { $yesterday }, last { $weekday } { $last_week }
digest-change = { $amount } ({ $percent })
digest-change-far = { $amount }
digest-change-new = (none then)
digest-more = …and { $count } more
digest-opened = { $sold } of { $expected } sold today{ $idle ->
    [0] , everybody 🎉
   *[other] , { $idle } not yet
}{ $away ->
    [0] { "" }
   *[other] , { $away } on leave
}
digest-openers = { $opened }{ $first }
digest-first = { " " }· first: { $name } 🎊
digest-idle = Not yet: { $names }{ $more ->
    [0] { "" }
   *[other] { " " }and { $more } more
}
digest-corrections = Corrections ({ $count }): { $shown }
digest-corrected = #S{ $number } { $before }→{ $after }
digest-voided = #S{ $number } { $before } void
digest-pending = { $count } unconfirmed not included
digest-internal = Internal figures, please keep them here

digest-tasks-done = ✅ Tasks done: { $done } (yesterday { $before }){ $best }
digest-tasks-best = { " " }· { $name } did { $count } 👏
digest-tasks-counts = 📌 Tasks: { $parts }
digest-tasks-count-due = { $count } more due today
digest-tasks-count-overdue = { $count } overdue
digest-tasks-count-blocked = { $count } blocked
digest-tasks-more = { $more ->
    [0] { "" }
   *[other] { " " }and { $more } more
}
digest-tasks-due = 📌 Still due today { $count }: { $tasks }{ digest-tasks-more }
digest-tasks-overdue = ⏳ Overdue { $count }: { $tasks }{ digest-tasks-more }
digest-tasks-blocked = ⛔ Blocked { $count }: { $tasks }{ digest-tasks-more }
digest-tasks-unowned = 🙋 Nobody has { $count }: { $tasks }{ digest-tasks-more } (“/claim T{ $first }” takes it)
digest-tasks-doubles = 👯 Perhaps done twice { $count }: { $shown }
digest-duties-unheld = 🧩 Duties without anybody: { $names } (see “/duties”)
digest-double = T{ $one } and T{ $other }{ $alike ->
    [1] { $customer } (alike)
   *[0] { " " }(customer { $customer })
}
digest-task = T{ $number } { $title }{ $owners ->
    [0] { "" }
   *[other] { " " }({ $who })
}

digest-decision = M{ $number } { $words }
digest-decided = 📝 Decided { $count }: { $shown }{ $more ->
    [0] { "" }
   *[other] { " " }and more
}
digest-decided-count = 📝 Decided { $count }
digest-meeting-task = T{ $number } { $title }
digest-meeting-due = 🗓 From meetings, due today { $count }: { $shown }{ $more ->
    [0] { "" }
   *[other] { " " }and more
}
digest-meeting-due-count = 🗓 From meetings, due today { $count }
digest-meetings = 🎯 { $parts }
digest-meetings-goals = Goals of the last { $count } meetings { $percent }% (met { $met }, partly { $partly }, missed { $missed })
digest-meetings-actions = actions done { $done }/{ $actions }
digest-learned = 💡 { $first ->
    [1] Learned this week { "" }
   *[0] { "" }
}#X{ $number } { $name }: { $words }{ $thanks ->
    [0] { "" }
   *[other] { " " }👍{ $thanks }
}

digest-kind = { $kind ->
    [week] weekly digest
    [month] monthly digest
   *[day] daily digest
}
digest-every-day = every day at { $when }
digest-every-week = every { $weekday } at { $when }
digest-every-month = every month on { $day ->
    [31] the last day
   *[other] day { $day }
} at { $when }{ $rare ->
    [1] { " " }(the last day where there is no { $day })
   *[0] { "" }
}
digest-planned = All right, { $when }: { $reach }
digest-reach = { $people ->
    [0] nobody to write to
   *[other] in private to { $who }
}{ $group ->
    [0] { "" }
   *[other] , and to the group
}{ $picture ->
    [0] { "" }
   *[other] , with a picture
}{ $excluded ->
    [0] { "" }
   *[other] ; without { $without }
}
digest-first-one = The first comes { $date } { $weekday } and tells of { $span }
digest-starts = { $day ->
    [today] Today's goes out today
   *[tomorrow] Starting tomorrow
}
digest-early = A digest at { $when } holds only that day's orders from midnight until then; for the whole day choose the evening
digest-list = ⏰ Planned
digest-planned-line = { digest-kind }: { $when } { $reach } (next { $date } { $weekday })
digest-none-planned = Nothing is planned yet. For example: /push digest 21:30, /push weekly monday 9:00 group
digest-off = The { digest-kind } is no longer sent. Send “{ digest-show }” to see it any time.
digest-not-planned = The { digest-kind } was not planned. To start: { digest-right }
digest-which-off = Which one? For example: /push off weekly
digest-right = { $kind ->
    [week] /push weekly monday 9:00 managers group
    [month] /push monthly 1st 9:00 managers picture
   *[day] /push digest 21:30 group
}
digest-show = { $kind ->
    [week] /digest week preview
    [month] /digest month preview
   *[day] /digest preview
}
digest-when = At what time? For example: /push digest 21:30 group
digest-word-unknown = “{ $word }” is neither a member nor a time. For example: { digest-right }
digest-one-at-a-time = One at a time, please: /push weekly monday 9:00, then /push monthly 1st 9:00
digest-not-that-day-day = The daily digest comes every day, so only a time: /push digest 21:30
digest-not-that-day-week = The weekly digest needs a weekday: /push weekly monday 9:00
digest-not-that-day-month = The monthly digest needs a day of the month: /push monthly 1st 9:00
digest-preview-unknown = I did not understand “{ $word }”. For example: { $kind ->
    [week] /digest week last week
    [month] /digest month last month
   *[day] /digest preview
}
digest-not-yet = That is still to come. See this one: { $kind ->
    [month] /digest month preview
   *[other] /digest week preview
}

digest-help-push = digests by themselves: daily, weekly, monthly
digest-usage-push = /push digest 21:30; /push weekly monday 9:00; /push monthly 1st 9:00; then [@who] [group] [picture] [without @who]; /push list; /push off weekly
digest-example-push = /push weekly monday 9:00 group
digest-help-digest = the digests as of now
digest-usage-digest = /digest preview; /digest week [last week]; /digest month [last month]
digest-example-digest = /digest week preview
