# Pictures: the report, the theme, and the words on pictures
picture-rest = and { $count } more
picture-no-name = a teammate
picture-from = { $named ->
    [0] Duizhang
   *[1] { $team } · Duizhang
}
picture-blind = Hidden
picture-ahead = Ahead
picture-orders = { $count ->
    [one] { $count } order
   *[other] { $count } orders
}
picture-people = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
picture-money = ¥{ $amount }
picture-today = Today
picture-day-before = the day before
picture-day = { $month }/{ $day }
picture-weekday = { $n ->
    [1] Mon
    [2] Tue
    [3] Wed
    [4] Thu
    [5] Fri
    [6] Sat
   *[7] Sun
}

picture-report-title = 🔥 Report: { $span }{ $until }
picture-report-days = { $one ->
    [1] { $first }{ $until }
   *[0] { $first }–{ $last }{ $until }
}
picture-report-sum = The team sold
picture-report-total = Team ¥{ $amount } / { $orders ->
    [one] { $orders } order
   *[other] { $orders } orders
} · { $sellers ->
    [one] { $sellers } person
   *[other] { $sellers } people
} sold
picture-report-fact = { $label }: { $figure }
picture-report-goal = Goal { $percent }%{ $done ->
    [1] , reached 🎉
   *[0] , ¥{ $rest } to go
}
picture-report-customers = New customers { $new } · returning { $repeat }
picture-report-best = { $rank ->
    [1] 🥇
    [2] 🥈
   *[3] 🥉
} { $name } { $amount }  { $orders ->
    [one] { $orders } order
   *[other] { $orders } orders
}
picture-report-none = { $over ->
    [1] No orders in that time
   *[0] No orders yet: who is first?
}
picture-report-unclear = “{ $word }” is no span of time. Write: /sales_report yesterday, /sales_report week
picture-report-button = { $kind ->
    [day] Today
    [week] Week
   *[month] Month
}
picture-label-orders = Orders
picture-label-sellers = Sold by
picture-label-goal = Goal
picture-label-new = New
picture-label-repeat = Returning
picture-label-than = vs { $span }
picture-label-beyond = Beyond { $span }

picture-theme-name = { $theme ->
    [amber] Amber
    [bamboo] Bamboo
    [ocean] Ocean
    [wisteria] Wisteria
    [rose] Rose
    [night] Night
   *[vermilion] Vermilion
}
picture-with-accent = {" "}#{ $accent }
picture-theme-now = 🎨 Pictures are in { $theme }{ $accent }
picture-theme-set = 🎨 Pictures are now in { $theme }{ $accent }
picture-theme-choice = Choose: { $themes }
picture-theme-accent = A colour of your own: /theme ocean #0066cc (managers may)
picture-theme-unknown = There is no theme “{ $word }”. Choose vermilion, amber, bamboo, ocean, wisteria, rose or night, or a colour such as #0066cc
picture-accent-changed = (words on #{ $wanted } cannot be read; it became #{ $found })
picture-sample = Boards, reports, goals and contests look like this
picture-sample-name = { $rank ->
    [1] First
    [2] Second
   *[3] Third
}

picture-help-sales-report = show the team's report, with a picture
picture-usage-sales-report = /sales_report [yesterday|week|month|6/1..6/15] (today if not said; add “text” for no picture)
picture-example-sales-report = /sales_report week
picture-help-theme = show or choose the colours of pictures
picture-usage-theme = /theme [vermilion|amber|bamboo|ocean|wisteria|rose|night] [#colour]
picture-example-theme = /theme ocean
