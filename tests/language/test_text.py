"""Hygiene at the door, and one spelling for parsing."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.text import MAX_BYTES, clean, normalise


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("报单 398", "报单 398"),
        ("a\0b\x0bc\x1b", "abc"),
        ("a\r\nb\u2028c\u2029d\re\tf", "a\nb\nc\nd\ne\tf"),
        ("x\ud83dy", "x\ufffdy"),
        ("报\u200b单\u202e 398\ufeff", "报单 398"),
        ("👨\u200d👩\u200d👧", "👨\u200d👩\u200d👧"),
        ("a\u200db", "ab"),
        ("e" + "\u0301" * 500, "e" + "\u0301" * 3),
    ],
)
def test_what_has_no_place_in_a_message_is_dropped(raw: str, cleaned: str) -> None:
    assert clean(raw) == cleaned


@given(st.text(alphabet=st.characters(), max_size=4000))
def test_clean_text_is_short_valid_and_stays_as_it_is(raw: str) -> None:
    cleaned = clean(raw)
    assert len(cleaned.encode()) <= MAX_BYTES
    assert clean(cleaned) == cleaned


def test_a_long_message_is_cut_between_characters() -> None:
    assert clean("好" * 100_000) == "好" * (MAX_BYTES // 3)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("①398", "①398"), ("⒈398", "⒈398"), ("1️⃣小美", "①小美"), ("½²", "½²"), ("１，２９９．５０", "1,299.50"),
        ("報單 兩萬", "报单 两万"), ("−50", "-50"), ("３✖２", "3×2"), ("＠阿芳：￥５", "@阿芳:¥5"),
    ],
)  # fmt: skip
def test_markers_survive_where_digits_become_plain(text: str, expected: str) -> None:
    assert normalise(text) == expected


@given(st.text(max_size=200))
def test_normal_text_is_normal(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once


@pytest.mark.parametrize("piece", ["\u200b", "\u0301", "\ud800", "\r", "👨\u200d", "①", "½"])
def test_a_hostile_message_takes_no_time(piece: str) -> None:
    started = time.perf_counter()
    normalise(clean(piece * 100_000))
    assert time.perf_counter() - started < 0.5
