# Said everywhere.
common-yes = Yes
common-no = No
common-as-is = { $text }
common-near-miss = Did you mean “{ $line }”?
common-which-person = Several people are called { $name }. Which one?
common-which-number = Please answer with a number from 1 to { $last }.
common-expired = That question has expired, nothing was changed. Send it again if you still need it.
common-not-yours = That question is for somebody else to answer.
common-bad-word = I do not understand “{ $word }”. Write it like this:
common-missing = “{ $usage }” needs a little more. Write it like this:
common-which-record = “{ $word }”: which one? Name it, e.g. { $word } { $example } (it may be: { $names })
common-record = { $letter ->
    [T] task
    [A] appointment
    [M] meeting
    [G] goal
    [GS] shares of a goal
    [K] campaign
    [PK] contest
    [ST] strategy
    [S] large order
    [X] experience
   *[other] number
} { common-record-example }
common-record-example = { $letter ->
    [T] T31
    [A] A2
    [M] M12
    [G] G4
    [GS] GS3
    [K] K3
    [PK] PK3
    [ST] ST2
    [S] S27
    [X] X3
   *[other] { $letter }1
}
common-not-allowed = Only a { role-name } may do that: { $who }
common-nobody-may = Only a { role-name } may do that, and the team has none yet. Whoever runs the bot can make an owner code.
common-left = You are no longer in the team, so nothing was booked. A manager can send “/restore @you”.
common-late = I was offline. { $count ->
    [one] 1 record
   *[other] { $count } records
} booked late, ¥{ $amount } in all. Send “/ledger” to check.
common-late-unclear = { $count ->
    [one] 1 more message was
   *[other] { $count } more messages were
} not booked; please send again what matters.
common-maybe-twice = (perhaps sent twice: the first try was not confirmed)
common-incident = Something broke on my side (incident { $code }). I will try again by myself, no need to resend.
common-incident-final = I tried several times and failed (incident { $code }); nothing was booked. Please tell whoever runs the bot.
common-slot-failed = The planned work “{ $job }” failed this time; it is in the log, and the next one runs as usual.
common-no-team = I do not know you yet. Say something in your team's group first, then write to me here.
common-unreachable = @{ $name } I cannot write to you in private, so reminders and digests do not reach you. Open my profile and press Start.
common-missed = ⚠️ I was away { $since }–{ $until } and got none of those messages. Please report again: /sale 398
common-platform-broken = The line to { $name } broke ({ $kind }) and is started again; the log tells more.
