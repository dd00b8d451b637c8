"""Who is named, in texts that come and in texts that go."""

import pytest

pytest.importorskip("wechaty_grpc", reason="the extra «wechat» is not installed")

import base64
import json

from hypothesis import given
from hypothesis import strategies as st

from bot.core.events import Sender
from bot.core.ports import Document
from bot.platforms.wechat.composing import compose, file_box, without_everybody
from bot.platforms.wechat.memory import OURSELVES, Memory
from bot.platforms.wechat.mentions import Mentions, Person, read_mentions

M = "\u2005"
BOT = Person("bot", ("队长", "小队长"))
PEOPLE = [
    BOT,
    Person("mei", ("小美",)),
    Person("mei2", ("小美美",)),
    Person("li", ("李(队长)", "李.*")),
    Person("x", ("Amy Wang 🌸",)),
    Person("same1", ("张三",)),
    Person("same2", ("张三",)),
]


def who(*named: tuple[str, str]) -> tuple[Sender, ...]:
    return tuple(Sender(*each) for each in named)


CASES = [
    ("报单 398", [], Mentions("报单 398")),
    (f"帮@小美{M}报单", [], Mentions(f"帮@小美{M}报单", who(("mei", "小美")))),
    (f"帮@小美美{M}报单", [], Mentions(f"帮@小美美{M}报单", who(("mei2", "小美美")))),
    # Without the sign only whom the gateway names; an address is nobody.
    ("帮@小美 报单", [], Mentions("帮@小美 报单")),
    ("帮@小美 报单", ["mei"], Mentions("帮@小美 报单", who(("mei", "小美")))),
    ("a@小美.com", ["mei"], Mentions("a@小美.com")),
    (
        f"@李(队长){M}@李.*{M}好",
        [],
        Mentions(f"@李(队长){M}@李.*{M}好", who(("li", "李(队长)"), ("li", "李.*"))),
    ),
    (
        f"@Amy Wang 🌸{M}@小美{M}",
        [],
        Mentions(f"@Amy Wang 🌸{M}@小美{M}", who(("x", "Amy Wang 🌸"), ("mei", "小美"))),
    ),
    (f"＠小美{M}好", [], Mentions(f"＠小美{M}好", who(("mei", "小美")))),
    # Two of one name: the gateway knows, or nobody does.
    (f"@张三{M}好", ["same2"], Mentions(f"@张三{M}好", who(("same2", "张三")))),
    (
        f"@张三{M}@张三{M}",
        ["same2", "same1"],
        Mentions(f"@张三{M}@张三{M}", who(("same2", "张三"), ("same1", "张三"))),
    ),
    (f"@张三{M}好", [], Mentions(f"@张三{M}好", is_open=True)),
    # A name that we do not know yet, for an id that the text does not name otherwise.
    (f"@新名字{M}好", ["new"], Mentions(f"@新名字{M}好", who(("new", "新名字")))),
    (f"@谁{M}好", [], Mentions(f"@谁{M}好", is_open=True)),
    (f"@所有人{M}开会", ["notify@all"], Mentions(f"@所有人{M}开会")),
    # The bot.
    (f"@小队长{M}排行", ["bot"], Mentions("排行", addressed=True)),
    ("@小队长 排行", [], Mentions("排行", addressed=True)),
    (f"@队长{M} @小队长，排行", [], Mentions("排行", addressed=True)),
    (f"排行 @队长{M}", [], Mentions("排行", addressed=True)),
    ("@小队长", [], Mentions("", addressed=True)),
    (
        f"@小队长{M}帮@小美{M}报单",
        [],
        Mentions(f"帮@小美{M}报单", who(("mei", "小美")), addressed=True),
    ),
    (f"问问@小队长{M}吧", ["bot"], Mentions(f"问问@小队长{M}吧")),
    ("@小队长们 好", [], Mentions("@小队长们 好")),
    (f"@改了名的队长{M}排行", ["bot"], Mentions("排行", addressed=True)),
]


@pytest.mark.parametrize(("text", "ids", "found"), CASES)
def test_who_is_named(text: str, ids: list[str], found: Mentions) -> None:
    assert read_mentions(text, ids, PEOPLE, "bot") == found


@given(
    st.text(alphabet=f"@＠小美队长张三 {M}a", max_size=20),
    st.lists(st.sampled_from(["bot", "mei", "y"])),
)
def test_no_text_is_an_error_and_names_stand_in_it(text: str, ids: list[str]) -> None:
    found = read_mentions(text, ids, PEOPLE, "bot")
    assert found.text in text
    for person in found.people:
        assert person.id != "bot"
        assert person.name in text


# -- what leaves


@pytest.mark.parametrize(
    ("text", "mentions", "composed", "ids"),
    [
        ("好", [], "好", []),
        ("恭喜 @小美!", [("mei", "小美")], f"恭喜 @小美{M}!", ["mei"]),
        ("@小美 好", [("mei", "小美")], f"@小美{M}好", ["mei"]),
        ("@小美美 好", [("mei", "小美")], f"@小美{M}@小美美 好", ["mei"]),
        ("开会", [("mei", "小美"), ("li", "李(队长)")], f"@小美{M}@李(队长){M}开会", ["mei", "li"]),
        ("开会", [("mei", "小美"), ("mei", "小美")], f"@小美{M}开会", ["mei"]),
        (
            "开会",
            [("announcement@all", "所有人"), ("notify@all", "x"), ("", "y"), ("z", " ")],
            "开会",
            [],
        ),
        ("开会", [("e", f"坏\n名{M}字")], f"@坏 名 字{M}开会", ["e"]),
        ("开会", [("e", "所有人")], "@所有人 开会", ["e"]),
        (f"@所有人{M}开会", [], "@所有人 开会", []),
        (f"@ALL {M} {M}开会 ＠all{M}", [], "@ALL 开会 ＠all ", []),
        ("开会", [("e", f"x@所有人{M}")], f"@x@所有人{M}开会".replace(f"人{M}", "人 "), ["e"]),
    ],
)
def test_mentions_that_leave(
    text: str, mentions: list[tuple[str, str]], composed: str, ids: list[str]
) -> None:
    found = compose(text, who(*mentions))
    assert (found.text, found.ids_in(found.text)) == (composed, ids)


@given(
    st.text(alphabet=f"@＠所有人all {M}\n", max_size=30),
    st.lists(
        st.tuples(
            st.sampled_from(["a", "notify@all"]), st.text(alphabet=f"@所有人 {M}", max_size=8)
        )
    ),
)
def test_nobody_rings_everybody(text: str, mentions: list[tuple[str, str]]) -> None:
    found = compose(text, who(*mentions))
    composed, ids = found.text, found.ids_in(found.text)
    for sign in "@＠":
        for name in ("所有人", "all"):
            assert f"{sign}{name}{M}" not in composed
    assert "notify@all" not in ids
    assert without_everybody(composed) == composed


def test_a_file_box_names_its_type_for_old_and_new_gateways() -> None:
    box = json.loads(file_box(Document("6月.csv", b"\x00\xff")))
    assert (box["boxType"], box["type"], box["name"]) == (1, 1, "6月.csv")
    assert base64.b64decode(box["base64"]) == b"\x00\xff"


# -- quotes of what was said


def test_quotes_are_found_by_author_and_words() -> None:
    memory = Memory()
    memory.keep("g", OURSELVES, "✅ #S1 小美 398.00\n今日 398", "r1")
    memory.keep("g", OURSELVES, "✅ #S2 小美 398.00\n今日 796", "r2")
    memory.keep("h", OURSELVES, "✅ #S2 小美 398.00\n今日 796", "elsewhere")
    memory.keep("g", "mei", "✅ #S1 小美 398.00\n今日 398", "copied")
    assert memory.find("g", OURSELVES, "✅ #S1 小美 398.00 今日\u2005398") == "r1"
    assert memory.find("g", "mei", "✅ #S1 小美 398.00\n今日 398") == "copied"
    assert memory.find("g", OURSELVES, "✅ #S2 小美 39…") == "r2"
    assert memory.find("g", OURSELVES, "✅ #S2...") is None
    assert memory.find("g", OURSELVES, "别的话") is None
    assert memory.find("g", OURSELVES, "") is None
    memory.keep("g", OURSELVES, "✅ #S2 小美 398.00\n今日 796", "newest")
    assert memory.find("g", OURSELVES, "✅ #S2 小美 398.00\n今日 796") == "newest"
    memory.echoed("g", "✅ #S1 小美 398.00\n今日 398", "77")
    assert (memory.known_as("77"), memory.known_as("78")) == ("r1", "78")
    assert (memory.author_of("copied"), memory.author_of("never")) == ("mei", "")


def test_only_the_last_200_texts_of_a_chat_are_kept() -> None:
    memory = Memory()
    for n in range(250):
        memory.keep("g", OURSELVES, f"第{n}条消息", f"r{n}")
    assert memory.find("g", OURSELVES, "第49条消息") is None
    assert memory.find("g", OURSELVES, "第50条消息") == "r50"
