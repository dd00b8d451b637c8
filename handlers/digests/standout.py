"""One sentence about what stood out in a week or month: from its numbers alone, no causes."""

from __future__ import annotations

from collections.abc import Iterator

from bot.kit import T, format_short, t
from handlers.digests.words import Lines
from models.span_rows import RowFigures
from models.spans import FEWEST, SpanFigures

# A member that made so many percent of the sum stands out, where several sold.
MEMBER_SHARE, MEMBERS = 50, 3
# A change of an average order in percent, and of how many sold.
ORDER_CHANGE, SELLERS_CHANGE = 20, 2
# Orders whose customers are known that make a share of returning ones worth telling.
KNOWN, REPEAT_SHARE = 10, 50
# Orders without which an average says nothing.
ORDERS = 5


def standout_lines(figures: SpanFigures, rows: RowFigures, *, is_named: bool) -> Lines:
    """The first that applies; what could hurt somebody is told to leads alone."""
    found = next(_found(figures, rows, is_named=is_named), None)
    return [("standout", t("period-standout", what=found))] if found is not None else []


def _found(figures: SpanFigures, rows: RowFigures, *, is_named: bool) -> Iterator[T]:
    kind = figures.period.kind.value
    if figures.is_over and len(figures.averaged) >= FEWEST:
        earlier = [each.amount for each in figures.averaged]
        count = len(earlier) + 1
        if figures.amount > max(earlier):
            yield t("period-highest", kind=kind, count=count)
        if is_named and figures.amount < min(earlier):
            yield t("period-lowest", kind=kind, count=count)
    if is_named and len(figures.places) >= MEMBERS and figures.amount > 0:
        share = figures.places[0].amount * 100 // figures.amount
        if MEMBER_SHARE <= share <= 100:
            yield t("period-one-member", percent=share)
    yield from _shifted(figures, is_named=is_named)
    customers = rows.customers
    if customers.known >= KNOWN and customers.repeat * 100 >= REPEAT_SHARE * customers.known:
        yield t("period-loyal", percent=customers.repeat * 100 // customers.known)


def _shifted(figures: SpanFigures, *, is_named: bool) -> Iterator[T]:
    """An average order, or a number of members who sold, that is not what it was."""
    before, kind = figures.before, figures.period.kind.value
    if before is None:
        return
    if min(figures.orders, before.orders) >= ORDERS and min(figures.amount, before.amount) > 0:
        now, then = figures.amount // figures.orders, before.amount // before.orders
        if abs(now - then) * 100 >= ORDER_CHANGE * then and (is_named or now > then):
            yield t("period-order", kind=kind, now=_round(now), then=_round(then))
    more = figures.sold - figures.sold_before
    if abs(more) >= SELLERS_CHANGE and (is_named or more > 0):
        yield t(
            "period-sellers",
            kind=kind,
            now=figures.sold,
            then=figures.sold_before,
            more=int(more > 0),
        )


def _round(minor: int) -> str:
    return format_short(round(minor, -2))
