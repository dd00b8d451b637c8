"""Rules of recurrence, working days and days of the Chinese calendar."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import holidays
import pytest

from bot.language.lunar import lunar_day, next_lunar_day
from models.recurrence import next_times, read_rule
from models.working_days import (
    holiday_around,
    is_announced,
    is_working_day,
    next_holiday,
    working_days_after,
)

SHANGHAI = ZoneInfo("Asia/Shanghai")
NEW_YORK = ZoneInfo("America/New_York")
NOW = dt.datetime(2025, 6, 18, 15, tzinfo=SHANGHAI)
TODAY = NOW.date()


@pytest.mark.parametrize(
    ("rule", "start", "days"),
    [
        ("FREQ=DAILY", "2025-06-01", "06-18 06-19 06-20"),
        ("FREQ=DAILY;INTERVAL=3", "2025-06-17", "06-20 06-23 06-26"),
        ("FREQ=WEEKLY;BYDAY=FR", "2025-06-20", "06-20 06-27 07-04"),
        ("FREQ=WEEKLY;BYDAY=MO,WE,FR", "2025-06-01", "06-18 06-20 06-23"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=FR", "2025-06-13", "06-27 07-11 07-25"),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", "2025-06-18", "06-30 07-31 08-31"),
        ("FREQ=MONTHLY;BYMONTHDAY=31", "2026-01-31", "2026-01-31 2026-02-28 2026-03-31"),
        ("FREQ=MONTHLY;BYMONTHDAY=1,15", "2025-06-18", "07-01 07-15 08-01"),
        ("FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=5", "2025-07-05", "07-05 09-05 11-05"),
        ("FREQ=MONTHLY;BYDAY=-1SU", "2025-06-18", "06-29 07-27 08-31"),
        ("FREQ=MONTHLY;BYDAY=1MO", "2025-06-18", "07-07 08-04 09-01"),
        ("FREQ=MONTHLY;BYDAY=5FR", "2025-06-18", "08-29 10-31 2026-01-30"),
        ("FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1", "2025-06-30", "06-30 09-30 12-31"),
        ("FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1", "2025-06-18", "06-30 09-30 12-31"),
        ("FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=1", "2025-06-18", "10-01 2026-10-01 2027-10-01"),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "2025-06-18", "2026-02-28 2027-02-28 2028-02-29"),
        ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "2025-09-26", "09-26 09-29 09-30"),
        ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;X-WORKING=1", "2025-09-27", "09-28 09-29 09-30"),
        ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;X-WORKING=1", "2025-10-01", "10-09 10-10 10-11"),
        (
            "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;X-WORKING=1",
            "2025-08-01",
            "08-29 09-30 10-31",
        ),
        (
            "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1;X-WORKING=1",
            "2025-10-01",
            "10-09 11-03 12-01",
        ),
    ],
)
def test_a_rule_falls_on_these_days(rule: str, start: str, days: str) -> None:
    found = next_times(rule, dt.date.fromisoformat(start), NOW, count=3)
    assert [day.isoformat().removeprefix("2025-") for day in found] == days.split()
    assert str(read_rule(rule)) == rule


def test_a_time_is_after_now_and_keeps_the_clock() -> None:
    start = dt.datetime(2026, 3, 6, 9, tzinfo=NEW_YORK)
    now = dt.datetime(2026, 3, 7, 9, tzinfo=NEW_YORK)
    found = next_times("FREQ=DAILY", start, now, count=2)
    assert [time.isoformat() for time in found] == [
        "2026-03-08T09:00:00-04:00",
        "2026-03-09T09:00:00-04:00",
    ]


def test_a_skipped_time_comes_after_the_gap_and_once() -> None:
    start = dt.datetime(2026, 3, 7, 2, 30, tzinfo=NEW_YORK)
    found = next_times("FREQ=DAILY", start, start, count=2)
    assert [time.isoformat() for time in found] == [
        "2026-03-08T03:00:00-04:00",
        "2026-03-09T02:30:00-04:00",
    ]
    assert next_times("FREQ=DAILY", start, found[0], count=1) == found[1:]


def test_a_time_that_comes_twice_is_taken_once() -> None:
    start = dt.datetime(2026, 11, 1, 1, 30, tzinfo=NEW_YORK)
    before = dt.datetime(2026, 11, 1, 0, 0, tzinfo=NEW_YORK)
    first, second = next_times("FREQ=DAILY", start, before, count=2)
    assert (first.isoformat(), second.isoformat()) == (
        "2026-11-01T01:30:00-04:00",
        "2026-11-02T01:30:00-05:00",
    )
    # An hour later the clock shows half past one again; that is not another occurrence.
    assert next_times("FREQ=DAILY", start, first) == [second]


def test_a_rule_ends_with_its_last_day() -> None:
    found = next_times("FREQ=WEEKLY;BYDAY=FR", TODAY, NOW, count=9, until=dt.date(2025, 7, 4))
    assert found == [dt.date(2025, 6, 20), dt.date(2025, 6, 27), dt.date(2025, 7, 4)]
    assert next_times("FREQ=DAILY", TODAY, NOW, until=dt.date(2025, 6, 1)) == []


def test_a_team_may_have_working_days_of_its_own() -> None:
    rule = "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;X-WORKING=1"
    found = next_times(rule, TODAY, NOW, count=2, works=lambda day: day.weekday() == 5)
    assert found == [dt.date(2025, 6, 21), dt.date(2025, 6, 28)]


def test_a_rule_without_days_ends() -> None:
    assert next_times("FREQ=MONTHLY;BYDAY=6MO", TODAY, NOW) == []
    assert next_times("FREQ=DAILY", dt.date(9999, 12, 30), NOW, count=5) == [
        dt.date(9999, 12, 30),
        dt.date(9999, 12, 31),
    ]


@pytest.mark.parametrize("rule", ["", "FREQ=HOURLY", "FREQ=DAILY;COUNT=3", "FREQ=WEEKLY;BYDAY=XX"])
def test_another_rule_is_refused(rule: str) -> None:
    with pytest.raises(ValueError, match="no "):
        read_rule(rule)


def test_a_time_needs_a_zone() -> None:
    with pytest.raises(ValueError, match="zone"):
        next_times("FREQ=DAILY", dt.datetime(2025, 6, 18, 9), NOW)  # noqa: DTZ001


@pytest.mark.parametrize(
    ("day", "works"),
    [
        ("2025-06-18", True), ("2025-06-21", False), ("2025-10-01", False), ("2025-10-08", False),
        ("2025-09-28", True), ("2025-10-11", True), ("2025-10-12", False), ("2026-02-14", True),
    ],
)  # fmt: skip
def test_make_up_days_are_working_days(day: str, works: bool) -> None:
    assert is_working_day(dt.date.fromisoformat(day)) is works


def test_other_countries_have_other_days() -> None:
    assert not is_working_day(dt.date(2025, 7, 4), country="US")
    assert is_working_day(dt.date(2025, 10, 1), country="US")
    with pytest.raises(KeyError):
        is_working_day(TODAY, country="Atlantis")


def test_days_off_in_a_row() -> None:
    national = (dt.date(2025, 10, 1), dt.date(2025, 10, 8))
    assert next_holiday(TODAY) == national
    assert holiday_around(dt.date(2025, 10, 6)) == national
    assert is_announced(2025)
    assert not is_announced(2040)
    assert next_holiday(dt.date(2040, 6, 1)) is None
    assert working_days_after(dt.date(2025, 9, 30), 2) == dt.date(2025, 10, 10)


def test_the_chinese_calendar_agrees_with_the_public_holidays() -> None:
    names = {
        "Chinese New Year (Spring Festival)": (1, 1),
        "Dragon Boat Festival": (5, 5),
        "Mid-Autumn Festival": (8, 15),
    }
    seen = 0
    for year in range(2024, 2051):
        calendar = holidays.country_holidays("CN", years=year, observed=False, language="en_US")
        for day, text in sorted(calendar.items(), reverse=True):
            for name in text.split("; "):
                if name in names:
                    expected = lunar_day(year, *names[name])
                    # Spring Festival has several days, the first is the one that counts.
                    assert expected is not None
                    assert 0 <= (day - expected).days <= 3
                    seen += day == expected
    assert seen == 3 * 27


@pytest.mark.parametrize(
    ("month", "day", "found"),
    [
        (12, 23, "2026-02-10"), (12, -1, "2026-02-16"), (1, 15, "2026-03-03"), (9, 9, "2025-10-29"),
        (7, 7, "2025-08-29"), (5, 5, "2026-06-19"),
    ],
)  # fmt: skip
def test_the_next_day_of_the_chinese_calendar(month: int, day: int, found: str) -> None:
    assert next_lunar_day(month, day, TODAY) == dt.date.fromisoformat(found)


def test_beyond_the_table_nobody_knows() -> None:
    assert next_lunar_day(8, 15, dt.date(2060, 1, 1)) is None
    assert lunar_day(2025, 13, 1) is None
    assert lunar_day(2025, 1, 31) is None
