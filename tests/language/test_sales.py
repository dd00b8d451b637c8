"""Messages and their meaning: a file of cases, and what the cases cannot say."""

from __future__ import annotations

import datetime as dt
import json
import time
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from conftest import Reader
from hypothesis import given
from hypothesis import strategies as st

from bot.language import sales
from bot.language.reading import Entry, Kind, Reading, SaleText, Vocabulary
from bot.language.verdict import split_amount
from models.values import format_plain

CASES = [
    json.loads(line)
    for line in (Path(__file__).parent / "sales_cases.jsonl").read_text("utf-8").splitlines()
]
SCORED = ("type", "seller", "amount", "orders", "date", "customer", "lines")


def described(entry: Entry) -> dict[str, Any]:
    return {
        "type": entry.type,
        "seller": entry.seller,
        "amount": format_plain(entry.amount),
        "orders": entry.orders,
        "date": entry.date.isoformat(),
        "customer": entry.customer,
        "lines": sorted((x.product, abs(x.quantity)) for x in entry.lines),
    }


def prepared(entry: dict[str, Any]) -> dict[str, Any]:
    """An expected entry in the form of `described`."""
    if "lines" not in entry:
        return entry
    return entry | {"lines": sorted((x["product"], abs(x["quantity"])) for x in entry["lines"])}


def _order(entry: dict[str, Any]) -> tuple[str, str]:
    return entry["seller"], entry["amount"]


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_a_message_means_what_its_case_says(case: dict[str, Any], read: Reader) -> None:
    quote = case.get("quote") or {}
    reading = read(
        case["text"],
        case["sender"],
        quote_sender=quote.get("sender"),
        quote_text=quote.get("text"),
    )
    expected = case["expect"]
    kinds = expected["kind"] if isinstance(expected["kind"], list) else [expected["kind"]]
    assert str(reading.kind) in kinds
    if "entries" not in expected or reading.kind not in (Kind.RECORD, Kind.ASK):
        return
    # The order of entries and of their lines has no meaning.
    found = sorted((described(entry) for entry in reading.entries), key=_order)
    entries = sorted((prepared(entry) for entry in expected["entries"]), key=_order)
    keys = [
        [key for key in SCORED if key in entry and (key != "customer" or entry[key])]
        for entry in entries
    ]
    wanted = [{k: e[k] for k in ks} for e, ks in zip(entries, keys, strict=True)]
    assert [{k: f[k] for k in ks} for f, ks in zip(found, keys, strict=True)] == wanted
    if "orders_total" in expected:
        assert sum(entry.orders for entry in reading.entries) == expected["orders_total"]


def test_there_are_cases_for_every_rule() -> None:
    assert {int(case["id"][4:6]) for case in CASES} == set(range(1, 31))


@pytest.mark.parametrize(
    ("text", "reason", "details"),
    [
        ("报单", "no_amount", {}),
        ("报单 面膜2箱", "no_price", {"unit": "箱"}),
        ("报单 精华2瓶 398", "unit_price", {"expected": "79600", "stated": "39800"}),
        ("报单 面膜3盒 300", "list_mismatch", {"expected": "38400", "stated": "30000"}),
        ("报单 60*2+6=127", "sum_wrong", {"computed": "12600"}),
        ("报单 260 x3", "quantity_times", {"text": "260 x3"}),
        ("帮@孙七 报单 256", "unknown_member", {"name": "孙七"}),
        ("报单 398 @阿芳 @丽姐", "two_members", {"name": "丽姐、阿芳"}),
        ("补报6.31 256", "bad_date", {"text": "6.31"}),
        ("报单 6.25 398", "future_date", {"text": "6.25"}),
        ("报单 500-800", "range", {}),
        ("报弹 398", "near_miss", {}),
        ("报单 定金500", "deposit_only", {"received": "50000"}),
        ("报单 1000 我60% 阿芳30%", "split_not_100", {"total": "90"}),
    ],
)
def test_a_question_says_what_is_unclear(
    text: str, reason: str, details: dict[str, str], read: Reader
) -> None:
    reading = read(text)
    assert (Kind.ASK, reason, details) == (reading.kind, reading.reason, dict(reading.details))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("报单 0", "zero"),
        ("报单 -50", "negative"),
        ("报单 12..5", "malformed"),
        ("报单 99999999999999999999", "too_large"),
        ("报单 1280积分", "points"),
        ("报单 $50", "currency"),
    ],
)
def test_an_impossible_value_is_refused_with_its_reason(
    text: str, reason: str, read: Reader
) -> None:
    reading = read(text)
    assert (Kind.REFUSE, reason, True) == (reading.kind, reading.reason, reading.explicit)


def test_a_question_offers_every_alternative_best_first(read: Reader) -> None:
    reading = read("报单128元 面膜3盒")
    assert [[entry.amount for entry in p] for p in reading.proposals] == [[38400], [12800]]
    assert reading.entries == reading.proposals[0]


def test_a_deposit_keeps_what_was_paid_and_what_is_due(read: Reader) -> None:
    entry = read("套盒1套 定金300 尾款980周六付 报单").entries[0]
    assert (entry.amount, entry.received, entry.due) == (128_000, 30_000, 98_000)
    assert entry.due_on == dt.date(2025, 6, 21)


def test_a_discount_is_list_price_less_amount(read: Reader) -> None:
    reading = read("报单 面膜10盒 1180(老客户价)")
    assert reading.entries[0].discount == 10_000
    assert "discount" in reading.notices


def test_customer_channel_and_repeat_are_kept(read: Reader) -> None:
    entry = read("报单 398 客户张姐 复购 渠道:朋友圈").entries[0]
    assert (entry.customer, entry.channel, entry.repeat) == ("张姐", "朋友圈", True)


@pytest.mark.parametrize(
    ("text", "notice"),
    [("抱单 398", "homophone"), ("补报昨天 398", "late"), ("帮阿芳报单 398", "for_other")],
)
def test_a_receipt_hears_what_to_point_out(text: str, notice: str, read: Reader) -> None:
    assert notice in read(text).notices


def test_aliases_of_members_and_products_are_words_too(read: Reader) -> None:
    entry = read("/sale 398 x2 serum @fang yesterday").entries[0]
    assert (entry.seller, entry.amount, entry.date) == ("阿芳", 79_600, dt.date(2025, 6, 17))
    assert [(line.product, line.quantity) for line in entry.lines] == [("精华", 2)]


@pytest.mark.parametrize(
    ("text", "topic", "details"),
    [
        ("拿货10箱", "stock", {"quantity": "10", "unit": "箱"}),
        ("补货 5箱 6000元", "stock", {"quantity": "5", "unit": "箱", "amount": "600000"}),
        ("尾款到了780", "balance", {"amount": "78000"}),
        ("撤销 #S27", "undo", {"text": "撤销 #S27"}),
        ("更正 #S27 1180", "fix", {"text": "更正 #S27 1180"}),
        (
            "晚报 6.18\n新增好友15\n成交2单 796元\n复购1单\n明日目标:3000",
            "report",
            {
                "orders": "2",
                "amount": "796",
                "new_friends": "15",
                "repeat": "1",
                "next_goal": "3000",
            },
        ),
    ],
)
def test_other_records_are_named_with_their_figures(
    text: str, topic: str, details: dict[str, str], read: Reader
) -> None:
    reading = read(text)
    assert (Kind.OTHER, topic, details) == (reading.kind, reading.topic, dict(reading.details))


def test_zero_width_characters_hide_nothing(read: Reader) -> None:
    assert read("报\u200b单 39\u200b8").entries[0].amount == 39_800


PLAIN = ["报单 398", "/报单 1280元", "报单 面膜3盒x128", "报单 精华2瓶 796", "#报单:500"]


@pytest.mark.parametrize("text", PLAIN)
def test_the_short_way_reads_as_the_grammar_does(
    text: str, read: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    short = read(text)
    monkeypatch.setattr(sales, "_plain", lambda *_: None)
    assert short == read(text)


@given(
    st.integers(1, 10_000_000_000),
    st.sampled_from([(50, 50), (60, 40), (70, 30), (33, 67), (20, 30, 50), (1, 99)]),
)
def test_a_split_adds_up_to_the_cent(amount: int, shares: tuple[int, ...]) -> None:
    assert sum(split_amount(amount, [Fraction(share) for share in shares])) == amount


@given(
    st.text(alphabet=st.characters(codec="utf-8"), max_size=60),
    st.sampled_from(["", "报单 ", "成交"]),
)
def test_no_text_is_too_strange(noise: str, trigger: str) -> None:
    words = Vocabulary(dt.date(2025, 6, 18), {"小美": "小美"}, {})
    assert isinstance(sales.read_sale(SaleText(trigger + noise, "小美"), words), Reading)


@given(
    st.text(
        alphabet="报单成交0123456789.,-+×*=面膜精华盒瓶单一二两三百千万元块折减定金尾款@阿芳 \n",
        max_size=40,
    )
)
def test_no_mix_of_sale_words_fails(words: Vocabulary, text: str) -> None:
    reading = sales.read_sale(SaleText(f"报单 {text}", "小美"), words)
    assert all(entry.amount > 0 or entry.type == "refund" for entry in reading.entries)


@pytest.mark.parametrize(
    "piece",
    ["1", "一", "报单 1", "面膜1盒", "1+", "1*", "(", "@阿芳", "帮", "客户", "第1单", "定金", "6.1", "\n1.小美 1",
     "成交", "一单1", "1,", "张姐", "我1", "退", "「", "- "],
)  # fmt: skip
def test_hostile_repetition_is_read_in_no_time(piece: str, read: Reader) -> None:
    text = "报单 " + piece * 100_000
    read(text[:50])
    started = time.perf_counter()
    read(text)
    assert time.perf_counter() - started < 1.0
