"""Days in a row with an order: what breaks a streak and what does not.

A day without an order breaks it, unless the member was on leave, has that weekday off, or nobody
works on it; an order on such a day counts like any other. Business days are the team's own, so that
no change of clocks can make or break one.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import bindparam, func, select

from models.base import DAY_TEXT
from models.care import LONGEST_LEAVE, leaves
from models.db import Db
from models.ledger import SaleTotal
from models.people_tables import MemberProfile
from models.values import Period, TeamInfo
from models.working_days import is_working_day

A_DAY = dt.timedelta(days=1)
# Days that one look into the totals asks for.
_AT_ONCE = 32

_FIRST = SaleTotal.__table__.c.first
# One place in the index for each day, however many members a team has.
_WITH_ORDER = select(_FIRST).where(
    SaleTotal.team_id == bindparam("team"),
    SaleTotal.period == 0,
    _FIRST.in_([bindparam(f"day_{n}", type_=DAY_TEXT) for n in range(_AT_ONCE)]),
    SaleTotal.member_id == bindparam("member"),
    SaleTotal.orders > 0,
)
_ALL_OF_ONE = (
    select(_FIRST)
    .where(
        SaleTotal.team_id == bindparam("team"),
        SaleTotal.period == 0,
        SaleTotal.member_id == bindparam("member"),
        SaleTotal.orders > 0,
    )
    .order_by(_FIRST)
)
_STEADY = (
    select(SaleTotal.member_id, func.count())
    .where(
        SaleTotal.team_id == bindparam("team"),
        SaleTotal.period == 0,
        bindparam("first", type_=DAY_TEXT) <= _FIRST,
        bindparam("last", type_=DAY_TEXT) >= _FIRST,
        SaleTotal.orders > 0,
    )
    .group_by(SaleTotal.member_id)
)
_OFF_DAYS = select(MemberProfile.off_days).where(MemberProfile.member_id == bindparam("member"))


@dataclass(frozen=True, slots=True)
class Streak:
    """Days in a row with an order: how many, from the first to the last of them."""

    days: int
    first: dt.date
    last: dt.date


def streak(db: Db, team: TeamInfo, member_id: int, day: dt.date) -> int:
    """How many days in a row a member had an order, up to a day; that day itself may still be
    open, so without an order on it the streak before it stands.
    """
    found = streak_to(db, team, member_id, day)
    return found.days if found is not None else 0


def streak_to(db: Db, team: TeamInfo, member_id: int, day: dt.date) -> Streak | None:
    """The streak that goes on on a day, None where there is none."""
    free = _Free(db, team, member_id)
    days: list[dt.date] = []
    with_order = _Days(db, team.id, member_id)
    current = day
    while True:
        if current in with_order:
            days.append(current)
        elif ((days[-1] if days else day) - current).days > LONGEST_LEAVE or (
            current != day and not free.is_free(current)
        ):
            break
        current -= A_DAY
    return Streak(len(days), days[-1], days[0]) if days else None


def streak_around(
    db: Db, team: TeamInfo, member_id: int, day: dt.date, today: dt.date
) -> Streak | None:
    """The streak that a day with an order belongs to, also where the order was booked later: it
    goes on after the day, up to today at most.
    """
    free = _Free(db, team, member_id)
    with_order = _Days(db, team.id, member_id)
    last = current = day
    while current < today:
        current += A_DAY
        if current in with_order:
            last = current
        elif not free.is_free(current):
            break
    return streak_to(db, team, member_id, last)


def longest(
    db: Db, team: TeamInfo, member_id: int, within: tuple[dt.date, dt.date] | None = None
) -> Streak | None:
    """The longest streak that a member ever had, or had within a span, the newest of equal ones."""
    days = days_with_order(db, team.id, member_id)
    if within is not None:
        days = [day for day in days if within[0] <= day <= within[1]]
    free = _Free(db, team, member_id)
    best: Streak | None = None
    begin = 0
    for n, day in enumerate(days):
        if n and not _goes_on(free, days[n - 1], day):
            begin = n
        if best is None or n - begin + 1 >= best.days:
            best = Streak(n - begin + 1, days[begin], day)
    return best


def days_with_order(db: Db, team_id: int, member_id: int) -> list[dt.date]:
    """All days on which a member had an order, the oldest first."""
    rows = db.rows(_ALL_OF_ONE, team=team_id, member=member_id)
    return [dt.date.fromisoformat(row[0]) for row in rows]


def steady_days(db: Db, team_id: int, period: Period) -> dict[int, int]:
    """On how many days of a period each member had an order; those with none are left out."""
    rows = db.rows(
        _STEADY, team=team_id, first=period.first.isoformat(), last=period.last.isoformat()
    )
    return dict(rows)


def work_days(db: Db, team: TeamInfo, member_id: int, period: Period) -> list[dt.date]:
    """The days of a period on which a member works: no leave, no day off, no holiday."""
    free = _Free(db, team, member_id)
    return [day for day in _each(period.first, period.last) if not free.is_free(day)]


def _goes_on(free: _Free, before: dt.date, day: dt.date) -> bool:
    """Whether nothing breaks a streak between two days with an order."""
    if (day - before).days > LONGEST_LEAVE:
        return False
    return all(free.is_free(each) for each in _each(before + A_DAY, day - A_DAY))


def _each(first: dt.date, last: dt.date) -> Iterator[dt.date]:
    for n in range((last - first).days + 1):
        yield first + n * A_DAY


class _Days:
    """The days on which a member had an order, read in blocks as they are asked for."""

    def __init__(self, db: Db, team_id: int, member_id: int) -> None:
        self._db, self._team_id, self._member_id = db, team_id, member_id
        self._known: dict[int, frozenset[str]] = {}

    def __contains__(self, day: dt.date) -> bool:
        block = day.toordinal() // _AT_ONCE
        if block not in self._known:
            first = dt.date.fromordinal(block * _AT_ONCE)
            asked = {f"day_{n}": (first + n * A_DAY).isoformat() for n in range(_AT_ONCE)}
            rows = self._db.rows(_WITH_ORDER, team=self._team_id, member=self._member_id, **asked)
            self._known[block] = frozenset(row[0] for row in rows)
        return day.isoformat() in self._known[block]


class _Free:
    """The days on which nobody expects an order of a member."""

    def __init__(self, db: Db, team: TeamInfo, member_id: int) -> None:
        self._db, self._team, self._member_id = db, team, member_id
        self._off: frozenset[int] | None = None
        self._leaves: dict[int, list[tuple[dt.date, dt.date]]] = {}

    def is_free(self, day: dt.date) -> bool:
        """Whether a day without an order is no break."""
        if self._off is None:
            row = self._db.row(_OFF_DAYS, member=self._member_id)
            self._off = frozenset(int(n) for n in row[0]) if row is not None else frozenset()
        if day.weekday() in self._off:
            return True
        return self._is_on_leave(day) or not is_working_day(day)

    def _is_on_leave(self, day: dt.date) -> bool:
        year = day.year
        if year not in self._leaves:
            found = leaves(self._db, self._team, dt.date(year, 1, 1), dt.date(year, 12, 31))
            self._leaves[year] = [
                (first, last) for who, first, last in found if who == self._member_id
            ]
        return any(first <= day <= last for first, last in self._leaves[year])
