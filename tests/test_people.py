"""Who may change whom, what names are kept, and how a team gets its owner."""

import datetime as dt
import random
from collections.abc import Callable
from typing import TypeVar

import pytest
from world import World

from bot.language.privacy import mask
from models import codes, membership
from models.db import Db
from models.errors import Ambiguous, Refusal
from models.rosters import LEFT, SHADOW, Roster, roster
from models.values import MemberInfo, Role

R = TypeVar("R")
NOW = dt.datetime(2025, 6, 18, 7, tzinfo=dt.UTC)
TEAM = 1
CAST = {"老王": "owner", "丽姐": "manager", "阿芳": "lead", "小美": "member"}


@pytest.fixture
async def team(world: World) -> World:
    for name, role in CAST.items():
        await world.declare(name, role)
    return world


async def change(world: World, work: Callable[[Db, Callable[[str], MemberInfo]], R]) -> R:
    """Run a change of the team; the second argument finds members by name."""

    def find(db: Db, name: str) -> MemberInfo:
        found = roster(db, TEAM).find(name)
        assert found is not None
        return found

    return await world.app.database.write(lambda db: work(db, lambda name: find(db, name)))


async def people(world: World) -> Roster:
    return await world.read(lambda db: roster(db, TEAM))


async def give(world: World, actor: str, target: str, role: Role) -> None:
    await change(world, lambda db, of: membership.set_role(db, of(actor), of(target), role, NOW))


@pytest.mark.parametrize(
    ("actor", "target", "role", "key"),
    [
        ("丽姐", "小美", Role.OWNER, "team-role-too-high"),
        ("丽姐", "老王", Role.MEMBER, "team-role-too-high"),
        ("老王", "老王", Role.MEMBER, "team-last-of-role"),
    ],
)
async def test_a_role_that_may_not_be_given(
    team: World, actor: str, target: str, role: Role, key: str
) -> None:
    with pytest.raises(Refusal) as refusal:
        await give(team, actor, target, role)
    assert refusal.value.key == key
    assert (await people(team)).find(target).role == Role[CAST[target].upper()]


async def test_an_owner_may_resign_when_there_is_another(team: World) -> None:
    await give(team, "老王", "丽姐", Role.OWNER)
    await give(team, "老王", "老王", Role.MEMBER)
    assert [m.name for m in (await people(team)).with_role(Role.OWNER)] == ["丽姐"]


async def test_who_leaves_keeps_the_row_and_loses_the_role(team: World) -> None:
    await change(team, lambda db, of: membership.depart(db, of("阿芳")))
    gone = (await people(team)).find("阿芳")
    assert (gone.state, gone.role) == (LEFT, Role.MEMBER)


async def test_a_shadow_comes_back_as_a_shadow(team: World) -> None:
    await change(team, lambda db, of: membership.add_shadow(db, of("阿芳"), "李姐", NOW))
    await change(team, lambda db, of: membership.remove(db, of("丽姐"), of("李姐"), NOW))
    await change(team, lambda db, of: membership.restore(db, of("丽姐"), of("李姐"), NOW))
    assert (await people(team)).find("李姐").state == SHADOW


async def test_a_new_name_keeps_the_old_one_working(team: World) -> None:
    await change(team, lambda db, of: membership.rename(db, of("小美"), "美美"))
    await change(team, lambda db, of: membership.rename(db, of("美美"), "小美"))
    found = await people(team)
    assert found.find("美美") == found.find("小美")
    assert found.find("小美").name == "小美"


async def test_two_people_of_one_name_are_told_apart_by_number(team: World) -> None:
    await change(team, lambda db, of: membership.rename(db, of("小美"), "阿芳"))
    found = await people(team)
    with pytest.raises(Ambiguous) as names:
        found.find("阿芳")
    ids = [member_id for member_id, _ in names.value.candidates]
    assert [found.find(f"阿芳#{i}").id for i in ids] == ids
    assert found.find("阿芳#999") is None


async def test_an_alias_belongs_to_one_person(team: World) -> None:
    def add(db: Db, of: Callable[[str], MemberInfo]) -> None:
        membership.add_aliases(db, of("小美"), of("小美"), ["阿芳"], now=NOW)

    with pytest.raises(Refusal, match="team-name-taken"):
        await change(team, add)


@pytest.mark.parametrize("name", ["", " ", "a" * 33, "王@五", "甲#1", "要审批吗?", "一\n二"])
def test_a_name_that_cannot_be_kept(name: str) -> None:
    with pytest.raises(Refusal, match="team-name-bad"):
        membership.check_name(name)


@pytest.mark.parametrize(
    ("name", "is_mixed"),
    [("аdmin", True), ("admin", False), ("админ", False), ("小美A", False), ("Αlex", True)],
)
def test_letters_that_look_alike(name: str, is_mixed: bool) -> None:
    assert membership.looks_like_another(name) is is_mixed


async def redeem(world: World, who: str, code: str, at: dt.datetime = NOW) -> bool:
    return await change(world, lambda db, of: codes.redeem(db, of(who), code, at))


async def create(world: World, team_id: int | None = None) -> str:
    return await world.app.database.write(lambda db: codes.create_owner_code(db, team_id, NOW))


def test_no_code_is_taken_for_a_customers_number() -> None:
    chance = random.Random(1)
    for _ in range(3_000):
        code = "".join(chance.choice(codes.ALPHABET) for _ in range(codes.LENGTH))
        for text in (f"群主 {code[:4]}-{code[4:]}", f"关联群 {code.lower()}"):
            assert mask(text)[0] == text


async def test_a_code_makes_its_sender_the_owner_once(team: World) -> None:
    code = await create(team)
    assert "👑 小美" in (await team.say("小美", f"群主 {code.lower()}"))[0]
    assert (await people(team)).find("小美").role == Role.OWNER
    assert "这个码不对" in (await team.say("阿芳", f"群主 {code}"))[0]


async def test_a_code_expires_and_is_for_its_team(team: World) -> None:
    code = await create(team, TEAM)
    assert not await redeem(team, "小美", code, NOW + codes.VALID_FOR[codes.OWNER])
    assert await redeem(team, "小美", code)


async def test_wrong_codes_are_counted(team: World) -> None:
    code = await create(team)
    for _ in range(codes.MAX_WRONG):
        assert not await redeem(team, "小美", "AAAA-2222")
    with pytest.raises(Refusal, match="team-code-too-many"):
        await redeem(team, "小美", code)
    assert await redeem(team, "阿芳", code)
    assert not await redeem(team, "小美", "AAAA-2222", NOW + dt.timedelta(hours=2))
