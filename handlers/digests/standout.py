"""One sentence about what stood out in a week or month: from its numbers alone, no causes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from bot.kit import T, format_short, t
from handlers.digests.words import Lines
from models.spans import FEWEST, SpanFigures

# So many periods in a row that each made more, or less, than the one before.
IN_A_ROW = 3
# A member that made so many percent of the sum stands out, where several sold.
MEMBER_SHARE, MEMBERS = 50, 3
# A change of an average order in percent, and orders without which an average says nothing.
ORDER_CHANGE, ORDERS = 20, 5


def standout_lines(figures: SpanFigures, *, is_named: bool) -> Lines:
    """The first that applies; what could hurt somebody is told to leads alone."""
    found = next(_found(figures, is_named=is_named), None)
    return [("standout", t("period-standout", what=found))] if found is not None else []


def _found(figures: SpanFigures, *, is_named: bool) -> Iterator[T]:
    if figures.is_over:
        yield from _course(figures, is_named=is_named)
    if is_named and len(figures.places) >= MEMBERS and figures.amount > 0:
        share = figures.places[0].amount * 100 // figures.amount
        if MEMBER_SHARE <= share <= 100:
            yield t("period-one-member", percent=share)
    yield from _orders(figures, is_named=is_named)


def _course(figures: SpanFigures, *, is_named: bool) -> Iterator[T]:
    """Several periods in a row that went one way, or the highest or lowest of them."""
    kind = figures.period.kind.value
    amounts = [*(each.amount for each in figures.averaged), figures.amount]
    for more in (1, 0) if is_named else (1,):
        steps = [
            (after > before) if more else (after < before) for before, after in pairwise(amounts)
        ]
        count = next((n for n, each in enumerate(reversed(steps)) if not each), len(steps))
        if count >= IN_A_ROW:
            yield t("period-in-a-row", kind=kind, count=count, more=more)
    if len(figures.averaged) < FEWEST:
        return
    *earlier, now = amounts
    if now > max(earlier):
        yield t("period-highest", kind=kind, count=len(amounts))
    if is_named and now < min(earlier):
        yield t("period-lowest", kind=kind, count=len(amounts))


def _orders(figures: SpanFigures, *, is_named: bool) -> Iterator[T]:
    """An average order that is not what it was."""
    before = figures.before
    if before is None or min(figures.amount, before.amount) <= 0:
        return
    if min(figures.orders, before.orders) < ORDERS:
        return
    now, then = figures.amount // figures.orders, before.amount // before.orders
    if abs(now - then) * 100 >= ORDER_CHANGE * then and (is_named or now > then):
        kind = figures.period.kind.value
        yield t("period-order", kind=kind, now=_round(now), then=_round(then))


def _round(minor: int) -> str:
    return format_short(round(minor, -2))
