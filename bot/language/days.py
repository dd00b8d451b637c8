"""Days and periods as members name them when they look back: 昨天, 上周五, 6.16, 本月, 6.1-6.15."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass

from bot.language.text import normalise
from models.values import EPOCH, Period, PeriodKind

_HAN = "一二三四五六七八九十"
_NUMBER = rf"(?:[0-9]{{1,2}}|[{_HAN}]{{1,3}})"
_DIGITS = {digit: value for value, digit in enumerate(_HAN, 1)}
_WEEKDAYS = {
    **{name: value for value, name in enumerate("一二三四五六日")},
    **{"天": 6, **{str(value + 1): value for value in range(7)}},
}
_RELATIVE = {
    "今天": 0, "今日": 0, "今儿": 0, "今晚": 0, "今早": 0, "今晨": 0, "今儿个": 0, "当天": 0,
    "today": 0, "tonight": 0, "昨天": -1, "昨日": -1, "昨儿": -1, "昨晚": -1, "昨夜": -1,
    "昨早": -1, "昨儿个": -1, "昨": -1, "yesterday": -1, "前天": -2, "前日": -2,
    "前晚": -2, "前儿": -2, "大前天": -3, "明天": 1, "明日": 1, "明晚": 1, "明早": 1, "明儿": 1,
    "tomorrow": 1, "后天": 2,
    "大后天": 3,
}  # fmt: skip
_RELATIVE_WORDS = "|".join(sorted((w for w in _RELATIVE if w != "昨"), key=len, reverse=True))
_ENGLISH = {
    name: value
    for value, names in enumerate(
        ("monday mon", "tuesday tue", "wednesday wed", "thursday thu", "friday fri",
         "saturday sat", "sunday sun")
    )
    for name in names.split()
}  # fmt: skip
_WEEK = (
    r"(?P<week>上上|上|这|本|下|last\s)?(?:个)?(?:周|星期"
    r"|礼拜)(?P<weekday>[一二三四五六日天1-7])(?![0-9点个月年])"
)

# The pattern of a day in running text. 6.16 and 6-16 also look like money or a range, so readers
# look at the name of the group before they believe it.
DAY = (
    rf"(?P<relative>{_RELATIVE_WORDS}|(?<![a-z0-9])昨(?=[报出开成漏\x1e]))"
    rf"|{_WEEK}"
    r"|(?P<iso>(?<![0-9])(?:20)?[0-9]{2}\s*(?P<sep>[-./年])\s*[0-9]{1,2}\s*(?:(?P=sep)"
    r"|月)\s*[0-9]{1,2}日?号?(?!\.?[0-9]))"
    r"|(?P<compact>(?<![0-9])20[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])(?![0-9]))"
    rf"|(?P<month>{_NUMBER})\s*月份?\s*(?P<day>{_NUMBER})\s*[日号]?(?![0-9.]|[盒瓶套单笔个])"
    r"|(?P<slash>(?<![0-9/.])[0-9]{1,2}/[0-9]{1,2}(?![0-9/]))[号日]?"
    r"|(?P<dotted>(?<![0-9.,¥$/])[0-9]{1,2}[.-][0-9]{1,2}(?![0-9.,%-]|\s*[元块万千百wk/]))[号日]?"
    rf"|(?P<only>(?<![0-9.第]){_NUMBER})\s*[号日](?![0-9]*[楼店线链色仓机群门院会])"
    r"|(?P<english>(?<![a-z])(?:last\s)?(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?"
    r"|sun)(?:day)?(?![a-z]))"
)
_DAY = re.compile(DAY, re.IGNORECASE)
_SPLIT = re.compile(r"[^0-9]+")


@dataclass(frozen=True, slots=True)
class NoSuchDay:
    """Words that name a day which no calendar has, such as 6.31."""

    text: str


def read_day(text: str, today: dt.date) -> dt.date | None:
    """The day that one token names, None where it names none."""
    match = _DAY.fullmatch(normalise(text).strip().lower())
    if match is None:
        return None
    day = day_of(match, today)
    return day if isinstance(day, dt.date) else None


def day_of(match: re.Match[str], today: dt.date) -> dt.date | NoSuchDay:
    """The day that a match of DAY names; a bare weekday is the latest one up to today."""
    if match["relative"]:
        return today + dt.timedelta(days=_RELATIVE[match["relative"].lower()])
    if match["weekday"]:
        return _weekday(_WEEKDAYS[match["weekday"]], match["week"] or "", today)
    if match["english"]:
        return _english(match["english"].lower(), today)
    year, month, day = today.year, today.month, 0
    if match["only"]:
        day = _number(match["only"])
    elif match["month"]:
        month, day = _number(match["month"]), _number(match["day"])
    elif match["compact"]:
        digits = match["compact"]
        year, month, day = int(digits[:4]), int(digits[4:6]), int(digits[6:])
    else:
        parts = [int(part) for part in _SPLIT.split(match[0]) if part]
        month, day = parts[-2:]
        if len(parts) == 3:
            year = parts[0] if parts[0] > 99 else 2000 + parts[0]
    try:
        return dt.date(year, month, day)
    except ValueError:
        return NoSuchDay(match[0])


def _number(text: str) -> int:
    if text.isascii():
        return int(text)
    tens, ten, ones = text.rpartition("十")
    if not ten:
        return _DIGITS.get(text, 0)
    return _DIGITS.get(tens, 1) * 10 + _DIGITS.get(ones, 0)


def _weekday(weekday: int, week: str, today: dt.date) -> dt.date:
    monday = today - dt.timedelta(days=today.weekday())
    weeks = {"上上": -2, "上": -1, "last ": -1, "这": 0, "本": 0, "下": 1}
    if week:
        return monday + dt.timedelta(days=weekday + 7 * weeks[week])
    return today - dt.timedelta(days=(today.weekday() - weekday) % 7)


def _english(text: str, today: dt.date) -> dt.date:
    name = text.removeprefix("last ").strip()
    return _weekday(_ENGLISH[name[:3]], "last " if text.startswith("last") else "", today)


_RANGE = re.compile(
    r"(?P<first>.+?)\s*(?:~|到|至|—+|\.\.+|\s-\s|(?<=[0-9日号])-(?=[0-9]+[./月](?![.])))\s*(?P<last>.+)"
)
_MONTH = re.compile(
    r"(?:(?P<year>20[0-9]{2})\s*[-年./]\s*)?(?P<month>[0-9]{1,2}"
    r"|[一二三四五六七八九十]{1,2})\s*(?:月份?)?"
)
_YEAR = re.compile(r"(?P<year>20[0-9]{2})\s*年?")
_NAMED: dict[str, tuple[PeriodKind, int]] = {
    **dict.fromkeys(("今天", "今日", "today", "day", "日", "昨天至今"), (PeriodKind.DAY, 0)),
    **dict.fromkeys(("昨天", "昨日", "yesterday"), (PeriodKind.DAY, -1)),
    **dict.fromkeys(
        ("本周", "这周", "这个星期", "本星期", "周", "week", "this week"), (PeriodKind.WEEK, 0)
    ),
    **dict.fromkeys(("上周", "上星期", "上个星期", "last week"), (PeriodKind.WEEK, -1)),
    **dict.fromkeys(("本月", "这个月", "当月", "月", "month", "this month"), (PeriodKind.MONTH, 0)),
    **dict.fromkeys(("上月", "上个月", "last month"), (PeriodKind.MONTH, -1)),
    **dict.fromkeys(("今年", "本年", "年", "year", "this year"), (PeriodKind.YEAR, 0)),
    **dict.fromkeys(("去年", "last year"), (PeriodKind.YEAR, -1)),
    **dict.fromkeys(("全部", "所有", "累计", "历史", "总", "all"), (PeriodKind.ALL, 0)),
}


def read_period(text: str, today: dt.date) -> Period | None:
    """The period that a text names, None where it names none or ends before it begins."""
    text = normalise(text).strip().lower()
    readers: tuple[Callable[[str, dt.date], Period | None], ...] = (
        _named, _year, _month, _single_day, _range,
    )  # fmt: skip
    for reader in readers:
        period = reader(text, today)
        if period is not None:
            return period
    return None


def _named(text: str, today: dt.date) -> Period | None:
    found = _NAMED.get(text)
    if found is None:
        return None
    kind, back = found
    day = today
    for _ in range(-back):
        day = Period.of(kind, day).first - dt.timedelta(days=1)
    return Period.of(kind, day)


def _month(text: str, today: dt.date) -> Period | None:
    match = _MONTH.fullmatch(text)
    if match is None or not (match["year"] or "月" in text):
        return None
    month = _number(match["month"])
    if not 1 <= month <= 12:
        return None
    # A bare month still to come this year is last year's: people look back.
    year = int(match["year"]) if match["year"] else today.year - (month > today.month)
    return Period.of(PeriodKind.MONTH, dt.date(year, month, 1))


def _year(text: str, today: dt.date) -> Period | None:
    match = _YEAR.fullmatch(text)
    return Period.of(PeriodKind.YEAR, dt.date(int(match["year"]), 1, 1)) if match else None


def _single_day(text: str, today: dt.date) -> Period | None:
    day = read_day(text, today)
    return Period.of(PeriodKind.DAY, day) if day is not None else None


def _range(text: str, today: dt.date) -> Period | None:
    match = _RANGE.fullmatch(text)
    if match is None:
        return None
    first = read_day(match["first"], today)
    last_text = match["last"]
    if first is not None and last_text.rstrip("日号").isdigit():
        last_text = f"{first.year}-{first.month}-{last_text.rstrip('日号')}"
    last = read_day(last_text, today)
    if first is None or last is None or last < first or first < EPOCH:
        return None
    return Period(PeriodKind.RANGE, first, last)
