"""接龙 lists: who is in them, what they sold, and lists about something else."""

from __future__ import annotations

import datetime as dt

import pytest
from conftest import Reader

from bot.language.reading import Kind

LIST = "#接龙\n6月17日报单\n例 姓名 产品 金额\n\n1. 小美 面膜3盒 384\n2. 阿芳 精华1 398\n3. 丽姐 0\n4. 老王\n共2单"


def test_every_line_is_its_authors_sale(read: Reader) -> None:
    reading = read(LIST, "老王")
    assert reading.kind is Kind.RECORD
    assert [(e.seller, e.amount) for e in reading.entries] == [("小美", 38_400), ("阿芳", 39_800)]


def test_the_chain_keeps_title_day_and_authors_in_order(read: Reader) -> None:
    chain = read(LIST).chain
    assert chain is not None
    assert (chain.title, chain.topic, chain.date) == ("报单", "sales", dt.date(2025, 6, 17))
    assert [name for name, _ in chain.authors] == ["小美", "阿芳", "丽姐", "老王"]
    assert [len(entries) for _, entries in chain.authors] == [1, 1, 0, 0]


@pytest.mark.parametrize("marker", ["{}. ", "{}、", "{}) ", "{}）"])
def test_markers_are_no_digits_of_the_amount(marker: str, read: Reader) -> None:
    lines = [marker.format(n) + text for n, text in enumerate(("小美398", "阿芳 256"), 1)]
    reading = read("接龙 今日开单\n" + "\n".join(lines))
    assert [entry.amount for entry in reading.entries] == [39_800, 25_600]


@pytest.mark.parametrize(("first", "second"), [("①", "②"), ("⒈", "⒉"), ("1️⃣", "2️⃣"), ("⑴", "⑵")])
def test_circled_markers_are_no_digits_either(first: str, second: str, read: Reader) -> None:
    reading = read(f"#接龙\n报单\n{first}小美398\n{second}阿芳256")
    assert [entry.amount for entry in reading.entries] == [39_800, 25_600]


@pytest.mark.parametrize(
    ("title", "topic"), [("618冲刺目标", "goals"), ("本周拿货", "stock"), ("团建报名", "other")]
)
def test_lists_about_something_else_are_no_sales(title: str, topic: str, read: Reader) -> None:
    reading = read(f"#接龙 {title}\n1. 小美 5000\n2. 阿芳 8000")
    assert reading.kind is Kind.OTHER
    assert reading.chain is not None
    assert reading.chain.topic == topic


def test_an_unknown_name_is_asked_for(read: Reader) -> None:
    reading = read("#接龙\n报单\n1. 小美 398\n2. 赵六 256")
    assert (reading.kind, reading.reason) == (Kind.ASK, "unknown_member")
    assert reading.details["name"] == "赵六"


def test_a_doubtful_line_makes_the_list_a_question(read: Reader) -> None:
    reading = read("#接龙\n报单\n1. 小美 398\n2. 阿芳 精华2瓶 398")
    assert (reading.kind, reading.reason) == (Kind.ASK, "unit_price")


def test_a_list_without_its_head_is_a_question(read: Reader) -> None:
    assert read("①小美398\n②阿芳 2单 796\n③丽姐 0").kind is Kind.ASK
