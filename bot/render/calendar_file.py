"""A calendar as an .ics file (RFC 5545) that a phone or a computer takes in, and takes in again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from models.recurrence import Rule, next_times, read_rule
from models.wall_clock import at

if TYPE_CHECKING:
    from icalendar import Event

# How far back and ahead the times of a rule are written out that the format has no words for.
_BACK, _AHEAD = dt.timedelta(days=30), dt.timedelta(days=183)
# Every month has as many days.
_SHORTEST_MONTH = 28


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """One appointment or deadline.

    `uid` is its name for ever and `sequence` goes up with each change: with them a calendar that
    has the entry already changes it. `start` and `end` are aware times in the zone they are meant
    in, or days, the last one included; without an `end` it is a moment. With a `rule` they are
    those of the first time, the last day is `until`, and nothing is on the days `without`. A
    `cancelled` entry is taken out. `url` is where one joins.
    """

    uid: str
    title: str
    start: dt.date | dt.datetime
    end: dt.date | dt.datetime | None
    changed_at: dt.datetime
    sequence: int = 0
    place: str = ""
    notes: str = ""
    rule: str = ""
    until: dt.date | None = None
    without: tuple[dt.date, ...] = ()
    url: str = ""
    cancelled: bool = False
    busy: bool = True


def calendar_file(
    name: str, zone: ZoneInfo, entries: Sequence[CalendarEntry], now: dt.datetime
) -> bytes:
    """The file with all entries; `now` is when it is made."""
    # Costs a tenth of a second, and few messages need it.
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//Duizhang//Calendar//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("x-wr-timezone", zone.key)
    for entry in _spelled(entries, now):
        calendar.add_component(_event(entry, now))
    years = [entry.start.year for entry in entries] or [now.year]
    # With the year before, whose last change of clocks is the offset of the first entries.
    calendar.add_missing_timezones(
        first_date=dt.date(min(years) - 1, 1, 1), last_date=dt.date(max(years) + 10, 1, 1)
    )
    data: bytes = calendar.to_ical()
    return data


def _event(entry: CalendarEntry, now: dt.datetime) -> Event:
    from icalendar import Event, vRecur

    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", now.astimezone(dt.UTC))
    event.add("last-modified", entry.changed_at.astimezone(dt.UTC))
    event.add("sequence", entry.sequence)
    event.add("summary", entry.title)
    event.add("dtstart", entry.start)
    if entry.end is not None:
        is_day = not isinstance(entry.end, dt.datetime)
        # In the file the end of a span of days is the day after it.
        event.add("dtend", entry.end + dt.timedelta(days=1) if is_day else entry.end)
    if entry.place:
        event.add("location", entry.place)
    if entry.notes:
        event.add("description", entry.notes)
    if entry.url:
        event.add("url", entry.url)
    if entry.rule:
        event.add("rrule", vRecur.from_ical(_rrule(entry)))
        for day in entry.without:
            event.add("exdate", _time_on(entry, day))
    event.add("status", "CANCELLED" if entry.cancelled else "CONFIRMED")
    event.add("transp", "OPAQUE" if entry.busy else "TRANSPARENT")
    return event


def _time_on(entry: CalendarEntry, day: dt.date) -> dt.date | dt.datetime:
    """When an entry that recurs would be on a day."""
    if not isinstance(entry.start, dt.datetime):
        return day
    return at(day, entry.start.time(), entry.start.tzinfo or dt.UTC)


def _rrule(entry: CalendarEntry) -> str:
    """The rule with its end, which is a moment in UTC where the start is a time."""
    if entry.until is None:
        return entry.rule
    if not isinstance(entry.start, dt.datetime):
        return f"{entry.rule};UNTIL={entry.until:%Y%m%d}"
    end = dt.datetime.combine(entry.until, dt.time(23, 59, 59), entry.start.tzinfo)
    return f"{entry.rule};UNTIL={end.astimezone(dt.UTC):%Y%m%dT%H%M%SZ}"


def _spelled(entries: Iterable[CalendarEntry], now: dt.datetime) -> Iterator[CalendarEntry]:
    for entry in entries:
        if not entry.rule or is_standard(read_rule(entry.rule), entry.start):
            yield entry
        else:
            yield from _written_out(entry, now)


def is_standard(rule: Rule, start: dt.date | dt.datetime) -> bool:
    """Whether RFC 5545 finds the same days by a rule as we do.

    It knows no days off and leaves out a day that a month lacks, where we take the month's last; of
    a year it picks days among all months. Readers differ in what Mondays together
    with the last Friday are.
    """
    if rule.working:
        return False
    if rule.frequency in ("DAILY", "WEEKLY"):
        picked = rule.days or rule.months or rule.position or any(n for n, _ in rule.weekdays)
        return not picked and not (rule.frequency == "DAILY" and rule.weekdays)
    if rule.frequency == "YEARLY":
        picks = bool(rule.weekdays or rule.position)
        if (picks and len(rule.months) != 1) or (rule.days and not rule.months):
            return False
    if rule.weekdays:
        return len({n == 0 for n, _ in rule.weekdays}) == 1
    days = rule.days or (start.day,)
    # The last day alone is the same everywhere; beside others it may fall on one of them.
    return days == (-1,) or all(0 < abs(day) <= _SHORTEST_MONTH for day in days)


def _written_out(entry: CalendarEntry, now: dt.datetime) -> Iterator[CalendarEntry]:
    """An entry for each time, known by its number in the series, so that a later file moves it."""
    begin = entry.start
    zone = begin.tzinfo if isinstance(begin, dt.datetime) else dt.UTC
    local = now.astimezone(zone)
    before = min(begin, local) if isinstance(begin, dt.datetime) else local
    if not isinstance(begin, dt.datetime):
        before = dt.datetime.combine(begin, dt.time(), dt.UTC)
    count = max((local - before).days, 0) + _AHEAD.days + 1
    times = next_times(
        entry.rule, begin, before - dt.timedelta(days=1), count=count, until=entry.until
    )
    first, last = (local - _BACK).date(), (local + _AHEAD).date()
    for number, time in enumerate(times, start=1):
        day = time.date() if isinstance(time, dt.datetime) else time
        if first <= day <= last and day not in entry.without:
            end = None if entry.end is None else _shifted(entry, time)
            name, _, domain = entry.uid.partition("@")
            uid = f"{name}-{number}@{domain}"
            yield replace(entry, uid=uid, start=time, end=end, rule="", until=None, without=())


def _shifted(entry: CalendarEntry, start: dt.date | dt.datetime) -> dt.date | dt.datetime:
    """When the occurrence that begins then ends."""
    end, begin = entry.end, entry.start
    if not (
        isinstance(end, dt.datetime)
        and isinstance(begin, dt.datetime)
        and isinstance(start, dt.datetime)
    ):
        return start + ((end or begin) - begin)
    length = end.astimezone(dt.UTC) - begin.astimezone(dt.UTC)
    return (start.astimezone(dt.UTC) + length).astimezone(begin.tzinfo)
