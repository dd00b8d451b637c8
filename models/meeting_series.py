"""Meetings that come again: when the next one is, without public holidays."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from models.meeting_tables import Meeting
from models.recurrence import next_times, read_rule
from models.schedules import local_moment
from models.values import TeamInfo
from models.working_days import is_day_off

_DAY = dt.timedelta(days=1)
# Of so many days of a rule one is no holiday.
_LOOK = 60


@dataclass(frozen=True, slots=True)
class Series:
    """A rule, its first day, the local minute at which its meetings begin and its last day."""

    rule: str
    first: dt.date
    minute: int
    until: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Turn:
    """One time of a series: its day, its moment (aware UTC), and the holidays left out before
    it.
    """

    day: dt.date
    start: dt.datetime
    skipped: tuple[dt.date, ...] = ()


def series_of(team: TeamInfo, row: Meeting) -> Series | None:
    """The series that a meeting belongs to; None for one that comes once."""
    if not row.recurrence:
        return None
    minute = row.recurs_at
    if minute is None:
        local = row.start_at.astimezone(team.zone)
        minute = local.hour * 60 + local.minute
    return Series(row.recurrence, row.recurs_from or row.day, minute, row.recurs_until)


def turn_of(row: Meeting) -> dt.date:
    """The day of its rule that a meeting stands for; a later day to which it was moved swallows
    those before it.
    """
    return max(row.day, row.recurs_day or row.day)


def turns(team: TeamInfo, series: Series, since: dt.date, *, count: int = 1) -> list[Turn]:
    """The times of a series from a day on; holidays are left out, unless it comes once a year."""
    yearly = read_rule(series.rule).frequency == "YEARLY"
    midnight = dt.datetime.combine(since, dt.time(), team.zone)
    look = count + _LOOK
    days = next_times(series.rule, series.first, midnight, count=look, until=series.until)
    found: list[Turn] = []
    skipped: list[dt.date] = []
    for day in days:
        if not yearly and is_day_off(day):
            skipped.append(day)
            continue
        start = local_moment(day, series.minute, team.zone)
        found.append(Turn(day, start, tuple(skipped)))
        skipped = []
        if len(found) == count:
            break
    return found


def next_turn(team: TeamInfo, series: Series, since: dt.date, now: dt.datetime) -> Turn | None:
    """The first time of a series from a day on that is still to come; None where it ends."""
    today = now.astimezone(team.zone).date()
    found = turns(team, series, max(since, today), count=2)
    return next((each for each in found if each.start > now), None)


def ahead(team: TeamInfo, row: Meeting, last: dt.date) -> list[Turn]:
    """The times of a series behind a meeting of it, up to a day."""
    series = series_of(team, row)
    if series is None:
        return []
    after = turn_of(row) + _DAY
    count = (last - after).days + 1
    until = last if series.until is None else min(series.until, last)
    return turns(team, replace(series, until=until), after, count=count) if count > 0 else []


def following(team: TeamInfo, row: Meeting, now: dt.datetime) -> Turn | None:
    """The time of the series after that of a meeting which is still to come."""
    series = series_of(team, row)
    return None if series is None else next_turn(team, series, turn_of(row) + _DAY, now)


def left_out(team: TeamInfo, before: Meeting, after: Meeting) -> tuple[dt.date, ...]:
    """The days of a series between two meetings of it that are left out as holidays."""
    return days_off(team, before, turn_of(before) + _DAY, after.day - _DAY)


def days_off(team: TeamInfo, row: Meeting, first: dt.date, last: dt.date) -> tuple[dt.date, ...]:
    """The days of a meeting's rule, from the first to the last, that are left out as holidays."""
    series = series_of(team, row)
    if series is None or read_rule(series.rule).frequency == "YEARLY":
        return ()
    since = dt.datetime.combine(first, dt.time(), team.zone)
    count = max((last - first).days + 1, 0)
    days = next_times(series.rule, series.first, since, count=count, until=last)
    return tuple(day for day in days if is_day_off(day))
