# Pictures
picture-rest = and { $count } more
picture-no-name = a teammate
picture-from = { $team } · Duizhang
picture-blind = Hidden
picture-ahead = Ahead
