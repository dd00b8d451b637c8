# Skills, preferences, load, and giving out work
matching-joined = { $first } · { $second }
matching-skill = { $skill } { $level }
matching-no-skill = no { $skill } noted
matching-unknown-member = I know nobody called “{ $name }”. /members lists the names.
matching-sent-privately = I sent it to you in private.
matching-private-first = This is for your eyes only, and I can't write to you yet. Send me a private word, then ask again.

# Skills
matching-skills = { $name }: { $skills }
matching-skills-none = { $name } has no skills noted. Levels are 1–5, e.g. /skills copy3 data1
matching-skills-noted = OK, { $name }: { $skills }
matching-skills-told = { $who } noted skills for you: { $skills }
matching-skills-told-note = If that's not right, change it: /skills copy2, or: /skills remove copy
matching-skill-gone = OK, “{ $skill }” is off { $name }'s skills.
matching-skill-gone-told = { $who } took “{ $skill }” off your skills.
matching-skill-not-there = { $name } has no “{ $skill }” noted. /skills shows what there is.
matching-skill-unclear = I don't follow “{ $words }”. Write a level of 1–5 behind each skill, e.g. /skills copy3 data1
matching-level-bad = “{ $skill }{ $level }” can't be: levels are 1 to 5. E.g. /skills { $skill }3
matching-level-missing = How well, “{ $skill }”? 1 is a beginner, 5 could teach it. E.g. /skills { $skill }3
matching-too-many-skills = { $most } skills at most; keep the best ones.
matching-who = { $count } can do { $skill }:
matching-level-line = Level { $level }: { $names }{ $more ->
    [0] { "" }
   *[other] { " " }and { $more } more
}
matching-who-none = Nobody has noted “{ $skill }” yet. If you can do it: /skills { $skill }3
matching-who-several = Who can do what:
matching-who-line = { $skill }: { $people }
matching-who-line-none = { $skill }: nobody yet

# Preferences
matching-wishes = What { $name } prefers:
matching-wishes-none = { $name } has said nothing yet. E.g. /preferences copy, not live, weekends off, max 3
matching-wishes-noted = Noted: { $wishes }
matching-wishes-who = Only you and leads can see it; it counts when work is given out.
matching-wishes-cleared = OK, your preferences are empty.
matching-wish-gone = OK, “{ $work }” is gone.
matching-wish-not-there = There is no “{ $work }” in your preferences. /preferences shows them.
matching-wishes-own = Preferences are everybody's own. { $name } can send e.g. /preferences copy, not live
matching-wishes-unclear = I don't follow “{ $words }”. E.g. /preferences copy, not live, weekends off, max 3
matching-too-many-wishes = { $most } at most; keep what matters.
matching-capacity-bad = How many at once: write 1 to { $most }. E.g. /preferences max 3
matching-likes = Likes: { $works }
matching-dislikes = Not: { $works }
matching-off-days = Off: { $days }
matching-no-off-days = Any day is fine
matching-capacity = At once: { $count } at most

# Load
matching-loads = 📋 What everybody has in hand, { $count } in all
matching-load-line = { $name } { $open }/{ $capacity }
matching-load-offered = { $count } to answer
matching-load-due = { $count } due this week
matching-load-overdue = { $count } overdue
matching-load-over = rather a lot, some could go to others
matching-load-away = away, back { $day }
matching-loads-more = { $count } more; /load @name shows one of them
matching-load-more-tasks = { $count } more; /task shows all
matching-load-unclear = I don't follow “{ $word }”. E.g. /load, or: /load @Fang

# Giving out work
matching-task = T{ $number } { $title }
matching-task-due = T{ $number } { $title } { $due }
matching-task-line = · { $task }
matching-how = What is to be done? E.g. /dispatch poster needs copy2 Fri 18:00. A task there is: /dispatch T31; all that nobody has: /dispatch all
matching-no-title = What is to be done? E.g. /dispatch poster needs copy2 Fri 18:00
matching-once = /dispatch gives out work that comes once; for what recurs make a task. E.g. /task @Fang report every Friday
matching-again = Please say the date clearly and send it again, e.g. /dispatch poster needs copy2 Fri 18:00
matching-one-each = Name somebody for one task at a time. E.g. /dispatch T{ $number } @{ $name }
matching-meant = Give out “{ $title }” ({ $due })?
matching-meant-note = To find who can do it: /dispatch { $title } needs copy2
matching-ended = T{ $number } has ended; there is nothing to give out.
matching-has-owner = { $who } has T{ $number } already.
matching-cannot-work = { $name } is not in the group or a guest, and can't be given work.
matching-proposal = 🤝 Who takes { $task }
matching-best = Best: @{ $name }: { $reasons }
matching-named = Named: @{ $name }: { $reasons }
matching-backup = Then: @{ $name }: { $reasons }
matching-nobody-can = Nobody has that level; nearest is:
matching-answer = @{ $name } please answer /take or /pass
matching-asked = I asked { $name } in private.
matching-asked-group = I can't write to { $name } in private; I'll ask in the group.
matching-for-you = 🤝 Would you do { $task }
matching-because = Because: { $reasons }
matching-how-free = Answer /take or /pass (once a week without a reason)
matching-how-why = Answer /take, or /pass because … (this week's free one is used)
matching-liked = likes it
matching-in-hand = { $open }/{ $capacity } in hand
matching-absent = { $days } { $days ->
    [one] day
   *[other] days
} away meanwhile
matching-turn = { $days ->
    [0] had a turn today
    [one] last turn a day ago
   *[other] last turn { $days } days ago
}
matching-turn-never = no turn yet
matching-doubt-full = @{ $name } has { $open }/{ $capacity } in hand. Ask all the same?
matching-doubt-away = @{ $name } is away until it is due. Ask all the same?
matching-whether = 🤝 { $task }
matching-button-still = Ask
matching-button-other = Ask @{ $name }
matching-button-later = Leave it
matching-button-take = Take
matching-button-pass = Pass
matching-button-wait = Wait
matching-button-yes = Yes
matching-nobody = { $task }: there is nobody left to ask.
matching-nobody-note = You can name somebody, e.g. /dispatch T{ $number } @Fang. Or leave it to who wants it: /claim T{ $number }
matching-over = T{ $number } has just changed; there is nothing to answer any more.
matching-nothing-asked = There is no work waiting for your answer.
matching-not-asked = You were not asked about T{ $number }. To take what nobody has: /claim T{ $number }
matching-which = { $verb ->
    [take] Take which one?
   *[pass] Pass on which one?
}
matching-taken = 👌 { $task } is @{ $name }'s
matching-taken-note = When it's done: /done T{ $number }
matching-taken-told = { $name } takes { $task }
matching-passed = OK, T{ $number } goes to somebody else.
matching-passed-free = That was this week's one without a reason.
matching-passed-told = { $name } passes on { $task }
matching-passed-why = { $name } passes on { $task }: { $reason }
matching-next-asked = I asked { $name } next.
matching-why = You have passed once this week. A word why is enough this time, e.g. /pass T{ $number } because of a big order
matching-unanswered = { $name } hasn't answered about { $task }. Ask somebody else?

# Several at once
matching-none-free = There is no task that nobody has. Make one, e.g. /dispatch poster needs copy2 Fri 18:00
matching-too-many = { $most } at once at most.
matching-plan = 🤝 These { $count } could go like this:
matching-plan-none = Nobody to give these to now: { $numbers } (everybody is full, or nobody fits)
matching-plan-left = Left for now: { $numbers } (everybody is full, or nobody fits)
matching-pair = T{ $number } { $title } → @{ $name }
matching-pair-why = T{ $number } { $title } → @{ $name } ({ $why })
matching-short = below the level but nearest
matching-share = @{ $name }: { $numbers }
matching-shares-more = { $count } more people
matching-button-go = Go ahead
matching-button-no = Don't
matching-given = { $count ->
    [0] None was given: they have all changed. Send it again to see.
   *[other] OK, { $count } given:
}
matching-missed = { $count } had just changed and were left alone.
matching-given-you = 🤝 { $who } gave you { $count ->
    [one] a task
   *[other] { $count } tasks
}:

matching-help-skills = note and find skills
matching-usage-skills = /skills [@name] [skill and level …], /skills name, /skills remove name
matching-example-skills = /skills copy3 data1
matching-help-preferences = say what you like to do
matching-usage-preferences = /preferences liked, not …, weekends off, max 3
matching-example-preferences = /preferences copy, not live, weekends off, max 3
matching-help-load = see who has how much
matching-usage-load = /load [@name]
matching-example-load = /load @Fang
matching-help-dispatch = find who fits a task
matching-usage-dispatch = /dispatch what needs skill and level when, /dispatch T31 [@name], /dispatch all
matching-example-dispatch = /dispatch poster needs copy2 Fri 18:00
matching-help-take = take what you were asked
matching-usage-take = /take [T31]
matching-example-take = /take T31
matching-help-pass = leave it to others
matching-usage-pass = /pass [T31] [because …]
matching-example-pass = /pass T31 because of a big order
