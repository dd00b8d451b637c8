# Figures and boards.
board-span = { $kind ->
    [day] { $which ->
        [last] Yesterday
       *[this] Today
    }
    [week] { $which ->
        [last] Last week
       *[this] This week
    }
    [month] { $which ->
        [last] Last month
       *[this] This month
    }
    [year] { $which ->
        [last] Last year
       *[this] This year
    }
   *[all] All time
}
board-span-month = { $month ->
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
}{ $year }
board-span-in-year = { " " }{ $year }
board-span-year = { $year }
board-span-days = { $one ->
    [1] { $first }
   *[0] { $first } – { $last }
}
board-until = { " " }(as of { $time })
board-own = 📈 { $name }{ $until }
board-own-line = { $span }: ¥{ $amount } · { $orders ->
    [one] 1 order
   *[other] { $orders } orders
} · { $tied ->
    [1] shared rank
   *[0] rank
} { $rank }
board-own-none = { $span }: nothing yet
board-title = 📊 { $span }{ $until }
board-total = Team ¥{ $amount } / { $orders ->
    [one] 1 order
   *[other] { $orders } orders
}
board-line = { $rank ->
    [1] 🥇
    [2] 🥈
    [3] 🥉
   *[other] { $rank }.
} { $name } { $amount }  { $orders ->
    [one] 1 order
   *[other] { $orders } orders
}
board-you = { $name }: { $tied ->
    [1] shared rank
   *[0] rank
} { $rank } with { $amount }, { $gap } to rank { $next }
board-you-first = { $name }: { $tied ->
    [1] shared first, one more order leads
   *[0] first, hold it
}
board-you-none = { $name }: no order yet, the next one puts you on the board
board-empty = 📊 { $span }: no orders yet, be the first
board-basis = counts: { $basis ->
    [received] money received
   *[order] orders
}
board-pending = { $count } unconfirmed not included
board-note = ({ $parts })

board-help-stats = figures and rank
board-usage-stats = /stats [who] [today|week|month|2025-06|06-01..06-15]
board-example-stats = /stats @fang month
board-help-board = the leaderboard
board-usage-board = /board [today|week|month|2025-06|06-01..06-15] (the month by default)
board-example-board = /board week
board-button = { $kind ->
    [day] Today
    [week] Week
    [month] Month
   *[all] All time
}

board-anonymous = Anonymous
