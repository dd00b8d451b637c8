# 目标
goal-title = 🎯 { $who } { $span }目标 { $target }
goal-team = 团队
goal-standing = 已完成 { $done }({ $percent }%){ $rest }
goal-rest-pace = { " " }还差 { $gap },日均 { $pace }×{ $days }天
goal-rest = { " " }还差 { $gap }
goal-rest-today = { " " }还差 { $gap },就看今天
goal-over = { " " }差 { $gap },已结束
goal-reached = { " " }达成 🎉
goal-note = { $parts }
goal-number = #G{ $number }
goal-before = 原来 { $target }
goal-same = 本来就是这个数,没有改动
goal-button-cancel = 取消
goal-told = 🎯 { $giver } 给你定了{ $span }目标 { $target }
goal-list = 🎯 { $name }的目标
goal-line = { $who } { $span } { $target }:{ $standing } #G{ $number }{ $state ->
    [replaced] (换了新目标)
    [cancelled] (已取消)
   *[active] { "" }
}
goal-more = 还有 { $count } 个。看一段时间的:目标 本月
goal-none = { $own ->
    [0] { $name }还没有定目标。比如:目标 @{ $name } 本月 30000
   *[1] 你还没有定目标。比如:目标 本月 30000
}
goal-cancelled = 好,#G{ $number } 取消了:{ $who } { $span } { $target }

goal-ask-period = { $target } 是哪段时间的目标?
goal-button-month = 本月
goal-button-week = 本周
goal-button-day = 今天
goal-ask-unit = 目标 { $count } 是单数还是金额?
goal-orders = { $count }单
goal-yuan = { $count }元

goal-span-today = 今天
goal-span-week = 本周
goal-span-month = { $far ->
    [0] { $month }月
   *[1] { $year }年{ $month }月
}
goal-span-year = { $year }年
goal-span-days = { $first }–{ $last }

goal-unclear = 目标没看懂。比如:目标 本月 30000,或 目标 本月 40单
goal-unknown-member = 团队里没有“{ $name }”。比如:目标 @小美 本月 20000
goal-past = 这段时间已经过完了。定现在或以后的,比如:目标 本月 30000
goal-not-found = 没有 #G{ $number } 这个目标。发“目标”看编号。
goal-ended = #G{ $number } 已经不在用了。发“目标”看现在的。
goal-nothing-to-cancel = 没有可以取消的目标。发“目标”看编号,比如:取消 G4
goal-which = 有几个目标:{ $numbers }。带上编号取消,比如:取消 G{ $number }
goal-cancel-which = 要取消哪一个?带上编号,比如:取消 G4
goal-bad-zero = 目标要大于 0。比如:目标 本月 30000
goal-bad-negative = 目标要大于 0。比如:目标 本月 30000
goal-bad-too-large = 目标太大了(上限 1 亿元、100 万单)。比如:目标 本月 3万
goal-bad-currency = 目标按人民币算。比如:目标 本月 30000
goal-bad-range = 目标写个准数就行。比如:目标 本月 30000

goal-help-goal = 定目标、看差多少
goal-usage-goal = 目标 [@谁|团队] [何时] [金额|几单];目标 取消 何时
goal-example-goal =
    目标 本月 30000
    目标 本月 40单
    目标 @阿芳 本月 20000
    目标 团队 6月 30万
    目标 取消 本月
goal-help-cancel = 取消一个目标
goal-usage-cancel = 取消 编号
goal-example-cancel = 取消 G4
