# 技能、偏好、负载、派活
matching-joined = { $first }·{ $second }
matching-skill = { $skill }{ $level }
matching-no-skill = 没登记{ $skill }
matching-unknown-member = 没找到“{ $name }”。发“成员”看名字。
matching-sent-privately = 私发给你了。
matching-private-first = 这个只给你自己看,我还没法私聊你。先私聊我一句,再发一次。

# 技能
matching-skills = { $name }:{ $skills }
matching-skills-none = { $name }还没登记技能。等级 1–5,例:技能 文案3 数据1
matching-skills-noted = 好,{ $name }:{ $skills }
matching-skills-told = { $who }帮你登记了技能:{ $skills }
matching-skills-told-note = 不对就自己改,例:技能 文案2,或:技能 删 文案
matching-skill-gone = 好,{ $name }的技能去掉了“{ $skill }”。
matching-skill-gone-told = { $who }把你的技能“{ $skill }”去掉了。
matching-skill-not-there = { $name }没有登记“{ $skill }”。发“技能”看登记了什么。
matching-skill-unclear = “{ $words }”没看懂。技能后面写等级 1–5,例:技能 文案3 数据1
matching-level-bad = “{ $skill }{ $level }”不行,等级是 1 到 5。例:技能 { $skill }3
matching-level-missing = “{ $skill }”几级?1 是刚学,5 是能带人。例:技能 { $skill }3
matching-too-many-skills = 技能最多登记 { $most } 个,留最拿手的就好。
matching-who = 会{ $skill }的有 { $count } 位:
matching-level-line = { $level } 级:{ $names }{ $more ->
    [0] { "" }
   *[other] { " " }等,另有 { $more } 人
}
matching-who-none = 还没有人登记“{ $skill }”。会的发:技能 { $skill }3
matching-who-several = 谁会什么:
matching-who-line = { $skill }:{ $people }
matching-who-line-none = { $skill }:还没有人登记

# 偏好
matching-wishes = { $name }的偏好:
matching-wishes-none = { $name }还没说过偏好。例:偏好 文案,不接 直播,周末不行,最多3个
matching-wishes-noted = 记下了:{ $wishes }
matching-wishes-who = 只有你和团长以上看得到,派活时会照顾。
matching-wishes-cleared = 好,偏好清空了。
matching-wish-gone = 好,去掉了“{ $work }”。
matching-wish-not-there = 偏好里没有“{ $work }”。发“偏好”看记了什么。
matching-wishes-own = 偏好要本人说。请{ $name }自己发,例:偏好 文案,不接 直播
matching-wishes-unclear = “{ $words }”没看懂。例:偏好 文案,不接 直播,周末不行,最多3个
matching-too-many-wishes = 偏好最多记 { $most } 条,留要紧的就好。
matching-capacity-bad = 同时最多几个,写 1 到 { $most } 之间。例:偏好 最多3个
matching-likes = 喜欢:{ $works }
matching-dislikes = 不接:{ $works }
matching-off-days = 不排:{ $days }
matching-no-off-days = 每天都可以
matching-capacity = 手上最多:{ $count } 个

# 负载
matching-loads = 📋 大家在手的活,共 { $count } 份
matching-load-line = { $name } { $open }/{ $capacity }
matching-load-offered = 待回 { $count }
matching-load-due = 本周到期 { $count }
matching-load-overdue = 逾期 { $count }
matching-load-over = 手上偏多,可以分一点出去
matching-load-away = 请假,{ $day } 回来
matching-loads-more = 另有 { $count } 人,发“负载 @名字”看
matching-load-more-tasks = 另有 { $count } 个,发“任务”看全部
matching-load-unclear = “{ $word }”没看懂。例:负载,或:负载 @阿芳

# 派活
matching-task = T{ $number } { $title }
matching-task-due = T{ $number } { $title } { $due }
matching-task-line = · { $task }
matching-how = 派什么?例:派活 618海报 需要 文案2 周五18点。已有的任务:派活 T31,没人的全派:派活 全部
matching-no-title = 要做什么还没说。例:派活 618海报 需要 文案2 周五18点
matching-once = 派活只派一次的活,重复的请建任务。例:任务 @阿芳 每周五 周报
matching-again = 请写清楚日期再发一次,例:派活 618海报 需要 文案2 周五18点
matching-one-each = 点名一次派一个。例:派活 T{ $number } @{ $name }
matching-meant = 要派“{ $title }”({ $due })吗?
matching-meant-note = 要挑会的人,可以写:派活 { $title } 需要 文案2
matching-ended = T{ $number } 已经结束了,不用派。
matching-has-owner = T{ $number } 在 { $who } 手上了,不用再派。
matching-cannot-work = { $name }不在群里或是访客,派不了活。
matching-proposal = 🤝 派活 { $task }
matching-best = 推荐 @{ $name }:{ $reasons }
matching-named = 点名 @{ $name }:{ $reasons }
matching-backup = 备选 @{ $name }:{ $reasons }
matching-nobody-can = 没有人够这个等级,最接近的是:
matching-answer = @{ $name } 回 接 或 让
matching-asked = 已私聊问 { $name }。
matching-asked-group = 我没法私聊{ $name },到群里问。
matching-for-you = 🤝 想请你做 { $task }
matching-because = 因为你:{ $reasons }
matching-how-free = 回 接 或 让(每周有一次让不用说原因)
matching-how-why = 回 接,或 让 因为…(这周免理由的用过了)
matching-liked = 喜欢
matching-in-hand = 在手{ $open }/{ $capacity }
matching-absent = 期间 { $days } 天不在
matching-turn = { $days ->
    [0] 今天派过
   *[other] 上次派活 { $days }天前
}
matching-turn-never = 还没派过
matching-doubt-full = @{ $name } 在手 { $open }/{ $capacity },仍派?
matching-doubt-away = @{ $name } 到期前都不在,仍派?
matching-whether = 🤝 { $task }
matching-button-still = 仍派
matching-button-other = 换 @{ $name }
matching-button-later = 先放着
matching-button-take = 接
matching-button-pass = 让
matching-button-wait = 再等等
matching-button-yes = 派
matching-nobody = { $task }:没有可以派的人了。
matching-nobody-note = 可以点名,例:派活 T{ $number } @阿芳。或留给想做的人:认领 T{ $number }
matching-over = T{ $number } 刚有了变化,这个不用回了。
matching-nothing-asked = 现在没有等你回的活。
matching-not-asked = T{ $number } 没有问你。想做没人的任务,发:认领 T{ $number }
matching-which = { $verb ->
    [take] 接哪一个?
   *[pass] 让哪一个?
}
matching-taken = 👌 { $task } 归 @{ $name }
matching-taken-note = 做完发:完成 T{ $number }
matching-taken-told = { $name }接了 { $task }
matching-passed = 好,T{ $number } 让出来了。
matching-passed-free = 这周不用说原因的一次用掉了。
matching-passed-told = { $name }让了 { $task }
matching-passed-why = { $name }让了 { $task }:{ $reason }
matching-next-asked = 已接着问 { $name }。
matching-why = 这周已经让过一次啦。这次说一句原因就好,例:让 T{ $number } 因为手上有大单
matching-unanswered = { $name }还没回 { $task },要换人吗?

# 一起派
matching-none-free = 没有没人做的任务。先建一个,例:派活 618海报 需要 文案2 周五18点
matching-too-many = 一次最多派 { $most } 个。
matching-plan = 🤝 这 { $count } 个可以这样派:
matching-plan-none = 现在派不出去:{ $numbers }(人手满了,或没有合适的人)
matching-plan-left = 先放着:{ $numbers }(人手满了,或没有合适的人)
matching-pair = T{ $number } { $title } → @{ $name }
matching-pair-why = T{ $number } { $title } → @{ $name }({ $why })
matching-short = 等级不够但最接近
matching-share = @{ $name }:{ $numbers }
matching-shares-more = 另有 { $count } 人
matching-button-go = 就这样
matching-button-no = 不派
matching-given = { $count ->
    [0] 一个也没派:都有变化了,再发一次看看。
   *[other] 好,派了 { $count } 个:
}
matching-missed = 有 { $count } 个刚有了变化,没动。
matching-given-you = 🤝 { $who }派给你 { $count } 个任务:

matching-help-skills = 登记、查技能
matching-usage-skills = 技能 [@名字] [技能等级…]、技能 名称、技能 删 名称
matching-example-skills = 技能 文案3 数据1
matching-help-preferences = 说说爱做什么
matching-usage-preferences = 偏好 喜欢的,不接 …,周末不行,最多3个
matching-example-preferences = 偏好 文案,不接 直播,周末不行,一天最多3个
matching-help-load = 看谁手上多少活
matching-usage-load = 负载 [@名字]
matching-example-load = 负载 @阿芳
matching-help-dispatch = 找合适的人做
matching-usage-dispatch = 派活 做什么 需要 技能等级 什么时候、派活 T31 [@名字]、派活 全部
matching-example-dispatch = 派活 618海报 需要 文案2 周五18点
matching-help-take = 接下问你的活
matching-usage-take = 接 [T编号]
matching-example-take = 接 T31
matching-help-pass = 这次让给别人
matching-usage-pass = 让 [T编号] [因为…]
matching-example-pass = 让 T31 因为手上有大单
