# 喜报
praise-own = { $sign ->
    [0] { $words }
   *[1] 🎉 { $words }
}
praise-newcomer-1 = 🎉 { $name }开出队里的第一单,{ $amount } 元,恭喜!
praise-newcomer-2 = 🌱 { $name }的第一单来了:{ $amount } 元,开门红!
praise-newcomer-3 = 👏 { $name }开张,第一单 { $amount } 元,欢迎!
praise-newcomer-4 = 🎊 { $name }首单到手,{ $amount } 元,好的开始!
praise-big-1 = 🔥 { $name }拿下一笔大单,{ $amount } 元!
praise-big-2 = 💪 { $name }这一单 { $amount } 元,漂亮!
praise-big-3 = 🚀 大单来了:{ $name } { $amount } 元,今日 { $today }
praise-big-4 = 👍 { $name }一单 { $amount } 元,今日到 { $today } 了
praise-opening-1 = ☀️ 今天的第一单是{ $name }的,{ $amount } 元
praise-opening-2 = 🎈 { $name }开了今天的头一单,{ $amount } 元!
praise-opening-3 = 🔔 开张啦!{ $name } { $amount } 元
praise-opening-4 = 🌤️ { $name }今天第一个开单,{ $amount } 元
praise-night = 🌅 昨晚的好消息:{ $parts }{ $more ->
    [0] { "" }
   *[other] ,还有 { $more } 单
}
praise-night-one = { $name } { $kind ->
    [newcomer] 第一单
    [big] 大单
   *[opening] 头一单
} { $amount }

praise-title = 🎉 喜报{ $state ->
    [on] 开着,每天最多 { $count } 条
   *[off] 关着
}
praise-what = 报哪些:新人第一单、当天第一单、{ $own ->
    [1] 比自己平时大三倍的单
   *[0] 满 { $amount } 或比自己平时大三倍的单
}
praise-line = { $number }. { praise-for }{ $words }
praise-for = { $kind ->
    [newcomer] (新人){ " " }
   *[other] { "" }
}
praise-more = …还有 { $count } 条
praise-built-in = 现在用的是自带的话。加自己的:喜报 加 { "{名字}又开一单{金额},今晚加鸡腿!" }
praise-note = 能改:喜报 加 …、喜报 加 新人 …、喜报 删 2、喜报 每天3条、喜报 门槛 2000、喜报 关
praise-on = 🎉 喜报打开了。
praise-off = 喜报关了,账照记。想要了发“喜报 开”。
praise-per-day = ✅ 喜报每天最多 { $count } 条。
praise-big = ✅ 满 { $amount } 的单会报喜。
praise-big-none = ✅ 不设门槛了:比自己平时大三倍的单才报。
praise-added = ✅ 第 { $number } 条喜报记下了{ $kind ->
    [newcomer] (只用在新人第一单)
   *[other] { "" }
},读出来是:
praise-button-drop = 删掉
praise-dropped = ✅ 删了:{ $words }
praise-button-back = 加回来

praise-how = 没看懂。例:喜报 加 { "{名字}又开一单{金额}!" };喜报 每天3条;喜报 门槛 2000;喜报 关
praise-how-many = 每天 1 到 { $most } 条。例:喜报 每天3条
praise-how-big = 门槛要写金额。例:喜报 门槛 2000;不要门槛:喜报 门槛 无
praise-add-what = 加哪一句?例:喜报 加 { "{名字}又开一单{金额},今晚加鸡腿!" }
praise-unknown-placeholder = 没有{ "{" }{ $name }{ "}" }这个空。能用 { "{名字} {金额} {产品} {今日}" }。例:喜报 加 { "{名字}又开一单{金额}!" }
praise-lone-brace = 大括号要成对。例:喜报 加 { "{名字}又开一单{金额}!" }
praise-no-name = 这句没说是谁,加上 { "{名字}" }。例:喜报 加 { "{名字}又开一单{金额}!" }
praise-own-figure = 数字由我填真的,写 { "{金额}" } 或 { "{今日}" } 就行。例:喜报 加 { "{名字}又开一单{金额}!" }
praise-too-long = 这句有 { $length } 个字,最多 { $most } 个。短一点更有劲。
praise-same = 和第 { $number } 条一样,不用再加。
praise-many = 已经有 { $most } 条了,先删一条。例:喜报 删 2
praise-no-text = 没有第 { $number } 条,现在有 { $count } 条。发“喜报”看看。
praise-drop-which = 删第几条?例:喜报 删 2

praise-help-praise = 首单、大单的喜报怎么说、说几条
praise-usage-praise = 喜报;喜报 加 [新人] 一句话;喜报 删 2;喜报 每天3条;喜报 门槛 2000;喜报 开|关
praise-example-praise =
    喜报 加 { "{名字}又开一单{金额},今晚加鸡腿!" }
    喜报 每天3条
    喜报 门槛 2000
