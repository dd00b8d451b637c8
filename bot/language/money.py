"""Amounts of money in words and digits: exact minor units, or what is wrong with them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from bot.language.numerals import DIGITS, FIGURE, UNITS, Fault, read_numeral
from bot.language.text import MARKERS, STRANGE_DIGITS, normalise
from models.values import MAX_AMOUNT

# What can be no amount at all is refused with an example; the other faults deserve a question.
REFUSED = frozenset(
    {Fault.MALFORMED, Fault.TOO_LARGE, Fault.ZERO, Fault.NEGATIVE, Fault.POINTS, Fault.CURRENCY}
)

YUAN = r"(?:元整?|块钱?|圆整?|人民币|大洋|rmb(?![a-z])|cny(?![a-z])|yuan(?![a-z]))"
FOREIGN = (
    r"(?:us\$|hk\$|nt\$|\$|€|£|₩|₽|฿|usdt?(?![a-z])|hkd|eur(?![a-z])|gbp|jpy|krw|twd|sgd|aud"
    r"|美元|美金|美刀|刀(?![具片])|港币|港元|港纸|欧元|英镑|日元|日币|円|韩元|韩币|台币|泰铢|卢布"
    r"|澳元|澳币|加元|加币|新币|越南盾|比特币|泰达币|btc(?![a-z])|eth(?![a-z]))"
)
POINTS = r"(?:积分|个?点数|金币|q币|游戏币|经验值?|代币|钻石|豆子?(?![沙腐浆]))"
# Number-like writing that no member means as plain money; it is refused, never repaired.
WEIRD = (
    rf"(?:[0-9]+(?:\.[0-9]*)?e[-+]?[0-9]+|0x[0-9a-f]+|(?<![a-z])(?:nan|-?inf(?:inity)?)(?![a-z])"
    rf"|无穷大?|∞|[{MARKERS}]|[0-9.]*[{STRANGE_DIGITS}][0-9.{STRANGE_DIGITS}]*"
    r"|(?<![0-9/])[0-9]{1,2}/[0-9]{1,2}(?![0-9/])|[0-9][0-9.,]*(?:_[0-9]*)+"
    r"|(?<![0-9])[0-9]*\.{2,}[0-9]+|(?<![0-9.])\.[0-9]+)"
)
AMOUNT = (
    rf"(?:¥|rmb\s?|cny\s?)?\s*(?:(?P<figure>(?>{FIGURE}))(?![{UNITS}])"
    rf"|(?P<digit>[{DIGITS}])(?=\s*(?:{YUAN}|[毛角])))"
    rf"\s*(?P<yuan>{YUAN}(?:(?P<tenth>[0-9]{{1,2}}"
    rf"|[{DIGITS}半])(?:[毛角](?:(?P<cent>[0-9{DIGITS}])分?)?"
    rf"|(?![0-9.%{DIGITS}多几]|\s*[单笔盒瓶套件支个箱袋罐片组份月号天折点]))"
    rf"|[零〇](?P<cents>[0-9{DIGITS}])分)?|(?P<jiao>[毛角])(?:(?P<after>[0-9{DIGITS}])分?)?)?"
)
_AMOUNT = re.compile(AMOUNT, re.IGNORECASE)
_WEIRD = re.compile(WEIRD, re.IGNORECASE)
_FOREIGN = re.compile(FOREIGN + "|[0-9]u(?![a-z])", re.IGNORECASE)
_POINTS = re.compile(POINTS, re.IGNORECASE)
APPROXIMATE = (
    r"(?:大概|大约|差不多|约|将近|接近|近(?=[0-9])|上下|左右|不到|出头|以上|以内|几[十百千万]|好几"
    rf"|[0-9{DIGITS}十百千万]\s*(?:多|来)(?:块|元|$|(?=[^\w]))|[0-9]\s*(?:-|~|至|到|或者?"
    rf"|还是)\s*[0-9]"
    r"|[0-9]\s*\+(?![0-9]))"
)
_APPROXIMATE = re.compile(APPROXIMATE)
_EXPRESSION_ITEM = re.compile(
    rf"\s*(?:(?P<number>{FIGURE})\s*(?:{YUAN})?|(?P<operator>[-+x×*乘加减=()]))\s*", re.IGNORECASE
)
_OPERATORS = {"x": "×", "*": "×", "乘": "×", "加": "+", "减": "-"}
_MAX_EXPRESSION = 120
_TERM = r"[0-9]+(?:\.[0-9]+)?"
_BRACKETED = re.compile(
    rf"(?:{_TERM}\s*[-+x×*]\s*)*\({_TERM}(?:\s*[-+x×*]\s*{_TERM})+\)(?:\s*[-+x×*]\s*{_TERM})*"
)


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount that is certain, in minor units, always above zero."""

    minor: int


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a text is no certain amount; `guess` is what it most likely means, in minor units."""

    reason: Fault | str
    guess: int | None = None

    @property
    def refused(self) -> bool:
        """Whether the value is impossible rather than doubtful."""
        return self.reason in REFUSED


def read_amount(text: str) -> Amount | Problem:
    """The one amount that a text states, or why it states none; expressions are computed."""
    text = normalise(text).strip().rstrip(",.。!;、").lower()
    fault = _whole_fault(text)
    if fault is not None:
        return Problem(fault)
    match = _AMOUNT.fullmatch(text.removeprefix("+"))
    if match is not None:
        return amount_of(match)
    computed = evaluate(text)
    if computed is not None:
        return computed
    spoken = read_numeral(text)
    return Problem(spoken if isinstance(spoken, Fault) else Fault.UNCLEAR)


def _whole_fault(text: str) -> Fault | None:
    if not text:
        return Fault.MALFORMED
    if _WEIRD.search(text) is not None:
        return Fault.MALFORMED
    if _POINTS.search(text) is not None:
        return Fault.POINTS
    if _FOREIGN.search(text) is not None:
        return Fault.CURRENCY
    if re.match(r"[¥\s]*(?:-|负)", text):
        return Fault.NEGATIVE
    if _APPROXIMATE.search(text) is not None and "=" not in text:
        return Fault.RANGE
    return None


def amount_of(match: re.Match[str]) -> Amount | Problem:
    """The amount that a match of AMOUNT stands for."""
    value = read_numeral(match["figure"] or match["digit"])
    if isinstance(value, Fault):
        return Problem(value)
    return to_minor(value, _parts(match))


def _parts(match: re.Match[str]) -> Decimal | None:
    """The cents that the words after the unit add, None for a unit of ten cents."""
    if match["jiao"]:
        return Decimal(-1) - _small(match["after"])
    tenth, cent, cents = match["tenth"], match["cent"], match["cents"]
    if cents:
        return _small(cents)
    if not tenth:
        return Decimal(0)
    if tenth == "半":
        return Decimal(50)
    return (Decimal(tenth) if len(tenth) == 2 else _small(tenth) * 10) + _small(cent)


def _small(digit: str | None) -> Decimal:
    if not digit:
        return Decimal(0)
    value = read_numeral(digit)
    return value if isinstance(value, Decimal) else Decimal(0)


def to_minor(value: Decimal | Fraction, parts: Decimal | None = None) -> Amount | Problem:
    """Major units and extra cents as an amount within the bounds of the ledger."""
    cents = Fraction(value) * 100
    if parts is not None and parts < 0:
        cents = Fraction(value) * 10 - 1 - Fraction(parts)
    elif parts:
        if value % 1:
            return Problem(Fault.MALFORMED)
        cents += Fraction(parts)
    if cents % 1:
        return Problem(Fault.TOO_PRECISE)
    if cents >= MAX_AMOUNT:
        return Problem(Fault.TOO_LARGE)
    if cents < 0:
        return Problem(Fault.NEGATIVE)
    return Amount(int(cents)) if cents else Problem(Fault.ZERO)


def evaluate(text: str) -> Amount | Problem | None:
    """The value of a sum such as 60*2+6=126, None where the text is no sum."""
    if len(text) > _MAX_EXPRESSION:
        return None
    items: list[Decimal | str] = []
    end = 0
    for match in _EXPRESSION_ITEM.finditer(text):
        if match.start() != end:
            return None
        end = match.end()
        operator = match["operator"]
        if operator:
            items.append(_OPERATORS.get(operator, operator))
            continue
        number = read_numeral(match["number"])
        if isinstance(number, Fault):
            return Problem(number)
        items.append(number)
    if end != len(text) or not any(isinstance(item, str) for item in items):
        return None
    return compute(items)


def fold_brackets(text: str) -> str:
    """The text with sums that hold brackets, such as (398+128)*2, replaced by their value."""
    return _BRACKETED.sub(_folded, text) if "(" in text else text


def _folded(match: re.Match[str]) -> str:
    value = evaluate(match[0].strip())
    if not isinstance(value, Amount):
        return match[0]
    return f" {value.minor // 100}.{value.minor % 100:02d} "


def compute(items: list[Decimal | str]) -> Amount | Problem | None:
    """The amount of a list of numbers and operators; a wrong result after = is a problem."""
    stated: Decimal | None = None
    if len(items) > 2 and items[-2] == "=":
        last = items[-1]
        if isinstance(last, str):
            return None
        stated, items = last, items[:-2]
    sums = _Expression(items)
    value = sums.addition()
    if value is None or sums.at != len(items):
        return None
    result = to_minor(value)
    if stated is not None and stated != value:
        return Problem("sum_wrong", result.minor if isinstance(result, Amount) else None)
    return result


class _Expression:
    """A sum of products with brackets, evaluated while it is read."""

    def __init__(self, items: list[Decimal | str]) -> None:
        self.items = items
        self.at = 0

    def _take(self, operators: str) -> str | None:
        if self.at < len(self.items):
            item = self.items[self.at]
            if isinstance(item, str) and item in operators:
                self.at += 1
                return item
        return None

    def addition(self) -> Fraction | None:
        """The value from here to the end or a closing bracket, None where it makes no sense."""
        value = self._product()
        while value is not None and (sign := self._take("+-")):
            term = self._product()
            if term is None:
                return None
            value = value + term if sign == "+" else value - term
        return value

    def _product(self) -> Fraction | None:
        value = self._factor()
        while value is not None and self._take("×"):
            factor = self._factor()
            if factor is None:
                return None
            value *= factor
        return value

    def _factor(self) -> Fraction | None:
        if self._take("("):
            value = self.addition()
            return value if self._take(")") else None
        if self.at < len(self.items):
            item = self.items[self.at]
            if isinstance(item, Decimal):
                self.at += 1
                return Fraction(item)
        return None
