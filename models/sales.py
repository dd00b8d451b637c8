"""The ledger's rules: rows are added and linked, never changed, and totals follow in the same
transaction.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Select, bindparam, func, select, update
from sqlalchemy.orm import aliased
from sqlalchemy.types import TypeEngine

from models.base import DAY_TEXT, MOMENT_NUMBER, insert, milliseconds
from models.db import Db
from models.errors import Refusal
from models.ledger import Sale, SaleLine
from models.team import Team
from models.totals import Totals, add_to_totals
from models.values import Period, TeamInfo

SALE, REFUND, BALANCE, VOID = "sale", "refund", "balance", "void"
ACTIVE, CORRECTED = "active", "corrected"


@dataclass(frozen=True, slots=True)
class Item:
    """A product in a record and how many of it; unit price in minor units."""

    product: str
    quantity: int
    unit_price: int | None = None


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
_BOOKED_BY = select(func.count(), func.coalesce(func.sum(Sale.amount), 0)).where(
    Sale.source == bindparam("source"), Sale.type != VOID
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
    return Booked(row[0], number, revision, sale, totals)


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


@dataclass(frozen=True, slots=True)
class Record:
    """One row of the ledger as it was read; `state` is active, corrected or void."""

    id: int
    number: int
    revision: int
    type: str
    member_id: int
    recorded_by: int
    amount: int
    orders: int
    day: dt.date
    at: dt.datetime
    customer: str | None
    details: dict[str, Any]
    received: int | None
    corrects_id: int | None
    source: int | None
    state: str
    items: tuple[Item, ...] = ()

    @property
    def due(self) -> int:
        """The balance of a deposit that is still owed, in minor units."""
        return int(self.details.get("due", 0))


def _query() -> Select[Sale, str]:
    """Rows of the ledger, each with the type of the row that corrects it."""
    after = aliased(Sale)
    return select(Sale, after.type).outerjoin(after, after.corrects_id == Sale.id)


def _records(db: Db, query: Select[Sale, str]) -> list[Record]:
    rows = db.session.execute(query).all()
    items: dict[int, list[Item]] = {}
    ids = [row[0].id for row in rows]
    for start in range(0, len(ids), 500):
        chunk = select(SaleLine).where(SaleLine.sale_id.in_(ids[start : start + 500]))
        for line in db.session.scalars(chunk.order_by(SaleLine.sale_id, SaleLine.n)):
            item = Item(line.product, line.quantity, line.unit_price)
            items.setdefault(line.sale_id, []).append(item)
    return [_record(row[0], row[1], items.get(row[0].id, ())) for row in rows]


def _record(row: Sale, corrected_by: str | None, items: Iterable[Item]) -> Record:
    state = ACTIVE if corrected_by is None else VOID if corrected_by == VOID else CORRECTED
    return Record(
        id=row.id,
        number=row.number,
        revision=row.revision,
        type=row.type,
        member_id=row.member_id,
        recorded_by=row.recorded_by,
        amount=row.amount,
        orders=row.orders,
        day=row.day,
        at=row.at,
        customer=row.customer,
        details=json.loads(row.details) if row.details else {},
        received=row.received,
        corrects_id=row.corrects_id,
        source=row.source,
        state=VOID if row.type == VOID else state,
        items=tuple(items),
    )


def history(db: Db, team_id: int, number: int) -> list[Record]:
    """All rows of one record, the first one first; empty where there is none in this team."""
    query = _query().where(Sale.team_id == team_id, Sale.number == number)
    return _records(db, query.order_by(Sale.revision))


def require(db: Db, team_id: int, number: int) -> Record:
    """The row that counts for a record, or the void at its end; raises Refusal
    where there is none.
    """
    rows = history(db, team_id, number)
    if not rows:
        raise Refusal("sale-not-found", number=number)
    return rows[-1]


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


def booked_by(db: Db, source: int) -> tuple[int, int]:
    """How many rows a received message made, and their sum in minor units."""
    row = db.row(_BOOKED_BY, source=source)
    return (row[0], row[1]) if row else (0, 0)


def from_source(db: Db, source: int) -> list[Record]:
    """The current rows of the records that a received message made, oldest first."""
    found = db.session.scalars(
        select(Sale.number).where(Sale.source == source, Sale.revision == 1).order_by(Sale.id)
    ).all()
    team_id = db.session.scalar(select(Sale.team_id).where(Sale.source == source).limit(1))
    return [require(db, team_id, number) for number in found] if team_id is not None else []


def listed(
    db: Db, team_id: int, period: Period, *, member_id: int | None = None, limit: int = 200
) -> list[Record]:
    """The rows that count in a period, newest first."""
    query = _query().where(
        Sale.team_id == team_id,
        Sale.day >= period.first,
        Sale.day <= period.last,
        Sale.type != VOID,
    )
    if member_id is not None:
        query = query.where(Sale.member_id == member_id)
    rows = _records(db, query.order_by(Sale.id.desc()).limit(limit * 2))
    return [row for row in rows if row.state == ACTIVE][:limit]
