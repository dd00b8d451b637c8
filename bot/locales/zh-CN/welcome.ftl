# 进群的头几句话
welcome-hello = 大家好,我是小队长,帮大家记单、算榜、发日报。
welcome-sale = 出单了就说:报单 398,或 报单 面膜3盒x128
welcome-board = 想看排名说“排行”,想看自己说“业绩”
welcome-more = 其他的说“帮助”;我没听懂就不插话
welcome-back = 我回来了,账都在。发“排行”看看,推送照旧。
welcome-owner = 👑 群是{ $name }建的,所以{ $name }是群主。发“权限”看谁能做什么。
welcome-deaf = { $known ->
    [1] @{ $name }{ " " }
   *[0] { "" }
}Telegram 的隐私模式开着,我看不到普通消息。
welcome-deaf-how = 关掉它:@BotFather → /setprivacy → Disable,再把我移出群、重新拉进来;或把我设为管理员。
welcome-deaf-anyway = 不改也能用:发 /sale 398 这样的命令,或回复我的消息。
