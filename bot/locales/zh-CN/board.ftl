# 业绩和排行
board-span = { $kind ->
    [day] { $which ->
        [last] 昨日
       *[this] 今日
    }
    [week] { $which ->
        [last] 上周
       *[this] 本周
    }
    [month] { $which ->
        [last] 上月
       *[this] 本月
    }
    [year] { $which ->
        [last] 去年
       *[this] 今年
    }
   *[all] 累计
}
board-span-month = { $year }{ $month }月
board-span-in-year = { $year }年
board-span-year = { $year }年
board-span-days = { $one ->
    [1] { $first }
   *[0] { $first }–{ $last }
}
board-until = (截至 { $time })
board-own = 📈 { $name }的业绩{ $until }
board-own-line = { $span } { $amount } 元 · { $orders }单 · { $tied ->
    [1] 并列第
   *[0] 第
}{ $rank }名
board-own-none = { $span } 还没开单
board-title = 📊 { $span }排行{ $until }
board-total = 团队 { $amount } 元 / { $orders } 单
board-line = { $rank ->
    [1] 🥇
    [2] 🥈
    [3] 🥉
   *[other] { $rank }.
} { $name } { $amount }  { $orders }单
board-you = { $name }{ $tied ->
    [1] 并列第
   *[0] 第
}{ $rank }名 { $amount },距第{ $next }名还差 { $gap }
board-you-first = { $name }{ $tied ->
    [1] 并列第1名,再来一单就领先
   *[0] 现在第1名,稳住
}
board-you-none = { $name }还没开单,下一单就上榜
board-empty = 📊 { $span }还没有人开单,来第一单吧
board-basis = 口径:{ $basis ->
    [received] 回款
   *[order] 下单
}
board-pending = 未含 { $count } 条待确认
board-note = ({ $parts })

board-help-stats = 看业绩和名次
board-usage-stats = 业绩 [谁] [今天|本周|本月|6月|6.1..6.15]
board-example-stats = 业绩 @阿芳 上周
board-help-board = 看排行榜
board-usage-board = 排行 [今天|本周|本月|6月|6.1..6.15](不写就是本月)
board-example-board = 排行 本周
board-button = { $kind ->
    [day] 今日
    [week] 本周
    [month] 本月
   *[all] 累计
}

board-anonymous = 匿名
