"""The days that a contest goes on for, as people say them."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from bot.language import contest_words as words
from bot.language.dates import read_due
from models.values import Period, PeriodKind

_DAY = dt.timedelta(days=1)
_MENTION = re.compile(r"@[^\s@,、;:]+")


@dataclass(frozen=True, slots=True)
class Days:
    """The first and the last day; `problem` says why they cannot be: past, begun (the first one is
    over, the last one is not), backwards, unclear. `rest` is the line without them.
    """

    first: dt.date
    last: dt.date
    rest: str
    problem: str = ""


def read_days(line: str, now: dt.datetime, today: dt.date) -> Days | None:
    """The days that a line names, None where it names none; names of people are not looked at."""
    hidden = _MENTION.sub(lambda match: "#" * len(match[0]), line)
    for read in (_range, _span, _due, _length):
        found = read(hidden, now, today)
        if found is not None:
            (first, last, problem), places = found
            for start, end in sorted(places, reverse=True):
                line = f"{line[:start]} {line[end:]}"
            return _checked(Days(first, last, line, problem), today)
    return None


_Found = tuple[tuple[dt.date, dt.date, str], tuple[tuple[int, int], ...]] | None


def _range(line: str, _now: dt.datetime, today: dt.date) -> _Found:
    """6/16-6/20, 6月28日-7月2日, 6.16-20."""
    match = words.RANGE.search(line)
    if match is None:
        return None
    month = int(match["m1"])
    try:
        first = dt.date(today.year, month, int(match["d1"]))
        last = dt.date(today.year, int(match["m2"] or month), int(match["d2"]))
        if last < first and match["m2"] and int(match["m2"]) < month:
            last = last.replace(year=today.year + 1)
        if last < today - 120 * _DAY:
            # In December, 1/3-1/5 is next year's.
            first, last = (day.replace(year=day.year + 1) for day in (first, last))
    except ValueError:
        return (today, today, "unclear"), (match.span(),)
    return (first, last, ""), (match.span(),)


def _span(line: str, _now: dt.datetime, today: dt.date) -> _Found:
    """本周, 本月: from today on; 下周, 下月: as a whole."""
    match = words.SPAN.search(line)
    if match is None or re.match(r"[一二三四五六日天末初底0-9]", line[match.end() :]):
        return None
    said = match[0].lower()
    kind = PeriodKind.MONTH if "月" in said or "month" in said else PeriodKind.WEEK
    period = Period.of(kind, today)
    if said.startswith(("下", "next")):
        period = Period.of(kind, period.last + _DAY)
    return (max(today, period.first), period.last, ""), (match.span(),)


def _due(line: str, now: dt.datetime, today: dt.date) -> _Found:
    due = read_due(line, now)
    if due is None or due.start is None or due.recurrence is not None:
        return None
    first = _day_of(due.start)
    last = _day_of(due.end) if due.end is not None else first
    problem = "past" if due.ask == "past" else "unclear" if due.ask not in ("", "vague") else ""
    places = due.spans
    before = words.UNTIL.search(line, 0, due.span[0])
    is_until = before is not None or words.UNTIL_HEAD.match(line, due.span[0]) is not None
    if due.end is None and (is_until or due.deadline):
        first = today
        places = (*places, before.span()) if before is not None else places
    return (first, last, problem), places


def _length(line: str, _now: dt.datetime, today: dt.date) -> _Found:
    match = words.LENGTH.search(line)
    if match is None:
        return None
    days = max(1, words.number(match["n"]))
    return (today, today + (days - 1) * _DAY, ""), (match.span(),)


def _day_of(value: dt.date | dt.datetime) -> dt.date:
    return value.date() if isinstance(value, dt.datetime) else value


def _checked(days: Days, today: dt.date) -> Days:
    if days.problem == "unclear":
        return days
    if days.last < days.first:
        return Days(days.first, days.last, days.rest, "backwards")
    if days.last < today:
        return Days(days.first, days.last, days.rest, "past")
    if days.first < today:
        return Days(days.first, days.last, days.rest, "begun")
    return Days(days.first, days.last, days.rest)
