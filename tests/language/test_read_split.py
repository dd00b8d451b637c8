"""What stands behind the word for splitting a goal, and what members say to their shares."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.goal_splits import SplitWords, read_answer, read_split
from bot.language.goal_terms import GoalWords, Terms
from bot.language.goals import read_goal
from models.values import Metric, Period, PeriodKind

TODAY = dt.date(2025, 6, 18)
JUNE = Period.of(PeriodKind.MONTH, TODAY)
TERMS = Terms({"面膜": ("面膜", "盒"), "b5精华": ("B5精华", "瓶")})
PEOPLE = {"小美", "阿芳", "老王"}


def split(line: str) -> SplitWords:
    found = read_split(line, TODAY, TERMS, PEOPLE.__contains__)
    assert found is not None, line
    return found


def goal(line: str) -> GoalWords:
    found = read_goal(line, TODAY, TERMS)
    assert found is not None, line
    return found


@pytest.mark.parametrize(
    ("line", "metric", "target", "subject", "unit"),
    [
        ("本月 面膜 300盒", Metric.QUANTITY, 300, "面膜", "盒"),
        ("本月面膜300盒", Metric.QUANTITY, 300, "面膜", "盒"),
        ("面膜 300 本月", Metric.QUANTITY, 300, "面膜", "盒"),
        ("本月 面膜 一百 盒", Metric.QUANTITY, 100, "面膜", "盒"),
        ("本月 B5精华 20瓶", Metric.QUANTITY, 20, "B5精华", "瓶"),
        ("本月 30盒", Metric.QUANTITY, 30, "", "盒"),
        ("本月 新客 20", Metric.NEW, 20, "", ""),
        ("本月 20个新客", Metric.NEW, 20, "", ""),
        ("month 20 new customers", Metric.NEW, 20, "", ""),
        ("复购 15单 本月", Metric.REPEAT, 15, "", ""),
        ("本月 份额 A区 15%", Metric.SHARE, 1500, "A区", ""),
        ("本月 12.5% 份额 一小区", Metric.SHARE, 1250, "一小区", ""),
    ],
)
def test_a_goal_of_any_measure_is_read(
    line: str, metric: Metric, target: int, subject: str, unit: str
) -> None:
    found = goal(line)
    assert (found.metric, found.target, found.subject, found.unit) == (
        metric,
        target,
        subject,
        unit,
    )
    assert found.period == JUNE


@pytest.mark.parametrize(
    ("word", "first", "last"),
    [
        ("Q3", "2025-07-01", "2025-09-30"),
        ("三季度", "2025-07-01", "2025-09-30"),
        ("第3季度", "2025-07-01", "2025-09-30"),
        ("本季", "2025-04-01", "2025-06-30"),
        ("this quarter", "2025-04-01", "2025-06-30"),
        ("下季度", "2025-07-01", "2025-09-30"),
        ("next quarter", "2025-07-01", "2025-09-30"),
        ("一季度", "2025-01-01", "2025-03-31"),
        ("2026年一季度", "2026-01-01", "2026-03-31"),
        ("2026Q1", "2026-01-01", "2026-03-31"),
    ],
)
def test_quarters_are_read_ahead(word: str, first: str, last: str) -> None:
    period = goal(f"团队 {word} 900000").period
    assert period is not None
    assert (period.kind, period.first.isoformat(), period.last.isoformat()) == (
        PeriodKind.QUARTER,
        first,
        last,
    )


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("份额 一小区 15", "share"),
        ("份额 一小区 150%", "share"),
        ("本月 新客 0", "zero"),
        ("本月 新客 1.5", "count"),
        ("本月 面膜 0盒", "zero"),
        ("本月 面膜 99999999盒", "too-large"),
    ],
)
def test_a_figure_that_does_not_fit_its_measure_is_a_fault(line: str, fault: str) -> None:
    assert (goal(line).fault, goal(line).target) == (fault, None)


def test_the_reason_stands_behind_because() -> None:
    found = goal("G7 25000 因为 货少,因为出差")
    assert (found.number, found.target, found.reason) == (7, 2_500_000, "货少,因为出差")
    found = goal("G7 不接,因为要调岗")
    assert (found.is_cancelled, found.reason) == (True, "要调岗")
    assert goal("看板").view == "board"
    assert goal("G4 图").view == "picture"


@pytest.mark.parametrize(
    ("line", "basis"),
    [
        ("6月 300000 按去年", "last_year"),
        ("6月300000按去年", "last_year"),
        ("平均 30万 6月", "even"),
        ("6月 30万 按能力", "ability"),
        ("june 300000 by last year", "last_year"),
        ("june 300000 evenly", "even"),
        ("6月 300000", ""),
    ],
)
def test_a_draft_says_of_what_and_by_what(line: str, basis: str) -> None:
    found = split(line)
    assert (found.step, found.basis, found.goal.target) == ("draft", basis, 30_000_000)
    assert found.goal.period == JUNE


def test_figures_by_hand_stand_behind_names() -> None:
    for line in (
        "6月 300000 小美3 阿芳2",
        "6月 @小美 3 @阿芳 2 300000",
        "6月 小美:3 阿芳x2 300000",
    ):
        found = split(line)
        assert found.figures == (("小美", 300), ("阿芳", 200)), line
        assert found.goal.target == 30_000_000
    assert split("6月 小美10万 阿芳20万").figures == (("小美", 10_000_000), ("阿芳", 20_000_000))


@pytest.mark.parametrize(
    ("line", "step"),
    [
        ("", "show"),
        ("GS3", "show"),
        ("确认", "confirm"),
        ("GS3 确认", "confirm"),
        ("放弃", "drop"),
        ("补齐", "balance"),
        ("采纳 @小美", "adopt"),
        ("我 25000 因为货少", "counter"),
        ("@小美 28000", "settle"),
        ("G4 按周", "time"),
        ("本月 按天", "time"),
        ("G4 取消", "time"),
        ("GS2 同意", "accept"),
        ("GS2 不接", "decline"),
    ],
)
def test_steps_are_told_apart(line: str, step: str) -> None:
    assert split(line).step == step


def test_answers_are_short_and_talk_is_none() -> None:
    found = read_answer("改 2.5万,因为下半月出差")
    assert found is not None
    assert (found.step, found.wish, found.reason) == ("counter", 2_500_000, "下半月出差")
    steps = [read_answer(text) for text in ("同意", "没问题。", "不接 因为请假", "change to 30000")]
    assert [each and each.step for each in steps] == ["accept", "accept", "decline", "counter"]
    for text in ("改天再说", "改一下", "好的", "同意他说的", "接单了", "", "我改主意了"):
        assert read_answer(text) is None, text


@given(st.text(max_size=90))
def test_nothing_breaks_the_readers(line: str) -> None:
    read_split(line, TODAY, TERMS, PEOPLE.__contains__)
    read_answer(line)
    found = read_goal(line, TODAY, TERMS)
    assert found is None or found.target is None or found.target > 0
