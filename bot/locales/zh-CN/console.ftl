# The group chat in the terminal: python -m bot run.
console-group = 冲刺群
console-speaker = 老王
console-welcome =
    你在「{ $group }」里,小队长也在,像在微信群里一样说话就行。
    试试:报单 面膜3盒x128 · 业绩 · 排行 · 帮助
    换人:@小美 报单 398;只写 @{ $who } 就换回来
    角色:@member 阿芳 lead · 私聊:(私聊) 我的 · 回复第 2 条:>2: 收到
    退出:/quit 或 Ctrl-D
console-role = { $role ->
    [owner] 群主
    [manager] 管理
    [lead] 团长
    [guest] 访客
    [shadow] 影子成员
   *[member] 成员
}
console-toolbar = { $who } · { $role } · { $group }    @名字 换人  /quit 退出
console-declared = { $who } 现在是{ $role }
console-no-answer = 还没有第 { $number } 条回答
console-no-name = 第 { $line } 行没有名字,跳过了。写成「名字: 文字」就好。
console-file = 📎 存到 { $path }
console-file-name = 📎 { $name }({ $size } 字节)
console-file-failed = 📎 { $name } 存不下来:{ $reason }
