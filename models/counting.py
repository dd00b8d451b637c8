"""What of the ledger counts, row by row, as of any earlier moment of the ledger itself.

The ledger's `position` is its newest row: with the same position the same rows count for ever, so a
result that keeps its position can be worked out again to the byte.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import aliased

from models.base import DAY_TEXT, moment
from models.db import Db, Row
from models.entries import CORRECTED, HELD, VOID
from models.ledger import Sale

A_DAY = dt.timedelta(days=1)
# Row ids never come near this: as a position it means the ledger as it stands.
NEWEST = 2**62


@dataclass(frozen=True, slots=True)
class Counted:
    """A row of the ledger; amounts in minor units, `at` is when it was sent, aware UTC.

    `reason` is empty where the row counts; else why it does not: void, corrected (a newer row
    stands for it), held (an amount far out of the usual that no lead has confirmed).
    """

    id: int
    number: int
    revision: int
    type: str
    member_id: int
    amount: int
    orders: int
    day: dt.date
    at: dt.datetime
    customer: str | None
    details: dict[str, Any]
    reason: str = ""


_after = aliased(Sale)
_C = Sale.__table__.c
_COLUMNS = (
    Sale.id,
    Sale.number,
    Sale.revision,
    Sale.type,
    Sale.member_id,
    Sale.amount,
    Sale.orders,
    _C.day,
    _C.at,
    Sale.customer,
    Sale.details,
    _after.type.label("by"),
)
_NEWEST_ROW = select(func.coalesce(func.max(Sale.id), 0))
# One day of one member is one look into the index; a member's year is 366 of them.
_JOINED = (
    select(*_COLUMNS)
    .outerjoin(_after, (_after.corrects_id == Sale.id) & (_after.id <= bindparam("position")))
    .where(
        Sale.team_id == bindparam("team"),
        Sale.id <= bindparam("position"),
        _C.day >= bindparam("first", type_=DAY_TEXT),
        _C.day <= bindparam("last", type_=DAY_TEXT),
    )
    .order_by(Sale.number, Sale.revision)
)
_OF_MEMBER = (
    select(*_COLUMNS)
    .outerjoin(_after, (_after.corrects_id == Sale.id) & (_after.id <= bindparam("position")))
    .where(
        Sale.team_id == bindparam("team"),
        Sale.id <= bindparam("position"),
        _C.day == bindparam("day", type_=DAY_TEXT),
        Sale.member_id == bindparam("member"),
    )
    # The sum keeps SQLite from walking the index on (team, number) through all the team's records.
    .order_by(Sale.number + 0, Sale.revision)
)
# The newest row of a team is near the end of the table, unless nothing was booked for long; the sum
# keeps SQLite from walking through all of the team's records to find it.
_LATELY = (
    select(Sale.id)
    .where(
        Sale.team_id + 0 == bindparam("team"),
        Sale.id > select(func.max(Sale.id) - 20_000).scalar_subquery(),
    )
    .order_by(Sale.id.desc())
    .limit(1)
)
_EVER = select(func.max(Sale.id)).where(Sale.team_id == bindparam("team"))


def position(db: Db, team_id: int) -> int:
    """The ledger's newest row of a team, 0 where there is none."""
    row = db.row(_LATELY, team=team_id) or db.row(_EVER, team=team_id)
    return int(row[0] or 0) if row is not None else 0


def newest(db: Db) -> int:
    """The ledger's newest row of all teams, 0 where there is none: as a position it means the same
    rows of a team as its own newest one, without a walk through all that the team has.
    """
    row = db.row(_NEWEST_ROW)
    return int(row[0]) if row is not None else 0


def rows(
    db: Db, team_id: int, first: dt.date, last: dt.date, *, until: int = NEWEST
) -> list[Counted]:
    """All rows of a team's days, counting or not, by number; `until` is the ledger's position."""
    found = db.rows(
        _JOINED, team=team_id, first=first.isoformat(), last=last.isoformat(), position=until
    )
    return [_row(row) for row in found]


def rows_of(
    db: Db,
    team_id: int,
    member_ids: Collection[int],
    first: dt.date,
    last: dt.date,
    *,
    until: int = NEWEST,
) -> list[Counted]:
    """The rows of some members' days, by number: in a large ledger far cheaper than the team's."""
    found: list[Row] = []
    for n in range((last - first).days + 1):
        day = (first + n * A_DAY).isoformat()
        for member_id in member_ids:
            found += db.rows(_OF_MEMBER, team=team_id, day=day, member=member_id, position=until)
    return sorted((_row(row) for row in found), key=lambda row: (row.number, row.revision))


def counting(found: Iterable[Counted]) -> list[Counted]:
    """Those that count."""
    return [row for row in found if not row.reason]


def excluded(found: Iterable[Counted]) -> list[Counted]:
    """Those that do not, each with its reason. The row that takes a record back is left out, its
    record stands for it; and so is one that was held and is held no more: what became of it says
    all.
    """
    return [row for row in found if row.reason and row.type != VOID and not _is_settled(row)]


def _is_settled(row: Counted) -> bool:
    """Whether a held row was decided on: it never counted, and a later one stands for it."""
    return row.type == HELD and row.reason == CORRECTED


def by_member(found: Iterable[Counted], measure: str = "amount") -> dict[int, int]:
    """The sums of `amount` or `orders` by member."""
    sums: dict[int, int] = {}
    for row in found:
        value = row.orders if measure == "orders" else row.amount
        sums[row.member_id] = sums.get(row.member_id, 0) + value
    return sums


def digest(found: Sequence[object]) -> str:
    """The fingerprint of what a number was made from: ten hex digits of the SHA-256 over its
    canonical JSON. Equal content always has equal fingerprints.
    """
    text = json.dumps(found, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:10]


def snapshot(found: Iterable[Counted]) -> str:
    """The fingerprint of counted rows: which, of whom, how much, for which day."""
    return digest(
        [
            [row.number, row.revision, row.member_id, row.amount, row.orders, row.day.isoformat()]
            for row in found
        ]
    )


def _row(row: Row) -> Counted:
    key, number, revision, kind, member, amount, orders, day, at, customer, details, by = row
    reason = "" if by is None else VOID if by == VOID else CORRECTED
    if kind == VOID or (kind == HELD and not reason):
        reason = kind
    return Counted(
        id=key,
        number=number,
        revision=revision,
        type=kind,
        member_id=member,
        amount=amount,
        orders=orders,
        day=dt.date.fromisoformat(day),
        at=moment(at),
        customer=customer,
        details=json.loads(details) if details else {},
        reason=reason,
    )
