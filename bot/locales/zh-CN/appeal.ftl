# 申诉
appeal-title = ⚖️ #C{ $number } { $name }的申诉{ $about }{ $state ->
    [open] { "" }
    [upheld] :成立
    [rejected] :不成立
   *[withdrawn] :已撤回
}
appeal-about = {" "}#{ $record }
appeal-said = 说明:{ $words }
appeal-changed = 账上已改:S{ $number }-{ $revision } { $void ->
    [1] 作废
   *[0] { $amount }
}
appeal-step = { $at } { $name }{ $verb ->
    [note] {" "}说
    [passed] {" "}接手裁决
    [upheld] {" "}裁决成立
    [rejected] {" "}裁决不成立
    [withdrawn] {" "}撤回
   *[opened] {" "}提出
}{ $words }
appeal-words = :{ $words }
appeal-how = 只有你和{ $name }看得到。回“C{ $number } 成立 说明”或“C{ $number } 不成立 原因”;改账照常用更正、撤销
appeal-reminder = { $title },还等你裁决,已经 { $days } 天
appeal-reminder-note = 发“C{ $number }”看全文。回“C{ $number } 成立 说明”或“C{ $number } 不成立 原因”
appeal-wait = 只有你和{ $decider }看得到,群里看不到。引用这条可以补充;不申诉了回“撤回 C{ $number }”
appeal-button-withdraw = 撤回申诉
appeal-reason = 说明:{ $words }
appeal-now-fix = 账还没改:更正 { $about } 金额,或补报、撤销
appeal-word = 💬 #C{ $number } { $name }:{ $words }
appeal-word-note = 引用这条就能回
appeal-passed-on = 好,记进 #C{ $number } 并转给对方了。
appeal-list = ⚖️ 申诉
appeal-line = { $title }{ $decide ->
    [1] (等你裁决)
   *[0] { "" }
}
appeal-list-note = 看一件发编号,比如 C3
appeal-none = 没有申诉。对哪一单有异议:申诉 #S27 漏算
appeal-why = 哪里不对?说一句。例:申诉 #{ $about } 漏算
appeal-long = 说明写短一点,{ $most } 字以内。
appeal-same = #{ $about } 已经在申诉了:#C{ $number }。补充就引用那张卡回一句。
appeal-many = 你有 { $count } 件申诉还没裁决,等一等再提,或先撤回一件。
appeal-nobody = 团队里没有别的管理可以裁决。请群主先设一位:角色 @某人 管理
appeal-not-found = 没有你能看的 #C{ $number }。发“申诉”看自己的。
appeal-not-decider = #C{ $number } 不由你裁决。不申诉了回“撤回 C{ $number }”。
appeal-decide-why = 说明一下原因。例:C{ $number } 成立 已补记
appeal-decide-what = 裁决哪件?例:裁决 C3 成立 已补记
appeal-not-yours = #C{ $number } 不是你提的,只能裁决。例:C{ $number } 不成立 原因
appeal-over = #C{ $number } 已经结了。发“C{ $number }”看经过。
appeal-no-record = { $record } 不能申诉。可以申诉一单、一次 PK、一次奖励,例:申诉 #S27 漏算
appeal-in-private = 申诉只在私聊里说。先私聊我一句,再发:申诉 #S27 漏算

appeal-help-appeal = 对一单或一个数提出异议(私下)
appeal-usage-appeal = 申诉 [编号] 哪里不对
appeal-example-appeal =
    申诉 #S27 漏算
    申诉
appeal-help-decide = 裁决一件申诉
appeal-usage-decide = 裁决 编号 成立|不成立 原因
appeal-example-decide = 裁决 C3 成立 已补记
appeal-help-withdraw = 撤回申诉
appeal-usage-withdraw = 撤回 编号
appeal-example-withdraw = 撤回 C3
