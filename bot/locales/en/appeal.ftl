# Appeals
appeal-title = ⚖️ #C{ $number } Appeal by { $name }{ $about }{ $state ->
    [open] { "" }
    [upheld] : upheld
    [rejected] : rejected
   *[withdrawn] : withdrawn
}
appeal-about = {" "}about #{ $record }
appeal-said = They say: { $words }
appeal-changed = The ledger has changed: S{ $number }-{ $revision } { $void ->
    [1] taken back
   *[0] { $amount }
}
appeal-step = { $at } { $name }{ $verb ->
    [note] {" "}said
    [passed] {" "}decides from now on
    [upheld] {" "}upheld it
    [rejected] {" "}rejected it
    [withdrawn] {" "}withdrew it
   *[opened] {" "}opened it
}{ $words }
appeal-words = : { $words }
appeal-how = Only you and { $name } see this. Write “C{ $number } upheld why” or “C{ $number } rejected why”; records are changed as usual with /fix and /undo
appeal-reminder = { $title } waits for your decision, for { $days ->
    [1] a day
   *[other] { $days } days
}
appeal-reminder-note = C{ $number } shows all of it. Answer with “C{ $number } upheld reason” or “C{ $number } rejected reason”
appeal-wait = Only you and { $decider } see this, the group does not. Quote this card to add something; /withdraw C{ $number } takes it back
appeal-button-withdraw = Withdraw
appeal-reason = Why: { $words }
appeal-now-fix = The ledger is not changed yet: /fix { $about } amount, or /sale, /undo
appeal-word = 💬 #C{ $number } { $name }: { $words }
appeal-word-note = Quote this to answer
appeal-passed-on = Added to #C{ $number } and passed on.
appeal-list = ⚖️ Appeals
appeal-line = { $title }{ $decide ->
    [1] {" "}(yours to decide)
   *[0] { "" }
}
appeal-list-note = Write a number such as C3 to see one
appeal-none = No appeals. To object to an order: /appeal S27 not counted
appeal-why = What is wrong? E.g. /appeal { $about } not counted
appeal-long = Shorter please, up to { $most } characters.
appeal-same = #{ $about } is under appeal already: #C{ $number }. Quote its card to add something.
appeal-many = { $count } appeals of yours wait for a decision. Wait, or withdraw one.
appeal-nobody = There is no other manager here to decide. The owner can name one: /role @name manager
appeal-not-found = There is no #C{ $number } that you may see. Yours: /appeal
appeal-not-decider = #C{ $number } is not yours to decide. To take it back: /withdraw C{ $number }
appeal-decide-why = Say why. E.g. C{ $number } upheld booked it
appeal-decide-what = Decide which? E.g. /decide C3 upheld booked it
appeal-not-yours = #C{ $number } is not yours to withdraw, only to decide. E.g. C{ $number } rejected why
appeal-over = #C{ $number } is over. Write C{ $number } to see it.
appeal-no-record = { $record } cannot be appealed. An order, a contest or an award can, e.g. /appeal S27 not counted
appeal-in-private = Appeals are private. Write to me in private first, then /appeal S27 not counted

appeal-help-appeal = object to a record or number, in private
appeal-usage-appeal = /appeal [number] what is wrong
appeal-example-appeal =
    /appeal S27 not counted
    /appeal
appeal-help-decide = decide an appeal
appeal-usage-decide = /decide number upheld|rejected why
appeal-example-decide = /decide C3 upheld booked it
appeal-help-withdraw = take an appeal back
appeal-usage-withdraw = /withdraw number
appeal-example-withdraw = /withdraw C3
