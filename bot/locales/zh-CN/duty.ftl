# 角色、职责、备岗
duty-behind = (备岗 { $names })
duty-held = { $duty }:{ $names }{ $behind }
duty-nobody = { $duty }:还没人负责{ $behind }
duty-gone = { $duty }:无人({ $names } 已离开){ $behind }
duty-away = @{ $name } 请假到 { $until }
duty-some-away = { $duty }:{ $names }({ $away })
duty-ask-backup = { $duty }:{ $away },找备岗 { $names }
duty-backup-away = { $duty }:{ $away },备岗 { $names } 也请假
duty-no-backup = { $duty }:{ $away },没有备岗
duty-near = 没有“{ $name }”这项职责,是想问“{ $near }”吗?
duty-unknown = 没有“{ $name }”这项职责。发“职责表”看都有哪些。
duty-who-what = 想问哪项?例:谁管 售后

duty-changed = 好,{ $line }
duty-let-go = 好,{ $names } 不再管{ $duty }。
duty-two-hint = 现在 { $count } 人负责{ $duty }。只留一位就发:不负责 { $duty } @{ $name }
duty-give-how = 还要说哪项职责、归谁。例:负责 售后 @阿芳
duty-backup-how = 还要说哪项职责、谁来顶。例:备岗 售后 @丽姐
duty-let-go-how = 还要说哪项职责。例:不负责 售后 @阿芳
duty-not-theirs = @{ $name } 本来就不管{ $duty }。发“职责表”看谁管什么。
duty-own-backup = @{ $name } 就是{ $duty }的负责人,备岗换一位吧。
duty-person-unknown = “@{ $name }”我没看懂,团队里没有这个人。例:角色 @阿芳 团长
duty-holder-unknown = 团队里没有“@{ $name }”。例:负责 售后 @阿芳
duty-person-left = { $name }已离开,先发“恢复 @{ $name }”。
duty-name-bad = “{ $name }”不能当职责名:2 到 { $most } 个字,不要标点。例:负责 售后 @阿芳
duty-title-bad = “{ $title }”不能当职位:最多 { $most } 个字,不要标点。例:角色 @阿芳 客服
duty-too-many = 职责最多 { $most } 项。不用的先发“不负责 某项”去掉。
duty-drop-sure = 要把“{ $duty }”从职责表去掉吗?
duty-dropped = 好,职责表里没有“{ $duty }”了。

duty-title = { " · " }{ $title }
duty-person = @{ $name }:{ $role }{ $title }
duty-now = 好,{ $line }
duty-holds = 负责:{ $duties }
duty-backs = 备岗:{ $duties }
duty-holds-none = 还没有职责。要给:负责 售后 @{ $name }
duty-on-leave = 请假到 { $until }
duty-role-mixed = “{ $role }”是权限,职位要分开发。例:先发“角色 @阿芳 { $role }”,再发“角色 @阿芳 客服”
duty-role-how = 一次说一个人。例:角色 @阿芳 客服 负责:售后,回访

duty-chart = 📋 { $team }职责表 { $count } 项
duty-chart-empty = 职责表还是空的。加一项:负责 售后 @阿芳
duty-chart-more = …还有 { $count } 项
duty-flagged = ⚠️{ $line } { $gap ->
    [no-backup] 没有备岗
    [two-holders] { $count } 人负责
   *[no-holder] 等人接
}
duty-count-no-holder = 没人负责 { $count } 项
duty-count-two-holders = 多人负责 { $count } 项
duty-count-no-backup = 没有备岗 { $count } 项
duty-chart-amiss = { $counts }
duty-chart-complete = 都有人负责,也都有备岗 👍

duty-help-role = 看或定一个人的角色、职位、职责
duty-usage-role = 角色 [@名字];改:角色 @名字 访客|成员|团长|管理|群主(管理),或 职位 负责:…(团长)
duty-example-role = 角色 @阿芳 客服 负责:售后,回访
duty-help-who = 问谁负责
duty-usage-who = 谁管 职责(直接问“售后谁负责”也行)
duty-example-who = 谁管 售后
duty-help-duties = 谁管什么,缺谁
duty-usage-duties = 职责表
duty-example-duties = 职责表
duty-help-duty = 让谁负责
duty-usage-duty = 负责 职责 @名字(团长)
duty-example-duty = 负责 售后 @阿芳
duty-help-no-duty = 不再负责
duty-usage-no-duty = 不负责 职责 @名字;不写名字就去掉这项
duty-example-no-duty = 不负责 售后 @阿芳
duty-help-backup = 让谁备岗
duty-usage-backup = 备岗 职责 @名字(团长)
duty-example-backup = 备岗 售后 @丽姐
