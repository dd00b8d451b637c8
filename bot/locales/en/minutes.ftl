# Minutes of meetings
minutes-head = #M{ $number } { $title }
minutes-kind = { $kind ->
    [decision] Decision
    [action] Action
    [data] Data
    [comment] Comment
   *[open] Open
}
minutes-said = { minutes-kind }:{ minutes-said-task } { $words }{ minutes-said-who }{ minutes-said-due }
minutes-said-task = { $task ->
    [0] { "" }
   *[other] { minutes-said-done }#T{ $task }
}
minutes-said-done = { $done ->
    [0] { " " }
   *[other] { " " }✅
}
minutes-said-who = { $named ->
    [0] { "" }
   *[other] { " " }{ $who }
}
minutes-said-due = { $dated ->
    [0] { "" }
   *[other] { " " }{ $due }
}
minutes-line = { $n }. { $said }
minutes-page = { $all } lines, page { $page }/{ $pages }. Another one: /minutes M{ $number } page 2
minutes-goal = { $reached ->
    [1] 🎯 Goal: reached
    [2] 🎯 Goal: partly reached
   *[3] 🎯 Goal: not reached
}
minutes-nothing = not set

minutes-draft = { $version ->
    [1] 📝 { $head }: draft of the minutes
   *[other] 📝 { $head }: draft of the minutes (version { $version })
}
minutes-draft-how = /confirm · /amend { $n } Saturday · /delete { $n } · /add …
minutes-draft-empty = It is empty. Add a line: /add Decision: lead with the gift set
minutes-draft-old = This draft is over a day old, have another look. To post it: /confirm M{ $number }
minutes-draft-gone = This draft has just been posted or given up. Send /minutes to see what there is.
minutes-discarded = 🗑 The draft for { $head } is gone, nothing was posted.
minutes-left = { $count ->
    [1] Not filed: { $words }. To put it in: /add …
   *[other] { $count } sentences not filed: { $words } … To put them in: /add …
}
minutes-others = { $who } is writing these minutes too. Who confirms first posts version 1, the next one goes on from it.
minutes-overtaken = { $who } has just posted version { $version }; yours goes on from it, no line is lost. Look and /confirm again.
minutes-waiting = { $who } still has a draft; it will go on from this version.
minutes-struck = Struck { $lines }. To get it back: /bring_back { $n }
minutes-reread = Read again from your edited message.

minutes-doubt-nobody = ❓{ $n } Who does “{ $what }”? Example: /amend { $n } @name
minutes-doubt-kind = ❓{ $n } “{ $what }” is kept as data. If it is a decision: /amend { $n } decision
minutes-doubt-stranger = ❓{ $n } Nobody here is called “{ $word }”. Who does it? Example: /amend { $n } @name
minutes-doubt-either = ❓{ $n } { $word }: who of them? Example: /amend { $n } @name
minutes-doubt-same = ❓{ $n } Several people are called “{ $word }”. Which one? Example: /amend { $n } @name
minutes-doubt-left = ❓{ $n } { $word } has left the team. Who does it? Example: /amend { $n } @name
minutes-doubt-no-such-day = ❓{ $n } There is no day “{ $word }”. Which day? Example: /amend { $n } Saturday
minutes-doubt-no-such-time = ❓{ $n } There is no time “{ $word }”. When? Example: /amend { $n } Saturday 18:00
minutes-doubt-disagree = ❓{ $n } “{ $word }”: day and weekday disagree. Which day? Example: /amend { $n } Saturday
minutes-doubt-past = ❓{ $n } “{ $word }” is over. Which day? Example: /amend { $n } Saturday
minutes-doubt-backwards = ❓{ $n } “{ $word }” ends before it begins. Which day? Example: /amend { $n } Saturday
minutes-doubt-too-far = ❓{ $n } “{ $word }” is too far off. Which day? Example: /amend { $n } Saturday
minutes-doubt-ambiguous = ❓{ $n } “{ $word }” can be read in two ways. Which day? Example: /amend { $n } Saturday
minutes-doubt-vague = ❓{ $n } Which day is “{ $word }”? Example: /amend { $n } Saturday
minutes-doubts-more = { $count } more to clear up

minutes-posted = { $standing ->
    [1] { $version ->
        [1] 📋 { $head }: minutes
       *[other] 📋 { $head }: minutes v{ $version }
    }
   *[other] 📋 { $head }: minutes v{ $version } (replaced)
}
minutes-posted-how = To correct: reply to this, or /minutes M{ $number } amend { $n } …
minutes-nobody = Nobody yet: { $lines }
minutes-no-date = No date yet: { $lines }
minutes-changed = 📋 { $head }: minutes v{ $version }, changes:
minutes-changed-how = All of it: /minutes M{ $number }
minutes-more = { $count } more changes. All of it: /minutes M{ $number }
minutes-diff = { minutes-kind } { $n }{ minutes-said-task } { $what }: { $parts }
minutes-was-now = { $was } → { $now }
minutes-diff-new = New { $line }
minutes-diff-gone = { $task ->
    [0] Gone: { $said }
   *[other] Gone: { $said } (task cancelled)
}
minutes-unmoved = { $why ->
    [past] The new date of #T{ $number } is over, the task stays as it is
   *[ended] #T{ $number } is over already, the task stays as it is
}
minutes-group-told = The group gets it too
minutes-comment = 💬 { $name } (comment): { $words }
minutes-comment-kept = 💬 Kept with the minutes of { $head }
minutes-comment-gone = The comment on { $head } is taken back

minutes-begin = 📝 { $head } has no minutes yet
minutes-begin-how = Reply to this with them, in items or plain prose. Example:
minutes-begin-example = 1. Decided: lead with the gift set 2. @name to write 3 drafts by Friday
minutes-so-far = 📝 { $head }: { $count } notes so far, the meeting is still on
minutes-so-far-how = Send /minutes after it; the draft will begin with these
minutes-no-meeting = There has been no meeting. Keep this as the minutes of a new one?
minutes-no-meeting-how = You can name it too: /minutes new Launch: 1. Decided: lead with the gift set …
minutes-untitled = Meeting of { $day }
minutes-list = 📋 The latest minutes
minutes-listed = { $head } { $day } v{ $version }, { $lines } lines
minutes-found = { $more ->
    [0] 🔎 “{ $words }” in the minutes: { $count }
   *[other] 🔎 “{ $words }” in the minutes: the latest { $count }
}
minutes-hit = M{ $number } { $day } { minutes-hit-kind }: { $words }{ minutes-hit-task }
minutes-hit-kind = { $kind ->
    [comment] Comment by { $name }
   *[other] { minutes-kind }
}
minutes-hit-task = { $task ->
    [0] { "" }
   *[other] { " " }#T{ $task }
}
minutes-found-how = All of it: /minutes M{ $number }
minutes-not-found = 🔎 The minutes do not say “{ $words }”

minutes-button-confirm = Confirm
minutes-button-discard = Discard
minutes-button-new = Keep as a new meeting
minutes-button-into = Into the minutes of M{ $number }
minutes-button-next = New version
minutes-button-keep = Keep
minutes-button-strike = Strike

minutes-recalled = { $posted ->
    [0] The message was recalled. Strike its lines from the draft for { $head }?
   *[other] The message was recalled. Strike its lines from the minutes of { $head } in a new version?
}
minutes-recalled-line = { $n }. { $words }
minutes-edited-late = The minutes v{ $version } of { $head } are posted. Draft a new version from the edited message?

minutes-file = 📎 { $head }: minutes v{ $version }
minutes-file-title = { $head }: minutes · { $day } · v{ $version }
minutes-file-goal = Goal of the meeting: { $goal }
minutes-file-comments = Comments
minutes-file-kinds = Minutes come as md and docx. Example: /minutes M12 export docx
minutes-file-raw = As it was written

minutes-cancelled = M{ $number } was called off and needs no minutes. For another meeting: /minutes new Launch: 1. Decided: …
minutes-long = Minutes have { $most } lines at most, this is too long. Confirm these first, the rest goes into the next version.
minutes-empty = The draft is empty. Add a line first: /add Decision: lead with the gift set
minutes-no-line = There is no line { $n }, the last one is { $last }. Example: /amend { $last } Saturday
minutes-same = Nothing has changed in the minutes of M{ $number }, no need to post them again. To change: /amend 1 …
minutes-no-draft = You have no draft. Write one: /minutes 1. Decided: lead with the gift set 2. @name to write copy by Friday
minutes-no-draft-of = There is no draft for M{ $number }. Write one: /minutes M{ $number } 1. Decided: …
minutes-not-your-draft = The draft for M{ $number } is { $who }'s to confirm. To write your own: /minutes M{ $number } …
minutes-posted-already = The minutes v{ $version } of M{ $number } are posted. To correct: /minutes M{ $number } amend 1 …
minutes-not-posted = The minutes of M{ $number } are not posted yet; they can be exported then.
minutes-no-version = M{ $number } has no v{ $version }. What there is: /minutes M{ $number }
minutes-not-yours = The minutes of M{ $number } are written by who leads it and by team leads: { $who }. You can comment: just reply to them
minutes-not-yet = M{ $number } has no minutes yet; { $who } will post them.
minutes-new-lead = Minutes of a new meeting are written by leads: { $who }
minutes-none = There are no minutes yet. After a meeting: /minutes new Launch: 1. Decided: … 2. @name to write copy by Friday
minutes-no-owner = Line { $n } ({ minutes-kind }) has no people and no date. To give it: /amend { $n } action @name Saturday
minutes-who = Nobody here is called “{ $name }”. “/members” shows the names. Example: /amend 2 @name Saturday
minutes-date = { $why ->
    [past] That time is over.
    [no_such_day] There is no such day.
    [no_such_time] There is no such time.
    [ambiguous] That date can be read in two ways.
    [backwards] It ends before it begins.
    [disagree] Day and weekday disagree.
   *[other] That date is not sure.
} Example: /amend { $n } Saturday
minutes-step-how = Write /confirm, /amend 2 Saturday, /delete 3, /bring_back 3, /add Decision: lead with the gift set, or /discard

minutes-help-minutes = write, read, find and export minutes
minutes-usage-minutes = /minutes [M12] text|words to find|export|v2; /minutes new title: text
minutes-example-minutes = /minutes M12 1. Decided: lead with the gift set 2. @name to write 3 drafts by Friday
minutes-help-confirm = post your draft of minutes
minutes-usage-confirm = /confirm [M12]
minutes-example-confirm = /confirm M12
minutes-help-amend = change a line of the draft: people, date, kind or words
minutes-usage-amend = /amend [M12] 2 @name Saturday
minutes-example-amend = /amend M12 2 @name Saturday
minutes-help-delete = strike lines out of the draft
minutes-usage-delete = /delete [M12] 3 4
minutes-example-delete = /delete M12 3
minutes-help-bring-back = put struck lines back
minutes-usage-bring-back = /bring_back [M12] 3
minutes-example-bring-back = /bring_back M12 3
minutes-help-add = add to the draft
minutes-usage-add = /add [M12] text
minutes-example-add = /add M12 Decision: lead with the gift set
minutes-help-discard = give your draft up
minutes-usage-discard = /discard [M12]
minutes-example-discard = /discard M12
