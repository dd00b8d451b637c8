"""Rules of recurrence (a part of RFC 5545) and the days and times on which they fall."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import overload

from models.wall_clock import at, moment_of

DAY_NAMES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
# A rule that has had no day for so long never has one (each 29 February comes within eight years).
_PATIENCE = dt.timedelta(days=366 * 9)


@dataclass(frozen=True, slots=True)
class Rule:
    """How often something happens; fields are those of an RRULE.

    `weekdays` are pairs (n, weekday): n is 0 for each, 2 for the second and -1 for the last one of
    the month; Monday is 0. `days` count from the end of the month when negative. `position` picks
    the n-th of the days that a month has, from its end when negative. A day that a month lacks
    falls on the month's last, unlike in RFC 5545: 每月31号 is kept in February too. `working`
    (X-WORKING) means the days on which people work, with holidays and make-up days, for which the
    rule itself can only say Monday to Friday.
    """

    frequency: str
    interval: int = 1
    weekdays: tuple[tuple[int, int], ...] = ()
    days: tuple[int, ...] = ()
    months: tuple[int, ...] = ()
    position: int = 0
    working: bool = False

    def __str__(self) -> str:
        parts = [f"FREQ={self.frequency}"]
        if self.interval > 1:
            parts.append(f"INTERVAL={self.interval}")
        if self.months:
            parts.append(f"BYMONTH={','.join(map(str, self.months))}")
        if self.weekdays:
            names = (f"{n or ''}{DAY_NAMES[weekday]}" for n, weekday in self.weekdays)
            parts.append(f"BYDAY={','.join(names)}")
        if self.days:
            parts.append(f"BYMONTHDAY={','.join(map(str, self.days))}")
        if self.position:
            parts.append(f"BYSETPOS={self.position}")
        if self.working:
            parts.append("X-WORKING=1")
        return ";".join(parts)


def read_rule(text: str) -> Rule:
    """The rule that an RRULE of the kind written here spells; ValueError for any other."""
    fields = dict(part.split("=", 1) for part in text.split(";") if "=" in part)
    frequency = fields.pop("FREQ", "")
    rule = Rule(
        frequency,
        int(fields.pop("INTERVAL", 1)),
        tuple(_read_weekday(name) for name in _items(fields.pop("BYDAY", ""))),
        tuple(int(day) for day in _items(fields.pop("BYMONTHDAY", ""))),
        tuple(int(month) for month in _items(fields.pop("BYMONTH", ""))),
        position=int(fields.pop("BYSETPOS", 0)),
        working=fields.pop("X-WORKING", "") == "1",
    )
    if fields or rule.interval < 1 or frequency not in _DAYS:
        raise ValueError(f"no rule of recurrence: {text}")
    return rule


def _items(text: str) -> list[str]:
    return text.split(",") if text else []


def _read_weekday(name: str) -> tuple[int, int]:
    if name[-2:] not in DAY_NAMES:
        raise ValueError(f"no weekday: {name}")
    return int(name[:-2] or 0), DAY_NAMES.index(name[-2:])


@overload
def next_times(
    rule: Rule | str,
    start: dt.datetime,
    now: dt.datetime,
    *,
    count: int = ...,
    until: dt.date | None = ...,
    works: Callable[[dt.date], bool] | None = ...,
) -> list[dt.datetime]:
    """The next times of a rule whose start is a time."""


@overload
def next_times(
    rule: Rule | str,
    start: dt.date,
    now: dt.datetime,
    *,
    count: int = ...,
    until: dt.date | None = ...,
    works: Callable[[dt.date], bool] | None = ...,
) -> list[dt.date]:
    """The next days of a rule whose start is a day."""


def next_times(
    rule: Rule | str,
    start: dt.date | dt.datetime,
    now: dt.datetime,
    *,
    count: int = 1,
    until: dt.date | None = None,
    works: Callable[[dt.date], bool] | None = None,
) -> list[dt.date] | list[dt.datetime]:
    """The next `count` times of a rule, none after the day `until`; fewer where the rule ends.

    `start` is the first day or the first time. Days come back from the day of `now` on; times after
    `now`, in the zone of `start`, at the same time on the clock whatever the zone's offset is: one
    that a change of clocks skips is the first one after the gap, one that comes twice comes once.
    `works` says on which days people work, by default `is_working_day` of mainland China.
    """
    rule = read_rule(rule) if isinstance(rule, str) else rule
    first = start.date() if isinstance(start, dt.datetime) else start
    days = _days(rule, first, until, works)
    if not isinstance(start, dt.datetime):
        today = now.date()
        return list(islice((day for day in days if day >= today), count))
    if start.tzinfo is None:
        raise ValueError("a time without a zone")
    clock, zone, moment = start.time(), start.tzinfo, moment_of(now)
    times = (at(day, clock, zone) for day in days)
    return list(islice((time for time in times if moment_of(time) > moment), count))


def _days(
    rule: Rule,
    first: dt.date,
    until: dt.date | None,
    works: Callable[[dt.date], bool] | None,
) -> Iterator[dt.date]:
    """The days of a rule from the first on, in order."""
    if rule.working and works is None:
        from models.working_days import is_working_day

        works = is_working_day
    latest = first
    try:
        for group in _DAYS[rule.frequency](rule, first, works if rule.working else None):
            for day in group:
                if day >= first:
                    if until is not None and day > until:
                        return
                    latest = day
                    yield day
            if group and group[-1] - latest > _PATIENCE:
                return
    except (OverflowError, ValueError):
        # The calendar ends with the year 9999.
        return


# The days of one week, month or year after another; those before the first day are left out later.
_Groups = Iterator[list[dt.date]]
_Works = Callable[[dt.date], bool] | None


def _daily(rule: Rule, first: dt.date, works: _Works) -> _Groups:
    day = first
    while True:
        yield [day]
        day += dt.timedelta(days=rule.interval)


def _weekly(rule: Rule, first: dt.date, works: _Works) -> _Groups:
    weekdays = sorted(weekday for _, weekday in rule.weekdays) or [first.weekday()]
    monday = first - dt.timedelta(days=first.weekday())
    while True:
        if works is None:
            yield [monday + dt.timedelta(days=weekday) for weekday in weekdays]
        else:
            week = [monday + dt.timedelta(days=number) for number in range(7)]
            yield [day for day in week if works(day)]
        monday += dt.timedelta(weeks=rule.interval)


def _monthly(rule: Rule, first: dt.date, works: _Works) -> _Groups:
    months = first.year * 12 + first.month - 1
    while True:
        year, month = divmod(months, 12)
        if not rule.months or month + 1 in rule.months:
            yield _days_in(rule, dt.date(year, month + 1, 1), first.day, works)
        months += rule.interval


def _yearly(rule: Rule, first: dt.date, works: _Works) -> _Groups:
    year = first.year
    while True:
        for month in sorted(rule.months) or [first.month]:
            yield _days_in(rule, dt.date(year, month, 1), first.day, works)
        year += rule.interval


def _days_in(rule: Rule, month: dt.date, day: int, works: _Works) -> list[dt.date]:
    """The days that a rule has in the month that begins on `month`, its start being a `day`th."""
    length = calendar.monthrange(month.year, month.month)[1]
    if not rule.weekdays:
        numbers = {
            max(1, length + 1 + number) if number < 0 else min(number, length)
            for number in rule.days or (day,)
        }
        found = [month.replace(day=number) for number in sorted(numbers)]
    else:
        every = [month.replace(day=number + 1) for number in range(length)]
        if works is not None:
            found = [each for each in every if works(each)]
        else:
            found = sorted({d for each in rule.weekdays for d in _nth(every, *each)})
    if not rule.position:
        return found
    index = rule.position - 1 if rule.position > 0 else rule.position
    return [found[index]] if -len(found) <= index < len(found) else []


def _nth(days: list[dt.date], n: int, weekday: int) -> list[dt.date]:
    named = [day for day in days if day.weekday() == weekday]
    if n == 0:
        return named
    index = n - 1 if n > 0 else n
    return [named[index]] if -len(named) <= index < len(named) else []


_DAYS: dict[str, Callable[[Rule, dt.date, _Works], _Groups]] = {
    "DAILY": _daily,
    "WEEKLY": _weekly,
    "MONTHLY": _monthly,
    "YEARLY": _yearly,
}
