"""Offers of tasks: asked once, answered once, and passed on; loads, leave and undo beside them."""

import datetime as dt
from collections.abc import Callable

import pytest
from world import START, World

from models import care, skills
from models.db import Db
from models.people_tables import MemberProfile
from models.rosters import roster
from models.task_changes import Doer
from models.task_steps import undo
from models.task_tables import Task, TaskChange, TaskOffer
from models.tasks import NewTask, TaskInfo, create, deadline, require
from models.teams import team_info
from models.values import MemberInfo

TEAM = 1
TODAY = START.date()
NOW = START.astimezone(dt.UTC)
A_DAY = dt.timedelta(days=1)


@pytest.fixture
async def team(world: World) -> World:
    await world.declare("老王", "owner")
    for name in ("阿芳", "小美", "丽姐"):
        await world.declare(name, "member")
    return world


def member(db: Db, name: str) -> MemberInfo:
    found = roster(db, TEAM).find(name)
    assert found is not None
    return found


async def write(world: World, work: Callable[[Db], object]) -> None:
    await world.app.database.write(work)


async def add(
    world: World, title: str, *owners: str, days: int | None = None, **new: object
) -> None:
    """A task of 老王, due at the end of a day from today on."""

    def work(db: Db) -> None:
        team = team_info(db, TEAM)
        ids = tuple(member(db, name).id for name in owners)
        due = deadline(team, TODAY + days * A_DAY) if days is not None else None
        create(db, team, NewTask(title, ids, due, **new), Doer(member(db, "老王"), NOW))  # type: ignore[arg-type]

    await write(world, work)


async def leave(world: World, name: str, first: int, last: int) -> None:
    def work(db: Db) -> None:
        span = (TODAY + first * A_DAY, TODAY + last * A_DAY)
        care.take_leave(db, member(db, "老王"), member(db, name), span, reason="", now=NOW)

    await write(world, work)


async def task(world: World, number: int) -> TaskInfo:
    return await world.read(lambda db: require(db, TEAM, number))


async def owners(world: World, number: int) -> list[str]:
    found = await task(world, number)
    return await world.read(lambda db: [roster(db, TEAM).name(i) for i in found.owners])


async def states(world: World) -> list[str]:
    def look(db: Db) -> list[str]:
        return [row.state for row in db.session.query(TaskOffer).order_by(TaskOffer.id)]

    return await world.read(look)


async def turn(world: World, name: str) -> dt.datetime | None:
    def look(db: Db) -> dt.datetime | None:
        row = db.session.get(MemberProfile, member(db, name).id)
        return row.last_duty_at if row is not None else None

    return await world.read(look)


async def test_taking_keeps_the_history_the_reminders_and_the_turn(team: World) -> None:
    await team.say("阿芳", "技能 文案3")
    await team.say("老王", "派活 618海报 需要 文案2 周五18点")
    await team.say("阿芳", "接")
    assert await owners(team, 1) == ["阿芳"]
    verbs = await team.read(
        lambda db: [row.verb for row in db.session.query(TaskChange).order_by(TaskChange.n)]
    )
    assert verbs == ["create", "claim"]
    assert await turn(team, "阿芳") == NOW


async def test_a_claim_that_is_taken_back_lets_the_task_be_given_again(team: World) -> None:
    await team.say("阿芳", "技能 文案3")
    await team.say("老王", "派活 618海报 需要 文案2")
    await team.say("阿芳", "接")

    def back(db: Db) -> None:
        undo(db, team_info(db, TEAM), require(db, TEAM, 1), Doer(member(db, "老王"), NOW))

    await write(team, back)
    assert await owners(team, 1) == []
    said = await team.say("老王", "派活 T1")
    assert "推荐 @阿芳" in said[0]


async def test_of_two_answers_one_counts(team: World) -> None:
    await team.say("阿芳", "技能 文案3")
    await team.say("小美", "技能 文案2")
    await team.say("老王", "派活 618海报 需要 文案2")
    answers = [
        team.message("阿芳", "接"),
        team.message("阿芳", "让"),
        team.message("阿芳", "接 T1"),
    ]
    said = await team.receive(*answers)
    assert [line for line in said if "归 @阿芳" in line] != []
    assert any("就在你手上" in line for line in said)
    assert await states(team) == ["taken"]


async def test_an_offer_is_over_when_somebody_else_claims_the_task(team: World) -> None:
    await team.say("阿芳", "技能 文案3")
    await team.say("老王", "派活 618海报 需要 文案2")
    await team.say("老王", "派活 T1 @小美")
    await team.say("小美", "接")
    assert await owners(team, 1) == ["小美"]
    assert await team.say("阿芳", "接") == []
    assert await states(team) == ["over", "taken"]


async def test_a_button_of_an_offer_goes_on_being_good(team: World) -> None:
    await team.say("阿芳", "技能 文案3")
    await team.say("老王", "派活 618海报 需要 文案2")
    await team.wait(hours=1)
    said = await team.press("小美", "/take T1", 2)
    assert "没有问你" in said[0]
    said = await team.press("阿芳", "/take T1", 2)
    assert "归 @阿芳" in said[0]


async def test_nobody_who_is_away_until_the_deadline_is_asked(team: World) -> None:
    for name in ("阿芳", "小美"):
        await team.say(name, "技能 文案3")
    await leave(team, "阿芳", 0, 5)
    said = await team.say("老王", "派活 618海报 需要 文案2 周五18点")
    assert "推荐 @小美" in said[0]
    assert "阿芳" not in said[0]
    said = await team.say("老王", "派活 T1 @阿芳")
    assert "到期前都不在,仍派?" in said[0]
    await leave(team, "小美", 0, 0)
    said = await team.say("老王", "派活 T1")
    assert "期间 1 天不在" in said[0]


async def test_who_is_asked_already_has_less_room(team: World) -> None:
    for name in ("阿芳", "小美"):
        await team.say(name, "技能 文案3")
    first = await team.say("老王", "派活 一 需要 文案3")
    second = await team.say("老王", "派活 二 需要 文案3")
    assert "推荐 @阿芳" in first[0]
    assert "推荐 @小美" in second[0]
    assert "待回 1" in (await team.say("老王", "负载"))[0]


async def test_two_open_offers_are_told_apart(team: World) -> None:
    await team.say("阿芳", "技能 文案3")
    await team.say("老王", "派活 海报一 需要 文案3")
    await team.say("老王", "派活 海报二 需要 文案3")
    said = await team.say("阿芳", "接")
    assert said[0].startswith("接哪一个?")
    said = await team.press("阿芳", "/take T2", len(team.heard))
    assert "T2 海报二 归 @阿芳" in said[0]
    assert "T1 海报一 归 @阿芳" in (await team.say("阿芳", "接"))[0]


async def test_who_asked_hears_when_nobody_answers_but_not_at_night(team: World) -> None:
    for name in ("阿芳", "小美"):
        await team.say(name, "技能 文案3")
    await team.say("老王", "派活 618海报 需要 文案2")
    assert await team.wait(hours=3, minutes=59) == []
    said = await team.wait(minutes=2)
    assert "阿芳还没回 T1 618海报,要换人吗?" in said[0]
    assert "换 @小美" in said[0]
    await team.say("阿芳", "让")
    assert await team.wait(hours=3) == []
    said = await team.go_to(START.replace(hour=8) + A_DAY)
    assert "小美还没回" in said[0]


async def test_the_group_is_told_where_a_private_word_reaches_nobody(team: World) -> None:
    def add_and_forget(db: Db) -> None:
        skills.learn(db, member(db, "阿芳").id, {"文案": 3})

    await write(team, add_and_forget)
    said = await team.private("老王", "派活 618海报 需要 文案2")
    assert "已私聊问 阿芳" in said[0]
    assert "想请你做" in said[1]


async def test_loads_tell_what_is_late_to_leads_in_private_alone(team: World) -> None:
    await add(team, "早该好了", "小美", days=-2)
    await add(team, "这周的", "小美", days=1)
    await add(team, "下周的", "小美", days=8)
    await leave(team, "丽姐", -1, 3)
    group = (await team.say("老王", "负载"))[0].splitlines()
    assert group[1] == "小美 3/5·本周到期 1"
    assert "丽姐 0/5·请假,06-22 周日 回来" in group
    private = (await team.private("老王", "负载"))[0].splitlines()
    assert private[1] == "小美 3/5·本周到期 1·逾期 1"
    assert "逾期" not in (await team.private("阿芳", "负载"))[0]
    assert "逾期 1" in (await team.private("小美", "负载 @小美"))[0]


# -- several at once


async def ready(world: World) -> None:
    await world.say("阿芳", "技能 文案4")
    await world.say("小美", "技能 数据3")
    await world.say("丽姐", "技能 文案4")
    await add(world, "文案一", days=2, needs=(("文案", 2),))
    await add(world, "报表", days=3, needs=(("数据", 2),))
    await add(world, "文案二", days=4, needs=(("文案", 2),))


async def test_several_tasks_are_planned_together_and_given_on_a_yes(team: World) -> None:
    await ready(team)
    plan = (await team.say("老王", "派活 全部"))[0].splitlines()
    assert plan[0] == "🤝 这 3 个可以这样派:"
    assert plan[2] == "T2 报表 → @小美(数据3)"
    assert (plan[1], plan[3]) == ("T1 文案一 → @阿芳(文案4)", "T3 文案二 → @丽姐(文案4)")
    assert await owners(team, 1) == []
    said = await team.say("老王", "1")
    assert said[0].startswith("好,派了 3 个:")
    assert sorted(line.partition(":")[0] for line in said[1:]) == ["🤝 老王派给你 1 个任务"] * 3
    assert await owners(team, 2) == ["小美"]
    turns = [await turn(team, name) for name in ("阿芳", "小美", "丽姐")]
    assert len(set(turns)) == 3
    assert (await team.say("老王", "派活 全部"))[0].startswith("没有没人做的任务")


async def test_a_plan_that_is_declined_changes_nothing(team: World) -> None:
    await ready(team)
    await team.say("老王", "派活 T1 T2 T3")
    await team.say("老王", "2")
    assert await team.read(lambda db: {row.owners for row in db.session.query(Task)}) == {0}


async def test_what_was_taken_meanwhile_is_left_alone(team: World) -> None:
    await ready(team)
    await team.say("老王", "派活 T1 T2")
    await team.say("老王", "派活 T2 @丽姐")
    await team.say("丽姐", "接")
    said = await team.press("老王", "/carry_out T1=2 T2=3", len(team.heard))
    assert "过期" in said[0]
    await team.say("老王", "/carry_out T1=2 T2=3")
    assert await owners(team, 2) == ["丽姐"]
    assert await owners(team, 1) == ["阿芳"]


async def test_a_plan_leaves_what_there_is_no_room_for(team: World) -> None:
    await ready(team)
    for name in ("阿芳", "丽姐"):
        await team.private(name, "偏好 最多1个")
    await add(team, "文案三", needs=(("文案", 2),))
    plan = (await team.say("老王", "派活 全部"))[0].splitlines()
    assert plan[0] == "🤝 这 3 个可以这样派:"
    assert plan[4].startswith("先放着:T")


async def test_who_said_no_to_such_work_gets_none_of_it(team: World) -> None:
    await ready(team)
    await team.private("小美", "偏好 不接 数据")
    plan = (await team.say("老王", "派活 T1 T2"))[0]
    assert "@小美" not in plan


async def test_many_tasks_are_shown_by_member(team: World) -> None:
    for n in range(1, 13):
        await add(team, f"小事{n}")
    plan = (await team.say("老王", "派活 全部"))[0].splitlines()
    assert plan[0] == "🤝 这 12 个可以这样派:"
    assert [line.partition(":")[0] for line in plan[1:4]] == ["@阿芳", "@小美", "@丽姐"]
    assert len(plan) <= 15
    said = await team.say("老王", "1")
    assert said[0].startswith("好,派了 12 个:")
    assert all(len(line.splitlines()) <= 15 for line in said)


async def test_tasks_of_another_team_are_not_there(team: World) -> None:
    from bot.core.events import Chat

    other = Chat("g2", is_group=True, title="另一群")
    await team.say("老周", "大家好", chat=other)
    await team.app.declare(team.message("老周", "", chat=other), "owner")
    await add(team, "我们的事")
    said = await team.say("老周", "派活 T1", chat=other)
    assert "没有 T1" in said[0]
    said = await team.say("老周", "派活 全部", chat=other)
    assert "没有没人做的任务" in said[0]
    await team.say("阿芳", "技能 文案3")
    said = await team.say("老周", "/技能 文案", chat=other)
    assert "还没有人登记" in said[0]
