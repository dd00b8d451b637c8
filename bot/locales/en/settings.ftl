# Language, cut-off, reading, time zone, basis.
settings-language-name = { $language ->
    [en] English
   *[zh-CN] 中文
}
settings-language = I answer you in { settings-language-name }. To change: /language zh, for the team: /language zh team
settings-language-own = All right, I answer you in English from now on.
settings-language-team = The team's language is { settings-language-name } now; those who chose their own keep it.
settings-language-unknown = I do not speak “{ $word }” yet, only 中文 and English. For example: /language zh
settings-cutoff = The business day ends at { $time }; what comes later counts for the next day.
settings-cutoff-set = The business day ends at { $time } now; later orders count for the next day. Records stay as they are.
settings-cutoff-midnight = The business day ends at { $time } now, with the calendar day. Records stay as they are.
settings-cutoff-bad = “{ $time }” does not work, the day ends between 12:00 and 24:00. For example: /cutoff 16:00
settings-state = { $state ->
    [on] on
   *[off] off
}
settings-auto-read = Reading of chat is { settings-state }. { $state ->
    [on] A plain “成交 398” is booked.
   *[off] Only commands such as “/sale 398” are booked.
}
settings-auto-read-set = Reading of chat is { settings-state } now. { $state ->
    [on] A plain “成交 398” is booked.
   *[off] Only commands such as “/sale 398” are booked.
}
settings-zone = The time zone is { $zone }.
settings-zone-set = The time zone is { $zone } now, where it is { $time }. Planned digests move with it.
settings-zone-near = There is no time zone “{ $zone }”. Did you mean { $near }?
settings-zone-unknown = There is no time zone “{ $zone }”. For example: /timezone Asia/Shanghai
settings-basis-name = { $basis ->
    [received] money received (a deposit counts as paid, the balance when it comes)
   *[order] orders (an order with a deposit counts whole)
}
settings-basis = What counts: { settings-basis-name }.
settings-basis-set = What counts now: { settings-basis-name }. Records stay as they are.
settings-basis-unknown = “{ $word }” is no basis, only order and received are. For example: /basis received

settings-help-language = language of answers
settings-usage-language = /language zh|en; with “team” for all (manager)
settings-example-language = /language en
settings-help-cutoff = end of the business day
settings-usage-cutoff = /cutoff; to change: /cutoff time (manager)
settings-example-cutoff = /cutoff 16:00
settings-help-auto-read = read sales from chat
settings-usage-auto-read = /auto_read on|off (manager)
settings-example-auto-read = /auto_read off
settings-help-timezone = the team's time zone
settings-usage-timezone = /timezone Region/City (manager)
settings-example-timezone = /timezone Asia/Shanghai
settings-help-basis = how deposits count
settings-usage-basis = /basis order|received (manager)
settings-example-basis = /basis received
