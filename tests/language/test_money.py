"""Amounts: every spelling gives the exact cents, and what is no amount says why."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.money import Amount, Problem, evaluate, read_amount
from models.values import format_exact, format_plain


@pytest.mark.parametrize(
    ("text", "minor"),
    [
        ("398", 39_800), ("398元", 39_800), ("３９８", 39_800), ("1,280.50", 128_050), ("¥1,299.00", 129_900),
        ("398块5", 39_850), ("十二块八毛五", 1_285), ("1.2万", 1_200_000), ("1w2", 1_200_000),
        ("3k5", 350_000), ("两万三", 2_300_000), ("一千二百八", 128_000), ("二百五", 25_000),
        ("一百零五", 10_500), ("1万2千", 1_200_000), ("十万", 10_000_000), ("五毛", 50), ("两块半", 250),
        ("总", 0), ("60*2+60+6=186", 18_600), ("398×2+128×3", 118_000), ("(398+128)*2", 105_200),
        ("RMB 398", 39_800), ("398元整", 39_800), ("1280.", 128_000), ("九十九块九", 9_990),
    ],
)  # fmt: skip
def test_an_amount_is_read_to_the_cent(text: str, minor: int) -> None:
    found = read_amount(text)
    assert (found.minor if isinstance(found, Amount) else 0) == minor


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("12..5", "malformed"), ("NaN", "malformed"), ("Infinity", "malformed"), ("1e400", "malformed"),
        ("1_000", "malformed"), ("٣", "malformed"), ("²", "malformed"), ("½", "malformed"), ("①", "malformed"),
        ("0x10", "malformed"), ("0", "zero"), ("0.00", "zero"), ("-50", "negative"), ("−50", "negative"),
        ("1亿", "too_large"), ("100000000", "too_large"), ("9" * 5000, "too_large"), ("1280积分", "points"),
        ("$50", "currency"), ("50美元", "currency"), ("", "malformed"), ("1.2.3", "malformed"),
    ],
)  # fmt: skip
def test_the_impossible_is_refused(text: str, reason: str) -> None:
    found = read_amount(text)
    assert isinstance(found, Problem)
    assert (found.reason, found.refused) == (reason, True)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("1.299,00", "separators"), ("1,28", "separators"), ("398.999", "too_precise"), ("三五百", "range"),
        ("300-500", "range"), ("500+", "range"), ("三百多", "range"), ("大概500", "range"), ("1w25", "unclear_number"),
        ("三九八", "unclear_number"), ("60*2=121", "sum_wrong"),
    ],
)  # fmt: skip
def test_the_doubtful_is_asked(text: str, reason: str) -> None:
    found = read_amount(text)
    assert isinstance(found, Problem)
    assert (found.reason, found.refused) == (reason, False)


@given(st.integers(1, 9_999_999_999))
def test_digits_and_separators_come_back_exactly(minor: int) -> None:
    assert read_amount(format_plain(minor)) == Amount(minor)
    assert read_amount(format_exact(minor)) == Amount(minor)
    assert read_amount(f"¥{format_exact(minor)}元") == Amount(minor)


@given(st.integers(1, 99_999_999))
def test_full_width_digits_come_back_exactly(yuan: int) -> None:
    wide = str(yuan).translate(str.maketrans("0123456789", "０１２３４５６７８９"))
    assert read_amount(wide) == Amount(yuan * 100)


@given(st.integers(1, 999_999))
def test_ten_thousands_come_back_exactly(hundredths: int) -> None:
    text = f"{Decimal(hundredths) / 100:f}"
    for unit in ("万", "w", "W"):
        assert read_amount(text + unit) == Amount(hundredths * 10_000)


@given(st.integers(1, 99_999_999))
def test_chinese_numerals_come_back_exactly(yuan: int) -> None:
    assert read_amount(in_words(yuan) + "元") == Amount(yuan * 100)


@given(st.lists(st.tuples(st.integers(1, 9_999), st.integers(1, 99)), min_size=2, max_size=6))
def test_a_sum_is_verified(terms: list[tuple[int, int]]) -> None:
    written = "+".join(f"{price}*{count}" for price, count in terms)
    total = sum(price * count for price, count in terms)
    assert evaluate(f"{written}={total}") == Amount(total * 100)
    assert evaluate(f"{written}={total + 1}") == Problem("sum_wrong", total * 100)


@given(st.text(max_size=30))
def test_any_text_gives_an_amount_or_a_problem(text: str) -> None:
    found = read_amount(text)
    assert isinstance(found, Problem) or 0 < found.minor < 10_000_000_000


def in_words(number: int) -> str:
    high, low = divmod(number, 10_000)
    if not high:
        return four_digits(low)
    gap = "零" if low and low < 1000 else ""
    return f"{four_digits(high)}万{gap}{four_digits(low) if low else ''}"


def four_digits(number: int) -> str:
    words, zero = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // unit % 10
        if digit:
            words += ("零" if zero else "") + "零一二三四五六七八九"[digit] + name
            zero = False
        elif words:
            zero = True
    return words
