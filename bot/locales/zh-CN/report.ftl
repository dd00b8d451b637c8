# 会前小结
report-other-team = 这是你另一个队的会:到那个群里发“交 M几”就行
report-no-meeting = 接下来没有要交小结的会。定会:会议 明晚8点 周会
report-not-invited = M{ $number } { $title } 没有叫你,不用交小结
report-closed = M{ $number } { $title } 已经散会,小结不收了。有补充发给主持人。
report-cancelled = M{ $number } { $title } 取消了,不用交小结

report-draft = 📋 M{ $number } { $title } 前的小结({ $when } 开会)
report-week = { $last ->
    [0] 本周
   *[1] 上周
}
report-sales = { report-week }业绩 { $amount }
report-sales-goal = { report-week }业绩 { $amount }/{ $target }({ $percent }%)
report-sales-month = { report-week }业绩 { $amount } · 本月 { $month }/{ $target }({ $percent }%)
report-task = T{ $number } { $title }
report-more-tasks = { $more ->
    [0] { "" }
   *[other] { " " }等,另有 { $more } 项
}
report-done = ✅ 完成 { $count }:{ $tasks }{ report-more-tasks }
report-late = ⏳ 晚了 { $count }:{ $tasks }{ report-more-tasks }
report-blank = 卡点:__
report-how = 引用这条回一句卡点或补充就行(卡点:样品不够);没有就回“交”
report-button-as-is = 没有卡点,交
report-nudge = ⏰ M{ $number } { $title } { $when } 开会,还缺你的小结
report-later = 好,{ $when } 开会前都行。

report-in = ✅ M{ $number } { $title } 小结{ $again ->
    [0] 交了
   *[1] 换成新的了
}{ $late ->
    [0] { "" }
   *[1] (晚交,也算数)
}
report-blocker = ⛔ 卡点:{ $words }
report-words = 💬 { $words }
report-until = { $when } 开会前想改,再交一次就行,以新的为准
report-same = 和上次会前写的一样,有新进展再补一句

report-count = 📋 M{ $number } { $title } 小结已交 { $handed }/{ $total }
report-count-group = 📋 M{ $number } { $title } 小结已交 { $handed }/{ $total } 👍
report-missing = 还差:{ $names }{ $more ->
    [0] { "" }
   *[other] { " " }等,另有 { $more } 人
}
report-not-yet = 你的还没交。没有卡点就发:交 M{ $number }
report-mine = 你交的{ $late ->
    [0] { "" }
   *[1] (晚交)
}:
report-line = { $name }{ $late ->
    [0] { "" }
   *[1] (晚交)
}:{ $parts }
report-part-blocker = ⛔ { $words }
report-part-words = 💬 { $words }
report-part-done = 完成 { $count }
report-part-late = 晚 { $count }
report-more = …另有 { $count } 份

report-section = 📋 会前小结 { $handed }/{ $total }{ $done ->
    [0] { "" }
   *[other] ,完成任务 { $done } 项 👏
}
report-section-more = { $more ->
    [0] { "" }
   *[other] (另有 { $more } 条)
}
report-section-blockers = ⛔ { $name }:{ $words }{ report-section-more }
report-section-words = 💬 { $name }:{ $words }{ report-section-more }

report-help-report = 会前交小结,或看大家的
report-usage-report = 汇报 [M12] 说几句 [卡点:…];小结 M12 看;没有补充回“交”
report-example-report =
    汇报 M12 发圈10条 卡点:样品不够
    小结 M12
    交
