# 报单、流水、更正

sale-receipt = { $type ->
    [refund] ↩️ #S{ $number } { $seller } 退款 { $what }{ $amount }
   *[sale] ✅ #S{ $number } { $seller } { $what }{ $amount }
 }
sale-orders = { $count }单{" "}
sale-receipt-several = ✅ 记了 { $count } 笔,共 { $sum }:{ $parts }
sale-receipt-part = #S{ $number } { $seller } { $what }{ $amount }
sale-standing = 今日 { $day } · 本月 { $month }{ $goal }{ sale-rank } · 记错了回“撤销”
sale-standing-other-day = { $date } 合计 { $day } · 当月 { $month }{ $goal }{ sale-rank } · 记错了回“撤销”
sale-rank = { $rank ->
    [0] {""}
   *[other] {" "}· 第{ $rank }名
 }
sale-goal = /{ $target }({ $percent }%{ $reached ->
    [0] {""}
   *[1] {" "}🎉
 })
sale-goal-other = {" · "}{ $span }{ $ratio }({ $percent }%{ $reached ->
    [0] {""}
   *[1] {" "}🎉
 })
sale-note = { $parts }
sale-note-team = 记在「{ $team }」
sale-note-day = 补记在 { $date }
sale-note-orders = 共 { $count } 单
sale-note-discount = 优惠 { $amount }
sale-note-deposit-order = 已收 { $received },尾款 { $due } 待收(业绩按下单算)
sale-note-deposit-received = 尾款 { $due } 待收(业绩按回款算)
sale-note-homophone = 按“报单”记的
sale-note-masked = 客户的电话地址我没存,以后别发群里哦
sale-told = { $who } 帮你记了一笔:#S{ $number } { $what }{ $amount }
sale-told-note = 不对就回“撤销 #S{ $number }”
sale-button-undo = 撤销
sale-button-same = 是同一单
sale-button-another = 不是,再记一单
sale-button-neither = 都不是
sale-button-void = 作废
sale-button-keep = 保留
sale-proposal = { $seller }{ $what }{ $amount }{ $date }
sale-proposals = 记 { $parts }
sale-dropped = 好,没记。
sale-dropped-same = 好,是同一单,没有重复记。
sale-already = 这单记过了:#S{ $number } { $amount },没有重复记。

sale-ask-same = 和 #S{ $number }({ $amount })是同一单吗?
sale-undone = 已撤销 { $numbers },{ $amount } 不算了(原记录保留)
sale-undone-by = { $who } 撤销了你的 #S{ $number } { $amount }。不对就重新报一次。
sale-after = { $name } 今日 { $day } · 本月 { $month }{ $goal }
sale-undo-what = 要撤哪一单?例:撤销 #S27;只回“撤销”就撤你最近的一单。
sale-undo-sure = 最近一单是 { $date } 的 #S{ $number } { $amount },要作废吗?
sale-quoted-none = 引用的那条没有记过单。写上编号,比如“撤销 #S27”;要撤销最近一笔,不引用直接发“撤销”。
sale-nothing-to-undo = 你没有可以撤销的单。撤别的带编号:撤销 #S27,任务是 撤销 T31
sale-not-found = 没有 #S{ $number } 这一单。回“流水”看看编号。
sale-not-a-sale = 这个编号不是一单业绩。业绩编号以 S 开头,例:#S{ $number }
sale-is-void = #S{ $number } 已经作废了,账上不算它。
sale-not-yours = #S{ $number } 不是你的单,要改请找团长:{ $who }
sale-changed-meanwhile = #S{ $number } 刚被别人改过,看一眼再改:回“#S{ $number }”。
sale-old-month = #S{ $number } 是上个月的单,要管理来改:{ $who } 回“更正 #S{ $number } 金额”。
sale-unknown-member = 团队里没有“{ $name }”。先加一下,例:加成员 { $name }(不在群)

sale-fixed = 已更正 #S{ $number }:{ $before } → { $after }(原记录保留)
sale-fixed-month = 本月 { $before } → { $after }{ $goal }
sale-fixed-by = { $who } 更正了你的 #S{ $number }(原来 { $amount })。回“#S{ $number }”看经过。
sale-fix-what = 要改成多少?例:更正 #S27 1180
sale-fix-which = 要改哪一单?例:更正 #S27 1180
sale-fix-unclear = 没看懂要改成“{ $words }”。例:更正 #S{ $number } 1180,或 更正 #S{ $number } 面膜4盒 512
sale-fix-same = #S{ $number } 本来就是 { $amount },没有改动。
sale-edit-unclear = 消息改了,但看不出新的金额。{ $numbers }({ $amount })要作废吗?
sale-edit-void = #S{ $number } 已作废:改过的消息里没有这单了。
sale-recalled = 原消息已撤回,{ $numbers }({ $amount })要作废吗?

sale-ledger = 📒 流水 { $span } { $name }共 { $count } 笔 { $total }
sale-ledger-empty = 流水 { $span } { $name }还没有记录。
sale-ledger-line = #S{ $number } { $date }{ $name } { $what }{ $amount }{ $late ->
    [1] (补)
   *[0] {""}
 }{ $state ->
    [held] (待确认)
    [corrected] (改过)
   *[plain] {""}
 }
sale-ledger-more = 还有 { $count } 笔。看某人某天:流水 小美 昨天
sale-history = #S{ $number } { $name } { $date } { $what }{ $amount }{ $customer }{ $late ->
    [1] (补)
   *[0] {""}
 }{ $state ->
    [void] (已作废)
    [held] (待确认)
   *[other] {""}
 }
sale-step-first = { $at } { $by } 记 { $amount }{ sale-step-held }
sale-step-fixed = { $at } { $by } 改为 { $amount }{ sale-step-held }
sale-step-confirmed = { $at } { $by } 确认 { $amount }
sale-step-held = { $held ->
    [1] (等团长确认)
   *[0] {""}
 }
sale-step-void = { $at } { $by } 作废

sale-stock = 📦 记下了:拿货 { $quantity }。拿货只做补货参考,不算业绩。
sale-report = 📝 日报收到,辛苦了!
sale-report-agrees = 📝 日报收到,和账上一致:今日 { $amount }
sale-report-differs = 📝 日报收到。日报写 { $said },账上是 { $booked }
sale-report-missing = 账上少 { $gap }。有漏报的单请补一下,例:补报 398
sale-report-over = 账上多 { $gap }。记重了就撤一单,例:撤销 #S27
sale-balance = 💰 #S{ $number } 尾款 { $amount } 到齐了。
sale-balance-part = 💰 #S{ $number } 收到 { $amount },还差 { $due }
sale-balance-unknown = 没找到等着收 { $amount } 尾款的单。要记新单请发:报单 { $amount }

sale-chain-first = ✅ 接龙记了 { $count } 笔,合计 { $total }
sale-chain-update = ✅ 接龙更新 { $count } 笔,合计 { $total }
sale-chain-parts = { $parts }{ $more ->
    [0] {""}
   *[other] {" "}等,还有 { $more } 笔
 }
sale-chain-new = { $name } +{ $amount } #S{ $number }
sale-chain-changed = { $name } { $before } → { $after } #S{ $number }
sale-chain-strangers = 没认出:{ $names }。先加一下,例:加成员 李姐(不在群)
sale-chain-missing = @{ $name } 新接龙里没有你那行了,#S{ $number }({ $amount })要作废吗?

sale-try-what = 试算什么?例:试算 报单 面膜3盒x128
sale-try-record = 🧮 会这样记(现在没有记):
sale-try-ask = 🧮 会先问一句,不会直接记:
sale-try-refuse = 🧮 不会记:
sale-try-other = 🧮 不会记成业绩。
sale-try-none = 🧮 这句不像报单,不会记。要记请用“报单”开头,例:报单 398
sale-try-entry = { $seller } { $what }{ $amount } · { $orders } 单 · { $date }{ $customer }
sale-try-topic-stock = 这是拿货,只做补货参考。
sale-try-topic-report = 这是日报,只和账上核对。
sale-try-topic-balance = 这是尾款,会结清原来那单。
sale-try-topic-goal = 这是目标,不是业绩。
sale-try-topic-chain = 这个接龙不是报单。
sale-try-topic-undo = 这是撤销。
sale-try-topic-fix = 这是更正。

sale-help-sale = 记一单业绩
sale-usage-sale = 报单 产品 数量 金额(顺序随意)
sale-example-sale =
    报单 面膜3盒x128
    报单 796 @阿芳 昨天
    报单 1280 我60% 阿芳40%
    退款 王姐 面膜2盒 256
sale-help-undo = 撤掉一单
sale-usage-undo = 撤销 [编号]
sale-example-undo =
    撤销
    撤销 #S27
sale-help-fix = 改一单的金额
sale-usage-fix = 更正 [编号] 新金额
sale-example-fix =
    更正 #S27 1180
    更正 #S27 面膜4盒 512
sale-help-ledger = 看流水和编号
sale-usage-ledger = 流水 [谁] [何时]
sale-example-ledger =
    流水
    流水 小美 本月
    #S27
sale-help-try = 试试会怎么记
sale-usage-try = 试算 一句话
sale-example-try = 试算 报单 面膜5盒 精华1 总1038

# 要问一句的
sale-ask-no-amount = 恭喜!这单多少钱?直接回金额就行,比如“398”(10 分钟内有效)
sale-ask-unit-price = 这个价是一件的价,一共是?
sale-ask-list-mismatch = 和价格表对不上,是哪个?
sale-ask-sum-wrong = 算式和等号对不上,是哪个?
sale-ask-range = 金额没说准。写个准数就行,例:报单 398
sale-ask-two-amounts = 有两个金额,是哪个?
sale-ask-points = 积分不是钱,不能记成业绩。收了多少元?例:报单 398
sale-ask-currency = 外币我不换算。折成人民币报一下,例:报单 350
sale-ask-too-precise = 金额最多到分。例:报单 398.99
sale-ask-separators = 这个写法我分不清是多少。例:报单 1299 或 报单 1.30
sale-ask-malformed = 金额没看懂。例:报单 398.50
sale-ask-unknown-member = 团队里没有“{ $name }”,这单记给谁?例:报单 398 @阿芳
sale-ask-two-members = 提到了两个人,这单记给谁?例:报单 398 @阿芳
sale-ask-split-not-100 = 分的比例加起来不是 100%。例:报单 1280 我60% 阿芳40%
sale-ask-no-price = 价格表里没有这个单位的价,这单多少钱?例:报单 2箱面膜 3000
sale-ask-bad-date = 日期不对,没有这一天。例:补报 6.16 398
sale-ask-future-date = 这一天还没到。例:补报 昨天 398
sale-ask-old-date = 这一单跨月或隔得有点久了,确定记在那天吗?
sale-ask-near-miss = 是要报单吗?
sale-ask-not-done = 还没成交的先不记。成交后再报,例:报单 398
sale-ask-third-person = 是要帮忙报单吗?
sale-ask-loose-product = 是卖出了这些吗?
sale-ask-quantity-times = 是几件相乘吗?
sale-ask-list-price = 按价格表是这个数,对吗?不对就直接回金额
sale-ask-no-refund-amount = 退多少?直接回金额就行,比如“398”(10 分钟内有效)
sale-ask-orders-mismatch = 单数和金额对不上,是这样吗?例:今天成交2单,一单398一单1280
sale-ask-unclear-number = 这个数我分不清。例:报单 398
sale-ask-fraction = 几分之几我算不准。直接写金额,例:报单 398
sale-ask-deposit-only = 只说了定金或尾款。一共多少?例:报单 套盒1套 定金500 尾款780
sale-ask-discount-unclear = 优惠后实收多少?例:报单 面膜3盒 实收350
sale-ask-date-or-amount = 这是日期还是金额?例:补报 6.16 398
sale-ask-question = 是要报单吗?
sale-ask-soft = 是要报单吗?
sale-ask-refund-loose = 账上没找到这个金额的单,还是记一笔退款吗?
sale-ask-refund-which = 退的是哪一单?
sale-refund-choice = #S{ $number } { $date } { $what }{ $amount }{ $customer }
sale-ask-long-story = 是要报单吗?
sale-ask-bare-list = 这是报单接龙吗?
sale-ask-too-large = 金额太大了(上限 1 亿)。例:报单 12000 或 报单 1.2万
sale-ask-zero = 金额是 0,这单多少钱?例:报单 398
sale-ask-negative = 金额是负的。退款请用“退款”,例:退款 王姐 200
sale-ask-unsure = 没看太准,是这样记吗?

# 不能记的
sale-refuse-zero = 金额是 0,没有记。例:报单 398
sale-refuse-negative = 报单的金额要大于 0,没有记。退款请用“退款”,例:退款 王姐 200
sale-refuse-malformed = 金额没看懂,没有记。例:报单 398.50
sale-refuse-too-large = 金额太大了(上限 1 亿),没有记。例:报单 12000 或 报单 1.2万
sale-refuse-points = 积分不是钱,没有记。收了多少元?例:报单 398
sale-refuse-currency = 外币我不换算,没有记。折成人民币报一下,例:报单 350
sale-refuse-unknown-member = 团队里没有“{ $name }”,没有记。先加一下,例:加成员 { $name }(不在群)
sale-refuse-bad-date = 日期不对,没有这一天,没有记。例:补报 6.16 398
sale-refuse-future-date = 这一天还没到,没有记。例:补报 昨天 398

# 等团长确认的大单
sale-held = ⏳ #S{ $number } { $seller } { $what }{ $amount }{ $corrected ->
    [0] {" "}记下了,先不计入
   *[other] {" "}已更正,先不计入
 }
sale-held-why = 这单比平时大很多,等 { $who } 确认一下,确认后照算在当天
sale-held-ask = ⏳ { $seller }报了一笔大单:#S{ $number } { $what }{ $amount },比平时大很多,算吗?
sale-held-how = 也可以回“确认 S{ $number }”或“不算 S{ $number } 原因”
sale-button-confirm = 确认
sale-button-refuse = 不算
sale-confirmed = ✅ 已确认 #S{ $number } { $name } { $what }{ $amount },计入 { $date }
sale-confirmed-told = ✅ { $who }确认了你的 #S{ $number } { $amount },已计入
sale-confirmed-group = 🎉 #S{ $number } { $name } { $what }{ $amount } 已确认,计入 { $date }
sale-refused = 好,#S{ $number } { $amount } 没有计入{ $kept }(原记录保留)
sale-refused-stays = ,还是原来的 { $amount }
sale-refused-told = { $who }看过了,#S{ $number } { $amount } 没有计入{ $kept }{ $reason }。金额报错了就重新报一次;不同意可以发“申诉 #S{ $number } 说明”。
sale-refused-reason = :{ $text }
sale-not-held = #S{ $number } 不用确认:它没有在等。回“#S{ $number }”看经过。
sale-held-not-yours = #S{ $number } 要别的团长来确认:{ $who }
sale-confirm-which = 确认哪一单?例:确认 S27
sale-refuse-long = 原因写短一点,100 字以内。
sale-help-confirm = 确认一笔大单
sale-usage-confirm = 确认 编号
sale-example-confirm = 确认 S27
sale-help-refuse = 一笔大单不算
sale-usage-refuse = 不算 编号 [原因]
sale-example-refuse = 不算 S27 和S26重复了
