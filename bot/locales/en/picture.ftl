# Pictures
picture-rest = and { $count } more
