# 策略
strategy-head = #ST{ $number } { $name }
strategy-phase = { $state ->
    [ended] 已结束
    [cancelled] 已取消
   *[active] { $days ->
        [0] 今天到期
        [1] 今天到期
       *[other] 还有 { $days } 天
    }
}
strategy-title = 🧭 { $head } { $phase }
strategy-goal = 🎯 挂在 #G{ $number } { $who } { $span }目标 { $target }{ $public ->
    [1] (已完成 { $percent }%)
   *[0] { "" }
}
strategy-tasks = 任务 { $done }/{ $total }
strategy-note = 负责 { $owner } · { $first } ~ { $last }{ $active ->
    [1] {" "}· 加任务:策略 ST{ $number } 加 …
   *[0] { "" }
}
strategy-measure = { $metric ->
    [amount] 业绩
    [orders] 单数
    [new] 新客
    [repeat] 老客单
   *[quantity] { $product }
}
strategy-yuan = { $amount } 元
strategy-count = { $count }{ $metric ->
    [orders] 单
    [new] 单
    [repeat] 单
   *[quantity] 件
}
strategy-effect = 📈 { $measure }:做了 { $days } 天,日均 { $now },之前 { $days } 天日均 { $then }({ $change })。{ $few ->
    [1] 天数还少,也可能有别的原因
   *[0] 也可能有别的原因
}
strategy-effect-alone = 📈 { $measure }:做了 { $days } 天,日均 { $now };之前 { $days } 天没有记录,没法比
strategy-effect-soon = 📈 效果:满一天后开始比

strategy-made = 🧭 { $head } 定了
strategy-facts = 负责 @{ $owner },效果看{ $measure },到 { $last }{ $usual ->
    [1] (没写日期,先这样;改:策略 ST{ $number } 到 7/31)
   *[0] { "" }
}
strategy-task = #T{ $number } { $title }({ $due })
strategy-made-tasks = ☑ { $tasks }{ $more ->
    [0] { "" }
   *[other] {" "}等
}
strategy-no-tasks = 还没有任务,加:策略 ST{ $number } 加 每天3条素材
strategy-button-undo = 撤销
strategy-ask = 要把“{ $name }”建成一个策略吗?

strategy-list = 🧭 策略({ $count } 个在做)
strategy-list-how = 看一个:策略 ST1
strategy-none = 还没有策略。这样定:
strategy-line = { $head } { $owner } { $phase } · 任务 { $done }/{ $total }{ $is_known ->
    [1] {" "}· 日均{ $change }
   *[0] { "" }
}

strategy-added = 好,{ $head } 加了 { $count } 项
strategy-goal-set = 好,{ $head } { $none ->
    [1] 不挂目标
   *[0] 换了目标
}
strategy-owner-set = 好,{ $head } 由 { $who } 负责{ $count ->
    [0] { "" }
   *[other] ,没做完的 { $count } 项一起转
}
strategy-until-set = 好,{ $head } 到 { $last }
strategy-measure-set = 好,{ $head } 效果看{ $measure }
strategy-name-set = 好,现在叫 { $head }(原来 { $was })
strategy-cancelled = 好,{ $head } 取消了{ $count ->
    [0] { "" }
   *[other] ,没做完的 { $count } 项任务一起取消
}
strategy-undone = ↩ { $head } 已撤销:{ $verb ->
    [create] 新建
    [add] 加任务
    [goal] 换目标
    [owner] 换负责人,现在 { $owner }
    [end_day] 改日期,现在到 { $last }
    [measure] 改指标
    [name] 改名
    [cancel] 取消,还在做
   *[other] { $verb }
}
strategy-undone-tasks = { $back ->
    [1] { $count } 项任务恢复了
   *[0] { $count } 项任务取消了
}
strategy-nudge = 🧭 { $head } 还有 { $days } 天:{ $total ->
    [0] 还没有任务,加一个:策略 ST{ $number } 加 每天3条素材
   *[other] 任务 { $done }/{ $total },{ $late } 项过点了。看:策略 ST{ $number }
}
strategy-ended = 🧭 { $head } 到期了,辛苦 { $owner }!

strategy-why = 🔍 { $head } 的效果怎么算的
strategy-why-sum = { $when ->
    [during] 做的时候
   *[before] 之前
} { $first }–{ $last }:{ $measure } { $sum } ÷ { $days } 天 = { $average }
strategy-why-change = 变化 = 两个合计的差 ÷ 之前的合计 = { $change }

strategy-unclear = 没看懂。策略写名字、冒号、做什么:策略 社群营销:每天3条素材 负责 @阿芳 到 6/30
strategy-how = 没看懂。例:策略 ST{ $number } 加 每天3条素材,或 到 7/31、负责 @阿芳、目标 G3、看 新客、取消
strategy-not-found = 没有 #ST{ $number } 这个策略。发“策略”看编号。
strategy-not-yours = 改 #ST{ $number } 要找 { $who } 或团长
strategy-over = #ST{ $number } { $name } { $state ->
    [cancelled] 已经取消了
   *[ended] 已经结束了
},不能再改
strategy-bad-name = 策略名最多 { $most } 个字。例:策略 社群营销:每天3条素材
strategy-name-taken = “{ $name }”已经有了。加任务:策略 ST{ $number } 加 每天3条素材
strategy-past = 结束要晚于今天。例:策略 社群营销:每天3条素材 到 6/30
strategy-too-long = 一个策略最多 { $most } 天。例:到 12/31
strategy-too-many = 在做的策略有 { $most } 个了,先收一收:取消 ST1
strategy-many-tasks = 一个策略最多 { $most } 项任务
strategy-no-share = 份额是手工报的,不能当效果看。例:看 业绩、看 新客
strategy-bad-day = 没看懂“{ $words }”是哪天。例:到 6/30
strategy-bad-date = “{ $title }”的日期没看懂。例:每天3条素材,或 周五前出海报
strategy-who = 团队里没有“{ $name }”。例:负责 @阿芳
strategy-bad-measure = 没有“{ $word }”这个指标。能看:业绩、单数、新客、复购{ $known ->
    [1] ,或产品 { $names }
   *[0] { "" }
}
strategy-add-what = 加什么?例:策略 ST{ $number } 加 每天3条素材
strategy-goal-which = 挂到哪个目标?例:策略 ST{ $number } 目标 G3,不挂:目标 无

strategy-help-strategy = 定打法:谁负责、做什么、有没有用
strategy-usage-strategy = 策略 名字:做什么 [负责 @谁] [到 日期] [目标 G3] [看 新客];策略 ST2 [加 …|到 …|取消]
strategy-example-strategy =
    策略 社群营销:每天3条素材 负责 @阿芳 到 6/30
    策略 ST1 加 每周五复盘一次
    策略 ST1
