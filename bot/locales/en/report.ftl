# Reports before a meeting.
report-other-team = That meeting is of your other team: send /hand_in with its number in that group
report-no-meeting = No meeting is coming up that wants your report. Plan one: /meeting tomorrow 8pm Weekly
report-not-invited = M{ $number } { $title } is not for you, no report needed
report-closed = M{ $number } { $title } is over and takes no more reports. Tell its lead what you would add.
report-cancelled = M{ $number } { $title } was called off, no report needed

report-draft = 📋 Before M{ $number } { $title } (starts { $when })
report-week = { $last ->
    [0] This week
   *[1] Last week
}
report-sales = { report-week }: { $amount }
report-sales-goal = { report-week }: { $amount }/{ $target } ({ $percent }%)
report-sales-month = { report-week }: { $amount } · month { $month }/{ $target } ({ $percent }%)
report-task = T{ $number } { $title }
report-more-tasks = { $more ->
    [0] { "" }
   *[other] { " " }and { $more } more
}
report-done = ✅ Done { $count }: { $tasks }{ report-more-tasks }
report-late = ⏳ Late { $count }: { $tasks }{ report-more-tasks }
report-blank = Stuck on: __
report-how = Reply to this card with what you are stuck on or want to add (stuck on: samples); nothing to add? Reply "done"
report-button-as-is = Nothing to add
report-nudge = ⏰ M{ $number } { $title } starts { $when }, your report is still missing
report-later = Fine, any time before it starts { $when }.

report-in = ✅ M{ $number } { $title }: report { $again ->
    [0] handed in
   *[1] replaced
}{ $late ->
    [0] { "" }
   *[1] { " " }(late, but it counts)
}
report-blocker = ⛔ Stuck on: { $words }
report-words = 💬 { $words }
report-until = To change it, hand it in again before it starts { $when }
report-same = The same words as before the last meeting: add what is new, if anything is

report-count = 📋 M{ $number } { $title }: { $handed }/{ $total } reports in
report-count-group = 📋 M{ $number } { $title }: { $handed }/{ $total } reports in 👍
report-missing = Missing: { $names }{ $more ->
    [0] { "" }
   *[other] { " " }and { $more } more
}
report-not-yet = Yours is missing. Nothing to add? Send /hand_in M{ $number }
report-mine = Yours{ $late ->
    [0] { "" }
   *[1] { " " }(late)
}:
report-line = { $name }{ $late ->
    [0] { "" }
   *[1] { " " }(late)
}: { $parts }
report-part-blocker = ⛔ { $words }
report-part-words = 💬 { $words }
report-part-done = done { $count }
report-part-late = late { $count }
report-more = …and { $count } more

report-section = 📋 Reports { $handed }/{ $total }{ $done ->
    [0] { "" }
    [one] , { $done } task done 👏
   *[other] , { $done } tasks done 👏
}
report-section-more = { $more ->
    [0] { "" }
   *[other] { " " }(and { $more } more)
}
report-section-blockers = ⛔ { $name }: { $words }{ report-section-more }
report-section-words = 💬 { $name }: { $words }{ report-section-more }

report-help-report = hand in a report before a meeting, or see them all
report-usage-report = /report [M12] a few words [stuck on: …]; /report M12 to see them; reply "done" with nothing to add
report-example-report =
    /report M12 ten posts, stuck on: samples
    /report M12
    /hand_in
