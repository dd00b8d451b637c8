# 帮助和权限
help-title = 🧭 { $name }({ $role })能用的:
help-feature = { $feature ->
    [sale] 记单
    [team] 团队
    [settings] 设置
    [mine] 我的
    [price] 价格
    [board] 榜单
    [kanban] 看板
    [meeting] 会议
    [goal] 目标
    [digest] 日报
    [duty] 职责
    [leave] 请假
    [diagnosis] 诊断
    [calendar] 日程
    [link] 互通
    [meeting] 会议
    [matching] 派活
    [meeting] 会议
    [help] 帮助
    [task] 任务
    [why] 为什么
    [appeal] 申诉
    [picture] 图
    [strategy] 策略
    [campaign] 活动
    [badge] 徽章
    [praise] 喜报
    [contest] PK
    [reward] 激励
   *[other] { $feature }
}
help-group = { help-feature }:{ $commands }{ $more ->
    [1] …
   *[0] { "" }
}
help-beside = 还有:{ $names }
help-note = 发“帮助 报单”看用法和例子
help-command = { $name }:{ $text }
help-example = 例:{ $text }
help-also = 也可以写:{ $names }
help-needs = 要{ role-name }以上
help-near = 没有“{ $word }”,是想看“{ $near }”吗?
help-unknown = 没有“{ $word }”这个口令。发“帮助”看全部,比如“帮助 报单”。
help-rights = 🔑 谁能做什么(上面的也能做下面的)
help-holders = { $named ->
    [0] { $role }({ $count } 人)
   *[other] { $role }({ $count } 人):{ $names }
}
help-may = 　能:{ $commands }
help-rights-note = 设置谁都能看,改只有管理以上;自己的单自己改,别人的单团长以上改
help-hello = 在呢,{ $name }!我帮团队记单:
help-hello-sale = 报单 398 —— 记一单
help-hello-board = 排行 —— 看榜,业绩 —— 看自己
help-hello-more = 帮助 —— 看全部
help-kept = 好,保留不动。
help-dismissed = 好,没记。

help-help-help = 看怎么用
help-usage-help = 帮助 [口令]
help-example-help = 帮助 报单
help-help-rights = 看谁能做什么
help-usage-rights = 权限
help-example-rights = 权限
