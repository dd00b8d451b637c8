# Leave, a quiet day, quiet hours
leave-bad-span = That span does not work: it ends before it begins, or is longer than a year. Example: /leave 6/18-6/20
leave-how = Which days? For example: /leave 6/18-6/20, or /leave tomorrow
leave-from-when = From which day on? For example: /leave tomorrow 3 days
leave-recurring = Please write the days themselves; leave cannot recur. Example: /leave 6/18-6/20
leave-past = { $span } is over; past leave need not be noted. Example: /leave tomorrow
leave-ask-running = { $first } is over. Shall I note { $span }, from today on?
leave-ask-whole = Leave is by whole days. Shall I note { $span }?
leave-ask-count = The number of days and the dates differ. Shall I note { $span }?
leave-ask-far = That is far ahead. Do you mean { $span }?
leave-person-unknown = Nobody in the team is called “@{ $name }”. Example: /leave tomorrow @Fang
leave-person-left = { $name } has left and needs no leave.
leave-one-person = One person at a time, please. Example: /leave tomorrow @Fang
leave-already = The leave of { $name }, { $span }, is noted already.

leave-taken = 🌴 All right, { $name } is away { $span } ({ $days ->
    [one] 1 day
   *[other] { $days } days
}); no reminders meanwhile.
leave-task = #T{ $number } { $title }
leave-tasks = Due in that time: { $count ->
    [one] 1 task
   *[other] { $count } tasks
}: { $tasks }{ $more ->
    [0] { "" }
   *[other] { " " }and { $more } more
}. Please postpone or hand over.
leave-duty-covered = { $names } for { $duty }
leave-duty-open = nobody for { $duty } ⚠️
leave-duties = Standing in: { $duties }{ $more ->
    [0] { "" }
   *[other] { " " }and { $more } more
}
leave-undo = Undo
leave-none-such = That leave is gone already. Send “/leaves” to see what is noted.
leave-undone = All right, that leave of { $name } is undone.
leave-undone-told = { $who } took back the leave noted for you.
leave-told = { $who } noted leave for you: { $span }
leave-told-note = If that is wrong, send “/back”
leave-stand-in = { $name } is away { $span }; please stand in for { $duties } 🙏

leave-back = Welcome back! { $name } is here again from { $day } on, with reminders.
leave-shortened = The leave of { $name } ends with { $last }.
leave-called-off = The leave of { $name }, { $span }, is called off.
leave-others-stay = Still noted: { $spans }
leave-not-away = { $name } has no leave to end.
leave-not-then = { $name } has no leave on { $day }. Send “/leaves” to see.
leave-back-how = Back on which day? One day is enough. Example: /back, or /back 6/20
leave-back-which = Which leave shall be called off?
leave-back-told = { $who } changed your leave: { $what }

leave-nobody = Nobody is on leave.
leave-list = 🌴 { $count ->
    [0] Nobody is on leave today
   *[other] On leave today: { $count }
}
leave-line = { $now ->
    [yes] { $name }: { $span }
   *[no] Later { $name }: { $span }
}
leave-more = … and { $count } more

leave-mute = All right, no reminders for you until { $until }. To end it early: /quiet off
leave-muted = It is quiet for you already, until { $until }. To end it early: /quiet off
leave-mute-ended = All right, reminders are back.
leave-mute-none = It was not quiet; reminders come as usual.
leave-mute-how = I did not understand that. Example: /quiet, or /quiet off

leave-hours-span = { $over ->
    [night] { $begin } to { $end } the next day
   *[day] { $begin } to { $end }
}
leave-hours = Quiet hours: every day from { leave-hours-span }, nobody is reminded of anything.
leave-hours-set = All right, every day from { leave-hours-span } nobody is reminded.
leave-hours-none = There are no quiet hours. To set them: /quiet_hours 22:30-8:00
leave-hours-off = All right, no quiet hours; reminders come when they are due.
leave-hours-bad = “{ $hours }” is no span of hours; it takes two different times. Example: /quiet_hours 22:30-8:00

leave-help-leave = take leave
leave-usage-leave = /leave days [reason] [@name] (a lead for others); /leaves
leave-example-leave = /leave 6/18-6/20 family
leave-help-back = back early, or call leave off
leave-usage-back = /back [day] [@name]
leave-example-back = /back
leave-help-leaves = who is on leave
leave-usage-leaves = /leaves
leave-example-leaves = /leaves
leave-help-quiet = a day without reminders
leave-usage-quiet = /quiet; to end it: /quiet off
leave-example-quiet = /quiet
leave-help-quiet-hours = the team's quiet hours
leave-usage-quiet-hours = /quiet_hours; /quiet_hours hours (managers); /quiet_hours off
leave-example-quiet-hours = /quiet_hours 22:30-8:00
