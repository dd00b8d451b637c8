# 一个人、一本账,几个地方
link-code = { $name }的绑定码:{ $code }(10 分钟内有效,只能用一次)。到另一个群或另一个号里发:绑定 { $code }
link-code-sent = 绑定码已私聊发你,10 分钟内有效。
link-code-wrong = 这个码不对、用过了或已过期。在原来的号里发“绑定”拿新的,群用“关联群”。
link-bound = 好,认出来了:这个号就是{ $name }。{ $records ->
    [0] { "" }
   *[other] 刚才以别的身份记的 { $records } 笔也归到{ $name }名下了。
}
link-claimed = 好,认出来了:这个群的账都在,{ $name }是群主。别的成员请用“绑定”认领自己。
link-bound-elsewhere = 认出来了:这个号就是{ $team }的{ $name }。不过这个群还是另一个团队;要并进来,在{ $team }的群里发“关联群”拿码,再来这里发“关联群 码”。
link-nobody = 团队里没有“{ $name }”。比如:绑定 @小美
link-in-private = 绑定码只在私聊里给。先私聊我发“绑定”。
link-not-above = 只能给自己,或管理给角色比自己低的人拿绑定码;{ $name }请自己来拿。
link-merged = { $name }已经并到别的成员名下了。
link-too-many = 这里试错太多次了。请从认得你的群或号里拿码、换个地方绑定。
link-group-code = 🔗 { $team }的关联码:{ $code }(30 分钟内有效)。在要并进来的群里由管理发:关联群 { $code }
link-group-code-bad = 关联码是 8 位,比如:关联群 K7PM-3XQD
link-not-a-group = 请在要并进来的群里发。
link-joined = 好,这个群并进来了:以后是同一本账、同一个榜。
link-group-has-ledger = 这个群自己已经记了 { $count } 笔,不能直接并。要并请先把账导出,再换新群关联。
link-whose-group = 我换了登录,认不出这是哪个群了,先不记账。老群:请管理在认得的群发“关联群”拿码,再来这里发“关联群 码”;哪个群都认不得了,请装小队长的人运行 owner-code,再来这里发“群主 码”。全新的团队:发“新团队”。
link-new-team = 从零开始记。出单了就说:报单 398
link-whose-account = @{ $name } 换了登录,我认不出你了。老成员:请管理发“绑定 @你”拿码,再发“绑定 码”;新来的:发“我是新人”。
link-newcomer = 欢迎{ $name }!出单了就说:报单 398
link-unbound = { $name },我还没认出你,这条没记。老成员发“绑定 码”(找管理拿),新来的发“我是新人”。

link-help-bind = 绑定另一个号
link-usage-bind = 绑定 · 绑定 4位码 · 绑定 @某人(管理)
link-example-bind = 绑定 3486
link-help-link-group = 把群并进来
link-usage-link-group = 关联群(拿码)· 关联群 码(在另一个群发)
link-example-link-group = 关联群 K7PM-3XQD
