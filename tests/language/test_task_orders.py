"""Task orders, verbs about tasks and promises, as a team writes them."""

from __future__ import annotations

import datetime as dt
import sys
import time
from collections.abc import Callable
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from task_order_cases import CHATTER, LINES, ORDERS, PROMISES, VERBS

from bot.language import task_line
from bot.language.dates import Due, read_due
from bot.language.privacy import mask
from bot.language.task_orders import TaskOrder, is_order, read_orders, read_promise, read_verb
from bot.language.text import clean

NOW = dt.datetime(2025, 6, 18, 15, tzinfo=ZoneInfo("Asia/Shanghai"))
NAMES = {"小美", "阿芳", "丽姐", "老王", "娜娜", "fang", "lili", "Fang Fang"}
PARTS = [
    "@阿芳 ", "@丽姐、老王 ", "@Fang Fang\u2005", "@所有人 ", "阿芳 ", "我 ", "出3版文案 ", "联系物流 ", "周五18点 ", "每周一9点 ",
    "明天前交 ", "验收:含价格 ", "验收人:@丽姐 ", "由@丽姐验收 ", "子项:初稿、定稿 ", "备注:看旧版 ", "客户:张姐 ", "客户张姐 ", "阶段:报价 ", "等T31 ",
    "T31,T32之后 ", "#618 ", "#T31 ", "紧急 ", "!!! ", "不急 ", "需要 文案2 ", "负责人:阿芳和丽姐 ", "标题:做海报 ", "截止:周六 ", "给", "跟", "请",
    "的", "，", "；", ";", ":", "、", "\n", "\n- ", "\n1. ", "①", "\n□ ", "\n\n", "(", "】", "@", "#", "https://a.example/b ", "T", "验收", "验收:", "子项:",
]  # fmt: skip
# Rare signs that are no word of anything: each is there once and must come out once.
RARE = "龘靐齉爩麤灪龖厵滟爨癵籱饢驫鲡鹂鸾麣纞虋讟钃鸜麷鞻韽韾顟"


def known(name: str) -> bool:
    """Whether a word is the name of a member."""
    return name in NAMES


def written(due: Due | None) -> str:
    """A date in the notation of the cases."""
    if due is None:
        return ""
    rule = f" {due.recurrence}".replace(";X-WORKING=1", "") if due.recurrence else ""
    if due.ask:
        return f"?{due.ask}{rule}"
    return short(due.start) + (f"..{short(due.end)}" if due.end else "") + rule


def short(value: dt.date | dt.datetime | None) -> str:
    """A day or time without this year."""
    return value.isoformat()[:16].removeprefix("2025-") if value else ""


def said(order: TaskOrder) -> dict[str, Any]:
    """What an order holds, in the notation of the cases."""
    found: dict[str, Any] = {}
    for name in order.__slots__:
        value = getattr(order, name)
        if name == "due":
            value = written(value)
        elif name in ("people", "items", "tags") and not any(" " in each for each in value):
            value = " ".join(value)
        if value or name == "title":
            found[name] = value
    return found


def words_of(order: TaskOrder) -> str:
    """All words of an order."""
    several = [*order.people, *order.tags, *order.items, *(name for name, _ in order.needs)]
    single = [order.title, order.criteria, order.acceptor, order.customer, order.stage]
    return " ".join([*several, *single, order.detail])


# -- orders


@pytest.mark.parametrize(("text", "quoted", "orders"), ORDERS)
def test_an_order_is_read_as_it_was_meant(
    text: str, quoted: str, orders: list[dict[str, Any]]
) -> None:
    found = read_orders(mask(clean(text))[0], NOW, known, quoted=quoted)
    assert [said(order) for order in found] == orders


PIECES = (
    "@阿芳", "出3版文案", "周五18点", "验收:含价格", "#618", "紧急", "验收人:@丽姐", "客户:张姐", "等T31", "需要 文案2", "子项:初稿、定稿",
)  # fmt: skip


@given(st.permutations(PIECES))
@settings(max_examples=60, deadline=None)
def test_the_order_of_the_parts_does_not_matter(parts: list[str]) -> None:
    found = read_orders(" ".join(parts), NOW, known)
    assert [said(order) for order in found] == [
        {
            "title": "出3版文案", "people": "阿芳", "due": "06-20T18:00", "criteria": "含价格", "tags": "618",
            "priority": 2, "acceptor": "丽姐", "customer": "张姐", "after": (31,), "needs": (("文案", 2),),
            "items": "初稿 定稿",
        }
    ]  # fmt: skip


@pytest.mark.parametrize(("text", "quoted", "orders"), ORDERS)
def test_a_title_is_its_own_title(text: str, quoted: str, orders: list[dict[str, Any]]) -> None:
    for order in orders:
        if order["title"] and "?" not in order.get("due", "") and not quoted:
            again = read_orders(order["title"], NOW, lambda _: False)
            assert [each.title for each in again] == [order["title"]]


@given(
    st.lists(
        st.one_of(st.sampled_from(PARTS), st.integers(0, len(RARE) - 1)), min_size=1, max_size=24
    )
)
@settings(max_examples=250, deadline=None)
def test_no_word_is_lost(pieces: list[str | int]) -> None:
    rare = dict.fromkeys(RARE[piece] for piece in pieces if isinstance(piece, int))
    seen: set[int] = set()
    text = ""
    for piece in pieces:
        if isinstance(piece, str):
            text += piece
        elif piece not in seen:
            seen.add(piece)
            text += RARE[piece]
    found = read_orders(text, NOW, known)
    words = " ".join(words_of(order) for order in found)
    assert [sign for sign in rare if sign not in words] == []


@given(st.one_of(st.text(max_size=80), st.lists(st.sampled_from(PARTS), max_size=30).map("".join)))
@settings(max_examples=200, deadline=None)
def test_no_text_is_too_strange(text: str) -> None:
    for order in read_orders(text, NOW, known, quoted=text[::-1]):
        assert len(set(order.people)) == len(order.people)
        assert order.title == order.title.strip()
        assert order.priority in (-1, 0, 1, 2)
    is_order(text)
    read_verb(text)
    read_verb(text, NOW, known)
    read_promise(f"我承诺{text}", NOW, known)


@pytest.mark.parametrize(
    "piece",
    [
        *PARTS[::4],
        "让阿芳",
        "a ",
        "1.",
        "@@",
        "@a",
        "##",
        "； ",
        "验收:@",
        "\u2005",
        "😀",
        "验收:含价格 ",
    ],
)
def test_eight_kilobytes_cost_no_more_work_than_they_are_long(
    piece: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    read, asked = 0, 0

    def counted(text: str, now: dt.datetime) -> Due | None:
        nonlocal read
        read += len(text)
        return read_due(text, now)

    def asking(name: str) -> bool:
        nonlocal asked
        asked += 1
        return name in NAMES

    monkeypatch.setattr(task_line, "read_due", counted)
    text = (piece * 8000)[:8000]
    steps = calls(lambda: read_orders(text, NOW, asking, quoted=text))
    assert read <= 4 * len(text)
    assert asked <= 16 * len(text)
    assert steps <= 1000 * len(text)
    # Patterns make no calls: where their work is squared, a longer text takes four times as long.
    began = time.process_time()
    read_orders((piece * 32_000)[:32_000], NOW, known)
    assert time.process_time() - began < 1.5


def calls(run: Callable[[], object]) -> int:
    """How many functions a run calls."""
    count = 0

    def note(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(note)
    try:
        run()
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("address", ["fang@example.com", "fang7@example.com"])
def test_an_address_names_nobody(address: str) -> None:
    (order,) = read_orders(f"寄到 {address} 周五", NOW, known)
    assert (order.title, order.people) == (f"寄到 {address}", ())


def test_a_date_in_the_quote_is_none_of_the_order() -> None:
    (order,) = read_orders("@阿芳", NOW, known, quoted="周五18点前出文案")
    assert (order.title, order.due) == ("周五18点前出文案", None)


def test_a_long_quote_gives_a_title_and_the_rest() -> None:
    (order,) = read_orders("@阿芳", NOW, known, quoted="字" * 130)
    assert (order.title, order.detail) == ("字" * 100, "字" * 30)


# -- talk, verbs, promises


@pytest.mark.parametrize(
    ("line", "meant"), [*((x, True) for x in LINES), *((x, False) for x in CHATTER)]
)
def test_an_order_is_told_from_talk_about_tasks(line: str, meant: bool) -> None:
    assert is_order(line) is meant


@pytest.mark.parametrize(("text", "verb"), VERBS)
def test_a_verb_is_read_and_talk_is_not(text: str, verb: tuple[str, ...] | None) -> None:
    found = read_verb(text, NOW, known)
    if verb is None or found is None:
        assert found is verb
        return
    held = (found.name, found.words, written(found.due), " ".join(found.people))
    shift = str(found.shift or "")
    assert [each for each in (*held, shift) if each] == list(verb)


def test_without_a_clock_the_date_stays_in_the_words() -> None:
    found = read_verb("延期到周六 因为缺图")
    assert found is not None
    assert (found.due, found.words) == (None, "周六 因为缺图")


def test_a_long_message_is_no_verb() -> None:
    assert read_verb("完成 " + "很长的话" * 80, NOW, known) is None


@pytest.mark.parametrize(("text", "promise"), PROMISES)
def test_only_the_own_promise_is_one(text: str, promise: tuple[str, str, str] | None) -> None:
    found = read_promise(text, NOW, known)
    assert (found and (found.title, written(found.due), found.to)) == promise
