# Meetings
meeting-head = #M{ $number } { $title }
meeting-when-again = { $when } 🔁{ $every }
meeting-everybody = the whole team
meeting-people = { $more ->
    [0] { $names }
   *[other] { $names } and { $more } more
}
meeting-facts = { $who } · led by { $lead }{ meeting-facts-place }{ meeting-facts-quorum }
meeting-facts-place = { $has_place ->
    [0] { "" }
   *[other] { " " }· { $place }
}
meeting-facts-quorum = { $quorum ->
    [0] { "" }
   *[other] { " " }· counts with { $quorum } there
}
meeting-goal = 🎯 { $goal }
meeting-no-goal = 🎯 No goal yet. Example: /meeting_goal M{ $number } choose product and price
meeting-way-in = 🔗{ meeting-way-code }{ meeting-way-passcode }{ meeting-way-link }
meeting-way-code = { $has_code ->
    [0] { "" }
   *[other] { " " }ID { $code }
}
meeting-way-passcode = { $has_passcode ->
    [0] { "" }
   *[other] { " " }passcode { $passcode }
}
meeting-way-link = { $has_link ->
    [0] { "" }
   *[other] { " " }{ $link }
}
meeting-agenda = 📋 { $agenda ->
    [1] 1 point
   *[other] { $agenda } points
} on the agenda
meeting-counts = { meeting-agenda } · { $reports } reported
meeting-away = 🌴 Away: { $names }

meeting-planned = 📅 { $head } { $when }
meeting-known = 📅 { $head } is planned already: { $when }
meeting-news = { $state ->
    [cancelled] 🗑 { $head } is off
   *[other] { $changed ->
        [0] 📅 { $head }
       *[other] 📅 { $head } has changed
    }
}
meeting-group-told = I will tell the group too
meeting-button-undo = Undo
meeting-button-cancel = Cancel it
meeting-button-hold = Keep it
meeting-button-once = Only this one
meeting-button-all = All of them
meeting-button-every = Move all of them
meeting-button-come = Can come again

meeting-next = ⏭ Next: #M{ $number } { $when }{ $skipped ->
    [0] { "" }
   *[other] { " " }({ $holidays })
}
meeting-holidays = { $more ->
    [0] { $days } is a holiday, so { $day }
   *[other] { $days } and { $more } more are holidays, so { $day }
}
meeting-clashes = { $more ->
    [0] ⚠️ At the same time: { $found }
   *[other] ⚠️ At the same time: { $found } and { $more } more
}
meeting-clash = { $named ->
    [0] { $what } ({ $when })
   *[other] { $what } ({ $when }, { $names })
}
meeting-clash-event = #A{ $number } { $title }
meeting-clash-hidden = { $names } busy ({ $when })

meeting-list = 📅 { $count ->
    [1] 1 meeting
   *[other] { $count } meetings
} to come
meeting-list-line = { $when } { $title } #M{ $number }{ $again ->
    [0] { "" }
   *[other] { " " }🔁
}{ $state ->
    [open] { " " }(running)
   *[other] { "" }
}
meeting-list-empty = 📅 No meetings. Plan one: /meeting every wed 20:00 standup
meeting-list-more = …and { $count } more
meeting-list-note = Send a number to see one, as M1
meeting-shown = { $state ->
    [open] 📅 { $head } (running)
    [closed] 📅 { $head } (over)
    [cancelled] 📅 { $head } (cancelled)
    [missed] 📅 { $head } (not held)
   *[planned] 📅 { $head }
}

meeting-goal-set = 🎯 The goal of { $head }
meeting-moved = 📅 { $head } moved to { $when }
meeting-moved-same = 📅 { $head } is at that time already: { $when }
meeting-moved-open = The running meeting stops here; agenda, reports and notes are kept for then.
meeting-because = Why: { $reason }
meeting-series-stays = Only this one; the series stays, then { $when }
meeting-cancelled = 🗑 { $head } { $series ->
    [0] { $when } is cancelled
   *[other] and all that would follow are cancelled
}{ $has_reason ->
    [0] { "" }
   *[other] { " " }({ $reason })
}
meeting-ask-series = { $head } recurs. Cancel which?
meeting-undone = { $verb ->
    [create] ↩️ { $head } undone, as if never planned
    [cancel] ↩️ { $head } takes place again
    [move] ↩️ { $head } is back at its time
    [goal] ↩️ { $head } has its former goal
    [link] ↩️ { $head } without the meeting ID
   *[other] ↩️ { $head } changed back
}

meeting-excused = 🌴 { $name } will miss { $head }{ $has_reason ->
    [0] { "" }
   *[other] { " " }({ $reason })
}
meeting-leave-days = Noted for this meeting only; for whole days send: /leave tomorrow
meeting-comes = Good, { $name } comes to { $head }
meeting-comes-anyway = Good, { $name } was expected at { $head } anyway

meeting-remind = { $kind ->
    [soon] ⏰ { $head } in { $minutes ->
        [1] 1 minute
       *[other] { $minutes } minutes
    }
   *[other] ⏰ Remember { $head }
}
meeting-no-aim = { $head } { $when } has neither goal nor agenda. Cancel it?
meeting-no-aim-how = A goal saves time: /meeting_goal M{ $number } choose product and price
meeting-missed = { $head } { $when } was not opened here, so it counts as not held
meeting-missed-how = It took place? Send: /minutes M{ $number } and what was said

meeting-not-found = There is no meeting M{ $number }. Send “/meeting list”.
meeting-no-title = A meeting about what? Example: /meeting tmr 8pm launch goal: choose product and price
meeting-title-long = The title has { $length } characters, { $most } is the most
meeting-no-date = Which day and hour? Example: /meeting tmr 8pm launch
meeting-which-hour = At what hour? Example: /meeting thu 20:00 { $title }
meeting-goal-long = The goal has { $length } characters, { $most } is the most. Example: /meeting tmr 8pm launch goal: choose product
meeting-bad-length = A meeting takes { $least } minutes to { $most } hours. Example: /meeting tmr 8pm launch duration 40min
meeting-deadline = “By” is a deadline; a meeting needs a time.
meeting-date-example = A day and an hour will do, as: thu 20:00
meeting-no-turn = Such a meeting would never take place. Example: /meeting every wed 20:00 standup
meeting-who = Nobody in the team is called “{ $name }”. Send /members for the names. Example: /meeting thu 20:00 review @Amy
meeting-not-yours = #M{ $number } can be changed by who planned or leads it, and by leads: { $who }
meeting-not-now = #M{ $number } { $title } { $state ->
    [open] is running; to end it send /adjourn.
    [closed] is over already.
    [cancelled] is cancelled already.
    [missed] was not held and is past.
   *[planned] has not begun.
}
meeting-changed = Somebody has just changed #M{ $number }. Send M{ $number } and look before you change it.
meeting-undo-nothing = Nothing to undo about #M{ $number }.
meeting-undo-late = The time of #M{ $number } is over, so that cannot be undone. Example: /reschedule M{ $number } fri 20:00
meeting-other-open = #M{ $other } is running, so #M{ $number } cannot go on yet. Undo it after that.
meeting-edited = { $head } was planned by the message as it was. To move it: /reschedule M{ $number } fri 20:00; or cancel it.
meeting-recalled = The recalled message planned { $head }. Keep the meeting?
meeting-which = Which meeting? With its number: /cancel M12, /reschedule M12 fri 20:00
meeting-goal-what = What is the goal? Example: /meeting_goal M{ $number } choose product and price
meeting-goal-which = The goal of which meeting? Example: /meeting_goal M12 choose product and price
meeting-move-when = To which day and hour? Example: /reschedule M{ $number } fri 20:00
meeting-not-invited = { $name } is not invited to #M{ $number } and need not be excused.
meeting-only-own = { $name }, the lead of #M{ $number } or a lead of the team can say that.
meeting-one-person = One person at a time. Example: /leave M{ $number } @Amy customer
meeting-on-leave = { $name } is on leave that day; to come to #M{ $number }, end it first: /back

meeting-help-meeting = plan and list meetings
meeting-usage-meeting =
    /meeting when name [goal: …] [@people] [duration 40min] [place: …] [quorum 5] [host @name]; /meeting list
    Paste an invitation of Tencent, Feishu/Lark, DingTalk or Zoom; to miss one: /leave M12 reason
meeting-example-meeting =
    /meeting every wed 20:00 standup
    /meeting tmr 8pm launch goal: choose product and price
meeting-help-meeting-goal = set the goal of a meeting
meeting-usage-meeting-goal = /meeting_goal M12 goal (or in reply to its card)
meeting-example-meeting-goal = /meeting_goal M12 choose product and price
meeting-help-reschedule = move a meeting
meeting-usage-reschedule = /reschedule M12 new time (or in reply to its card)
meeting-example-reschedule = /reschedule M12 fri 20:00
meeting-help-cancel = cancel a meeting
meeting-usage-cancel = /cancel M12 [reason] (or in reply to its card)
meeting-example-cancel = /cancel M12 boss travels

meeting-button-move = Move it
meeting-button-new = Another meeting
meeting-button-plan = Plan it
meeting-button-no = No
meeting-pasted-past = That meeting ({ $when }) is over, so it is not noted.
meeting-pasted-moved = { $head } is planned for { $before }. Move it to { $after }?
meeting-pasted-plan = 📅 { $title } { $when }: plan it as a meeting?
meeting-pasted-when = I have the meeting ID. When is it?
meeting-pasted-how = Example: /meeting tmr 8pm standup, then paste the invitation again
meeting-pasted-which = Which meeting is that ID for?
meeting-pasted-for = { $head } { $when }
meeting-way-kept = 🔗 { $head } { $when }: noted
meeting-link-what = Which link or ID? Example: /meeting_link M{ $number } 675-392-234
meeting-help-meeting-link = note a meeting's link or ID
meeting-usage-meeting-link = /meeting_link M12 link or ID (or in reply to its card)
meeting-example-meeting-link = /meeting_link M12 675-392-234
