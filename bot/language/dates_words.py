"""One spelling for words about dates, with the way back to the text, and the atoms they become."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from bot.language.text import normalise
from models.recurrence import Rule

_TRADITIONAL = str.maketrans(
    "後這時鐘間內從節慶陽誕農臘兩禮點號週個過來現遲聖產隨盡會為發氣歲",
    "后这时钟间内从节庆阳诞农腊两礼点号周个过来现迟圣产随尽会为发气岁",
)
_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_TENS = {"十": 10, "廿": 20, "卅": 30}

WEEK_OFFSETS = {"下下": 2, "下": 1, "本": 0, "这": 0, "当": 0, "上上": -2, "上": -1, "": 0}

# A count in digits or Han, as a pattern.
NUMBER = r"(?:[0-9]{1,3}|[零〇一二三四五六七八九十两廿卅百]{1,5})"
WEEK = r"(?:周|星期|礼拜)"
# 天 after a weekday's name would make it a length: 一周三天.
WEEKDAY = "[一二三四五六日天]"
WEEKDAYS = {name: value for value, name in enumerate("一二三四五六日")} | {"天": 6}
ENGLISH_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:days?)?(?![a-z])"
ENGLISH_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![a-z])\.?"
)
_ENGLISH_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_ENGLISH_MONTHS = (
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
)  # fmt: skip
ENGLISH_NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3,
    "3rd": 3, "fourth": 4, "4th": 4, "fifth": 5, "last": -1,
}  # fmt: skip
ENGLISH_NUMBER = r"(?:[0-9]{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten)"


@dataclass(frozen=True, slots=True)
class Day:
    """What words name in the calendar: a day, or the days from `first` to `last`.

    `ask` is the reason why it is not certain, "" when it is; `again` is the day that is meant when
    the time said with it is over on `first`.
    """

    first: dt.date | None
    last: dt.date | None = None
    ask: str = ""
    again: dt.date | None = None


@dataclass(frozen=True, slots=True)
class DayWords:
    """Words that name a day once today is known.

    `weekday` is set for a bare weekday, which also serves to confirm a date; `follow` reads the
    words as the end of a range that begins on the given day. `weak` words are a date only where
    they stand alone: a `number` (6.20), a `name` (国庆) or a `period` (下周). With
    `deadline` 内 was said.
    """

    resolve: Callable[[dt.date], Day]
    weekday: int | None = None
    follow: Callable[[dt.date], Day] | None = None
    weak: str = ""
    deadline: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the day; `deadline` for words such as 下班前."""

    name: str
    deadline: bool = False


@dataclass(frozen=True, slots=True)
class Time:
    """A time as said: hours and minutes, and how.

    `form` is `clock` (18:30), `spoken` (六点半), `several` (八九点), `bare` (a number whose unit
    follows the end of the range), `half` (am or pm said, `hour` counts to 24) or `dotted` (18.30,
    only with a day).
    """

    hour: int
    minute: int
    form: str


@dataclass(frozen=True, slots=True)
class Moment:
    """A length of time from now."""

    after: dt.timedelta
    deadline: bool = False


@dataclass(frozen=True, slots=True)
class Every:
    """Words of recurrence; `ask` is the reason why the rule is not certain."""

    rule: Rule
    ask: str = ""


@dataclass(frozen=True, slots=True)
class Vague:
    """Words such as 改天 that promise no day; `weak` ones count only where they stand alone."""

    weak: bool = False


What = DayWords | Part | Time | Moment | Every | Vague


@dataclass(frozen=True, slots=True)
class Atom:
    """Words with one meaning, from `start` to `end` in the spelled text."""

    start: int
    end: int
    what: What = field(compare=False)


def spell(text: str) -> tuple[str, Sequence[int]]:
    """The text in lower case and one spelling, and for each place in it the place in `text`."""
    lower = normalise(text).translate(_TRADITIONAL).lower()
    if len(lower) == len(text) and (text.isascii() or _is_aligned(text)):
        return lower, range(len(text) + 1)
    pieces: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        piece = normalise(character).translate(_TRADITIONAL).lower()
        pieces.append(piece)
        places += [place] * len(piece)
    return "".join(pieces), [*places, len(text)]


def _is_aligned(text: str) -> bool:
    return all(
        len(normalise(character)) == 1
        for character in text
        if character > "\u2fff" and not "\u4e00" <= character <= "\u9fff"
    )


def count(text: str) -> int:
    """The value of a NUMBER or an English one; 0 where Han digits make no number."""
    if text.isascii():
        return int(text) if text.isdigit() else ENGLISH_NUMBERS[text]
    total, digit = 0, 0
    for sign in text:
        if sign == "百":
            total, digit = (total + (digit or 1)) * 100, 0
        elif sign in _TENS:
            total, digit = total + _TENS[sign] * (digit or 1), 0
        else:
            digit = digit * 10 + _DIGITS[sign]
    return total + digit


def english_weekday(text: str) -> int:
    """The number of the weekday that a match of ENGLISH_WEEKDAY names, Monday is 0."""
    return _ENGLISH_WEEKDAYS.index(text[:3])


def english_month(text: str) -> int:
    """The number of the month that a match of ENGLISH_MONTH names."""
    return _ENGLISH_MONTHS.index(text[:3]) + 1
