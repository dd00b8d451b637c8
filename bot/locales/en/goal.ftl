# Goals.
goal-title = 🎯 { $who }: { $target } for { $span }
goal-team = team
goal-standing = { $done } done ({ $percent }%){ $rest }
goal-standing-share = last read { $done } ({ $day }){ $rest }
goal-standing-unread = not read yet, send: /share { $subject } 12.5%
goal-rest-pace = , { $gap } to go: { $pace } × { $days } { $working ->
    [0] days
   *[1] working days
}
goal-rest = , { $gap } to go
goal-rest-today = , { $gap } to go today
goal-rest-share = , { $gap } points to go
goal-over = , { $gap } short, over
goal-reached = , reached 🎉
goal-note = { $parts }
goal-number = #G{ $number }
goal-before = was { $target }
goal-same = it was that already, nothing changed
goal-above = part of { $who }, { $span } { $target } (#G{ $number })
goal-button-cancel = Cancel
goal-told = 🎯 { $giver } set your goal for { $span }: { $target }
goal-told-note = If it does not fit: /goal G{ $number } 25000 because …; to decline: /cancel G{ $number } because …
goal-changed-by = ✏️ { $who } changed the goal you set for { $span }, { $before }, to { $target }
goal-declined-by = ✋ { $who } declined the goal you set for { $span }: { $target }
goal-reason = Because: { $words }
goal-list = 🎯 Goals of { $name }
goal-line = { $who }, { $span } { $target }: { $standing } #G{ $number }{ $state ->
    [replaced] { " " }(replaced)
    [cancelled] { " " }(cancelled)
   *[active] { "" }
}
goal-more = { $count } more. For one period: /goal month
goal-none = { $own ->
    [1] You have no goal yet. For example: /goal month 30000
   *[0] { $name } has no goal yet. For example: /goal { $person ->
        [1] @{ $name }
       *[0] { $name }
    } month 30000
}
goal-behind = { $gap } less than an even pace; spread over the { $days } { $working ->
    [0] days
   *[1] working days
} that are left: { $pace } a day
goal-part-now = { $kind ->
    [day] Today's part
   *[week] This week's part
}: { $target }, { $done } done
goal-forecast = Going on like this, { $span } ends at about { $low }–{ $high } (from the last { $days } working days)
goal-draft-waits = 📝 #GS{ $number } for { $span } waits for your answer: your share { $target }
goal-cancelled = #G{ $number } is cancelled: { $who }, { $span } { $target }
goal-undone = { $back ->
    [1] #G{ $number } counts again: { $who }, { $span } { $target }
   *[0] #G{ $number } is taken back: { $who }, { $span } { $target }
}

goal-ask-period = { $target } for which period?
goal-button-month = This month
goal-button-week = This week
goal-button-day = Today
goal-button-quarter = This quarter
goal-button-year = This year
goal-ask-unit = Is { $count } a number of orders or an amount?
goal-ask-product = { $count } { $unit } of which product?
goal-button-product = { $name }
goal-orders = { $count } { $count ->
    [1] order
   *[other] orders
}
goal-yuan = { $count } yuan
goal-pieces = { $count } { $unit }
goal-new = { $count } new { $count ->
    [1] customer
   *[other] customers
}
goal-repeat = { $count } repeat { $count ->
    [1] order
   *[other] orders
}
goal-ratio = { " " }{ $subject } { $done }/{ $target }
goal-of = { $subject } { $figure }
goal-share-of = { $figure } of { $subject }

goal-span-today = today
goal-span-week = this week
goal-span-month = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}{ $far ->
    [0] { "" }
   *[1] { " " }{ $year }
}
goal-span-quarter = Q{ $quarter }{ $far ->
    [0] { "" }
   *[1] { " " }{ $year }
}
goal-span-year = { $year }
goal-span-days = { $first }–{ $last }

# The board and the picture
goal-board = 🎯 Goals, { $date }
goal-board-empty = There are no goals yet. For example: /goal team june 300000
goal-board-private = How others stand is shown in private only. Send me there: /goal board @Mei
goal-node = { $depth ->
    [0] { "" }
    [1] └{ " " }
    [2] 　└{ " " }
    [3] 　　└{ " " }
   *[4] 　　　└{ " " }
}{ $who }, { $span } { $target }: { $state ->
    [ahead] not begun
    [reached] { $done } ({ $percent }%), reached 🎉
   *[running] { $done } ({ $percent }%), { $gap } to go{ $pace }
}
goal-node-pace = , { $pace } a day
goal-node-share = { $depth ->
    [0] { "" }
   *[1] └{ " " }
}{ $who }, { $span } { $target }: last read { $done }{ $is_reached ->
    [1] , reached 🎉
   *[0] , { $gap } points to go
}
goal-board-people = Members' goals: { $count }, { $ahead } on pace{ $behind ->
    [0] { "" }
   *[other] , { $behind } with some way to go
}
goal-board-ahead = 👏 { $names }{ $more ->
    [0] { "" }
   *[other] { " " }and { $more } more
}
goal-board-name = { $name } { $percent }%
goal-board-behind = 🤝 { $who }, { $span } { $target }: { $percent }%, { $behind } less than an even pace, needs { $pace } a day
goal-board-more = { $count } more to help. For one: /goal board @Mei
goal-curve = { $who }, { $span } { $target }
goal-curve-until = as of { $date } · { $percent }%
goal-curve-done = done
goal-curve-gap = to go
goal-curve-pace = a day
goal-curve-how = Shaded: where it may end, from the last { $days } working days
goal-no-curve = No goal that runs can be drawn (shares are not). For example: /goal month 30000

# Splitting
goal-draft = 📝 #GS{ $number } { $who }, { $span } { $target }, split { $basis ->
    [even] evenly
    [last_year] by last year
    [ability] by ability
   *[hand] by hand
}
goal-draft-public = { $count ->
    [one] One member has a share
   *[other] { $count } members have their own share
} in private, to be talked over. Nothing counts before it is confirmed.
goal-draft-private = The draft of { $who }, { $span } { $target } (#GS{ $number }) is in your private chat.
goal-draft-line = { $name } { $target }{ $base }{ $state ->
    [accepted] { " " }✓ agrees
    [countered] { " " }→ proposes { $wish }{ $why }
    [declined] { " " }✋ declined{ $why }
    [settled] { " " }✓ settled
   *[drafted] { "" }
}
goal-draft-why = { " " }(because { $words })
goal-draft-more = { $count } more
goal-draft-sum = Sum { $total }{ $sign ->
    [over] , { $gap } more than the goal
    [under] , { $gap } less than the goal
   *[equal] , exact
} · { $answered }/{ $count } answered
goal-draft-unreached = Cannot be told in private: { $names }. Please tell them yourself.
goal-draft-note = For one member: /split @Mei 28000; when all is said, answer “confirm”. Nothing counts yet
goal-draft-dropped = The draft of { $who }, { $span } { $target } (#GS{ $number }) is dropped, nobody's goal has changed.
goal-draft-balanced = The difference is spread, { $count ->
    [one] one share changed, its member knows:
   *[other] { $count } shares changed, their members know:
}
goal-draft-decided = Changed in the draft, the members know:
goal-base = { $known ->
    [0] Based on: there are no figures of yours { $basis ->
        [last_year] for last year
       *[ability] for the last 90 days
    }, so it is the lowest of those with figures
   *[1] Based on: { $basis ->
        [even] even shares, you have { $value } working days
        [last_year] you made { $value } in the same period last year
        [ability] you made { $value } in the last 90 days, by working days
       *[hand] set by hand{ $value }
    }
}
goal-base-weight = { " " }(weight { $value })
goal-base-short = { $known ->
    [0] { " " }(no figures)
   *[1] { $basis ->
        [even] { " " }({ $value } days)
        [last_year] { " " }(last year { $value })
        [ability] { " " }(90 days { $value })
       *[hand] { "" }
    }
}
goal-share-told = 📝 { $changed ->
    [1] #GS{ $number }: your share of { $span } is { $share } now
   *[0] { $giver } drafted { $who }, { $span } { $target } (#GS{ $number }); your share is { $share }
}
goal-share-note = To be talked over, nothing counts before it is confirmed. For another figure: change 25000 because …
goal-share-answered = { $state ->
    [accepted] 👌 Noted: you agree to { $share } for { $span }. It counts once it is confirmed.
    [countered] 👌 Noted: you propose { $wish } (draft { $share }). Whoever drafted it knows.
   *[declined] 👌 Noted: you declined the share of { $span }. Whoever drafted it knows.
}
goal-share-news = { $state ->
    [accepted] ✓ { $name } agrees to { $share } for { $span } (#GS{ $number })
    [countered] ✏️ { $name } proposes { $wish } instead of { $share } for { $span } (#GS{ $number })
   *[declined] ✋ { $name } declined { $share } for { $span } (#GS{ $number })
}
goal-share-decided = { $step ->
    [adopt] 👌 { $giver } takes your proposal: your share of { $span } is { $share } now (#GS{ $number }, still open)
    [keep] { $giver } would like to go with { $share } for { $span } (#GS{ $number }). If it does not fit: change 25000 because …
   *[settle] { $giver } made your share of { $span } { $share } (#GS{ $number }). If it does not fit: change 25000 because …
}
goal-share-set = 🎯 Your goal for { $span } is set: { $share } #G{ $number }
goal-confirm-wishes = { $count ->
    [1] One member proposes
   *[other] { $count } members propose
} another figure, decide that first:
goal-confirmed = ✅ #GS{ $number } is confirmed: { $count } { $count ->
    [one] goal
   *[other] goals
} for { $span }, { $total } in all
goal-confirmed-all = { $parts }{ $more ->
    [0] { "" }
   *[other] { " " }and { $more } more
}
goal-confirmed-silent = { $count } of them { $count ->
    [one] has
   *[other] have
} not answered; that can still be changed.
goal-confirmed-one = { $name } { $target }
goal-whole = Goal of { $who }: { $target }{ $before }{ $sign ->
    [over] , the shares are { $gap } more
    [under] , the shares are { $gap } less
   *[equal] , the same as the shares
}
goal-whole-before = { " " }(was { $target })
goal-whole-none = The team's goal is as it was, a manager sets that.
goal-ask-basis = Split by what?
goal-basis-even = Evenly (by working days)
goal-basis-last-year = By last year
goal-basis-ability = By ability (last 90 days)
goal-button-confirm = Confirm
goal-button-adopt = Take the proposals
goal-button-keep = As drafted
goal-button-adopt-one = Take it
goal-button-keep-one = As drafted
goal-button-balance = Spread the difference
goal-button-anyway = Confirm as it is
goal-button-drop = Drop
goal-button-agree = Agree
goal-button-decline = Decline
goal-button-show = Show the draft
goal-button-back = Take back

# Over weeks and days
goal-parts = 📆 { $who }, { $span } { $target } by { $kind ->
    [day] day
   *[week] week
} (#G{ $number })
goal-part = { $now ->
    [1] 👉{ " " }
   *[0] { "" }
}{ $span } { $target }
goal-parts-before = { $done } done before
goal-parts-more = { $count } more
goal-parts-note = By working days; what is missed is spread over the rest, and you are told in private
goal-parts-gone = #G{ $number } is no longer split, the goal stays: { $who }, { $span } { $target }
goal-spread = { $team ->
    [1] 📆 Team, { $part }: { $done }/{ $wanted }
   *[0] 📆 { $part }: { $done }/{ $wanted }
} (goal for { $span })
goal-spread-rest = The { $gap } that lacked is spread over the { $left } { $kind ->
    [day] days to come, about { $next } a day
   *[week] parts to come, this week is { $next }
}, step by step 💪

# Cheers
goal-cheer = { $step ->
    [100] 🎉
    [80] 🔥
   *[50] 💪
} { $parts }!
goal-cheer-subject = , { $subject }
goal-cheer-one = { $step ->
    [100] { $who } reached the goal for { $span }{ $subject }
    [80] { $who } is past 80% of the goal for { $span }{ $subject }
   *[50] { $who } is past half of the goal for { $span }{ $subject }
}

# Shares of a market
goal-share-noted = 📈 { $subject }: { $value } ({ $day }){ $trend }
goal-share-trend = { $sign ->
    [up] , { $points } points up from { $before } on { $day }
    [down] , { $points } points down from { $before } on { $day }
   *[same] , the same as on { $day }
}
goal-share-title = 📈 Shares { $subject }
goal-share-reading = { $day } { $value }{ $trend }
goal-share-market = { $subject } { $value }{ $day }
goal-share-points = { " " }({ $points })
goal-share-day = { " " }({ $day })
goal-share-gone = The reading of { $subject } on { $day }, { $value }, is taken back.
goal-share-empty = There are no shares yet. A goal: /goal share North 15%; a reading: /share North 12.5%
goal-share-unclear = A share is written so: /share North 12.5% (0% to 100%, with the sign)
goal-share-future = That day is still to come. For example: /share North 12.5%
goal-no-reading = “{ $subject }” has not been read yet. For example: /share { $subject } 12.5%

# Why
goal-why = 🔍 Why #G{ $number } { $who }, { $span } { $target } is at { $percent }%
goal-why-counts = { $metric ->
    [amount] Counts: amounts of { $first }–{ $last }, refunds taken off
    [orders] Counts: orders of { $first }–{ $last }
    [quantity] Counts: { $subject } sold { $first }–{ $last }, returns taken off
    [new] Counts: orders of first-time customers { $first }–{ $last } (with a customer's name)
    [repeat] Counts: orders of returning customers { $first }–{ $last } (with a customer's name or “repeat”)
   *[share] Counts: the last reading of { $subject } ÷ the goal
}
goal-why-formula = { $done } ÷ { $target } = { $exact }%, rounded down to { $percent }%

# The digest
goal-digest-team = 🎯 { $span } { $target }: { $done } ({ $percent }%){ $rest }
goal-digest-forecast = Going on like this it ends at about { $low }–{ $high } (from the last { $days } working days)
goal-digest-members = Members' goals: { $on_pace }/{ $members } on pace{ $reached ->
    [0] { "" }
   *[other] , { $reached } reached 🎉
}

# What cannot be
goal-unclear = That is no goal I can read. For example: /goal month 30000, or /goal month 40 orders
goal-unknown-member = There is no member or title “{ $name }”. For example: /goal @Mei month 20000
goal-unknown-product = “{ $name }” is not in the price list. Add it first, for example: /price { $name } 128/box
goal-other-unit = { $name } is counted in { $unit } in the price list, so count the goal in it too. For example: /goal month { $name } 300{ $unit }
goal-no-products = The price list is empty. First: /price mask 128/box, then: /goal month mask 300 boxes
goal-past = That period is over. Set one that runs or comes, for example: /goal month 30000
goal-not-found = There is no goal #G{ $number }. Send “/goal” for the numbers.
goal-ended = #G{ $number } is no longer in use. Send “/goal” for the goals of now.
goal-holds = #G{ $other } holds for that period. Cancel it before #G{ $number } comes back: /cancel G{ $other }
goal-nothing-to-cancel = There is no goal to cancel. Send “/goal” for the numbers, for example: /cancel G4
goal-which = There are several goals: { $numbers }. Name one by its number, for example: /cancel G{ $number }
goal-cancel-which = Which one? Name its number, for example: /cancel G4
goal-other-measure = #G{ $number } is measured in something else. Send “/goal G{ $number }” to see it.
goal-bad-zero = A goal is more than 0. For example: /goal month 30000
goal-bad-negative = A goal is more than 0. For example: /goal month 30000
goal-bad-too-large = That is too large (at most 100 million yuan or 1 million orders). For example: /goal month 30000
goal-bad-currency = Goals are in yuan. For example: /goal month 30000
goal-bad-range = A goal is one exact number. For example: /goal month 30000
goal-bad-count = A whole number, please. For example: /goal month new 20
goal-bad-share = A share is a percentage up to 100%. For example: /goal share North 15%
goal-bad-market = The share of what? For example: /goal share North 15%
goal-split-how = Split it so: /split june 300000 by last year (or evenly, by ability); over weeks: /split G4 weekly
goal-split-how-much = There is no goal for that period yet, name the sum: /split june 300000 evenly
goal-split-share = A market share belongs to a place and cannot be split. For one member: /goal @Mei share North 15%
goal-split-nobody = There is nobody to split it between. See /members
goal-split-no-data = There are no figures to go by. Evenly: /split june 300000 evenly
goal-split-own = #G{ $number } is a member's own goal. Over weeks: /split G{ $number } weekly
goal-split-person = { $name } is one member, set the goal at once: /goal @{ $name } month 20000
goal-split-twice = “{ $name }” is there twice or unknown. For example: /split june 300000 @Mei 3 @Fang 2
goal-split-sum = The shares come to { $total }, that is { $gap } off { $target }. Weights do too: /split june 300000 @Mei 3 @Fang 2
goal-split-not-found = There is no draft #GS{ $number }. Send “/split” for those that are open.
goal-split-over = #GS{ $number } is confirmed or dropped already. Send “/goal” for the goals of now.
goal-split-which = There are several drafts: { $numbers }. Name one, for example: /split GS{ $number } { $step ->
    [lead] confirm
   *[own] accept
}
goal-split-short = That period is too short to split. For example: /split G4 weekly (two weeks or more)
goal-split-long = That is too many parts (at most 92). Try weeks: /split G4 weekly
goal-split-none = #G{ $number } is not split. To split it: /split G{ $number } weekly
goal-split-no-goal = There is no goal for that period yet. First: /goal month 30000
goal-share-none = No draft waits for you. Your own goal: /goal month 30000
goal-share-stranger = That member is not in the draft. Draft anew: /split june 300000 @Mei 3 @Fang 2
goal-share-how = What should it be? For example: change 25000 because I travel
goal-share-no-wish = Nobody proposes another figure. Answer “confirm”.
goal-balance-nobody = Nobody's share is left to change. For one: /split @Mei 28000, or /split confirm
goal-balance-too-much = The settled shares are more than the whole already. Change one first: /split @Mei 28000

goal-help-goal = set a goal, see the gap, the board and the picture
goal-usage-goal = /goal [@name|title|team] [when] [how much]; /goal board; /goal chart; /goal cancel when
goal-example-goal =
    /goal month 30000
    /goal month mask 300 boxes
    /goal month new 20
    /goal team Q3 900000
    /goal share North 15%
    /goal board
    /goal cancel month
goal-help-split = share a goal out, or split it over weeks and days
goal-usage-split = /split [title] when how-much evenly|by last year|by ability; /split G4 weekly|daily|cancel
goal-example-split =
    /split june 300000 by last year
    /split june 300000 @Mei 3 @Fang 2
    /split me 25000 because I travel
    /split confirm
    /split G4 weekly
goal-help-share = note the share of a market
goal-usage-share = /share [place] [percentage] [day]; /share cancel place
goal-example-share = /share North 12.5%
goal-help-cancel = give up a goal
goal-usage-cancel = /cancel number [because …]
goal-example-cancel = /cancel G4
goal-help-undo = take back a goal just set or cancelled
goal-usage-undo = /undo number
goal-example-undo = /undo G4
goal-help-confirm-split = confirm a draft of goals
goal-usage-confirm-split = /confirm_split number
goal-example-confirm-split = /confirm_split GS3
goal-help-amend-split = propose another figure for your share
goal-usage-amend-split = /amend_split number how-much [because …]
goal-example-amend-split = /amend_split GS3 25000 because I travel
