# 议程、开会、表决
agenda-head = #M{ $number } { $title }
agenda-title = { $state ->
    [open] 📋 { $head } 正在开
    [closed] 📋 { $head } { $when }(已散会)
    [cancelled] 📋 { $head } { $when }(已取消)
    [missed] 📋 { $head } { $when }(没开成)
   *[planned] 📋 { $head } { $when }
}
agenda-goal = 🎯 目标:{ $goal }
agenda-details = { $title }{ agenda-details-minutes }{ agenda-details-owner }
agenda-details-minutes = { $minutes ->
    [0] { "" }
   *[other] { " " }{ $minutes }分钟
}
agenda-details-owner = { $has_owner ->
    [0] { "" }
   *[other] { " " }{ $owner }
}
agenda-line = { $number }. { agenda-line-state }{ $what }{ agenda-line-spent }{ agenda-line-standing }{ agenda-line-carried }
agenda-line-state = { $state ->
    [current] ▶{ " " }
    [done] ✅{ " " }
   *[open] { "" }
}
agenda-line-spent = { $spent ->
    [0] { "" }
   *[other] (用了{ $spent }分)
}
agenda-line-standing = { $standing ->
    [0] { "" }
   *[other] { " " }🔁
}
agenda-line-carried = { $carried ->
    [0] { "" }
   *[other] { " " }顺延{ $carried }次⚠️
}
agenda-more = …另有 { $count } 项,发“议程 第{ $page }页”接着看
agenda-total = { $over ->
    [0] 合计 { $wanted }/{ $minutes } 分钟
   *[other] 合计 { $wanted }/{ $minutes } 分钟 ⚠️超 { $over } 分钟,删一项或缩短一点
}
agenda-actions = 上次的行动
agenda-actions-first = 开会先过上次的行动,还有 { $count } 件没完成
agenda-action-line = #T{ $number } { $title }{ agenda-action-names } · { $due }{ agenda-action-late }
agenda-action-names = { $has_names ->
    [0] { "" }
   *[other] { " " }{ $names }
}
agenda-action-late = { $late ->
    [0] { "" }
   *[other] { " " }⏰
}
agenda-actions-more = …另有 { $count } 件,发“任务”看全部
agenda-until = { $date }前
agenda-how = 加一项:议题 618库存 10分钟 @老王
agenda-empty = 还没有议题。加一项:议题 618库存 10分钟 @老王
agenda-button-again = 刷新
agenda-waiting = { $count ->
    [0] 📋 还没有约会,也没有议题
   *[other] 📋 还没有约会,先攒着 { $count } 项
}
agenda-waiting-line = { $number }. { $what }{ agenda-line-carried }
agenda-waiting-how = 约好会就排进去。例:会议 明晚8点 618冲刺会

agenda-added = { $number ->
    [0] { agenda-added-sign } 议题:{ $what }
   *[other] { agenda-added-sign } 议题{ $number }:{ $what }
}
agenda-added-sign = { $standing ->
    [0] 📋
   *[other] 📋🔁
}
agenda-waits = 还没有约下一次会,先攒着,约好就排进去
agenda-where = { $head } { $when } · { $total }
agenda-changed-item = 📋 议题{ $number }:{ $what }
agenda-dropped = { $standing ->
    [0] 🗑 议题{ $number } { $title } 删了
   *[other] 🗑 固定议题 { $title } 删了,以后的会也不再排
}

agenda-opened = 🔔 { $head } 开始
agenda-opened-how = 随时可以:决议 … · 行动 @人 日期 … · 举手 · 表决 …
agenda-opened-empty = 还没有议题,加一项:议题 618库存 10分钟。要记的:决议 … · 行动 @人 日期 …
agenda-current = ▶ 第{ $number }项 { $what }
agenda-current-how = 好了回 下一项
agenda-button-next = 下一项
agenda-button-skip = 跳过
agenda-item-done = { $minutes ->
    [0] ✅ 第{ $number }项 { $title } 用了 { $spent } 分钟
   *[other] ✅ 第{ $number }项 { $title } 用了 { $spent }/{ $minutes } 分钟
}
agenda-item-skipped = ⏭ 第{ $number }项 { $title } 先放着
agenda-skipped = 放着没谈的:第 { $numbers } 项。接着谈发“回到 几”,不谈就顺延到下次
agenda-through = 议程走完了
agenda-through-how = 没别的事就回 散会
agenda-time-over = { $waiting ->
    [0] ⏰ 第{ $number }项 { $title } 时间到({ $minutes }分钟)·继续就聊,好了回 下一项
   *[other] ⏰ 第{ $number }项 { $title } 时间到({ $minutes }分钟)·还有 { $waiting } 人举手,好了回 下一项
}

agenda-closed = 🏁 { $head } 散会,开了 { $minutes } 分钟,到 { $there } 人
agenda-closed-how = 回复本条写纪要,或发 纪要
agenda-put-off = { $number ->
    [0] ↪ 没谈完 { $count } 项,留到下次会
   *[other] ↪ 没谈完 { $count } 项,顺延到 #M{ $number }
}
agenda-reached-ask = 目标达成了吗?{ $goal }
agenda-reached-1 = 是
agenda-reached-2 = 部分
agenda-reached-3 = 否
agenda-reached-noted = { $reached ->
    [1] 🎯 记下了:#M{ $number } 目标达成
    [2] 🎯 记下了:#M{ $number } 目标部分达成
   *[3] 🎯 记下了:#M{ $number } 目标这次没达成
}

agenda-note = { $kind ->
    [decision] 决议{ $number }:{ $words }
    [action] 行动{ $number }:{ $words }{ agenda-note-names }{ agenda-note-due }
    [data] 数据{ $number }:{ $words }
   *[open] 未尽{ $number }:{ $words }
}
agenda-note-names = { $has_names ->
    [0] { "" }
   *[other] { " " }{ $names }
}
agenda-note-due = { $has_due ->
    [0] { "" }
   *[other] { " " }{ $due }
}
agenda-noted = 📌 { $note }
agenda-struck = ↩ 撤回了 { $note }
agenda-notes = { $count ->
    [0] 📌 { $head } 还没记什么
   *[other] 📌 { $head } 记了 { $count } 条
}
agenda-notes-more = …另有 { $count } 条

agenda-hand-up = ✋ { $name } 排第 { $place }
agenda-hand-already = ✋ { $name } 已经在排,第 { $place }
agenda-hand-down = { $name } 把手放下了
agenda-hand-not-up = { $name } 没有在排队
agenda-queue = { $count ->
    [0] ✋ 现在没人举手
   *[other] ✋ 等着发言({ $count } 人):{ $names }{ agenda-queue-more }
}
agenda-queue-more = { $more ->
    [0] { "" }
   *[other] …另有 { $more } 人
}
agenda-speaking = 🎤 正在说:{ $name }
agenda-queue-how = 举手 排队,举手 取消 放下,下一位 叫人
agenda-queue-empty = 没有人在排队。要发言的回 举手
agenda-called = { $left ->
    [0] 🎤 请 { $name } 说
   *[other] 🎤 请 { $name } 说,后面还有 { $left } 位
}
agenda-there = 👌 { $name } 到了,{ $there }/{ $able }

agenda-poll = 🗳 表决 #P{ $number }:{ $question }
agenda-poll-proposal = 同意 { $agree } · 反对 { $against } · 弃权 { $abstained }
agenda-poll-option = { $letter } { $words }:{ $count } 票
agenda-poll-abstained = 弃权:{ $count }
agenda-poll-voted = 已投 { $voted }/{ $able },至少 { $quorum } 人投才算数
agenda-poll-how = 回 同意、反对 或 弃权;改主意再回一次,以最后一次为准
agenda-poll-how-options = 回 A~{ $last } 选一个,或 弃权;改主意再回一次,以最后一次为准
agenda-poll-agree = 同意
agenda-poll-against = 反对
agenda-poll-abstain = 弃权
agenda-poll-button = { $letter } { $words }
agenda-poll-closed = 🗳 表决 #P{ $number } 结束:{ $question }
agenda-poll-agreed = 结果:通过
agenda-poll-rejected = 结果:没有通过
agenda-poll-won = 结果:{ $words }
agenda-poll-no-majority = 结果:没有一边过半,再商量商量
agenda-poll-no-quorum = 结果:投的人不够({ $voted } 人,要 { $quorum } 人),不算数

agenda-no-item = #M{ $meeting } 没有第 { $number } 项,现在有 { $count } 项。发“议程 M{ $meeting }”看看
agenda-no-title = 议什么?例:议题 618库存 10分钟 @老王
agenda-title-long = 议题有 { $length } 个字,{ $most } 个字以内就行。例:议题 618库存 10分钟
agenda-minutes = 时长写 1 到 { $most } 分钟。例:议题 618库存 10分钟
agenda-full = 已经有 { $most } 项了,先删几项再加。例:删议题 3
agenda-over = #M{ $number } 已经结束了。不带编号就排到下一次:议题 618库存 10分钟
agenda-not-yours = 这条只有 { $who } 和团长以上能改
agenda-item-over = “{ $title }”谈过了,改不了。再谈一次:回到 它的编号
agenda-item-current = 正在谈“{ $title }”。先回 下一项 或 跳过
agenda-one-owner = 一项议题写一位负责人。例:议题 618库存 10分钟 @老王
agenda-who = 团队里没有“{ $name }”。发“成员”看名字
agenda-quote-empty = 引用的那条没有文字。直接写:议题 618库存 10分钟
agenda-no-meeting = 现在没有约好的会。先约一个:会议 明晚8点 618冲刺会
agenda-drop-which = 删哪一项?带上编号,例:删议题 3
agenda-show-which = 看哪个会?例:议程 M12
agenda-only-leader = #M{ $number } 由 { $who } 主持,{ $who } 或团长以上才能这样做
agenda-only-leads = 团长以上才能临时开会。约一个:会议 明晚8点 618冲刺会
agenda-not-planned = { $state ->
    [open] #M{ $number } 正在开。发“议程”看到哪了
    [closed] #M{ $number } 已经散会了
   *[other] #M{ $number } 已经不开了
}
agenda-other-open = #M{ $number } { $title } 还没散会。先回 散会,再开下一个
agenda-changed = #M{ $number } 刚刚被别人改了,发“议程”看看
agenda-not-open = #M{ $number } 没有在开。开始:开会 M{ $number }
agenda-not-closed = #M{ $number } 还没散会
agenda-none-open = 现在没有在开的会。开始:开会 M12
agenda-only-in-group = 会在群里开,请到群里发这条
agenda-none-due = 两小时内没有要开的会。现在就开一个:开会 618冲刺
agenda-open-which = 开哪个会?例:开会 M12,或现在开一个:开会 618冲刺
agenda-open-later = 要约以后的会,这样写:会议 明晚8点 618冲刺会
agenda-moved-on = { $number ->
    [0] 这一项已经过了,议程走完了
   *[other] 这一项已经过了,现在是第 { $number } 项
}
agenda-back-which = 回到第几项?例:回到 2
agenda-note-empty-decision = 决议什么?例:决议 主推套盒,不低于1180
agenda-note-empty-action = 做什么?例:行动 @阿芳 周五前 出3版文案
agenda-note-empty-data = 记什么数据?例:数据 上周复购 23%
agenda-note-empty-open = 什么没谈完?例:未尽 运费谁出
agenda-note-long = 有 { $length } 个字,{ $most } 个字以内就行,细节写进纪要
agenda-note-none = { $number ->
    [0] 没有你记的可以撤
   *[other] 没有第 { $number } 条,发“记录”看看
}
agenda-take-back-which = 撤哪一条?例:撤销决议 2
agenda-action-who = 谁来做?例:行动 @阿芳 周五前 出3版文案
agenda-action-again = 行动写一个日子就行,每周的事用 任务。例:行动 @阿芳 周五前 出3版文案
agenda-action-date = 写个日子就行,例:行动 @阿芳 周五前 出3版文案
agenda-poll-empty = 表决什么?例:表决 主推套盒? 或 表决 主推哪款? A套盒 B精华
agenda-poll-long = 有 { $length } 个字,{ $most } 个字以内就行。例:表决 主推套盒?
agenda-poll-options = 选项没看清:2 到 { $most } 个,每个 { $length } 字以内,不重复。例:表决 主推哪款? A套盒 B精华
agenda-poll-open = 表决 #P{ $number }({ $question })还没结束。先回 表决 结束
agenda-poll-none = 现在没有在投的。发起:表决 主推套盒?
agenda-poll-over = 表决 #P{ $number } 已经结束了
agenda-poll-no-option = 表决 #P{ $number } 没有这个选项
agenda-poll-not-invited = #M{ $number } 没有邀请你,这次先听听

agenda-help-agenda = 看议程
agenda-usage-agenda = 议程 [M12]
agenda-example-agenda = 议程 M12
agenda-help-topic = 加议题、排先后
agenda-usage-topic = 议题 名字 [10分钟] [@负责人] [M12],一行一个;议题 3 提前|推后|第1|改 15分钟
agenda-example-topic = 议题 618库存 10分钟 @老王
agenda-help-standing-topic = 每次会都有的议题
agenda-usage-standing-topic = 固定议题 名字 [10分钟] [@负责人] [M12]
agenda-example-standing-topic = 固定议题 业绩回顾 10分钟
agenda-help-drop-topic = 删掉一项议题
agenda-usage-drop-topic = 删议题 编号 [M12]
agenda-example-drop-topic = 删议题 3
agenda-help-open-meeting = 开始一个会
agenda-usage-open-meeting = 开会 [M12];团长以上可临时开:开会 名字
agenda-example-open-meeting = 开会 M12
agenda-help-next-item = 谈下一项
agenda-usage-next-item = 下一项
agenda-example-next-item = 下一项
agenda-help-skip-item = 这一项先放着
agenda-usage-skip-item = 跳过
agenda-example-skip-item = 跳过
agenda-help-back-to = 回到某一项
agenda-usage-back-to = 回到 编号
agenda-example-back-to = 回到 2
agenda-help-adjourn = 结束会议
agenda-usage-adjourn = 散会
agenda-example-adjourn = 散会
agenda-help-decision = 会上记一条决议
agenda-usage-decision = 决议 内容
agenda-example-decision = 决议 主推套盒,不低于1180
agenda-help-action = 会上记一件要做的事
agenda-usage-action = 行动 @人 [日期] 做什么
agenda-example-action = 行动 @阿芳 周五前 出3版文案
agenda-help-datum = 会上记一个数据
agenda-usage-datum = 数据 内容
agenda-example-datum = 数据 上周复购 23%
agenda-help-unsettled = 会上记没谈完的
agenda-usage-unsettled = 未尽 内容
agenda-example-unsettled = 未尽 运费谁出
agenda-help-notes = 看会上记了什么
agenda-usage-notes = 记录
agenda-example-notes = 记录
agenda-help-take-back = 撤回会上记的一条
agenda-usage-take-back = 撤销决议|撤销行动|撤销数据|撤销未尽 [编号]
agenda-example-take-back = 撤销决议 2
agenda-help-hand = 会上排队发言
agenda-usage-hand = 举手;举手 取消
agenda-example-hand = 举手
agenda-help-speakers = 看谁在等着发言
agenda-usage-speakers = 发言
agenda-example-speakers = 发言
agenda-help-next-speaker = 请下一位发言
agenda-usage-next-speaker = 下一位
agenda-example-next-speaker = 下一位
agenda-help-check-in = 会上签到
agenda-usage-check-in = 签到
agenda-example-check-in = 签到
agenda-help-vote = 会上表决
agenda-usage-vote = 表决 问题 [A选项 B选项];表决 看票数;表决 结束
agenda-example-vote = 表决 主推哪款? A套盒 B精华
