"""The figures of a week or month beside those before it: sums from kept totals, at one cost for any
ledger.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import bindparam, func, select

from models import measures
from models.base import DAY_TEXT
from models.care import away
from models.db import Db
from models.ledger import SaleTotal
from models.rosters import ACTIVE, SHADOW, roster
from models.totals import KINDS, Place, board, ranked
from models.values import Period, PeriodKind, Role, TeamInfo

A_DAY = dt.timedelta(days=1)
# Periods that make an average, and how few of them are too few.
AVERAGED, FEWEST = 4, 2
# A member's own usual day is that of so many days; fewer orders than these tell nothing of it.
USUAL_DAYS, USUAL_ORDERS = 28, 3
# 52 weeks before is the same week of the year.
A_YEAR_OF_WEEKS = 364
AS_BEFORE = 10_000


@dataclass(frozen=True, slots=True)
class Sum:
    """What a team sold from one day on: minor units and orders."""

    first: dt.date
    amount: int
    orders: int


@dataclass(frozen=True, slots=True)
class Progress:
    """A member who sold more than on their own usual day, in hundredths of a percent of it."""

    member_id: int
    value: int


@dataclass(frozen=True, slots=True)
class SpanFigures:
    """What a digest tells about a week or month up to its day `until`; amounts in minor units.

    `before`, `year_before` and the `averaged` amounts, the oldest first, are those of as many days
    of the periods before, None or left out where the team had not begun. `days` are those with a
    row that counts; `idle` have no order and were not on leave all the time. `newcomers` sold for
    the first time.
    """

    period: Period
    until: dt.date
    amount: int
    orders: int
    before: Sum | None
    year_before: Sum | None
    averaged: tuple[Sum, ...]
    days: tuple[Sum, ...]
    places: tuple[Place, ...]
    sold: int
    sold_before: int
    expected: int
    idle: tuple[int, ...]
    newcomers: tuple[int, ...]
    progressed: tuple[Progress, ...]

    @property
    def is_over(self) -> bool:
        """Whether all days of the period are told."""
        return self.until == self.period.last

    @property
    def best_day(self) -> Sum | None:
        """The day with the highest sum, the first of several."""
        return max(self.days, key=lambda day: day.amount, default=None)

    @property
    def average(self) -> int | None:
        """The average of the periods before, None where there are too few."""
        if len(self.averaged) < FEWEST:
            return None
        return sum(each.amount for each in self.averaged) // len(self.averaged)


_T = SaleTotal.__table__.c
_SUMS = (
    select(_T.first, func.sum(SaleTotal.amount), func.sum(SaleTotal.orders))
    .where(
        SaleTotal.team_id == bindparam("team"),
        SaleTotal.period == bindparam("period"),
        _T.first >= bindparam("low", type_=DAY_TEXT),
        _T.first <= bindparam("high", type_=DAY_TEXT),
    )
    .group_by(_T.first)
    .order_by(_T.first)
)


def figures(
    db: Db, team: TeamInfo, period: Period, today: dt.date, *, without: Collection[int] = ()
) -> SpanFigures:
    """The figures of a week or month up to today; people in `without` count in the sums but are
    named nowhere.
    """
    until = min(period.last, today)
    everybody = board(db, team.id, period)
    earlier = [_like(db, team.id, each, period, until) for each in _earlier(period)]
    sellers = {p.member_id for p in everybody if p.orders > 0 or p.amount > 0}
    expected, idle = _expected(db, team, period, until=until, sellers=sellers)
    hidden = set(without)
    return SpanFigures(
        period=period,
        until=until,
        amount=sum(place.amount for place in everybody),
        orders=sum(place.orders for place in everybody),
        before=_known(earlier[-1]),
        year_before=_known(_like(db, team.id, _year_before(period), period, until)),
        averaged=_begun(earlier),
        days=tuple(sums(db, team.id, PeriodKind.DAY, period.first, period.last)),
        places=ranked(
            (p.member_id, p.amount, p.orders) for p in everybody if p.member_id not in hidden
        ),
        sold=len(sellers - hidden),
        sold_before=_sellers(db, team.id, _days_of(_earlier(period)[-1], period, until)),
        expected=len(expected - hidden),
        idle=tuple(sorted(idle - hidden)),
        newcomers=_newcomers(db, team.id, everybody, until=until, hidden=hidden),
        progressed=_progressed(db, team.id, everybody, period, until, hidden=hidden),
    )


def sums(db: Db, team_id: int, kind: PeriodKind, low: dt.date, high: dt.date) -> list[Sum]:
    """The team's sums of each period of a kind that begins between two days and has any."""
    rows = db.rows(
        _SUMS,
        team=team_id,
        period=KINDS.index(kind),
        low=low.isoformat(),
        high=high.isoformat(),
    )
    return [
        Sum(dt.date.fromisoformat(first), amount, orders)
        for first, amount, orders in rows
        if amount or orders
    ]


def before(period: Period) -> Period:
    """The period of the same kind before one."""
    return Period.of(period.kind, period.first - A_DAY)


def _earlier(period: Period) -> list[Period]:
    """The periods that make an average, the oldest first."""
    found = [before(period)]
    while len(found) < AVERAGED:
        found.insert(0, before(found[0]))
    return found


def _year_before(period: Period) -> Period:
    if period.kind is PeriodKind.WEEK:
        return Period.of(period.kind, period.first - A_YEAR_OF_WEEKS * A_DAY)
    return Period.of(period.kind, period.first.replace(year=period.first.year - 1))


def _days_of(other: Period, period: Period, until: dt.date) -> Period:
    """Of another period as many days as are told of this one; all of it where this one is over."""
    if until == period.last:
        return other
    return Period(
        PeriodKind.RANGE, other.first, min(other.last, other.first + (until - period.first))
    )


def _like(db: Db, team_id: int, other: Period, period: Period, until: dt.date) -> Sum:
    span = _days_of(other, period, until)
    kind = PeriodKind.DAY if span.kind is PeriodKind.RANGE else span.kind
    last = span.last if kind is PeriodKind.DAY else span.first
    found = sums(db, team_id, kind, span.first, last)
    return Sum(span.first, sum(s.amount for s in found), sum(s.orders for s in found))


def _known(found: Sum) -> Sum | None:
    return found if found.amount or found.orders else None


def _begun(earlier: list[Sum]) -> tuple[Sum, ...]:
    """Without the periods before the team's first order in them."""
    first = next((n for n, each in enumerate(earlier) if _known(each)), len(earlier))
    return tuple(earlier[first:])


def _sellers(db: Db, team_id: int, period: Period) -> int:
    return sum(place.orders > 0 or place.amount > 0 for place in board(db, team_id, period))


def _expected(
    db: Db, team: TeamInfo, period: Period, *, until: dt.date, sellers: set[int]
) -> tuple[set[int], set[int]]:
    """Who should have sold in the period, and who of them did not."""
    usual = {
        member.id
        for member in roster(db, team.id).members.values()
        if member.state in (ACTIVE, SHADOW) and member.role in (Role.MEMBER, Role.LEAD)
    }
    idle = usual - sellers
    away_all = set(idle)
    for n in range((until - period.first).days + 1):
        if not away_all:
            break
        away_all &= away(db, team, period.first + n * A_DAY)
    return (usual | sellers) - away_all, idle - away_all


def _newcomers(
    db: Db, team_id: int, everybody: Collection[Place], *, until: dt.date, hidden: set[int]
) -> tuple[int, ...]:
    """Whose orders up to then are all of this period; nobody where that holds for all."""
    ever = {p.member_id: p.orders for p in board(db, team_id, Period.of(PeriodKind.ALL, until))}
    later = Period(PeriodKind.RANGE, until + A_DAY, dt.date.max)
    for place in board(db, team_id, later):
        ever[place.member_id] = ever.get(place.member_id, 0) - place.orders
    sold = {p.member_id: p.orders for p in everybody if p.orders > 0}
    found = [who for who, orders in sold.items() if ever.get(who) == orders]
    if len(found) == sum(orders > 0 for orders in ever.values()):
        return ()
    return tuple(who for who in found if who not in hidden)


def _progressed(
    db: Db,
    team_id: int,
    everybody: Collection[Place],
    period: Period,
    until: dt.date,
    *,
    hidden: set[int],
) -> tuple[Progress, ...]:
    """Who sold more than usual, the most first."""
    before = _usual(db, team_id, period.first)
    days = (until - period.first).days + 1
    found = []
    for place in everybody:
        own = before.get(place.member_id)
        if own is None or place.member_id in hidden:
            continue
        value = measures.progress(place.amount, days, own, USUAL_DAYS)
        if value is not None and value > AS_BEFORE:
            found.append(Progress(place.member_id, value))
    return tuple(sorted(found, key=lambda each: (-each.value, each.member_id)))


def _usual(db: Db, team_id: int, first: dt.date) -> dict[int, int]:
    """What members sold in the days before one, of those who did so in both halves of them: who
    has just begun has no usual day yet.
    """
    half = USUAL_DAYS // 2 * A_DAY
    early = board(db, team_id, Period(PeriodKind.RANGE, first - 2 * half, first - half - A_DAY))
    late = board(db, team_id, Period(PeriodKind.RANGE, first - half, first - A_DAY))
    begun = {p.member_id: p for p in early if p.orders > 0}
    return {
        p.member_id: p.amount + begun[p.member_id].amount
        for p in late
        if p.orders > 0
        and p.member_id in begun
        and p.orders + begun[p.member_id].orders >= USUAL_ORDERS
    }
