"""A case has two people: nobody else, and never the group, learns that there is one."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from world import World

from bot.core.events import Chat
from bot.language.why_words import WhyWords, read_why
from models import appeals
from models.db import Db
from models.people import member_info
from models.values import Role
from tests.test_holding import TODAY

NAMES = frozenset({"小美", "阿芳", "老王"})


async def test_only_two_people_ever_get_a_word_of_a_case(tmp_path: Path) -> None:
    async with World(tmp_path / "a.db") as world:
        for who, role in (("老王", "owner"), ("马姐", "manager"), ("阿芳", "lead")):
            await world.declare(who, role)
        await world.say("小美", "报单 398")
        before = len(world.platform.sent)
        await world.say("小美", "申诉 #S1 漏算")
        await world.private("马姐", "C1")
        await world.private("阿芳", "C1")
        await world.say("阿芳", "C1")
        await world.private("马姐", "C1 成立 已补记")
        heard = world.platform.sent[before:]
        told = {message.chat.id for message in heard if "#C1" in message.text}
        assert told == {"id-小美", "id-马姐", "id-阿芳"}
        assert [m.text for m in heard if m.chat.id == "id-阿芳"] == [
            "没有你能看的 #C1。发“申诉”看自己的。"
        ]
        assert [m for m in heard if m.chat.is_group] == []


async def test_a_case_goes_to_who_had_no_hand_in_it_and_is_passed_on(tmp_path: Path) -> None:
    async with World(tmp_path / "a.db") as world:
        await world.declare("老王", "owner")
        await world.declare("马姐", "manager")
        await world.say("小美", "报单 398")
        await world.say("马姐", "更正 S1 39")
        await world.say("小美", "申诉 S1 少了一位")

        def decider(db: Db) -> str:
            owner = next(m for m in range(1, 9) if member_info(db, m).role is Role.OWNER)
            return appeals.find(db, member_info(db, owner), 1).state

        assert await world.read(decider) == "open"
        assert (await world.private("马姐", "C1"))[0].startswith("没有你能看的")


async def test_a_decision_is_made_once(tmp_path: Path) -> None:
    async with World(tmp_path / "a.db") as world:
        await world.declare("老王", "owner")
        await world.say("小美", "报单 398")
        await world.say("小美", "申诉 S1 漏算")
        first = world.message("老王", "C1 成立 对的", chat=Chat("id-老王", is_group=False))
        second = world.message("小美", "撤回 C1", chat=Chat("id-小美", is_group=False))
        heard = await world.receive(first, second)
        assert sum("成立" in text for text in heard) == 2
        assert "已经结了" in heard[-1]


def test_talk_about_other_things_is_no_question_of_ours() -> None:
    for line in (
        "这么贵", "还没发货?", "S2 还没发货", "我业绩这么低", "阿芳不来", "不算了呢", "第一单没有奖",
        "第一次来就走了", "排行榜上的人都加微信", "我要排第一个出场", "下雨", "@阿芳", "没有货",
    ):  # fmt: skip
        words = read_why(line, NAMES, TODAY)
        assert words is None or words == WhyWords(), line


def test_questions_about_places_and_records_are_understood() -> None:
    assert read_why("我第3", NAMES, TODAY) == read_why(" 我排第3呢?", NAMES, TODAY)
    assert read_why("G3 没达成", NAMES, TODAY) == WhyWords("G", 3)
    assert read_why("pk12", NAMES, TODAY) == WhyWords("PK", 12)
    about = read_why("@阿芳 上周进步榜第2名", NAMES, TODAY)
    assert about is not None
    assert about.board is not None
    assert (about.who, about.board.kind, about.board.unknown) == ("阿芳", "progress", ())
    assert read_why("my rank last week", NAMES, TODAY) is not None


@given(st.text(alphabet="我第12排名为什么货客户贵卖不了的阿芳S7 ?", max_size=12))
def test_no_words_break_the_reader(line: str) -> None:
    read_why(line, NAMES, TODAY)
