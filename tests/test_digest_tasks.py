"""The digest's lines about tasks: names for leads, counts for the group, never too many."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

import pytest
from world import START, World

from models import team_work
from models.db import Db, Statement
from models.people_tables import Duty
from models.rosters import roster
from models.task_changes import Doer
from models.task_steps import block, finish
from models.tasks import NewTask, create, deadline, require
from models.team_work import TaskFigures
from models.teams import team_info
from models.values import MemberInfo

TEAM = 1
TODAY = START.date()
A_DAY = dt.timedelta(days=1)


@pytest.fixture
async def team(world: World) -> World:
    await world.declare("老王", "owner")
    for name in ("阿芳", "小美", "丽姐"):
        await world.declare(name, "member")
    return world


def person(db: Db, name: str) -> MemberInfo:
    found = roster(db, TEAM).find(name)
    assert found is not None
    return found


async def give(
    world: World, title: str, *owners: str, due: dt.date | None = None, **more: Any
) -> None:
    def write(db: Db) -> None:
        team = team_info(db, TEAM)
        ids = tuple(person(db, name).id for name in owners)
        when = None if due is None else deadline(team, due)
        new = NewTask(title, owners=ids, due=when, **more)
        create(db, team, new, Doer(person(db, "老王"), world.clock.now()))

    await world.app.database.write(write)


async def done(world: World, who: str, *numbers: int) -> None:
    def write(db: Db) -> None:
        team = team_info(db, TEAM)
        for number in numbers:
            finish(db, team, require(db, TEAM, number), Doer(person(db, who), world.clock.now()))

    await world.app.database.write(write)


async def figures(world: World, without: Sequence[str] = ()) -> TaskFigures | None:
    def look(db: Db) -> TaskFigures | None:
        ids = [person(db, name).id for name in without]
        return team_work.figures(db, team_info(db, TEAM), world.clock.now(), without=ids)

    return await world.read(look)


async def a_day(world: World) -> None:
    """Two tasks done, one due, one late, one stuck, one of nobody, two for one customer."""
    await give(world, "发朋友圈", "阿芳")
    await give(world, "拍主图", "阿芳")
    await give(world, "出3版文案", "小美", due=TODAY)
    await give(world, "发货单", "丽姐", due=TODAY - A_DAY)
    await give(world, "等图排版", "小美")
    await give(world, "整理素材")
    await give(world, "回访", "小美", customer="王姐")
    await give(world, "送小样", "丽姐", customer="王姐")
    await done(world, "阿芳", 1, 2)

    def stuck(db: Db) -> None:
        team = team_info(db, TEAM)
        doer = Doer(person(db, "小美"), world.clock.now())
        block(db, team, require(db, TEAM, 5), doer, words="等图")

    await world.app.database.write(stuck)


async def test_a_duty_of_nobody_is_told_to_leads(team: World) -> None:
    await give(team, "整理素材")

    def leave(db: Db) -> None:
        db.session.add(Duty(team_id=TEAM, name="售后"))

    await team.app.database.write(leave)
    assert "🧩 没人管的职责:售后" in (await team.private("老王", "日报 预览"))[0]
    assert "售后" not in (await team.say("老王", "日报 预览"))[0]


async def test_a_team_without_tasks_has_no_figures(team: World) -> None:
    assert await figures(team) is None


async def test_each_task_stands_in_one_list(team: World) -> None:
    await a_day(team)
    found = await figures(team)
    assert found is not None
    lists = {
        name: [each.item.number for each in getattr(found, name).first]
        for name in ("due", "overdue", "blocked", "unowned")
    }
    assert lists == {"due": [3], "overdue": [4], "blocked": [5], "unowned": [6]}
    assert (found.done, found.done_before) == (2, 0)
    (double,) = found.doubles
    assert (double.customer, double.first.number, double.second.number) == ("王姐", 7, 8)
    team.clock.move_to(START + A_DAY)
    after = await figures(team)
    assert after is not None
    assert (after.done, after.done_before) == (0, 2)
    assert [each.item.number for each in after.overdue.first] == [4, 3]


async def test_one_person_s_two_tasks_for_a_customer_are_no_double_work(team: World) -> None:
    await give(team, "回访", "小美", customer="王姐")
    await give(team, "送小样", "小美", customer="王姐")
    await give(team, "回电", "丽姐", customer="李姐")
    found = await figures(team)
    assert found is not None
    assert found.doubles == ()


async def test_leads_are_told_names_and_the_group_counts(team: World) -> None:
    await a_day(team)
    (named,) = await team.private("老王", "日报 预览")
    assert "✅ 任务完成 2 项(昨天 0 项) · 阿芳 完成 2 项 👏" in named
    assert "📌 今天还要完成 1 项:T3 出3版文案(小美)" in named
    assert "⏳ 过期 1 项:T4 发货单(丽姐)" in named
    assert "⛔ 卡住 1 项:T5 等图排版(小美)" in named
    assert "🙋 无人负责 1 项:T6 整理素材(回“认领 T6”)" in named
    assert "👯 可能重复 1 处:T7 和 T8(客户 王姐)" in named
    (public,) = await team.say("老王", "日报 预览")
    assert "📌 任务:今天还有 1 项到期、1 项过期、1 项卡住" in public
    assert "阿芳 完成 2 项 👏" in public
    for shamed in ("小美", "丽姐", "T3", "T4", "王姐"):
        assert shamed not in public


async def test_who_is_excluded_is_named_nowhere(team: World) -> None:
    await a_day(team)
    found = await figures(team, ("阿芳", "丽姐"))
    assert found is not None
    assert (found.done, found.best) == (2, None)
    assert found.overdue.first[0].owners == ()


async def test_with_a_full_board_the_least_important_lines_go_first(team: World) -> None:
    await a_day(team)
    for n in range(9):
        await team.declare(f"卖{n}", "member")
        await team.say(f"卖{n}", f"报单 {200 + n}")
    lines = (await team.private("老王", "日报 预览"))[0].splitlines()
    assert len(lines) == 15
    text = "\n".join(lines)
    for gone in ("可能重复", "卡住", "比昨天"):
        assert gone not in text
    for kept in ("今天还要完成", "无人负责", "过期 1 项", "任务完成 2 项", "还没开单:"):
        assert kept in text
    assert "…另有 4 人开单" in text


async def test_a_full_house_never_has_more_than_fifteen_lines(team: World) -> None:
    await a_day(team)
    for n in range(12):
        await team.declare(f"卖{n}", "member")
        await team.say(f"卖{n}", f"报单 {200 + n}")
    await team.say("卖1", "撤销")
    await team.say("老王", "推送 日报 21:30 @老王 群")
    await team.private("老王", "成员")
    await team.go_to(START.replace(hour=12) + 3 * A_DAY)
    for n in range(12):
        await team.say(f"卖{n}", f"报单 {300 + n}")
    await team.say("卖1", "撤销")
    said = await team.go_to((START + 3 * A_DAY).replace(hour=21, minute=31))
    digests = [text for text in said if text.startswith("📊")]
    assert len(digests) == 2
    assert all(len(text.splitlines()) <= 15 for text in digests)
    assert all("团队" in text and "开单" in text for text in digests)


@pytest.mark.parametrize(
    ("statement", "index"),
    [
        (team_work.OPEN, "ix_task_open (team_id=?)"),
    ],
)
async def test_what_a_digest_tells_is_found_by_indexes(
    team: World, statement: Statement, index: str
) -> None:
    def plan(db: Db) -> str:
        sql, constants = db._statements.find(statement)
        given = {**constants, "team": TEAM, "now": 0, "until": 0}
        rows = db.session.connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", given)
        return " ".join(row[3] for row in rows)

    assert index in await team.read(plan)


async def test_a_day_without_sales_tells_of_tasks(team: World) -> None:
    await give(team, "整理素材")
    (public,) = await team.say("老王", "日报 预览")
    assert public.splitlines()[1:] == ["🙋 无人负责 1 项:T1 整理素材(回“认领 T1”)"]
