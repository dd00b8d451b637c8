# 为什么:数字从哪来
why-note = 截至 { $time } · 指纹 { $snapshot }
why-counted = { $count ->
    [0] 没有计入的单
   *[other] 计入 { $count } 条:{ $names }{ why-more }
}
why-more = { $more ->
    [0] { "" }
   *[other] {" "}等
}
why-excluded = 不计 { $count } 条:{ $names }{ why-more }
why-excluded-one = #S{ $number }({ $reason ->
    [void] 已撤销
    [corrected] 已更正
    [held] 待确认
    [cutoff] 过了截止
    [late] 补报不算
    [leg] 不是自己那棒
   *[other] { $reason }
})
