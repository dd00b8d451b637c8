"""Numerals as people write them in chat: 1,280.50, 1w2, 一千二百八, 1万2千."""

from __future__ import annotations

import re
from decimal import Decimal
from enum import StrEnum


class Fault(StrEnum):
    """Why a number or an amount cannot be taken as it stands; the value is the
    reason of a reading.
    """

    MALFORMED = "malformed"
    TOO_LARGE = "too_large"
    ZERO = "zero"
    NEGATIVE = "negative"
    POINTS = "points"
    CURRENCY = "currency"
    TOO_PRECISE = "too_precise"
    SEPARATORS = "separators"
    RANGE = "range"
    UNCLEAR = "unclear_number"


DIGITS = "零〇一二两三四五六七八九壹贰叁肆伍陆柒捌玖"
UNITS = "十拾百佰千仟万亿"
ARABIC = r"[0-9](?:[0-9.,_']*[0-9])?"
# A unit in Latin letters must not be the start of a word: 3kg, 2weeks.
_UNIT = rf"(?:[{UNITS}]|[wk](?![a-z]))"
_HAN = rf"(?:[{DIGITS}]+(?=[{UNITS}])|[十拾])[{DIGITS}{UNITS}]*"
FIGURE = rf"(?:{ARABIC}(?:{_UNIT}+(?:[零〇]?(?:{ARABIC}|[{DIGITS}]+))?)*|{_HAN})"

# The longest amount below 100 million with separators, cents and a unit is far shorter.
_MAX_DIGITS = 15
_DIGIT_VALUES = {
    **{digit: value for value, digit in enumerate("零一二三四五六七八九")},
    **{digit: value for value, digit in enumerate("〇壹贰叁肆伍陆柒捌玖")},
    "两": 2,
}
_UNIT_VALUES = {
    **{"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000, "k": 1000},
    **{"万": 10_000, "w": 10_000, "亿": 100_000_000},
}
_PLAIN = re.compile(r"(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_SEPARATED = re.compile(r"[0-9]+(?:[.,'][0-9]+)+")
_PIECE = re.compile(rf"({ARABIC})|([{DIGITS}]+)|([{UNITS}wk])")
_WHOLE = re.compile(FIGURE + rf"|[{DIGITS}]+")


def read_numeral(text: str) -> Decimal | Fault:
    """The value of one numeral without currency or sign, or what is wrong with it."""
    text = text.lower()
    if _PLAIN.fullmatch(text) is not None and len(text) <= _MAX_DIGITS:
        return Decimal(text)
    if text[:1].isascii() and text.isascii() and not text[-1:].isalpha():
        plain = _arabic(text)
        if isinstance(plain, Decimal) or not re.search("[wk]", text):
            return plain
    if _WHOLE.fullmatch(text) is None:
        return Fault.MALFORMED
    return _Sum().read(text)


def _arabic(text: str) -> Decimal | Fault:
    if len(text) > _MAX_DIGITS * 2 or sum(map(str.isdigit, text)) > _MAX_DIGITS:
        return Fault.TOO_LARGE
    if _PLAIN.fullmatch(text) is not None:
        return Decimal(text)
    if _GROUPED.fullmatch(text) is not None:
        return Decimal(text.replace(",", ""))
    if _SEPARATED.fullmatch(text) is not None and re.search(r"[,']", text):
        return Fault.SEPARATORS
    return Fault.MALFORMED


def _spoken(digits: str) -> Decimal:
    value = 0
    for digit in digits:
        value = value * 10 + _DIGIT_VALUES[digit]
    return Decimal(value)


class _Sum:
    """The running sum of a numeral with units, read from left to right."""

    def __init__(self) -> None:
        self.total = Decimal(0)
        self.section = Decimal(0)
        self.digit: Decimal | None = None
        self.written = ""
        self.unit = 0
        self.zero = False

    def read(self, text: str) -> Decimal | Fault:
        """The value of the whole numeral."""
        for match in _PIECE.finditer(text):
            arabic, han, unit = match.groups()
            fault = self._unit(_UNIT_VALUES[unit]) if unit else self._digits(arabic, han)
            if fault is not None:
                return fault
        return self._end()

    def _digits(self, arabic: str | None, han: str | None) -> Fault | None:
        if self.digit is not None:
            return Fault.MALFORMED
        if arabic:
            value = _arabic(arabic.lstrip("0") if self.unit else arabic)
            if isinstance(value, Fault):
                return value
            self.digit, self.written = value, arabic
            return None
        digits = han or ""
        self.zero = self.zero or (digits[0] in "零〇" and self.unit > 0)
        rest = digits.lstrip("零〇")
        self.written = digits
        self.digit = _spoken(rest) if rest else None
        return None

    def _unit(self, unit: int) -> Fault | None:
        # 三五百 is 300 to 500, not 3,500.
        if len(self.written) > 1 and self.written[0] in DIGITS and self.written[0] not in "零〇":
            return Fault.RANGE
        if unit >= 10_000:
            section = self.section + (self.digit or 0)
            if not section or (self.total and unit > 10_000):
                return Fault.UNCLEAR
            self.total += section * unit
            self.section = Decimal(0)
        else:
            if self.digit is None and unit != 10:
                return Fault.UNCLEAR
            if self.section and unit >= self.unit:
                return Fault.MALFORMED
            self.section += (self.digit if self.digit is not None else 1) * unit
        self.digit, self.written, self.unit, self.zero = None, "", unit, False
        return None

    def _end(self) -> Decimal | Fault:
        value = self.total + self.section
        if self.digit is None:
            return value if self.unit or self.written else Fault.UNCLEAR
        if not self.unit:
            # 三九八 may be 398 or three numbers.
            return self.digit if len(self.written) == 1 else Fault.UNCLEAR
        places = len(str(self.unit)) - 1
        if value % self.unit or "." in self.written:
            return Fault.UNCLEAR
        if self.zero or len(self.written) == places:
            return value + self.digit if self.digit < self.unit else Fault.MALFORMED
        # The digit after a unit counts tenths of it: 1w2, 一千二百八.
        return value + self.digit * self.unit / 10 if len(self.written) == 1 else Fault.UNCLEAR
