# Tasks

# When something cannot be done
task-not-found = There is no task T{ $number }. Send /task to see what is open.
task-no-title = What is to be done? Example: /task @fang 3 versions of the copy due Fri 18:00
task-title-long = The title has { $length } characters, { $most } is the most. Make it shorter and put details behind “detail:”
task-not-yours = T{ $number } is up to { $who }
task-taken = { $who } has taken T{ $number } already
task-yours-already = T{ $number } is yours already
task-has-it = { $who } has T{ $number } already
task-changed = T{ $number } was changed by somebody else just now. Send “T{ $number }” to look at it
task-not-now = T{ $number } is “{ task-state }” now: you can't { task-verb } it
task-done-already = T{ $number } is done already 👌
task-return-why = What is missing? Say it, so that it can be mended. Example: /return T{ $number } price is missing
task-not-blocked = T{ $number } is not blocked
task-there-already = T{ $number } is in “{ $stage }” already
task-nothing-to-undo = There is no change of T{ $number } to take back
task-next-begun = T{ $next }, the next one after T{ $number }, was begun already. See to T{ $next } first
task-items-many = A checklist has { $most } lines at most. Make several tasks of it
task-no-item = T{ $number } has no item { $item }{ $last ->
    [0] , it has none yet
   *[other] , only 1 to { $last }
}
task-circle = That would go in a circle: { $path }. T{ $number } stays as it was
task-past = That time is over. Name one that is still to come, for example: /postpone T{ $number } Saturday
task-no-request = Nobody asked you for more time on T{ $number }

task-state = { $state ->
    [open] open
    [doing] in work
    [review] to be accepted
    [returned] returned
    [done] done
   *[cancelled] called off
}
task-verb = { $verb ->
    [start] start
    [submit] hand in
    [finish] finish
    [accept] accept
    [return] return
    [claim] claim
    [reopen] reopen
    [cancel] call off
    [transfer] hand over
    [block] block
    [postpone] move
    [move] move
   *[other] change
}

# How a task is written
task-head = #T{ $number } { $title }
task-nobody = nobody yet
task-facts = { $who }{ $due }{ $stage }{ $priority }{ $customer }{ $parts }{ $waits }{ $tags }
task-fact = { " · " }{ $text }
task-fact-due = { " · by " }{ $date }
task-fact-every = { " · " }{ $every }
task-fact-items = { " · " }{ $count } items
task-fact-waits = { " · " }after { $numbers }
task-fact-priority = { $n ->
    [2] { " · " }very urgent
    [1] { " · " }urgent
   *[other] { " · " }no hurry
}
task-criteria = accept: { $criteria } ({ $who })
task-acceptor = { $who } accepts it{ $criteria }
task-item = { $done ->
    [1] ☑
   *[0] ☐
}{ $n }.{ $words }
task-items = checklist { $done }/{ $all }: { $items }
task-items-none = no checklist yet. Example: /item T{ $number } pictures, text, proof
task-items-full = The checklist is complete: /done T{ $number }
task-waits = waits for { $numbers }
task-blocked-by = ⛔ stuck on: { $words }
task-origin = From the minutes of #{ $origin }
task-detail = { $detail }
task-line = { $mark ->
    [blocked] ⛔
    [late] ⏰
    [doing] ▶
    [review] 👀
    [returned] ↩
   *[other] ·
} { $head }{ $who }{ $due }{ $urgent ->
    [1] { " " }❗
   *[0] { "" }
}
task-line-who = { " " }{ $who }
task-line-due = { " " }{ $date }
task-more = …and { $count } more

# Receipts
task-made = 📌 { $head }
task-made-several = 📌 { $count } tasks made
task-made-line = { $head } · { $who } · { $due }
task-for-you = 📌 From { $name } for you: { $head }
task-alike = Much like { $head } ({ $who } { $due }). Merge them?
task-note-away = { $name } is on leave { $span }
task-note-full = { $name } has { $count } tasks in hand (limit { $most }); /transfer gives it to somebody else
task-note-everybody = Nobody was called by @all. Name who is to do it
task-step-taken = { $verb ->
    [start] ▶ { $head }: begun
    [reopen] 🔄 { $head }: open again
   *[unblock] 👌 { $head }: can go on
}
task-claimed = 🙋 { $name } takes { $head }
task-transferred = 🔁 { $head } goes to { $who }
task-edited = ✏️ { $head }: changed
task-noted = Noted: { $head }
task-merged = #T{ $number } is now part of { $head }
task-handed-in = 👀 { $name } hands in { $head }
task-judge = “/accept T{ $number }”, or “/return T{ $number } what is missing”
task-done = ✅ { $head }: done, { $who } 👏
task-accepted = ✅ { $head }: accepted, { $who } 👏
task-cancelled = 🗑 { $head }: called off
task-punctual = { $dated ->
    [1] in time{ $first ->
        [1] , at the first go
       *[0] { "" }
    }
   *[0] { $first ->
        [1] at the first go
       *[0] put right
    }
}
task-comes-again = Next: #T{ $number } { $date }{ $skipped ->
    [0] { "" }
   *[other] { " " }({ $skipped } skipped meanwhile)
}
task-freed = { $head } can begin { $who }
task-returned = ↩ { $head }: back to { $who }
task-missing = missing: { $words }
task-blocked = ⛔ { $head }: stuck
task-undone = ↩️ { $head }: took back “{ task-did }”, now { task-state }
task-waits-no-more = { $head } waits for nothing now
task-postponed = 🗓 { $head }: new time
task-moved = { $before } → { $after }
task-because = because: { $words }
task-no-reason = not said
task-ask-giver = { $who }: { $name } asks for more time on { $head }. All right?
task-asked-giver = #T{ $number } is past its time: { $who } is asked first
task-granted = 👌 { $name } agrees: { $head }
task-denied = { $name } does not agree to more time: { $head }

# A short question
task-which = Which task? Name it, for example: /done T31
task-which-one = Which one?
task-none-open = You have no open task. /unowned shows what you could take.
task-ask-items = { $head } has { $count } open items: { $items }
task-ask-criteria = { $head } is to meet “{ $criteria }”. Does it, all of it?
task-ask-series = { $head } comes again. Call off which?
task-ask-date = When is “{ $title }” due?
task-ask-who = Nobody is called @{ $name }
task-ask-left = { $name } has left the team
task-recalled = The message was recalled. Call off { $tasks }?
task-edit-unclear = The message was changed and I can't read a task in it. Call off { $tasks }?
task-edit-late = { $head } has been worked on, an edit of the message does not change it. Use “/edit T…”
task-button-claim = I take it
task-button-accept = Accept
task-button-done = Done
task-button-all-done = All of it
task-button-not-yet = Not yet
task-button-once = Only this time
task-button-all = For good
task-button-no-date = No date yet
task-button-nobody = Nobody yet
task-button-person = It's @{ $name }
task-button-merge = Merge
task-button-both = Keep both
task-button-grant = Agree
task-button-deny = Don't agree
task-button-cancel = Call off
task-button-keep = Keep

# What was left out
task-block-why = Stuck on what? Say it so that somebody can help. Example: /block T{ $number } waiting for the picture
task-transfer-who = To whom? Example: /transfer T{ $number } @lili
task-note-what = Note what? Example: /note T{ $number } first draft is there
task-after-what = Wait for which? Example: /after T{ $number } T30; for nothing: /after T{ $number } none
task-edit-what = Change to what? Example: /edit T{ $number } 5 versions of the copy, or /edit T{ $number } accept: with price
task-edit-else = People change by “/transfer T{ $number } @who”, dates by “/postpone T{ $number } Saturday”
task-merge-which = Merge with which? Example: /merge T{ $number } T18
task-postpone-when = Until when? Example: /postpone T{ $number } Saturday because the picture is missing
task-person-unknown = Nobody is called @{ $name }. /members shows who is here
task-person-near = Nobody is called @{ $name }. Did you mean @{ $near }? Send it again with the right name
task-person-left = { $name } has left the team; name somebody else
task-many = { $most } tasks at once at most, these are { $count }. Send them in two messages
task-line-no-title = Line { $line } does not say what is to be done, so none was made. Add it and send it again
task-line-date = Line { $line } “{ $title }” has an unclear time, so none was made. Example: Fri 18:00
task-orphaned = { $name } has left, { $count } tasks are nobody's now
task-orphaned-how = Give them away: /transfer T… @who

# Lists
task-list = { $kind ->
    [mine] 📋 Your tasks ({ $count })
    [late] ⏰ Past their time ({ $count })
    [unowned] 🙋 Nobody's yet ({ $count })
    [today] 📋 Due today ({ $count })
    [tomorrow] 📋 Due tomorrow ({ $count })
    [week] 📋 Due this week ({ $count })
    [done] ✅ Done in 7 days ({ $count })
    [review] 👀 To be accepted ({ $count })
    [blocked] ⛔ Stuck ({ $count })
    [given] 📋 Given by you ({ $count })
   *[all] 📋 Tasks ({ $count })
}{ $who }{ $tag }
task-list-empty = { $kind ->
    [late] Nothing is late, well done 👏
    [unowned] Everything has somebody 👌
    [done] None yet
   *[other] Nothing, all clear 🎉
}
task-list-claim = To take one: /claim T…
task-list-free = { $count } more are nobody's: /unowned
task-story = { $head } ({ $blocked ->
    [1] stuck
   *[0] { task-state }
})
task-steps-more = …{ $count } earlier steps
task-step = { $at } { $who } { task-did }{ $words }{ $undone ->
    [1] { " " }(taken back)
   *[0] { "" }
}
task-step-words = : { $words }
task-did = { $verb ->
    [create] made
    [claim] took it
    [assign] assigned
    [transfer] handed over
    [start] began
    [submit] handed in
    [finish] finished
    [accept] accepted
    [return] returned
    [cancel] called off
    [reopen] opened again
    [postpone] postponed
    [due] changed the time
    [denied] kept the time
    [block] stuck
    [unblock] went on
    [edit] changed
    [move] moved
    [note] noted
    [items] added items
    [tick] ticked
    [untick] unticked
    [after] added what it waits for
    [alone] waits for nothing
    [merge] merged
    [absorb] took in
    [left] left the team
    [once] no longer repeats
    [undo] took back
   *[other] changed
}

# Reminders
task-remind = { $step ->
    [today] ⏰ Due today: { $head } ({ $date })
    [day] ⏰ Due tomorrow: { $head } ({ $date })
    [hours] ⏰ Due soon: { $head } ({ $date })
    [now] ⏰ Due now: { $head } ({ $date })
   *[over] ⏰ { $head } is past its time ({ $date })
}
task-remind-over-how = Done? “/done T{ $number }”. Need more time? “/postpone T{ $number } Saturday because …”
task-remind-unseen = 👀 { $head } from { $who } has waited a day for you to accept it
task-remind-summary = ⏰ { $over ->
    [0] { $soon } due soon
   *[other] { $over } past their time{ $soon ->
        [0] { "" }
       *[other] , { $soon } due soon
    }
}
task-remind-line = { $over ->
    [1] ⏰
   *[0] ·
} { $head } { $date }
task-remind-how = “/done T…” or “/postpone T… Saturday because …”

# Promises
task-promised = 🤝 Noted: { $head }{ $to }
task-promised-to = promised to { $who }
task-promises = 🤝 Your promises ({ $count })
task-promise-what = Promise what? Example: I promise the picture to @lili by Friday
task-kept = Kept { $percent }% ({ $kept }/{ $all }) · only you see this

# Help
task-help-task = give and list tasks
task-usage-task = /task [@who] what [when] [accept: …] [#tag]; /task [@who|overdue|#tag|all]
task-example-task = /task @fang 3 versions of the copy due Fri 18:00 accept: with price
task-help-tasks = see what you have in hand
task-usage-tasks = /tasks
task-example-tasks = /tasks
task-help-unowned = list what nobody does
task-usage-unowned = /unowned
task-example-unowned = /unowned
task-help-start = begin a task
task-usage-start = /start T31
task-example-start = /start T31
task-help-done = hand a task in
task-usage-done = /done T31
task-example-done = /done T31
task-help-accept = accept what was handed in
task-usage-accept = /accept T31
task-example-accept = /accept T31
task-help-return = return it with what is missing
task-usage-return = /return T31 what is missing
task-example-return = /return T31 price is missing
task-help-cancel = call a task off
task-usage-cancel = /cancel T31
task-example-cancel = /cancel T31
task-help-reopen = open an ended task again
task-usage-reopen = /reopen T31
task-example-reopen = /reopen T31
task-help-block = say what a task is stuck on
task-usage-block = /block T31 on what
task-example-block = /block T31 waiting for the picture
task-help-unblock = it can go on
task-usage-unblock = /unblock T31
task-example-unblock = /unblock T31
task-help-undo = take back a task's last step
task-usage-undo = /undo T31
task-example-undo = /undo T31
task-help-postpone = move a deadline
task-usage-postpone = /postpone T31 when [because …]
task-example-postpone = /postpone T31 Saturday because the picture is missing
task-help-grant = agree to more time
task-usage-grant = /grant T31
task-example-grant = /grant T31
task-help-deny = do not agree to more time
task-usage-deny = /deny T31
task-example-deny = /deny T31
task-help-claim = take a task that nobody has
task-usage-claim = /claim T31
task-example-claim = /claim T31
task-help-transfer = give a task to somebody else
task-usage-transfer = /transfer T31 @who
task-example-transfer = /transfer T31 @lili
task-help-item = a checklist: add, tick
task-usage-item = /item T31 [pictures, text|2 done]
task-example-item = /item T31 pictures, text, proof
task-help-note = note something about a task
task-usage-note = /note T31 words
task-example-note = /note T31 first draft is there
task-help-after = which task comes first
task-usage-after = /after T31 T30
task-example-after = /after T31 T30
task-help-edit = change what a task says
task-usage-edit = /edit T31 new words
task-example-edit = /edit T31 5 versions of the copy
task-help-merge = make two tasks one
task-usage-merge = /merge T31 T18
task-example-merge = /merge T31 T18
task-help-promises = your own promises
task-usage-promises = /promises; I promise what by when [@who]
task-example-promises = /promises the picture by Friday @lili
