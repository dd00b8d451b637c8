# 经验库
experience-ask-first = 🎉 #S{ $number } { $amount } 元,你在这里的第一单,恭喜!
experience-ask-big = 🔥 #S{ $number } { $amount } 元,比你平时一单大得多!
experience-ask = 这单做对了什么?
experience-ask-note = 引用这条回一句(可加 #标签),存进经验库,队友都能看到;不想写不用回
experience-no = 好,下次有心得再说。

experience-kept = 💡 存好了 #X{ $number }:{ $words }
experience-about = { $sale ->
    [0] { $tags }
   *[other] { $tags }关于 #S{ $sale }
}
experience-kept-note = 谢谢分享!要收回发:删 X{ $number }
experience-button-drop = 收回
experience-button-thank = 有用
experience-one = 💡 #X{ $number } { $name }:{ $words }
experience-helped = { $date }{ $count ->
    [0] { "" }
   *[other] { " " }· { $count } 人觉得有用
}
experience-line = #X{ $number } { $name }:{ $words }{ $tags }{ $thanks ->
    [0] { "" }
   *[other] { " " }👍{ $thanks }
}
experience-newest = 💡 经验库,最新 { $count } 条
experience-found = 💡 经验“{ $words }”
experience-more = …另有 { $count } 条,多写一个词再搜
experience-list-note = 看全文发 X{ $number },有用回“有用 X{ $number }”,搜索发“经验 朋友圈”
experience-thanks = 👏 谢谢{ $name }的 #X{ $number },{ $count } 人觉得有用
experience-dropped = 收回了 #X{ $number }:{ $words }

experience-other-team = 这单是你另一个队的:到那个群里发“经验 …”就行
experience-none = 经验库还空着。写第一条:经验 先让客户试用再报价 #异议
experience-no-hit = 没找到“{ $words }”的经验。要存一条就多写几个字:经验 先让客户试用再报价 #异议
experience-empty = 要存什么?例:经验 先让客户试用再报价 #异议
experience-long = 这条有 { $length } 个字,最多 { $most } 个
experience-same = 这条你存过了,是 #X{ $number }
experience-not-found = 没有 X{ $number } 这条经验。发“经验”看看。
experience-not-yours = X{ $number } 不是你的,作者或团长才能收回
experience-own = X{ $number } 是你自己的,等别人来谢 😄
experience-thanked = X{ $number } 你谢过了,现在 { $count } 人觉得有用
experience-which = 哪一条?例:有用 X3

experience-help-experience = 存一条经验,或搜大家的
experience-usage-experience = 经验 一句话 [#标签] [#S27];经验 朋友圈 搜;经验 看最新
experience-example-experience =
    经验 先让客户试用再报价 #异议
    经验 #异议
    X3
experience-help-thank = 说一条经验有用
experience-usage-thank = 有用 X3
experience-example-thank = 有用 X3
experience-help-drop = 收回一条经验
experience-usage-drop = 删 X3
experience-example-drop = 删 X3
