"""Cuts the text of a sale into products, counts, amounts, signs and labels."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from bot.language.lexicon import Lexicon
from bot.language.money import Problem, amount_of
from bot.language.numerals import DIGITS, Fault, read_numeral
from bot.language.reading import Product

_COUNT = re.compile(rf"[0-9.]+|[{DIGITS}十拾百俩仨半]+")
_FILLER = re.compile(r"[^\w]*(?:[是为了的价款共额就付收啊啦呀哈呢]|一起|元)*[^\w]*")
_MEASURE = re.compile(rf"[^0-9.\s{DIGITS}十拾百俩仨半]+$")
_WORDS = {"俩": 2, "仨": 3}
_MAX_QUANTITY = 99_999


# Not frozen: a message makes dozens of tokens, and frozen ones take four times as long to make.
@dataclass(slots=True)
class Token:
    """One piece of a sale's text, never changed once it is made.

    Kinds: P product, Q count with a measure word, N bare small number, M amount of money,
    O count of orders, D ordinal of an order, T times, A plus, S minus, E equals, L label,
    U price per unit, Z stated discount, C correction, R approximation, X impossible number,
    F foreign money, I points, H each, G clause end, W words, K computed sum, Y bare product of
    two numbers, h small Chinese number. `role` is the label that an amount got.
    """

    kind: str
    text: str
    start: int
    end: int
    number: Decimal | None = None
    minor: int | None = None
    fault: str = ""
    role: str = ""
    product: Product | None = None
    measure: str = ""
    terms: tuple[int, ...] = ()

    def with_role(self, role: str) -> Token:
        """The same token bound to a label."""
        return replace(self, role=role)


def cut(text: str, lexicon: Lexicon) -> list[Token]:
    """The tokens of a text in order; what is no token becomes W where it holds words."""
    tokens: list[Token] = []
    end = 0
    for match in lexicon.token.finditer(text):
        start = match.start()
        if start > end:
            _add_words(tokens, text, end, start)
        tokens.append(_token(match, lexicon))
        end = match.end()
    if end < len(text):
        _add_words(tokens, text, end, len(text))
    return tokens


def _add_words(tokens: list[Token], text: str, start: int, end: int) -> None:
    words = text[start:end]
    if words.isspace() or _FILLER.fullmatch(words) is not None:
        return
    tokens.append(Token("W", words.strip(), start, end))


def _token(match: re.Match[str], lexicon: Lexicon) -> Token:
    kind = match.lastgroup or ""
    text, start, end = match[0], match.start(), match.end()
    if kind[0] == "L":
        return Token("L", text, start, end, role=kind[1])
    if kind == "P":
        return Token("P", text, start, end, product=lexicon.products[text.lower()])
    if kind == "M":
        return _amount(match)
    if kind in "QODh":
        measure = _MEASURE.search(text)
        number = count_of(text)
        return Token(kind, text, start, end, number, measure=measure[0] if measure else "")
    if kind == "Z":
        return _discount(match)
    if kind == "U" and text in ("各", "每单", "每笔"):
        return Token("H", text, start, end)
    return Token(kind, text, start, end)


def _amount(match: re.Match[str]) -> Token:
    text, start, end = match[0], match.start(), match.end()
    digits = text.strip()
    if len(digits) < 6 and digits.isascii() and digits.isdigit() and digits[0] != "0":
        # By far the most amounts; nothing but digits needs no reading.
        number = int(digits)
        return Token("N", text, start, end, Decimal(number), number * 100)
    amount = amount_of(match)
    if isinstance(amount, Problem):
        kind = "N" if amount.reason is Fault.ZERO else "X"
        return Token(kind, text, start, end, Decimal(0), 0, fault=str(amount.reason))
    stripped = text.strip()
    if stripped in ("十", "拾"):
        # 十分开心: a lone ten without a unit is a word.
        return Token("h", text, start, end, Decimal(10))
    return Token("M", text, start, end, Decimal(amount.minor) / 100, amount.minor)


def _discount(match: re.Match[str]) -> Token:
    minus, fold = match["minus"] or match["coupon"], match["fold"]
    number: Decimal | None = None
    if minus:
        value = read_numeral(minus)
        number = value if isinstance(value, Decimal) else None
        minor = int(number * 100) if number is not None else None
        return Token("Z", match[0], match.start(), match.end(), minor=minor)
    if fold:
        number = _fold(fold)
    return Token("Z", match[0], match.start(), match.end(), number)


def _fold(text: str) -> Decimal | None:
    digits = "".join(
        str("零一二三四五六七八九".find(c)) if c in "零一二三四五六七八九" else c for c in text
    )
    try:
        value = Decimal(digits)
    except ArithmeticError:
        return None
    return value / 10 if value < 10 else value / 100


def count_of(text: str) -> Decimal | None:
    """The number at the head of a count such as 3盒 or 俩, None where it is no count."""
    match = _COUNT.search(text)
    if match is None:
        return None
    word = match[0]
    if word in _WORDS:
        return Decimal(_WORDS[word])
    if word == "半":
        return Decimal("0.5")
    value = read_numeral(word)
    if isinstance(value, Fault) or value > _MAX_QUANTITY:
        return None
    return value
