"""What stands behind the word for a goal: an order, a question, or talk."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.goal_periods import read_ahead
from bot.language.goal_terms import GoalWords
from bot.language.goals import read_goal
from models.values import Period, PeriodKind

TODAY = dt.date(2025, 6, 18)
JUNE = Period.of(PeriodKind.MONTH, TODAY)


def goal(line: str) -> GoalWords:
    found = read_goal(line, TODAY)
    assert found is not None, line
    return found


@pytest.mark.parametrize(
    "line",
    [
        "本月 30000",
        "30000 本月",
        "本月30000",
        "6月3万",
        "六月三万",
        "本月 3w",
        ":本月 30,000元",
        "我 这个月 3万",
        "改成 本月 3 万",
        "month 30000",
        "june 30000",
        "本月 3万!",
    ],
)
def test_a_goal_is_read_in_any_order_and_spelling(line: str) -> None:
    found = goal(line)
    assert (found.period, found.metric, found.target, found.who) == (JUNE, "amount", 3_000_000, "")


@pytest.mark.parametrize(
    "line", ["本月 40单", "40单 本月", "本月40单", "本月 四十 单", "month 40 orders"]
)
def test_orders_are_counted(line: str) -> None:
    found = goal(line)
    assert (found.period, found.metric, found.target) == (JUNE, "orders", 40)


@pytest.mark.parametrize(
    ("word", "kind", "first", "last"),
    [
        ("今天", "day", "2025-06-18", "2025-06-18"),
        ("明天", "day", "2025-06-19", "2025-06-19"),
        ("周五", "day", "2025-06-20", "2025-06-20"),
        ("周二", "day", "2025-06-24", "2025-06-24"),
        ("本周", "week", "2025-06-16", "2025-06-22"),
        ("下周", "week", "2025-06-23", "2025-06-29"),
        ("下个月", "month", "2025-07-01", "2025-07-31"),
        ("5月", "month", "2025-05-01", "2025-05-31"),
        ("12月", "month", "2025-12-01", "2025-12-31"),
        ("3月", "month", "2026-03-01", "2026-03-31"),
        ("今年", "year", "2025-01-01", "2025-12-31"),
        ("2026年", "year", "2026-01-01", "2026-12-31"),
        ("6.16-6.20", "range", "2025-06-16", "2025-06-20"),
        ("next-week", "week", "2025-06-23", "2025-06-29"),
    ],
)
def test_periods_are_looked_for_ahead(word: str, kind: str, first: str, last: str) -> None:
    read = dt.date.fromisoformat
    assert read_ahead(word, TODAY) == Period(PeriodKind(kind), read(first), read(last))


def test_december_is_just_over_in_january() -> None:
    period = read_ahead("12月", dt.date(2026, 1, 3))
    assert period is not None
    assert period.first == dt.date(2025, 12, 1)


@pytest.mark.parametrize("word", ["2025", "30000", "累计", "13月", "大家", "all"])
def test_what_is_no_period(word: str) -> None:
    assert read_ahead(word, TODAY) is None


def test_whose_goal_it_is() -> None:
    assert goal("@阿芳 本月 20000").who == "@阿芳"
    assert goal("@阿芳本月20000").who == "@阿芳"
    assert goal("团队6月30万").is_team
    assert goal("本月 我的 3万").who == ""


def test_a_day_with_a_dot_is_a_day_only_where_no_other_period_is_named() -> None:
    assert goal("6.18 5000").period == Period.of(PeriodKind.DAY, TODAY)
    assert goal("今天 6.5").target == 650


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("本月 0", "zero"),
        ("本月 0单", "zero"),
        ("本月 -5", "negative"),
        ("本月 $3000", "currency"),
        ("本月 三万左右", "range"),
        ("本月 99999999999", "too-large"),
        ("本月 9999999单", "too-large"),
    ],
)
def test_a_number_that_can_be_no_goal(line: str, fault: str) -> None:
    assert (goal(line).fault, goal(line).target) == (fault, None)


def test_a_small_number_without_a_unit_is_doubtful() -> None:
    assert goal("本月 40").is_unitless
    assert not goal("本月 40元").is_unitless
    assert not goal("本月 400").is_unitless


@pytest.mark.parametrize(
    "line",
    [
        "达成!",
        "?",
        ":",
        ":长期",
        "1",
        "3万,大家冲!",
        " 本月 3万,大家冲",
        "大家 加油",
        "人群 年轻女性",
        "定了",
        "本月 30000\n下月 40000",
        "本月 2025 300000",
        "设 本月",
        "0",
    ],
)
def test_talk_is_no_goal(line: str) -> None:
    found = read_goal(line, TODAY)
    assert found is None or (found.who and found.target is None)


@given(st.text(max_size=70))
def test_nothing_breaks_the_reader(line: str) -> None:
    found = read_goal(line, TODAY)
    assert found is None or found.target is None or found.target > 0
