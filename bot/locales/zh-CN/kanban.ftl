# 看板、阶段和移动任务
kanban-title = 📋 { $team }看板:{ $count } 项没完成{ $stuck ->
    [0] { "" }
   *[other] ,⛔ 卡住 { $stuck } 项
}
kanban-column = { $name } { $count }{ $full }{ $oldest }{ $stuck }{ $usual }
kanban-full = { " " }⚠️上限 { $limit }
kanban-oldest = { " · " }最久 T{ $number } { $title } { $days }
kanban-stuck = { $count ->
    [1] { " · " }⛔ T{ $number } { $words }
   *[other] { " · " }⛔{ $count } 项,先看 T{ $number } { $words }
}
kanban-usual = { " · " }一般 { $days } 天
kanban-days = { $days ->
    [0] 今天
   *[other] { $days } 天
}
kanban-lane = —{ $name }—
kanban-lane-empty = { $name }:没有任务
kanban-lane-short = { $name }:{ $columns }
kanban-short = { $name } { $count }
kanban-short-full = { $name } { $count }⚠️
kanban-free = 空着:{ $names }
kanban-bottleneck = 卡点:{ $name }(平均 { $days } 天)
kanban-nameless = 流程
kanban-note = 发“看板 { $column }”看明细
kanban-empty = 📋 看板是空的,手上的都做完了 👍
kanban-empty-note = 派一个:任务 @阿芳 出3版文案 周五18点
kanban-of-tag = #{ $tag }
kanban-of-member = { $name }
kanban-list = 📋 { $name }:{ $count } 项
kanban-none = 📋 { $name }:现在没有任务
kanban-item = { $column }T{ $number } { $title }{ $owners } · { $days }{ $stuck }
kanban-item-column = { $names } · { "" }
kanban-owners = { " " }{ $names }
kanban-nobody = { " " }没人领
kanban-item-stuck = { " " }⛔ { $words }
kanban-more = 还有 { $count } 项没列出来
kanban-how = 看板后面写一样就行,比如:看板 付款、看板 @阿芳、看板 #618

kanban-stages = 🧩 阶段(数字是停在那里的任务)
kanban-flow = { $name }:{ $stages }
kanban-stages-note = 移过去:移 T31 { $name }
kanban-no-stages = 还没设自己的阶段。
kanban-no-stages-note = 管理来设:阶段 意向→报价→付款→发货→签收→回访
kanban-set = ✅ 阶段定好了
kanban-went = 去掉了:{ $names }
kanban-set-note = 移过去:移 T31 { $name }
kanban-removed = ✅ 去掉了:{ $names }
kanban-limit = ✅ { $name }最多放 { $limit } 个,现在 { $count } 个。超了我会提醒,不会拦。
kanban-limit-gone = ✅ { $name }不限数量了。

kanban-moved = ✅ T{ $number } { $title }:{ $before } → { $stage }
kanban-moved-in = ✅ T{ $number } { $title } → { $stage }
kanban-stepped = ✅ T{ $number } { $title }:{ $before } → { $state }
kanban-done = 🎉 T{ $number } { $title }:{ $before } → { $state }
kanban-over = ⚠️ { $name }已有 { $count } 个,上限 { $limit }
kanban-last-stage = 这是最后一步,做完发“完成 T{ $number }”
kanban-to-accept = @{ $who } 看一下,可以就回“验收 T{ $number }”
kanban-follows = 下一次是 T{ $number }
kanban-follows-on = 下一次是 T{ $number },{ $day }
kanban-freed = T{ $number } { $title } 可以动了({ $who })
kanban-freed-nobody = T{ $number } { $title } 可以动了,还没人领
kanban-nearly = 没有“{ $name }”,是“{ $near }”吗?
kanban-undo = 撤销

# 不行的时候
kanban-unknown = 没有“{ $name }”。自己的阶段有:{ $known };另有待办、进行中、待验收、完成
kanban-none-known = 没有“{ $name }”。现有待办、进行中、待验收、完成;自己的阶段这样设:阶段 意向→报价→付款
kanban-move-how = 移哪个、移到哪?比如:移 T31 报价
kanban-how-many = 写了 { $count } 个阶段,要 { $fewest } 到 { $most } 个。比如:阶段 意向→报价→付款
kanban-name-long = “{ $name }”太长,名字最多 { $most } 个字
kanban-name-twice = “{ $name }”写了两次,留一个就好
kanban-name-taken = “{ $name }”已经有了,在别的流程里。换个名字,比如“新{ $name }”
kanban-workflows-many = 流程最多 { $most } 个。不用的先去掉:阶段 删除 名字
kanban-not-empty = “{ $name }”里还有 { $count } 项,没有改:{ $named }{ $more ->
    [0] { "" }
   *[other] { " " }等
}。先移走:移 T{ $first } { $goal }
kanban-not-empty-all = “{ $name }”里还有 { $count } 项,没有改:{ $named }{ $more ->
    [0] { "" }
   *[other] { " " }等
}。先做完或移走:完成 T{ $first }
kanban-too-few = 一个流程至少 { $fewest } 个阶段,“{ $name }”去不掉
kanban-limit-range = 上限要 1 到 { $most } 个。不限就发:阶段 { $name } 上限 无
kanban-built-in = “{ $name }”每个任务本来就有,不用写进阶段。这样发:阶段 { $line }
kanban-built-in-all = 待办、进行中、待验收、完成本来就有,不用设。自己的这样写:阶段 意向→报价→付款
kanban-state-already = T{ $number } 已经是“{ task-state }”了
kanban-no-way-back = T{ $number } 已经动了,退不回待办。刚才弄错就发“撤销 T{ $number }”
kanban-no-acceptor = T{ $number } 没有别人来验收,做完直接发“完成 T{ $number }”

kanban-help-kanban = 看任务停在哪
kanban-usage-kanban = 看板 [阶段|流程|@名字|#标签]
kanban-example-kanban = 看板 付款
kanban-help-stages = 看和设自己的阶段
kanban-usage-stages = 阶段 [流程:]名字→名字…|阶段 名字 上限 5|阶段 删除 名字(设要管理)
kanban-example-stages = 阶段 意向→报价→付款→发货→签收→回访
kanban-help-move = 把任务移到另一步
kanban-usage-move = 移 任务号 阶段|待办|进行中|待验收|完成(也可以写 T31 → 付款)
kanban-example-move = 移 T31 付款
