# 角色的名字;$role 是 guest、member、lead、manager、owner 之一
role-guest = 访客
role-member = 成员
role-lead = 团长
role-manager = 管理
role-owner = 群主
role-name = { $role ->
    [guest] { role-guest }
    [lead] { role-lead }
    [manager] { role-manager }
    [owner] { role-owner }
   *[member] { role-member }
}
