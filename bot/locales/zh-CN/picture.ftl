# 图片:战报、主题,和图上的字
picture-rest = 还有 { $count } 人
picture-no-name = 一位伙伴
picture-from = { $named ->
    [0] 小队长
   *[1] { $team } · 小队长
}
picture-blind = 封榜中
picture-ahead = 领先
picture-orders = { $count } 单
picture-people = { $count } 人
picture-money = { $amount } 元
picture-today = 今天
picture-day-before = 前一天
picture-day = { $month }月{ $day }日
picture-weekday = { $n ->
    [1] 周一
    [2] 周二
    [3] 周三
    [4] 周四
    [5] 周五
    [6] 周六
   *[7] 周日
}

picture-report-title = 🔥 { $span }战报{ $until }
picture-report-days = { $one ->
    [1] { $first }{ $until }
   *[0] { $first }–{ $last }{ $until }
}
picture-report-sum = 团队业绩
picture-report-total = 团队 { $amount } 元 / { $orders } 单 · { $sellers } 人开单
picture-report-fact = { $label } { $figure }
picture-report-goal = 目标完成 { $percent }%{ $done ->
    [1] ,达成 🎉
   *[0] ,还差 { $rest } 元
}
picture-report-customers = 新客 { $new } 单 · 老客 { $repeat } 单
picture-report-best = { $rank ->
    [1] 🥇
    [2] 🥈
   *[3] 🥉
} { $name } { $amount }  { $orders }单
picture-report-none = { $over ->
    [1] 这段时间没有开单
   *[0] 还没有人开单,来第一单吧
}
picture-report-unclear = 「{ $word }」不是一段时间。这样写:战报 昨天 / 战报 本周 / 战报 6月
picture-report-button = { $kind ->
    [day] 今日
    [week] 本周
   *[month] 本月
}
picture-label-orders = 成交
picture-label-sellers = 开单
picture-label-goal = 目标完成
picture-label-new = 新客
picture-label-repeat = 老客
picture-label-than = 比{ $span }
picture-label-beyond = 已超{ $span }

picture-theme-name = { $theme ->
    [amber] 琥珀
    [bamboo] 竹青
    [ocean] 海蓝
    [wisteria] 紫藤
    [rose] 玫红
    [night] 夜金
   *[vermilion] 朱砂
}
picture-with-accent = {" "}#{ $accent }
picture-theme-now = 🎨 图片现在用「{ $theme }」{ $accent }
picture-theme-set = 🎨 图片换成「{ $theme }」{ $accent }
picture-theme-choice = 可以换:{ $themes }
picture-theme-accent = 自己的颜色:主题 海蓝 #0066cc(管理可以换)
picture-theme-unknown = 没有「{ $word }」这个主题。可以用:朱砂、琥珀、竹青、海蓝、紫藤、玫红、夜金,或颜色如 #0066cc
picture-accent-changed = (#{ $wanted } 上的字看不清,调成了 #{ $found })
picture-sample = 排行、战报、目标和 PK 的图都用这个颜色
picture-sample-name = { $rank ->
    [1] 冠军
    [2] 亚军
   *[3] 季军
}

picture-help-sales-report = 看战报(带图)
picture-usage-sales-report = 战报 [昨天|本周|本月|6月|6.1..6.15](不写就是今天;加「文字」不要图)
picture-example-sales-report = 战报 本周
picture-help-theme = 看或换图片的颜色
picture-usage-theme = 主题 [朱砂|琥珀|竹青|海蓝|紫藤|玫红|夜金] [#颜色]
picture-example-theme = 主题 海蓝
