# Sales, the ledger, corrections

sale-receipt = { $type ->
    [refund] ↩️ #S{ $number } { $seller } refund { $what }{ $amount }
   *[sale] ✅ #S{ $number } { $seller } { $what }{ $amount }
 }
sale-orders = { $count } orders{" "}
sale-receipt-several = ✅ { $count } entries, { $sum } in all: { $parts }
sale-receipt-part = #S{ $number } { $seller } { $what }{ $amount }
sale-standing = Today { $day } · month { $month }{ $goal }{ sale-rank } · wrong? /undo
sale-standing-other-day = { $date } total { $day } · its month { $month }{ $goal }{ sale-rank } · wrong? /undo
sale-rank = { $rank ->
    [0] {""}
   *[other] {" "}· rank { $rank }
 }
sale-goal = /{ $target }({ $percent }%{ $reached ->
    [0] {""}
   *[1] {" "}🎉
 })
sale-goal-other = {" · "}{ $span }{ $ratio } ({ $percent }%{ $reached ->
    [0] {""}
   *[1] {" "}🎉
 })
sale-note = { $parts }
sale-note-team = in “{ $team }”
sale-note-day = late, dated { $date }
sale-note-orders = { $count } orders
sale-note-discount = discount { $amount }
sale-note-deposit-order = { $received } received, { $due } still due (counted when ordered)
sale-note-deposit-received = { $due } still due (counted when paid)
sale-note-homophone = taken as 报单
sale-note-masked = I did not keep the customer's phone or address; please leave them out
sale-told = { $who } booked one for you: #S{ $number } { $what }{ $amount }
sale-told-note = Not right? Send /undo S{ $number }
sale-button-undo = Undo
sale-button-same = Same order
sale-button-another = Another one, book it
sale-button-neither = None of these
sale-button-void = Void it
sale-button-keep = Keep it
sale-proposal = { $seller }{ $what }{ $amount }{ $date }
sale-proposals = Book { $parts }
sale-dropped = All right, nothing booked.
sale-dropped-same = All right, the same order; nothing booked twice.
sale-already = Already booked: #S{ $number } { $amount }. Nothing was added.

sale-ask-same = Is this the same order as #S{ $number } ({ $amount })?
sale-undone = Undone { $numbers }: { $amount } no longer counts (the record stays)
sale-undone-by = { $who } undid your #S{ $number } { $amount }. If that is wrong, report it again.
sale-after = { $name } today { $day } · month { $month }{ $goal }
sale-undo-what = Which one? Example: /undo S27. /undo alone takes back your latest.
sale-undo-sure = Your latest is #S{ $number } of { $date }, { $amount }. Void it?
sale-quoted-none = The quoted message made no record. Name the number, such as /undo S27; for your newest record send /undo without a quote.
sale-nothing-to-undo = You have nothing to undo. For another record or a task give its number: /undo S27, /undo T31
sale-not-found = There is no #S{ $number }. Send /ledger to see the numbers.
sale-not-a-sale = That is no sale. Sales begin with S, e.g. #S{ $number }
sale-is-void = #S{ $number } is void already and counts no more.
sale-not-yours = #S{ $number } is not yours; a lead can change it: { $who }
sale-changed-meanwhile = Somebody just changed #S{ $number }. Look first: send #S{ $number }.
sale-old-month = #S{ $number } is of last month; a manager has to change it: { $who } send /fix S{ $number } amount.
sale-unknown-member = Nobody here is called “{ $name }”. Add them first, e.g. 加成员 { $name }(不在群)

sale-fixed = Corrected #S{ $number }: { $before } → { $after } (the record stays)
sale-fixed-month = Month { $before } → { $after }{ $goal }
sale-fixed-by = { $who } corrected your #S{ $number } (it was { $amount }). Send #S{ $number } to see how.
sale-fix-what = Corrected to what? Example: /fix S27 1180
sale-fix-which = Which record? Example: /fix S27 1180
sale-fix-unclear = I do not understand “{ $words }”. Example: /fix S{ $number } 1180
sale-fix-same = #S{ $number } is { $amount } already; nothing changed.
sale-edit-unclear = The message was edited, but I see no new amount. Void { $numbers } ({ $amount })?
sale-edit-void = #S{ $number } is void: the edited message no longer holds it.
sale-recalled = The message was recalled. Void { $numbers } ({ $amount })?

sale-ledger = 📒 Ledger { $span } { $name }{ $count } entries { $total }
sale-ledger-empty = Ledger { $span } { $name }: nothing yet.
sale-ledger-line = #S{ $number } { $date }{ $name } { $what }{ $amount }{ $late ->
    [1] {" "}(late)
   *[0] {""}
 }{ $state ->
    [held] {" "}(to be confirmed)
    [corrected] {" "}(corrected)
   *[plain] {""}
 }
sale-ledger-more = { $count } more. One person or day: /ledger 小美 yesterday
sale-history = #S{ $number } { $name } { $date } { $what }{ $amount }{ $customer }{ $late ->
    [1] {" "}(late)
   *[0] {""}
 }{ $state ->
    [void] {" "}(void)
    [held] {" "}(to be confirmed)
   *[other] {""}
 }
sale-step-first = { $at } { $by } booked { $amount }{ sale-step-held }
sale-step-fixed = { $at } { $by } changed it to { $amount }{ sale-step-held }
sale-step-confirmed = { $at } { $by } confirmed { $amount }
sale-step-held = { $held ->
    [1] {" "}(waits for a lead)
   *[0] {""}
 }
sale-step-void = { $at } { $by } made it void

sale-stock = 📦 Noted: { $quantity } taken in. Stock is for replenishment only and never a sale.
sale-report = 📝 Report received, thank you!
sale-report-agrees = 📝 Report received; it agrees with the ledger: { $amount } today
sale-report-differs = 📝 Report received. It says { $said }, the ledger { $booked }
sale-report-missing = The ledger lacks { $gap }. Report what is missing, e.g. /sale 398
sale-report-over = The ledger has { $gap } more. Booked twice? e.g. /undo S27
sale-balance = 💰 The balance of #S{ $number }, { $amount }, has come in.
sale-balance-part = 💰 #S{ $number }: { $amount } came in, { $due } still due
sale-balance-unknown = No order waits for a balance of { $amount }. For a new one send: /sale { $amount }

sale-chain-first = ✅ List booked: { $count } entries, { $total } in all
sale-chain-update = ✅ List updated: { $count } entries, { $total } in all
sale-chain-parts = { $parts }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
 }
sale-chain-new = { $name } +{ $amount } #S{ $number }
sale-chain-changed = { $name } { $before } → { $after } #S{ $number }
sale-chain-strangers = Not known here: { $names }. Add them first, e.g. 加成员 李姐(不在群)
sale-chain-missing = @{ $name } your line is gone from the new list. Void #S{ $number } ({ $amount })?

sale-try-what = Try what? Example: /try 报单 面膜3盒x128
sale-try-record = 🧮 It would be booked like this (nothing was booked now):
sale-try-ask = 🧮 I would ask first:
sale-try-refuse = 🧮 It would be refused:
sale-try-other = 🧮 Not a sale.
sale-try-none = 🧮 That does not read like a sale. To book one: /sale 398
sale-try-entry = { $seller } { $what }{ $amount } · orders { $orders } · { $date }{ $customer }
sale-try-topic-stock = Goods taken in; for replenishment only.
sale-try-topic-report = A daily report; only compared with the ledger.
sale-try-topic-balance = A balance; it would close its order.
sale-try-topic-goal = A goal, not a sale.
sale-try-topic-chain = A list, but not of sales.
sale-try-topic-undo = An undo.
sale-try-topic-fix = A correction.

sale-help-sale = Book a sale
sale-usage-sale = /sale product quantity amount (any order)
sale-example-sale =
    /sale 面膜3盒x128
    /sale 796 @阿芳 yesterday
    /sale 1280 我60% 阿芳40%
sale-help-undo = Take one back
sale-usage-undo = /undo [number]
sale-example-undo =
    /undo
    /undo S27
sale-help-fix = Correct an amount
sale-usage-fix = /fix [number] new amount
sale-example-fix =
    /fix S27 1180
    /fix S27 面膜4盒 512
sale-help-ledger = List the ledger
sale-usage-ledger = /ledger [who] [when]
sale-example-ledger =
    /ledger
    /ledger 小美 month
    #S27
sale-help-try = Try a text
sale-usage-try = /try text
sale-example-try = /try 报单 面膜5盒 精华1 总1038

# Questions
sale-ask-no-amount = Well done! How much was it? Just send the amount, e.g. “398” (within 10 minutes)
sale-ask-unit-price = That is the price of one; how much was it in all?
sale-ask-list-mismatch = That differs from the price list. Which is right?
sale-ask-sum-wrong = The sum and its result differ. Which is right?
sale-ask-range = That is no exact amount. Send one, e.g. /sale 398
sale-ask-two-amounts = There are two amounts. Which is right?
sale-ask-points = Points are not money. How much was paid? e.g. /sale 398
sale-ask-currency = I convert no currency. Report it in yuan, e.g. /sale 350
sale-ask-too-precise = An amount has two decimals at most, e.g. /sale 398.99
sale-ask-separators = I cannot tell how much that is, e.g. /sale 1299 or /sale 1.30
sale-ask-malformed = I do not understand the amount, e.g. /sale 398.50
sale-ask-unknown-member = Nobody here is called “{ $name }”. Whose sale is it? e.g. /sale 398 @阿芳
sale-ask-two-members = Two people are named. Whose sale is it? e.g. /sale 398 @阿芳
sale-ask-split-not-100 = The shares do not add up to 100 %, e.g. /sale 1280 我60% 阿芳40%
sale-ask-no-price = The list has no price for that unit. How much was it? e.g. /sale 2箱面膜 3000
sale-ask-bad-date = There is no such day, e.g. /sale 398 6.16
sale-ask-future-date = That day is still to come, e.g. /sale 398 yesterday
sale-ask-old-date = That was some time ago. Book it on that day?
sale-ask-near-miss = Did you mean to report a sale?
sale-ask-not-done = I book what is sold. Report it when it is, e.g. /sale 398
sale-ask-third-person = Do you want to report that for them?
sale-ask-loose-product = Did you sell these?
sale-ask-quantity-times = Is it that many times?
sale-ask-list-price = That is what the price list says. Is it right? If not, just send the amount
sale-ask-no-refund-amount = How much goes back? Just send the amount, e.g. “398” (within 10 minutes)
sale-ask-orders-mismatch = The orders and the amounts do not agree. Book it like this?
sale-ask-unclear-number = I cannot read that number, e.g. /sale 398
sale-ask-fraction = I do not compute fractions. Send the amount, e.g. /sale 398
sale-ask-deposit-only = That is a deposit or a balance alone. How much in all? e.g. /sale 套盒1套 定金500 尾款780
sale-ask-discount-unclear = How much was paid after the discount? e.g. /sale 面膜3盒 实收350
sale-ask-date-or-amount = Is that a date or an amount? e.g. /sale 398 6.16
sale-ask-question = Did you mean to report a sale?
sale-ask-soft = Did you mean to report a sale?
sale-ask-refund-loose = No order of that amount is booked. Book the refund all the same?
sale-ask-refund-which = Which order is refunded?
sale-refund-choice = #S{ $number } { $date } { $what }{ $amount }{ $customer }
sale-ask-long-story = Did you mean to report a sale?
sale-ask-bare-list = Is that a list of sales?
sale-ask-too-large = That is too much (at most 100 million), e.g. /sale 12000
sale-ask-zero = The amount is 0. How much was it? e.g. /sale 398
sale-ask-negative = The amount is below zero. For a refund: 退款 王姐 200
sale-ask-unsure = I am not sure. Book it like this?

# Refusals
sale-refuse-zero = The amount is 0; nothing was booked. e.g. /sale 398
sale-refuse-negative = A sale is more than 0; nothing was booked. For a refund: 退款 王姐 200
sale-refuse-malformed = I do not understand the amount; nothing was booked. e.g. /sale 398.50
sale-refuse-too-large = The amount is too large (100 million at most); nothing was booked. e.g. /sale 12000
sale-refuse-points = Points are not money; nothing was booked. How much was paid? e.g. /sale 398
sale-refuse-currency = I convert no currency; nothing was booked. e.g. /sale 350
sale-refuse-unknown-member = Nobody here is called “{ $name }”; nothing was booked. e.g. 加成员 { $name }(不在群)
sale-refuse-bad-date = There is no such day; nothing was booked. e.g. /sale 398 6.16
sale-refuse-future-date = That day is still to come; nothing was booked. e.g. /sale 398 yesterday

# Large orders that wait for a lead
sale-held = ⏳ #S{ $number } { $seller } { $what }{ $amount }{ $corrected ->
    [0] {" "}noted, not counted yet
   *[other] {" "}corrected, not counted yet
 }
sale-held-why = Much larger than usual: it counts, on its own day, once { $who } has confirmed it
sale-held-ask = ⏳ { $seller } reported a large order: #S{ $number } { $what }{ $amount }. Does it count?
sale-held-how = Or write /confirm S{ $number }, /refuse S{ $number } reason
sale-button-confirm = Confirm
sale-button-refuse = Does not count
sale-confirmed = ✅ Confirmed #S{ $number } { $name } { $what }{ $amount }, counts for { $date }
sale-confirmed-told = ✅ { $who } confirmed your #S{ $number } { $amount }, it counts
sale-confirmed-group = 🎉 #S{ $number } { $name } { $what }{ $amount } is confirmed, counts for { $date }
sale-refused = Good, #S{ $number } { $amount } does not count{ $kept } (the record is kept)
sale-refused-stays = , it stays { $amount }
sale-refused-told = { $who } looked at it: #S{ $number } { $amount } does not count{ $kept }{ $reason }. Report it anew if the amount was wrong; to object: /appeal S{ $number } why
sale-refused-reason = : { $text }
sale-not-held = #S{ $number } waits for nobody. Write #S{ $number } to see its history.
sale-held-not-yours = #S{ $number } is for another lead to confirm: { $who }
sale-confirm-which = Confirm which order? E.g. /confirm S27
sale-refuse-long = A shorter reason please, up to 100 characters.
sale-help-confirm = confirm a large order
sale-usage-confirm = /confirm number
sale-example-confirm = /confirm S27
sale-help-refuse = a large order does not count
sale-usage-refuse = /refuse number [reason]
sale-example-refuse = /refuse S27 same as S26
