# 任务

# 不行的时候
task-not-found = 没有 T{ $number } 这个任务。发“任务”看在手的。
task-no-title = 要做什么?例:任务 @阿芳 出3版文案 周五18点
task-title-long = 标题有 { $length } 个字,最多 { $most } 个。短一点,细节放到“说明:”后面
task-not-yours = T{ $number } 要{ $who }来定
task-taken = T{ $number } 已经被{ $who }领了
task-yours-already = T{ $number } 就在你手上
task-has-it = T{ $number } 本来就在{ $who }手上
task-changed = T{ $number } 刚刚被别人改过,再发一次“T{ $number }”看看
task-not-now = T{ $number } 现在是“{ task-state }”,不能{ task-verb }
task-done-already = T{ $number } 已经完成了 👌
task-return-why = 缺什么?写上对方才好改。例:退回 T{ $number } 缺价格
task-not-blocked = T{ $number } 没有卡住
task-there-already = T{ $number } 已经在“{ $stage }”了
task-nothing-to-undo = T{ $number } 没有可撤销的改动
task-next-begun = T{ $number } 的下一次 T{ $next } 已经动过了,先处理 T{ $next }
task-items-many = 子项最多 { $most } 条,再多就拆成几个任务吧
task-no-item = T{ $number } 没有第 { $item } 条子项{ $last ->
    [0] ,还没有子项
   *[other] ,只有 1 到 { $last }
}
task-circle = 这样会绕成一圈:{ $path }。T{ $number } 没有改
task-past = 这个时间已经过了。换一个还没到的,例:延期 T{ $number } 周六
task-no-request = T{ $number } 没有等你答复的延期

task-state = { $state ->
    [open] 待办
    [doing] 进行中
    [review] 待验收
    [returned] 退回
    [done] 完成
   *[cancelled] 取消
}
task-verb = { $verb ->
    [start] 开始
    [submit] 交活
    [finish] 完成
    [accept] 验收
    [return] 退回
    [claim] 认领
    [reopen] 重开
    [cancel] 取消
    [transfer] 转给别人
    [block] 标卡住
    [postpone] 改时间
    [move] 换阶段
   *[other] 改
}

# 一个任务怎么写
task-head = #T{ $number } { $title }
task-nobody = 还没人领
task-facts = { $who }{ $due }{ $stage }{ $priority }{ $customer }{ $parts }{ $waits }{ $tags }
task-fact = { " · " }{ $text }
task-fact-due = { " · " }{ $date }前
task-fact-every = { " · " }{ $every }
task-fact-items = { " · " }子项 { $count }
task-fact-waits = { " · " }等 { $numbers }
task-fact-priority = { $n ->
    [2] { " · " }紧急
    [1] { " · " }急
   *[other] { " · " }不急
}
task-criteria = 验收:{ $criteria }({ $who })
task-acceptor = { $who } 验收{ $criteria }
task-item = { $done ->
    [1] ☑
   *[0] ☐
}{ $n }.{ $words }
task-items = 子项 { $done }/{ $all }:{ $items }
task-items-none = 还没有子项。例:子项 T{ $number } 选图、写字、校对
task-items-full = 子项都好了,回“完成 T{ $number }”
task-waits = 要等 { $numbers }
task-blocked-by = ⛔ 卡在:{ $words }
task-origin = 来自 #{ $origin } 的纪要
task-detail = { $detail }
task-line = { $mark ->
    [blocked] ⛔
    [late] ⏰
    [doing] ▶
    [review] 👀
    [returned] ↩
   *[other] ·
} { $head }{ $who }{ $due }{ $urgent ->
    [1] { " " }❗
   *[0] { "" }
}
task-line-who = { " " }{ $who }
task-line-due = { " " }{ $date }
task-more = …另有 { $count } 件

# 回执
task-made = 📌 { $head }
task-made-several = 📌 建了 { $count } 个任务
task-made-line = { $head } · { $who } · { $due }
task-for-you = 📌 { $name } 给你:{ $head }
task-alike = 和 { $head }({ $who } { $due })很像,合并吗?
task-note-away = { $name } { $span } 请假
task-note-full = { $name } 在手 { $count } 件(上限 { $most }),要换人发“转”
task-note-everybody = 没有提醒全体。要谁做,@ 谁就行
task-step-taken = { $verb ->
    [start] ▶ { $head } 开工了
    [reopen] 🔄 { $head } 重开了
   *[unblock] 👌 { $head } 不卡了
}
task-claimed = 🙋 { $name } 领了 { $head }
task-transferred = 🔁 { $head } 转给 { $who }
task-edited = ✏️ { $head } 改好了
task-noted = 记下了:{ $head }
task-merged = #T{ $number } 并进了 { $head }
task-handed-in = 👀 { $name } 交活:{ $head }
task-judge = 回“验收 T{ $number } 通过”,或“退回 T{ $number } 缺什么”
task-done = ✅ { $head } 完成 { $who } 👏
task-accepted = ✅ { $head } 验收通过 { $who } 👏
task-cancelled = 🗑 { $head } 取消了
task-punctual = { $dated ->
    [1] 按时{ $first ->
        [1] ,一次过
       *[0] { "" }
    }
   *[0] { $first ->
        [1] 一次过
       *[0] 改到位了
    }
}
task-comes-again = 下一次:#T{ $number } { $date }{ $skipped ->
    [0] { "" }
   *[other] (中间漏了 { $skipped } 次)
}
task-freed = { $head } 可以开始了 { $who }
task-returned = ↩ { $head } 退回 { $who }
task-missing = 要改:{ $words }
task-blocked = ⛔ { $head } 卡住了
task-undone = ↩️ { $head } 撤销了“{ task-did }”,现在{ task-state }
task-waits-no-more = { $head } 不用等别的了
task-postponed = 🗓 { $head } 改了时间
task-moved = { $before } → { $after }
task-because = 因为:{ $words }
task-no-reason = 没说
task-ask-giver = { $who } { $name }想把 { $head } 延后,行吗?
task-asked-giver = #T{ $number } 已经过点,问过 { $who } 再改
task-granted = 👌 { $name }同意了:{ $head }
task-denied = { $name }没同意延后:{ $head }

# 问一句
task-which = 哪个任务?带上编号,例:完成 T31
task-which-one = 哪一个?
task-none-open = 你手上没有任务。发“无人负责”看看可以领的。
task-ask-items = { $head } 还有 { $count } 条子项没勾:{ $items }
task-ask-criteria = { $head } 的验收是“{ $criteria }”,都做到了吗?
task-ask-series = { $head } 会重复。取消哪些?
task-ask-date = “{ $title }”什么时候要?
task-ask-who = 没有找到 @{ $name }
task-ask-left = { $name } 已经不在团队了
task-recalled = 原消息已撤回,{ $tasks } 要取消吗?
task-edit-unclear = 消息改了,没看懂怎么改任务。{ $tasks } 要取消吗?
task-edit-late = { $head } 已经动过了,改消息不会改它。要改发“改 T编号 …”
task-button-claim = 认领
task-button-accept = 通过
task-button-done = 完成
task-button-all-done = 都做到了
task-button-not-yet = 还没
task-button-once = 只这次
task-button-all = 以后都不要
task-button-no-date = 先不定时间
task-button-nobody = 先不指派
task-button-person = 是 @{ $name }
task-button-merge = 合并
task-button-both = 照建
task-button-grant = 同意
task-button-deny = 不同意
task-button-cancel = 取消任务
task-button-keep = 保留

# 缺了什么
task-block-why = 卡在哪?写上才好帮。例:卡住 T{ $number } 等图
task-transfer-who = 转给谁?例:转 T{ $number } @丽姐
task-note-what = 记什么?例:备注 T{ $number } 初稿写完了
task-after-what = 要等哪个?例:依赖 T{ $number } T30;不用等了:依赖 T{ $number } 无
task-edit-what = 改成什么?例:改 T{ $number } 出5版文案,或 改 T{ $number } 验收:含价格
task-edit-else = 改人用“转 T{ $number } @谁”,改时间用“延期 T{ $number } 周六”
task-merge-which = 和哪一个合并?例:合并 T{ $number } T18
task-postpone-when = 延到什么时候?例:延期 T{ $number } 周六 因为缺图
task-person-unknown = 没有找到 @{ $name }。发“成员”看都有谁
task-person-near = 没有找到 @{ $name },是 @{ $near } 吗?改好再发一次
task-person-left = { $name } 已经不在团队了,换个人吧
task-many = 一次最多 { $most } 个任务,这里有 { $count } 个。分两次发
task-line-no-title = 第 { $line } 行没说要做什么,所以都没建。补上再发一次
task-line-date = 第 { $line } 行“{ $title }”的时间没说准,所以都没建。写清楚再发,例:周五18点
task-orphaned = { $name } 离开了,{ $count } 件事没人做了
task-orphaned-how = 派给别人:转 T编号 @谁

# 名单
task-list = { $kind ->
    [mine] 📋 你手上的任务({ $count })
    [late] ⏰ 过点的任务({ $count })
    [unowned] 🙋 还没人负责({ $count })
    [today] 📋 今天到期({ $count })
    [tomorrow] 📋 明天到期({ $count })
    [week] 📋 本周到期({ $count })
    [done] ✅ 近 7 天完成({ $count })
    [review] 👀 待验收({ $count })
    [blocked] ⛔ 卡住的({ $count })
    [given] 📋 你派出去的({ $count })
   *[all] 📋 任务({ $count })
}{ $who }{ $tag }
task-list-empty = { $kind ->
    [late] 没有过点的,漂亮 👏
    [unowned] 都有人负责 👌
    [done] 还没有
   *[other] 没有,清清爽爽 🎉
}
task-list-claim = 想做哪个,回“认领 T编号”
task-list-free = 另有 { $count } 件没人负责,发“无人负责”看
task-story = { $head }({ $blocked ->
    [1] 卡住
   *[0] { task-state }
})
task-steps-more = …更早还有 { $count } 步
task-step = { $at } { $who } { task-did }{ $words }{ $undone ->
    [1] (已撤销)
   *[0] { "" }
}
task-step-words = :{ $words }
task-did = { $verb ->
    [create] 建
    [claim] 认领
    [assign] 指派
    [transfer] 转交
    [start] 开始
    [submit] 交活
    [finish] 完成
    [accept] 验收通过
    [return] 退回
    [cancel] 取消
    [reopen] 重开
    [postpone] 延期
    [due] 改时间
    [denied] 不同意延期
    [block] 卡住
    [unblock] 不卡了
    [edit] 修改
    [move] 换阶段
    [note] 备注
    [items] 加子项
    [tick] 勾子项
    [untick] 去勾
    [after] 加依赖
    [alone] 去依赖
    [merge] 合并
    [absorb] 并入
    [left] 离开
    [once] 不再重复
    [undo] 撤销
   *[other] 更新
}

# 提醒
task-remind = { $step ->
    [today] ⏰ 今天到期:{ $head }({ $date })
    [day] ⏰ 明天到期:{ $head }({ $date })
    [hours] ⏰ 快到点了:{ $head }({ $date })
    [now] ⏰ 到点了:{ $head }({ $date })
   *[over] ⏰ { $head } 过点了({ $date })
}
task-remind-over-how = 做完回“完成 T{ $number }”;来不及就“延期 T{ $number } 周六 因为…”
task-remind-unseen = 👀 { $who } 交的 { $head } 等你验收一天了
task-remind-summary = ⏰ { $over ->
    [0] 快到点的 { $soon } 件
   *[other] 过点 { $over } 件{ $soon ->
        [0] { "" }
       *[other] ,快到点 { $soon } 件
    }
}
task-remind-line = { $over ->
    [1] ⏰
   *[0] ·
} { $head } { $date }
task-remind-how = 回“完成 T编号”或“延期 T编号 周六 因为…”

# 承诺
task-promised = 🤝 记下了:{ $head }{ $to }
task-promised-to = 答应 { $who } 的
task-promises = 🤝 你的承诺({ $count })
task-promise-what = 承诺什么?例:我承诺 周五前给图 @丽姐
task-kept = 说到做到 { $percent }%({ $kept }/{ $all })· 只有你看得到

# 帮助
task-help-task = 派任务、看任务
task-usage-task = 任务 [@谁] 做什么 [时间] [验收:…] [#标签];任务 [@谁|逾期|#标签|全部]
task-example-task = 任务 @阿芳 出3版文案 周五18点 验收:含价格
task-help-tasks = 看自己手上的
task-usage-tasks = 我的任务
task-example-tasks = 我的任务
task-help-unowned = 看没人负责的
task-usage-unowned = 无人负责
task-example-unowned = 无人负责
task-help-start = 开始做
task-usage-start = 开始 T编号
task-example-start = 开始 T31
task-help-done = 做完交活
task-usage-done = 完成 T编号
task-example-done = 完成 T31
task-help-accept = 验收交来的活
task-usage-accept = 验收 T编号 [通过|退回 缺什么]
task-example-accept = 验收 T31 通过
task-help-return = 退回,说缺什么
task-usage-return = 退回 T编号 缺什么
task-example-return = 退回 T31 缺价格
task-help-cancel = 取消任务
task-usage-cancel = 取消 T编号
task-example-cancel = 取消 T31
task-help-reopen = 重开做完或取消的任务
task-usage-reopen = 重开 T编号
task-example-reopen = 重开 T31
task-help-block = 说卡在哪
task-usage-block = 卡住 T编号 卡在哪
task-example-block = 卡住 T31 等图
task-help-unblock = 不卡了
task-usage-unblock = 解除 T编号
task-example-unblock = 解除 T31
task-help-undo = 撤销任务的上一步
task-usage-undo = 撤销 T编号
task-example-undo = 撤销 T31
task-help-postpone = 改期限
task-usage-postpone = 延期 T编号 时间 [因为…]
task-example-postpone = 延期 T31 周六 因为缺图
task-help-grant = 同意延期
task-usage-grant = 同意延期 T编号
task-example-grant = 同意延期 T31
task-help-deny = 不同意延期
task-usage-deny = 不同意延期 T编号
task-example-deny = 不同意延期 T31
task-help-claim = 领一个没人做的任务
task-usage-claim = 认领 T编号
task-example-claim = 认领 T31
task-help-transfer = 转给别人
task-usage-transfer = 转 T编号 @谁
task-example-transfer = 转 T31 @丽姐
task-help-item = 子项:加、勾
task-usage-item = 子项 T编号 [甲、乙|2 完成]
task-example-item = 子项 T31 选图、写字、校对
task-help-note = 给任务记一笔
task-usage-note = 备注 T编号 说什么
task-example-note = 备注 T31 初稿写完了
task-help-after = 先做哪个再做这个
task-usage-after = 依赖 T编号 T编号
task-example-after = 依赖 T31 T30
task-help-edit = 改任务的内容
task-usage-edit = 改 T编号 新内容
task-example-edit = 改 T31 出5版文案
task-help-merge = 两个任务并成一个
task-usage-merge = 合并 T编号 T编号
task-example-merge = 合并 T31 T18
task-help-promises = 看自己答应过的事
task-usage-promises = 承诺;我承诺 什么时候做什么 [@谁]
task-example-promises = 我承诺 周五前给图 @丽姐
