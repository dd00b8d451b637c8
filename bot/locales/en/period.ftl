# The weekly and the monthly digest.
period-last = { $kind ->
    [month] the month before
   *[week] the week before
}
period-this = { $kind ->
    [month] the month
   *[week] the week
}
period-name = { $kind ->
    [month] Month
   *[week] Week
}
period-week = { $first }–{ $last }
period-month = { $month ->
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
} { $year }
period-title = 📊 { period-name }{ digest-mark } { $span }{ $until }
period-until = { " " }(as of { $time })
period-empty = 📊 { period-name }{ digest-mark } { $span }: no orders; the next one is ours
period-missed = Not sent, I was offline: { $spans } ({ $kind ->
    [month] monthly
   *[week] weekly
})
period-comparison = { $partly ->
    [1] For as many days:{ " " }
   *[0] { "" }
}{ $parts }
period-against-before = against { period-last } { $change }
period-against-year = a year before { $percent }
period-against-average = average of the last { $count } { $kind ->
    [month] months
   *[week] weeks
} { $percent }
period-standout = 💡 { $what }
period-in-a-row = { $more ->
    [1] up
   *[0] down
} { $count } { period-unit } in a row
period-highest = the highest of these { $count } { period-unit }
period-lowest = the lowest of these { $count } { period-unit }
period-unit = { $kind ->
    [month] months
   *[week] weeks
}
period-one-member = the first alone made { $percent }%
period-order = an average order was ¥{ $now }, { period-last } ¥{ $then }
period-best-day = 🏆 Best day { $date } { $weekday }: ¥{ $amount } / { $orders ->
    [one] 1 order
   *[other] { $orders } orders
}{ $percent ->
    [0] { "" }
   *[other] , { $percent }% of { period-this }
}
period-progress = 📈 Against their own last 4 weeks: { $shown }
period-ahead = { $name } { $far ->
    [1] more than +{ $percent }%
   *[0] +{ $percent }%
}
period-openers = { $sold } of { $expected } sold{ $before ->
    [0] { "" }
   *[other] { " " }({ period-last } { $before })
}{ $count ->
    [0] { "" }
   *[other] { " " }· 🌱 first order: { $new }{ $more ->
        [0] { "" }
       *[other] { " " }and { $more } more
    }
}
period-idle = Nothing sold: { $names }{ $more ->
    [0] { "" }
   *[other] { " " }and { $more } more
}
period-products = 📦 Of { $pieces } pieces with a product: { $shown }
period-product = { $product } { $pieces } ({ $percent }%)
period-customers = 👥 Of { $known }/{ $orders } orders with a known customer: new { $new }, returning { $repeat } ({ $percent }%)
period-tasks = ✅ Tasks done: { $done } ({ period-last } { $before }){ $overdue ->
    [0] { "" }
   *[other] , overdue { $overdue }
}{ $best }
period-corrected = Corrected after the day ({ $count }): together ¥{ $difference }
period-corrected-before = Corrected since in { period-last } ({ $count }): together ¥{ $difference }
period-internal = Internal figures, please keep them here · to see how one is made, quote this with “/why new customers”

period-day = { $date } { $weekday }
period-why = 🔎 { $kind ->
    [day] Day
   *[other] { period-name }
} { $span }: { $what }
period-why-sum = How: all orders of that time that count, refunds below zero, of each the newest version
period-why-parts = { $parts }
period-why-part = { $name } { $amount } ({ $orders })
period-why-now = Corrected since, now it is ¥{ $amount } / { $orders }
period-why-trend = ¥{ $amount }, { $change }
period-why-trend-how = How: (this − that) ÷ that; while it runs, as many days of each
period-why-compared = from { $name }: ¥{ $amount } ({ $percent })
period-why-best-day = How: the orders of each day, and the day with most
period-why-member = no. { $rank } { $name } ¥{ $amount } / { $orders }
period-why-member-how = How: all orders under that name; the same amount shares a rank
period-why-progress = How: ¥{ $amount } ÷ { $days } days, against ¥{ $before } ÷ { $usual } days before
period-why-newcomers = first order: { $names }
period-why-newcomers-how = How: who had no order before
period-why-openers = { $count } sold
period-why-openers-how = How: who has an order that counts; who was on leave all the time is not expected
period-why-product = How: { $pieces } ÷ { $all } pieces that reports name, returns below zero
period-why-new = { $count } orders of new customers (of { $known }/{ $orders } with a known one)
period-why-new-how = How: the customer never bought from the same member before, or the report says new
period-why-repeat = { $count } orders of returning customers (of { $known }/{ $orders } with a known one)
period-why-repeat-how = How: the customer bought from the same member before, or the report says so
period-why-corrected = How: what was corrected or voided after its own day, and by how much together
period-why-pending = Reports that I asked about and nobody answered; none of it counts
period-why-tasks = { $count } tasks done
period-why-tasks-how = Done in that time: { $shown }{ $more ->
    [0] { "" }
   *[other] { " " }and { $more } more
}
period-why-hidden = That member is anonymous; the figures are not public.
period-why-none = There is no such number in it. Ask for: /why total, new customers, products, best day, tasks
period-why-others = Another member's records are not told here; ask for your own, or a lead asks me in private.
period-why-low = Places below the third are told in private: ask me there.

period-fact-team = Team (¥)
period-fact-orders = orders
period-fact-sold = sold
period-fact-yesterday = against yesterday
period-fact-before = against { period-last }
