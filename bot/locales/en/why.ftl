# Why: where a number comes from
why-note = as of { $time } · fingerprint { $snapshot }
why-counted = { $count ->
    [0] no record counts
    [one] counts 1 record: { $names }
   *[other] counts { $count } records: { $names }{ why-more }
}
why-more = { $more ->
    [0] { "" }
   *[other] {" "}and more
}
why-excluded = { $count ->
    [one] leaves out 1 record: { $names }
   *[other] leaves out { $count } records: { $names }{ why-more }
}
why-excluded-one = #S{ $number } ({ $reason ->
    [void] taken back
    [corrected] corrected
    [held] not confirmed yet
    [cutoff] after the cut-off
    [late] late entry
    [leg] not their leg
   *[other] { $reason }
})
