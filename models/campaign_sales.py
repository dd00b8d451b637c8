"""What a campaign sold: the ledger's rows of its days, or its products' part of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from sqlalchemy import bindparam, select

from models import counting, measures
from models.base import DAY_TEXT
from models.counting import NEWEST, Counted
from models.db import Db
from models.evidence import Evidence, evidence
from models.ledger import Sale, SaleLine
from models.totals import Place, ranked
from models.values import Metric, TeamInfo

_C = Sale.__table__.c
_LINES = (
    select(SaleLine.sale_id, SaleLine.product, SaleLine.quantity, SaleLine.unit_price)
    .join(Sale, Sale.id == SaleLine.sale_id)
    .where(
        Sale.team_id == bindparam("team"),
        _C.day >= bindparam("first", type_=DAY_TEXT),
        _C.day <= bindparam("last", type_=DAY_TEXT),
    )
    .order_by(SaleLine.sale_id, SaleLine.n)
)


@dataclass(frozen=True, slots=True)
class Line:
    """A product in a row of the ledger; the unit price is None where nobody knows it."""

    product: str
    quantity: int
    unit_price: int | None


Lines = Mapping[int, Sequence[Line]]


@dataclass(frozen=True, slots=True)
class Span:
    """Days of a team, both ends included, and the only products that count; none for all."""

    first: dt.date
    last: dt.date
    products: tuple[str, ...] = ()

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1


def lines_of(db: Db, team_id: int, span: Span) -> dict[int, list[Line]]:
    """The products of the ledger's rows in a span, by the row's id."""
    found: dict[int, list[Line]] = {}
    days = {"first": span.first.isoformat(), "last": span.last.isoformat()}
    for sale_id, product, quantity, price in db.rows(_LINES, team=team_id, **days):
        found.setdefault(sale_id, []).append(Line(product, quantity, price))
    return found


def part(amount: int, lines: Sequence[Line], products: Iterable[str]) -> int:
    """How much of an order's amount its lines of some products are, to the minor unit.

    An order of several products is divided by list prices, by pieces where one has none.
    """
    wanted = frozenset(products)
    is_priced = all(line.unit_price for line in lines)
    weights = [line.quantity * ((line.unit_price or 0) if is_priced else 1) for line in lines]
    whole = sum(weights)
    own = sum(w for w, line in zip(weights, lines, strict=True) if line.product in wanted)
    if own == whole:
        return amount if whole else 0
    return round(Fraction(amount * own, whole)) if whole else 0


def rows(db: Db, team_id: int, span: Span, *, until: int = NEWEST) -> list[Counted]:
    """The ledger's rows of a span, counting or not; with products those that hold one of them, with
    the part of the amount that they are.
    """
    found = counting.rows(db, team_id, span.first, span.last, until=until)
    if not span.products:
        return found
    lines = lines_of(db, team_id, span)
    wanted = frozenset(span.products)
    return [
        replace(row, amount=part(row.amount, lines[row.id], wanted))
        for row in found
        if any(line.product in wanted for line in lines.get(row.id, ()))
    ]


def proof(db: Db, team_id: int, span: Span, now: dt.datetime) -> Evidence:
    """The evidence of what was sold in a span, as of now."""
    until = counting.position(db, team_id)
    return evidence(rows(db, team_id, span, until=until), now, until)


def up_to(found: Iterable[Counted], span: Span, now: dt.datetime, team: TeamInfo) -> list[Counted]:
    """The rows of an earlier span up to the day and hour at which a later one is now; `now` is that
    moment moved to the earlier span. What was reported on a later day counts whole.
    """
    local = now.astimezone(team.zone)
    today, clock = team.day_of(now), local.time()
    kept = []
    for row in found:
        at = row.at.astimezone(team.zone)
        if row.day < today or (row.day == today and (at.date() > row.day or at.time() <= clock)):
            kept.append(row)
    return [row for row in kept if row.day >= span.first]


def places(found: Iterable[Counted]) -> tuple[Place, ...]:
    """Who sold how much, best first; the same amount shares a rank."""
    counted = counting.counting(found)
    amounts = counting.by_member(counted)
    orders = counting.by_member(counted, "orders")
    order = sorted(amounts.items(), key=lambda each: (-each[1], each[0]))
    return ranked((who, amount, orders[who]) for who, amount in order if amount or orders[who])


def by_day(found: Iterable[Counted]) -> dict[dt.date, int]:
    """The amounts that count by day."""
    sums: dict[dt.date, int] = {}
    for row in counting.counting(found):
        sums[row.day] = sums.get(row.day, 0) + row.amount
    return sums


def by_product(
    found: Iterable[Counted], lines: Lines, products: Sequence[str] = ()
) -> list[tuple[str, int]]:
    """The amounts that count by product, the largest first; orders without a product have the empty
    name. `products` are those to which the rows' amounts are cut already.
    """
    sums: dict[str, int] = {}
    for row in counting.counting(found):
        own = [line for line in lines.get(row.id, ()) if not products or line.product in products]
        names = list(dict.fromkeys(line.product for line in own))
        left = row.amount
        for name in names[1:]:
            share = part(row.amount, own, (name,))
            sums[name] = sums.get(name, 0) + share
            left -= share
        first = names[0] if names else ""
        sums[first] = sums.get(first, 0) + left
    return sorted(
        ((name, value) for name, value in sums.items() if value), key=lambda each: -each[1]
    )


def customers(db: Db, team_id: int, found: Iterable[Counted]) -> tuple[int, int]:
    """How many orders were of new customers, and of such as had bought before."""
    kinds = [kind for _, kind in measures.customers(db, team_id, counting.counting(found))]
    return kinds.count(Metric.NEW), kinds.count(Metric.REPEAT)
