"""Who answers for what: whom to ask, what is missing, and that a title gives no right."""

import datetime as dt
from collections.abc import Callable
from typing import TypeVar

import pytest
from world import World

from handlers.duties.words import asked_for, names_in
from models import care, duties, membership
from models.db import Db
from models.duties import Gap
from models.errors import Refusal
from models.rosters import roster
from models.teams import team_info
from models.values import MemberInfo, Role

R = TypeVar("R")
NOW = dt.datetime(2025, 6, 18, 7, tzinfo=dt.UTC)
TODAY = dt.date(2025, 6, 18)
CAST = {"老王": "owner", "丽姐": "manager", "阿芳": "lead", "小美": "member"}
Find = Callable[[str], MemberInfo]


@pytest.fixture
async def team(world: World) -> World:
    for name, role in CAST.items():
        await world.declare(name, role)
    return world


async def change(world: World, work: Callable[[Db, Find], R]) -> R:
    """Run a change of the team; the second argument finds members by name."""

    def find(db: Db, name: str) -> MemberInfo:
        found = roster(db, 1).find(name)
        assert found is not None
        return found

    return await world.app.database.write(lambda db: work(db, lambda name: find(db, name)))


def hold(db: Db, of: Find, who: str, *names: str, is_backup: bool = False) -> None:
    duties.hold(db, of("阿芳"), [of(who)], names, is_backup=is_backup, now=NOW)


async def test_gaps_are_counted_each_duty_once(team: World) -> None:
    def work(db: Db, of: Find) -> duties.Gaps:
        hold(db, of, "小美", "售后", "发货", "打包", "选品")
        hold(db, of, "丽姐", "发货")
        hold(db, of, "丽姐", "售后", "选品", is_backup=True)
        hold(db, of, "丽姐", "直播", is_backup=True)
        return duties.gaps(db, team_info(db, 1))

    found = await change(team, work)
    assert found == duties.Gaps(("直播",), ("打包",), ("发货",))


async def test_a_duty_of_somebody_who_left_has_no_holder_until_they_are_back(team: World) -> None:
    def work(db: Db, of: Find) -> list[tuple[Gap | None, int]]:
        hold(db, of, "小美", "售后")
        hold(db, of, "丽姐", "售后", is_backup=True)
        seen = []
        for step in (membership.depart, membership.come_back):
            step(db, of("小美"))
            (duty,) = duties.of_team(db, 1)
            seen.append((duty.gap, len(duty.gone)))
        return seen

    assert await change(team, work) == [(Gap.NO_HOLDER, 1), (None, 0)]


async def test_holders_are_who_is_here_today_else_the_backups(team: World) -> None:
    def work(db: Db, of: Find) -> list[list[str]]:
        info = team_info(db, 1)
        hold(db, of, "小美", "售后")
        hold(db, of, "丽姐", "售后", is_backup=True)
        seen = []
        for away in (None, "小美", "丽姐"):
            if away:
                care.take_leave(db, of(away), of(away), (TODAY, TODAY), reason="", now=NOW)
            seen.append([m.name for m in duties.holders(db, info, "售后", TODAY)])
        return [*seen, [m.name for m in duties.holders(db, info, "直播", TODAY)]]

    assert await change(team, work) == [["小美"], ["丽姐"], [], []]


async def test_a_duty_has_one_name_however_it_is_written(team: World) -> None:
    def work(db: Db, of: Find) -> list[str]:
        hold(db, of, "小美", "After-sales")
        hold(db, of, "丽姐", "after-sales", is_backup=True)
        return [duty.name for duty in duties.of_team(db, 1)]

    assert await change(team, work) == ["After-sales"]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("售后问题", "售后"),
        ("朋友圈文", "朋友圈文案"),
        ("朋友圈方案", "朋友圈文案"),
        ("直播", None),
        ("饭", None),
        ("任何人", None),
    ],
)
async def test_a_near_duty_is_found_and_no_other(
    team: World, asked: str, found: str | None
) -> None:
    def work(db: Db, of: Find) -> str | None:
        hold(db, of, "小美", "售后", "朋友圈文案")
        return duties.near(db, 1, asked)

    assert await change(team, work) == found


@pytest.mark.parametrize("name", ["a", "一", "x" * 17, "售后@", "售后?", "#售后"])
def test_a_name_that_no_duty_can_have(name: str) -> None:
    with pytest.raises(Refusal, match="duty-name-bad"):
        duties.check_name(name)


async def test_members_change_nothing(team: World) -> None:
    def work(db: Db, of: Find) -> list[str]:
        hold(db, of, "阿芳", "售后")
        me = of("小美")
        (duty,) = duties.of_team(db, 1)
        keys = []
        for attempt in (
            lambda: duties.hold(db, me, [me], ["发货"], now=NOW),
            lambda: duties.let_go(db, me, [of("阿芳")], duty, NOW),
            lambda: duties.drop(db, me, duty, NOW),
            lambda: duties.set_title(db, me, me, "店长", NOW),
        ):
            with pytest.raises(Refusal) as refusal:
                attempt()
            keys.append(refusal.value.key)
        return keys

    assert await change(team, work) == ["common-not-allowed"] * 4


@pytest.mark.parametrize("title", ["客服", "店长", "总经理助理", "Sales manager", "群主助理"])
async def test_a_title_gives_no_right(team: World, title: str) -> None:
    (answer,) = await team.say("阿芳", f"角色 @小美 {title}")
    assert title in answer
    found = await team.read(lambda db: roster(db, 1).find("小美"))
    assert found is not None
    assert found.role is Role.MEMBER


@pytest.mark.parametrize("line", ["负责 管理", "负责:管理,群主", "备岗 团长", "客服 负责 群主"])
async def test_the_name_of_a_role_as_a_duty_gives_no_right(team: World, line: str) -> None:
    assert await team.say("老王", f"角色 @小美 {line}")
    found = await team.read(lambda db: roster(db, 1).find("小美"))
    assert found is not None
    assert found.role is Role.MEMBER


async def test_a_role_and_a_title_in_one_are_no_guess(team: World) -> None:
    (answer,) = await team.say("老王", "角色 @小美 团长 客服")
    assert "职位要分开发" in answer
    found = await team.read(lambda db: roster(db, 1).find("小美"))
    assert found is not None
    assert found.role is Role.MEMBER


async def test_a_role_and_duties_may_be_given_at_once(team: World) -> None:
    (answer,) = await team.say("老王", "角色 @小美 团长 负责:售后")
    assert answer.splitlines() == ["好,@小美:团长", "负责:售后"]


async def test_a_role_that_may_not_be_given_changes_no_duty_either(team: World) -> None:
    assert "只有管理" in (await team.say("阿芳", "角色 @小美 团长 负责:售后"))[0]
    assert await team.read(lambda db: duties.of_team(db, 1)) == []


async def test_of_two_people_of_one_name_the_right_one_is_asked_for(team: World) -> None:
    await team.say("小美", "早", sender=team.message("小美", "").sender)
    other = team.message("小美", "在").sender
    await team.say("路人", "在", sender=type(other)("id-second", "小美"))
    (question,) = await team.say("阿芳", "负责 售后 @小美")
    assert "有几位都叫小美" in question
    (answer,) = await team.say("阿芳", "2")
    assert "售后:@小美" in answer


@pytest.mark.parametrize(
    ("text", "duty"),
    [
        ("谁管售后?", "售后"),
        ("谁管 售后", "售后"),
        ("售后谁负责", "售后"),
        ("谁负责售后", "售后"),
        ("请问现在谁负责售后这块呢?", "售后"),
        ("售后是谁在管", "售后"),
        ("售后的问题归谁管?", "售后"),
        ("售后问题找谁", "售后"),
        ("负责售后的是谁", "售后"),
        ("who handles after-sales?", "after-sales"),
        ("Who's in charge of the after-sales", "after-sales"),
        ("谁管?", None),
        ("谁", None),
        ("售后做得不错", None),
        ("我负责售后", None),
        ("找谁都行", None),
        ("who knows", None),
    ],
)
def test_questions_who_answers_for_something(text: str, duty: str | None) -> None:
    assert asked_for(text) == duty


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("售后,回访", ("售后", "回访")),
        ("售后、回访 发货", ("售后", "回访", "发货")),
        ("customer care, follow-up", ("customer care", "follow-up")),
        (":售后", ("售后",)),
        ("售后 售后", ("售后",)),
        ("", ()),
    ],
)
def test_names_of_duties_in_a_line(text: str, names: tuple[str, ...]) -> None:
    assert names_in(text) == names


async def test_who_turns_out_to_be_somebody_else_brings_the_duties_along(team: World) -> None:
    def work(db: Db, of: Find) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
        hold(db, of, "小美", "售后", "发货")
        hold(db, of, "丽姐", "发货", is_backup=True)
        duties.pass_on(db, of("小美").id, of("丽姐").id)
        return [
            (d.name, tuple(m.name for m in d.holders), tuple(m.name for m in d.backups))
            for d in duties.of_team(db, 1)
        ]

    assert await change(team, work) == [
        ("售后", ("丽姐",), ()),
        ("发货", ("丽姐",), ()),
    ]


async def test_the_chart_of_many_duties_stays_short(team: World) -> None:
    names = tuple(f"职责{n:02d}" for n in range(40))
    await change(team, lambda db, of: hold(db, of, "小美", *names))
    (answer,) = await team.say("小美", "职责表")
    assert len(answer.splitlines()) <= 15
    assert "还有 29 项" in answer
