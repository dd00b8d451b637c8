# 周报和月报
period-last = { $kind ->
    [month] 前一个月
   *[week] 前一周
}
period-this = { $kind ->
    [month] 这个月
   *[week] 这一周
}
period-name = { $kind ->
    [month] 月报
   *[week] 周报
}
period-week = { $first }–{ $last }
period-month = { $year }年{ $month }月
period-title = 📊 { period-name }{ digest-mark } { $span }{ $until }
period-until = (截至 { $time })
period-empty = 📊 { period-name }{ digest-mark } { $span }:没有开单,新的一段一起加油
period-missed = { $spans } 的{ period-name }没能发(我不在线)
period-comparison = { $partly ->
    [1] 按同样天数,
   *[0] { "" }
}{ $parts }
period-against-before = 比{ period-last } { $change }
period-against-year = 比去年同期 { $percent }
period-against-average = 比前{ $count }{ $kind ->
    [month] 个月
   *[week] 周
}平均 { $percent }
period-standout = 💡 { $what }
period-in-a-row = 连续 { $count } { period-unit }{ $more ->
    [1] 上涨
   *[0] 下降
}
period-highest = 是这 { $count } { period-unit }里最高的
period-lowest = 是这 { $count } { period-unit }里最低的
period-unit = { $kind ->
    [month] 个月
   *[week] 周
}
period-one-member = 第 1 名一个人占了 { $percent }%
period-order = 平均每单 { $now } 元,{ period-last } { $then } 元
period-best-day = 🏆 最好的一天 { $date } { $weekday }:{ $amount } 元 / { $orders } 单{ $percent ->
    [0] { "" }
   *[other] ,占了{ period-this }的 { $percent }%
}
period-progress = 📈 比自己近4周:{ $shown }
period-ahead = { $name } { $far ->
    [1] +{ $percent }% 以上
   *[0] +{ $percent }%
}
period-openers = 开单 { $sold }/{ $expected } 人{ $before ->
    [0] { "" }
   *[other] ({ period-last } { $before } 人)
}{ $count ->
    [0] { "" }
   *[other] { " " }· 🌱 第一次开单 { $new }{ $more ->
        [0] { "" }
       *[other] { " " }等 { $count } 人
    }
}
period-idle = 没开单:{ $names }{ $more ->
    [0] { "" }
   *[other] { " " }等,另有 { $more } 人
}
period-products = 📦 说了产品的 { $pieces } 件里:{ $shown }
period-product = { $product } { $pieces }({ $percent }%)
period-customers = 👥 说到客户的 { $known }/{ $orders } 单里:新客 { $new },老客 { $repeat }(占 { $percent }%)
period-tasks = ✅ 任务完成 { $done } 项({ period-last } { $before } 项){ $overdue ->
    [0] { "" }
   *[other] ,过期 { $overdue } 项
}{ $best }
period-corrected = 事后更正 { $count } 条,合计 { $difference } 元
period-corrected-before = { period-last }的数后来又更正 { $count } 条,合计 { $difference } 元
period-internal = 内部数据,请勿外传 · 想知道怎么算的,引用这条发“为什么 新客”

period-day = { $date } { $weekday }
period-why = 🔎 { $kind ->
    [day] 日报
   *[other] { period-name }
} { $span }:{ $what }
period-why-sum = 算法:这段时间里算数的单相加,退款算负数,每单只算最新一版
period-why-parts = { $parts }
period-why-part = { $name } { $amount }({ $orders }单)
period-why-now = 之后有更正,现在是 { $amount } 元 / { $orders } 单
period-why-trend = { $amount } 元,{ $change }
period-why-trend-how = 算法:(这段 − 那段)÷ 那段;还没过完的只比同样天数
period-why-compared = { $name } 起:{ $amount } 元({ $percent })
period-why-best-day = 算法:每天的单相加,取最多的一天
period-why-member = 第{ $rank }名 { $name } { $amount } 元 / { $orders } 单
period-why-member-how = 算法:算在这位名下的单相加;金额一样名次并列
period-why-progress = 算法:{ $amount } 元 ÷ { $days } 天,比前{ $usual }天的 { $before } 元 ÷ { $usual } 天多多少
period-why-newcomers = 第一次开单 { $names }
period-why-newcomers-how = 算法:这段之前一单都没有的人
period-why-openers = { $count } 人开单
period-why-openers-how = 算法:至少有一单算数的人;请假整段的不算在应开单里
period-why-product = 算法:{ $pieces } 件 ÷ 报单里说了产品的 { $all } 件,退货算负数
period-why-new = 新客 { $count } 单(说到客户的 { $known }/{ $orders } 单里)
period-why-new-how = 算法:这位客户以前没在同一位成员那里买过,或报单时说了新客
period-why-repeat = 老客 { $count } 单(说到客户的 { $known }/{ $orders } 单里)
period-why-repeat-how = 算法:这位客户以前在同一位成员那里买过,或报单时说了复购
period-why-corrected = 算法:开单那天过了以后才更正或撤销的单,合计改了多少
period-why-pending = 我问过、还没人答的报单;没确认的一分都不算
period-why-tasks = 任务完成 { $count } 项
period-why-tasks-how = 这段时间里完成的:{ $shown }{ $more ->
    [0] { "" }
   *[other] { " " }等,另有 { $more } 项
}
period-why-hidden = 这位队友开了隐身,数字不公开。
period-why-none = 这份里没有这个数。可以问:为什么 总额 / 新客 / 产品 / 最好的一天 / 任务
period-why-others = 别人的明细不在群里说。自己的随时可以问;团长可以私聊我问。
period-why-low = 前三名之外的名次只私下看,私聊我问。

period-fact-team = 团队业绩(元)
period-fact-orders = 单数
period-fact-sold = 开单人数
period-fact-yesterday = 比昨天
period-fact-before = 比{ period-last }
