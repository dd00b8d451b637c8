"""What each working day must bring, how far behind an even plan somebody is, and where it may end."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from world import START, World

from models import care, goal_days, goal_progress, goal_setting, goals
from models.db import Db
from models.goal_progress import Forecast, foresee, pace_of
from models.goals import NewGoal
from models.rosters import roster
from models.teams import team_info
from models.values import Metric, Period, PeriodKind

TEAM = 1
TODAY = START.date()
NOW = START.astimezone(dt.UTC)
A_DAY = dt.timedelta(days=1)
JUNE = Period.of(PeriodKind.MONTH, TODAY)


@pytest.mark.parametrize(
    ("day", "first", "last"),
    [
        ("2025-06-18", "2025-04-01", "2025-06-30"),
        ("2025-01-01", "2025-01-01", "2025-03-31"),
        ("2024-12-31", "2024-10-01", "2024-12-31"),
        ("2025-09-30", "2025-07-01", "2025-09-30"),
    ],
)
def test_a_quarter_is_three_whole_months(day: str, first: str, last: str) -> None:
    read = dt.date.fromisoformat
    found = Period.of(PeriodKind.QUARTER, read(day))
    assert (found.first, found.last) == (read(first), read(last))


@given(gap=st.integers(0, 10**10), days=st.integers(1, 366))
def test_the_days_that_are_left_bring_what_lacks(gap: int, days: int) -> None:
    amount = pace_of(Metric.AMOUNT, gap, days)
    assert amount % 100 == 0
    assert gap <= amount * days < gap + 100 * days
    count = pace_of(Metric.ORDERS, gap, days)
    assert gap * 10 <= count * days < gap * 10 + days


def days_back(count: int) -> list[dt.date]:
    return [TODAY - n * A_DAY for n in range(count, 0, -1)]


@given(
    sums=st.lists(st.integers(0, 10**8), min_size=5, max_size=25),
    today=st.integers(0, 10**8),
    left=st.integers(1, 25),
)
def test_a_forecast_never_takes_back_what_is_done(sums: list[int], today: int, left: int) -> None:
    passed = days_back(len(sums))
    known = {**dict(zip(passed, sums, strict=True)), TODAY: today}
    found = foresee(known, passed, left, TODAY)
    middle = sum(sums) + sum(sums) * left // len(sums)
    assert sum(sums) + today <= found.low <= found.high
    assert found.high >= middle
    assert found.days == len(sums)


def test_who_sells_the_same_each_day_is_foreseen_to_the_cent() -> None:
    passed = days_back(10)
    assert foresee(dict.fromkeys(passed, 500), passed, 4, TODAY) == Forecast(7_000, 7_000, 10)


def test_ups_and_downs_and_few_days_make_it_wide() -> None:
    few, many = days_back(6), days_back(24)
    narrow = foresee({day: 400 + 200 * (n % 2) for n, day in enumerate(many)}, many, 5, TODAY)
    wide = foresee({day: 400 + 200 * (n % 2) for n, day in enumerate(few)}, few, 5, TODAY)
    assert wide.high - wide.low > narrow.high - narrow.low > 0


def test_what_a_day_off_brings_counts_for_the_working_day_before() -> None:
    passed = [TODAY - n * A_DAY for n in (6, 5, 4, 3, 1)]
    usual = dict.fromkeys(passed, 100)
    found = foresee({**usual, TODAY - 2 * A_DAY: 700}, passed, 1, TODAY)
    assert found == foresee({**usual, TODAY - 3 * A_DAY: 800}, passed, 1, TODAY)


async def test_leave_days_off_and_holidays_are_no_working_days(world: World) -> None:
    await world.declare("小美", "member")

    def look(db: Db) -> tuple[int, int, int]:
        team = team_info(db, TEAM)
        mei = roster(db, TEAM).find("小美")
        assert mei is not None

        def count() -> int:
            return len(goal_days.work_days(db, team, mei.id, JUNE.first, JUNE.last))

        whole = count()
        days = (dt.date(2025, 6, 16), dt.date(2025, 6, 17))
        care.take_leave(db, mei, mei, days, reason="", now=NOW)
        away = count()
        care.change_profile(db, mei.id, off_days="4")
        return whole, away, count()

    # Saturdays, Sundays and the Dragon Boat holiday on Monday 2 June; then four Fridays.
    assert await world.app.database.write(look) == (20, 18, 14)


async def test_who_set_a_goal_late_is_behind_from_that_day_on_only(world: World) -> None:
    await world.declare("小美", "member")
    await world.say("小美", "补报 6.16 3000")

    def put(db: Db) -> None:
        mei = roster(db, TEAM).find("小美")
        assert mei is not None
        wanted = NewGoal(mei.id, Metric.AMOUNT, JUNE, 12_000_00)
        goal_setting.set_goal(db, mei, wanted, now=NOW, today=TODAY)

    await world.app.database.write(put)

    async def behind(days: int) -> int:
        def look(db: Db) -> int:
            goal, team = goals.require(db, TEAM, 1), team_info(db, TEAM)
            return goal_progress.progress(db, team, goal, TODAY + days * A_DAY).behind

        return await world.read(look)

    # Nine working days for 9,000: nothing lacks today, 1,000 tomorrow, 3,000 on Monday.
    assert [await behind(days) for days in (0, 1, 5)] == [0, 1_000_00, 3_000_00]
