# Agenda, running a meeting, votes
agenda-head = #M{ $number } { $title }
agenda-title = { $state ->
    [open] 📋 { $head } is running
    [closed] 📋 { $head } { $when } (over)
    [cancelled] 📋 { $head } { $when } (cancelled)
    [missed] 📋 { $head } { $when } (not held)
   *[planned] 📋 { $head } { $when }
}
agenda-goal = 🎯 Goal: { $goal }
agenda-details = { $title }{ agenda-details-minutes }{ agenda-details-owner }
agenda-details-minutes = { $minutes ->
    [0] { "" }
   *[other] { " " }{ $minutes } min
}
agenda-details-owner = { $has_owner ->
    [0] { "" }
   *[other] { " " }{ $owner }
}
agenda-line = { $number }. { agenda-line-state }{ $what }{ agenda-line-spent }{ agenda-line-standing }{ agenda-line-carried }
agenda-line-state = { $state ->
    [current] ▶{ " " }
    [done] ✅{ " " }
   *[open] { "" }
}
agenda-line-spent = { $spent ->
    [0] { "" }
   *[other] { " " }(took { $spent } min)
}
agenda-line-standing = { $standing ->
    [0] { "" }
   *[other] { " " }🔁
}
agenda-line-carried = { $carried ->
    [0] { "" }
    [1] { " " }put off once ⚠️
   *[other] { " " }put off { $carried } times ⚠️
}
agenda-more = …{ $count } more; “/agenda page { $page }” goes on
agenda-total = { $over ->
    [0] Total { $wanted }/{ $minutes } min
   *[other] Total { $wanted }/{ $minutes } min ⚠️ { $over } min too long: drop or shorten one
}
agenda-actions = Actions from last time
agenda-actions-first = It starts with the actions from last time, { $count } still open
agenda-action-line = #T{ $number } { $title }{ agenda-action-names } · { $due }{ agenda-action-late }
agenda-action-names = { $has_names ->
    [0] { "" }
   *[other] { " " }{ $names }
}
agenda-action-late = { $late ->
    [0] { "" }
   *[other] { " " }⏰
}
agenda-actions-more = …{ $count } more; “/task” shows all
agenda-until = by { $date }
agenda-how = Add one: /topic 618 stock 10min @Wang
agenda-empty = No topics yet. Add one: /topic 618 stock 10min @Wang
agenda-button-again = Refresh
agenda-waiting = { $count ->
    [0] 📋 No meeting planned and no topics
    [1] 📋 No meeting planned; one topic waits
   *[other] 📋 No meeting planned; { $count } topics wait
}
agenda-waiting-line = { $number }. { $what }{ agenda-line-carried }
agenda-waiting-how = They join the next meeting that is planned.

agenda-added = { $number ->
    [0] { agenda-added-sign } Topic: { $what }
   *[other] { agenda-added-sign } Topic { $number }: { $what }
}
agenda-added-sign = { $standing ->
    [0] 📋
   *[other] 📋🔁
}
agenda-waits = No meeting is planned yet; it waits for the next one
agenda-where = { $head } { $when } · { $total }
agenda-changed-item = 📋 Topic { $number }: { $what }
agenda-dropped = { $standing ->
    [0] 🗑 Topic { $number } { $title } dropped
   *[other] 🗑 Standing topic { $title } dropped; it will not come again
}

agenda-opened = 🔔 { $head } begins
agenda-opened-how = Any time: /decision … · /action @who date … · /hand · /vote …
agenda-opened-empty = No topics yet: /topic 618 stock 10min. To note: /decision … · /action @who date …
agenda-current = ▶ { $number }. { $what }
agenda-current-how = Done? /next_item
agenda-button-next = Next
agenda-button-skip = Skip
agenda-item-done = { $minutes ->
    [0] ✅ { $number }. { $title } took { $spent } min
   *[other] ✅ { $number }. { $title } took { $spent }/{ $minutes } min
}
agenda-item-skipped = ⏭ { $number }. { $title } left for later
agenda-skipped = Left for later: { $numbers }. “/back_to n” takes one up, else it goes on to the next meeting
agenda-through = That was the agenda
agenda-through-how = Nothing else? /adjourn
agenda-time-over = { $waiting ->
    [0] ⏰ { $number }. { $title }: time is up ({ $minutes } min). Go on if you like, then /next_item
   *[other] ⏰ { $number }. { $title }: time is up ({ $minutes } min). Hands up: { $waiting }; then /next_item
}

agenda-closed = 🏁 { $head } is over after { $minutes } min, { $there } there
agenda-closed-how = Reply to this with the minutes, or send /minutes
agenda-put-off = { $number ->
    [0] ↪ Not talked about: { $count }; kept for the next meeting
   *[other] ↪ Not talked about: { $count }; on to #M{ $number }
}
agenda-reached-ask = Was the goal reached? { $goal }
agenda-reached-1 = Yes
agenda-reached-2 = Partly
agenda-reached-3 = No
agenda-reached-noted = { $reached ->
    [1] 🎯 Noted: #M{ $number } reached its goal
    [2] 🎯 Noted: #M{ $number } partly reached its goal
   *[3] 🎯 Noted: #M{ $number } did not reach its goal this time
}

agenda-note = { $kind ->
    [decision] Decision { $number }: { $words }
    [action] Action { $number }: { $words }{ agenda-note-names }{ agenda-note-due }
    [data] Figure { $number }: { $words }
   *[open] Open { $number }: { $words }
}
agenda-note-names = { $has_names ->
    [0] { "" }
   *[other] { " " }{ $names }
}
agenda-note-due = { $has_due ->
    [0] { "" }
   *[other] { " " }{ $due }
}
agenda-noted = 📌 { $note }
agenda-struck = ↩ Taken back: { $note }
agenda-notes = { $count ->
    [0] 📌 { $head }: nothing noted yet
   *[other] 📌 { $head }: { $count } noted
}
agenda-notes-more = …{ $count } more

agenda-hand-up = ✋ { $name } is number { $place }
agenda-hand-already = ✋ { $name } is in the line already, number { $place }
agenda-hand-down = { $name } took the hand down
agenda-hand-not-up = { $name } is not in the line
agenda-queue = { $count ->
    [0] ✋ Nobody has a hand up
   *[other] ✋ Waiting to speak ({ $count }): { $names }{ agenda-queue-more }
}
agenda-queue-more = { $more ->
    [0] { "" }
   *[other] …{ $more } more
}
agenda-speaking = 🎤 Speaking: { $name }
agenda-queue-how = /hand to line up, /hand off to step out, /next_speaker to call
agenda-queue-empty = Nobody waits. To speak: /hand
agenda-called = { $left ->
    [0] 🎤 { $name }, please
   *[other] 🎤 { $name }, please; { $left } more after that
}
agenda-there = 👌 { $name } is here, { $there }/{ $able }

agenda-poll = 🗳 Vote #P{ $number }: { $question }
agenda-poll-proposal = For { $agree } · Against { $against } · Abstained { $abstained }
agenda-poll-option = { $letter } { $words }: { $count }
agenda-poll-abstained = Abstained: { $count }
agenda-poll-voted = { $voted }/{ $able } voted; it counts from { $quorum }
agenda-poll-how = Answer agree, against or abstain; answer again to change it, the last one counts
agenda-poll-how-options = Answer A–{ $last } or abstain; answer again to change it, the last one counts
agenda-poll-agree = Agree
agenda-poll-against = Against
agenda-poll-abstain = Abstain
agenda-poll-button = { $letter } { $words }
agenda-poll-closed = 🗳 Vote #P{ $number } is over: { $question }
agenda-poll-agreed = Result: agreed
agenda-poll-rejected = Result: not agreed
agenda-poll-won = Result: { $words }
agenda-poll-no-majority = Result: no side has more than half; talk on
agenda-poll-no-quorum = Result: too few voted ({ $voted } of { $quorum } needed), so it does not count

agenda-no-item = #M{ $meeting } has no topic { $number }; there are { $count }. See “/agenda M{ $meeting }”
agenda-no-title = What about? Example: /topic 618 stock 10min @Wang
agenda-title-long = The topic has { $length } letters; { $most } at most. Example: /topic 618 stock 10min
agenda-minutes = A topic takes 1 to { $most } minutes. Example: /topic 618 stock 10min
agenda-full = There are { $most } topics already; drop some first. Example: /drop_topic 3
agenda-over = #M{ $number } is over. Without a number it joins the next one: /topic 618 stock 10min
agenda-not-yours = Only { $who } and leads can change this
agenda-item-over = “{ $title }” was talked about and stays as it is. Once more: /back_to its number
agenda-item-current = “{ $title }” is being talked about. First /next_item or /skip_item
agenda-one-owner = A topic has one owner. Example: /topic 618 stock 10min @Wang
agenda-who = Nobody in the team is called “{ $name }”. /members shows the names
agenda-quote-empty = There are no words in what you quote. Write: /topic 618 stock 10min
agenda-no-meeting = No meeting is planned. Plan one first
agenda-drop-which = Which one? Example: /drop_topic 3
agenda-show-which = Of which meeting? Example: /agenda M12
agenda-only-leader = #M{ $number } is run by { $who }; only { $who } or a lead can do this
agenda-only-leads = Only leads can open a meeting that was not planned
agenda-not-planned = { $state ->
    [open] #M{ $number } is running. /agenda shows where it is
    [closed] #M{ $number } is over
   *[other] #M{ $number } will not be held
}
agenda-other-open = #M{ $number } { $title } is still running. First /adjourn, then open the next
agenda-changed = Somebody just changed #M{ $number }; see /agenda
agenda-not-open = #M{ $number } is not running. Begin: /open_meeting M{ $number }
agenda-not-closed = #M{ $number } is not over yet
agenda-none-open = No meeting is running. Begin: /open_meeting M12
agenda-only-in-group = The meeting is in the group; please send this there
agenda-none-due = No meeting is due within two hours. Open one now: /open_meeting 618 sprint
agenda-open-which = Which one? Example: /open_meeting M12, or a new one: /open_meeting 618 sprint
agenda-open-later = A meeting for later is planned with /meeting and its time
agenda-moved-on = { $number ->
    [0] That one is done; the agenda is through
   *[other] That one is done; now it is number { $number }
}
agenda-back-which = Back to which one? Example: /back_to 2
agenda-note-empty-decision = What was decided? Example: /decision push the set, not below 1180
agenda-note-empty-action = What is to be done? Example: /action @Fang by friday write 3 texts
agenda-note-empty-data = Which figure? Example: /datum repurchase 23% last week
agenda-note-empty-open = What was left open? Example: /unsettled who pays the freight
agenda-note-long = That has { $length } letters; { $most } at most, details go into the minutes
agenda-note-none = { $number ->
    [0] There is none of yours to take back
   *[other] There is no number { $number }; see /notes
}
agenda-take-back-which = Which one? Example: /take_back decision 2
agenda-action-who = Who is to do it? Example: /action @Fang by friday write 3 texts
agenda-action-again = An action has one date; what comes again is a task. Example: /action @Fang by friday write 3 texts
agenda-action-date = A date is enough, for example: /action @Fang by friday write 3 texts
agenda-poll-empty = Vote on what? Example: /vote push the set? or /vote which one? A set B serum
agenda-poll-long = That has { $length } letters; { $most } at most. Example: /vote push the set?
agenda-poll-options = The options are unclear: 2 to { $most }, each up to { $length } letters, no two alike. Example: /vote which one? A set B serum
agenda-poll-open = Vote #P{ $number } ({ $question }) is still open. First /vote end
agenda-poll-none = No vote is open. Start one: /vote push the set?
agenda-poll-over = Vote #P{ $number } is over
agenda-poll-no-option = Vote #P{ $number } has no such option
agenda-poll-not-invited = You are not invited to #M{ $number }; listen in this time

agenda-help-agenda = show the agenda
agenda-usage-agenda = /agenda [M12]
agenda-example-agenda = /agenda M12
agenda-help-topic = add topics and order them
agenda-usage-topic = /topic name [10min] [@owner] [M12], one a line; /topic 3 up|down|to 1|change 15min
agenda-example-topic = /topic 618 stock 10min @Wang
agenda-help-standing-topic = a topic of every meeting
agenda-usage-standing-topic = /standing_topic name [10min] [@owner] [M12]
agenda-example-standing-topic = /standing_topic sales review 10min
agenda-help-drop-topic = drop a topic
agenda-usage-drop-topic = /drop_topic number [M12]
agenda-example-drop-topic = /drop_topic 3
agenda-help-open-meeting = begin a meeting
agenda-usage-open-meeting = /open_meeting [M12]; leads may open a new one: /open_meeting name
agenda-example-open-meeting = /open_meeting M12
agenda-help-next-item = take up the next topic
agenda-usage-next-item = /next_item
agenda-example-next-item = /next_item
agenda-help-skip-item = leave this topic for later
agenda-usage-skip-item = /skip_item
agenda-example-skip-item = /skip_item
agenda-help-back-to = take up a topic again
agenda-usage-back-to = /back_to number
agenda-example-back-to = /back_to 2
agenda-help-adjourn = end the meeting
agenda-usage-adjourn = /adjourn
agenda-example-adjourn = /adjourn
agenda-help-decision = note a decision in a meeting
agenda-usage-decision = /decision words
agenda-example-decision = /decision push the set, not below 1180
agenda-help-action = note in a meeting what is to be done
agenda-usage-action = /action @who [date] what
agenda-example-action = /action @Fang by friday write 3 texts
agenda-help-datum = note a figure in a meeting
agenda-usage-datum = /datum words
agenda-example-datum = /datum repurchase 23% last week
agenda-help-unsettled = note what was left open
agenda-usage-unsettled = /unsettled words
agenda-example-unsettled = /unsettled who pays the freight
agenda-help-notes = show what was noted in the meeting
agenda-usage-notes = /notes
agenda-example-notes = /notes
agenda-help-take-back = take a note back
agenda-usage-take-back = /take_back decision|action|data|open [number]
agenda-example-take-back = /take_back decision 2
agenda-help-hand = line up to speak
agenda-usage-hand = /hand; /hand off
agenda-example-hand = /hand
agenda-help-speakers = show who wants to speak
agenda-usage-speakers = /speakers
agenda-example-speakers = /speakers
agenda-help-next-speaker = let the next one speak
agenda-usage-next-speaker = /next_speaker
agenda-example-next-speaker = /next_speaker
agenda-help-check-in = say that you are there
agenda-usage-check-in = /check_in
agenda-example-check-in = /check_in
agenda-help-vote = vote in a meeting
agenda-usage-vote = /vote question [A one B other]; /vote shows it; /vote end
agenda-example-vote = /vote which one? A set B serum
