"""Times on the clock of a zone, also on the two nights a year when clocks are changed."""

from __future__ import annotations

import datetime as dt

_MINUTE = dt.timedelta(minutes=1)


def at(day: dt.date, clock: dt.time, zone: dt.tzinfo) -> dt.datetime:
    """The moment when the clocks of a zone show a time on a day.

    A time that is skipped there is the first one after the gap (02:30 becomes 03:00); one that
    comes twice is the first.
    """
    wanted = dt.datetime.combine(day, clock, tzinfo=zone)
    if _exists(wanted):
        return wanted
    # The later reading of a time in a gap lies before the change, the earlier one behind it.
    before = wanted.replace(fold=1).astimezone(dt.UTC)
    behind = wanted.astimezone(dt.UTC)
    offset = before.astimezone(zone).utcoffset()
    while behind - before > _MINUTE:
        middle = before + (behind - before) // 2
        if middle.astimezone(zone).utcoffset() == offset:
            before = middle
        else:
            behind = middle
    return behind.astimezone(zone).replace(second=0, microsecond=0)


def moment_of(time: dt.datetime) -> dt.datetime:
    """The same moment in UTC: times of one zone compare by what its clocks show."""
    return time.astimezone(dt.UTC)


def later(now: dt.datetime, after: dt.timedelta) -> dt.datetime:
    """The minute that a length of real time after now falls in, in the zone of now."""
    return (moment_of(now) + after).astimezone(now.tzinfo).replace(second=0, microsecond=0)


def _exists(time: dt.datetime) -> bool:
    back = moment_of(time).astimezone(time.tzinfo)
    return back.replace(tzinfo=None) == time.replace(tzinfo=None)
