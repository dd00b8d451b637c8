"""On which days people work, public holidays and make-up days included."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from holidays import HolidayBase

_DAY = dt.timedelta(days=1)
_SATURDAY = 5


def is_working_day(day: dt.date, country: str = "CN") -> bool:
    """Whether people of a country work on a day; KeyError for a country that nobody knows.

    China's make-up Saturdays and Sundays are working days. Its government says in November how the
    next year's weekends move; until then that year has its legal holidays only.
    """
    return _calendar(country).is_working_day(day)


def is_day_off(day: dt.date) -> bool:
    """Whether a day is free in mainland China because of a public holiday, and not merely a
    weekend.
    """
    if day in _calendar("CN"):
        return not is_working_day(day)
    if day.weekday() < _SATURDAY:
        return not is_working_day(day)
    block = holiday_around(day) if not is_working_day(day) else None
    return block is not None and block[1] - block[0] > _DAY


def is_announced(year: int) -> bool:
    """Whether the days off of a year in mainland China are known to the last day."""
    _calendar("CN").get(dt.date(year, 1, 1))
    return any(day.year == year for day in _calendar("CN").weekend_workdays)


def next_holiday(day: dt.date) -> tuple[dt.date, dt.date] | None:
    """The first and last day off of mainland China's next public holiday that begins after `day`.

    None where the year is not announced yet.
    """
    for year in (day.year, day.year + 1):
        if not is_announced(year):
            return None
        for first in sorted(each for each in _calendar("CN") if each.year == year and each > day):
            block = holiday_around(first)
            if block is not None and block[0] > day:
                return block
    return None


def holiday_around(day: dt.date) -> tuple[dt.date, dt.date] | None:
    """The days off in a row that hold a public holiday of mainland China; None if unannounced."""
    if not is_announced(day.year):
        return None
    first = last = day
    while not is_working_day(first - _DAY):
        first -= _DAY
    while not is_working_day(last + _DAY):
        last += _DAY
    return first, last


def working_days_after(day: dt.date, count: int) -> dt.date:
    """The `count`-th working day of mainland China after a day."""
    while count > 0:
        day += _DAY
        count -= is_working_day(day)
    return day


@lru_cache(maxsize=8)
def _calendar(country: str) -> HolidayBase:
    # Costs a tenth of a second and most phrases never need it.
    try:
        from holidays import country_holidays

        return country_holidays(country)
    except NotImplementedError:
        raise KeyError(country) from None
