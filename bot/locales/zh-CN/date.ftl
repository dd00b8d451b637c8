# 日期:读出来让人核对的话
date-weekday = { $n ->
    [1] 周一
    [2] 周二
    [3] 周三
    [4] 周四
    [5] 周五
    [6] 周六
   *[7] 周日
}
date-day = { $date } { date-weekday }
date-time = { $day } { $time }
date-hours = { $first }~{ $last }
date-span = { $first } ~ { $last }
date-open = 没定日期

date-every-at = { $every } { $time }
date-every-hours = { $every }~{ $until }
date-every-from = { $every },{ $first }起
date-every-until = { $every },到 { $last }
date-daily = { $n ->
    [1] 每天
    [2] 隔天
   *[other] 每{ $n }天
}
date-working-days = 每个工作日
date-weekends = 每周末
date-weekly = { $n ->
    [1] 每{ $days }
    [2] 隔周的{ $days }
   *[other] 每{ $n }周的{ $days }
}
date-weekly-open = { $n ->
    [1] 每周
   *[other] 每{ $n }周
}
date-months = { $n ->
    [1] 每月
   *[other] 每{ $n }个月
}
date-month-day = { $n }号
date-nth = { $nth ->
    [-1] 最后一
   *[other] 第{ $nth }
}
date-monthly = { date-months }{ $days }
date-monthly-last = { date-months }最后一天
date-monthly-weekday = { date-months }{ date-nth }个{ $weekday }
date-monthly-working = { date-months }{ date-nth }个工作日
date-monthly-open = { date-months }
date-quarterly-first = 每季度第一天
date-quarterly-last = 每季度最后一天
date-yearly = 每年{ $month }月{ $day }日
date-yearly-open = 每年

date-ask-proposal = { $reason }是 { $date } 吗?
date-ask-past = 这个时间已经过了。
date-ask-no-such-day = 没有这一天。写个日子就行,例:6月30日
date-ask-no-such-time = 没有这个钟点。例:周五18:00
date-ask-ambiguous = 有两种读法。
date-ask-vague = 没说准是哪天。
date-ask-backwards = 结束在开始前面了。
date-ask-disagree = 日期对不上。
date-ask-too-far = 太远了,定个近一点的日子吧。
