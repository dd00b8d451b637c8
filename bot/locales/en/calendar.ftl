# Appointments and the calendar
calendar-booked = 📅 #A{ $number } { $title }
calendar-moved = 📅 #A{ $number } { $title } has a new time
calendar-moved-same = 📅 #A{ $number } { $title } is at that time already
calendar-cancelled = { $has_reason ->
    [0] 🗑 #A{ $number } { $title } is cancelled
   *[other] 🗑 #A{ $number } { $title } is cancelled ({ $reason })
}
calendar-told = { $who }: { $what }
calendar-group-told = The group will hear of it too
calendar-details = { $has_place ->
    [0] { $when } · { $who }
   *[other] { $when } · { $who } · { $place }
}
calendar-everybody = whole team
calendar-people = { $more ->
    [0] { $names }
   *[other] { $names } and { $more } more
}
calendar-all-day = { $when } all day
calendar-whole-day = all day
calendar-hours = { $first } to { $last }
calendar-clock = { $at }
calendar-button-cancel = Cancel it
calendar-button-more = Next page

calendar-clashes = { $more ->
    [0] ⚠️ Clashes with { $found }
   *[other] ⚠️ Clashes with { $found } and { $more } more
}
calendar-clash = { $named ->
    [0] #A{ $number } { $title } ({ $when })
   *[other] #A{ $number } { $title } ({ $when }, { $names })
}
calendar-clash-meeting = { $named ->
    [0] #M{ $number } { $title } ({ $when })
   *[other] #M{ $number } { $title } ({ $when }, { $names })
}
calendar-line-meeting = { $when } 👥 { $title } #M{ $number }{ calendar-line-again }
calendar-clash-hidden = { $names } is taken ({ $when })
calendar-away = { $more ->
    [0] 🏖 On leave: { $names }
   *[other] 🏖 On leave: { $names } and { $more } more
}
calendar-away-on = { $name } ({ $day })

calendar-span = { $named ->
    [0] { $span }
   *[other] { $span } · { $names }
}
calendar-coming = The next { $days } days
calendar-list = 🗓 { $span }: { $count }
calendar-list-empty = 🗓 { $span }: nothing planned. Book something: /event thu 8pm training
calendar-list-more = …{ $count } more; add “page { $page }” to see them
calendar-line = { $when } { $title }{ calendar-line-who } #A{ $number }{ calendar-line-again }{ calendar-line-clash }{ calendar-line-away }
calendar-line-who = { $everybody ->
    [0] { " " }({ $who })
   *[other] { "" }
}
calendar-line-again = { $again ->
    [0] { "" }
   *[other] { " " }🔁
}
calendar-line-clash = { $clash ->
    [0] { "" }
   *[other] { " " }⚠️ clash
}
calendar-line-away = { $absent ->
    [0] { "" }
   *[other] { " " }🏖{ $away }
}
calendar-line-task = { $when } ⏰ { $title } #T{ $number }
calendar-shown = { $state ->
    [planned] 📅 #A{ $number } { $title }
   *[cancelled] 📅 #A{ $number } { $title } (cancelled)
}
calendar-next = Next: { $when }
calendar-by = Booked by { $name }

calendar-remind = { $kind ->
    [day] ⏰ Today: { $title } #A{ $number }
    [soon] ⏰ In { $minutes } min: { $title } #A{ $number }
   *[later] ⏰ Coming up: { $title } #A{ $number }
}

calendar-file = 📎 Your calendar, { $count ->
    [one] 1 entry
   *[other] { $count } entries
}
calendar-file-how = Open it to put it into your phone's calendar; send /ics again later and what changed is updated, not doubled.
calendar-file-sent = I have sent you your calendar in private.
calendar-file-empty = You have no appointments and no tasks with a deadline. Book something: /event thu 8pm training
calendar-file-unreachable = I cannot write to you in private. Write me a word there first, then send /ics again.

calendar-no-date = Which day and hour? Example: /event thu 8pm training
calendar-no-title = The time is clear, a name is missing. Example: /event thu 8pm training
calendar-title-long = The name is too long ({ $length } characters); { $most } are enough. Example: /event thu 8pm training
calendar-place-long = The place is too long ({ $length } characters); { $most } are enough. Example: /event thu 8pm training place: room 2
calendar-bad-span = That span does not work: it ends before it begins, or is longer than { $most } days. Example: /event 6/20-6/22 fair
calendar-which-hour = At what time? Name the hour. Example: /event thu 8pm { $title }
calendar-date-example = Name a day and an hour, for example: thu 8pm
calendar-deadline = That is a deadline; an appointment needs a time.
calendar-who = There is no “{ $name }” in the team. /members lists the names. Example: /event thu 8pm training @May
calendar-not-found = There is no appointment #A{ $number }. /event lists all.
calendar-not-yours = #A{ $number } can be changed by who booked it and by leads: { $who }
calendar-cancelled-already = #A{ $number } { $title } is cancelled already.
calendar-changed-meanwhile = Somebody has just changed #A{ $number }. Send A{ $number } to see it first.
calendar-cancel-what = Cancel which one? Name its number, for example: /cancel A2
calendar-move-what = Move which one, to when? Example: /reschedule A2 fri 7pm
calendar-move-when = Move it to when? Example: /reschedule A{ $number } fri 7pm
calendar-move-series = #A{ $number } comes again and again: write how from now on. Example: /reschedule A{ $number } every thu 8pm
calendar-cancel-all = #A{ $number } { $title } comes again and again and can only be cancelled as a whole. Cancel it for good?
calendar-move-all = #A{ $number } comes again and again: { $every } from now on?

calendar-help-event = book a time, see the calendar
calendar-usage-event = /event time name [@people] [place: where]; /event [today|this week|june|@people]
calendar-example-event = /event thu 8pm-9:30pm training @May place: room 2
calendar-help-reschedule = move an appointment
calendar-usage-reschedule = /reschedule A2 new time (or reply to its card)
calendar-example-reschedule = /reschedule A2 fri 7pm
calendar-help-cancel = cancel an appointment
calendar-usage-cancel = /cancel A2 (or reply to its card)
calendar-example-cancel = /cancel A2
calendar-help-ics = appointments and deadlines for your phone
calendar-usage-ics = /ics
calendar-example-ics = /ics
