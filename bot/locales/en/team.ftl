# Members, roles, aliases.
team-added = { $name } added (not in the group). To report for them: “/sale 398 @{ $name }”.
team-list = 👥 { $team }: { $count ->
    [one] 1 person
   *[other] { $count } people
}
team-list-line = { $label }: { $names }{ $more ->
    [0] { "" }
   *[other] { " " }and { $more } more
}
team-list-shadow = not in the group
team-list-left = left
team-look-alike = { $name } (⚠️ look-alike letters)
team-removed = { $name } is removed: no more reports, all records stay.
team-restored = Welcome back, { $name } is a member now.
team-alias = { $name } is also called { $aliases }
team-alias-none = { $name } has no other name yet. For example: /alias { $name } Nick
team-role-given = @{ $name } is now { $role }.
team-role-too-high = You are { role-name }: you can change roles below your own and give none above it.
team-role-left = { $name } has left; first send “/restore @{ $name }”.
team-role-shadow = { $name } is not in the group and has no account, so no role either.
team-last-of-role = You are the last { role-name }; make somebody else { role-name } first: /role @name { $role }
team-name-taken = “{ $name }” is taken. Try another one, such as “{ $name }2”.
team-name-bad = “{ $name }” cannot be a name: 1 to 32 characters, no @, # or punctuation. For example: /add_member Li
team-left-already = { $name } left already. To bring them back: “/restore @{ $name }”.
team-here-already = { $name } is in the team, there is nothing to restore.
team-owner-now = 👑 { $name } now owns { $team }. Send “/rights” to see who may do what.
team-code-missing = An owner code has 8 characters, for example: /owner K7PM-3XQD
team-code-wrong = That code is wrong, used or expired. Run owner-code where the bot runs to get a new one.
team-code-too-many = Too many wrong codes. Please try again in an hour.

team-help-add-member = add an outsider
team-usage-add-member = /add_member name
team-example-add-member = /add_member Li
team-help-members = who is in the team
team-usage-members = /members
team-example-members = /members
team-help-remove = remove, keep records
team-usage-remove = /remove @name
team-example-remove = /remove @zhang
team-help-restore = bring somebody back
team-usage-restore = /restore @name
team-example-restore = /restore @zhang
team-help-alias = other names
team-usage-alias = /alias name other… (one's own; a lead for others)
team-example-alias = /alias mei may
team-help-owner = become owner by code
team-usage-owner = /owner code (whoever runs the bot gets one with owner-code)
team-example-owner = /owner K7PM-3XQD
team-orphaned = { $count } tasks are nobody's now: /unowned
