# 活动
campaign-head = #K{ $number } { $name }
campaign-phase = 第{ $day }天/{ $days }
campaign-phase-wait = 还有 { $days } 天
campaign-phase-over = 已结束
campaign-standing = 📣 { $head } { $phase }
campaign-tasks = 任务 { $done }/{ $total }
campaign-sales = 业绩 { $sum }
campaign-beside = { $before } { $after }
campaign-sum = { $amount } 元/{ $orders }单
campaign-sum-of = { $amount }/{ $target }({ $percent }{ $reached ->
    [1] {" "}🎉
   *[0] { "" }
})
campaign-target = 目标 { $target }
campaign-compared-year = 去年同期{ $average ->
    [1] 日均
   *[0] { "" }
}{ $change }
campaign-compared-before = 比前 { $days } 天{ $average ->
    [1] 日均
   *[0] { "" }
}{ $change }
campaign-compared-fully = { $by ->
    [name] 去年的 #K{ $number }({ $first }–{ $last })
    [days] 去年同期({ $first }–{ $last })
   *[before] 活动前 { $days } 天({ $first }–{ $last })
} { $then },现在{ $average ->
    [1] 日均
   *[0] { "" }
}{ $change }
campaign-note = { $days } · 负责 { $owner }{ $products }
campaign-products = { " " }只算 { $names }
campaign-gone = { $head }({ $days })取消了

campaign-made = 📣 { $head } { $days },共 { $count } 天
campaign-facts = 负责 @{ $owner }{ $has_target ->
    [1] {" "}目标 { $target }
   *[0] { "" }
}{ $count ->
    [0] {" "}不发战报
   *[other] {" "}战报 { $times }
}{ $products }
campaign-made-tasks = ☑ 按“{ $template }”建了 { $count } 项:{ $who }{ $more ->
    [0] { "" }
   *[other] {" "}等
};先做 #T{ $number } { $title }({ $due })
campaign-made-none = 没建任务
campaign-past-step = { $title }({ $day })
campaign-past-steps = ⏰ 日子已过、没建 { $count } 项:{ $steps }{ $more ->
    [1] {" "}等
   *[0] { "" }
}。要补:活动 { $name } 加 明天 { $first }
campaign-made-how = 看进度:活动 { $name } · 看任务:活动 { $name } 任务
campaign-planned = 新活动:{ $standing }
campaign-planned-who = 任务给到:{ $who },看“我的任务”
campaign-button-undo = 撤销
campaign-button-board = 排行
campaign-button-tasks = 任务
campaign-button-post = 确认发布
campaign-button-all = 任务一起取消
campaign-button-keep = 任务留着
campaign-button-stay = 不取消了

campaign-list = 📣 活动({ $count } 个在办)
campaign-list-how = 看一个:活动 名字
campaign-none = 还没有活动。这样建:
campaign-line = { $head } { $phase } · { $days } · { $sold ->
    [1] { $amount } 元
   *[0] 未开始
}{ $has_tasks ->
    [1] {" "}· 任务 { $done }/{ $total }
   *[0] { "" }
}
campaign-more = 还有 { $count } 项

campaign-board = 📊 { $head } 排行 { $phase }
campaign-board-empty = 还没有计入的单,第一单等你!
campaign-board-note = 只算 { $days } 的单{ $products }
campaign-board-total = 合计 { $amount } 元
campaign-board-own = { $first ->
    [1] 你第{ $rank },领先!
   *[0] 你第{ $rank },前面差 { $gap }
}
campaign-place = { $rank ->
    [1] 🥇
    [2] 🥈
    [3] 🥉
   *[other] { $rank }.
} { $name } { $amount } 元 / { $orders }单
campaign-podium = { $rank ->
    [1] 🥇
    [2] 🥈
    [3] 🥉
   *[other] { $rank }.
}{ $name } { $amount }

campaign-tasks-of = ☑ { $head } 任务 { $done }/{ $total }
campaign-tasks-none = 没有任务。加一项:活动 { $name } 加 T-2 拍视频 @阿芳
campaign-task = { $done ->
    [1] ✅
   *[0] ▫
} #T{ $number } { $title } { $due } { $who }

campaign-report = { $is_over ->
    [1] 🏁 { $head } 收官战报
   *[0] 🔥 { $head } 战报 { $phase } { $time }
}{ $is_late ->
    [1] (补发 { $late })
   *[0] { "" }
}
campaign-report-today = 今日 { $amount } 元
campaign-report-sum = 累计 { $sum }
campaign-picture = { $name } 战报 { $phase }
campaign-fact-sum = 累计业绩(元)
campaign-fact-orders = 单数
campaign-fact-target = 目标 { $target }
campaign-fact-year = 去年同期
campaign-orders = { $count }单
campaign-slots = { $count ->
    [0] 新活动不自动发战报
   *[other] 新活动的战报时间:{ $times }
}
campaign-slots-new = 已有的活动不变;改一个:活动 618 战报 12:00 20:00
campaign-slots-set = { $count ->
    [0] 好,{ $head } 不再自动发战报
   *[other] 好,{ $head } 每天 { $times } 发战报
}

campaign-end-note = 活动收官,辛苦大家!复盘草稿给了 { $who },也可以发:活动 { $name } 复盘
campaign-review-sum = 业绩 { $sum }{ $has_target ->
    [1] ,{ $orders }单
   *[0] { "" }
}
campaign-review-compared = { $compared }
campaign-review-day = 最好的一天:{ $day }(第{ $nth }天){ $amount } 元
campaign-review-best = 表现突出:{ $best }
campaign-review-product = { $name } { $amount }({ $percent })
campaign-review-mix = 产品:{ $parts }
campaign-review-customers = 客户:新客 { $new } 单,老客 { $repeat } 单(只算写了客户的单)
campaign-review-tasks = 任务:完成 { $done }/{ $total },按时 { $in_time }
campaign-draft = 📝 { $head } 复盘草稿
campaign-draft-line = { $n }. { $words }
campaign-draft-how = 回复:确认 / 改1 … / 删2 / 加 下次早一周预热
campaign-struck = 第 { $n } 条删了,要回来:找回{ $n }
campaign-review = 📋 { $head } 复盘({ $days })
campaign-review-line = · { $words }
campaign-review-by = { $who } { $day } 发布 · 搜:活动 找 关键词
campaign-group-told = 群里也发了
campaign-search = 🔎 复盘里的“{ $words }”:{ $count } 条
campaign-hit = { $head }({ $year }):{ $words }

campaign-why = 🔍 { $head } 业绩 { $sum } 怎么来的
campaign-why-sum = { $first }–{ $last } 计入的单相加 = { $amount } 元,{ $orders }单{ $products }{ $split ->
    [1] ;一单几样货的按标价分
   *[0] { "" }
}
campaign-why-target = 完成率 = { $amount } ÷ { $target } = { $percent }
campaign-why-year = { $compared }{ $same_hour ->
    [1] ,比到同一天同一时刻
   *[0] { "" }
}

campaign-moved = 📅 { $head } 改到 { $days }(原来 { $was })
campaign-moved-tasks = 没做完的 { $count } 项任务跟着挪了
campaign-stayed = { $numbers } 挪过去就过期了,没动;用“延期”改
campaign-target-set = 好,{ $head } { $has_target ->
    [1] 目标 { $target }
   *[0] 不设目标
}
campaign-owner-set = 好,{ $head } 由 { $who } 负责{ $count ->
    [0] { "" }
   *[other] ,没做完的 { $count } 项一起转
}
campaign-products-set = 好,{ $head } { $all ->
    [1] 全部产品都算
   *[0] 只算 { $names }
}
campaign-added = ☑ #T{ $number } { $title } { $who } { $day }
campaign-cancel-ask = { $head } 还有 { $count } 项任务没做完,取消活动时怎么办?
campaign-cancelled = 好,{ $head } 取消了{ $gone ->
    [0] { $kept ->
        [0] { "" }
       *[other] ,{ $kept } 项任务留着
    }
   *[other] ,{ $gone } 项任务一起取消
}
campaign-undone = ↩ { $head } 已撤销:{ $verb ->
    [create] 新建
    [move] 改日期,现在 { $days }
    [target] 改目标
    [owner] 换负责人
    [products] 改产品
    [slots] 改战报时间
    [add] 加任务
    [cancel] 取消,现在 { $days }
   *[other] { $verb }
}
campaign-undone-tasks = { $back ->
    [1] { $count } 项任务恢复了
   *[0] { $count } 项任务取消了
}

campaign-offset = { $kind ->
    [before] T-{ $n }
    [after] T+{ $n }
    [last] 最后一天
   *[day] { $n ->
        [1] 首日
       *[other] 第{ $n }天
    }
}
campaign-step = { $offset } { $title }{ $is_named ->
    [1] {" "}@{ $who }
   *[0] { "" }
}
campaign-template-promotion = 大促
campaign-template-launch = 新品
campaign-template-clearance = 清仓
campaign-step-pick = 选品
campaign-step-price = 定价
campaign-step-copy = 文案
campaign-step-poster = 海报
campaign-step-warm = 预热
campaign-step-stock = 备货核对
campaign-step-drill = 话术演练
campaign-step-open = 开团
campaign-step-chase = 追单
campaign-step-final = 冲刺
campaign-step-review = 复盘
campaign-step-ship = 发货跟进
campaign-step-learn = 新品学习
campaign-step-trial = 试用反馈
campaign-step-feedback = 首批反馈
campaign-step-count = 盘点库存
campaign-step-regulars = 老客通知
campaign-template-list = 📋 活动模板
campaign-template-line = { $name }:{ $count } 步,{ $first } 到 { $last }{ $own ->
    [1] (团队自己的)
   *[0] { "" }
}
campaign-template-list-how = 看一个:活动模板 大促 · 新建:活动模板 直播 T-3 选品;T 开播;T+1 复盘
campaign-template-head = 📋 { $name }模板 { $count } 步{ $own ->
    [1] (团队自己的)
   *[0] { "" }
}
campaign-template-step = { $n }. { $step }
campaign-template-edit = 改:活动模板 { $name } 加 T-3 定价 @阿芳 / 删 2 / 改 2 T-4 海报 / 恢复
campaign-template-more = 还有 { $count } 步
campaign-template-reset = 好,{ $name }模板恢复成自带的了
campaign-template-gone = 好,{ $name }模板删掉了

campaign-unclear = 没看懂。建活动要名字和日期:活动 618 6/16-6/20 模板大促
campaign-near = 没有叫“{ $name }”的活动,是“{ $like }”吗?发:活动 { $like }
campaign-not-found = 没有 #K{ $number } 这个活动。发“活动”看编号。
campaign-bad-days = { $why ->
    [past] 这几天已经过了。
    [no-such-day] 没有这一天。
    [backwards] 结束比开始还早。
   *[other] 没看懂是哪几天。
}写成:活动 618 6/16-6/20
campaign-no-name = 活动叫什么?写成:活动 618 6/16-6/20
campaign-bad-name = 活动名最多 { $most } 个字。例:活动 618 6/16-6/20
campaign-name-taken = “{ $name }”已经有了(#K{ $number })。改日期:活动 { $name } 改 6/17-6/21
campaign-backwards = 结束比开始还早。例:活动 618 6/16-6/20
campaign-past = 这几天已经过了。例:活动 618 6/16-6/20
campaign-too-long = 一个活动最多 { $most } 天。更久的用策略:策略 社群营销:每天3条素材 到 6/30
campaign-too-many = 在办的活动有 { $most } 个了,先收一收:活动 618 取消
campaign-bad-target = 目标要大于 0、写成金额。例:活动 618 目标 60000
campaign-product = 价格表里没有“{ $name }”。有:{ $names }
campaign-products-how = 只算哪些产品?例:活动 { $name } 只算 套盒、面膜;都算:活动 { $name } 只算 全部
campaign-no-template = 没有“{ $name }”模板,有:{ $names }。不要清单就写:模板无
campaign-who = 团队里没有“{ $name }”。例:负责 @阿芳
campaign-not-yours = 改 #K{ $number } 要找 { $who } 或团长
campaign-over = #K{ $number } { $name } { $state ->
    [cancelled] 已经取消了
   *[ended] 已经结束了
},不能再改
campaign-changed = #{ $letter }{ $number } 刚被别人改了,看一眼再改
campaign-nothing-to-undo = #{ $letter }{ $number } 没有可以撤销的
campaign-same-days = { $name } 本来就是这几天
campaign-move-when = 改到哪几天?例:活动 { $name } 改 6/17-6/21
campaign-add-how = 加什么、哪天?例:活动 { $name } 加 T-2 拍视频 @阿芳,或 活动 { $name } 加 周五 拍视频
campaign-add-past = { $day } 已经过了,换个日子。例:加 明天 拍视频
campaign-not-yet = { $name } { $day } 才开始,还没有数
campaign-slots-how = 几点发?例:活动 { $name } 战报 12:00 18:00 22:00,不发:活动 { $name } 战报 关
campaign-slots-many = 战报一天最多 { $most } 次。例:活动 618 战报 12:00 20:00
campaign-slot-quiet = { $time } 在安静时段({ $since }–{ $until })里,换个时间。例:活动 618 战报 12:00 20:00
campaign-step-far = 最多提前或推后 { $most } 天。例:T-7 选品
campaign-step-title = 每步写 1–{ $most } 个字。例:T-3 定价
campaign-step-unclear = “{ $words }”没写是哪天。例:T-3 定价、第2天 追单、最后一天 冲刺、T+1 复盘
campaign-step-none = 没有第 { $n } 步,共 { $last } 步
campaign-template-name = 模板名最多 { $most } 个字。例:活动模板 直播 T-3 选品
campaign-template-long = 一个模板最多 { $most } 步,先删几步
campaign-templates-many = 自己的模板最多 { $most } 个,先删一个:活动模板 直播 恢复
campaign-template-how = 没看懂。例:活动模板 { $name } 加 T-3 定价 @阿芳,或 删 2、改 2 T-4 海报、恢复
campaign-template-built-in = { $name }就是自带的,没改过
campaign-review-early = { $name } 还没结束,{ $day } 之后出复盘
campaign-review-soon = { $name } 的复盘还没发,草稿在 { $who } 手里
campaign-review-done = #K{ $number } { $name } 的复盘没有草稿了。看:活动 { $name } 复盘
campaign-review-no-line = 没有第 { $n } 条,最后一条是第 { $last } 条
campaign-review-long = 最多 { $most } 条,先删几条
campaign-review-words = 一条写 1–{ $most } 个字
campaign-review-empty = 草稿空了,先加一条:加 下次早一周预热
campaign-search-none = 复盘里没有“{ $words }”。换个词试试,例:活动 找 预热

campaign-digest-running = 📣 { $name } { $phase }:{ $sum } · 任务 { $done }/{ $total }
campaign-digest-coming = 📣 { $name } { $phase } · 任务 { $done }/{ $total }
campaign-digest-more = 📣 还有 { $count } 个活动

campaign-help-campaign = 办活动:清单、排行、战报、复盘
campaign-usage-campaign = 活动 名字 日期 [模板X] [目标 金额] [负责 @谁];活动 名字 [排行|任务|战报|复盘|改 日期|取消]
campaign-example-campaign =
    活动 618 6/16-6/20 模板大促 目标 60000
    活动 618 排行
    活动 618 改 6/17-6/21
    活动 618 战报 12:00 20:00
campaign-help-campaign-template = 看和改活动清单的模板
campaign-usage-campaign-template = 活动模板 [名字] [加 步骤|删 几|改 几 步骤|恢复]
campaign-example-campaign-template =
    活动模板 大促 加 T-3 定价 @阿芳
    活动模板 大促 删 2
    活动模板 直播 T-3 选品;T 开播;T+1 复盘
