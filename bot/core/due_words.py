"""A date as members read it back: «06-20 周五 18:00», «每周五 18:00», and what to ask about it."""

from __future__ import annotations

import datetime as dt

from bot.core.cards import T, t
from bot.language.dates import Due
from models.recurrence import Rule, next_times, read_rule

_WORKWEEK = tuple((0, weekday) for weekday in range(5))
_WEEKEND = ((0, 5), (0, 6))


def echo(due: Due, now: dt.datetime) -> T:
    """The date that was understood, with its weekday, as the words that members read.

    The year is named where it is not the present one. `read_due` reads the words back as the same
    date at the same moment. A question without a proposal is «no date yet».
    """
    if due.recurrence is not None:
        return _recurrence(due, read_rule(due.recurrence), now)
    if due.start is None:
        return t("date-open")
    if due.end is None:
        return moment(due.start, now)
    start, end = due.start, due.end
    timed = isinstance(start, dt.datetime) and isinstance(end, dt.datetime)
    if timed and _day_of(start) == _day_of(end):
        return t("date-hours", first=moment(start, now), last=_clock(end))
    return t("date-span", first=moment(start, now), last=moment(end, now))


def moment(value: dt.date | dt.datetime, now: dt.datetime) -> T:
    """One day or time: «06-20 周五», «2026-01-01 周四 18:00»."""
    date = value.strftime("%m-%d") if value.year == now.year else value.strftime("%Y-%m-%d")
    day = t("date-day", date=date, n=value.isoweekday())
    if not isinstance(value, dt.datetime):
        return day
    return t("date-time", day=day, time=_clock(value))


def ask(due: Due, now: dt.datetime) -> T:
    """The question about a date that may not be booked unasked, with a proposal if there is one."""
    reason = t(f"date-ask-{(due.ask or 'vague').replace('_', '-')}")
    if due.start is None or due.recurrence is not None:
        return reason
    return t("date-ask-proposal", reason=reason, date=echo(due, now))


def _clock(value: dt.date) -> str:
    return value.strftime("%H:%M")


def _day_of(value: dt.date | dt.datetime) -> dt.date:
    return value.date() if isinstance(value, dt.datetime) else value


def _recurrence(due: Due, rule: Rule, now: dt.datetime) -> T:
    words = _rule(rule)
    start, end = due.start, due.end
    if start is None:
        return words
    if isinstance(start, dt.datetime):
        words = t("date-every-at", every=words, time=_clock(start))
    if isinstance(start, dt.datetime) and isinstance(end, dt.datetime):
        words = t("date-every-hours", every=words, until=_clock(end))
    if _must_say_start(rule, start, now):
        words = t("date-every-from", every=words, first=_day(start, now))
    if end is not None and not isinstance(end, dt.datetime):
        words = t("date-every-until", every=words, last=_day(end, now))
    return words


def _day(value: dt.date | dt.datetime, now: dt.datetime) -> T:
    return moment(_day_of(value), now)


def _must_say_start(rule: Rule, start: dt.date | dt.datetime, now: dt.datetime) -> bool:
    """Whether the rule alone would not tell on which day it begins."""
    if rule.interval > 1:
        return True
    today = now.date()
    if not isinstance(start, dt.datetime):
        return next_times(rule, today, now) != [start]
    begin = start.replace(year=today.year, month=today.month, day=today.day)
    return next_times(rule, begin, now) != [start]


def _rule(rule: Rule) -> T:
    n = rule.interval
    if rule.frequency == "DAILY":
        return t("date-daily", n=n)
    if rule.frequency == "WEEKLY":
        if rule.working:
            return t("date-working-days")
        if rule.weekdays == _WEEKEND and n == 1:
            return t("date-weekends")
        names = tuple(t("date-weekday", n=weekday + 1) for _, weekday in rule.weekdays)
        return t("date-weekly", n=n, days=names) if names else t("date-weekly-open", n=n)
    if rule.frequency == "YEARLY":
        return _yearly(rule)
    return _monthly(rule)


def _yearly(rule: Rule) -> T:
    if len(rule.months) == 4:
        return t("date-quarterly-last") if rule.days == (-1,) else t("date-quarterly-first")
    if not rule.days or not rule.months:
        return t("date-yearly-open")
    return t("date-yearly", month=rule.months[0], day=rule.days[0])


def _monthly(rule: Rule) -> T:
    n = rule.interval
    if rule.working:
        return t("date-monthly-working", n=n, nth=rule.position)
    if rule.weekdays:
        nth, weekday = rule.weekdays[0]
        return t("date-monthly-weekday", n=n, nth=nth, weekday=t("date-weekday", n=weekday + 1))
    if rule.days == (-1,):
        return t("date-monthly-last", n=n)
    # Beside other days the last one is the 31st, as it was said.
    days = tuple(t("date-month-day", n=31 if day == -1 else day) for day in rule.days)
    return t("date-monthly", n=n, days=days) if days else t("date-monthly-open", n=n)
