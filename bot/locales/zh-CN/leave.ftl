# 请假、安静、免打扰
leave-bad-span = 这段假期不对:结束在开始前面,或者超过一年。例:请假 6/18-6/20
leave-how = 请哪天?例:请假 6/18-6/20,请假 明天 家里有事
leave-from-when = 从哪天开始?例:请假 明天 3天
leave-recurring = 请假要写具体哪几天,每周固定的记不了。例:请假 6/18-6/20
leave-past = { $span } 已经过了,过去的假不用补。例:请假 明天
leave-ask-running = { $first } 已经过了,从今天记 { $span } 行吗?
leave-ask-whole = 请假按整天记,记 { $span } 行吗?
leave-ask-count = 天数和日子对不上,记 { $span } 行吗?
leave-ask-far = 有点远,是 { $span } 吗?
leave-person-unknown = 团队里没有“@{ $name }”。例:请假 明天 @阿芳
leave-person-left = { $name }已离开,不用请假。
leave-one-person = 一次给一个人请。例:请假 明天 @阿芳
leave-already = { $name } { $span } 的假已经记着了。

leave-taken = 🌴 好,{ $name } 请假 { $span }({ $days } 天),这几天不提醒。
leave-task = #T{ $number } { $title }
leave-tasks = 这几天到期 { $count } 个任务:{ $tasks }{ $more ->
    [0] { "" }
   *[other] { " " }等
},记得延期或转给别人
leave-duty-covered = { $duty }由备岗 { $names } 顶
leave-duty-open = { $duty }没有备岗⚠️
leave-duties = 职责:{ $duties }{ $more ->
    [0] { "" }
   *[other] { " " }等,另有 { $more } 项
}
leave-undo = 撤销
leave-none-such = 这次请假已经撤销了,或者不在了。发“请假 列表”看看。
leave-undone = 好,{ $name } 这次请假撤销了。
leave-undone-told = { $who }撤销了给你记的请假。
leave-told = { $who }给你记了请假:{ $span }
leave-told-note = 不对就发“销假”
leave-stand-in = { $name }请假 { $span },{ $duties }这几天请你顶一下 🙏

leave-back = 欢迎回来!{ $name } 从 { $day } 起销假,提醒照常。
leave-shortened = { $name } 的假到 { $last } 为止。
leave-called-off = { $name } { $span } 的假取消了。
leave-others-stay = 还留着:{ $spans }
leave-not-away = { $name }没有请假,不用销。
leave-not-then = { $name } { $day } 没有请假。发“请假 列表”看看。
leave-back-how = 从哪天回来?写一天就行。例:销假,销假 6/20
leave-back-which = 取消哪一段假?
leave-back-told = { $who }改了你的假:{ $what }

leave-nobody = 没有人请假。
leave-list = 🌴 { $count ->
    [0] 今天没人请假
   *[other] 今天请假 { $count } 人
}
leave-line = { $now ->
    [yes] { $name }:{ $span }
   *[no] 之后 { $name }:{ $span }
}
leave-more = …还有 { $count } 段

leave-mute = 好,到 { $until } 都不提醒你。提前结束发“安静 关”。
leave-muted = 已经在安静了,到 { $until }。提前结束发“安静 关”。
leave-mute-ended = 好,提醒恢复了。
leave-mute-none = 本来就没开安静,提醒照常。
leave-mute-how = 没看懂。例:安静,安静 关

leave-hours-span = { $over ->
    [night] { $begin } 到第二天 { $end }
   *[day] { $begin } 到 { $end }
}
leave-hours = 免打扰:每天 { leave-hours-span },这段不提醒任何人。
leave-hours-set = 好,每天 { leave-hours-span } 不提醒任何人。
leave-hours-none = 没有免打扰时段。要设:免打扰 22:30-8:00
leave-hours-off = 好,免打扰关了,到点就提醒。
leave-hours-bad = “{ $hours }”不是时段,要两个不同的时间。例:免打扰 22:30-8:00

leave-help-leave = 请假,这几天不提醒
leave-usage-leave = 请假 哪几天 [原因] [@名字](替别人要团长);请假 列表
leave-example-leave = 请假 6/18-6/20 回老家
leave-help-back = 提前回来或取消假
leave-usage-back = 销假 [哪天] [@名字]
leave-example-back = 销假
leave-help-leaves = 看谁请假
leave-usage-leaves = 谁请假
leave-example-leaves = 谁请假
leave-help-quiet = 一天不提醒我
leave-usage-quiet = 安静;提前结束:安静 关
leave-example-quiet = 安静
leave-help-quiet-hours = 全队几点不提醒
leave-usage-quiet-hours = 免打扰;改:免打扰 时段(管理);免打扰 关
leave-example-quiet-hours = 免打扰 22:30-8:00
