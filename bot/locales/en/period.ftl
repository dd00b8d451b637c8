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
period-highest = the highest of these { $count } { period-unit }
period-lowest = the lowest of these { $count } { period-unit }
period-unit = { $kind ->
    [month] months
   *[week] weeks
}
period-one-member = the first alone made { $percent }%
period-order = an average order was ¥{ $now }, { period-last } ¥{ $then }
period-sellers = { $now } sold, { $more ->
    [1] more
   *[0] fewer
} than { period-last } ({ $then })
period-loyal = of the orders with a known customer { $percent }% were of returning ones
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
