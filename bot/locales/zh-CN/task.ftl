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
task-past = 这个时间已经过了。换一个还没到的,例:延期 T31 周六
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
