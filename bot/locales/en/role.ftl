# The names of roles; $role is one of guest, member, lead, manager, owner.
role-guest = guest
role-member = member
role-lead = lead
role-manager = manager
role-owner = owner
role-name = { $role ->
    [guest] { role-guest }
    [lead] { role-lead }
    [manager] { role-manager }
    [owner] { role-owner }
   *[member] { role-member }
}
