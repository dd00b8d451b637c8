"""The figures of one business day, from totals and indexed rows: one cost for any ledger."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import bindparam, literal_column, or_, select
from sqlalchemy.orm import aliased

from models import entries, holding
from models.base import DAY_TEXT, MOMENT_NUMBER, milliseconds
from models.care import away
from models.db import Db
from models.ledger import Sale
from models.pending import open_count
from models.rosters import ACTIVE, SHADOW, roster
from models.schedules import local_moment
from models.team import MIDNIGHT
from models.totals import Place, board, ranked
from models.values import Period, PeriodKind, Role, TeamInfo

A_DAY, A_WEEK = dt.timedelta(days=1), dt.timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Correction:
    """A corrected record: amounts in minor units, `after` None where it is void."""

    number: int
    before: int
    after: int | None


@dataclass(frozen=True, slots=True)
class DayFigures:
    """What a digest tells about a day; amounts in minor units, people by id.

    `sold` counts those with an order, `expected` them and all who should have one; `idle` are the
    others. `away` counts who is left out of these for being on leave.
    """

    amount: int
    orders: int
    day_before: int
    week_before: int
    places: tuple[Place, ...]
    first_seller: int | None
    sold: int
    expected: int
    idle: tuple[int, ...]
    away: int
    pending: int
    corrections: tuple[Correction, ...]


_COLUMNS = Sale.__table__.c
_after = aliased(Sale)
_before = aliased(Sale)
# Records are numbered as they are reported, so the lowest number is the first order of the day.
_FIRST = (
    select(Sale.member_id)
    .where(
        Sale.team_id == bindparam("team"),
        _COLUMNS.day == bindparam("day", type_=DAY_TEXT),
        Sale.type == entries.SALE,
        ~select(_after.id).where(_after.corrects_id == Sale.id).exists(),
    )
    # The sum keeps SQLite from walking the index on (team, number) through all the team's records.
    .order_by(Sale.number + literal_column("0"))
    .limit(1)
)
# A balance that came in is a new row too, but changes no figure: only what changed is a correction.
_CORRECTIONS = (
    select(Sale.number, _before.amount, Sale.amount, Sale.type)
    .join(_before, _before.id == Sale.corrects_id)
    .where(
        Sale.team_id == bindparam("team"),
        _COLUMNS.day >= bindparam("since_day", type_=DAY_TEXT),
        _COLUMNS.day <= bindparam("day", type_=DAY_TEXT),
        _COLUMNS.at >= bindparam("since", type_=MOMENT_NUMBER),
        # What a lead confirms, or is asked about, corrects nothing.
        _before.type != entries.HELD,
        Sale.type != entries.HELD,
        or_(
            Sale.type == entries.VOID,
            Sale.amount != _before.amount,
            Sale.member_id != _before.member_id,
        ),
    )
    .order_by(Sale.id)
)


def day_start(team: TeamInfo, day: dt.date) -> dt.datetime:
    """The moment at which a business day begins: the cut-off of the day before."""
    if team.cutoff >= MIDNIGHT:
        return local_moment(day, 0, team.zone)
    return local_moment(day - A_DAY, team.cutoff, team.zone)


def figures(db: Db, team: TeamInfo, day: dt.date, *, without: Collection[int] = ()) -> DayFigures:
    """The figures of a day; people in `without` count in the sums but are named nowhere."""
    everybody = _places(db, team, day)
    sold = {place.member_id for place in everybody if place.orders > 0 or place.amount > 0}
    usual = {
        member.id
        for member in roster(db, team.id).members.values()
        if member.state in (ACTIVE, SHADOW) and member.role in (Role.MEMBER, Role.LEAD)
    }
    on_leave = (usual & away(db, team, day)) - sold - set(without)
    expected = (usual | sold) - on_leave - set(without)
    first = db.row(_FIRST, team=team.id, day=day.isoformat())
    return DayFigures(
        amount=sum(place.amount for place in everybody),
        orders=sum(place.orders for place in everybody),
        day_before=sum(place.amount for place in _places(db, team, day - A_DAY)),
        week_before=sum(place.amount for place in _places(db, team, day - A_WEEK)),
        places=ranked(
            (p.member_id, p.amount, p.orders) for p in everybody if p.member_id not in without
        ),
        first_seller=first[0] if first is not None and first[0] not in without else None,
        sold=len(sold - set(without)),
        expected=len(expected),
        idle=tuple(sorted(expected - sold)),
        away=len(on_leave),
        pending=unconfirmed(db, team, day),
        corrections=_corrections(db, team, day),
    )


def unconfirmed(db: Db, team: TeamInfo, day: dt.date) -> int:
    """How many questions of a day got no answer, and orders wait for a lead."""
    return open_count(db, team.id, day_start(team, day)) + len(holding.waiting(db, team.id))


def _places(db: Db, team: TeamInfo, day: dt.date) -> list[Place]:
    return board(db, team.id, Period.of(PeriodKind.DAY, day))


def _corrections(db: Db, team: TeamInfo, day: dt.date) -> tuple[Correction, ...]:
    """What was changed during the day in its own records and in those of the day before."""
    rows = db.rows(
        _CORRECTIONS,
        team=team.id,
        day=day.isoformat(),
        since_day=(day - A_DAY).isoformat(),
        since=milliseconds(day_start(team, day)),
    )
    return tuple(
        Correction(number, before, None if kind == entries.VOID else after)
        for number, before, after, kind in rows
    )
