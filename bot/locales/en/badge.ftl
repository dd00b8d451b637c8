# Badges, streaks and own records
badge-money = { $tens ->
    [0] { $amount }
   *[other] { $amount }
}
badge-money-named = { $tens ->
    [0] { $amount }
   *[other] { $amount }
}
badge-kind = { $kind ->
    [first] First order
    [streak] Streak
    [day] Big day
    [month] Big month
    [progress] Star of the week
    [steady] Every day
    [help] Helping
   *[record] Own records
}
badge-name = { $kind ->
    [first] First order
    [streak] { $level } days in a row
    [day] { $level } in a day
    [month] { $level } in a month
    [progress] Star of the week
    [steady] Every day
   *[help] Helped { $level } times
}
badge-cheer = 🏅 { $name } got a badge: { $badges }
badge-withdrawn = 🏅 The orders behind it were changed or undone, so “{ $badges }” is put away for now. Get there again and it is yours again.

badge-record = { $kind ->
    [order] 📈 { $name } beat the own best order: { $value } (before { $before }, { $date })
    [day] 📈 { $name } beat the own best day: { $value } and counting (before { $before }, { $date })
    [week] 📈 Last week was { $name }’s best: { $value } (before { $before }, week of { $date })
    [month] 📈 Last month was { $name }’s best: { $value } (before { $before })
   *[streak] 📈 { $name } has sold { $value } days in a row, more than the { $before } before
}

badge-title = 🏅 { $name }’s badges: { $count }
badge-none = 🏅 { $name } has no badge yet. The first one is waiting.
badge-line = { badge-kind }: { $kind ->
    [first] got it
    [streak] { $levels } days
    [help] { $levels } times
   *[day] { $levels }
} (#B{ $number })
badge-line-again = { badge-kind }: { $count }× (#B{ $number })
badge-next = { $kind ->
    [first] 👉 Your first order brings “First order”
    [streak] 👉 Days in a row: { $now }; { $gap } more make it { $level }
    [day] 👉 { $now } today; { $gap } more make it { $level } in a day
   *[month] 👉 { $now } this month; { $gap } more make it { $level }
}
badge-note = What it stands on: “/why B{ $number }”. All badges: “/badge list”
badge-team = 🏅 Badges in the team: { $count }, members with one: { $people }
badge-team-none = 🏅 No badges in the team yet. The first order brings one.
badge-count = { $badge }: { $count }
badge-counts = { $parts }
badge-list = 🏅 Badges and how to get them
badge-rule = { badge-kind }: { $kind ->
    [first] the first order in the team
    [streak] { $levels } days in a row with an order (leave, days off and holidays don’t break it)
    [day] { $levels } in one day
    [month] { $levels } in one month
    [progress] most progress in a week against the own four weeks before (a tenth at least)
    [steady] an order on every working day of a month
   *[help] { $levels } times thanked for experience or done something for others
}{ badge-is-off }
badge-rule-record = Own records: best order, day, week, month and streak are cheered{ badge-is-off }
badge-is-off = { $off ->
    [0] { "" }
   *[1] {" "}(off)
}
badge-list-note = Managers can: /badge off day; /badge levels day 5000 20000
badge-on = ✅ On: { $names }
badge-off = ✅ Off: { $names }. Badges that were given stay.
badge-levels-set = ✅ Levels of “{ badge-kind }”: { $levels }{ $kind ->
    [streak] {" "}days
    [help] {" "}times
   *[day] { "" }
}. Badges that were given stay.
badge-hidden = { $name } keeps the badges private.
badge-nobody = Nobody in the team is called “{ $name }”. Example: /badge @fang
badge-not-found = There is no badge B{ $number }. “/badge” shows the numbers.
badge-how = I didn’t get that. Examples: /badge; /badge @fang; /badge team; /badge list
badge-unknown = There is no badge “{ $word }”. There are: first streak day month progress steady help record. Example: /badge off day
badge-switch-what = Which one, on or off? Example: /badge off day
badge-levels-which = Levels of which badge? Example: /badge levels day 5000 20000
badge-levels-what = Which levels? Example: /badge levels day 5000 20000; the usual ones: /badge levels day default
badge-no-levels = That badge has no levels; streak, day, month and help do. Example: /badge levels streak 5 10 20
badge-level-bad = “{ $word }” is no level. Examples: /badge levels day 5000 20000; /badge levels streak 5 10 20
badge-levels-bad = { $most } levels at most, each above 1{ $kind ->
    [streak] {" "}and up to 366 days. Example: /badge levels streak 5 10 20
    [help] {" "}and up to 10000 times. Example: /badge levels help 5 20
   *[day] {" "}and up to 100 million. Example: /badge levels day 5000 20000
}

badge-morning = 🏅 Good news
badge-star = 🌟 Star of last week: { $name }, at { $percent }% of the own average of four weeks
badge-steady = 🏅 { $name } had an order on every working day of month { $month }: { $days } days
badge-more = …and { $count } more. “/badge team” shows all

badge-records = 📈 { $name }’s own records
badge-records-none = { $name } has no records yet; the first order brings them. Example: /sale 398
badge-best = { $kind ->
    [order] Order: { $value } (#S{ $number }, { $date })
    [day] Day: { $value } ({ $date })
    [week] Week: { $value } (week of { $date })
    [month] Month: { $value } (month { $month })
   *[streak] Days in a row: { $value } (until { $date })
}

badge-why = 🏅 #B{ $number } { $name } “{ $badge }”
badge-why-withdrawn = Put away for now: the orders behind it were changed or undone later
badge-formula = { $kind ->
    [first] First order in the team: #S{ $sale }, { $last }
    [streak] { $value } days in a row from { $first } to { $last }, at least { $level } (leave, days off and holidays don’t break it)
    [day] { $value } on { $last }, at least { $level }
    [month] { $value } in month { $month }, at least { $level }
    [progress] { $percent }% of the own average of four weeks, from { $first } to { $last }: the most of the week
    [steady] an order on each of the { $value } working days of month { $month }
   *[help] { $value } times until { $last }: thanks for experience, things done for others
}
badge-digest = 🏅 New badges: { $parts }{ $more ->
    [0] { "" }
   *[other] {" "}and { $more } more people
}
badge-digest-one = { $name } “{ $badges }”

badge-help-badge = shows badges; managers switch them and change levels
badge-usage-badge = /badge [@who|team|list]; /badge on|off kind; /badge levels kind n…
badge-example-badge =
    /badge
    /badge @fang
    /badge off day
badge-help-records = shows your own best
badge-usage-records = /records
badge-example-records = /records
