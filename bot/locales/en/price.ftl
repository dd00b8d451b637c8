# The price list.
price-line = { $name } { $price }{ $unit }
price-changed = { $line } (was { $before })
price-set = Noted: { $line }.
price-set-several = Noted { $count } prices:
price-removed = { $name } is off the price list.
price-list = 🏷️ Price list: { $count ->
    [one] 1 product
   *[other] { $count } products
}
price-list-line = { $parts }
price-list-empty = There is no price list yet. A manager can send: /price mask 128/box
price-how = A price is written so: /price mask 128/box (one a line, several lines at once); to remove: /price remove mask
price-unclear = I did not understand “{ $line }”, so nothing was changed. For example: /price mask 128/box
price-unknown = “{ $name }” is not on the price list. Send “/prices” to see it.
price-out-of-range = { $price } cannot be the price of { $name }: more than 0, at most 100 million. For example: /price mask 128/box
price-too-long = “{ $name }…” is too long: a name has at most { $limit } characters, a unit 4. For example: /price mask 128/box
price-too-many = A price list has at most { $limit } products; first remove some: /price remove mask

price-help-price = set prices
price-usage-price = /price product price/unit (one a line); /price remove product
price-example-price = /price mask 128/box
price-help-prices = show the price list
price-usage-prices = /prices
price-example-prices = /prices
