"""Totals kept per member and period, so that a board costs the same at ten thousand and ten million
rows.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import bindparam, delete, func, literal_column, select, text

from models.base import DAY_TEXT, insert
from models.db import Db
from models.ledger import Sale, SaleTotal
from models.values import Period, PeriodKind

# The order in which the kinds are numbered in the table.
KINDS = (PeriodKind.DAY, PeriodKind.WEEK, PeriodKind.MONTH, PeriodKind.YEAR, PeriodKind.ALL)
_NUMBER = {kind: number for number, kind in enumerate(KINDS)}
_MONTH_PARAMETER = f"first_{_NUMBER[PeriodKind.MONTH]}"


@dataclass(frozen=True, slots=True)
class Totals:
    """A member's totals of the day and month that a row fell into, and of all time, in minor units.

    `month_first` is the month's first day as the table writes it.
    """

    day: int
    day_orders: int
    month: int
    month_first: str
    ever: int
    ever_orders: int


@dataclass(frozen=True, slots=True)
class Place:
    """One line of a board; members with the same amount share a rank: 1, 2, 2, 4."""

    rank: int
    member_id: int
    amount: int
    orders: int


# One row for each kind of period, written by one statement.
_UPSERT = insert(SaleTotal).values(
    [
        {
            "team_id": bindparam("team"),
            "period": literal_column(str(number)),
            "first": bindparam(f"first_{number}", type_=DAY_TEXT),
            "member_id": bindparam("member"),
            "amount": bindparam("amount"),
            "orders": bindparam("orders"),
        }
        for number in range(len(KINDS))
    ]
)
_ADD = _UPSERT.on_conflict_do_update(
    index_elements=["team_id", "period", "first", "member_id"],
    set_={
        "amount": SaleTotal.amount + _UPSERT.excluded.amount,
        "orders": SaleTotal.orders + _UPSERT.excluded.orders,
    },
).returning(SaleTotal.period, SaleTotal.amount, SaleTotal.orders)
_FIRST = SaleTotal.__table__.c.first
_BOARD = (
    select(SaleTotal.member_id, SaleTotal.amount, SaleTotal.orders)
    .where(
        SaleTotal.team_id == bindparam("team"),
        SaleTotal.period == bindparam("period"),
        bindparam("first", type_=DAY_TEXT) == _FIRST,
    )
    .order_by(SaleTotal.amount.desc(), SaleTotal.member_id)
)
_RANGE = (
    select(
        SaleTotal.member_id,
        func.sum(SaleTotal.amount).label("amount"),
        func.sum(SaleTotal.orders).label("orders"),
    )
    .where(
        SaleTotal.team_id == bindparam("team"),
        SaleTotal.period == 0,
        bindparam("first", type_=DAY_TEXT) <= _FIRST,
        bindparam("last", type_=DAY_TEXT) >= _FIRST,
    )
    .group_by(SaleTotal.member_id)
    .order_by(text("amount DESC"), SaleTotal.member_id)
)
_OF_ONE = select(SaleTotal.amount, SaleTotal.orders).where(
    SaleTotal.team_id == bindparam("team"),
    SaleTotal.period == bindparam("period"),
    bindparam("first", type_=DAY_TEXT) == _FIRST,
    SaleTotal.member_id == bindparam("member"),
)
_ABOVE = select(func.count()).where(
    SaleTotal.team_id == bindparam("team"),
    SaleTotal.period == bindparam("period"),
    bindparam("first", type_=DAY_TEXT) == _FIRST,
    SaleTotal.amount > bindparam("amount"),
)


def add_to_totals(
    db: Db, team_id: int, member_id: int, day: dt.date, *, amount: int, orders: int
) -> Totals:
    """Add a row's amount and orders to the five totals it falls into."""
    firsts = _parameters(db, day)
    rows = db.rows(_ADD, team=team_id, member=member_id, amount=amount, orders=orders, **firsts)
    sums = {period: (total, count) for period, total, count in rows}
    month, ever = sums[_NUMBER[PeriodKind.MONTH]], sums[_NUMBER[PeriodKind.ALL]]
    return Totals(*sums[_NUMBER[PeriodKind.DAY]], month[0], firsts[_MONTH_PARAMETER], *ever)


def _parameters(db: Db, day: dt.date) -> dict[str, str]:
    """The first days of a day's periods under the names that the statement has for them."""
    shelf = db.memory.shelf("totals")
    found: dict[str, str] | None = shelf.get(day)
    if found is None:
        found = {f"first_{number}": first for number, first in enumerate(_firsts(db, day))}
        shelf[day] = found
    return found


def _firsts(db: Db, day: dt.date) -> tuple[str, ...]:
    """The first days of the five periods that hold a day, as the table writes them."""
    shelf = db.memory.shelf("firsts")
    found: tuple[str, ...] | None = shelf.get(day)
    if found is None:
        found = tuple(Period.of(kind, day).first.isoformat() for kind in KINDS)
        shelf[day] = found
    return found


def board(db: Db, team_id: int, period: Period) -> list[Place]:
    """Who sold how much in a period, best first; only members with a row that counted."""
    number = _NUMBER.get(period.kind)
    if number is None:
        rows = db.rows(
            _RANGE, team=team_id, first=period.first.isoformat(), last=period.last.isoformat()
        )
    else:
        rows = db.rows(_BOARD, team=team_id, period=number, first=period.first.isoformat())
    return list(ranked((who, amount, orders) for who, amount, orders in rows if amount or orders))


def sold(db: Db, team_id: int, period: Period, member_id: int | None = None) -> tuple[int, int]:
    """What a member, or with none the whole team, sold in a period: minor units and orders."""
    number = _NUMBER.get(period.kind)
    if number is not None and member_id is not None:
        first = period.first.isoformat()
        row = db.row(_OF_ONE, team=team_id, period=number, first=first, member=member_id)
        return (row[0], row[1]) if row is not None else (0, 0)
    places = [p for p in board(db, team_id, period) if member_id in (None, p.member_id)]
    return sum(place.amount for place in places), sum(place.orders for place in places)


def ranked(rows: Iterable[tuple[int, int, int]]) -> tuple[Place, ...]:
    """Places for (member, amount, orders), best first; the same amount shares a rank."""
    places: list[Place] = []
    for position, (member_id, amount, orders) in enumerate(rows, start=1):
        tied = bool(places) and places[-1].amount == amount
        rank = places[-1].rank if tied else position
        places.append(Place(rank, member_id, amount, orders))
    return tuple(places)


def month_rank(db: Db, team_id: int, totals: Totals) -> int:
    """A member's shared rank in a month, given the totals of the member's row."""
    row = db.row(
        _ABOVE,
        team=team_id,
        period=_NUMBER[PeriodKind.MONTH],
        first=totals.month_first,
        amount=totals.month,
    )
    return 1 + (row[0] if row else 0)


def ledger_sums(db: Db, team_id: int) -> dict[tuple[int, int, str], tuple[int, int]]:
    """The totals as the ledger's rows give them: (member, period, first day) → (amount, orders)."""
    replaced = select(Sale.corrects_id).where(Sale.corrects_id.is_not(None))
    rows = db.session.execute(
        select(Sale.member_id, Sale.day, Sale.amount, Sale.orders).where(
            Sale.team_id == team_id, Sale.id.not_in(replaced)
        )
    )
    sums: dict[tuple[int, int, str], tuple[int, int]] = {}
    for member_id, day, amount, orders in rows:
        for period, first in enumerate(_firsts(db, day)):
            before = sums.get((member_id, period, first), (0, 0))
            sums[member_id, period, first] = (before[0] + amount, before[1] + orders)
    return {key: value for key, value in sums.items() if value != (0, 0)}


def kept_sums(db: Db, team_id: int) -> dict[tuple[int, int, str], tuple[int, int]]:
    """The totals as they are kept, in the form of `ledger_sums`; both must be equal."""
    rows = db.session.scalars(select(SaleTotal).where(SaleTotal.team_id == team_id))
    found = {
        (row.member_id, row.period, row.first.isoformat()): (row.amount, row.orders) for row in rows
    }
    return {key: value for key, value in found.items() if value != (0, 0)}


def rebuild(db: Db, team_id: int) -> None:
    """Write the totals anew from the ledger."""
    db.session.execute(delete(SaleTotal).where(SaleTotal.team_id == team_id))
    for (member_id, period, first), (amount, orders) in ledger_sums(db, team_id).items():
        db.session.add(
            SaleTotal(
                team_id=team_id,
                period=period,
                first=dt.date.fromisoformat(first),
                member_id=member_id,
                amount=amount,
                orders=orders,
            )
        )
    db.flush()
