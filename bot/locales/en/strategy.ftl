# Strategies
strategy-head = #ST{ $number } { $name }
strategy-phase = { $state ->
    [ended] over
    [cancelled] cancelled
   *[active] { $days ->
        [0] ends today
        [1] ends today
       *[other] { $days } days left
    }
}
strategy-title = 🧭 { $head } { $phase }
strategy-goal = 🎯 Under #G{ $number } { $who } { $span } goal { $target }{ $public ->
    [1] {" "}({ $percent }% done)
   *[0] { "" }
}
strategy-tasks = Tasks { $done }/{ $total }
strategy-note = Owner { $owner } · { $first } ~ { $last }{ $active ->
    [1] {" "}· more tasks: /strategy ST{ $number } add …
   *[0] { "" }
}
strategy-measure = { $metric ->
    [amount] sales
    [orders] orders
    [new] new customers
    [repeat] returning customers
   *[quantity] { $product }
}
strategy-yuan = { $amount } yuan
strategy-count = { $count }{ $metric ->
    [orders] {" "}orders
    [new] {" "}orders
    [repeat] {" "}orders
   *[quantity] {" "}pieces
}
strategy-effect = 📈 { $measure }: { $now } a day in { $days } days, { $then } in the { $days } days before ({ $change }). { $few ->
    [1] Few days yet, and other causes may exist
   *[0] Other causes may exist
}
strategy-effect-alone = 📈 { $measure }: { $now } a day in { $days } days; nothing on record in the { $days } days before to compare with
strategy-effect-soon = 📈 Effect: compared once a whole day is over

strategy-made = 🧭 { $head } is set
strategy-facts = Owner @{ $owner }, measured by { $measure }, until { $last }{ $usual ->
    [1] {" "}(no day was named; change it: /strategy ST{ $number } until 7/31)
   *[0] { "" }
}
strategy-task = #T{ $number } { $title } ({ $due })
strategy-made-tasks = ☑ { $tasks }{ $more ->
    [0] { "" }
   *[other] {" "}…
}
strategy-no-tasks = No tasks yet: /strategy ST{ $number } add post 3 materials every day
strategy-button-undo = Undo
strategy-ask = Make “{ $name }” a strategy?

strategy-list = 🧭 Strategies ({ $count } at work)
strategy-list-how = See one: /strategy ST1
strategy-none = No strategies yet. Set one:
strategy-line = { $head } { $owner } { $phase } · tasks { $done }/{ $total }{ $is_known ->
    [1] {" "}· daily { $change }
   *[0] { "" }
}

strategy-added = OK, { $count } more for { $head }
strategy-goal-set = OK, { $head } { $none ->
    [1] hangs under no goal
   *[0] has another goal
}
strategy-owner-set = OK, { $who } answers for { $head }{ $count ->
    [0] { "" }
   *[other] , with { $count } open tasks
}
strategy-until-set = OK, { $head } until { $last }
strategy-measure-set = OK, { $head } is measured by { $measure }
strategy-name-set = OK, it is { $head } now (was { $was })
strategy-cancelled = OK, { $head } is cancelled{ $count ->
    [0] { "" }
   *[other] , with { $count } open tasks
}
strategy-undone = ↩ { $head } undone: { $verb ->
    [create] begun
    [add] tasks
    [goal] goal
    [owner] owner, now { $owner }
    [end_day] last day, now { $last }
    [measure] measure
    [name] name
    [cancel] cancelled, it goes on
   *[other] { $verb }
}
strategy-undone-tasks = { $back ->
    [1] { $count } tasks are back
   *[0] { $count } tasks cancelled
}
strategy-nudge = 🧭 { $head } { $days } days left: { $total ->
    [0] no tasks yet, add one: /strategy ST{ $number } add post 3 materials every day
   *[other] tasks { $done }/{ $total }, { $late } late. See: /strategy ST{ $number }
}
strategy-ended = 🧭 { $head } has ended. Thank you, { $owner }!

strategy-why = 🔍 How the effect of { $head } is worked out
strategy-why-sum = { $when ->
    [during] During
   *[before] Before
} { $first }–{ $last }: { $measure } { $sum } ÷ { $days } days = { $average }
strategy-why-change = Change = the difference of the sums ÷ the sum before = { $change }

strategy-unclear = A strategy is a name, a colon and what to do: /strategy community: post 3 materials every day owner @fang until 6/30
strategy-how = Write: /strategy ST{ $number } add post 3 materials every day, or: until 7/31, owner @fang, goal G3, measure new, cancel
strategy-not-found = There is no strategy #ST{ $number }. See numbers: /strategy
strategy-not-yours = To change #ST{ $number } ask { $who } or a lead
strategy-over = #ST{ $number } { $name } is { $state ->
    [cancelled] cancelled
   *[ended] over
} and cannot be changed
strategy-bad-name = A name has at most { $most } characters: /strategy community: post daily
strategy-name-taken = “{ $name }” is there already. More tasks: /strategy ST{ $number } add post 3 materials every day
strategy-past = It must end after today: /strategy community: post daily until 6/30
strategy-too-long = A strategy has at most { $most } days: until 12/31
strategy-too-many = { $most } strategies are at work already; end one: /cancel ST1
strategy-many-tasks = A strategy has at most { $most } tasks
strategy-no-share = A share is read by hand and measures no effect. Write: measure amount, measure new
strategy-bad-day = Which day is “{ $words }”? Write: until 6/30
strategy-bad-date = When is “{ $title }” due? Write: post 3 materials every day, or: make a poster by friday
strategy-who = Nobody here is called “{ $name }”. Write: owner @fang
strategy-bad-measure = “{ $word }” cannot be measured. These can: amount, orders, new, repeat{ $known ->
    [1] , or a product: { $names }
   *[0] { "" }
}
strategy-add-what = Add what? /strategy ST{ $number } add post 3 materials every day
strategy-goal-which = Under which goal? /strategy ST{ $number } goal G3, or: goal none

strategy-help-strategy = set how to reach a goal: who, what, and whether it works
strategy-usage-strategy = /strategy name: what [owner @who] [until day] [goal G3] [measure new]; /strategy ST2 [add …|until …|cancel]
strategy-example-strategy =
    /strategy community: post 3 materials every day owner @fang until 6/30
    /strategy ST1 add review every friday
    /strategy ST1
