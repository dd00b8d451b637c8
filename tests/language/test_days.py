"""Days and periods as members look back at them."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.days import read_day, read_period
from models.values import EPOCH, Period, PeriodKind

TODAY = dt.date(2025, 6, 18)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("今天", 18), ("昨天", 17), ("昨晚", 17), ("前天", 16), ("大前天", 15), ("周一", 16), ("周三", 18),
        ("周五", 13), ("上周五", 13), ("上周一", 9), ("星期天", 15), ("6.16", 16), ("6/16", 16), ("6月16日", 16),
        ("16号", 16), ("六月十六号", 16), ("2025-06-16", 16), ("2025/6/16", 16), ("20250616", 16),
        ("yesterday", 17), ("monday", 16), ("last fri", 13), ("６．１６", 16),
    ],
)  # fmt: skip
def test_a_day_is_the_latest_one(text: str, day: int) -> None:
    assert read_day(text, TODAY) == dt.date(2025, 6, day)


@pytest.mark.parametrize(
    "text", ["6.31", "13.1", "31号", "2月30日", "398", "", "下次", "2025-02-29"]
)
def test_no_such_day_is_none(text: str) -> None:
    assert read_day(text, TODAY) is None


def test_tomorrow_is_read_as_such() -> None:
    assert read_day("明天", TODAY) == dt.date(2025, 6, 19)


@pytest.mark.parametrize(
    ("text", "kind", "first", "last"),
    [
        ("今天", "day", "2025-06-18", "2025-06-18"),
        ("昨天", "day", "2025-06-17", "2025-06-17"),
        ("本周", "week", "2025-06-16", "2025-06-22"),
        ("上周", "week", "2025-06-09", "2025-06-15"),
        ("本月", "month", "2025-06-01", "2025-06-30"),
        ("上月", "month", "2025-05-01", "2025-05-31"),
        ("6月", "month", "2025-06-01", "2025-06-30"),
        ("12月", "month", "2024-12-01", "2024-12-31"),
        ("2025-06", "month", "2025-06-01", "2025-06-30"),
        ("今年", "year", "2025-01-01", "2025-12-31"),
        ("去年", "year", "2024-01-01", "2024-12-31"),
        ("2024", "year", "2024-01-01", "2024-12-31"),
        ("6.1-6.15", "range", "2025-06-01", "2025-06-15"),
        ("2025-06-01..2025-06-10", "range", "2025-06-01", "2025-06-10"),
        ("6月1日到6月10日", "range", "2025-06-01", "2025-06-10"),
        ("today", "day", "2025-06-18", "2025-06-18"),
        ("week", "week", "2025-06-16", "2025-06-22"),
        ("month", "month", "2025-06-01", "2025-06-30"),
        ("year", "year", "2025-01-01", "2025-12-31"),
    ],
)
def test_a_period_is_read(text: str, kind: str, first: str, last: str) -> None:
    expected = Period(PeriodKind(kind), dt.date.fromisoformat(first), dt.date.fromisoformat(last))
    assert read_period(text, TODAY) == expected


@pytest.mark.parametrize("text", ["全部", "all"])
def test_everything_starts_at_the_epoch(text: str) -> None:
    assert read_period(text, TODAY) == Period(PeriodKind.ALL, EPOCH, dt.date.max)


@pytest.mark.parametrize("text", ["6.15-6.1", "13月", "foo", "", "398"])
def test_no_period_is_none(text: str) -> None:
    assert read_period(text, TODAY) is None


@given(st.dates(dt.date(2000, 1, 1), dt.date(2090, 1, 1)))
def test_a_written_day_comes_back(day: dt.date) -> None:
    spellings = (f"{day:%Y-%m-%d}", f"{day.year}年{day.month}月{day.day}日", f"{day:%Y%m%d}")
    assert [read_day(text, TODAY) for text in spellings] == [day] * 3


@given(st.text(max_size=20))
def test_no_text_is_too_strange(text: str) -> None:
    assert read_day(text, TODAY) is None or isinstance(read_day(text, TODAY), dt.date)
    read_period(text, TODAY)
