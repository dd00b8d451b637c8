"""What contests tell: why somebody stands where they do, lines of a digest, a picture; and what
they cost those who have none.
"""

import datetime as dt
import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

import handlers
from bot.core.commands import Answer, Router
from bot.core.context import Ctx
from bot.core.i18n import written
from handlers.digests.contests import contest_lines
from models import contests
from models.contest_digest import figures
from models.contest_tables import ContestMember
from models.contests import pass_on
from models.db import Db
from models.rosters import roster
from models.teams import team_info
from tests.world import SHANGHAI, World

TEAM = 1
ASKING = Router("asking")


@ASKING.command("ask_contest", "查比赛", whole=True)
def ask_contest(ctx: Ctx) -> Answer:
    """Ask why, as the command of that name does."""
    return ctx.commands.explainers["PK"](ctx, 1)


@pytest_asyncio.fixture
async def team(tmp_path: Path) -> AsyncIterator[World]:
    routers = [*handlers.routers(), ASKING]
    start = dt.datetime(2025, 6, 18, 9, tzinfo=SHANGHAI)
    async with World(tmp_path / "a.db", routers=routers, start=start) as world:
        await world.declare("老王", "owner")
        await world.declare("丽姐", "lead")
        for name in ("阿芳", "小美", "娜娜"):
            await world.declare(name, "member")
        yield world


def told(found: list[str]) -> str:
    return "\n".join(found)


async def until(world: World, day: int, hour: int) -> None:
    """Let time pass to an hour of June; what was due while nobody woke us waits some minutes."""
    moment = dt.datetime(2025, 6, day, hour, tzinfo=SHANGHAI)
    await world.go_to(moment)
    await world.go_to(moment + dt.timedelta(minutes=4))


async def begun(world: World, line: str) -> None:
    """A contest that begins tomorrow, on its first morning."""
    await world.say("丽姐", line)
    await until(world, 19, 8)


async def test_why_names_what_counts_and_what_does_not_with_its_reasons(team: World) -> None:
    await begun(team, "PK @阿芳 @小美 6/19-6/20 每天截止16:00 默认参加")
    await team.say("阿芳", "报单 398")
    await team.say("阿芳", "报单 500")
    await team.say("阿芳", "撤销 S2")
    await team.say("阿芳", "报单 100")
    await team.say("阿芳", "更正 S3 120")
    await until(team, 19, 17)
    await team.say("阿芳", "报单 700")
    await team.say("娜娜", "报单 900")
    said = told(await team.say("阿芳", "查比赛 PK1"))
    assert "阿芳 518" in said
    assert "计入 2 条:#S1、#S3" in said
    assert "#S2(已撤销)" in said
    assert "#S3(已更正)" in said
    assert "#S4(过了截止)" in said
    assert "#S5" not in said
    assert "指纹" in said


async def test_why_of_a_target_says_what_hundred_percent_is(team: World) -> None:
    await team.say("阿芳", "报单 2800")
    await begun(team, "PK @阿芳 @小美 6/19-6/20 按完成率 默认参加")
    await team.say("阿芳", "报单 100")
    said = told(await team.say("阿芳", "查比赛 PK1"))
    # 2,800 in 28 days are 200 in two.
    assert "计入 100 ÷ 目标 200" in said
    assert "50%" in said


async def test_others_low_figures_and_hidden_ones_stay_private(team: World) -> None:
    await begun(team, "PK @阿芳 @小美 @娜娜 6/19-6/20 封榜最后1天 默认参加")
    await team.say("阿芳", "报单 398")
    assert "阿芳 398" in told(await team.say("小美", "查比赛 PK1 阿芳"))
    assert "只有本人能看" in told(await team.say("小美", "查比赛 PK1 娜娜"))
    await until(team, 20, 9)
    assert "封榜中" in told(await team.say("小美", "查比赛 PK1"))
    private = told(await team.private("阿芳", "查比赛 PK1"))
    assert "阿芳 398" in private


async def test_an_explanation_of_what_is_over_is_of_its_result(team: World) -> None:
    await begun(team, "PK @阿芳 @小美 6/19 默认参加")
    await team.say("阿芳", "报单 398")
    await until(team, 20, 9)
    before = told(await team.say("阿芳", "查比赛 PK1"))
    await team.say("阿芳", "撤销 S1")
    assert told(await team.say("阿芳", "查比赛 PK1")) == before


async def digest(world: World, day: dt.date) -> list[str]:
    def look(db: Db) -> list[str]:
        info = team_info(db, TEAM)
        found = figures(db, info, day, world.clock.now())
        lines = contest_lines(found, roster(db, TEAM), info, world.clock.now())
        return [f"{name}: {written(words, 'zh-CN')}" for name, words in lines]

    return await world.app.database.write(look)


async def test_a_digest_tells_what_runs_begins_and_ended_and_nothing_hidden(team: World) -> None:
    assert await digest(team, dt.date(2025, 6, 18)) == []
    await team.say("丽姐", "PK @阿芳 @小美 6/20-6/21 封榜最后1天")
    await begun(team, "PK 红队 @阿芳 vs 蓝队 @小美 @娜娜 6/19 按单数 默认参加")
    await team.say("阿芳", "报单 398")
    day = dt.date(2025, 6, 19)
    assert await digest(team, day) == [
        "contest_running: ⚔️ #PK2 红队 vs 蓝队:红队 领先,还剩 15 小时",
        "contest_planned: ⚔️ #PK1 阿芳 vs 小美 06-20 周五 00:00 开始,还等 2 人应战",
    ]
    await team.say("阿芳", "应战 PK1")
    await team.say("小美", "应战 PK1")
    await until(team, 21, 9)
    await team.say("小美", "报单 398")
    assert await digest(team, day) == [
        "contest_closed: 🏆 #PK2 红队 vs 蓝队:红队 赢了",
        "contest_running: ⚔️ #PK1 阿芳 vs 小美:封榜中,结束揭晓,还剩 14 小时",
    ]
    assert "小美" not in told(await digest(team, dt.date(2025, 6, 21))).replace("阿芳 vs 小美", "")


async def test_a_picture_of_a_hidden_contest_shows_no_figure(team: World) -> None:
    await begun(team, "PK @阿芳 @小美 6/19-6/20 封榜最后1天 默认参加")
    await team.say("小美", "报单 398")
    await until(team, 20, 9)
    said = await team.say("小美", "PK1 图")
    assert "398" not in told(said)
    content = await team.app.database.read(
        lambda db: db.session.connection().exec_driver_sql(
            "SELECT content FROM outgoing ORDER BY id DESC LIMIT 1"
        ).scalar()
    )  # fmt: skip
    assert '"blind":1' in content
    assert "398" not in content


async def test_who_becomes_another_member_keeps_the_place_in_what_is_not_over(team: World) -> None:
    await begun(team, "PK @阿芳 @小美 6/19-6/20 默认参加")

    def merge(db: Db) -> set[int]:
        people = roster(db, TEAM)
        source, target = people.find("阿芳"), people.find("娜娜")
        assert source is not None
        assert target is not None
        pass_on(db, source.id, target.id)
        row = contests.find(db, TEAM, 1)
        found = {m.member_id for m in contests.members(db, row)}
        assert source.id not in found
        assert target.id in found
        return found

    assert len(await team.app.database.write(merge)) == 2
    assert await team.count(ContestMember) == 2


async def test_an_order_in_a_team_without_contests_costs_next_to_nothing(team: World) -> None:
    await team.say("阿芳", "报单 398")

    def look(db: Db) -> float:
        contests.running_ids(db, TEAM)
        begin = time.perf_counter()
        for _ in range(1000):
            contests.running_ids(db, TEAM)
        return (time.perf_counter() - begin) / 1000

    assert await team.app.database.write(look) < 20e-6


@pytest.mark.parametrize(
    "line",
    [
        "pk一下", "PK啊", "PK就PK", "PK 起来!", "PK 加油", "PK3走起", "pk 谁怕谁", "PKU 的同学",
        "PK 今晚", "PK 大家 加油", "PK 明天见 @阿芳", "PK 阿芳 吗", "PK:来啊", "PK@阿芳 你敢吗",
        "来 PK @阿芳 今天", "PK 按我说的做", "pk vs 谁", "PK 苹果 vs 安卓",
    ],
)  # fmt: skip
async def test_talk_about_contests_gets_silence(team: World, line: str) -> None:
    assert await team.say("小美", line) == []


@pytest.mark.parametrize(
    "line",
    [
        "PK @阿芳 今天", "pk@阿芳 今天", "Pk 今天 @阿芳", "/pk 今天 @阿芳", "比赛 @阿芳 今天",
        "PK 我 vs 阿芳 今天", "PK 小美 vs @阿芳 今天 按金额", "PK 奖:奶茶 @阿芳 今天",
        "#PK @阿芳 今天", "PK:@阿芳 vs @小美 今天",
    ],
)  # fmt: skip
async def test_a_duel_is_set_in_any_order_of_its_words(team: World, line: str) -> None:
    said = told(await team.say("小美", line))
    assert said.startswith("⚔️ #PK1 ")
    assert "06-18 周三 · 比金额" in said
