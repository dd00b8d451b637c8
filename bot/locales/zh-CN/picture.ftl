# 图片
picture-rest = 还有 { $count } 人
picture-no-name = 一位伙伴
picture-from = { $team } · 小队长
picture-blind = 封榜中
picture-ahead = 领先
