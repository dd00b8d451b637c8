# Rewards: rules, owed, handed out, received
reward-money = ¥{ $amount }
reward-newcomers = newcomers (first 30 days)
reward-month = month { $month }
reward-sums = { $count } { $count ->
    [one] reward
   *[other] rewards
}{ $has ->
    [2] {" "}(¥{ $amount } and { $things } in kind)
    [1] {" "}(¥{ $amount })
   *[0] { "" }
}

# For what
reward-span = { $span ->
    [day] a day's
    [week] the week's
   *[month] the month's
}
reward-for-first = first order of the day
reward-for-debut = first order ever
reward-for-each = each order
reward-for-single = one order{ reward-at }
reward-for-streak = { $at ->
    [none] streak
   *[other] streak of { $at } days
}
reward-for-goal = { $team ->
    [1] team's{" "}
   *[0] { "" }
}{ $span ->
    [day] day's goal
    [week] week's goal
   *[month] month's goal
} reached
reward-for-sum = { $team ->
    [1] team:{" "}
   *[0] { "" }
}{ reward-span } { $metric ->
    [orders] orders
    [new] new customers
    [repeat] repeat orders
    [quantity] pieces of { $product }
   *[amount] sales
}{ reward-at }
reward-at = { $at ->
    [none] { "" }
   *[other] {" "}≥{ $at }
}
reward-unit-orders = { $at }
reward-unit-people = { $at }
reward-unit-pieces = { $at }
reward-for-group = { $group }: { $what }
reward-on-day = { $what }, { $day }
reward-with-order = { $what } { $order }

# Rules
reward-rule-first = first order of the day (the team's first)
reward-rule-step = { $what }: { $prize }
reward-rule-next = ≥{ $at }: { $prize }
reward-rule = { $steps }{ $tiers ->
    [1] { "" }
   *[other] {" "}(the highest one only)
}{ $each ->
    [1] {" "}(each)
   *[0] { "" }
}
reward-rule-line = { $n }. { $rule }
reward-rules = 🎁 Reward rules v{ $version } (since { $since })
reward-rules-note = Yours: /my_rewards. To change, send a whole set; to add one: /reward add each order 2
reward-none = 🎁 There are no reward rules now.
reward-none-example = E.g. /reward first order 18.8; day >= 5000 38.8; budget 500/month
reward-never-pays = I count and remind, I never touch money
reward-budget = Budget ¥{ $budget } a month; what goes over it waits for a manager
reward-budget-used = This month's budget: ¥{ $used } of { $budget } used
reward-payer = Handed out by { $name }
reward-history = 🎁 Reward rules, { $count } { $count ->
    [one] version
   *[other] versions
}
reward-version = v{ $version } { $start } – { $end }, { $payer } hands out{ $budget ->
    [none] { "" }
   *[other] , budget { $budget } a month
}: { $words }
reward-now = now
reward-stopped = OK, reward rules v{ $version } have ended; later orders earn nothing.
reward-stopped-left = { $count ->
    [0] Nothing is owed.
   *[other] What was earned before is still owed ({ $count }): /reward due
}

# Drafts
reward-draft = 🎁 This is how I read it. Start?
reward-untried = There are no sales yet to try it on
reward-tried = On the orders of { $this ->
    [1] this month so far
   *[0] month { $month }
}: { $count ->
    [0] no reward at all
   *[other] { $count } rewards ({ $parts }), ¥{ $amount } in all
}{ $over ->
    [1] , over the budget
   *[0] { "" }
}
reward-tried-part = { $what } { $count }
reward-from-now = It starts now; what was reached before earns nothing{ $replaces ->
    [0] { "" }
   *[other] ; takes the place of v{ $replaces }
}
reward-button-confirm = Start
reward-button-drop = Forget it
reward-started = ✅ Reward rules v{ $version } have started ({ $since })
reward-started-note = I note what is owed and remind; I never touch money
reward-dropped = { $version ->
    [0] OK, nothing has started.
   *[other] OK, v{ $version } stays as it is.
}

# What is not allowed
reward-refused = 🚫 A reward for “{ $words }” is not possible.
reward-refused-name = That is an idiom of pyramid pay. For each order write: each order 5
reward-refused-downline = Pay to an upline for a downline's or somebody else's sales is pyramid pay.
reward-refused-recruit = Pay for bringing in people is pyramid pay.
reward-refused-tier = Rank or rights for money or purchases are an entry fee.
reward-refused-stock = A reward for buying stock makes people sit on goods.
reward-refused-leader = Pay to a leader for the team's sales is pyramid pay.
reward-refused-share = A share of others' or the team's sales is pyramid pay.
reward-refused-level = Pay by levels is pyramid pay.
reward-refused-law = 禁止传销条例 art. 7 forbids it, at any number of levels.
reward-refused-fine = There are no fines or deductions here, only rewards.
reward-refused-commission = Commission on one's own sales is payroll, which I do not do.
reward-refused-instead = Possible: /reward first order 18.8; day >= 5000 38.8; team goal reached each tea

reward-unclear-prize = What is there for “{ $words }”? Write an amount or a thing behind it.
reward-unclear-value = I could not read the number in “{ $words }”.
reward-unclear-every = “{ $words }”: so much for every so much is not possible; please write tiers.
reward-unclear-each = “{ $words }”: say what each gets for what the team reaches. E.g. team goal reached each tea
reward-unclear-twice = “{ $words }” is there twice; keep one.
reward-unclear-what = I could not read what “{ $words }” is for.
reward-unclear-long = The rules are too long: 400 characters at most.
reward-unclear-many = There are too many rules: 9 at most.
reward-unknown-group = Nobody has the title “{ $group }”. First: /duty_role @Fang { $group }
reward-unknown-payer = There is no “{ $name }” in the team. E.g. /reward payer @Li
reward-bad-payer = { $name } cannot hand out rewards: that takes a lead or higher.
reward-no-rules = There are no reward rules yet. E.g. /reward first order 18.8; day >= 5000 38.8
reward-draft-gone = This draft is out of date; please send the rules again.
reward-changed-meanwhile = Somebody changed it just now; please look again: /reward

# Earned
reward-earned = 🎁 { $name }: { $what }, { $prize } (#R{ $number }){ $waits ->
    [1] , waits for the budget
   *[0] { "" }
}
reward-raised = 🎁 { $name }: { $what }, the reward is now { $prize } (#R{ $number }){ $waits ->
    [1] , waits for the budget
   *[0] { "" }
}
reward-earned-team = 🎁 { $what }: { $prize } for each (#R{ $first }–R{ $last }, { $count } people)
reward-earned-more = 🎁 and { $count } more
reward-withdrawn = #R{ $number } { $prize } ({ $what }) is withdrawn: its order was changed or taken back before it was handed out.
reward-lost = #R{ $number } { $prize } went to { $name }, and then its order was changed or taken back ({ $what }). The record stays; what to do is up to you.
reward-nearly-over = 💰 ¥{ $used } of this month's { $budget } for rewards are used.
reward-over-budget = 💰 This month's ¥{ $budget } for rewards are not enough: { $numbers } ({ $count }) wait; ¥{ $used } are given.
reward-budget-how = Let through: /reward release R9; more: /reward budget 800/month
reward-found = 🎁 { $count } rewards found when checking
reward-found-line = #R{ $number } { $name } { $what } { $prize }

# Owed
reward-due = 🧧 To hand out: { $sums }
reward-remind = 🧧 Still to hand out: { $sums }
reward-line = #R{ $number } { $name }{ $prize } · { $why }{ $missed ->
    [1] {" "}(says it did not arrive)
   *[0] { "" }
}
reward-more = …and { $count } more
reward-due-note = When done: /paid R5 R6, or /paid_all
reward-nothing-due = 🧧 Nothing is to be handed out.
reward-waiting = Waiting for the budget: { $sums }: /reward release R{ $number }
reward-groundless = Handed out, then the order was changed or taken back ({ $count }): { $numbers }
reward-gone = #R{ $number }: its order was changed or taken back since, so it is withdrawn.
reward-unpaid = OK, { $count } owed again
reward-released = ✅ Let through: { $sums }
reward-release-which = Let which one through? E.g. /reward release R9, or /reward release all
reward-nothing-waits = Nothing waits for the budget.
reward-not-waiting = #R{ $number } does not wait for the budget.
reward-button-paid-all = All handed out
reward-button-paid = Handed out again
reward-button-received = Received
reward-button-missed = Not received

# Handed out, received
reward-paid = ✅ Noted as handed out: { $sums }
reward-paid-none = Nothing new was noted
reward-paid-note = Winners answer /received; a mistake: /reward due R5
reward-told = 🧧 { $name } says your { $sums } went out
reward-told-line = #R{ $number } { $prize } · { $why }
reward-told-note = Answer /received, or /not_received
reward-received = 👌 { $name } received { $sums }
reward-missed = OK, I tell who hands it out; { $count } owed again
reward-missed-told = { $name } says #R{ $number } { $prize } did not arrive. Please have a look.
reward-own = 🎁 { $name }: { $parts }
reward-own-due = owed { $sums }
reward-own-paid = for you to confirm { $sums }
reward-own-received = received { $sums }
reward-own-waiting = waiting for the budget { $sums }
reward-own-line = #R{ $number } { $prize } · { $why } { $state ->
    [due] owed
    [waiting] waits for the budget
    [paid] handed out, answer /received
   *[received] received
}
reward-own-none = { $name } has no rewards yet; the rules: /reward
reward-not-found = There is no reward #R{ $number }. What is owed: /reward due
reward-is-paid = #R{ $number } is noted as handed out already and waits for the winner.
reward-is-received = #R{ $number } has arrived already.
reward-is-withdrawn = #R{ $number } was withdrawn: its order was changed or taken back.
reward-is-waiting = #R{ $number } waits for the budget; let it through first: /reward release R{ $number }
reward-not-paid = #R{ $number } is not noted as handed out.
reward-not-payer = #R{ $number } is handed out by { $name }; managers may note it too.
reward-not-yours = #R{ $number } belongs to { $name }, who has to answer.
reward-paid-which = Which ones? E.g. /paid R5 R6, or /paid_all
reward-received-which = No reward waits for your answer. E.g. /received R5

# Why
reward-why = 🎁 #R{ $number } { $name } { $prize }: { $what }{ $state ->
    [withdrawn] {" "}(withdrawn)
   *[other] { "" }
}
reward-why-rule = Rules v{ $version } (since { $since }): { $rule }
reward-why-origin = A prize of { $origin }
reward-why-reached = As counted now: { $reached }
reward-why-part = A lower one was handed out before; this is the difference of ¥{ $amount }
reward-why-life = { $made } owed{ $paid ->
    [none] { "" }
   *[other] {" "}→ { $paid } handed out by { $payer }
}{ $received ->
    [none] { "" }
   *[other] {" "}→ { $received } received
}{ $groundless ->
    [1] {" "}(then its order was changed or taken back)
   *[0] { "" }
}{ $state ->
    [withdrawn] {" "}→ withdrawn
    [waiting] {" "}→ waits for the budget
   *[other] { "" }
}

# Digest
reward-digest-earned = 🎁 { $count } rewards for { $winners } people { $days ->
    [1] today
   *[other] in { $days } days
}
reward-digest-due = 🧧 Rewards to hand out: { $count }, ¥{ $amount }{ $days ->
    [0] { "" }
   *[other] , the oldest for { $days } days
}{ $waiting ->
    [0] { "" }
   *[other] ; { $waiting } wait for the budget
}{ $unconfirmed ->
    [0] { "" }
   *[other] ; { $unconfirmed } to be confirmed
}
reward-digest-groundless = { $count } rewards lost their order after they were handed out: /reward due

reward-help-reward = see and set reward rules (I count, I never pay)
reward-usage-reward = /reward; /reward rule; rule; /reward add rule; /reward budget 500/month; /reward payer @who; /reward history|stop|due|release R9
reward-example-reward =
    /reward first order 18.8; day >= 5000 38.8
    /reward streak 7 days 20; 5 new customers 20
    /reward team goal reached each tea
    /reward due
reward-help-my-rewards = see your rewards
reward-usage-my-rewards = /my_rewards
reward-example-my-rewards = /my_rewards
reward-help-paid = note rewards as handed out
reward-usage-paid = /paid R5 R6; /paid @who; or answer a reward with it
reward-example-paid = /paid R5 R6
reward-help-paid-all = note all you have to hand out as handed out
reward-usage-paid-all = /paid_all
reward-example-paid-all = /paid_all
reward-help-received = confirm that a reward arrived
reward-usage-received = /received [R5]
reward-example-received = /received R5
reward-help-not-received = say that a reward did not arrive
reward-usage-not-received = /not_received R5
reward-example-not-received = /not_received R5
