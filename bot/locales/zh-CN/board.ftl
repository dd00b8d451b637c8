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
board-own-line = { $span } { $amount } 元 · { $orders }单{ $rank ->
    [0] { "" }
   *[other] {" "}· { $tied ->
        [1] 并列第
       *[0] 第
    }{ $rank }名
}
board-own-none = { $span } 还没开单
board-kind = { $kind ->
    [amount] 排行
    [completion] 完成率榜
    [progress] 进步榜
    [first] 首单榜
    [repeat] 复购榜
    [helping] 帮助榜
   *[steady] 坚持榜
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
    [1] 新人{ $kind ->
        [amount] 榜
       *[other] { board-kind }
    }
   *[0] { board-kind }
}{ $until }
board-total = 团队 { $amount } 元 / { $orders } 单
# 日报里的一行
board-line = { $rank ->
    [1] 🥇
    [2] 🥈
    [3] 🥉
   *[other] { $rank }.
} { $name } { $amount }  { $orders }单
board-row = { $rank ->
    [1] 🥇
    [2] 🥈
    [3] 🥉
   *[other] { $rank }.
} { $name }{ $new ->
    [1] 🌱
   *[0] { "" }
} { $figure }{ $beside }
board-orders = {"  "}{ $count }单
board-count = { $kind ->
    [repeat] { $count }单
    [helping] { $count }次
   *[other] { $count }天
}
board-share = {"  "}占 { $percent }
board-streak = {"  "}连续 { $count } 天
board-times = 平时的{ $times }倍
board-points = { $points } 个百分点
board-best-new = 🌱 新人领先:{ $name } { $figure }(发“新人榜”看)
board-you = { $name }{ $tied ->
    [1] 并列第
   *[0] 第
}{ $rank }名 { $figure },距第{ $next }名还差 { $gap }
board-you-first = { $kind ->
    [amount] { $name }{ $tied ->
        [1] 并列第1名,再来一单就领先
       *[0] 现在第1名,稳住
    }
   *[other] { $name }{ $tied ->
        [1] 并列第1名
       *[0] 现在第1名,稳住
    }
}
board-you-below = { $name }比自己平时 { $figure }{ $over ->
    [1] { "" }
   *[0] ,再卖 { $gap } 就追平
}
board-young = 团队还不到30天,大家都是新人
board-none-shown = 这段还没有人上榜
board-you-near = { $name },你前面差 { $gap }(名次私聊发你了)
board-you-whispered = { $name },你的名次私聊发你了
board-you-none = { $new ->
    [0] { $name }不在新人组,看大家的榜发“排行”
   *[1] { $kind ->
        [amount] { $name }还没开单,下一单就上榜
        [completion] { $name }还没有目标。定一个就上榜,例:目标 本周 8000
        [progress] { $name }前4周还没有数据,先开单,满4周就能比
        [first] { $name }还没抢到首单,明早第一单就上榜
        [repeat] { $name }还没有复购单,报单时带上客户名就能认出老客户
        [helping] { $name }还没上帮助榜:发条经验被点谢,或帮人完成任务
       *[steady] { $name }这段时间还没开单,今天开单就上榜
    }
}
board-whispered = 名次只发给你,群里看不到
board-empty = { $kind ->
    [amount] { $new ->
        [1] 🌱 { $span }还没有新人开单,来第一单吧
       *[0] 📊 { $span }还没有人开单,来第一单吧
    }
    [completion] 🎯 { $span }还没有人定目标。例:目标 本周 8000
    [progress] 📈 { $span }还比不出进步:要有前4周的业绩才能比
    [first] 🌅 { $span }还没有首单
    [repeat] 💞 { $span }还没有复购单。报单时带上客户名,我就认得老客户
    [helping] 🤝 { $span }还没有互助记录。发条经验,或帮人完成任务
   *[steady] 🔥 { $span }还没有人开单,来第一单吧
}
board-how = { $kind ->
    [completion] 完成率=业绩÷目标,没有这段的目标就按更长的目标折算
    [progress] 和自己前4周的日均比,请假的天不算
    [first] 当天团队第一单算谁的,抢到几天
    [repeat] 老客户回购的单,占已知客户的单
    [helping] 经验被点谢、帮别人完成任务,各算1次
   *[steady] 有单的天数,请假和休息日不断连续
}
board-too-long = 这张榜看不了这么长的时间,选短一点:{ $kind ->
    [first] 首单榜 6.1..6.15
    [repeat] 复购榜 6.1..6.15
    [completion] 完成率榜 本月
    [steady] 坚持榜 本月
   *[other] 进步榜 本月
}
board-unknown-member = 团队里没有“{ $name }”。例:新人榜 加 @娜娜
board-league-in = 🌱 { $name }进新人组了,和新人一起排,也还在大榜上。
board-league-out = { $name }不算新人了,和大家一起排。
board-hidden = { $name }开了隐身,业绩不公开。团长可以私聊我看。
board-hidden-on = 🫥 好,榜单和日报上你显示“匿名”。业绩照算进团队。
board-hidden-on-already = 🫥 你已经是隐身的。要露名字:隐身 关
board-hidden-off = 👋 好,榜单上又能看到你的名字了。
board-hidden-off-already = 你没有隐身。要隐身发:隐身
board-button-show = 露名字
board-button-hide = 隐身
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
board-usage-board = 排行 [完成率|进步|首单|复购|帮助|坚持|新人] [今天|上周|本月] [图](不写就是本周金额)
board-example-board =
    排行
    进步榜 上周
    排行 本月 图
    新人榜 移出 @娜娜(团长)
board-help-hide = 榜上不显示名字
board-usage-hide = 隐身 [开|关]
board-example-hide = 隐身
board-button = { $kind ->
    [day] 今日
    [week] 本周
    [month] 本月
    [progress] 进步榜
   *[amount] 金额榜
}

board-anonymous = 匿名
