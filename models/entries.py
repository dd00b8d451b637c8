"""Reading the ledger: records with all their rows, what counts, and where rows came from."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, bindparam, func, select
from sqlalchemy.orm import aliased

from models.db import Db
from models.errors import Refusal
from models.ledger import Sale, SaleLine
from models.values import MemberInfo, Period, TeamInfo

SALE, REFUND, BALANCE, VOID = "sale", "refund", "balance", "void"
# An order far out of the usual: it has a number and counts nothing (amount and orders 0, the said
# ones under `held` and `held_orders` in its details) until a lead has confirmed it.
HELD = "held"
ACTIVE, CORRECTED = "active", "corrected"


@dataclass(frozen=True, slots=True)
class Item:
    """A product in a record and how many of it; unit price in minor units."""

    product: str
    quantity: int
    unit_price: int | None = None


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
    def said(self) -> int:
        """The amount that was reported, in minor units; a held record counts none of it yet."""
        return int(self.details["held"]) if self.type == HELD else self.amount

    @property
    def due(self) -> int:
        """The balance of a deposit that is still owed, in minor units."""
        return int(self.details.get("due", 0))


_BOOKED_BY = select(func.count(), func.coalesce(func.sum(Sale.amount), 0)).where(
    Sale.source == bindparam("source"), Sale.type != VOID
)


_after = aliased(Sale)
# Rows of the ledger, each with the type of the row that corrects it.
_ROWS: Select[Sale, str] = select(Sale, _after.type).outerjoin(
    _after, _after.corrects_id == Sale.id
)


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
    query = _ROWS.where(Sale.team_id == team_id, Sale.number == number)
    return _records(db, query.order_by(Sale.revision))


def require(db: Db, team_id: int, number: int) -> Record:
    """The row that counts for a record, or the void at its end; raises Refusal
    where there is none.
    """
    rows = history(db, team_id, number)
    if not rows:
        raise Refusal("sale-not-found", number=number)
    return rows[-1]


def number_of(db: Db, team_id: int, row_id: int) -> int | None:
    """The number of the record that a row belongs to; None where it is another team's."""
    query = select(Sale.number).where(Sale.id == row_id, Sale.team_id == team_id)
    return db.session.scalar(query)


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
    query = _ROWS.where(
        Sale.team_id == team_id,
        Sale.day >= period.first,
        Sale.day <= period.last,
        Sale.type != VOID,
    )
    if member_id is not None:
        query = query.where(Sale.member_id == member_id)
    rows = _records(db, query.order_by(Sale.id.desc()).limit(limit * 2))
    return [row for row in rows if row.state == ACTIVE][:limit]


def of_member(db: Db, member: MemberInfo) -> list[Record]:
    """All rows that name a member as the seller, oldest first."""
    query = _ROWS.where(Sale.team_id == member.team_id, Sale.member_id == member.id)
    return _records(db, query.order_by(Sale.id))


def late_numbers(db: Db, team: TeamInfo, rows: Sequence[Record]) -> set[int]:
    """The numbers of those records that were reported later than on their own business day."""
    sent = {row.number: (row.at, row.revision) for row in rows}
    corrected = [number for number, (_, revision) in sent.items() if revision > 1]
    first = select(Sale.number, Sale.at).where(Sale.team_id == team.id, Sale.revision == 1)
    at = {number: moment for number, (moment, _) in sent.items()}
    for start in range(0, len(corrected), 500):
        chunk = first.where(Sale.number.in_(corrected[start : start + 500]))
        at.update((row.number, row.at) for row in db.session.execute(chunk))
    return {row.number for row in rows if is_late(team, row.day, at[row.number])}


def is_late(team: TeamInfo, day: dt.date, sent_at: dt.datetime) -> bool:
    """Whether something was reported for an earlier business day than it was sent on."""
    return day < team.day_of(sent_at)


def has_any(db: Db, team_id: int) -> bool:
    """Whether a team has a ledger to speak of."""
    query = select(Sale.id).where(Sale.team_id == team_id).limit(1)
    return db.session.scalar(query) is not None
