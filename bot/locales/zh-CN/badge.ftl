# 徽章、连续开单、个人纪录
badge-money = { $tens ->
    [0] { $amount }
   *[other] { $tens }万
}
badge-money-named = { $tens ->
    [0] { $amount }
    [1] 万
   *[other] { $tens }万
}
badge-kind = { $kind ->
    [first] 首单
    [streak] 连续开单
    [day] 单日破万
    [month] 单月破万
    [progress] 进步之星
    [steady] 天天开单
    [help] 帮助
   *[record] 个人纪录
}
badge-name = { $kind ->
    [first] 首单
    [streak] { $level } 连开
    [day] 单日破{ $level }
    [month] 单月破{ $level }
    [progress] 进步之星
    [steady] 天天开单
   *[help] 热心 { $level } 次
}
badge-cheer = 🏅 { $name }拿到徽章:{ $badges }
badge-withdrawn = 🏅 有单改了或撤了,徽章「{ $badges }」先收起来;再达到就自动还你。

badge-record = { $kind ->
    [order] 📈 { $name }刷新个人单笔纪录:{ $value }(上次 { $before },{ $date })
    [day] 📈 { $name }刷新个人单日纪录:{ $value },还在涨(上次 { $before },{ $date })
    [week] 📈 { $name }上周是个人最好的一周:{ $value }(之前 { $before },{ $date } 那周)
    [month] 📈 { $name }上个月是个人最好的一个月:{ $value }(之前 { $before })
   *[streak] 📈 { $name }连开 { $value } 天,超过了自己之前的 { $before } 天
}

badge-title = 🏅 { $name }的徽章:{ $count } 枚
badge-none = 🏅 { $name }还没有徽章,第一枚在等着。
badge-line = { badge-kind }:{ $kind ->
    [first] 已拿到
    [streak] { $levels } 天
    [help] { $levels } 次
   *[day] { $levels }
} (#B{ $number })
badge-line-again = { badge-kind }:{ $count } 次 (#B{ $number })
badge-next = { $kind ->
    [first] 👉 开出第一单,就有「首单」
    [streak] 👉 已连开 { $now } 天,再开 { $gap } 天就 { $level } 连
    [day] 👉 今天 { $now },再 { $gap } 就单日破{ $level }
   *[month] 👉 本月 { $now },再 { $gap } 就单月破{ $level }
}
badge-note = 看依据发“为什么 B{ $number }”,全部徽章发“徽章 列表”
badge-team = 🏅 全队 { $people } 人拿到 { $count } 枚徽章
badge-team-none = 🏅 全队还没有徽章,开出第一单就有。
badge-count = { $badge } { $count } 人
badge-counts = { $parts }
badge-list = 🏅 徽章和拿法
badge-rule = { badge-kind }:{ $kind ->
    [first] 在队里的第一单
    [streak] { $levels } 天(请假、休息、放假不断)
    [day] 一天做到 { $levels }
    [month] 一个月做到 { $levels }
    [progress] 一周比自己前四周进步最多(至少多一成)
    [steady] 一个月里每个工作日都有单
   *[help] 被谢的经验、帮别人做完的事共 { $levels } 次
}{ badge-is-off }
badge-rule-record = 个人纪录:单笔、单日、单周、单月、连开超过自己,会报喜{ badge-is-off }
badge-is-off = { $off ->
    [0] { "" }
   *[1] {" "}(已关)
}
badge-list-note = 管理可以:徽章 关 破万;徽章 档位 单日 5000 2万
badge-on = ✅ 打开了:{ $names }
badge-off = ✅ 关掉了:{ $names }。已有的徽章留着。
badge-levels-set = ✅ 「{ badge-kind }」的档位:{ $levels }{ $kind ->
    [streak] {" "}天
    [help] {" "}次
   *[day] { "" }
}。已有的徽章留着。
badge-hidden = { $name }不公开徽章。
badge-nobody = 团队里没有“{ $name }”。例:徽章 @阿芳
badge-not-found = 没有 B{ $number } 这枚徽章。发“徽章”看编号。
badge-how = 没看懂。例:徽章;徽章 @阿芳;徽章 全队;徽章 列表
badge-unknown = 没有“{ $word }”这种徽章。有:首单 连开 单日 单月 进步 坚持 帮助 纪录。例:徽章 关 单日
badge-switch-what = 开或关哪一种?例:徽章 关 破万
badge-levels-which = 改哪一种的档位?例:徽章 档位 单日 5000 2万
badge-levels-what = 改成哪几档?例:徽章 档位 单日 5000 2万;恢复发:徽章 档位 单日 默认
badge-no-levels = 这种徽章没有档位,能改的有连开、单日、单月、帮助。例:徽章 档位 连开 5 10 20
badge-level-bad = “{ $word }”不是档位。例:徽章 档位 单日 5000 2万;徽章 档位 连开 5 10 20
badge-levels-bad = 最多 { $most } 档,每档要大于 1{ $kind ->
    [streak] 、不超过 366 天。例:徽章 档位 连开 5 10 20
    [help] 、不超过 10000 次。例:徽章 档位 帮助 5 20
   *[day] 元、不超过 1 亿。例:徽章 档位 单日 5000 2万
}

badge-morning = 🏅 报个喜
badge-star = 🌟 上周进步之星:{ $name },做到自己前四周平均的 { $percent }%
badge-steady = 🏅 { $name }{ $month }月天天开单,{ $days } 个工作日一天不落
badge-more = …还有 { $count } 条好消息,发“徽章 全队”看

badge-records = 📈 { $name }的个人纪录
badge-records-none = { $name }还没有纪录,开了第一单就有。例:报单 398
badge-best = { $kind ->
    [order] 单笔:{ $value }(#S{ $number },{ $date })
    [day] 单日:{ $value }({ $date })
    [week] 单周:{ $value }({ $date } 那周)
    [month] 单月:{ $value }({ $month }月)
   *[streak] 连开:{ $value } 天(到 { $date })
}

badge-why = 🏅 #B{ $number } { $name }「{ $badge }」
badge-why-withdrawn = 现在收起来了:后来有单改了或撤了
badge-formula = { $kind ->
    [first] 在队里的第一单:#S{ $sale },{ $last }
    [streak] { $first } 到 { $last } 连开 { $value } 天,达到 { $level } 天(请假、休息、放假不断)
    [day] { $last } 合计 { $value },达到 { $level }
    [month] { $month }月合计 { $value },达到 { $level }
    [progress] { $first } 到 { $last } 做到自己前四周平均的 { $percent }%,当周最高
    [steady] { $month }月 { $value } 个工作日,天天有单
   *[help] 到 { $last } 共 { $value } 次:被谢的经验、帮别人做完的事
}
badge-digest = 🏅 新徽章:{ $parts }{ $more ->
    [0] { "" }
   *[other] {" "}等,还有 { $more } 人
}
badge-digest-one = { $name }「{ $badges }」

badge-help-badge = 看徽章,管理可以开关和改档位
badge-usage-badge = 徽章 [@谁|全队|列表];徽章 开|关 种类;徽章 档位 种类 数…
badge-example-badge =
    徽章
    徽章 @阿芳
    徽章 关 破万
badge-help-records = 看自己的最好纪录
badge-usage-records = 我的纪录
badge-example-records = 我的纪录
