# 成员、角色、别名
team-added = 好,加了{ $name }(不在群)。帮报时写“帮{ $name }报 398”。
team-list = 👥 { $team } { $count } 人
team-list-line = { $label }:{ $names }{ $more ->
    [0] { "" }
   *[other] { " " }等,另有 { $more } 人
}
team-list-shadow = 不在群
team-list-left = 已离开
team-look-alike = { $name }(⚠️名字里有形近字母)
team-removed = 好,{ $name }已移除:不能再报单,记录都留着。
team-restored = 欢迎回来,{ $name }现在是成员。
team-alias = { $name }也叫:{ $aliases }
team-alias-none = { $name }还没有别名。比如:别名 { $name } 小{ $name }
team-role-given = 好,@{ $name } 现在是{ $role }。
team-role-too-high = 你是{ role-name },只能管比自己低的角色,给的角色也不能比自己高。
team-role-left = { $name }已离开,先发“恢复 @{ $name }”。
team-role-shadow = { $name }不在群,没有账号,给不了角色。
team-last-of-role = 你是最后一位{ role-name },先把别人设为{ role-name }再改:角色 @某人 { role-name }
team-name-taken = “{ $name }”已经有人用了,换一个,比如“{ $name }2”。
team-name-bad = “{ $name }”不能当名字:1 到 32 个字,不要 @ # 和标点。比如:加成员 李姐(不在群)
team-left-already = { $name }早已不在团队里。要回来发“恢复 @{ $name }”。
team-here-already = { $name }就在团队里,不用恢复。
team-owner-now = 👑 { $name }现在是{ $team }的群主。发“权限”看谁能做什么。
team-code-missing = 群主码是 8 位,比如:群主 K7PM-3XQD
team-code-wrong = 这个码不对、用过了或已过期。在装小队长的机器上运行 owner-code 取新的。
team-code-too-many = 试错太多次了,一小时后再来。

team-help-add-member = 加不在群的人
team-usage-add-member = 加成员 名字(不在群)
team-example-add-member = 加成员 李姐(不在群)
team-help-members = 看团队有谁
team-usage-members = 成员
team-example-members = 成员
team-help-remove = 移除,记录保留
team-usage-remove = 移除 @名字
team-example-remove = 移除 @小张
team-help-restore = 请回移除的人
team-usage-restore = 恢复 @名字
team-example-restore = 恢复 @小张
team-help-alias = 起别名
team-usage-alias = 别名 名字 别名…(自己的谁都行,别人的要团长)
team-example-alias = 别名 小美 美美 小小
team-help-owner = 用码当群主
team-usage-owner = 群主 群主码(装小队长的人用 owner-code 取)
team-example-owner = 群主 K7PM-3XQD
team-orphaned = 手上 { $count } 件事没人做了,发“无人负责”看
