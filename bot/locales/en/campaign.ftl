# Campaigns
campaign-head = #K{ $number } { $name }
campaign-phase = day { $day }/{ $days }
campaign-phase-wait = in { $days } { $days ->
    [1] day
   *[other] days
}
campaign-phase-over = over
campaign-standing = 📣 { $head } { $phase }
campaign-tasks = Tasks { $done }/{ $total }
campaign-sales = Sales { $sum }
campaign-beside = { $before } { $after }
campaign-sum = { $amount } yuan / { $orders } { $orders ->
    [1] order
   *[other] orders
}
campaign-sum-of = { $amount }/{ $target } ({ $percent }{ $reached ->
    [1] {" "}🎉
   *[0] { "" }
})
campaign-target = Target { $target }
campaign-compared-year = last year { $average ->
    [1] daily{" "}
   *[0] { "" }
}{ $change }
campaign-compared-before = { $days } days before { $average ->
    [1] daily{" "}
   *[0] { "" }
}{ $change }
campaign-compared-fully = { $by ->
    [name] Last year's #K{ $number } ({ $first }–{ $last })
    [days] Same days last year ({ $first }–{ $last })
   *[before] { $days } days before ({ $first }–{ $last })
} { $then }, now { $average ->
    [1] daily{" "}
   *[0] { "" }
}{ $change }
campaign-note = { $days } · owner { $owner }{ $products }
campaign-products = { " " }only { $names }
campaign-gone = { $head } ({ $days }) was cancelled

campaign-made = 📣 { $head } { $days }, { $count } { $count ->
    [1] day
   *[other] days
}
campaign-facts = Owner @{ $owner }{ $has_target ->
    [1] {" "}target { $target }
   *[0] { "" }
}{ $count ->
    [0] {" "}no reports
   *[other] {" "}reports { $times }
}{ $products }
campaign-made-tasks = ☑ { $count } tasks from “{ $template }”: { $who }{ $more ->
    [0] { "" }
   *[other] {" "}…
}; first #T{ $number } { $title } ({ $due })
campaign-made-none = No tasks made
campaign-past-step = { $title } ({ $day })
campaign-past-steps = ⏰ Not made, day is over ({ $count }): { $steps }{ $more ->
    [1] {" "}…
   *[0] { "" }
}. Still wanted? /campaign { $name } add tomorrow { $first }
campaign-made-how = State: /campaign { $name } · Tasks: /campaign { $name } tasks
campaign-planned = New: { $standing }
campaign-planned-who = Tasks for { $who }; see /tasks
campaign-button-undo = Undo
campaign-button-board = Board
campaign-button-tasks = Tasks
campaign-button-post = Post it
campaign-button-all = Cancel tasks too
campaign-button-keep = Keep tasks
campaign-button-stay = Do not cancel

campaign-list = 📣 Campaigns ({ $count } at work)
campaign-list-how = See one: /campaign name
campaign-none = No campaigns yet. Begin one:
campaign-line = { $head } { $phase } · { $days } · { $sold ->
    [1] { $amount } yuan
   *[0] not begun
}{ $has_tasks ->
    [1] {" "}· tasks { $done }/{ $total }
   *[0] { "" }
}
campaign-more = { $count } more

campaign-board = 📊 { $head } board, { $phase }
campaign-board-empty = Nothing counted yet: the first order is waiting for you!
campaign-board-note = Only { $days }{ $products }
campaign-board-total = Total { $amount } yuan
campaign-board-own = { $first ->
    [1] You are no. { $rank }, in the lead!
   *[0] You are no. { $rank }, { $gap } behind the next
}
campaign-place = { $rank ->
    [1] 🥇
    [2] 🥈
    [3] 🥉
   *[other] { $rank }.
} { $name } { $amount } yuan / { $orders }
campaign-podium = { $rank ->
    [1] 🥇
    [2] 🥈
    [3] 🥉
   *[other] { $rank }.
}{ $name } { $amount }

campaign-tasks-of = ☑ { $head } tasks { $done }/{ $total }
campaign-tasks-none = No tasks. Add one: /campaign { $name } add T-2 film a video @fang
campaign-task = { $done ->
    [1] ✅
   *[0] ▫
} #T{ $number } { $title } { $due } { $who }

campaign-report = { $is_over ->
    [1] 🏁 { $head } final report
   *[0] 🔥 { $head } report, { $phase } { $time }
}{ $is_late ->
    [1] {" "}(late, for { $late })
   *[0] { "" }
}
campaign-report-today = Today { $amount } yuan
campaign-report-sum = In all { $sum }
campaign-picture = { $name } report, { $phase }
campaign-fact-sum = Sales (yuan)
campaign-fact-orders = Orders
campaign-fact-target = Target { $target }
campaign-fact-year = Last year
campaign-orders = { $count }
campaign-slots = { $count ->
    [0] New campaigns post no reports
   *[other] New campaigns report at { $times }
}
campaign-slots-new = Campaigns there are stay as they are; change one: /campaign 618 report 12:00 20:00
campaign-slots-set = { $count ->
    [0] { $head } posts no more reports
   *[other] { $head } reports each day at { $times }
}

campaign-end-note = That was it, thank you all! { $who } has the draft of the review, or: /campaign { $name } review
campaign-review-sum = Sales { $sum }{ $has_target ->
    [1] , { $orders } orders
   *[0] { "" }
}
campaign-review-compared = { $compared }
campaign-review-day = Best day: { $day } (day { $nth }) { $amount } yuan
campaign-review-best = Well done: { $best }
campaign-review-product = { $name } { $amount } ({ $percent })
campaign-review-mix = Products: { $parts }
campaign-review-customers = Customers: { $new } orders of new ones, { $repeat } of returning ones (where one was named)
campaign-review-tasks = Tasks: done { $done }/{ $total }, in time { $in_time }
campaign-draft = 📝 { $head } draft of the review
campaign-draft-line = { $n }. { $words }
campaign-draft-how = Answer: confirm / change 1 … / delete 2 / add warm up a week earlier
campaign-struck = Line { $n } is out; bring it back: restore { $n }
campaign-review = 📋 { $head } review ({ $days })
campaign-review-line = · { $words }
campaign-review-by = Posted by { $who } { $day } · find: /campaign find words
campaign-group-told = Posted in the group too
campaign-search = 🔎 “{ $words }” in reviews: { $count }
campaign-hit = { $head } ({ $year }): { $words }

campaign-why = 🔍 Where { $sum } of { $head } comes from
campaign-why-sum = All that counts, { $first }–{ $last } = { $amount } yuan, { $orders } orders{ $products }{ $split ->
    [1] ; an order of several products is split by list prices
   *[0] { "" }
}
campaign-why-target = Reached = { $amount } ÷ { $target } = { $percent }
campaign-why-year = { $compared }{ $same_hour ->
    [1] , up to the same day and hour
   *[0] { "" }
}

campaign-moved = 📅 { $head } moved to { $days } (was { $was })
campaign-moved-tasks = { $count } open tasks moved with it
campaign-stayed = { $numbers } would be over there and stayed; postpone them by hand
campaign-target-set = OK, { $head } { $has_target ->
    [1] target { $target }
   *[0] without a target
}
campaign-owner-set = OK, { $who } answers for { $head }{ $count ->
    [0] { "" }
   *[other] , with { $count } open tasks
}
campaign-products-set = OK, { $head } counts { $all ->
    [1] all products
   *[0] only { $names }
}
campaign-added = ☑ #T{ $number } { $title } { $who } { $day }
campaign-cancel-ask = { $head } has { $count } open tasks. Cancel it, and the tasks?
campaign-cancelled = OK, { $head } is cancelled{ $gone ->
    [0] { $kept ->
        [0] { "" }
       *[other] , { $kept } tasks stay
    }
   *[other] , with { $gone } tasks
}
campaign-undone = ↩ { $head } undone: { $verb ->
    [create] begun
    [move] days, now { $days }
    [target] target
    [owner] owner
    [products] products
    [slots] report times
    [add] task
    [cancel] cancelled, now { $days }
   *[other] { $verb }
}
campaign-undone-tasks = { $back ->
    [1] { $count } tasks are back
   *[0] { $count } tasks cancelled
}

campaign-offset = { $kind ->
    [before] T-{ $n }
    [after] T+{ $n }
    [last] last day
   *[day] day { $n }
}
campaign-step = { $offset } { $title }{ $is_named ->
    [1] {" "}@{ $who }
   *[0] { "" }
}
campaign-template-promotion = promotion
campaign-template-launch = launch
campaign-template-clearance = clearance
campaign-step-pick = pick products
campaign-step-price = set prices
campaign-step-copy = write copy
campaign-step-poster = make poster
campaign-step-warm = warm up
campaign-step-stock = check stock
campaign-step-drill = rehearse scripts
campaign-step-open = open
campaign-step-chase = chase orders
campaign-step-final = final push
campaign-step-review = review
campaign-step-ship = follow shipping
campaign-step-learn = learn the product
campaign-step-trial = gather trials
campaign-step-feedback = first feedback
campaign-step-count = count stock
campaign-step-regulars = tell regulars
campaign-template-list = 📋 Campaign templates
campaign-template-line = { $name }: { $count } steps, { $first } to { $last }{ $own ->
    [1] {" "}(the team's own)
   *[0] { "" }
}
campaign-template-list-how = See one: /campaign_template promotion · New: /campaign_template live T-3 pick;T go live;T+1 review
campaign-template-head = 📋 Template { $name }, { $count } steps{ $own ->
    [1] {" "}(the team's own)
   *[0] { "" }
}
campaign-template-step = { $n }. { $step }
campaign-template-edit = Edit: /campaign_template { $name } add T-3 set prices @fang / delete 2 / change 2 T-4 poster / reset
campaign-template-more = { $count } more steps
campaign-template-reset = OK, { $name } is the built-in one again
campaign-template-gone = OK, template { $name } is gone

campaign-unclear = A campaign needs a name and days: /campaign 618 6/16-6/20 template promotion
campaign-near = There is no campaign “{ $name }”. Did you mean “{ $like }”? Send: /campaign { $like }
campaign-not-found = There is no campaign #K{ $number }. See numbers: /campaign
campaign-bad-days = { $why ->
    [past] Those days are over.
    [no-such-day] There is no such day.
    [backwards] It ends before it begins.
   *[other] Which days?
} Write: /campaign 618 6/16-6/20
campaign-no-name = What is it called? Write: /campaign 618 6/16-6/20
campaign-bad-name = A name has at most { $most } characters: /campaign 618 6/16-6/20
campaign-name-taken = “{ $name }” is there already (#K{ $number }). Other days: /campaign { $name } move 6/17-6/21
campaign-backwards = It ends before it begins. Write: /campaign 618 6/16-6/20
campaign-past = Those days are over. Write: /campaign 618 6/16-6/20
campaign-too-long = A campaign has at most { $most } days. For longer: /strategy community: post daily until 6/30
campaign-too-many = { $most } campaigns are at work already; end one: /campaign 618 cancel
campaign-bad-target = A target is an amount above 0: /campaign 618 target 60000
campaign-product = “{ $name }” is not in the price list: { $names }
campaign-products-how = Which products? /campaign { $name } products serum,mask; all: /campaign { $name } products all
campaign-no-template = There is no template “{ $name }”, only: { $names }. For no checklist: template none
campaign-who = Nobody here is called “{ $name }”. Write: owner @fang
campaign-not-yours = To change #K{ $number } ask { $who } or a lead
campaign-over = #K{ $number } { $name } is { $state ->
    [cancelled] cancelled
   *[ended] over
} and cannot be changed
campaign-changed = Somebody just changed #{ $letter }{ $number }; look at it again
campaign-nothing-to-undo = Nothing to undo in #{ $letter }{ $number }
campaign-same-days = { $name } has those days already
campaign-move-when = To which days? /campaign { $name } move 6/17-6/21
campaign-add-how = What, and when? /campaign { $name } add T-2 film a video @fang, or: add friday film a video
campaign-add-past = { $day } is over; take another day: add tomorrow film a video
campaign-not-yet = { $name } begins on { $day }; there are no figures yet
campaign-slots-how = At what times? /campaign { $name } report 12:00 18:00 22:00, or: report off
campaign-slots-many = At most { $most } reports a day: /campaign 618 report 12:00 20:00
campaign-slot-quiet = { $time } lies in the quiet hours ({ $since }–{ $until }): /campaign 618 report 12:00 20:00
campaign-step-far = At most { $most } days before or after: T-7 pick products
campaign-step-title = A step has 1–{ $most } characters: T-3 set prices
campaign-step-unclear = “{ $words }” names no day: T-3 set prices, day 2 chase orders, last day final push, T+1 review
campaign-step-none = There is no step { $n }; the last one is { $last }
campaign-template-name = A template's name has at most { $most } characters: /campaign_template live T-3 pick
campaign-template-long = A template has at most { $most } steps; delete some first
campaign-templates-many = At most { $most } templates of your own; delete one: /campaign_template live reset
campaign-template-how = Write: /campaign_template { $name } add T-3 set prices @fang, or: delete 2, change 2 T-4 poster, reset
campaign-template-built-in = { $name } is the built-in one and was never changed
campaign-review-early = { $name } still runs; its review comes after { $day }
campaign-review-soon = The review of { $name } is not posted yet; { $who } has the draft
campaign-review-done = #K{ $number } { $name } has no draft any more. See: /campaign { $name } review
campaign-review-no-line = There is no line { $n }; the last one is { $last }
campaign-review-long = At most { $most } lines; delete some first
campaign-review-words = A line has 1–{ $most } characters
campaign-review-empty = The draft is empty; add a line first: add warm up a week earlier
campaign-search-none = No review says “{ $words }”. Try another word: /campaign find warm

campaign-digest-running = 📣 { $name } { $phase }: { $sum } · tasks { $done }/{ $total }
campaign-digest-coming = 📣 { $name } { $phase } · tasks { $done }/{ $total }
campaign-digest-more = 📣 { $count } more campaigns

campaign-help-campaign = run a campaign: checklist, board, reports, review
campaign-usage-campaign = /campaign name days [template X] [target amount] [owner @who]; /campaign name [board|tasks|report|review|move days|cancel]
campaign-example-campaign =
    /campaign 618 6/16-6/20 template promotion target 60000
    /campaign 618 board
    /campaign 618 move 6/17-6/21
    /campaign 618 report 12:00 20:00
campaign-help-campaign-template = see and edit checklists for campaigns
campaign-usage-campaign-template = /campaign_template [name] [add step|delete n|change n step|reset]
campaign-example-campaign-template =
    /campaign_template promotion add T-3 set prices @fang
    /campaign_template promotion delete 2
    /campaign_template live T-3 pick;T go live;T+1 review
