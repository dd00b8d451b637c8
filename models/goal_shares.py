"""Dividing a whole exactly: by weights, with the largest remainders."""

from __future__ import annotations

from collections.abc import Sequence


def divided(whole: int, weights: Sequence[int], *, unit: int = 1) -> list[int]:
    """A whole in parts as their weights, each a multiple of `unit` where the whole is one; the sum
    is exact. What is left over goes to the largest remainders, the first ones first.

    Raises ValueError for weights below 0 and for none above.
    """
    total = sum(weights)
    if total <= 0 or min(weights) < 0:
        raise ValueError("no weight to divide by")
    if whole % unit:
        unit = 1
    pieces = whole // unit
    parts = [pieces * weight // total for weight in weights]
    left = pieces - sum(parts)
    by_remainder = sorted(range(len(weights)), key=lambda n: (-(pieces * weights[n] % total), n))
    for n in by_remainder[:left]:
        parts[n] += 1
    return [part * unit for part in parts]


def respread(
    target: int, done: Sequence[int], weights: Sequence[int], *, unit: int = 1
) -> list[int]:
    """What each part of a goal is to bring, when the first `len(done)` parts are over: what they
    brought stands, and the rest is divided over the others as their weights.

    The sum is the target, or what is done already where that is more. Where no part is left with
    weight, the others are equal.
    """
    rest_weights = list(weights[len(done) :])
    if not rest_weights:
        return list(done)
    if not sum(rest_weights):
        rest_weights = [1] * len(rest_weights)
    rest = max(0, target - sum(done))
    return [*done, *divided(rest, rest_weights, unit=unit)]
