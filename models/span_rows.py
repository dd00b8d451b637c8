"""What only the rows of a week or month tell: products, customers, corrections."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass

from sqlalchemy import bindparam, func, literal_column, or_, select
from sqlalchemy.orm import aliased

from models.base import DAY_TEXT, MOMENT_NUMBER, Id, milliseconds
from models.counting import NEWEST
from models.db import Db
from models.digest import A_DAY, day_start
from models.entries import HELD, SALE, VOID
from models.ledger import Sale, SaleLine
from models.spans import before
from models.values import Metric, Period, TeamInfo


@dataclass(frozen=True, slots=True)
class Mix:
    """How many pieces of each product were sold, the most first; `pieces` are all that reports
    named.
    """

    pieces: int
    products: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Customers:
    """Orders of customers that reports tell of: of new ones, and of those who came back."""

    new: int
    repeat: int

    @property
    def known(self) -> int:
        """The orders of which it is known."""
        return self.new + self.repeat


@dataclass(frozen=True, slots=True)
class Changes:
    """How many records were corrected after their own day, and by how much that changed the sum, in
    minor units.
    """

    count: int
    difference: int


@dataclass(frozen=True, slots=True)
class RowFigures:
    """What the rows of a period tell; `changed_before` are changes of the period before it, made
    since it was over.
    """

    mix: Mix
    customers: Customers
    changed: Changes
    changed_before: Changes


_after = aliased(Sale)
_old = aliased(Sale)
_earlier = aliased(Sale)
_voided = aliased(Sale)
_C = Sale.__table__.c
_E = _earlier.__table__.c
_SPAN = (
    Sale.team_id == bindparam("team"),
    _C.day >= bindparam("first", type_=DAY_TEXT),
    _C.day <= bindparam("last", type_=DAY_TEXT),
)
_POSITION = bindparam("position", type_=Id)
_STANDS = ~select(_after.id).where(_after.corrects_id == Sale.id, _after.id <= _POSITION).exists()
_COUNTING = (*_SPAN, Sale.id <= _POSITION, Sale.type != VOID, Sale.type != HELD, _STANDS)
PRODUCTS = (
    select(SaleLine.product, func.sum(SaleLine.quantity).label("pieces"))
    .join(Sale, Sale.id == SaleLine.sale_id)
    .where(*_COUNTING)
    .group_by(SaleLine.product)
    .order_by(literal_column("pieces").desc(), SaleLine.product)
)
OF_PRODUCT = (
    select(Sale.id)
    .join(SaleLine, SaleLine.sale_id == Sale.id)
    .where(*_COUNTING, SaleLine.product == bindparam("product"))
)
_KNOWN = (
    select(_earlier.id)
    .where(
        _earlier.team_id == Sale.team_id,
        _earlier.member_id == Sale.member_id,
        _earlier.customer == Sale.customer,
        _earlier.type == SALE,
        _earlier.id <= _POSITION,
        or_(
            _earlier.day < Sale.day,
            (_earlier.day == Sale.day) & (_earlier.number < Sale.number),
        ),
        ~select(_voided.id)
        .where(_voided.corrects_id == _earlier.id, _voided.id <= _POSITION)
        .exists(),
    )
    .exists()
)
# What a report may have said about a customer without a name.
SAID = ("new", "repeat")
CUSTOMERS = select(Sale.id, Sale.orders, Sale.customer, Sale.details, _KNOWN).where(
    *_COUNTING,
    Sale.type == SALE,
    Sale.orders > 0,
    or_(
        Sale.customer.is_not(None),
        # Most rows have no details: the patterns are not looked for in them.
        (Sale.details != "") & or_(*(Sale.details.like(f'%"{word}"%') for word in SAID)),
    ),
)
CHANGES = (
    select(Sale.number, _C.day, _C.at, Sale.amount - _old.amount)
    .select_from(Sale)
    .join(_old, _old.id == Sale.corrects_id)
    .where(
        *_SPAN,
        # The sum keeps SQLite from walking the corrections of all teams.
        (Sale.corrects_id + literal_column("0")).is_not(None),
        _C.at >= bindparam("since", type_=MOMENT_NUMBER),
        or_(Sale.type == VOID, Sale.amount != _old.amount, Sale.member_id != _old.member_id),
    )
)


def figures(db: Db, team: TeamInfo, period: Period) -> RowFigures:
    """What the rows of a period tell."""
    start = day_start(team, period.first)
    return RowFigures(
        mix=mix(db, team.id, period),
        customers=customers(db, team.id, period),
        changed=_together(changes(db, team, period, start)),
        changed_before=_together(changes(db, team, before(period), start)),
    )


def mix(db: Db, team_id: int, period: Period, *, until: int = NEWEST) -> Mix:
    """Which products were sold, as of a position of the ledger."""
    rows = db.rows(PRODUCTS, **_days(team_id, period), position=until)
    found = tuple((name, pieces) for name, pieces in rows if pieces > 0)
    return Mix(sum(pieces for _, pieces in found), found)


def of_product(db: Db, team_id: int, period: Period, product: str, *, until: int) -> set[int]:
    """The ids of the rows with that product, as of a position of the ledger."""
    rows = db.rows(OF_PRODUCT, **_days(team_id, period), product=product, position=until)
    return {row_id for (row_id,) in rows}


def customers(db: Db, team_id: int, period: Period) -> Customers:
    """How many orders were of new and of returning customers."""
    found = {Metric.NEW: 0, Metric.REPEAT: 0}
    for _, orders, kind in of_customers(db, team_id, period):
        found[kind] += orders
    return Customers(found[Metric.NEW], found[Metric.REPEAT])


def of_customers(
    db: Db, team_id: int, period: Period, *, until: int = NEWEST
) -> list[tuple[int, int, Metric]]:
    """The rows whose customers are known as (id, orders, new or returning), as of a position of the
    ledger: what `measures.customers` finds row by row, in one statement.
    """
    found = []
    rows = db.rows(CUSTOMERS, **_days(team_id, period), position=until)
    for row_id, orders, customer, details, is_known in rows:
        said = json.loads(details) if details else {}
        if said.get("repeat") or (customer and is_known):
            found.append((row_id, orders, Metric.REPEAT))
        elif customer or said.get("new"):
            found.append((row_id, orders, Metric.NEW))
    return found


def changes(db: Db, team: TeamInfo, period: Period, since: dt.datetime) -> list[tuple[int, int]]:
    """What was changed from a moment on and not on its own day, whose digest told it as it was:
    (number, difference in minor units).
    """
    rows = db.rows(CHANGES, **_days(team.id, period), since=milliseconds(since))
    return [
        (number, difference)
        for number, day, at, difference in rows
        if at >= milliseconds(day_start(team, dt.date.fromisoformat(day) + A_DAY))
    ]


def _together(found: list[tuple[int, int]]) -> Changes:
    return Changes(len(found), sum(difference for _, difference in found))


def _days(team_id: int, period: Period) -> dict[str, object]:
    return {
        "team": team_id,
        "first": period.first.isoformat(),
        "last": period.last.isoformat(),
    }
