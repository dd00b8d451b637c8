# Roles, duties, backups
duty-behind = { " " }(backup { $names })
duty-held = { $duty }: { $names }{ $behind }
duty-nobody = { $duty }: nobody yet{ $behind }
duty-gone = { $duty }: nobody ({ $names } left){ $behind }
duty-away = @{ $name } is on leave until { $until }
duty-some-away = { $duty }: { $names } ({ $away })
duty-ask-backup = { $duty }: { $away }, ask the backup { $names }
duty-backup-away = { $duty }: { $away }, and the backup { $names } is on leave too
duty-no-backup = { $duty }: { $away }, there is no backup
duty-near = There is no duty “{ $name }”. Did you mean “{ $near }”?
duty-unknown = There is no duty “{ $name }”. Send “/duties” to see all of them.
duty-who-what = Which duty? For example: /who after-sales

duty-changed = All right, { $line }
duty-let-go = All right, { $names } no longer for { $duty }.
duty-two-hint = { $duty } has { $count } holders now. To keep one: /no_duty { $duty } @{ $name }
duty-give-how = Say which duty and whose it is. For example: /duty after-sales @Fang
duty-backup-how = Say which duty and who stands in. For example: /backup after-sales @Li
duty-let-go-how = Say which duty. For example: /no_duty after-sales @Fang
duty-not-theirs = @{ $name } does not have { $duty } anyway. Send “/duties” to see who does what.
duty-own-backup = @{ $name } is the one who holds { $duty }; take somebody else as backup.
duty-person-unknown = I do not know “@{ $name }”: nobody in the team has that name. Example: /role @Fang lead
duty-holder-unknown = Nobody in the team is called “@{ $name }”. Example: /duty after-sales @Fang
duty-person-left = { $name } has left; first send “/restore @{ $name }”.
duty-name-bad = “{ $name }” cannot be a duty: 2 to { $most } characters without punctuation. Example: /duty after-sales @Fang
duty-title-bad = “{ $title }” cannot be a title: at most { $most } characters without punctuation. Example: /role @Fang support
duty-too-many = At most { $most } duties. Take out what is not needed first: /no_duty name
duty-drop-sure = Take “{ $duty }” out of the chart?
duty-dropped = All right, “{ $duty }” is no longer in the chart.

duty-title = { " · " }{ $title }
duty-person = @{ $name }: { $role }{ $title }
duty-now = All right, { $line }
duty-holds = Holds: { $duties }
duty-backs = Backup for: { $duties }
duty-holds-none = No duties yet. To give one: /duty after-sales @{ $name }
duty-on-leave = On leave until { $until }
duty-role-mixed = “{ $role }” is a role with rights; send the title by itself. Example: “/role @Fang { $role }”, then “/role @Fang support”
duty-role-how = Name one person at a time. For example: /role @Fang support duties: after-sales, follow-up

duty-chart = 📋 { $team }: { $count ->
    [one] 1 duty
   *[other] { $count } duties
}
duty-chart-empty = There are no duties yet. To add one: /duty after-sales @Fang
duty-chart-more = … and { $count } more
duty-flagged = ⚠️ { $line } – { $gap ->
    [no-backup] no backup
    [two-holders] { $count } holders
   *[no-holder] needs somebody
}
duty-count-no-holder = { $count } without a holder
duty-count-two-holders = { $count } with several holders
duty-count-no-backup = { $count } without a backup
duty-chart-amiss = { $counts }
duty-chart-complete = All have a holder and a backup 👍

duty-help-role = see or set a role, title, duties
duty-usage-role = /role [@name]; /role @name guest|member|lead|manager|owner (managers) or title duties: … (leads)
duty-example-role = /role @Fang support duties: after-sales, follow-up
duty-help-who = who handles something
duty-usage-who = /who duty (or just ask: who handles after-sales?)
duty-example-who = /who after-sales
duty-help-duties = who does what, what is missing
duty-usage-duties = /duties
duty-example-duties = /duties
duty-help-duty = give a duty
duty-usage-duty = /duty name @person (leads)
duty-example-duty = /duty after-sales @Fang
duty-help-no-duty = take a duty away
duty-usage-no-duty = /no_duty name @person; without a person the duty goes
duty-example-no-duty = /no_duty after-sales @Fang
duty-help-backup = who stands in
duty-usage-backup = /backup name @person (leads)
duty-example-backup = /backup after-sales @Li
