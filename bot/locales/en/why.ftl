# Why: where a number comes from
why-note = as of { $time } · fingerprint { $snapshot }
why-counted = { $count ->
    [0] no record counts
    [one] counts 1 record: { $names }
   *[other] counts { $count } records: { $names }{ why-more }
}
why-more = { $more ->
    [0] { "" }
   *[other] {" "}and more
}
why-excluded = { $count ->
    [one] leaves out 1 record: { $names }
   *[other] leaves out { $count } records: { $names }{ why-more }
}
why-excluded-one = #S{ $number } ({ $reason ->
    [void] taken back
    [corrected] corrected
    [held] not confirmed yet
    [cutoff] after the cut-off
    [late] late entry
    [leg] not their leg
    [days] outside the days
    [roster] not on the roster
   *[other] { $reason }
})

why-late-one = #S{ $number } (late)
why-what = Which number? E.g. /why my rank, /why S27, or quote a board with /why
why-no-number = I cannot explain { $record }. E.g. /why my rank, /why S27
why-no-card = There is no number to open on that card. E.g. /why my rank, /why S27
why-others = Others' details are not told in the group. Yours: /why my rank. Leads can ask me in private.
why-in-private = { $name }: the details are in your private chat
why-rank = 🔍 { $name }, { $span }, { why-board }: { $tied ->
    [1] shared rank
   *[0] rank
} { $rank }
why-rank-none = 🔍 { $name } is not on the board: { $span }, { why-board }
why-board = { $new ->
    [1] newcomers ·
   *[0] { "" }
}{ $kind ->
    [amount] board
    [completion] goals reached
    [progress] progress
    [first] first orders
    [repeat] returning customers
    [helping] help
   *[steady] steadiness
}
why-amount = How: all orders that count = ¥{ $amount } / { $orders ->
    [one] 1 order
   *[other] { $orders } orders
}
why-completion = How: { $done } ÷ goal { $target } for { $span } (#G{ $goal }{ $part ->
    [1] , by days
   *[0] { "" }
}) = { $percent }
why-progress = How: { $done } now ÷ { $usual } usual in as many days (four weeks before: { $before }) = { $percent }
why-repeat = How: { $count } orders of returning customers of { $known } with a known customer, { $percent }
why-steady = How: { $count } days with an order, { $streak } in a row now (leave and days off break nothing)
why-count = How: { $kind ->
    [first] days on which one brought the team's first order
   *[helping] thanks for experiences and tasks done for others, one each
} = { $figure }
why-how = How: { $kind ->
    [completion] sales ÷ goal; a goal is needed first
    [progress] against one's own four weeks before; those need orders
    [first] days on which one brought the team's first order
    [repeat] orders of returning customers; reports must name the customer
    [helping] thanks for experiences and tasks done for others, one each
   *[steady] days with an order
}
why-first = Nobody has more, so this is rank 1
why-place = { $more ->
    [one] 1 member has more
   *[other] { $more } members have more
}, { $gap } to the next place
why-changed = { $count ->
    [0] Nothing changed since that board ({ $time })
    [one] That board is of { $time }; 1 change since, this is as of now
   *[other] That board is of { $time }; { $count } changes since, this is as of now
}
why-deeds = { $count ->
    [0] no help counts
    [one] counts 1: { $names }
   *[other] counts { $count }: { $names }{ why-more }
}
why-sale = 🔍 #S{ $number } { $name } { $date } { $amount }
why-sale-counts = Counts: ¥{ $amount } / { $orders ->
    [one] 1 order
   *[other] { $orders } orders
}, for { $date }
why-sale-held = Not counted yet: much larger than usual, waits for { $who }
why-sale-void = Does not count: { $by } took it back
why-sale-late = Late: sent { $sent }, counts for { $date }
why-sale-replaced = Left out { $row } { $amount }: { $held ->
    [1] was not confirmed
   *[0] changed by { $by }
}

why-help-why = how a rank or number is made
why-usage-why = /why my rank | /why number of a record | quote a board with /why
why-example-why =
    /why my rank
    /why my progress rank last week
    /why S27
