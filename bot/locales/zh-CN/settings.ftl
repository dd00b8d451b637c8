# 语言、截止、识别、时区、口径
settings-language-name = { $language ->
    [en] English
   *[zh-CN] 中文
}
settings-language = 现在用{ settings-language-name }回你。要换:语言 en,团队的:语言 en 团队
settings-language-own = 好,以后用中文回你。
settings-language-team = 好,团队的语言是{ settings-language-name }了,自己选过的人不变。
settings-language-unknown = “{ $word }”我还不会,只会中文和 English。比如:语言 en
settings-cutoff = 每天 { $time } 截止,之后的单算第二天。
settings-cutoff-set = 好,{ $time } 截止,之后的单算第二天。已记的不变。
settings-cutoff-midnight = 好,{ $time } 截止,就是按自然日算。已记的不变。
settings-cutoff-bad = “{ $time }”不行,截止要在 12:00 到 24:00 之间。比如:截止 16:00
settings-state = { $state ->
    [on] 开
   *[off] 关
}
settings-auto-read = 自动识别现在是{ settings-state }。{ $state ->
    [on] 群里说“成交 398”我会记。
   *[off] 只认“报单 398”这样的口令。
}
settings-auto-read-set = 好,自动识别{ settings-state }了。{ $state ->
    [on] 群里说“成交 398”我会记。
   *[off] 只认“报单 398”这样的口令。
}
settings-zone = 时区是 { $zone }。
settings-zone-set = 好,时区改为 { $zone },现在是 { $time }。定时推送跟着走。
settings-zone-near = 没有时区“{ $zone }”,是 { $near } 吗?
settings-zone-unknown = 没有时区“{ $zone }”。比如:时区 Asia/Shanghai
settings-basis-name = { $basis ->
    [received] 回款(定金只算收到的,尾款到了再算)
   *[order] 下单(有定金的也算整单)
}
settings-basis = 口径是{ settings-basis-name }。
settings-basis-set = 好,口径改为{ settings-basis-name }。已记的不变。
settings-basis-unknown = “{ $word }”不是口径,只有下单和回款。比如:口径 回款

settings-help-language = 换回复语言
settings-usage-language = 语言 中文|en;加“团队”改全队的(管理)
settings-example-language = 语言 en
settings-help-cutoff = 每天几点截止
settings-usage-cutoff = 截止;改:截止 时间(管理)
settings-example-cutoff = 截止 16:00
settings-help-auto-read = 读不读闲聊里的单
settings-usage-auto-read = 自动识别 开|关(管理)
settings-example-auto-read = 自动识别 关
settings-help-timezone = 团队时区
settings-usage-timezone = 时区 地区/城市(管理)
settings-example-timezone = 时区 Asia/Shanghai
settings-help-basis = 定金怎么算
settings-usage-basis = 口径 下单|回款(管理)
settings-example-basis = 口径 回款
