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
}{ $rank ->
    [0] { "" }
   *[other] {" "}· { $tied ->
        [1] shared rank
       *[0] rank
    } { $rank }
}
board-own-none = { $span }: nothing yet
board-kind = { $kind ->
    [amount] board
    [completion] goals reached
    [progress] progress
    [first] first orders
    [repeat] returning customers
    [helping] help
   *[steady] steadiness
}
board-title = { $new ->
    [1] 🌱
   *[0] { $kind ->
        [completion] 🎯
        [progress] 📈
        [first] 🌅
        [repeat] 💞
        [helping] 🤝
        [steady] 🔥
       *[amount] 📊
    }
} { $span }{ $new ->
    [1] {" "}· newcomers
   *[0] { "" }
}{ $kind ->
    [amount] { "" }
   *[other] {" "}· { board-kind }
}{ $until }
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
board-row = { $rank ->
    [1] 🥇
    [2] 🥈
    [3] 🥉
   *[other] { $rank }.
} { $name }{ $new ->
    [1] {" "}🌱
   *[0] { "" }
} { $figure }{ $beside }
board-orders = {"  "}{ $count ->
    [one] 1 order
   *[other] { $count } orders
}
board-count = { $kind ->
    [repeat] { $count ->
        [one] 1 order
       *[other] { $count } orders
    }
    [helping] { $count ->
        [one] 1 time
       *[other] { $count } times
    }
   *[other] { $count ->
        [one] 1 day
       *[other] { $count } days
    }
}
board-share = {"  "}{ $percent } of theirs
board-streak = {"  "}{ $count } days in a row
board-times = { $times }× the usual
board-points = { $points } points
board-best-new = 🌱 Best newcomer: { $name } { $figure } (/board newcomers)
board-you = { $name }: { $tied ->
    [1] shared rank
   *[0] rank
} { $rank } with { $figure }, { $gap } to rank { $next }
board-you-first = { $kind ->
    [amount] { $name }: { $tied ->
        [1] shared first, one more order leads
       *[0] first, hold it
    }
   *[other] { $name }: { $tied ->
        [1] shared first
       *[0] first, hold it
    }
}
board-you-below = { $name }: { $figure } against the usual{ $over ->
    [1] { "" }
   *[0] , { $gap } more and it is as before
}
board-young = The team is younger than 30 days: everybody is a newcomer
board-none-shown = Nobody is above their usual yet
board-you-near = { $name }: { $gap } to the next place (yours is in your private chat)
board-you-whispered = { $name }: your place is in your private chat
board-you-none = { $new ->
    [0] { $name } is no newcomer; everybody is on /board
   *[1] { $kind ->
        [amount] { $name }: no order yet, the next one puts you on the board
        [completion] { $name }: no goal yet. Set one, e.g. /goal week 8000
        [progress] { $name }: nothing to compare with yet, four weeks of orders make a start
        [first] { $name }: no first order yet, be the first tomorrow
        [repeat] { $name }: no returning customer yet; name the customer in your report
        [helping] { $name }: share an experience or finish a task for somebody
       *[steady] { $name }: no order in this time, one today puts you on the board
    }
}
board-whispered = Only you see your place, the group does not
board-empty = { $kind ->
    [amount] { $new ->
        [1] 🌱 { $span }: no newcomer has an order yet
       *[0] 📊 { $span }: no orders yet, be the first
    }
    [completion] 🎯 { $span }: nobody has a goal. E.g. /goal week 8000
    [progress] 📈 { $span }: nothing to compare with the four weeks before
    [first] 🌅 { $span }: no first orders yet
    [repeat] 💞 { $span }: no returning customers yet; name customers in reports
    [helping] 🤝 { $span }: nobody helped yet. Share an experience, finish a task for somebody
   *[steady] 🔥 { $span }: no orders yet, be the first
}
board-how = { $kind ->
    [completion] sales ÷ goal; without one for this time, the part of a longer one
    [progress] against one's own day in the four weeks before, leave left out
    [first] days on which one brought the team's first order
    [repeat] orders of returning customers, of those whose customer is known
    [helping] thanks for experiences and tasks done for others, one each
   *[steady] days with an order; leave and days off break no streak
}
board-too-long = That is too long for this board. Choose a shorter time, e.g. /board { $kind } month
board-unknown-member = Nobody here is called “{ $name }”. E.g. /board newcomers add @nana
board-league-in = 🌱 { $name } is in the newcomers' league now, and still on the big board.
board-league-out = { $name } is no newcomer any more.
board-hidden = { $name } is hidden. A lead can ask me in private.
board-hidden-on = 🫥 Boards and digests show you as anonymous now. Your sales count for the team.
board-hidden-on-already = 🫥 You are hidden already. To show your name: /hide off
board-hidden-off = 👋 Your name is on the boards again.
board-hidden-off-already = You are not hidden. To hide: /hide
board-button-show = Show my name
board-button-hide = Hide
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
board-usage-board = /board [completion|progress|first|repeat|helping|steady|newcomers] [today|week|month] [picture] (this week's amounts by default)
board-example-board =
    /board
    /board progress last week
    /board month picture
    /board newcomers remove @nana (leads)
board-help-hide = no name on boards
board-usage-hide = /hide [on|off]
board-example-hide = /hide
board-button = { $kind ->
    [day] Today
    [week] Week
    [month] Month
    [progress] Progress
   *[amount] Amounts
}

board-anonymous = Anonymous
