"""A member's best day, week and month so far, from the totals, and those that beat them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import bindparam, select

from models.base import DAY_TEXT
from models.db import Db
from models.ledger import SaleTotal
from models.values import Period, PeriodKind

DAY, WEEK, MONTH = "day", "week", "month"
_NUMBERS = {DAY: 0, WEEK: 1, MONTH: 2}


@dataclass(frozen=True, slots=True)
class Best:
    """The best of a kind: the value, the first day of its span, and for an order its number."""

    kind: str
    value: int
    day: dt.date
    number: int = 0


@dataclass(frozen=True, slots=True)
class Beaten:
    """An own record that was beaten: by which value, which one stood before, and since when."""

    member_id: int
    kind: str
    value: int
    before: int
    before_on: dt.date
    order: int = 0


_FIRST = SaleTotal.__table__.c.first
_HIGHEST = (
    select(SaleTotal.amount, _FIRST)
    .where(
        SaleTotal.team_id == bindparam("team"),
        SaleTotal.period == bindparam("period"),
        SaleTotal.member_id == bindparam("member"),
        bindparam("before", type_=DAY_TEXT) > _FIRST,
        SaleTotal.amount > 0,
    )
    .order_by(SaleTotal.amount.desc(), _FIRST)
    .limit(1)
)
_ORDERS_BEFORE = (
    select(_FIRST)
    .where(
        SaleTotal.team_id == bindparam("team"),
        SaleTotal.period == bindparam("period"),
        SaleTotal.member_id == bindparam("member"),
        bindparam("before", type_=DAY_TEXT) > _FIRST,
        SaleTotal.orders > 0,
    )
    .order_by(_FIRST)
    .limit(1)
)


def highest(db: Db, team_id: int, member_id: int, kind: str, before: dt.date) -> Best | None:
    """A member's best day, week or month that began before a day; the oldest of equal ones."""
    row = db.row(
        _HIGHEST,
        team=team_id,
        period=_NUMBERS[kind],
        member=member_id,
        before=before.isoformat(),
    )
    return None if row is None else Best(kind, row[0], dt.date.fromisoformat(row[1]))


def beaten_in(
    db: Db, team_id: int, member_id: int, kind: str, period: Period, *, amount: int
) -> Beaten | None:  # fmt: skip
    """Whether a week or month that is over was the member's best so far, after two others with
    orders; what stood before.
    """
    before = highest(db, team_id, member_id, kind, period.first)
    if before is None or amount <= before.value:
        return None
    oldest = db.row(
        _ORDERS_BEFORE,
        team=team_id,
        period=_NUMBERS[kind],
        member=member_id,
        before=period.first.isoformat(),
    )
    span = Period.of(PeriodKind.WEEK if kind == WEEK else PeriodKind.MONTH, before.day)
    if oldest is None or dt.date.fromisoformat(oldest[0]) >= _before(period).first:
        return None
    return Beaten(member_id, kind, amount, before.value, span.first)


def _before(period: Period) -> Period:
    return Period.of(period.kind, period.first - dt.timedelta(days=1))
