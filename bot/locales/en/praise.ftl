# Words of praise
praise-own = { $sign ->
    [0] { $words }
   *[1] 🎉 { $words }
}
praise-newcomer-1 = 🎉 { $name }’s first order in the team: { $amount }. Congratulations!
praise-newcomer-2 = 🌱 Here is { $name }’s first order: { $amount }. What a start!
praise-newcomer-3 = 👏 { $name } is in business: first order, { $amount }!
praise-newcomer-4 = 🎊 First order for { $name }: { $amount }. Off to a good start!
praise-big-1 = 🔥 A big one for { $name }: { $amount }!
praise-big-2 = 💪 { $name } just sold { $amount } in one order. Well done!
praise-big-3 = 🚀 Big order: { $name } { $amount }, { $today } today
praise-big-4 = 👍 { $amount } in one order by { $name }, { $today } today
praise-opening-1 = ☀️ The day’s first order is { $name }’s: { $amount }
praise-opening-2 = 🎈 { $name } opens the day with { $amount }!
praise-opening-3 = 🔔 We’re open! { $name } { $amount }
praise-opening-4 = 🌤️ { $name } is the first today: { $amount }
praise-night = 🌅 Good news of the night: { $parts }{ $more ->
    [0] { "" }
   *[other] {" "}and { $more } more
}
praise-night-one = { $name } { $kind ->
    [newcomer] first order
    [big] big order
   *[opening] first of the day
} { $amount }

praise-title = 🎉 Praise is { $state ->
    [on] on, { $count } a day at most
   *[off] off
}
praise-what = What is praised: a newcomer’s first order, the first of the day, { $own ->
    [1] orders three times the own usual
   *[0] orders of { $amount } or three times the own usual
}
praise-line = { $number }. { praise-for }{ $words }
praise-for = { $kind ->
    [newcomer] (newcomers){ " " }
   *[other] { "" }
}
praise-more = …and { $count } more
praise-built-in = These are built-in lines. Add your own: /praise add { "{name} sold again: {amount}, drinks on us!" }
praise-note = Change it: /praise add …, /praise add newcomer …, /praise del 2, /praise 3 a day, /praise threshold 2000, /praise off
praise-on = 🎉 Praise is on.
praise-off = Praise is off; orders are booked as ever. “/praise on” brings it back.
praise-per-day = ✅ { $count } a day at most.
praise-big = ✅ Orders of { $amount } and more are praised.
praise-big-none = ✅ No threshold: only orders three times the own usual.
praise-added = ✅ Line { $number } is kept{ $kind ->
    [newcomer] {" "}for newcomers’ first orders
   *[other] { "" }
}. It sounds like this:
praise-button-drop = Drop it
praise-dropped = ✅ Dropped: { $words }
praise-button-back = Put it back

praise-how = I didn’t get that. Examples: /praise add { "{name} sold again: {amount}!" }; /praise 3 a day; /praise threshold 2000; /praise off
praise-how-many = 1 to { $most } a day. Example: /praise 3 a day
praise-how-big = The threshold is an amount. Example: /praise threshold 2000; for none: /praise threshold none
praise-add-what = Which line? Example: /praise add { "{name} sold again: {amount}, drinks on us!" }
praise-unknown-placeholder = There is no { "{" }{ $name }{ "}" } to fill in. There are { "{name} {amount} {product} {today}" }. Example: /praise add { "{name} sold again: {amount}!" }
praise-lone-brace = Braces come in pairs. Example: /praise add { "{name} sold again: {amount}!" }
praise-no-name = The line doesn’t say who: put { "{name}" } in. Example: /praise add { "{name} sold again: {amount}!" }
praise-own-figure = I fill in the true figures: write { "{amount}" } or { "{today}" }. Example: /praise add { "{name} sold again: {amount}!" }
praise-too-long = That line has { $length } characters, { $most } at most. Short is strong.
praise-same = That is line { $number } already.
praise-many = There are { $most } lines already; drop one first. Example: /praise del 2
praise-no-text = There is no line { $number }; there are { $count }. “/praise” shows them.
praise-drop-which = Which line? Example: /praise del 2

praise-help-praise = how first and big orders are praised, and how often
praise-usage-praise = /praise; /praise add [newcomer] a line; /praise del 2; /praise 3 a day; /praise threshold 2000; /praise on|off
praise-example-praise =
    /praise add { "{name} sold again: {amount}, drinks on us!" }
    /praise 3 a day
    /praise threshold 2000
