"""What members learned: which orders are asked about, what is kept, and who is thanked."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from world import World

from handlers.experience.reading import is_answer, is_no, number_alone, order, read
from models import experiences
from models.db import Db
from models.errors import Refusal
from models.experience_asking import BIG, FIRST, JOB
from models.experiences import NewExperience
from models.reminders import Reminder
from models.rosters import roster
from models.search_tables import SearchText
from models.values import MemberInfo

TEAM = 1


@pytest.fixture
async def team(world: World) -> World:
    await world.declare("老王", "owner")
    for name in ("阿芳", "小美"):
        await world.declare(name, "member")
    return world


def person(db: Db, name: str) -> MemberInfo:
    found = roster(db, TEAM).find(name)
    assert found is not None
    return found


async def watched(world: World) -> dict[int, int]:
    """The orders that will be looked at again, with why."""
    return await world.read(
        lambda db: {r.subject: r.step for r in db.session.query(Reminder).filter_by(job=JOB)}
    )


async def test_an_ordinary_order_is_not_looked_at_again(team: World) -> None:
    for amount in (100, 110, 90, 120, 105, 130):
        await team.say("阿芳", f"报单 {amount}")
    assert await watched(team) == {1: FIRST}
    await team.say("阿芳", "报单 500")
    assert await watched(team) == {1: FIRST, 7: BIG}
    await team.say("阿芳", "退款 100")
    assert await watched(team) == {1: FIRST, 7: BIG}


async def test_several_orders_in_one_are_as_big_as_one_of_them(team: World) -> None:
    for amount in (100, 110, 90, 120, 105, 130):
        await team.say("阿芳", f"报单 {amount}")
    await team.say("阿芳", "报单 6单 600")
    assert set(await watched(team)) == {1}


async def test_first_orders_in_a_list_are_looked_at_too(team: World) -> None:
    await team.say("阿芳", "#接龙\n报单\n1. 阿芳 398\n2. 小美 128")
    assert await watched(team) == {1: FIRST, 2: FIRST}


async def test_a_big_order_of_one_with_a_wide_usual_is_not_asked_about(team: World) -> None:
    for amount in (100, 2000, 2010, 2100, 110, 2020):
        await team.say("阿芳", f"报单 {amount}")
    await team.private("阿芳", "我的")
    await team.wait(minutes=11)
    await team.wait(days=1)
    await team.say("阿芳", "报单 4000")
    assert 7 in await watched(team)
    assert not any("做对了什么" in words for words in await team.wait(minutes=11))


async def test_thanks_count_once_each_and_never_for_oneself(team: World) -> None:
    def write(db: Db) -> tuple[int, list[str]]:
        row = experiences.keep(db, person(db, "阿芳"), NewExperience("先试用"), team.clock.now())
        count = experiences.thank(db, row, person(db, "小美"), team.clock.now())
        refused = []
        for name in ("小美", "阿芳"):
            try:
                experiences.thank(db, row, person(db, name), team.clock.now())
            except Refusal as refusal:
                refused.append(refusal.key)
        return count, refused

    found = await team.app.database.write(write)
    assert found == (1, ["experience-thanked", "experience-own"])


async def test_what_was_taken_back_is_found_no_more(team: World) -> None:
    await team.say("阿芳", "经验 先让客户试用三天再报价 #异议")
    assert any("#X1" in words for words in await team.say("小美", "经验 试用"))
    await team.say("阿芳", "删 X1")
    assert any("没找到" in words for words in await team.say("小美", "经验 试用"))
    assert await team.count(SearchText) == 0


async def test_a_search_finds_two_signs_in_the_middle_and_all_words(team: World) -> None:
    await team.say("阿芳", "经验 朋友圈发对比图,客户问了才报价")
    await team.say("阿芳", "经验 群里发对比图效果一般,私聊更好")
    both = await team.say("小美", "经验 对比图")
    assert "#X1" in both[0]
    assert "#X2" in both[0]
    one = await team.say("小美", "经验 对比图 私聊")
    assert "#X1" not in one[0]
    assert "#X2" in one[0]


@pytest.mark.parametrize(
    ("line", "is_search"),
    [
        ("朋友圈", True),
        ("#异议", True),
        ("老客户 复购", True),
        ("先问候,再报价", False),
        ("老客户先问候再报价效果好", False),
        ("price", True),
        ("let them try it first", False),
    ],
)
def test_what_is_short_is_a_search(line: str, *, is_search: bool) -> None:
    assert read(line).is_search is is_search


def test_the_order_and_the_tags_are_no_words() -> None:
    said = read("先试用 #异议 再报价 #S27 #复购")
    assert (said.words, said.tags, said.sale) == ("先试用 再报价", ("异议", "复购"), 27)
    assert order("存 直播") == ("keep", "直播")
    assert order("存货多") == ("", "存货多")
    assert number_alone("#X3") == 3
    assert number_alone("面膜X3") is None
    assert is_no("没有")
    assert not is_answer("谢谢")
    assert not is_answer("这个写哪里?")
    assert is_answer("先发了对比图")


@given(st.text(max_size=80))
def test_any_line_is_read(line: str) -> None:
    said = read(line)
    assert all(tag and "#" not in tag for tag in said.tags)
    assert said.words == said.words.strip()


async def test_the_same_day_is_not_asked_about_twice_but_the_next_is(team: World) -> None:
    await team.private("阿芳", "我的")
    await team.say("阿芳", "报单 100")
    assert len(await team.wait(minutes=11)) == 1
    for amount in (100, 110, 90, 120, 100):
        await team.say("阿芳", f"报单 {amount}")
        await team.wait(minutes=11)
    await team.say("阿芳", "报单 400")
    assert await team.wait(minutes=11) == []
    await team.go_to(team.clock.now() + dt.timedelta(days=1))
    await team.say("阿芳", "报单 400")
    assert len(await team.wait(minutes=11)) == 1
