# 奖励:规则、应发、已发、已收
reward-money = { $amount } 元
reward-newcomers = 新人(入队 30 天内)
reward-month = { $month }月
reward-sums = { $count } 份{ $has ->
    [2] (共 { $amount } 元和 { $things } 份实物)
    [1] (共 { $amount } 元)
   *[0] { "" }
}

# 为什么发
reward-span = { $span ->
    [day] 单日
    [week] 本周
   *[month] 本月
}
reward-for-first = 当日首单
reward-for-debut = 新人首单
reward-for-each = 每单
reward-for-single = 单笔{ reward-at }
reward-for-streak = 连续开单{ $at ->
    [none] { "" }
   *[other] {" "}{ $at } 天
}
reward-for-goal = { $team ->
    [1] 团队
   *[0] 自己
}{ $span ->
    [day] 日目标
    [week] 周目标
   *[month] 月目标
}达成
reward-for-sum = { $team ->
    [1] 团队
   *[0] { "" }
}{ reward-span }{ $metric ->
    [orders] { reward-at }{ reward-unit-orders }
    [new] 新客{ reward-at }{ reward-unit-people }
    [repeat] 复购{ reward-at }{ reward-unit-orders }
    [quantity] { $product }{ reward-at }{ reward-unit-pieces }
   *[amount] { reward-at }
}
reward-at = { $at ->
    [none] { "" }
   *[other] 满 { $at }
}
reward-unit-orders = { $at ->
    [none] 单数
   *[other] {" "}单
}
reward-unit-people = { $at ->
    [none] { "" }
   *[other] {" "}个
}
reward-unit-pieces = { $at ->
    [none] { "" }
   *[other] {" "}件
}
reward-for-group = { $group }:{ $what }
reward-on-day = { $what } { $day }
reward-with-order = { $what } { $order }

# 规则
reward-rule-first = 当日首单(全队每天第一单)
reward-rule-step = { $what }:{ $prize }
reward-rule-next = 满 { $at }:{ $prize }
reward-rule = { $steps }{ $tiers ->
    [1] { "" }
   *[other] (只按最高一档)
}{ $each ->
    [1] (每人)
   *[0] { "" }
}
reward-rule-line = { $n }. { $rule }
reward-rules = 🎁 奖励规则 v{ $version }({ $since } 起)
reward-rules-note = 自己的发“我的奖励”;改就重发一套,加一条发“奖励 加 每单2”
reward-none = 🎁 现在没有奖励规则。
reward-none-example = 例:奖励 首单18.8;单日≥5000 红包38.8;预算 500/月
reward-never-pays = 我只记账和提醒,不经手钱
reward-budget = 预算每月 { $budget } 元,超出的先等管理放行
reward-budget-used = 本月预算用了 { $used }/{ $budget } 元
reward-payer = 发放人 { $name }
reward-history = 🎁 奖励规则,共 { $count } 版
reward-version = v{ $version } { $start } – { $end },{ $payer } 发{ $budget ->
    [none] { "" }
   *[other] ,预算 { $budget }/月
}:{ $words }
reward-now = 现在
reward-stopped = 好,奖励规则 v{ $version } 停了,之后的单不再算。
reward-stopped-left = { $count ->
    [0] 没有待发的。
   *[other] 之前的 { $count } 份照发,看:奖励 未发
}

# 草稿
reward-draft = 🎁 我这样理解,确认吗?
reward-untried = 还没有业绩可以试算
reward-tried = 按{ $this ->
    [1] 本月至今
   *[0] { $month }月
}的单{ $count ->
    [0] 一次也不会发
   *[other] 会发 { $count } 次({ $parts })共 { $amount } 元
}{ $over ->
    [1] ,超过预算
   *[0] { "" }
}
reward-tried-part = { $what } { $count }
reward-from-now = 确认后从现在起算,之前达到的不补{ $replaces ->
    [0] { "" }
   *[other] ;替换 v{ $replaces }
}
reward-button-confirm = 确认
reward-button-drop = 算了
reward-started = ✅ 奖励规则 v{ $version } 开始({ $since } 起)
reward-started-note = 达到就记一笔应发;我只记账和提醒,不经手钱
reward-dropped = { $version ->
    [0] 好,没开始。
   *[other] 好,还是 v{ $version },没有改。
}

# 不行的
reward-refused = 🚫 “{ $words }”这样的奖励设不了。
reward-refused-name = 这是传销计酬里的叫法,每出一单奖励请写“每单5”。
reward-refused-downline = 按下级或别人的业绩给上级发钱,就是团队计酬。
reward-refused-recruit = 按拉人、招人、推荐人发钱,就是拉人头。
reward-refused-tier = 交钱或进货换级别、换资格,算入门费。
reward-refused-stock = 奖励拿货、囤货会让大家压货。
reward-refused-leader = 按团队业绩给团长、上级单独发钱,就是团队计酬。
reward-refused-share = 从别人或团队的业绩里提成,就是团队计酬。
reward-refused-level = 按层级、级差计酬,就是多层次计酬。
reward-refused-law = 《禁止传销条例》第七条不允许,几级都一样。
reward-refused-fine = 这里不设罚款和扣钱,只设奖励。
reward-refused-commission = 自己业绩的提成、佣金属于工资结算,我不算,请用工资表。
reward-refused-instead = 可以:奖励 首单18.8;单日≥5000 38.8;团队目标达成 每人一杯奶茶

reward-unclear-prize = “{ $words }”奖什么没看懂,后面写金额或东西就行。
reward-unclear-value = “{ $words }”里的数没看懂。
reward-unclear-every = “{ $words }”:每满多少发一次还算不了,请写成几档。
reward-unclear-each = “{ $words }”:团队一起达到的奖,请写清每人多少。例:团队目标达成 每人一杯奶茶
reward-unclear-twice = “{ $words }”和前面一条重复了,留一条就行。
reward-unclear-what = “{ $words }”按什么发没看懂。
reward-unclear-long = 规则太长了,400 字以内。
reward-unclear-many = 规则太多了,最多 9 条。
reward-unknown-group = 没有人的角色是“{ $group }”。先设:角色 @阿芳 { $group }
reward-unknown-payer = 团队里没有“{ $name }”。例:奖励 发放人 @丽姐
reward-bad-payer = { $name } 不能当发放人,要团长以上。
reward-no-rules = 还没有奖励规则。例:奖励 首单18.8;单日≥5000 红包38.8
reward-draft-gone = 这份草稿过期了,请重新发一遍规则。
reward-changed-meanwhile = 刚才有人改过了,请再看一眼:奖励

# 得到
reward-earned = 🎁 { $name } { $what },奖励 { $prize }(#R{ $number }){ $waits ->
    [1] ,等预算放行
   *[0] { "" }
}
reward-raised = 🎁 { $name } { $what },奖励现在是 { $prize }(#R{ $number }){ $waits ->
    [1] ,等预算放行
   *[0] { "" }
}
reward-earned-team = 🎁 { $what },大家每人 { $prize }(#R{ $first }–R{ $last },{ $count } 人)
reward-earned-more = 🎁 还有 { $count } 份奖励
reward-withdrawn = #R{ $number } { $prize }({ $what })先收回:对应的单改了或撤了,还没发就不发了。
reward-lost = #R{ $number } { $prize } 已发给 { $name },后来对应的单改了或撤了({ $what })。记录留着,怎么处理你们定。
reward-nearly-over = 💰 本月奖励用了 { $used }/{ $budget } 元,快到预算了。
reward-over-budget = 💰 本月奖励预算 { $budget } 元不够:{ $numbers } 先等着({ $count } 份),已定 { $used } 元。
reward-budget-how = 放行:奖励 放行 R9;加预算:奖励 预算 800/月
reward-found = 🎁 核对后补上 { $count } 份奖励
reward-found-line = #R{ $number } { $name } { $what } { $prize }

# 未发
reward-due = 🧧 待发 { $sums }
reward-remind = 🧧 还有 { $sums }奖励待发
reward-line = #R{ $number } { $name }{ $prize } · { $why }{ $missed ->
    [1] (说没收到)
   *[0] { "" }
}
reward-more = …另有 { $count } 份
reward-due-note = 发了回:已发 R5 R6,或“全部已发”
reward-nothing-due = 🧧 没有待发的奖励。
reward-waiting = 等预算放行 { $sums }:奖励 放行 R{ $number }
reward-groundless = 发了之后单改了或撤了 { $count } 份:{ $numbers }
reward-gone = #R{ $number } 的单后来改了或撤了,先收回,不用发了。
reward-unpaid = 好,{ $count } 份改回待发
reward-released = ✅ 放行 { $sums }
reward-release-which = 放行哪一份?例:奖励 放行 R9,或 奖励 放行 全部
reward-nothing-waits = 没有在等预算的奖励。
reward-not-waiting = #R{ $number } 不在等预算。
reward-button-paid-all = 全部已发
reward-button-paid = 已补发
reward-button-received = 已收
reward-button-missed = 没收到

# 已发、已收
reward-paid = ✅ 记下已发 { $sums }
reward-paid-none = 没有记下新的
reward-paid-note = 收到的回“已收”;记错了发:奖励 未发 R5
reward-told = 🧧 { $name } 说奖励发给你了,{ $sums }
reward-told-line = #R{ $number } { $prize } · { $why }
reward-told-note = 收到回“已收”,没收到回“没收到”
reward-received = 👌 { $name } 收到 { $sums }
reward-missed = 好,告诉发放人,{ $count } 份改回待发
reward-missed-told = { $name } 说 #R{ $number } { $prize } 没收到,麻烦看一下。
reward-own = 🎁 { $name }的奖励:{ $parts }
reward-own-due = 待发 { $sums }
reward-own-paid = 待你确认 { $sums }
reward-own-received = 已收 { $sums }
reward-own-waiting = 等预算 { $sums }
reward-own-line = #R{ $number } { $prize } · { $why } { $state ->
    [due] 待发
    [waiting] 等预算
    [paid] 已发,收到回“已收”
   *[received] 已收
}
reward-own-none = { $name } 还没有奖励,规则发“奖励”看。
reward-not-found = 没有 #R{ $number } 这份奖励。看待发的:奖励 未发
reward-is-paid = #R{ $number } 已经记过已发了,等对方确认。
reward-is-received = #R{ $number } 已经收到了。
reward-is-withdrawn = #R{ $number } 收回了:对应的单改了或撤了。
reward-is-waiting = #R{ $number } 在等预算,先放行:奖励 放行 R{ $number }
reward-not-paid = #R{ $number } 还没有记为已发。
reward-not-payer = #R{ $number } 由 { $name } 发,或者管理来记。
reward-not-yours = #R{ $number } 是 { $name } 的,要本人来回。
reward-paid-which = 哪一份发了?例:已发 R5 R6,或“全部已发”
reward-received-which = 没有等你确认的奖励。例:已收 R5

# 为什么
reward-why = 🎁 #R{ $number } { $name } { $prize }:{ $what }{ $state ->
    [withdrawn] (已收回)
   *[other] { "" }
}
reward-why-rule = 规则 v{ $version }({ $since } 起):{ $rule }
reward-why-origin = 来自 { $origin } 的奖品
reward-why-reached = 现在算出来 { $reached }
reward-why-part = 之前已发过一档,这份是补的差 { $amount } 元
reward-why-life = { $made } 应发{ $paid ->
    [none] { "" }
   *[other] { " " }→ { $paid } { $payer } 已发
}{ $received ->
    [none] { "" }
   *[other] { " " }→ { $received } 已收
}{ $groundless ->
    [1] (发后单改了或撤了)
   *[0] { "" }
}{ $state ->
    [withdrawn] { " " }→ 已收回
    [waiting] { " " }→ 等预算
   *[other] { "" }
}

# 日报
reward-digest-earned = 🎁 { $days ->
    [1] 今天
   *[other] 这 { $days } 天
} { $winners } 人拿到 { $count } 份奖励
reward-digest-due = 🧧 奖励待发 { $count } 份 { $amount } 元{ $days ->
    [0] { "" }
   *[other] ,最早的 { $days } 天了
}{ $waiting ->
    [0] { "" }
   *[other] ;等预算 { $waiting } 份
}{ $unconfirmed ->
    [0] { "" }
   *[other] ;待确认 { $unconfirmed } 份
}
reward-digest-groundless = 奖励发后单又改了或撤了 { $count } 份,看:奖励 未发

reward-help-reward = 看、定奖励规则(只记账,不经手钱)
reward-usage-reward = 奖励;奖励 规则1;规则2;奖励 加 规则;奖励 预算 500/月;奖励 发放人 @谁;奖励 历史|停|未发|放行 R9
reward-example-reward =
    奖励 首单18.8;单日≥5000 红包38.8,≥10000 68.8
    奖励 新人首单66;连续开单7天20;5个新客20
    奖励 团队目标达成 每人一杯奶茶
    奖励 未发
reward-help-my-rewards = 看自己的奖励
reward-usage-my-rewards = 我的奖励
reward-example-my-rewards = 我的奖励
reward-help-paid = 记下奖励已发(发放人)
reward-usage-paid = 已发 R5 R6;已发 @谁;引用奖励回“已发”
reward-example-paid = 已发 R5 R6
reward-help-paid-all = 自己要发的全部记为已发
reward-usage-paid-all = 全部已发
reward-example-paid-all = 全部已发
reward-help-received = 确认收到奖励
reward-usage-received = 已收 [R5]
reward-example-received = 已收 R5
reward-help-not-received = 说奖励没收到
reward-usage-not-received = 没收到 R5
reward-example-not-received = 没收到 R5
