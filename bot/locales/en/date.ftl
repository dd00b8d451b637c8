# Dates: the words with which the bot reads a date back.
date-weekday = { $n ->
    [1] Mon
    [2] Tue
    [3] Wed
    [4] Thu
    [5] Fri
    [6] Sat
   *[7] Sun
}
date-day = { date-weekday } { $date }
date-time = { $day } { $time }
date-hours = { $first } to { $last }
date-span = { $first } to { $last }
date-open = no date yet

date-every-at = { $every } { $time }
date-every-hours = { $every } to { $until }
date-every-from = { $every }, from { $first }
date-every-until = { $every }, until { $last }
date-daily = { $n ->
    [1] every day
    [2] every other day
   *[other] every { $n } days
}
date-working-days = every working day
date-weekends = every weekend
date-weekly = { $n ->
    [1] every { $days }
    [2] every other { $days }
   *[other] every { $n } weeks on { $days }
}
date-weekly-open = { $n ->
    [1] every week
   *[other] every { $n } weeks
}
date-months = { $n ->
    [1] every month
   *[other] every { $n } months
}
date-month-day = { $n ->
    [1] 1st
    [2] 2nd
    [3] 3rd
    [21] 21st
    [22] 22nd
    [23] 23rd
    [31] 31st
   *[other] { $n }th
}
date-nth = { $nth ->
    [-1] last
    [1] 1st
    [2] 2nd
    [3] 3rd
    [21] 21st
    [22] 22nd
    [23] 23rd
   *[other] { $nth }th
}
date-monthly = { date-months } on the { $days }
date-monthly-last = last day of { date-months }
date-monthly-weekday = { date-nth } { $weekday } of { date-months }
date-monthly-working = { date-nth } working day of { date-months }
date-monthly-open = { date-months }
date-quarterly-first = first day of every quarter
date-quarterly-last = last day of every quarter
date-yearly = every year on { $month }-{ $day }
date-yearly-open = every year

date-ask-proposal = { $reason } Do you mean { $date }?
date-ask-past = That time is over.
date-ask-no-such-day = There is no such day. Just write a day, for example June 30.
date-ask-no-such-time = There is no such time. Example: Fri 18:00
date-ask-ambiguous = That can be read in two ways.
date-ask-vague = I cannot tell which day that is.
date-ask-backwards = It ends before it begins.
date-ask-disagree = These dates do not agree.
date-ask-too-far = That is very far away. Please choose a nearer day.
