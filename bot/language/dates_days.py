"""Arithmetic of days: from today to the day that words name."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Callable

from bot.language.dates_words import Day
from models.working_days import is_working_day, working_days_after

Resolver = Callable[[dt.date], Day]

NO_SUCH_DAY = Day(None, ask="no_such_day")
# Nobody plans a sales team's work further ahead.
_FURTHEST_DAYS = 3660
# A day of which people still speak: without a year it may be a slip, not next year's.
_LATELY = dt.timedelta(days=90)


def add(day: dt.date, days: int) -> Day:
    """The day so many days later, a question where that is beyond anybody's plans."""
    if abs(days) > _FURTHEST_DAYS or not 2 < day.year + days // 365 < 9990:
        return Day(None, ask="too_far")
    return Day(day + dt.timedelta(days=days))


def relative(days: int) -> Resolver:
    """今天, 明天, N天后."""
    return lambda today: _not_past(add(today, days), today)


def months_later(months: int, days: int = 0) -> Resolver:
    """The same day of a later month, or that month's last, and some days."""

    def resolve(today: dt.date) -> Day:
        month = month_after(today, months)
        if month is None:
            return Day(None, ask="too_far")
        day = month.replace(day=min(today.day, length_of(month)))
        return add(day, days)

    return resolve


def workdays_later(number: int) -> Resolver:
    """The n-th working day from today, which does not count."""

    def resolve(today: dt.date) -> Day:
        if number > 250:
            return Day(None, ask="too_far")
        return Day(working_days_after(today, number))

    return resolve


def coming_weekday(weekday: int) -> Resolver:
    """A bare weekday: the next one; on its own day that is a question without a time."""

    def resolve(today: dt.date) -> Day:
        ahead = (weekday - today.weekday()) % 7
        day = add(today, ahead)
        return day if ahead or day.first is None else Day(today, again=add(today, 7).first)

    return resolve


def weekday_from(weekday: int) -> Resolver:
    """The first such weekday from a day on, as the end of a range."""
    return lambda first: add(first, (weekday - first.weekday()) % 7)


def weekday_of_week(weekday: int, weeks: int) -> Resolver:
    """本周X, 下周X: weeks begin on Monday."""

    def resolve(today: dt.date) -> Day:
        return _not_past(add(today, weekday - today.weekday() + 7 * weeks), today)

    return resolve


def next_english(weekday: int) -> Resolver:
    """«next friday»: this week's or the next one's, where they differ."""

    def resolve(today: dt.date) -> Day:
        differ = weekday > today.weekday()
        day = add(today, weekday - today.weekday() + 7)
        return Day(day.first, ask="ambiguous" if differ and day.first else day.ask)

    return resolve


def date(year: int | None, month: int, day: int, *, years: int | None = None) -> Resolver:
    """A day of a month; without a year the next one, with `years` that of a year from now."""

    def resolve(today: dt.date) -> Day:
        if year is not None or years is not None:
            said = make(year if year is not None else today.year + (years or 0), month, day)
            return _not_past(Day(said), today) if said else NO_SUCH_DAY
        this, following = make(today.year, month, day), make(today.year + 1, month, day)
        if this is not None and this >= today:
            return Day(this)
        if following is None:
            return NO_SUCH_DAY
        if this is not None and today - this < _LATELY:
            return Day(following, ask="past")
        return Day(following)

    return resolve


def day_of_month(day: int, months: int | None) -> Resolver:
    """20号, 下个月1号: without a month the next one from today."""

    def resolve(today: dt.date) -> Day:
        month = month_after(today, months or 0)
        said = make(month.year, month.month, day) if month else None
        if said is None:
            return NO_SUCH_DAY
        if said >= today or months is not None:
            return _not_past(Day(said), today)
        month = month_after(today, 1)
        said = make(month.year, month.month, day) if month else None
        return Day(said) if said else NO_SUCH_DAY

    return resolve


def day_after_first(day: int) -> Resolver:
    """The end of a range that names only the day of the month: 8月3-6号, 28号到3号."""

    def resolve(first: dt.date) -> Day:
        said = make(first.year, first.month, day)
        if said is None:
            return NO_SUCH_DAY
        if said >= first or first.day < 20 or day > 10:
            return Day(said)
        month = month_after(first, 1)
        return Day(month.replace(day=day)) if month else NO_SUCH_DAY

    return resolve


def date_after_first(month: int, day: int) -> Resolver:
    """The end of a range that names a month and a day, over the turn of a year at most."""

    def resolve(first: dt.date) -> Day:
        turns = first.month >= 10 and month <= 3
        said = make(first.year + turns, month, day)
        return Day(said) if said else NO_SUCH_DAY

    return resolve


def month_end(months: int) -> Resolver:
    """The last day of this month or one later."""

    def resolve(today: dt.date) -> Day:
        month = month_after(today, months)
        return _not_past(Day(last_of(month)), today) if month else NO_SUCH_DAY

    return resolve


def named_month(month: int, pick: Callable[[dt.date], dt.date | None]) -> Resolver:
    """A day that is picked from the next month of a number; `pick` gets the month's first day."""

    def resolve(today: dt.date) -> Day:
        for year in (today.year, today.year + 1):
            first = make(year, month, 1)
            day = pick(first) if first else None
            if day is not None and day >= today:
                return Day(day)
        return NO_SUCH_DAY

    return resolve


def relative_month(months: int, pick: Callable[[dt.date], dt.date | None]) -> Resolver:
    """A day that is picked from this month or a later one."""

    def resolve(today: dt.date) -> Day:
        month = month_after(today, months)
        day = pick(month) if month else None
        return _not_past(Day(day), today) if day else NO_SUCH_DAY

    return resolve


def quarter_end(quarters: int) -> Resolver:
    """The last day of this quarter or one later."""

    def resolve(today: dt.date) -> Day:
        month = month_after(today, 2 - (today.month - 1) % 3 + 3 * quarters)
        return _not_past(Day(last_of(month)), today) if month else NO_SUCH_DAY

    return resolve


def nth_weekday(n: int, weekday: int) -> Callable[[dt.date], dt.date | None]:
    """The n-th such weekday of the month that begins on a day, the last for -1."""

    def pick(month: dt.date) -> dt.date | None:
        named = [
            month.replace(day=number)
            for number in range(1, length_of(month) + 1)
            if month.replace(day=number).weekday() == weekday
        ]
        index = n - 1 if n > 0 else n
        return named[index] if index < len(named) else None

    return pick


def nth_working_day(n: int) -> Callable[[dt.date], dt.date | None]:
    """The n-th working day of the month that begins on a day, the last for -1."""

    def pick(month: dt.date) -> dt.date | None:
        length = length_of(month)
        every = (month.replace(day=number) for number in range(1, length + 1))
        working = [day for day in every if is_working_day(day)]
        index = n - 1 if n > 0 else n
        return working[index] if index < len(working) else None

    return pick


def last_of(month: dt.date) -> dt.date:
    """The last day of a month."""
    return month.replace(day=length_of(month))


def length_of(month: dt.date) -> int:
    """How many days a month has."""
    return calendar.monthrange(month.year, month.month)[1]


def month_after(day: dt.date, months: int) -> dt.date | None:
    """The first day of the month so many months later; None beyond anybody's plans."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if abs(months) > _FURTHEST_DAYS // 30 or not 1 <= year < 9990:
        return None
    return dt.date(year, month + 1, 1)


def make(year: int, month: int, day: int) -> dt.date | None:
    """The date, None where no calendar has it."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _not_past(day: Day, today: dt.date) -> Day:
    if day.first is not None and day.first < today:
        return Day(day.first, ask="past")
    return day
