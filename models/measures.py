"""What members reached in a period, by any measure, from totals where they are kept and else from
the ledger's rows.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import aliased

from models import counting
from models.base import DAY_TEXT
from models.counting import NEWEST, Counted
from models.db import Db
from models.entries import HELD, SALE, VOID
from models.ledger import Sale, SaleLine
from models.totals import board
from models.values import Metric, Period


@dataclass(frozen=True, slots=True)
class Measure:
    """What is counted: a metric, for pieces also of which product (empty for any)."""

    metric: Metric
    product: str = ""


AMOUNT, ORDERS = Measure(Metric.AMOUNT), Measure(Metric.ORDERS)

_after = aliased(Sale)
_EARLIER = Sale.__table__.alias("earlier")
_earlier = aliased(Sale, _EARLIER)
_voided = aliased(Sale)
_C = Sale.__table__.c
_PIECES = (
    select(Sale.member_id, SaleLine.product, func.sum(SaleLine.quantity))
    .join(SaleLine, SaleLine.sale_id == Sale.id)
    .where(
        Sale.team_id == bindparam("team"),
        Sale.id <= bindparam("position"),
        _C.day >= bindparam("first", type_=DAY_TEXT),
        _C.day <= bindparam("last", type_=DAY_TEXT),
        Sale.type != VOID,
        Sale.type != HELD,
        ~select(_after.id)
        .where(_after.corrects_id == Sale.id, _after.id <= bindparam("position"))
        .exists(),
    )
    .group_by(Sale.member_id, SaleLine.product)
)
# Whether a member had sold to that customer on an earlier day, or by an earlier record.
_KNOWN = (
    select(_earlier.id)
    .where(
        _earlier.team_id == bindparam("team"),
        _earlier.member_id == bindparam("member"),
        _earlier.customer == bindparam("customer"),
        _earlier.type == SALE,
        _earlier.id <= bindparam("position"),
        (_EARLIER.c.day < bindparam("day", type_=DAY_TEXT))
        | (
            (_EARLIER.c.day == bindparam("day", type_=DAY_TEXT))
            & (_earlier.number < bindparam("record"))
        ),
        ~select(_voided.id)
        .where(_voided.corrects_id == _earlier.id, _voided.id <= bindparam("position"))
        .exists(),
    )
    .limit(1)
)


def values(
    db: Db, team_id: int, measure: Measure, period: Period, *, until: int = NEWEST
) -> dict[int, int]:
    """What each member reached in a period; those with nothing are left out.

    With `until`, as of that position of the ledger. A share is nobody's: it is read by hand.
    """
    metric = measure.metric
    if metric in (Metric.AMOUNT, Metric.ORDERS):
        if until == NEWEST:
            places = board(db, team_id, period)
            is_amount = metric is Metric.AMOUNT
            found = {p.member_id: p.amount if is_amount else p.orders for p in places}
        else:
            found = counting.by_member(_counting(db, team_id, period, until), metric.value)
    elif metric is Metric.QUANTITY:
        found = _pieces(db, team_id, measure.product, period, until)
    elif metric in (Metric.NEW, Metric.REPEAT):
        rows = customers(db, team_id, _counting(db, team_id, period, until), until=until)
        found = counting.by_member((row for row, kind in rows if kind is metric), "orders")
    else:
        found = {}
    return {member_id: value for member_id, value in found.items() if value}


def total(
    db: Db,
    team_id: int,
    measure: Measure,
    period: Period,
    members: Collection[int] | None = None,
    *,
    until: int = NEWEST,
) -> int:
    """What some members, or the whole team, reached together."""
    found = values(db, team_id, measure, period, until=until)
    return sum(value for who, value in found.items() if members is None or who in members)


def customers(
    db: Db, team_id: int, rows: Iterable[Counted], *, until: int = NEWEST
) -> list[tuple[Counted, Metric]]:
    """Orders of customers that are known, each as the order of a new or of a returning one.

    Returning is who was called so in the report, or bought from the same member before; where
    neither the customer nor that was said, nothing is known and the order is left out.
    """
    found = []
    for row in rows:
        if row.type != SALE or row.orders <= 0:
            continue
        if row.details.get("repeat") or (row.customer and _is_known(db, team_id, row, until)):
            found.append((row, Metric.REPEAT))
        elif row.customer or row.details.get("new"):
            found.append((row, Metric.NEW))
    return found


def _counting(db: Db, team_id: int, period: Period, until: int) -> list[Counted]:
    return counting.counting(counting.rows(db, team_id, period.first, period.last, until=until))


def _is_known(db: Db, team_id: int, row: Counted, until: int) -> bool:
    known = db.row(
        _KNOWN,
        team=team_id,
        member=row.member_id,
        customer=row.customer,
        day=row.day.isoformat(),
        record=row.number,
        position=until,
    )
    return known is not None


def _pieces(db: Db, team_id: int, product: str, period: Period, until: int) -> dict[int, int]:
    rows = db.rows(
        _PIECES,
        team=team_id,
        first=period.first.isoformat(),
        last=period.last.isoformat(),
        position=until,
    )
    found: dict[int, int] = {}
    for member_id, name, quantity in rows:
        if product in ("", name):
            found[member_id] = found.get(member_id, 0) + quantity
    return found


def completion(done: int, target: int) -> int:
    """How much of a target is reached, in hundredths of a percent, rounded down; never below 0."""
    return max(0, done * 10_000 // target) if target > 0 else 0


def progress(done: int, days: int, before: int, days_before: int = 28) -> int | None:
    """A member's day compared with the own usual day, in hundredths of a percent: 10,000 is as
    before. None for who sold nothing in the days before: there is nothing to compare with.
    """
    if before <= 0 or days <= 0:
        return None
    return max(0, done * days_before * 10_000 // (before * days))


def share(part: int, whole: int) -> int | None:
    """A part of a whole in hundredths of a percent; None where there is no whole."""
    return part * 10_000 // whole if whole > 0 else None
