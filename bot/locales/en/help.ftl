# Help and rights.
help-title = 🧭 What { $name } ({ $role }) can do:
help-feature = { $feature ->
    [sale] Sales
    [team] Team
    [settings] Settings
    [mine] Mine
    [price] Prices
    [board] Boards
    [kanban] Tasks on the board
    [meeting] Meetings
    [goal] Goals
    [digest] Digest
    [duty] Duties
    [leave] Leave
    [diagnosis] Health
    [calendar] Calendar
    [link] Links
    [meeting] Meetings
    [matching] Who does what
    [meeting] Meetings
    [help] Help
    [task] Tasks
    [why] Why
    [appeal] Appeals
    [picture] Pictures
    [strategy] Strategies
    [campaign] Campaigns
    [badge] Badges
    [praise] Praise
    [contest] Contests
    [reward] Motivation
   *[other] { $feature }
}
help-group = { help-feature }: { $commands }{ $more ->
    [1] …
   *[0] { "" }
}
help-beside = More: { $names }
help-note = Send “/help sale” for usage and examples
help-command = { $name }: { $text }
help-example = Example: { $text }
help-also = Also: { $names }
help-needs = For a { role-name } or above
help-near = There is no “{ $word }”. Did you mean “{ $near }”?
help-unknown = There is no command “{ $word }”. Send “/help” for all of them, for example “/help sale”.
help-rights = 🔑 Who may do what (each role may do all below it)
help-holders = { $named ->
    [0] { $role } ({ $count })
   *[other] { $role } ({ $count }): { $names }
}
help-may = { "  " }may: { $commands }
help-rights-note = Everybody sees the settings, managers change them; one's own records are one's own to fix, others' a lead's
help-hello = Here I am, { $name }! I book the team's sales:
help-hello-sale = /sale 398 — book a sale
help-hello-board = /board — the ranking, /stats — your own
help-hello-more = /help — everything
help-kept = All right, it stays as it is.
help-dismissed = All right, nothing booked.

help-help-help = how to use it
help-usage-help = /help [command]
help-example-help = /help sale
help-help-rights = who may do what
help-usage-rights = /rights
help-example-rights = /rights
