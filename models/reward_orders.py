"""Single orders as rules of rewards see them: what is left of one after its refunds, the first of a
day, and a member's first ever.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.orm import aliased

from models import counting
from models.base import DAY_TEXT
from models.db import Db
from models.entries import REFUND, SALE, VOID
from models.ledger import Sale, SaleTotal

# A refund names its order in its note: #S27.
_NAMED = re.compile(r"#S(\d{1,9})(?!\d)")


@dataclass(frozen=True, slots=True)
class Order:
    """A record as it stands, with what was refunded of it taken off."""

    number: int
    member_id: int
    amount: int
    orders: int
    day: dt.date
    type: str = SALE

    @property
    def counts(self) -> bool:
        """Whether there is an order left."""
        return self.type == SALE and self.amount > 0 and self.orders > 0


_after = aliased(Sale)
_C = Sale.__table__.c
_STANDS = ~select(_after.id).where(_after.corrects_id == Sale.id).exists()
_COLUMNS = (Sale.number, Sale.member_id, Sale.amount, Sale.orders, _C.day, Sale.type)
_ONE = select(*_COLUMNS).where(
    Sale.team_id == bindparam("team"), Sale.number == bindparam("record"), _STANDS
)
_OF_DAY = (
    select(*_COLUMNS)
    .where(
        Sale.team_id == bindparam("team"),
        _C.day == bindparam("day", type_=DAY_TEXT),
        Sale.type == SALE,
        _STANDS,
    )
    # The sum keeps SQLite from walking the index on (team, number) through all the team's records.
    .order_by(Sale.number + 0)
)
_REFUNDS = select(Sale.amount, Sale.orders, Sale.details).where(
    Sale.team_id == bindparam("team"),
    _C.day >= bindparam("day", type_=DAY_TEXT),
    Sale.type == REFUND,
    Sale.details.like(bindparam("named")),
    _STANDS,
)
_DAYS = (
    select(SaleTotal.__table__.c.first)
    .where(
        SaleTotal.team_id == bindparam("team"),
        SaleTotal.period == 0,
        SaleTotal.member_id == bindparam("member"),
    )
    .order_by(SaleTotal.__table__.c.first)
)
_DAYS_OF_CUSTOMER = (
    select(_C.day)
    .where(
        Sale.team_id == bindparam("team"),
        Sale.member_id == bindparam("member"),
        Sale.customer == bindparam("who"),
        _C.day >= bindparam("day", type_=DAY_TEXT),
    )
    .distinct()
)


def refunded_order(kind: str, details: Mapping[str, Any]) -> int | None:
    """The number of the order that a refund takes back, where it names one."""
    if kind != REFUND:
        return None
    if "refund_of" in details:
        return int(details["refund_of"])
    named = _NAMED.search(str(details.get("note", "")))
    return int(named[1]) if named is not None else None


def order(db: Db, team_id: int, number: int) -> Order | None:
    """A record as it stands, less its refunds; None where there is none."""
    row = db.row(_ONE, team=team_id, record=number)
    return less_refunds(db, team_id, _order(row)) if row is not None else None


def less_refunds(db: Db, team_id: int, found: Order) -> Order:
    """An order less what was refunded of it."""
    rows = db.rows(
        _REFUNDS, team=team_id, day=found.day.isoformat(), named=f"%#S{found.number}%"
    ) + db.rows(_REFUNDS, team=team_id, day=found.day.isoformat(), named='%"refund_of"%')
    for amount, orders, details in rows:
        if refunded_order(REFUND, json.loads(details)) == found.number:
            found = replace(
                found, amount=found.amount + amount, orders=found.orders + min(0, orders)
            )
    return found


def of_day(db: Db, team_id: int, day: dt.date) -> Iterable[Order]:
    """The orders of a day that still count, by number; each is looked at when it is asked for."""
    for row in db.rows(_OF_DAY, team=team_id, day=day.isoformat()):
        found = less_refunds(db, team_id, _order(row))
        if found.counts:
            yield found


def debut(db: Db, team_id: int, member_id: int) -> Order | None:
    """A member's first order ever that still counts, by day and number."""
    for (text,) in db.rows(_DAYS, team=team_id, member=member_id):
        day = dt.date.fromisoformat(text)
        rows = counting.counting(counting.rows_of(db, team_id, [member_id], day, day))
        for row in rows:
            found = Order(row.number, row.member_id, row.amount, row.orders, row.day, row.type)
            found = less_refunds(db, team_id, found)
            if found.counts:
                return found
    return None


def days_of_customer(
    db: Db, team_id: int, member_id: int, customer: str, since: dt.date
) -> list[dt.date]:
    """The days from that one on with rows of a member for a customer."""
    rows = db.rows(
        _DAYS_OF_CUSTOMER, team=team_id, member=member_id, who=customer, day=since.isoformat()
    )
    return [dt.date.fromisoformat(day) for (day,) in rows]


def _order(row: tuple[Any, ...]) -> Order:
    number, member_id, amount, orders, day, kind = row
    is_void = kind == VOID
    return Order(
        number,
        member_id,
        0 if is_void else amount,
        0 if is_void else orders,
        dt.date.fromisoformat(day),
        kind,
    )
