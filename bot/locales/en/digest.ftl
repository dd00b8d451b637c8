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

digest-planned = Every day at { $when }: { digest-reach }
digest-reach = { $people ->
    [0] nobody to write to
   *[other] in private to { $who }
}{ $group ->
    [0] { "" }
   *[other] , and to the group
}{ $excluded ->
    [0] { "" }
   *[other] ; without { $without }
}
digest-starts = { $day ->
    [today] Today's goes out today
   *[tomorrow] Starting tomorrow
}
digest-early = A digest at { $when } holds only that day's orders from midnight until then; for the whole day choose the evening
digest-list = ⏰ Planned
digest-planned-line = Digest: every day at { $when } { digest-reach }
digest-none-planned = Nothing is planned yet. For example: /push digest 21:30
digest-off = The digest is no longer sent. Send “/digest preview” to see it any time.
digest-not-planned = The digest was not planned. To start: /push digest 21:30
digest-when = At what time? For example: /push digest 21:30 group
digest-word-unknown = “{ $word }” is neither a member nor a time. For example: /push digest 21:30 group without @intern

digest-help-push = daily digest by itself
digest-usage-push = /push digest time [@who] [group] [without @who]; /push list; /push off digest
digest-example-push = /push digest 21:30 group
digest-help-digest = the digest as of now
digest-usage-digest = /digest preview
digest-example-digest = /digest preview
