"""Goals: what is missing comes from the totals, one goal holds at a time, receipts stay cheap."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from world import START, World

from models import goal_progress, goal_setting, goals
from models.db import Db, Statement
from models.errors import Refusal
from models.goal_progress import Progress
from models.goals import GoalInfo, NewGoal
from models.rosters import roster
from models.teams import team_info
from models.values import Metric, Period, PeriodKind

TEAM = 1
TODAY = START.date()
NOW = START.astimezone(dt.UTC)
JUNE = Period.of(PeriodKind.MONTH, TODAY)


@pytest.fixture
async def team(world: World) -> World:
    await world.declare("老王", "owner")
    await world.declare("小美", "member")
    return world


def new(
    member_id: int | None, target: int, period: Period = JUNE, metric: Metric = Metric.AMOUNT
) -> NewGoal:
    return NewGoal(member_id, metric, period, target)


async def put(world: World, name: str, wanted: int, period: Period = JUNE) -> GoalInfo:
    def write(db: Db) -> GoalInfo:
        member = roster(db, TEAM).find(name)
        assert member is not None
        given = new(member.id, wanted, period)
        return goal_setting.set_goal(db, member, given, now=NOW, today=TODAY)[0]

    return await world.app.database.write(write)


async def progress(world: World, goal: GoalInfo, day: dt.date = TODAY) -> Progress:
    def look(db: Db) -> Progress:
        return goal_progress.progress(db, team_info(db, TEAM), goal, day)

    return await world.read(look)


async def test_the_gap_is_spread_over_the_days_that_are_left(team: World) -> None:
    await team.say("小美", "报单 8460")
    goal = await put(team, "小美", 30_000_00)
    assert await progress(team, goal) == Progress(
        8_460_00, 28, 21_540_00, 9, 2_394_00, behind=-8_460_00
    )
    assert (await progress(team, goal, JUNE.last)).days == 1
    after = await progress(team, goal, JUNE.last + dt.timedelta(days=1))
    assert (after.days, after.pace) == (0, 0)


async def test_a_goal_ahead_counts_all_its_working_days(team: World) -> None:
    july = Period.of(PeriodKind.MONTH, dt.date(2025, 7, 1))
    at = await progress(team, await put(team, "小美", 31_000_00, july))
    assert (at.done, at.days, at.pace) == (0, 23, 1_348_00)


@given(done=st.integers(-(10**9), 10**11), target=st.integers(1, 10**10))
def test_a_hundred_percent_are_reached_at_the_target_only(done: int, target: int) -> None:
    assert (goals.percent(done, target) >= 100) == (done >= target)
    assert goals.percent(done, target) >= 0


async def test_a_new_goal_takes_the_place_of_the_old_one(team: World) -> None:
    first = await put(team, "小美", 30_000_00)
    second = await put(team, "小美", 35_000_00)
    found = await team.read(lambda db: goals.current(db, TEAM, TODAY))
    assert [goal.number for goal in found] == [second.number]
    before = await team.read(lambda db: goals.require(db, TEAM, first.number))
    assert before.state == goals.REPLACED


async def test_a_goal_ends_once(team: World) -> None:
    goal = await put(team, "小美", 30_000_00)

    def end(db: Db) -> None:
        member = roster(db, TEAM).find("小美")
        assert member is not None
        goal_setting.cancel(db, member, goal)

    await team.app.database.write(end)
    with pytest.raises(Refusal, match="goal-ended"):
        await team.app.database.write(end)


async def test_no_goal_is_set_for_days_that_are_over(team: World) -> None:
    may = Period.of(PeriodKind.MONTH, dt.date(2025, 5, 1))
    with pytest.raises(Refusal, match="goal-past"):
        await put(team, "小美", 1_00, may)


async def test_a_receipt_asks_for_the_goals_of_a_month_once(
    team: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    await put(team, "小美", 30_000_00)
    asked: list[Statement] = []
    run = Db._execute

    def count(db: Db, statement: Statement, params: dict[str, object]) -> None:
        if statement is goals._MONTH:
            asked.append(statement)
        run(db, statement, params)

    monkeypatch.setattr(Db, "_execute", count)
    for amount in (300, 600, 900):
        answer = (await team.say("小美", f"报单 {amount}"))[0]
        assert "/30,000(" in answer
    assert len(asked) == 1
    await team.say("小美", "目标 本月 40000")
    assert "/40,000(" in (await team.say("小美", "报单 5"))[0]


async def test_the_goals_of_a_month_are_found_by_the_index(team: World) -> None:
    def plan(db: Db) -> str:
        sql, constants = db._statements.find(goals._MONTH)
        given = {**constants, "team": TEAM, "begin": "2025-06-01"}
        connection = db.session.connection()
        rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", given)
        return " ".join(row[3] for row in rows)

    assert "ix_goal_span (team_id=? AND first=?)" in await team.read(plan)
