"""Periods as people name them when they look ahead: 本月, 下周, 6月, Q3, 三季度, 6.16-6.20."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from decimal import Decimal

from bot.language.days import read_period
from bot.language.numerals import read_numeral
from models.values import Period, PeriodKind

_A_DAY = dt.timedelta(days=1)
_QUARTER_NOW = frozenset(
    {"本季", "本季度", "这季度", "这个季度", "季度", "quarter", "this-quarter"}
)
_AHEAD: dict[str, tuple[PeriodKind, int]] = {
    **dict.fromkeys(("明天", "明日", "tomorrow"), (PeriodKind.DAY, 1)),
    **dict.fromkeys(("下周", "下星期", "下个星期", "next-week"), (PeriodKind.WEEK, 1)),
    **dict.fromkeys(("下月", "下个月", "next-month"), (PeriodKind.MONTH, 1)),
    **dict.fromkeys(("下季", "下季度", "下个季度", "next-quarter"), (PeriodKind.QUARTER, 1)),
    **dict.fromkeys(("明年", "next-year"), (PeriodKind.YEAR, 1)),
    **dict.fromkeys(_QUARTER_NOW, (PeriodKind.QUARTER, 0)),
}
_MONTH = re.compile(r"([0-9]{1,2}|[一二三四五六七八九十]{1,2})月份?")
_QUARTER = re.compile(r"(20[0-9]{2})?年?(?:q([1-4])|第?([一二三四1-4])季度?|([1-4])q)")
_ENGLISH = re.compile(r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*", re.IGNORECASE)
_ENGLISH_MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec"
_WEEKDAY = re.compile(r"(?:周|星期|礼拜)[一二三四五六日天]|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*")
_HAN_MONTH = "(?:十[一二]|[一二三四五六七八九十])"
# Words for a period that may be glued to their neighbours: 目标本月30000.
GLUED = (
    r"20[0-9]{2}年?(?:q[1-4](?![0-9])|第?[一二三四1-4]季度?)|20[0-9]{2}年(?:[0-9]{1,2}月份?)?"
    r"|(?<![a-z0-9])q[1-4](?![0-9])|第?[一二三四]季度?|[1-4]季度|本季度?|这个?季度|下个?季度?"
    rf"|[0-9]{{1,2}}月份?(?![0-9]{{1,2}}[日号])|(?<![一二三四五六七八九十]){_HAN_MONTH}月份?"
    r"|今天|今日|明天|本周|这周|下周|本月|这个月|当月|下个?月|今年|本年|明年"
)


def read_ahead(word: str, today: dt.date) -> Period | None:
    """The period that a word means when people look ahead: a bare month, quarter or weekday is the
    nearest that is not over.
    """
    readers: tuple[Callable[[str, dt.date], Period | None], ...] = (
        _named,
        _quarter,
        _bare_month,
        _other,
    )
    for reader in readers:
        period = reader(word, today)
        if period is not None:
            return period
    return None


def _named(word: str, today: dt.date) -> Period | None:
    found = _AHEAD.get(word)
    if found is None:
        return None
    kind, ahead = found
    here = Period.of(kind, today)
    return Period.of(kind, here.last + _A_DAY) if ahead else here


def _quarter(word: str, today: dt.date) -> Period | None:
    match = _QUARTER.fullmatch(word)
    if match is None:
        return None
    said = match[2] or match[3] or match[4]
    number = int(said) if said.isdecimal() and said.isascii() else "一二三四".index(said) + 1
    year = int(match[1]) if match[1] else _nearest(number, (today.month + 2) // 3, 4, today.year)
    return Period.of(PeriodKind.QUARTER, dt.date(year, number * 3 - 2, 1))


def _nearest(number: int, now: int, of: int, year: int) -> int:
    """The year of the nearest month or quarter that is not over; the one just before now is meant
    as it is: people look at how it ended.
    """
    if number - now < -1:
        return year + 1
    return year - 1 if number - now == of - 1 else year


def _bare_month(word: str, today: dt.date) -> Period | None:
    match, english = _MONTH.fullmatch(word), _ENGLISH.fullmatch(word)
    if match is not None:
        value = read_numeral(match[1])
        month = int(value) if isinstance(value, Decimal) else 0
    elif english is not None:
        month = _ENGLISH_MONTHS.index(english[1]) // 3 + 1
    else:
        return None
    if not 1 <= month <= 12:
        return None
    return Period.of(
        PeriodKind.MONTH, dt.date(_nearest(month, today.month, 12, today.year), month, 1)
    )


def _other(word: str, today: dt.date) -> Period | None:
    if word.isdecimal():
        return None
    period = read_period(word, today)
    if period is None or period.kind is PeriodKind.ALL:
        return None
    if period.kind is PeriodKind.DAY and period.first < today and _WEEKDAY.fullmatch(word):
        return Period.of(PeriodKind.DAY, period.first + 7 * _A_DAY)
    return period
