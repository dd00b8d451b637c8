"""Days of the Chinese calendar, from a table of its years."""

from __future__ import annotations

import datetime as dt

# For each year its first day, the month after which a leap month stands (0: none), and the months,
# the leap month in its place: 1 has 30 days, 0 has 29.
_YEARS = {
    2024: ("02-10", 0, "010010110110"), 2025: ("01-29", 6, "1010010101110"),
    2026: ("02-17", 0, "101001001110"), 2027: ("02-06", 0, "110100100110"),
    2028: ("01-26", 5, "1110100100110"), 2029: ("02-13", 0, "110101010011"),
    2030: ("02-03", 0, "010110101010"), 2031: ("01-23", 3, "0110101101010"),
    2032: ("02-11", 0, "100101101101"), 2033: ("01-31", 11, "0100101011101"),
    2034: ("02-19", 0, "010010101101"), 2035: ("02-08", 0, "101001001101"),
    2036: ("01-28", 6, "1101001001011"), 2037: ("02-15", 0, "110100100101"),
    2038: ("02-04", 0, "110101010010"), 2039: ("01-24", 5, "1101101010100"),
    2040: ("02-12", 0, "101101011010"), 2041: ("02-01", 0, "010101101101"),
    2042: ("01-22", 2, "0100101011011"), 2043: ("02-10", 0, "010010011011"),
    2044: ("01-30", 7, "1010010010111"), 2045: ("02-17", 0, "101001001011"),
    2046: ("02-06", 0, "101010100101"), 2047: ("01-26", 5, "1011010100101"),
    2048: ("02-14", 0, "011011010010"), 2049: ("02-02", 0, "101011011010"),
    2050: ("01-23", 3, "0101010110110"),
}  # fmt: skip


def lunar_day(year: int, month: int, day: int) -> dt.date | None:
    """A day of a Chinese year in our calendar, never of a leap month; None where there is none.

    A `day` of -1 is the month's last.
    """
    if year not in _YEARS or not 1 <= month <= 12:
        return None
    first, leap, lengths = _YEARS[year]
    before = month - 1 + (0 < leap < month)
    length = 29 + int(lengths[before])
    if day == -1:
        day = length
    if not 1 <= day <= length:
        return None
    days = sum(29 + int(each) for each in lengths[:before]) + day - 1
    return dt.date(year, int(first[:2]), int(first[3:])) + dt.timedelta(days=days)


def next_lunar_day(month: int, day: int, today: dt.date) -> dt.date | None:
    """The first such day from today on; None beyond the table or where no year has it."""
    for year in range(today.year - 1, today.year + 3):
        found = lunar_day(year, month, day)
        if found is not None and found >= today:
            return found
    return None
