"""The ledger's rules: rows are added and linked, never changed, and totals follow in the same
transaction.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import bindparam, update
from sqlalchemy.types import TypeEngine

from models.base import DAY_TEXT, MOMENT_NUMBER, insert, milliseconds
from models.db import Db
from models.entries import ACTIVE, SALE, VOID, Item, Record
from models.errors import Refusal
from models.ledger import Sale, SaleLine
from models.team import Team
from models.totals import Totals, add_to_totals
from models.values import TeamInfo


@dataclass(frozen=True, slots=True)
class NewSale:
    """What is to be booked; amounts in minor units, negative for a refund.

    `details` keeps what was also said: channel, repeat, note, discount, share, due, due_on,
    refund_of.
    """

    member_id: int
    amount: int
    orders: int
    day: dt.date
    type: str = SALE
    items: tuple[Item, ...] = ()
    customer: str | None = None
    received: int | None = None
    details: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Booked:
    """A row just written, with the seller's totals after it."""

    id: int
    number: int
    revision: int
    sale: NewSale
    totals: Totals


@dataclass(frozen=True, slots=True)
class LedgerChange:
    """A row that was just written, and the one it corrects; announced for those who follow the
    ledger. `after.sale.type` is void where the record was taken back.
    """

    before: Record | None
    after: Booked


@dataclass(frozen=True, slots=True)
class By:
    """Who acts, when, and through which received message."""

    member_id: int
    at: dt.datetime
    source: int | None = None


_NEXT_NUMBER = (
    update(Team)
    .where(Team.id == bindparam("team"))
    .values(last_sale=Team.last_sale + 1)
    .returning(Team.last_sale)
)
# What the row's columns would turn into text and numbers comes as such already.
_PLAIN: dict[str, TypeEngine[Any]] = {"at": MOMENT_NUMBER, "day": DAY_TEXT}
_ADD = (
    insert(Sale)
    .values(
        {
            name: bindparam(name, type_=_PLAIN.get(name))
            for name in (
                "team_id",
                "number",
                "revision",
                "type",
                "member_id",
                "recorded_by",
                "amount",
                "orders",
                "day",
                "at",
                "customer",
                "details",
                "received",
                "corrects_id",
                "source",
            )
        }
    )
    # Of two people who correct the same row in the same moment, one wins.
    .on_conflict_do_nothing()
    .returning(Sale.id)
)
_ADD_LINE = insert(SaleLine).values(
    sale_id=bindparam("sale"),
    n=bindparam("n"),
    product=bindparam("product"),
    quantity=bindparam("quantity"),
    unit_price=bindparam("unit_price"),
)


def record(db: Db, team: TeamInfo, sale: NewSale, by: By) -> Booked:
    """Add a new record to the ledger."""
    row = db.row(_NEXT_NUMBER, team=team.id)
    if row is None:
        raise LookupError(f"no team {team.id}")
    return _write(db, team, sale, by, number=row[0], revision=1)


def _write(
    db: Db,
    team: TeamInfo,
    sale: NewSale,
    by: By,
    *,
    number: int,
    revision: int,
    corrects: Record | None = None,
) -> Booked:
    row = db.row(
        _ADD,
        team_id=team.id,
        number=number,
        revision=revision,
        type=sale.type,
        member_id=sale.member_id,
        recorded_by=by.member_id,
        amount=sale.amount,
        orders=sale.orders,
        day=sale.day.isoformat(),
        at=milliseconds(by.at),
        customer=sale.customer,
        details=json.dumps(sale.details, ensure_ascii=False) if sale.details else "",
        received=sale.received,
        corrects_id=corrects.id if corrects else None,
        source=by.source,
    )
    if row is None:
        raise Refusal("sale-changed-meanwhile", number=number)
    _write_items(db, row[0], sale.items)
    totals = add_to_totals(
        db, team.id, sale.member_id, sale.day, amount=sale.amount, orders=sale.orders
    )
    booked = Booked(row[0], number, revision, sale, totals)
    db.announce(LedgerChange(corrects, booked))
    return booked


def _write_items(db: Db, sale_id: int, items: Iterable[Item]) -> None:
    for n, item in enumerate(items):
        db.change(
            _ADD_LINE,
            sale=sale_id,
            n=n,
            product=item.product,
            quantity=item.quantity,
            unit_price=item.unit_price,
        )


def correct(db: Db, team: TeamInfo, record: Record, sale: NewSale, by: By) -> Booked:
    """Replace a row by a new one with the full new content; raises Refusal where that was done
    already.
    """
    _take_back(db, team, record)
    return _write(
        db, team, sale, by, number=record.number, revision=record.revision + 1, corrects=record
    )


def void(db: Db, team: TeamInfo, record: Record, by: By) -> Booked:
    """Take a record out of the totals by a linked row; raises Refusal where it is void already."""
    nothing = NewSale(record.member_id, 0, 0, record.day, type=VOID)
    return correct(db, team, record, nothing, by)


def _take_back(db: Db, team: TeamInfo, record: Record) -> None:
    if record.state != ACTIVE:
        raise Refusal("sale-is-void", number=record.number)
    taken = {"amount": -record.amount, "orders": -record.orders}
    add_to_totals(db, team.id, record.member_id, record.day, **taken)


def as_new(record: Record, **changes: Any) -> NewSale:
    """A record's content as something to book again, with some parts changed."""
    parts: dict[str, Any] = {
        "member_id": record.member_id,
        "amount": record.amount,
        "orders": record.orders,
        "day": record.day,
        "type": record.type,
        "items": record.items,
        "customer": record.customer,
        "received": record.received,
        "details": record.details,
    }
    return NewSale(**(parts | changes))
