"""Message files: one result for each message, bad lines named."""

from __future__ import annotations

import json

import pytest

from bot.language.parse import load_context, parse_lines

CONTEXT = """
now = "2025-06-18T15:00:00+08:00"
currency = "CNY"
[[members]]
name = "小美"
[[products]]
name = "面膜"
price = "128"
unit = "盒"
"""


def parsed(*records: object) -> list[dict[str, object]]:
    lines = [json.dumps(record, ensure_ascii=False) for record in records]
    return [json.loads(line) for line in parse_lines(lines, load_context(CONTEXT))]


def test_a_result_holds_the_scored_fields() -> None:
    message = {"id": "a", "sender": "小美", "text": "报单 面膜3盒x128", "tags": ["ignored"]}
    assert parsed(message) == [
        {
            "id": "a",
            "kind": "record",
            "entries": [
                {
                    "type": "sale",
                    "seller": "小美",
                    "amount": "384.00",
                    "orders": 1,
                    "date": "2025-06-18",
                    "lines": [{"product": "面膜", "quantity": 3}],
                    "customer": None,
                }
            ],
        }
    ]


def test_minutes_are_told_in_plain_words() -> None:
    message = {"id": 7, "sender": "小美", "text": "1.主推精华 2.周五18点前联系张姐13812345678"}
    [line] = parse_lines([json.dumps(message)], load_context(CONTEXT), kind="minutes")
    assert json.loads(line) == {
        "id": 7,
        "decisions": ["主推精华"],
        "actions": [{"who": [], "what": "联系张姐", "due": "2025-06-20T18:00"}],
        "data": [],
        "open": [],
        "goal": None,
        "unsure": ["nobody: 联系张姐?"],
    }


def test_every_message_has_one_result() -> None:
    messages = [
        {"id": n, "sender": "小美", "text": text} for n, text in enumerate(["", "好", "报单"])
    ]
    assert [result["id"] for result in parsed(*messages)] == [0, 1, 2]


def test_texts_are_cleaned_and_masked_as_in_the_chat() -> None:
    message = {"id": 1, "sender": "小美", "text": "报\u200b单 398 客户13812345678"}
    result = parsed(message)
    assert result[0]["kind"] == "record"
    assert "13812345678" not in json.dumps(result)


@pytest.mark.parametrize(
    "line", ["{", "[1]", '{"id": 1, "sender": "小美"}', '{"id": 1, "sender": "小美", "text": 5}']
)
def test_a_bad_line_is_named(line: str) -> None:
    good = json.dumps({"id": 1, "sender": "小美", "text": "好"})
    with pytest.raises(ValueError, match="line 2"):
        list(parse_lines([good, line], load_context(CONTEXT)))


@pytest.mark.parametrize(
    "toml", ["", "now = 'x'", "now = '2025-06-18'\n[[products]]\nname = 'a'\nprice = 'x'"]
)
def test_a_bad_context_is_refused(toml: str) -> None:
    with pytest.raises(ValueError, match=r"context|Invalid"):
        load_context(toml)
