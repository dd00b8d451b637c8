"""The day and the time at which something comes round: «周一9点», «1号 9:00», «月底晚上8点»."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from bot.kit import PeriodKind
from bot.language.dates import Due, read_due, without
from models.recurrence import read_rule

# What makes a time one that comes again, tried in turn.
_AGAIN = ("{}", "每{}", "每月{}", "every {}", "monthly {}", "每天{}", "daily {}")
_LAST = 31


@dataclass(frozen=True, slots=True)
class Times:
    """A round as far as it was said: of the week or month with its day, and the minute after
    midnight.
    """

    kind: PeriodKind | None = None
    on: int = 0
    minute: int | None = None


def read_times(words: str, now: dt.datetime) -> Times | None:
    """The round in words that tell nothing else; None where they do, or where no such day is."""
    for form in _AGAIN:
        text = form.format(words)
        due = read_due(text, now)
        if due is not None and due.recurrence is not None and not due.ask:
            found = _round(due)
            if found is None or without(text, due).strip():
                continue
            if found.kind is None and not _is_time_alone(words, now):
                return None
            return found
    return None


def _is_time_alone(words: str, now: dt.datetime) -> bool:
    """Whether words name a time of the day and no day: early in the morning it is still to come."""
    due = read_due(words, now.replace(hour=0, minute=0))
    return due is not None and due.start is not None and _day(due.start) == now.date()


def _day(value: dt.date | dt.datetime) -> dt.date:
    return value.date() if isinstance(value, dt.datetime) else value


def _round(due: Due) -> Times | None:
    """The round of a recurring date, None where it has several days or leaves some out."""
    rule = read_rule(due.recurrence or "")
    start = due.start
    minute = start.hour * 60 + start.minute if isinstance(start, dt.datetime) else None
    if rule.interval != 1 or rule.working or rule.months or isinstance(due.end, dt.datetime):
        return None
    if rule.frequency == "DAILY" and minute is not None:
        return Times(minute=minute)
    if rule.frequency == "WEEKLY" and len(rule.weekdays) == 1:
        return Times(PeriodKind.WEEK, rule.weekdays[0][1] + 1, minute)
    if rule.frequency == "MONTHLY" and len(rule.days) == 1 and not rule.weekdays:
        day = rule.days[0]
        return Times(PeriodKind.MONTH, _LAST if day == -1 else day, minute) if day >= -1 else None
    return None
