"""The date line of an invitation: `2025/6/20 22:00-22:30 (GMT+08:00)`, `Jun 18, 2025 8:00 PM`."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from models.recurrence import DAY_NAMES

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAY = (
    r"(?:\s*[(,]?\s*(?:(?:周|星期|礼拜)[一二三四五六日天]|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*)"
    r"\s*[),]?)?"
)
_DATE = (
    r"(?:(?P<{0}y>20[0-9]{{2}})\s*[/.年-]\s*(?P<{0}m>[0-9]{{1,2}})\s*[/.月-]\s*(?P<{0}d>[0-9]{{1,2}})日?"
    r"|(?P<{0}m2>[0-9]{{1,2}})月(?P<{0}d2>[0-9]{{1,2}})日"
    r"|(?P<{0}mon>(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)\.?\s+(?P<{0}d3>[0-9]{{1,2}})"
    r"(?:st|nd|rd|th)?,?\s+(?P<{0}y3>20[0-9]{{2}})"
    r"|(?P<{0}d4>[0-9]{{1,2}})\s+(?P<{0}mon4>(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)\.?,?"
    r"\s+(?P<{0}y4>20[0-9]{{2}}))"
)
_CLOCK = (
    r"(?:(?P<{0}before>上午|中午|下午|晚上|凌晨|早上|am|pm)\s*)?(?P<{0}h>[0-9]{{1,2}}):(?P<{0}min>[0-9]{{2}})"
    r"(?::[0-9]{{2}})?(?:\s*(?P<{0}after>上午|下午|晚上|[ap]\.?m\.?(?![a-z])))?"
)
_TO = r"\s*(?:-|~|–|—|至|到|to|until)\s*"
_AT = r"\s*(?:,|at|@)?\s*"
_SPAN = re.compile(
    rf"{_DATE.format('a')}{_WEEKDAY}(?:{_TO}{_DATE.format('u')}{_WEEKDAY})?{_AT}{_CLOCK.format('b')}"
    rf"(?:{_TO}(?:{_DATE.format('c')}{_WEEKDAY}{_AT})?{_CLOCK.format('e')})?",
    re.IGNORECASE,
)
_OFFSET = re.compile(r"(?:gmt|utc)\s*([+-])\s*([0-9]{1,2})(?::?([0-9]{2}))?", re.IGNORECASE)
# Zoom names a zone by its cities.
_ZONES: Mapping[str, str] = {
    "beijing": "Asia/Shanghai", "shanghai": "Asia/Shanghai", "北京": "Asia/Shanghai",
    "中国标准时间": "Asia/Shanghai", "china standard": "Asia/Shanghai", "taipei": "Asia/Taipei",
    "台北": "Asia/Taipei", "hong kong": "Asia/Hong_Kong", "香港": "Asia/Hong_Kong",
    "singapore": "Asia/Singapore", "新加坡": "Asia/Singapore", "kuala lumpur": "Asia/Kuala_Lumpur",
    "吉隆坡": "Asia/Kuala_Lumpur", "tokyo": "Asia/Tokyo", "东京": "Asia/Tokyo",
    "seoul": "Asia/Seoul", "首尔": "Asia/Seoul", "bangkok": "Asia/Bangkok", "曼谷": "Asia/Bangkok",
    "mumbai": "Asia/Kolkata", "sydney": "Australia/Sydney", "悉尼": "Australia/Sydney",
    "london": "Europe/London", "伦敦": "Europe/London",
    "paris": "Europe/Paris", "berlin": "Europe/Berlin",
    "eastern time": "America/New_York", "new york": "America/New_York",
    "central time": "America/Chicago", "mountain time": "America/Denver",
    "pacific time": "America/Los_Angeles",
}  # fmt: skip
_AGAIN = re.compile(
    r"(?P<working>每个?工作日|every weekday)|(?P<daily>每天|每日|every day|daily)"
    r"|(?P<two>每(?:两|2)周|隔周|every 2 weeks|biweekly)|(?P<weekly>每周|every week|weekly)"
    r"|(?P<monthly>每月|every month|monthly)",
    re.IGNORECASE,
)
_DAYS = re.compile(
    r"(?:周|星期|礼拜)([一二三四五六日天])|\b(mon|tue|wed|thu|fri|sat|sun)[a-z]*", re.IGNORECASE
)
_HAN_DAYS = "一二三四五六日"
_UNTIL = re.compile(rf"(?:直到|截至|截止|until)\s*:?\s*{_DATE.format('z')}", re.IGNORECASE)
_LATE = frozenset({"下午", "晚上", "pm"})
_EARLY = frozenset({"凌晨", "am"})
# How far behind a date its zone and its repetition stand.
_BEHIND = 120


@dataclass(frozen=True, slots=True)
class Span:
    """When an invitation says that it is: aware times, `end` None where none was written; with a
    `recurrence` (an RRULE) those of the first time, the last day being `until`.
    """

    start: dt.datetime
    end: dt.datetime | None = None
    recurrence: str = ""
    until: dt.date | None = None


def read_span(text: str, now: dt.datetime) -> Span | None:
    """The first date with a time in a text; `now` is in the zone that holds where none is named.

    A date without a year is the next such one.
    """
    match = _SPAN.search(text)
    if match is None:
        return None
    behind = text[match.end() : match.end() + _BEHIND]
    zone = _zone(behind) or now.tzinfo or dt.UTC
    day = _day(match, "a", now)
    begin, finish = _clock(match, "b"), _clock(match, "e")
    if day is None or begin is None:
        return None
    start = dt.datetime.combine(day, begin, zone)
    end = _end(match, start, finish, now)
    rule = _rule(behind, start.astimezone(now.tzinfo))
    until = _day(match, "u", now)
    said = _UNTIL.search(behind)
    if said is not None:
        until = _day(said, "z", now)
    if until is not None and not rule:
        # From one day to another: each day, or all the time?
        return None
    return Span(start, end, rule, until)


def _end(
    match: re.Match[str], start: dt.datetime, clock: dt.time | None, now: dt.datetime
) -> dt.datetime | None:
    """The end of the first time; one that is earlier on the clock is on the next day."""
    if clock is None:
        return None
    day = _day(match, "c", now) or start.date()
    end = dt.datetime.combine(day, clock, start.tzinfo)
    return end if end > start else end + dt.timedelta(days=1)


def _day(match: re.Match[str], key: str, now: dt.datetime) -> dt.date | None:
    found = {name: match[f"{key}{name}"] for name in ("y", "m", "d", "m2", "d2", "mon", "d3", "y3")}
    month = found["m"] or found["m2"]
    day = found["d"] or found["d2"] or found["d3"] or match[f"{key}d4"]
    year = found["y"] or found["y3"] or match[f"{key}y4"]
    name = found["mon"] or match[f"{key}mon4"]
    if day is None:
        return None
    number = int(month) if month else _MONTHS.index(name[:3].lower()) + 1
    try:
        value = dt.date(int(year) if year else now.year, number, int(day))
        if not year and value < now.date():
            value = value.replace(year=value.year + 1)
    except ValueError:
        return None
    return value


def _clock(match: re.Match[str], key: str) -> dt.time | None:
    if match[f"{key}h"] is None:
        return None
    half = (match[f"{key}before"] or match[f"{key}after"] or "").lower().replace(".", "")
    hour, minute = int(match[f"{key}h"]), int(match[f"{key}min"])
    if half in _LATE and hour < 12:
        hour += 12
    elif half in _EARLY and hour == 12:
        hour = 0
    return dt.time(hour % 24, minute) if hour <= 24 and minute < 60 else None


def _zone(text: str) -> dt.tzinfo | None:
    line = text.split("\n")[0].lower()
    offset = _OFFSET.search(line)
    for name, key in _ZONES.items():
        if name in line:
            return ZoneInfo(key)
    if offset is None:
        return None
    length = dt.timedelta(hours=int(offset[2]), minutes=int(offset[3] or 0))
    if length >= dt.timedelta(hours=15):
        return None
    return dt.timezone(length if offset[1] == "+" else -length)


def _rule(text: str, start: dt.datetime) -> str:
    """The rule that stands behind a date, for its first time on the clock of the team."""
    match = _AGAIN.search(text)
    if match is None:
        return ""
    if match["working"]:
        return "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;X-WORKING=1"
    if match["daily"]:
        return "FREQ=DAILY"
    if match["monthly"]:
        return f"FREQ=MONTHLY;BYMONTHDAY={start.day}"
    named = {
        _HAN_DAYS.index(found[1].replace("天", "日"))
        if found[1]
        else DAY_NAMES.index(found[2][:2].upper())
        for found in _DAYS.finditer(text, match.end(), min(match.end() + 40, len(text)))
    }
    days = ",".join(DAY_NAMES[each] for each in sorted(named or {start.weekday()}))
    return f"FREQ=WEEKLY;{'INTERVAL=2;' if match['two'] else ''}BYDAY={days}"
