"""Wholes are divided exactly: shares, parts over time, and what a missed part leaves to the rest."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.goal_shares import divided, respread

WHOLES = st.integers(0, 10**11)
WEIGHTS = st.lists(st.integers(0, 10**9), min_size=1, max_size=60).filter(any)


@given(WHOLES, WEIGHTS, st.sampled_from([1, 100]))
def test_the_parts_are_the_whole_to_the_cent(whole: int, weights: list[int], unit: int) -> None:
    parts = divided(whole, weights, unit=unit)
    assert sum(parts) == whole
    assert len(parts) == len(weights)
    assert min(parts) >= 0


@given(st.integers(0, 10**9), WEIGHTS)
def test_whole_yuan_stay_whole(yuan: int, weights: list[int]) -> None:
    assert all(part % 100 == 0 for part in divided(yuan * 100, weights, unit=100))


@given(WHOLES, WEIGHTS)
def test_who_weighs_more_never_gets_less(whole: int, weights: list[int]) -> None:
    pairs = sorted(zip(weights, divided(whole, weights), strict=True))
    assert all(low[1] <= high[1] for low, high in pairwise(pairs))


@given(WHOLES, WEIGHTS)
def test_no_part_is_off_its_share_by_a_cent(whole: int, weights: list[int]) -> None:
    total = sum(weights)
    for weight, part in zip(weights, divided(whole, weights), strict=True):
        assert abs(part * total - whole * weight) < total


def test_what_is_left_over_goes_to_the_largest_remainders_and_the_first() -> None:
    assert divided(10, [1, 1, 1]) == [4, 3, 3]
    assert divided(90_001_00, [1, 1, 1], unit=100) == [30_001_00, 30_000_00, 30_000_00]
    assert divided(7, [3, 2, 2]) == [3, 2, 2]
    assert divided(101, [0, 1], unit=100) == [0, 101]


def test_there_must_be_something_to_divide_by() -> None:
    for weights in ([0, 0], [], [2, -1]):
        with pytest.raises(ValueError, match="weight"):
            divided(100, weights)


@given(
    target=st.integers(1, 10**10),
    done=st.lists(st.integers(-(10**6), 10**9), max_size=20),
    rest=st.lists(st.integers(0, 30), min_size=1, max_size=20),
    unit=st.sampled_from([1, 100]),
)
def test_what_is_done_and_what_is_to_come_are_the_target(
    target: int, done: list[int], rest: list[int], unit: int
) -> None:
    parts = respread(target, done, [5] * len(done) + rest, unit=unit)
    assert parts[: len(done)] == done
    assert sum(parts) == max(target, sum(done))
    assert min(parts[len(done) :]) >= 0


def test_days_off_get_nothing_as_long_as_there_are_others() -> None:
    assert respread(900, [100], [1, 0, 1, 1]) == [100, 0, 400, 400]
    assert respread(900, [100], [1, 0, 0]) == [100, 400, 400]
    assert respread(900, [100, 200], [1, 1]) == [100, 200]
