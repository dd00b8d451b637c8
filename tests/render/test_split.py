"""Long texts are cut where nobody is hurt."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st
from wcwidth import iter_graphemes

from bot.render.split import split, units

FAMILY = "👨‍👩‍👧‍👦"
PIECES = st.sampled_from(
    [FAMILY, "👍🏽", "🇨🇳", "1️⃣", "é", "开单", "a", " ", "\n", "x" * 30, "<3", "&", "&amp;"]
)
TEXTS = st.lists(PIECES, max_size=80).map("".join)
# Real markup: bold runs, possibly across lines, around escaped words.
MARKUP = st.lists(
    st.sampled_from(["<b>", "</b>", "开单", "&lt;", "&amp;", FAMILY, "\n", "a" * 20]), max_size=80
)
LIMITS = st.integers(24, 60)


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def balanced(pieces: list[str]) -> str:
    """The pieces with every tag closed and none closed twice."""
    text, is_open = "", False
    for piece in pieces:
        if piece in ("<b>", "</b>"):
            if is_open == (piece == "<b>"):
                continue
            is_open = not is_open
        text += piece
    return text + ("</b>" if is_open else "")


@settings(deadline=None)
@given(TEXTS, LIMITS)
def test_nothing_is_lost_and_no_part_is_too_long(text: str, limit: int) -> None:
    parts = split(text, limit)
    assert all(units(part) <= limit for part in parts)
    assert squeezed("".join(parts)) == squeezed(text)


@settings(deadline=None)
@given(TEXTS, LIMITS)
def test_no_grapheme_is_cut(text: str, limit: int) -> None:
    whole = list(iter_graphemes(text))
    cut = [sign for part in split(text, limit) for sign in iter_graphemes(part)]
    assert [sign for sign in cut if sign.strip()] == [sign for sign in whole if sign.strip()]


@settings(deadline=None)
@given(st.lists(st.text("开单a", max_size=20), max_size=30), LIMITS)
def test_lines_that_fit_stay_whole(lines: list[str], limit: int) -> None:
    kept = [line for part in split("\n".join(lines), limit) for line in part.split("\n")]
    assert [line for line in kept if line] == [line for line in lines if line]


@settings(deadline=None)
@given(MARKUP, LIMITS)
def test_html_stays_balanced_in_each_part(pieces: list[str], limit: int) -> None:
    text = balanced(pieces)
    parts = split(text, limit, html=True)
    for part in parts:
        assert units(part) <= limit
        assert not set(re.sub(r"</?b>|&lt;|&amp;", "", part)) & set("<>&")
        tags = re.findall("</?b>", part)
        assert tags == ["<b>", "</b>"] * (len(tags) // 2)
    bare = re.compile(r"</?b>|\s")
    assert bare.sub("", "".join(parts)) == bare.sub("", text)


def test_attributes_are_opened_again_and_closed_by_name() -> None:
    first, second = split('<a href="x">' + "开" * 30 + "</a>", 40, html=True)
    assert first == '<a href="x">' + "开" * 24 + "</a>"
    assert second == '<a href="x">' + "开" * 6 + "</a>"


def test_a_grapheme_beyond_the_limit_still_gets_through() -> None:
    letter = "e" + "\u0301" * 100
    parts = split(letter, 40)
    assert "".join(parts) == letter
    assert max(map(units, parts)) <= 40


def test_blank_parts_are_not_sent() -> None:
    assert split("甲" * 20 + "\n" * 50 + "乙" * 20, 24) == ["甲" * 20, "乙" * 20]


def test_what_fits_is_returned_as_it_is() -> None:
    assert split("开单\n\n", 4) == ["开单\n\n"]
    assert split("", 4) == [""]
