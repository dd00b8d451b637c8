# The first words in a group.
welcome-hello = Hello, I am Duizhang: I keep your sales, boards and daily digests.
welcome-sale = After a sale: /sale 398, or /sale mask 3 x128
welcome-board = Who leads: /board. Your own figures: /stats
welcome-more = Everything else: /help. What I don't understand I leave alone
welcome-back = I am back, and the ledger is all here. See /board; digests go on.
welcome-owner = 👑 { $name } made this group and so owns the team. Who may do what: /rights
welcome-deaf = { $known ->
    [1] @{ $name }{ " " }
   *[0] { "" }
}Telegram's privacy mode is on, so I do not see ordinary messages.
welcome-deaf-how = To change it: @BotFather → /setprivacy → Disable, then remove me and add me again; or make me an admin.
welcome-deaf-anyway = Until then, commands such as /sale 398 and replies to my messages work.
