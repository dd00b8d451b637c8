# Goals.
goal-title = 🎯 { $who }: { $target } for { $span }
goal-team = team
goal-standing = { $done } done ({ $percent }%){ $rest }
goal-rest-pace = , { $gap } to go: { $pace } × { $days } days
goal-rest = , { $gap } to go
goal-rest-today = , { $gap } to go today
goal-over = , { $gap } short, over
goal-reached = , reached 🎉
goal-note = { $parts }
goal-number = #G{ $number }
goal-before = was { $target }
goal-same = it was that already, nothing changed
goal-button-cancel = Cancel
goal-told = 🎯 { $giver } set your goal for { $span }: { $target }
goal-list = 🎯 Goals of { $name }
goal-line = { $who }, { $span } { $target }: { $standing } #G{ $number }{ $state ->
    [replaced] { " " }(replaced)
    [cancelled] { " " }(cancelled)
   *[active] { "" }
}
goal-more = { $count } more. For one period: /goal month
goal-none = { $own ->
    [0] { $name } has no goal yet. For example: /goal @{ $name } month 30000
   *[1] You have no goal yet. For example: /goal month 30000
}
goal-cancelled = #G{ $number } is cancelled: { $who }, { $span } { $target }

goal-ask-period = { $target } for which period?
goal-button-month = This month
goal-button-week = This week
goal-button-day = Today
goal-ask-unit = Is { $count } a number of orders or an amount?
goal-orders = { $count } orders
goal-yuan = { $count } yuan

goal-span-today = today
goal-span-week = this week
goal-span-month = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}{ $far ->
    [0] { "" }
   *[1] { " " }{ $year }
}
goal-span-year = { $year }
goal-span-days = { $first }–{ $last }

goal-unclear = That is no goal I can read. For example: /goal month 30000, or /goal month 40 orders
goal-unknown-member = There is no “{ $name }” in the team. For example: /goal @Mei month 20000
goal-past = That period is over. Set one that runs or comes, for example: /goal month 30000
goal-not-found = There is no goal #G{ $number }. Send “/goal” for the numbers.
goal-ended = #G{ $number } is no longer in use. Send “/goal” for the goals of now.
goal-nothing-to-cancel = There is no goal to cancel. Send “/goal” for the numbers, for example: /cancel G4
goal-which = There are several goals: { $numbers }. Cancel one by its number, for example: /cancel G{ $number }
goal-cancel-which = Which one? Name its number, for example: /cancel G4
goal-bad-zero = A goal is more than 0. For example: /goal month 30000
goal-bad-negative = A goal is more than 0. For example: /goal month 30000
goal-bad-too-large = That is too large (at most 100 million yuan or 1 million orders). For example: /goal month 30000
goal-bad-currency = Goals are in yuan. For example: /goal month 30000
goal-bad-range = A goal is one exact number. For example: /goal month 30000

goal-help-goal = set a goal, see the gap
goal-usage-goal = /goal [@name|team] [when] [amount|orders]; /goal cancel when
goal-example-goal =
    /goal month 30000
    /goal month 40 orders
    /goal @fang month 20000
    /goal team june 300000
    /goal cancel month
goal-help-cancel = give up a goal
goal-usage-cancel = /cancel number
goal-example-cancel = /cancel G4
