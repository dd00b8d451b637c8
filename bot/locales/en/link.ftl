# One person and one ledger in several places.
link-code = Code of { $name }: { $code } (good for 10 minutes, once). In the other group or account send: /bind { $code }
link-code-sent = I sent you the code in private; it is good for 10 minutes.
link-code-wrong = This code is wrong, used or too old. Get a new one with /bind from the account I know; for groups with /link_group.
link-bound = I know you now: this account is { $name }. { $records ->
    [0] { "" }
    [one] The record made under another name is now { $name }'s.
   *[other] The { $records } records made under another name are now { $name }'s.
}
link-claimed = I recognise this group now: its ledger is all here, and { $name } is the owner. Everybody else claims their account with /bind.
link-bound-elsewhere = I know you now: this account is { $name } of { $team }. But this group is another team; to join it, get a code with /link_group in a group of { $team } and send “/link_group CODE” here.
link-nobody = There is no “{ $name }” in the team. For example: /bind @May
link-in-private = Codes are given in private only. Write /bind to me in private first.
link-not-above = You can get a code for yourself or, as a manager, for roles below yours; { $name } can get one in person.
link-merged = { $name } is part of another member now.
link-too-many = Too many wrong codes here. Bind from a group or account that I know.
link-group-code = 🔗 Code of { $team }: { $code } (good for 30 minutes). In the group to be joined a manager sends: /link_group { $code }
link-group-code-bad = The code has 8 signs, such as: /link_group K7PM-3XQD
link-not-a-group = Please send it in the group that is to be joined.
link-joined = This group is part of the team now: one ledger, one board.
link-group-has-ledger = This group has { $count } records of its own and cannot simply be joined. Export them first, then link a new group.
link-whose-group = I logged in anew and do not recognise this group, so I record nothing yet. An old team: a manager gets a code with /link_group where I know you, then send “/link_group CODE” here; where I know no group any more, whoever runs the bot prints an owner-code for “/owner CODE”. A new team: send /new_team.
link-new-team = A new ledger begins. After a sale: /sale 398
link-whose-account = @{ $name }, I logged in anew and do not recognise you. Old members: a manager sends “/bind @you” for a code, then send “/bind CODE”. New here: send /newcomer.
link-newcomer = Welcome, { $name }! After a sale: /sale 398
link-unbound = { $name }, I do not recognise you yet and recorded nothing. Old members send “/bind CODE” (a manager has it); new ones /newcomer.

link-help-bind = bind another account
link-usage-bind = /bind · /bind 4-digit code · /bind @somebody (managers)
link-example-bind = /bind 3486
link-help-link-group = join another group
link-usage-link-group = /link_group (get a code) · /link_group CODE (in the other group)
link-example-link-group = /link_group K7PM-3XQD
