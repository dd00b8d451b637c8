# 比赛(PK)
contest-head = #PK{ $number } { $title }
contest-untitled = { $form ->
    [first] 先到 { $goal }
    [steps] { $measure }阶梯
    [self] { $measure }
   *[rank] { $measure }排名
}
contest-planned = ⚔️ { $head }
contest-facts = { $days } · { $form }{ $cut ->
    [0] { "" }
   *[1] { " " }· { $cutoff }
}
contest-when = { $days } · { $cutoff }
contest-cutoff = { $kind ->
    [daily] 每天 { $clock } 前报的算
    [last] 最后一天 { $clock } 截止
   *[none] 最后一天结束时截止
}
contest-form = { $form ->
    [duel] 比{ $measure }
    [rank] 比{ $measure }排名
    [first] { $measure }先到 { $goal }
    [steps] { $measure }阶梯 { $steps }
    [sides] 比{ $measure }
    [relay] 接力比{ $measure },{ $legs } 天一棒
   *[self] { $measure }
}
contest-measure-self = 和自己近4周的日均比
contest-measure = { $what ->
    [amount] 金额
    [orders] 单数
    [completion] 完成率
    [progress] 进步率(对自己近4周)
    [new] 新客数
   *[repeat] 复购率
}
contest-weight = { $what ->
    [amount] 金额
    [orders] 单数
    [completion] 完成率
    [progress] 进步率
    [new] 新客
   *[repeat] 复购率
}{ $weight }
contest-mix = 综合分({ $parts };每项最高的拿满分,其余按比例)
contest-value = { $head ->
    [0] { "" }
   *[1] 人均 { "" }
}{ $what ->
    [amount] { $value }
    [orders] { $value }{ $count ->
       *[other] 单
    }
   *[new] { $value }位
}
contest-share = { $value }%
contest-points = { $value }分
contest-manners = 📜 { $parts }
contest-tie = { $tie ->
    [race] 谁先到谁赢
    [steps] 到哪档拿哪档的奖,只拿最高一档
    [self] 超过自己就算赢
    [first] 打平时先到那个成绩的赢
   *[shared] 打平并列同奖
}
contest-late = { $late ->
    [0] 补报前一天的不算
   *[1] { $daily ->
        [0] 结束前补报的算
       *[1] 过了当天截止再补的不算
    }
}
contest-minimum = 个人满 { $score } 才有奖
contest-blind-rule = 🙈 { $when } 起封榜
contest-news-rule = 每天 { $clock } 播战况
contest-prizes = 🎁 { $parts }
contest-money = { $amount } 元
contest-no-prize = 没有奖
contest-prize-part = { $form ->
    [steps] { $only ->
        [1] 达到就有:{ $what }
       *[0] 第{ $first }档 { $what }
    }
    [self] 超过自己:{ $what }
   *[rank] { $sides ->
        [1] { $first ->
            [1] 赢的队每人 { $what }
           *[other] 第{ $first }名的队每人 { $what }
        }
       *[0] { $range ->
            [0] 第{ $first }名 { $what }
           *[1] 第{ $first }~{ $last }名 { $what }
        }
    }
}
contest-names = { $more ->
    [0] { $names }
   *[other] { $names } 等另外 { $more } 人
}
contest-unnamed = 匿名
contest-who = 👥 { $names }({ $count } 人)
contest-side = { $side }:{ $names }({ $count } 人)
contest-side-free = { $side }:等人
contest-open-sides = 👥 { $sides },自己选一边
contest-how-in = ✋ 等应战:{ $names } —— { $start } 前回“应战 PK{ $number }”,没回的不算参加
contest-how-out = ✋ { $start } 开始,默认都参加;不想参加就回“不参加 PK{ $number }”
contest-how-open = ✋ { $start } 前报名:应战 { $side }(不说哪边,就进人少的一边)
contest-how-fill = ✍️ 直接分人:{ $side } @谁 @谁,或抽签:PK{ $number } 随机分
contest-from-today = 📅 { $date } 已经过了,出过的单不能事后拿来比,从今天算起
contest-everybody = 🙋 没点名,算全员
contest-how-all = ✋ 人齐了,{ $start } 开始
contest-draw-rule = 🎲 开始时按种子 { $seed } 抽签分 { $sides },谁都能复算
contest-button = { $kind ->
    [in] 应战
    [out] 不参加
    [rules] 规则
    [why] 为什么
    [verify] 复核
    [overrule] 确认改判
    [agree] 同意
    [disagree] 不同意
    [day] 今天
    [week] 本周
    [month] 本月
    [orders] 单
   *[amount] 元
}
contest-button-side = 加入{ $side }

contest-started = 🚩 { $head } 开始!
contest-frozen = 规则和名单已锁定,要改得 { $captains } 同意。随时发 PK{ $number } 看战况
contest-out = 没应战、不算参加:{ $names }
contest-average = ⚖️ 人数不等,按人均比
contest-drawn = 🎲 抽签种子 { $seed }
contest-basis = { $basis ->
    [goal] 🎯 按自己的目标折算:{ $names }
    [average] 🎯 没定目标,按自己近4周日均:{ $names }
    [others] 🎯 没目标也没记录,按大家的中位数:{ $names }
   *[equal] 🎯 都没有目标和记录,用同一个目标:{ $names }
}
contest-leg = 🏃 第 { $n } 棒:{ $turns }
contest-turn = { $side } { $name }
contest-too-few = { $head } 没凑齐人,这次不比了

contest-running = ⚔️ { $head } · { $left }
contest-left = 还剩 { $count } { $unit ->
    [days] 天
    [hours] 小时
   *[minutes] 分钟
}
contest-nothing-yet = 还没人开张,第一单是谁的?
contest-line = { $rank ->
    [1] 🥇
    [2] 🥈
    [3] 🥉
   *[other] { $rank }.
} { $name } { $score }{ $behind ->
    [0] { "" }
    [2] ,一样多,晚到
   *[1] ,差 { $gap }
}{ $is_best ->
    [0] { "" }
   *[1] ({ $best })
}
contest-race = { $score }/{ $goal }{ $there ->
    [0] { "" }
   *[1] { " " }✅
}
contest-best = { $name } { $score }
contest-bests = { $parts }
contest-more = …还有 { $count } 人,自己的名次私聊我发 PK 看
contest-step = 🏅 { $step } 档:{ $names }{ $more ->
    [0] { "" }
   *[other] { " " }等另外 { $more } 人
}
contest-step-missing = 还有 { $count } 人在路上
contest-blind-now = 🙈 封榜中,结束时揭晓{ $group ->
    [0] { "" }
   *[1] 。自己的数私聊我发 PK{ $number }
}
contest-blind-picture = 封榜中,结束时揭晓
contest-own = 🙋 你自己:{ $score }({ $orders } 单计入)
contest-own-place = 🙋 你第 { $rank }:{ $score }{ $first ->
    [1] ,领先!
   *[0] ,离前一名差 { $gap }
}
contest-own-step = 🙋 你自己:{ $score }{ $done ->
    [1] ,全拿下了!
   *[0] ,离下一档差 { $gap }
}
contest-rules = 📜 { $head } 的规则
contest-leaving = 👤 队长:{ $captains }。中途离队的:单照算给队里,不领奖;请假的:开始前报备的天数不算进目标
contest-cancelled-state = { $head } 已取消
contest-none = 现在没有 PK。发起一场,比如:
contest-list = { $count ->
    [0] ⚔️ 最近结束的 PK
   *[other] ⚔️ 进行中的 PK { $count } 场
}
contest-list-note = 看一场:发它的编号,比如 PK3
contest-listed = { $head } · { $state ->
    [planned] 等开始
    [running] { $left }
   *[closed] 已结束
}{ $declined ->
    [0] { "" }
   *[other] ({ $declined } 人不参加)
}

contest-ask-days = 比到什么时候?
contest-ask-unit = { $count } 是单数还是金额?

contest-accepted = ✊ { $names } 应战 { $head }{ $has_side ->
    [0] { "" }
   *[1] ,加入{ $side }
}
contest-evened = 没说哪边,按人数分的;想换:应战 PK{ $number } { $other }
contest-waiting = 还等 { $count } 人
contest-in-already = { $names } 已经在 { $head } 里了
contest-declined = 好,{ $names } 这次不参加 { $head }
contest-captain = { $head } { $side }的队长现在是 { $name }
contest-cancelled = { $head } 取消了
contest-cheer = { $race ->
    [0] 🏅 { $name } 在 { $head } 拿下 { $goal } 档!
   *[1] 🏁 { $name } 在 { $head } 先到 { $goal }!{ $minutes } 分钟内没有更正就定
}

contest-over-title = 🏆 { $head } 结束({ $days })
contest-won = { $tied ->
    [1] 🎉 { $names } 打成平手,并列第一:{ $score }
   *[0] 🎉 { $names } 赢了:{ $score }
}
contest-won-nobody = 这次没人开张,没有名次
contest-won-steps = { $count ->
    [0] 这次没人到档,下次再来
   *[other] 🎉 { $count } 人到档
}
contest-won-self = { $won ->
    [1] 🎉 { $name } 超过了近4周的自己:{ $score }
   *[0] { $name } 做到近4周日均的 { $score }
}
contest-award = { $head } 的奖
contest-given = 🎁 { $prize }:{ $names }
contest-given-more = { $names }{ $more ->
    [0] { "" }
   *[other] 、匿名 { $more } 人
}
contest-left-team = 中途离队、不参与名次和奖:{ $names }
contest-after-cutoff = 截止后报的 { $count } 条没有计入,看明细发 为什么 PK{ $number }
contest-changed-since = ✏️ 赛后更正 { $count } 笔({ $names }),{ $differs ->
    [0] 结果不变
   *[1] 照现在的账结果会不一样
};群主可以 PK{ $number } 改判
contest-overruled-line = 这是第 { $n } 次裁定,前面的在 PK{ $number } 记录
contest-result-note = { $time } 定 · 账本位置 { $position } · 指纹 { $digest }
contest-verify = { $agrees ->
    [1] ✅ { $head } 复核:按锁定的规则、名单和当时的账重算,一字不差
   *[0] ⚠️ { $head } 复核:重算和公布的不一致,请找群主
}
contest-verified = 第 { $n } 次裁定:{ $agrees ->
    [1] 一致
   *[0] 不一致
} · 计入 { $count } 条 · 单据指纹 { $snapshot } · 账本位置 { $position } · 结果指纹 { $digest }
contest-overrule-ask = { $head } 赛后更正了 { $count } 笔。照现在的账改判?
contest-before = 原来:{ $what }
contest-after = 现在:{ $what }
contest-overruled = ⚖️ { $name } 改判了 { $head }
contest-both-stay = 两次结果都留着,发 PK{ $number } 记录 可查

contest-changed = ✏️ { $head } 的规则改了
contest-change-logged = 已记入 PK{ $number } 记录
contest-proposed = ✏️ { $name } 提议{ $off ->
    [1] 取消 { $head }
   *[0] 改 { $head }
}
contest-to-agree = 等 { $names } 同意,回“PK{ $number } 同意”或“PK{ $number } 不同意”
contest-disagreed = 好,{ $head } 照原来的比
contest-change = { $before } → { $after }
contest-unset = 没有这条
contest-news-set = { $off ->
    [1] 好,{ $head } 不播战况了
   *[0] 好,{ $head } 每天 { $clock } 播战况(封榜后不播)
}
contest-log = 📒 { $head } 的记录
contest-log-more = 更早的还有 { $count } 条
contest-log-off = 取消这场
contest-log-line = { $time } { $action ->
    [create] { $by } 发起
    [accept] { $same ->
        [1] { $who } 应战
       *[0] { $by } 替 { $who } 应战
    }
    [decline] { $same ->
        [1] { $who } 不参加
       *[0] { $by } 替 { $who } 退出
    }
    [fill] { $by } 分队:{ $side } { $members }
    [draw] { $by } 定了抽签分队
    [captain] { $by } 定 { $who } 当队长
    [start] 开始,规则和名单锁定
    [too-few] 没凑齐人
    [propose] { $by } 提议:{ $parts }
    [agree] { $by } 同意
    [refuse] { $by } 不同意
    [change] { $by } 改了:{ $parts }
    [news] { $by } 改了播战况的时间
    [reached] { $by } 到了{ $n ->
        [0] 目标
       *[other] 第 { $n } 档
    }
    [close] 结束
    [overrule] { $by } 改判(第 { $n } 次裁定)
   *[cancel] { $by } 取消
}

contest-why = { $head } { $name } { $score }
contest-why-all = 全场
contest-why-formula = 算法:{ $days } 的{ $measure }{ $average ->
    [0] { "" }
   *[1] ,各队除以人数
}
contest-why-target = 计入 { $sold } ÷ 目标 { $target }(开始时锁定)
contest-why-late = 补报的:{ $numbers }
contest-why-relay = 只算轮到自己那棒({ $legs } 天一棒)的单
contest-picture-subtitle = { $days } · { $measure }
contest-picture-people = { $count } 人
contest-picture-won = { $count ->
    [0] 没有名次
   *[other] 🏆 { $names }
}

contest-squad = { $name }({ $count } 人):{ $names }
contest-squad-set = 记下了,{ $name }({ $count } 人):{ $names }
contest-squad-dropped = { $name } 解散了
contest-squads = 战队 { $count } 个
contest-squads-none = 还没有战队

contest-digest-running = ⚔️ { $head }:{ $standing },{ $left }
contest-digest-lead = { $names } 领先 { $score }
contest-digest-race = { $names } 领先
contest-digest-nothing = 还没人开张
contest-digest-blind = 封榜中,结束揭晓
contest-digest-steps = { $count } 人到档
contest-digest-planned = ⚔️ { $head } { $start } 开始{ $waiting ->
    [0] { "" }
   *[other] ,还等 { $waiting } 人应战
}
contest-digest-closed = 🏆 { $head }:{ $count ->
    [0] 没有名次
   *[other] { $names } 赢了
}
contest-self-private = { $head } 是自己和自己比,进度只有本人在私聊能看
contest-steps-many = 最多 { $most } 档
contest-digest-more = ⚔️ 另有 { $count } 场 PK

contest-bad-measure = 不会按“{ $words }”比。可以按:金额、单数、完成率、进步、新客、复购率,或 按 金额60 新客40
contest-bad-forbidden = “{ $words }”不能拿来比:拉人头、囤货不是业绩(禁止传销条例第7条)。可以按金额、单数、新客、复购率
contest-bad-prize = 奖品“{ $words }”不行:奖得是固定的东西,不能是别人业绩的提成。比如:奖:奶茶,奖:前3名 50元红包
contest-bad-clock = 没有“{ $words }”这个时间。比如:截止16:00
contest-bad-weights = 权重加起来要是 100,现在是 { $words }。比如:按 金额60 新客40
contest-bad-twice = “{ $words }”里有一项写了两次。比如:按 金额60 新客40
contest-bad-figure = “{ $words }”不是能比的数。比如:先到10单,阶梯 3000/5000
contest-days-past = { $date } 已经过完了。比如:PK @阿芳 vs @小美 今天
contest-days-backwards = 结束比开始早。比如:6/19-6/23
contest-days-unclear = 日期没看懂。比如:6/19-6/23,今天,本周
contest-days-long = 最长 { $most } 天
contest-end-past = 截止时间已经过了,换个时间或日子
contest-who-unknown = 团队里没有“{ $name }”。发 成员 看都有谁
contest-side-nobody = “vs”两边都要有人或队名。比如:PK @阿芳 vs @小美 今天
contest-side-empty = { $side }还没有人。比如:PK 红队 @小美 @阿芳 vs 蓝队 @丽姐 @老王 本周
contest-side-name = “{ $name }”不能当队名,最多 { $most } 个字,不带标点
contest-sides-same = 两边都叫{ $name },换个名
contest-sides-many = 分 2 到 { $most } 队
contest-sides-form = { $form ->
    [first] 先到制
    [steps] 阶梯
   *[rank] 排名
}比的是个人,不分队。去掉“vs”,或去掉这条
contest-twice = { $name } 不能同时在两边
contest-unclear = “{ $words }”没看懂。比如:PK 红队 @小美 @阿芳 vs 蓝队 @丽姐 @老王 本周 按完成率
contest-draw-few = { $people } 个人分不了 { $sides } 队
contest-no-sides = #PK{ $number } 比的是个人,不分队
contest-sides-settled = #PK{ $number } 的队已经定了。要重分,先取消 PK{ $number } 再发起
contest-relay-sides = 接力要分队。比如:PK 接力 红队 @小美 @阿芳 vs 蓝队 @丽姐 @老王 明天到周日
contest-relay-short = { $days } 天不够换棒,至少两棒
contest-unit = { $unit ->
    [orders] “单”
    [amount] “元”
    [new] “新客”
   *[share] “%”
}和比的不是一回事,改一个。比如:按单数 先到10单
contest-measure-form = { $form ->
    [first] 先到制
   *[steps] 阶梯
}只能按金额、单数或新客
contest-blind-race = 先到制没有封榜:有人到了就结束
contest-blind-long = 封榜不能和比赛一样长({ $days } 天)。比如:封榜最后1天,封榜最后2小时
contest-prizes-steps = 只有 { $steps } 档,奖多了
contest-steps-same = 有两档一样。比如:阶梯 3000/5000/8000
contest-too-many = 已有 { $most } 场 PK,先结束一场
contest-not-found = 没有 #PK{ $number }。发 PK 看有哪些
contest-not-called = #PK{ $number } 没有叫 { $name }
contest-which-side = 没有这个队。加入哪边?{ $sides }。比如:应战 PK{ $number } { $side }
contest-begun = #PK{ $number } { $state ->
    [running] 已经开始,名单锁定了
    [closed] 已经结束了
   *[other] 已经取消了
}
contest-person-left = { $name } 已不在团队里
contest-no-captain = { $name } 不在 #PK{ $number } 的队里,当不了队长
contest-over = #PK{ $number } 已经结束或取消了
contest-not-over = #PK{ $number } 还没结束
contest-not-begun = #PK{ $number } 还没开始,没有可查的账
contest-no-picture = #PK{ $number } { $state ->
    [planned] 还没开始
   *[cancelled] 取消了
},没有图
contest-nothing-changed = #PK{ $number } 赛后没有更正,不用改判
contest-looked-too-early = 账又变了,再发一次 PK{ $number } 改判 看最新的
contest-changed-meanwhile = #PK{ $number } 刚被人改过,再发一次
contest-no-proposal = #PK{ $number } 没有等同意的提议
contest-captains-only = #PK{ $number } 的事队长说了算:{ $who }
contest-same = #PK{ $number } 本来就是这样
contest-change-what = 改什么?比如:PK{ $number } 改 截止18:00
contest-change-unclear = 能改:日期、截止、封榜、奖、打平、补报、保底。比如:PK{ $number } 改 截止18:00(比什么、谁参加,要改就取消重开)
contest-news-when = 几点播?比如:PK{ $number } 战况 17:30,不播:PK{ $number } 战况 关
contest-unknown-deed = “{ $words }”没看懂。可以:PK{ $number } 规则、记录、复核、图、改 截止18:00、取消
contest-which = 有几场在等你:{ $numbers }。带上编号,比如:应战 PK3
contest-not-waiting = 没有等你应战的 PK
contest-why-blind = #PK{ $number } 封榜中,结束后公开。自己的可以私聊我问
contest-why-private = { $name } 的明细只有本人能看。看自己的:为什么 PK3
contest-squad-name = 战队叫什么?比如:战队 红队 @小美 @阿芳
contest-squad-none = 没有叫“{ $name }”的战队。发 战队 看都有哪些
contest-squads-many = 最多 { $most } 个战队

contest-help-pk = 发起比赛、看战况
contest-usage-pk = PK 谁 vs 谁 哪天到哪天 按什么比 截止/封榜/奖(顺序随意)
contest-example-pk = PK 红队 @小美 @阿芳 vs 蓝队 @丽姐 @老王 本周 按完成率 封榜最后1天 截止16:00 奖:奶茶
contest-help-accept-pk = 接受比赛
contest-usage-accept-pk = 应战 [PK编号] [队名]
contest-example-accept-pk = 应战 PK3
contest-help-decline-pk = 不参加这场比赛
contest-usage-decline-pk = 拒战 [PK编号]
contest-example-decline-pk = 拒战 PK3
contest-help-cancel = 取消一场比赛
contest-usage-cancel = 取消 PK编号
contest-example-cancel = 取消 PK3
contest-help-squad = 记下战队的人
contest-usage-squad = 战队 [队名 @谁 @谁]
contest-example-squad = 战队 红队 @小美 @阿芳
