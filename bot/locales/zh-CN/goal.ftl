# 目标
goal-title = 🎯 { $who } { $span }目标 { $target }
goal-team = 团队
goal-standing = 已完成 { $done }({ $percent }%){ $rest }
goal-standing-share = 最近 { $done }({ $day }){ $rest }
goal-standing-unread = 还没有读数,发:份额 { $subject } 12.5%
goal-rest-pace = { " " }还差 { $gap },日均 { $pace }×{ $days }{ $working ->
    [0] 天
   *[1] 个工作日
}
goal-rest = { " " }还差 { $gap }
goal-rest-today = { " " }还差 { $gap },就看今天
goal-rest-share = { " " }还差 { $gap } 个百分点
goal-over = { " " }差 { $gap },已结束
goal-reached = { " " }达成 🎉
goal-note = { $parts }
goal-number = #G{ $number }
goal-before = 原来 { $target }
goal-same = 本来就是这个数,没有改动
goal-above = 算在{ $who }{ $span } { $target } 里(#G{ $number })
goal-button-cancel = 取消
goal-told = 🎯 { $giver } 给你定了{ $span }目标 { $target }
goal-told-note = 不合适就说:目标 G{ $number } 25000 因为…;不接:取消 G{ $number } 因为…
goal-changed-by = ✏️ { $who } 把你定的{ $span }目标 { $before } 改成了 { $target }
goal-declined-by = ✋ { $who } 没接你定的{ $span }目标 { $target }
goal-reason = 因为:{ $words }
goal-list = 🎯 { $name }的目标
goal-line = { $who } { $span } { $target }:{ $standing } #G{ $number }{ $state ->
    [replaced] (换了新目标)
    [cancelled] (已取消)
   *[active] { "" }
}
goal-more = 还有 { $count } 个。看一段时间的:目标 本月
goal-none = { $own ->
    [1] 你还没有定目标。比如:目标 本月 30000
   *[0] { $name }还没有定目标。比如:目标 { $person ->
        [1] @{ $name }
       *[0] { $name }
    } 本月 30000
}
goal-behind = 比平均进度少 { $gap },已摊到剩下 { $days } { $working ->
    [0] 天
   *[1] 个工作日
}:每天 { $pace }
goal-part-now = { $kind ->
    [day] 今天
   *[week] 这一周
}这一份 { $target },已完成 { $done }
goal-forecast = 照这样走,{ $span }大约到 { $low }–{ $high }(按过去 { $days } 个工作日估的)
goal-draft-waits = 📝 #GS{ $number } { $span }的草稿等你回:你的一份 { $target }
goal-cancelled = 好,#G{ $number } 取消了:{ $who } { $span } { $target }
goal-undone = { $back ->
    [1] 好,#G{ $number } 又算数了:{ $who } { $span } { $target }
   *[0] 好,#G{ $number } 撤回了:{ $who } { $span } { $target }
}

goal-ask-period = { $target } 是哪段时间的目标?
goal-button-month = 本月
goal-button-week = 本周
goal-button-day = 今天
goal-button-quarter = 本季
goal-button-year = 今年
goal-ask-unit = 目标 { $count } 是单数还是金额?
goal-ask-product = { $count }{ $unit } 是哪个产品?
goal-button-product = { $name }
goal-orders = { $count }单
goal-yuan = { $count }元
goal-pieces = { $count }{ $unit }
goal-new = { $count }个新客
goal-repeat = { $count }单复购
goal-ratio = { $subject } { $done }/{ $target }
goal-of = { $subject } { $figure }
goal-share-of = { $subject }份额 { $figure }

goal-span-today = 今天
goal-span-week = 本周
goal-span-month = { $far ->
    [0] { $month }月
   *[1] { $year }年{ $month }月
}
goal-span-quarter = { $far ->
    [0] { "" }
   *[1] { $year }年
}{ $quarter ->
    [1] 一季度
    [2] 二季度
    [3] 三季度
   *[4] 四季度
}
goal-span-year = { $year }年
goal-span-days = { $first }–{ $last }

# 看板和图
goal-board = 🎯 目标看板 { $date }
goal-board-empty = 还没有目标。先定一个,比如:目标 团队 6月 300000
goal-board-private = 别人的进度只在私聊里看。私聊我发:目标 看板 @小美
goal-node = { $depth ->
    [0] { "" }
    [1] └{ " " }
    [2] 　└{ " " }
    [3] 　　└{ " " }
   *[4] 　　　└{ " " }
}{ $who } { $span } { $target }:{ $state ->
    [ahead] 还没开始
    [reached] { $done }({ $percent }%)达成 🎉
   *[running] { $done }({ $percent }%)差 { $gap }{ $pace }
}
goal-node-pace = ,日均 { $pace }
goal-node-share = { $depth ->
    [0] { "" }
   *[1] └{ " " }
}{ $who } { $span } { $target }:最近 { $done }{ $is_reached ->
    [1] { " " }达成 🎉
   *[0] ,差 { $gap } 个百分点
}
goal-board-people = 个人目标 { $count } 个:{ $ahead } 个在进度上{ $behind ->
    [0] { "" }
   *[other] ,{ $behind } 个加把劲就赶上
}
goal-board-ahead = 👏 { $names }{ $more ->
    [0] { "" }
   *[other] { " " }等,还有 { $more } 人
}
goal-board-name = { $name } { $percent }%
goal-board-behind = 🤝 { $who } { $span } { $target }:{ $percent }%,比平均进度少 { $behind },日均要 { $pace }
goal-board-more = 还有 { $count } 人要帮一把。看一个人:目标 看板 @小美
goal-curve = { $who } { $span } { $target }
goal-curve-until = 截至 { $date } · { $percent }%
goal-curve-done = 已完成
goal-curve-gap = 还差
goal-curve-pace = 日均要
goal-curve-how = 阴影:照过去 { $days } 个工作日走,大约会到哪里
goal-no-curve = 没有正在进行的目标可画(份额不画)。先定一个:目标 本月 30000

# 拆分
goal-draft = 📝 #GS{ $number } { $who }{ $span } { $target } 的分法 · { $basis ->
    [even] 平均
    [last_year] 按去年
    [ability] 按能力
   *[hand] 手工
}
goal-draft-public = { $count } 个人的一份已经私发,先商量。确认之前都不算数。
goal-draft-private = { $who }{ $span } { $target } 的草稿(#GS{ $number })发到你私聊了。
goal-draft-line = { $name } { $target }{ $base }{ $state ->
    [accepted] { " " }✓同意
    [countered] { " " }→ 想改 { $wish }{ $why }
    [declined] { " " }✋没接{ $why }
    [settled] { " " }✓定好
   *[drafted] { "" }
}
goal-draft-why = (因为{ $words })
goal-draft-more = 还有 { $count } 人
goal-draft-sum = 合计 { $total }{ $sign ->
    [over] ,比目标多 { $gap }
    [under] ,比目标少 { $gap }
   *[equal] ,正好
} · 已回 { $answered }/{ $count }
goal-draft-unreached = 私聊不到:{ $names }。请当面说一声。
goal-draft-note = 调一个人:目标拆分 小美 28000;谈好了回“确认”,现在还不算数
goal-draft-dropped = { $who }{ $span } { $target } 的草稿(#GS{ $number })作废了,谁的目标都没有动。
goal-draft-balanced = 差额重新分了,{ $count } 个人的一份变了,已私下告诉他们:
goal-draft-decided = 好,改在草稿里了,也告诉了本人:
goal-base = { $known ->
    [0] 依据:你没有{ $basis ->
        [last_year] 去年同期
       *[ability] 最近90天
    }的数据,先按有数据的人里最低的算
   *[1] 依据:{ $basis ->
        [even] 平均分,你在岗 { $value } 个工作日
        [last_year] 去年同期你做了 { $value }
        [ability] 最近90天你做了 { $value },按在岗的工作日算
       *[hand] 手工定的{ $value }
    }
}
goal-base-weight = (比例 { $value })
goal-base-short = { $known ->
    [0] (没有数据)
   *[1] { $basis ->
        [even] (在岗 { $value } 天)
        [last_year] (去年 { $value })
        [ability] (90天 { $value })
       *[hand] { "" }
    }
}
goal-share-told = 📝 { $changed ->
    [1] #GS{ $number } { $span }你的一份调整为 { $share }
   *[0] { $giver } 起草了{ $who }{ $span }目标 { $target }(#GS{ $number }),你的一份 { $share }
}
goal-share-note = 先商量,确认前不算数。想改就回:改 25000 因为…
goal-share-answered = { $state ->
    [accepted] 👌 记下了:{ $span } { $share },你同意。等确认后算数。
    [countered] 👌 记下了:你想改成 { $wish }(草稿 { $share })。已转给起草的人。
   *[declined] 👌 记下了:{ $span }这一份你没接。已转给起草的人。
}
goal-share-news = { $state ->
    [accepted] ✓ { $name } 同意{ $span }的一份 { $share }(#GS{ $number })
    [countered] ✏️ { $name } 想把{ $span }的一份 { $share } 改成 { $wish }(#GS{ $number })
   *[declined] ✋ { $name } 没接{ $span }的一份 { $share }(#GS{ $number })
}
goal-share-decided = { $step ->
    [adopt] 👌 { $giver } 采纳了你的想法:{ $span }的一份现在是 { $share }(#GS{ $number },确认前还可以谈)
    [keep] { $giver } 想先按 { $share } 走({ $span },#GS{ $number })。不合适还可以回:改 25000 因为…
   *[settle] { $giver } 把你{ $span }的一份调成 { $share }(#GS{ $number })。不合适就回:改 25000 因为…
}
goal-share-set = 🎯 { $span }目标定了:{ $share } #G{ $number }
goal-confirm-wishes = 还有 { $count } 个人想改,先定一下:
goal-confirmed = ✅ #GS{ $number } 确认:{ $count } 个人的{ $span }目标定好了,合计 { $total }
goal-confirmed-all = { $parts }{ $more ->
    [0] { "" }
   *[other] { " " }等,还有 { $more } 人
}
goal-confirmed-silent = 其中 { $count } 人还没回话,不合适的话定了也还能改。
goal-confirmed-one = { $name } { $target }
goal-whole = { $who }目标 { $target }{ $before }{ $sign ->
    [over] ,各份合计多 { $gap }
    [under] ,各份合计少 { $gap }
   *[equal] ,和各份合计一样
}
goal-whole-before = (原来 { $target })
goal-whole-none = 团队目标没有动,那要管理来定。
goal-ask-basis = 按什么分?
goal-basis-even = 平均(按在岗天数)
goal-basis-last-year = 按去年同期
goal-basis-ability = 按能力(最近90天)
goal-button-confirm = 确认
goal-button-adopt = 采纳想改的
goal-button-keep = 按原来的
goal-button-adopt-one = 采纳
goal-button-keep-one = 按原来的
goal-button-balance = 补齐差额
goal-button-anyway = 照这样确认
goal-button-drop = 放弃
goal-button-agree = 同意
goal-button-decline = 不接
goal-button-show = 看草稿
goal-button-back = 撤销读数

# 分到每周、每天
goal-parts = 📆 { $who } { $span } { $target } 分到每{ $kind ->
    [day] 天
   *[week] 周
}(#G{ $number })
goal-part = { $now ->
    [1] 👉{ " " }
   *[0] { "" }
}{ $span } { $target }
goal-parts-before = 之前已完成 { $done }
goal-parts-more = 还有 { $count } 份
goal-parts-note = 按工作日分的;没完成的会摊到后面,并私下告诉你
goal-parts-gone = 好,#G{ $number } 不再分了,目标还在:{ $who } { $span } { $target }
goal-spread = { $team ->
    [1] 📆 团队 { $part } 做了 { $done }/{ $wanted }
   *[0] 📆 { $part } 做了 { $done }/{ $wanted }
}({ $span }目标)
goal-spread-rest = 少的 { $gap } 已经摊到后面 { $left } { $kind ->
    [day] 天,接下来每天约 { $next }
   *[week] 份,这一周是 { $next }
},慢慢来 💪

# 庆祝
goal-cheer = { $step ->
    [100] 🎉
    [80] 🔥
   *[50] 💪
} { $parts }!
goal-cheer-subject = { $subject }
goal-cheer-one = { $who } { $span }{ $subject }目标{ $step ->
    [100] 达成
    [80] 过八成了
   *[50] 过半了
}

# 份额
goal-share-noted = 📈 { $subject }份额 { $value }({ $day }){ $trend }
goal-share-trend = { $sign ->
    [up] ,比 { $day } 的 { $before } 涨了 { $points } 个百分点
    [down] ,比 { $day } 的 { $before } 少了 { $points } 个百分点
   *[same] ,和 { $day } 一样
}
goal-share-title = 📈 { $subject }份额
goal-share-reading = { $day } { $value }{ $trend }
goal-share-market = { $subject } { $value }{ $day }
goal-share-points = ({ $points })
goal-share-day = ({ $day })
goal-share-gone = 好,{ $subject } { $day } 的读数 { $value } 撤销了。
goal-share-empty = 还没有份额。定目标:目标 份额 一小区 15%;记读数:份额 一小区 12.5%
goal-share-unclear = 份额这样写:份额 一小区 12.5%(0% 到 100%,带百分号)
goal-share-future = 读数的日子还没到。比如:份额 一小区 12.5%
goal-no-reading = “{ $subject }”还没有读数。比如:份额 { $subject } 12.5%

# 为什么
goal-why = 🔍 #G{ $number } { $who } { $span } { $target } 为什么是 { $percent }%
goal-why-counts = { $metric ->
    [amount] 算:{ $first }–{ $last } 计入的金额,退款抵减
    [orders] 算:{ $first }–{ $last } 计入的单数
    [quantity] 算:{ $first }–{ $last } 卖出的{ $subject },退的抵减
    [new] 算:{ $first }–{ $last } 第一次买的客户的单(写了客户名的)
    [repeat] 算:{ $first }–{ $last } 老客户的单(写了客户名或“复购”的)
   *[share] 算:{ $subject }最近一次手工读数 ÷ 目标
}
goal-why-formula = { $done } ÷ { $target } = { $exact }%,取整 { $percent }%

# 日报
goal-digest-team = 🎯 { $span } { $target }:{ $done }({ $percent }%){ $rest }
goal-digest-forecast = 照这样走大约到 { $low }–{ $high }(按过去 { $days } 个工作日估的)
goal-digest-members = 个人目标:{ $on_pace }/{ $members } 在进度上{ $reached ->
    [0] { "" }
   *[other] ,{ $reached } 人已达成 🎉
}

# 说不通的
goal-unclear = 目标没看懂。比如:目标 本月 30000,或 目标 本月 面膜 300盒
goal-unknown-member = 团队里没有“{ $name }”这个人或岗位。比如:目标 @小美 本月 20000
goal-unknown-product = 价格表里没有“{ $name }”。先定价,比如:价格 { $name } 128/盒
goal-other-unit = { $name }在价格表里按{ $unit }算,目标也用{ $unit }。比如:目标 本月 { $name } 300{ $unit }
goal-no-products = 价格表还是空的,先定价:价格 面膜 128/盒,再:目标 本月 面膜 300盒
goal-past = 这段时间已经过完了。定现在或以后的,比如:目标 本月 30000
goal-not-found = 没有 #G{ $number } 这个目标。发“目标”看编号。
goal-ended = #G{ $number } 已经不在用了。发“目标”看现在的。
goal-holds = 这段时间现在用的是 #G{ $other },先取消它再恢复 #G{ $number }:取消 G{ $other }
goal-nothing-to-cancel = 没有可以取消的目标。发“目标”看编号,比如:取消 G4
goal-which = 有几个目标:{ $numbers }。带上编号,比如:取消 G{ $number }
goal-cancel-which = 要取消哪一个?带上编号,比如:取消 G4
goal-other-measure = #G{ $number } 不是按这个单位算的。发“目标 G{ $number }”看看再改。
goal-bad-zero = 目标要大于 0。比如:目标 本月 30000
goal-bad-negative = 目标要大于 0。比如:目标 本月 30000
goal-bad-too-large = 目标太大了(上限 1 亿元、100 万单)。比如:目标 本月 3万
goal-bad-currency = 目标按人民币算。比如:目标 本月 30000
goal-bad-range = 目标写个准数就行。比如:目标 本月 30000
goal-bad-count = 要一个整数。比如:目标 本月 新客 20
goal-bad-share = 份额写成百分比,不超过 100%。比如:目标 份额 一小区 15%
goal-bad-market = 是哪里的份额?比如:目标 份额 一小区 15%
goal-split-how = 这样拆:目标拆分 6月 300000 按去年(或 平均、按能力);分到每周:目标拆分 G4 按周
goal-split-how-much = 这段时间还没有目标,带上总数:目标拆分 6月 300000 平均
goal-split-share = 份额不能拆给个人,它是一个地方的。可以给人定:目标 @小美 份额 一小区 15%
goal-split-nobody = 没有可以分的人。看看成员或岗位:成员
goal-split-no-data = 大家都没有可以参考的数据。用平均:目标拆分 6月 300000 平均
goal-split-own = #G{ $number } 是个人的目标,可以分到每周:目标拆分 G{ $number } 按周
goal-split-person = { $name }是一个人,目标可以直接定:目标 @{ $name } 本月 20000
goal-split-twice = “{ $name }”写了两次或不认识。比如:目标拆分 6月 300000 小美3 阿芳2
goal-split-sum = 各份加起来 { $total },和 { $target } 差 { $gap }。写比例也行:目标拆分 6月 300000 小美3 阿芳2
goal-split-not-found = 没有 #GS{ $number } 这份草稿。发“目标拆分”看现在的。
goal-split-over = #GS{ $number } 已经定了或作废了。发“目标”看现在的。
goal-split-which = 有几份草稿:{ $numbers }。带上编号,比如:目标拆分 GS{ $number } { $step ->
    [lead] 确认
   *[own] 同意
}
goal-split-short = 这段时间太短,分不开。比如:目标拆分 G4 按周(要两周以上)
goal-split-long = 分得太细了(最多 92 份)。按周试试:目标拆分 G4 按周
goal-split-none = #G{ $number } 没有分过。要分:目标拆分 G{ $number } 按周
goal-split-no-goal = 这段时间还没有目标,先定一个:目标 本月 30000
goal-share-none = 没有等你回的草稿。自己定目标:目标 本月 30000
goal-share-stranger = 这份草稿里没有这个人。重新拆:目标拆分 6月 300000 小美3 阿芳2
goal-share-how = 想改成多少?比如:改 25000 因为下半月出差
goal-share-no-wish = 没有人想改。直接回“确认”就行。
goal-balance-nobody = 没有还能调的人了。改一个人的:目标拆分 小美 28000,或直接 目标拆分 确认
goal-balance-too-much = 定好的几份已经超过总数,补不了。先调一个人:目标拆分 小美 28000

goal-help-goal = 定目标、看差多少、看板和图
goal-usage-goal = 目标 [@谁|岗位|团队] [何时] [多少];目标 看板;目标 图;目标 取消 何时
goal-example-goal =
    目标 本月 30000
    目标 本月 面膜 300盒
    目标 本月 新客 20
    目标 团队 Q3 900000
    目标 客服 本月 50000
    目标 份额 一小区 15%
    目标 看板
    目标 取消 本月
goal-help-split = 把目标分给大家,或分到每周每天
goal-usage-split = 目标拆分 [岗位] 何时 多少 按去年|平均|按能力;目标拆分 G4 按周|按天|取消
goal-example-split =
    目标拆分 6月 300000 按去年
    目标拆分 6月 300000 小美3 阿芳2
    目标拆分 我 25000 因为下半月出差
    目标拆分 确认
    目标拆分 G4 按周
goal-help-share = 记一个地方的市场份额
goal-usage-share = 份额 [哪里] [百分比] [哪天];份额 取消 哪里
goal-example-share = 份额 一小区 12.5%
goal-help-cancel = 取消一个目标
goal-usage-cancel = 取消 编号 [因为…]
goal-example-cancel = 取消 G4
goal-help-undo = 撤回刚定的或刚取消的目标
goal-usage-undo = 撤销 编号
goal-example-undo = 撤销 G4
goal-help-confirm-split = 确认目标草稿
goal-usage-confirm-split = 确认 编号
goal-example-confirm-split = 确认 GS3
goal-help-amend-split = 想改草稿里自己的一份
goal-usage-amend-split = 改 编号 多少 [因为…]
goal-example-amend-split = 改 GS3 25000 因为下半月出差
