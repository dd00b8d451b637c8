# Contests (PK)
contest-head = #PK{ $number } { $title }
contest-untitled = { $form ->
    [first] first to { $goal }
    [steps] steps by { $measure }
    [self] { $measure }
   *[rank] ranking by { $measure }
}
contest-planned = ⚔️ { $head }
contest-facts = { $days } · { $form }{ $cut ->
    [0] { "" }
   *[1] { " " }· { $cutoff }
}
contest-when = { $days } · { $cutoff }
contest-cutoff = { $kind ->
    [daily] each day only what is reported by { $clock }
    [last] until { $clock } on the last day
   *[none] until the last day is over
}
contest-form = { $form ->
    [duel] by { $measure }
    [rank] ranking by { $measure }
    [first] first to { $goal } ({ $measure })
    [steps] steps { $steps } ({ $measure })
    [sides] by { $measure }
    [relay] relay by { $measure }, { $legs ->
        [one] a day a leg
       *[other] { $legs } days a leg
    }
   *[self] { $measure }
}
contest-measure-self = against one's own last 4 weeks
contest-measure = { $what ->
    [amount] amount
    [orders] orders
    [completion] completion
    [progress] progress against own last 4 weeks
    [new] new customers
   *[repeat] repeat share
}
contest-weight = { $what ->
    [amount] amount
    [orders] orders
    [completion] completion
    [progress] progress
    [new] new
   *[repeat] repeat
} { $weight }
contest-mix = points ({ $parts }; the best of each has full marks, the others in proportion)
contest-value = { $what ->
    [amount] { $value }
    [orders] { $value } { $count ->
        [one] order
       *[other] orders
    }
   *[new] { $value } new
}{ $head ->
    [0] { "" }
   *[1] { " " }a head
}
contest-share = { $value }%
contest-points = { $value } points
contest-manners = 📜 { $parts }
contest-tie = { $tie ->
    [race] who is there first wins
    [steps] the prize of the highest step reached
    [self] beating oneself wins
    [first] of equals, who had it first wins
   *[shared] equals share the place and the prize
}
contest-late = { $late ->
    [0] entries for an earlier day do not count
   *[1] { $daily ->
        [0] late entries count until the end
       *[1] entries after the day's cut-off do not count
    }
}
contest-minimum = a prize from { $score } of one's own
contest-blind-rule = 🙈 hidden from { $when }
contest-news-rule = standing told daily at { $clock }
contest-prizes = 🎁 { $parts }
contest-money = { $amount } yuan
contest-no-prize = no prize
contest-prize-part = { $form ->
    [steps] { $only ->
        [1] for each who gets there: { $what }
       *[0] step { $first }: { $what }
    }
    [self] for beating oneself: { $what }
   *[rank] { $sides ->
        [1] { $first ->
            [1] each of the winning side: { $what }
           *[other] each of side { $first }: { $what }
        }
       *[0] { $range ->
            [0] place { $first }: { $what }
           *[1] places { $first }–{ $last }: { $what }
        }
    }
}
contest-names = { $more ->
    [0] { $names }
   *[other] { $names } and { $more } more
}
contest-unnamed = somebody
contest-who = 👥 { $names } ({ $count })
contest-side = { $side }: { $names } ({ $count })
contest-side-free = { $side }: nobody yet
contest-open-sides = 👥 { $sides }: choose your side
contest-how-in = ✋ Waiting for { $names }: answer /accept_pk PK{ $number } before { $start }, who does not is out
contest-how-out = ✋ Begins { $start }, everybody is in; to stay out: /decline_pk PK{ $number }
contest-how-open = ✋ Sign up before { $start }: /accept_pk { $side } (without a side you join the smaller one)
contest-how-fill = ✍️ Or name them: { $side } @somebody @somebody, or draw them: PK{ $number } random
contest-from-today = 📅 { $date } is over and orders that are in are no secret, so it counts from today
contest-everybody = 🙋 Nobody was named, so it is everybody
contest-how-all = ✋ Everybody is in, it begins { $start }
contest-draw-rule = 🎲 { $sides } are drawn at the start by seed { $seed }; anybody can do it again
contest-button = { $kind ->
    [in] Accept
    [out] Decline
    [rules] Rules
    [why] Why
    [verify] Check
    [overrule] Decide anew
    [agree] Agree
    [disagree] Disagree
    [day] Today
    [week] This week
    [month] This month
    [orders] Orders
   *[amount] Yuan
}
contest-button-side = Join { $side }

contest-started = 🚩 { $head } has begun!
contest-frozen = Rules and roster are frozen; a change needs the consent of { $captains }. The standing any time: PK{ $number }
contest-out = Did not accept, not in it: { $names }
contest-average = ⚖️ Sides of different size: compared by head
contest-drawn = 🎲 Drawn by seed { $seed }
contest-basis = { $basis ->
    [goal] 🎯 By their own goal for these days: { $names }
    [average] 🎯 Without a goal, by their last 4 weeks: { $names }
    [others] 🎯 Without goal or past, the middle of the others: { $names }
   *[equal] 🎯 Nobody has a goal or a past, the same for all: { $names }
}
contest-leg = 🏃 Leg { $n }: { $turns }
contest-turn = { $side } { $name }
contest-too-few = { $head } has too few people, it is off

contest-running = ⚔️ { $head } · { $left }
contest-left = { $unit ->
    [days] { $count } days left
    [hours] { $count } hours left
   *[minutes] { $count } minutes left
}
contest-nothing-yet = No order yet. Whose is the first?
contest-line = { $rank ->
    [1] 🥇
    [2] 🥈
    [3] 🥉
   *[other] { $rank }.
} { $name } { $score }{ $behind ->
    [0] { "" }
    [2] , the same, but later
   *[1] , { $gap } behind
}{ $is_best ->
    [0] { "" }
   *[1] { " " }({ $best })
}
contest-race = { $score }/{ $goal }{ $there ->
    [0] { "" }
   *[1] { " " }✅
}
contest-best = { $name } { $score }
contest-bests = { $parts }
contest-more = …and { $count } more; your own place: send me PK in private
contest-step = 🏅 { $step }: { $names }{ $more ->
    [0] { "" }
   *[other] { " " }and { $more } more
}
contest-step-missing = { $count } on their way
contest-blind-now = 🙈 Hidden until the end{ $group ->
    [0] { "" }
   *[1] . Your own figure: send me PK{ $number } in private
}
contest-blind-picture = Hidden until the end
contest-own = 🙋 You: { $score } ({ $orders ->
    [one] 1 order counted
   *[other] { $orders } orders counted
})
contest-own-place = 🙋 You are number { $rank }: { $score }{ $first ->
    [1] , ahead!
   *[0] , { $gap } to the next
}
contest-own-step = 🙋 You: { $score }{ $done ->
    [1] , all steps done!
   *[0] , { $gap } to the next step
}
contest-rules = 📜 Rules of { $head }
contest-leaving = 👤 Captains: { $captains }. Who leaves the team: their orders count for the side, no prize; leave known at the start is taken off the target
contest-cancelled-state = { $head } is called off
contest-none = No contest at the moment. To set one, for example:
contest-list = { $count ->
    [0] ⚔️ Contests that are over
    [one] ⚔️ 1 contest
   *[other] ⚔️ { $count } contests
}
contest-list-note = To see one, send its number: PK3
contest-listed = { $head } · { $state ->
    [planned] not begun
    [running] { $left }
   *[closed] over
}{ $declined ->
    [0] { "" }
   *[other] { " " }({ $declined } declined)
}

contest-ask-days = Until when?
contest-ask-unit = Is { $count } a number of orders or an amount?

contest-accepted = ✊ { $names } accepted { $head }{ $has_side ->
    [0] { "" }
   *[1] , on side { $side }
}
contest-evened = No side was said, so it is the smaller one; to change: /accept_pk PK{ $number } { $other }
contest-waiting = { $count } still to answer
contest-in-already = { $names } already in { $head }
contest-declined = All right, { $names } not in { $head }
contest-captain = { $head }: the captain of { $side } is now { $name }
contest-cancelled = { $head } is called off
contest-cheer = { $race ->
    [0] 🏅 { $name } reached { $goal } in { $head }!
   *[1] 🏁 { $name } is first at { $goal } in { $head }! Final in { $minutes } minutes unless corrected
}

contest-over-title = 🏆 { $head } is over ({ $days })
contest-won = { $tied ->
    [1] 🎉 { $names } share the first place: { $score }
   *[0] 🎉 { $names } won: { $score }
}
contest-won-nobody = No orders this time, no places
contest-won-steps = { $count ->
    [0] Nobody reached a step this time
   *[other] 🎉 { $count } reached a step
}
contest-won-self = { $won ->
    [1] 🎉 { $name } beat their last 4 weeks: { $score }
   *[0] { $name } came to { $score } of their last 4 weeks
}
contest-award = prize of { $head }
contest-given = 🎁 { $prize }: { $names }
contest-given-more = { $names }{ $more ->
    [0] { "" }
   *[other] { " " }and { $more } without a name
}
contest-left-team = Left the team, no place and no prize: { $names }
contest-after-cutoff = { $count } reported after the cut-off, not counted: /why PK{ $number }
contest-changed-since = ✏️ { $count } corrected after the end ({ $names }), { $differs ->
    [0] the result stays the same
   *[1] by the ledger of now it would be another one
}; the owner may say PK{ $number } overrule
contest-overruled-line = This is decision { $n }; the earlier ones are in PK{ $number } log
contest-result-note = made { $time } · ledger position { $position } · fingerprint { $digest }
contest-verify = { $agrees ->
    [1] ✅ { $head } checked: rules, roster and ledger of that time give the same to the byte
   *[0] ⚠️ { $head } checked: it does not agree with what was told, ask the owner
}
contest-verified = Decision { $n }: { $agrees ->
    [1] agrees
   *[0] differs
} · { $count } counted · fingerprint of the records { $snapshot } · ledger position { $position } · of the result { $digest }
contest-overrule-ask = { $count } corrected after the end of { $head }. Decide anew by the ledger of now?
contest-before = Before: { $what }
contest-after = Now: { $what }
contest-overruled = ⚖️ { $name } decided { $head } anew
contest-both-stay = Both results stay: PK{ $number } log

contest-changed = ✏️ The rules of { $head } were changed
contest-change-logged = Noted in PK{ $number } log
contest-proposed = ✏️ { $name } proposes to { $off ->
    [1] call { $head } off
   *[0] change { $head }
}
contest-to-agree = Waiting for { $names }: answer “PK{ $number } agree” or “PK{ $number } disagree”
contest-disagreed = All right, { $head } goes on as it was
contest-change = { $before } → { $after }
contest-unset = not set
contest-news-set = { $off ->
    [1] All right, the standing of { $head } is not told any more
   *[0] All right, the standing of { $head } is told daily at { $clock } (not while hidden)
}
contest-log = 📒 Record of { $head }
contest-log-more = { $count } earlier
contest-log-off = call it off
contest-log-line = { $time } { $action ->
    [create] { $by } set it
    [accept] { $same ->
        [1] { $who } accepted
       *[0] { $by } accepted for { $who }
    }
    [decline] { $same ->
        [1] { $who } declined
       *[0] { $by } took { $who } out
    }
    [fill] { $by } put { $members } on { $side }
    [draw] { $by } let the sides be drawn
    [captain] { $by } made { $who } captain
    [start] began, rules and roster frozen
    [too-few] too few people
    [propose] { $by } proposed: { $parts }
    [agree] { $by } agreed
    [refuse] { $by } disagreed
    [change] { $by } changed: { $parts }
    [news] { $by } changed when the standing is told
    [reached] { $by } reached { $n ->
        [0] the goal
       *[other] step { $n }
    }
    [close] over
    [overrule] { $by } decided anew (decision { $n })
   *[cancel] { $by } called it off
}

contest-why = { $head } { $name } { $score }
contest-why-all = all
contest-why-formula = How: { $measure }, { $days }{ $average ->
    [0] { "" }
   *[1] , divided by the size of each side
}
contest-why-target = { $sold } counted ÷ target { $target } (frozen at the start)
contest-why-late = Late entries: { $numbers }
contest-why-relay = Only orders of one's own leg ({ $legs ->
    [one] a day
   *[other] { $legs } days
} a leg)
contest-picture-subtitle = { $days } · { $measure }
contest-picture-people = { $count ->
    [one] 1 person
   *[other] { $count } people
}
contest-picture-won = { $count ->
    [0] no places
   *[other] 🏆 { $names }
}

contest-squad = { $name } ({ $count }): { $names }
contest-squad-set = Noted, { $name } ({ $count }): { $names }
contest-squad-dropped = { $name } is given up
contest-squads = { $count ->
    [one] 1 squad
   *[other] { $count } squads
}
contest-squads-none = No squad yet

contest-digest-running = ⚔️ { $head }: { $standing }, { $left }
contest-digest-lead = { $names } ahead with { $score }
contest-digest-race = { $names } ahead
contest-digest-nothing = no order yet
contest-digest-blind = hidden until the end
contest-digest-steps = { $count } reached a step
contest-digest-planned = ⚔️ { $head } begins { $start }{ $waiting ->
    [0] { "" }
   *[other] , { $waiting } still to accept
}
contest-digest-closed = 🏆 { $head }: { $count ->
    [0] no places
   *[other] { $names } won
}
contest-self-private = { $head } is with oneself: only who does it sees it, in private
contest-steps-many = { $most } steps at most
contest-digest-more = ⚔️ { $count } more contests

contest-bad-measure = I cannot compare by “{ $words }”. There are: amount, orders, completion, progress, new, repeat
contest-bad-forbidden = “{ $words }” is never compared: recruiting and stocking up are no sales (regulation against pyramid selling, art. 7). Amount, orders, new customers and repeat share are
contest-bad-prize = “{ $words }” cannot be a prize: it is a fixed thing and no share of others' sales. For example: prize: tea
contest-bad-clock = There is no time “{ $words }”. For example: cutoff 16:00
contest-bad-weights = The weights must make 100, they make { $words }. For example: by amount 60 new 40
contest-bad-twice = “{ $words }” names something twice. For example: by amount 60 new 40
contest-bad-figure = “{ $words }” is no figure to compare with. For example: first to 10 orders, steps 3000/5000
contest-days-past = { $date } is over. For example: /pk @fang vs @mei today
contest-days-backwards = It ends before it begins. For example: 6/19-6/23
contest-days-unclear = I do not understand the days. For example: 6/19-6/23, today, this week
contest-days-long = { $most } days at most
contest-end-past = The cut-off is over already; choose another time or day
contest-who-unknown = There is no “{ $name }” in the team. See /members
contest-side-nobody = Both sides of “vs” need people or a name. For example: /pk @fang vs @mei today
contest-side-empty = Nobody is in { $side } yet. For example: /pk red @mei @fang vs blue @li @wang this week
contest-side-name = “{ $name }” cannot be a side's name: { $most } characters at most and no punctuation
contest-sides-same = Both sides are called { $name }, choose another name
contest-sides-many = 2 to { $most } sides
contest-sides-form = { $form ->
    [first] A race
    [steps] Steps
   *[rank] A ranking
} is between members and not sides. Leave out “vs”, or that
contest-twice = { $name } cannot be on two sides
contest-unclear = I do not understand “{ $words }”. For example: /pk red @mei @fang vs blue @li @wang this week by completion
contest-draw-few = { $people } people are too few for { $sides } sides
contest-no-sides = #PK{ $number } is between members and has no sides
contest-sides-settled = The sides of #PK{ $number } are settled. To make them anew: /cancel PK{ $number } and set it again
contest-relay-sides = A relay has sides. For example: /pk relay red @mei @fang vs blue @li @wang tomorrow to sunday
contest-relay-short = { $days } days are too short to hand over, there are two legs at least
contest-unit = { $unit ->
    [orders] “orders”
    [amount] “yuan”
    [new] “new”
   *[share] “%”
} is not what is compared, change one. For example: by orders first to 10 orders
contest-measure-form = { $form ->
    [first] A race
   *[steps] Steps
} can be by amount, orders or new customers
contest-blind-race = A race is never hidden: it is over when somebody is there
contest-blind-long = It cannot be hidden all the time ({ $days } days). For example: blind last 1 day
contest-prizes-steps = There are only { $steps } steps, and more prizes
contest-steps-same = Two steps are the same. For example: steps 3000/5000/8000
contest-too-many = There are { $most } contests already, end one first
contest-not-found = There is no #PK{ $number }. Send PK to see those there are
contest-not-called = { $name } was not called to #PK{ $number }
contest-which-side = There is no such side. Which one? { $sides }. For example: /accept_pk PK{ $number } { $side }
contest-begun = #PK{ $number } { $state ->
    [running] has begun, the roster is frozen
    [closed] is over
   *[other] is called off
}
contest-person-left = { $name } is not in the team any more
contest-no-captain = { $name } is on no side of #PK{ $number } and cannot be captain
contest-over = #PK{ $number } is over or called off
contest-not-over = #PK{ $number } is not over yet
contest-not-begun = #PK{ $number } has not begun, there is nothing to check
contest-no-picture = No picture: #PK{ $number } { $state ->
    [planned] has not begun
   *[cancelled] is called off
}
contest-nothing-changed = Nothing was corrected after the end of #PK{ $number }
contest-looked-too-early = The ledger went on, send PK{ $number } overrule again to see it
contest-changed-meanwhile = #PK{ $number } was just changed by somebody, send it again
contest-no-proposal = Nothing waits for consent in #PK{ $number }
contest-captains-only = #PK{ $number } is up to its captains: { $who }
contest-same = #PK{ $number } is like that already
contest-change-what = Change what? For example: PK{ $number } change cutoff 18:00
contest-change-unclear = What can be changed: days, cut-off, hiding, prize, ties, late entries, minimum. For example: PK{ $number } change cutoff 18:00 (for anything else call it off and set a new one)
contest-news-when = At what time? For example: PK{ $number } news 17:30, or to stop: PK{ $number } news off
contest-unknown-deed = I do not understand “{ $words }”. There are: PK{ $number } rules, log, check, picture, change cutoff 18:00, cancel
contest-which = Several wait for you: { $numbers }. Name one: /accept_pk PK3
contest-not-waiting = No contest waits for you
contest-why-blind = #PK{ $number } is hidden until the end. Ask me about your own in private
contest-why-private = Only { $name } sees their own records. Yours: /why PK3
contest-squad-name = What is the squad called? For example: /squad red @mei @fang
contest-squad-none = There is no squad “{ $name }”. Send /squad to see those there are
contest-squads-many = { $most } squads at most

contest-help-pk = set a contest, see how it stands
contest-usage-pk = /pk who vs who, the days, by what, cut-off, blind, prize (in any order)
contest-example-pk = /pk red @mei @fang vs blue @li @wang this week by completion blind last 1 day cutoff 16:00 prize: tea
contest-help-accept-pk = take up a contest
contest-usage-accept-pk = /accept_pk [PK number] [side]
contest-example-accept-pk = /accept_pk PK3
contest-help-decline-pk = decline a contest
contest-usage-decline-pk = /decline_pk [PK number]
contest-example-decline-pk = /decline_pk PK3
contest-help-cancel = call a contest off
contest-usage-cancel = /cancel PK number
contest-example-cancel = /cancel PK3
contest-help-squad = note who is in a squad
contest-usage-squad = /squad [name @who @who]
contest-example-squad = /squad red @mei @fang
