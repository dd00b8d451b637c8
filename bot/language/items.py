"""Finds the products, quantities and unit prices among the tokens of a sale."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from bot.language.money import Amount, Problem, compute, to_minor
from bot.language.numerals import Fault
from bot.language.reading import Line, Product
from bot.language.tokens import Token

# A bare number up to this after a product counts pieces, above it the number is money.
_MOST_PIECES = 20
_MOST_BARE_PIECES = 99

_SUM = re.compile(r"(?<![PQT])[MN](?:[TAS][MNh])+(?:E[MN])?")
_EQUALS = re.compile(r"(?<=[NMQ])E(?=[MN])")
_TWO_FACTORS = re.compile("[MN]T[MNh]")
_TWO_TERMS = re.compile("[MN]A[NMh]")
_LINE_SUM = re.compile(r"(?<=P)[MN]T[MN]E(?=[MN])")
_ITEM = re.compile(
    r"(?P<a>P G?Q T[MN])|(?P<b>P[MN] T Q)|(?P<c>P[MN] T[MN])|(?P<d>[MN] T[NQh] G?P)"
    r"|(?P<e>Q P T[MN])"
    r"|(?P<f>[MN] T Q)|(?P<g>Q T[MN])|(?P<h>P T[NQh])|(?P<i>P A[NQ])|(?P<j>P G?Q)"
    r"|(?P<p>P[MN] G?Q)|(?P<k>Q P)"
    r"|(?P<l>[Nh] T P)|(?P<m>P[Nh](?!T))|(?P<n>[hN]P(?!G?Q|T[NQh]))|(?P<o>P)",
    re.VERBOSE,
)


@dataclass(slots=True)
class Item:
    """A product, listed or not, with what was said of its quantity and price in minor units."""

    product: Product | None
    quantity: Decimal
    unit_price: int | None = None
    measure: str = ""
    counted: bool = True

    @property
    def priced(self) -> bool:
        """Whether the list price applies: a known product counted in its own unit or in pieces."""
        if self.product is None:
            return False
        return not self.measure or self.measure in (
            self.product.unit,
            "个",
            "件",
            "份",
            "盒",
            "瓶",
            "套",
            "支",
        )

    @property
    def list_total(self) -> int | None:
        """The list price of all pieces in minor units, None where no list price applies."""
        if self.product is None or not self.priced or self.quantity % 1:
            return None
        return self.product.price * int(self.quantity)

    def line(self) -> Line | None:
        """The line for the ledger, None for an unknown product or a broken quantity."""
        if self.product is None or self.quantity % 1:
            return None
        return Line(self.product.name, int(self.quantity), self.unit_price)


def kinds_of(tokens: list[Token]) -> str:
    """One letter per token, for patterns over the whole."""
    return "".join(token.kind for token in tokens)


def fold_sums(tokens: list[Token]) -> list[Token]:
    """Tokens with written-out sums such as 60*2+6=126 replaced by their value."""
    kinds = kinds_of(tokens)
    if "T" not in kinds and "A" not in kinds and "S" not in kinds:
        return tokens
    folded: list[Token] = []
    end = 0
    for match in _SUM.finditer(kinds):
        folded.extend(tokens[end : match.start()])
        folded.extend(_fold(tokens, kinds, match))
        end = match.end()
    folded.extend(tokens[end:])
    kinds = kinds_of(folded)
    # In 面膜128*3=384 the number after = is the total of the line.
    for match in _LINE_SUM.finditer(kinds):
        folded[match.end()] = folded[match.end()].with_role("B")
    sums = _EQUALS.search(kinds)
    if sums is not None:
        folded[sums.end()] = folded[sums.end()].with_role("B")
    return folded


def _fold(tokens: list[Token], kinds: str, match: re.Match[str]) -> list[Token]:
    run = tokens[match.start() : match.end()]
    shape = match[0]
    before, after = kinds[: match.start()][-1:], kinds[match.end() :][:1]
    if shape in ("NSN", "NSM", "MSN", "MSM"):
        return [run[0], Token("R", "-", run[1].start, run[1].end), run[2]]
    if _TWO_FACTORS.fullmatch(shape):
        if after == "P" or before == "P":
            return run
        return [_product_of_two(run)]
    if _TWO_TERMS.fullmatch(shape) and after == "P" and run[2].number is not None:
        return run
    items: list[Decimal | str] = [_SIGNS.get(t.kind) or t.number or Decimal(0) for t in run]
    value = compute(items)
    first, last = run[0], run[-1]
    base = Token("K", "".join(t.text for t in run), first.start, last.end)
    if isinstance(value, Amount):
        terms = tuple(t.minor or 0 for t in run if t.kind in "MN")
        pure = set(shape) <= set("MNA")
        return [replace(base, minor=value.minor, terms=terms if pure else ())]
    fault = value.reason if isinstance(value, Problem) else Fault.MALFORMED
    guess = value.guess if isinstance(value, Problem) else None
    return [replace(base, kind="X", fault=str(fault), minor=guess)]


_SIGNS = {"T": "×", "A": "+", "S": "-", "E": "="}


def _product_of_two(run: list[Token]) -> Token:
    value = to_minor((run[0].number or Decimal(0)) * (run[2].number or Decimal(0)))
    minor = value.minor if isinstance(value, Amount) else None
    text = "".join(token.text for token in run)
    terms = (run[0].minor or 0,)
    return Token("Y", text, run[0].start, run[2].end, minor=minor, terms=terms)


def take_items(tokens: list[Token], *, other_amounts: bool) -> tuple[list[Item], list[Token]]:
    """The items among the tokens and the tokens that are left.

    `other_amounts` tells that a labelled amount stands elsewhere: a bare number then counts pieces.
    """
    kinds = _visible(tokens)
    if "P" not in kinds and "Q" not in kinds:
        return [], tokens
    items: list[Item] = []
    left: list[Token] = []
    end = 0
    money = sum(kinds.count(kind) for kind in "MNKY")
    at = 0
    while (match := _ITEM.search(kinds, at)) is not None:
        shape = match.lastgroup or ""
        run = tokens[match.start() : match.end()]
        if shape in "mn" and not _counts(run, shape, several=other_amounts or money > 1):
            # The number is money; the product stands alone.
            shape, start, stop = "o", match.start(), match.start() + 1
            if run[0].kind != "P":
                left.extend(tokens[end : start + 1])
                start, stop, end = start + 1, start + 2, start + 1
            run = tokens[start:stop]
            match_start, match_end = start, stop
        else:
            match_start, match_end = match.start(), match.end()
        left.extend(tokens[end:match_start])
        if shape == "p":
            # 面膜128 2盒: the number may be the price of one or of all, so it stays an amount.
            left.append(run.pop(1))
        items.append(_item(shape, run))
        end = at = match_end
    left.extend(tokens[end:])
    return _spread_each(items, left)


def _visible(tokens: list[Token]) -> str:
    # A number with a label of its own is no quantity and no unit price.
    return "".join("." if token.role and token.kind in "MNK" else token.kind for token in tokens)


def _counts(run: list[Token], shape: str, *, several: bool) -> bool:
    number, product = (run[1], run[0]) if shape == "m" else (run[0], run[1])
    if number.kind == "h":
        return True
    value = number.number or Decimal(0)
    if value == 0 or value > _MOST_BARE_PIECES or product.product is None:
        return False
    if shape == "n" and number.end < product.start and not several:
        return False
    return several or value <= _MOST_PIECES


def _item(shape: str, run: list[Token]) -> Item:
    product = next((token.product for token in run if token.kind == "P"), None)
    counted = next((token for token in run if token.kind == "Q"), None)
    numbers = [token for token in run if token.kind in "MNh"]
    price: Token | None = None
    if counted is None and len(numbers) == 2:
        counted, price = _which_counts(numbers, product)
    elif counted is None and numbers:
        counted = numbers[0]
    elif numbers:
        price = numbers[0]
    quantity = counted.number if counted is not None and counted.number is not None else Decimal(1)
    return Item(
        product,
        quantity,
        price.minor if price is not None else None,
        counted.measure if counted is not None else "",
        counted=counted is not None,
    )


def _which_counts(numbers: list[Token], product: Product | None) -> tuple[Token, Token]:
    """Of two factors the one that counts pieces, and the one that is the price."""
    first, second = numbers
    if product is not None and first.minor == product.price and second.minor != product.price:
        return second, first
    if product is not None and second.minor == product.price:
        return first, second
    if (first.number or 0) < (second.number or 0):
        return first, second
    return second, first


def _spread_each(items: list[Item], left: list[Token]) -> tuple[list[Item], list[Token]]:
    """Gives 各2 to every product that has no count of its own."""
    for at, token in enumerate(left[:-1]):
        count = left[at + 1]
        if token.kind == "H" and count.kind in "NQh" and count.number is not None:
            spread = [
                item if item.counted else replace(item, quantity=count.number, counted=True)
                for item in items
            ]
            return spread, left[:at] + left[at + 2 :]
    if any(token.kind == "H" for token in left) and items and not items[-1].product:
        quantity = items[-1].quantity
        spread = [replace(item, quantity=quantity, counted=True) for item in items[:-1]]
        return spread, [token for token in left if token.kind != "H"]
    return items, left


def price_of_one(items: list[Item], paid: int) -> bool:
    """Whether what was paid is no more than the price of one of several pieces."""
    pieces = sum(item.quantity for item in items)
    prices = [item.product.price for item in items if item.product is not None]
    return pieces > 1 and len(prices) == 1 and paid <= prices[0]


def multiplied_price(items: list[Item]) -> int | None:
    """The sum of what the text itself multiplies, None unless every item has a price there."""
    total = 0
    for item in items:
        if item.unit_price is None or item.quantity % 1:
            return None
        total += item.unit_price * int(item.quantity)
    return total if items else None


def list_price(items: list[Item]) -> int | None:
    """What the items cost by the list, None where any of them has no price or no clear count."""
    total = 0
    for item in items:
        price = item.list_total
        if price is None:
            return None
        total += price
    return total if items else None
