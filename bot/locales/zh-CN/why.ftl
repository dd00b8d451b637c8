# 为什么:数字从哪来
why-note = 截至 { $time } · 指纹 { $snapshot }
why-counted = { $count ->
    [0] 没有计入的单
   *[other] 计入 { $count } 条:{ $names }{ why-more }
}
why-more = { $more ->
    [0] { "" }
   *[other] {" "}等
}
why-excluded = 不计 { $count } 条:{ $names }{ why-more }
why-excluded-one = #S{ $number }({ $reason ->
    [void] 已撤销
    [corrected] 已更正
    [held] 待确认
    [cutoff] 过了截止
    [late] 补报不算
    [leg] 不是自己那棒
    [days] 不在比赛日期
    [roster] 不在名单
   *[other] { $reason }
})

why-late-one = #S{ $number }(补)
why-what = 想问哪个数?例:为什么 我第3;为什么 S27;或引用一张榜回“为什么”
why-no-number = { $record } 我说不出为什么。可以问:为什么 我第3、为什么 S27
why-no-card = 这张卡没有能拆开的数。可以问:为什么 我第3、为什么 S27
why-others = 别人的明细不在群里说。自己的发“为什么 我第3”;团长可以私聊我问。
why-in-private = { $name },明细私聊发你了
why-rank = 🔍 { $name } { $span }{ why-board } { $tied ->
    [1] 并列第
   *[0] 第
}{ $rank }名
why-rank-none = 🔍 { $name }不在{ $span }{ why-board }上
why-board = { $new ->
    [1] 新人
   *[0] { "" }
}{ $kind ->
    [amount] 排行
    [completion] 完成率榜
    [progress] 进步榜
    [first] 首单榜
    [repeat] 复购榜
    [helping] 帮助榜
   *[steady] 坚持榜
}
why-amount = 算法:计入的单相加 = { $amount } 元 / { $orders } 单
why-completion = 算法:{ $done } ÷ { $span }目标 { $target }(#G{ $goal }{ $part ->
    [1] 按天折算
   *[0] { "" }
})= { $percent }
why-progress = 算法:这段 { $done } ÷ 平时同样天数 { $usual }(前4周共 { $before })= { $percent }
why-repeat = 算法:老客户回购 { $count } 单,已知客户 { $known } 单,占 { $percent }
why-steady = 算法:有单的天 { $count } 天,现在连续 { $streak } 天(请假和休息日不断)
why-count = 算法:{ $kind ->
    [first] 抢到团队当天第一单的天数
   *[helping] 经验被点谢、帮别人完成任务,各算1次
} = { $figure }
why-how = 算法:{ $kind ->
    [completion] 业绩÷目标,要先有目标
    [progress] 和自己前4周的日均比,前4周要有业绩
    [first] 抢到团队当天第一单的天数
    [repeat] 老客户回购的单,报单时要带客户名
    [helping] 经验被点谢、帮别人完成任务,各算1次
   *[steady] 有单的天数
}
why-first = 没有人比你多,所以是第1名
why-place = 比这多的有 { $more } 人,到前一名还差 { $gap }
why-changed = { $count ->
    [0] 那张榜({ $time })之后没有变动
   *[other] 那张榜是 { $time } 的,之后有 { $count } 笔变动,这里按现在算
}
why-deeds = { $count ->
    [0] 没有计入的互助
   *[other] 计入 { $count } 次:{ $names }{ why-more }
}
why-sale = 🔍 #S{ $number } { $name } { $date } { $amount }
why-sale-counts = 计入:{ $amount } 元 / { $orders } 单,算在 { $date }
why-sale-held = 还没计入:比平时大很多,等 { $who } 确认
why-sale-void = 不计入:{ $by }作废了
why-sale-late = 补报:{ $sent } 才发,算在 { $date }
why-sale-replaced = 不计 { $row } { $amount }:{ $held ->
    [1] 当时待确认
   *[0] { $by }改过
}

why-help-why = 看名次、数字是怎么算的
why-usage-why = 为什么 我第3 | 为什么 编号 | 引用一张榜回“为什么”
why-example-why =
    为什么 我第3
    为什么 我上周进步榜第2
    为什么 S27
