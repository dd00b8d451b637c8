# 价格表
price-line = { $name } { $price }{ $unit }
price-changed = { $line }(原 { $before })
price-set = 好,{ $line }。
price-set-several = 好,记下 { $count } 个价格:
price-removed = 好,{ $name }从价格表删了。
price-list = 🏷️ 价格表 { $count } 种
price-list-line = { $parts }
price-list-empty = 还没有价格表。管理可以发:价格 面膜 128/盒
price-how = 这样写价格:价格 面膜 128/盒(一行一个,可以几行);不卖了:价格 删 面膜
price-unclear = “{ $line }”没看懂,一个都没改。比如:价格 面膜 128/盒
price-unknown = 价格表里没有“{ $name }”。发“价格表”看有什么。
price-out-of-range = { $name }的价格 { $price } 不对,要大于 0、不超过 1 亿。比如:价格 面膜 128/盒
price-too-long = “{ $name }…”太长:名字最多 { $limit } 个字,单位最多 4 个。比如:价格 面膜 128/盒
price-too-many = 价格表最多 { $limit } 种,先删几个:价格 删 面膜

price-help-price = 定价,可以几行
price-usage-price = 价格 产品 价/单位(一行一个);价格 删 产品
price-example-price = 价格 面膜 128/盒
price-help-prices = 看价格表
price-usage-prices = 价格表
price-example-prices = 价格表
