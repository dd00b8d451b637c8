"""What each kind of board counts, by member.

`amount`: minor units; detail is orders. `completion`: hundredths of a percent of the goal; detail
is what is done, of the target. `progress`: hundredths of a percent of one's own usual day; detail
is what is done, of what is usual in as many days. `first`: days that one opened for the team.
`repeat`: orders of customers who came back; detail is their share in hundredths of a percent.
`helping`: helps. `steady`: days with an order; the streak is worked out for those that are shown.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import aliased

from models import counting, goals, measures, streaks
from models import helping as helps
from models.base import DAY_TEXT
from models.care import leaves
from models.db import Db
from models.entries import SALE
from models.goals import GoalInfo
from models.ledger import Sale
from models.measures import Measure
from models.totals import board as places_of
from models.values import Metric, Period, PeriodKind, TeamInfo

A_DAY = dt.timedelta(days=1)
# What «usual» is measured by, and how much of it must have been worked to compare with.
USUAL_DAYS, ENOUGH_DAYS = 28, 7
# The metrics of goals that completion looks at, the first that there is.
_METRICS = (Metric.AMOUNT, Metric.ORDERS)


@dataclass(frozen=True, slots=True)
class Value:
    """What a member reached, and what stands beside it."""

    value: int
    detail: int = 0
    of: int = 0


@dataclass(frozen=True, slots=True)
class Target:
    """What a member wants to reach in a period: the goal it comes from, and whether only the
    period's part of it.
    """

    goal: GoalInfo
    target: int
    is_part: bool


_after = aliased(Sale)
_C = Sale.__table__.c
# Records are numbered as they are reported, so the lowest number of a day is its first order.
_FIRSTS = (
    select(func.min(Sale.number))
    .where(
        Sale.team_id == bindparam("team"),
        _C.day >= bindparam("first", type_=DAY_TEXT),
        _C.day <= bindparam("last", type_=DAY_TEXT),
        Sale.type == SALE,
        Sale.orders > 0,
        ~select(_after.id).where(_after.corrects_id == Sale.id).exists(),
    )
    .group_by(Sale.day)
)


def amount(db: Db, team: TeamInfo, period: Period, _today: dt.date) -> dict[int, Value]:
    """What was sold."""
    places = places_of(db, team.id, period)
    return {place.member_id: Value(place.amount, place.orders) for place in places}


def completion(db: Db, team: TeamInfo, period: Period, _today: dt.date) -> dict[int, Value]:
    """How much of their goals members reached."""
    wanted = targets(db, team.id, period)
    done = {
        metric: measures.values(db, team.id, Measure(metric), period)
        for metric in {each.goal.metric for each in wanted.values()}
    }
    found = {}
    for who, each in wanted.items():
        reached = max(0, done[each.goal.metric].get(who, 0))
        found[who] = Value(measures.completion(reached, each.target), reached, each.target)
    return found


def targets(db: Db, team_id: int, period: Period) -> dict[int, Target]:
    """What each member wants to reach in a period: by the goal for just that period, or else by the
    shortest that covers it, the days' part of it.
    """
    found: dict[int, Target] = {}
    order: dict[int, tuple[bool, int, int]] = {}
    for goal in goals.current(db, team_id, period.first):
        whole = goal.period
        covers = whole.first <= period.first and period.last <= whole.last
        if goal.member_id is None or goal.metric not in _METRICS or not covers:
            continue
        is_part = (whole.first, whole.last) != (period.first, period.last)
        days = (whole.last - whole.first).days + 1
        rank = (is_part, days, _METRICS.index(goal.metric))
        if goal.member_id not in order or rank < order[goal.member_id]:
            order[goal.member_id] = rank
            part = -(-goal.target * ((period.last - period.first).days + 1) // days)
            found[goal.member_id] = Target(goal, part, is_part)
    return found


def progress(db: Db, team: TeamInfo, period: Period, today: dt.date) -> dict[int, Value]:
    """What members sold a day, compared with their own four weeks before; days of leave are left
    out on both sides, and so is who has nothing to compare with.
    """
    last = min(period.last, today)
    days = (last - period.first).days + 1
    before = usual_span(period)
    done = {place.member_id: place.amount for place in places_of(db, team.id, period)}
    usual = {place.member_id: place.amount for place in places_of(db, team.id, before)}
    away = _days_away(db, team, before.first, last)
    found = {}
    for who, earlier in usual.items():
        missed = away.get(who, ())
        here = days - sum(period.first <= day <= last for day in missed)
        here_before = USUAL_DAYS - sum(day <= before.last for day in missed)
        reached = max(0, done.get(who, 0))
        if here_before < ENOUGH_DAYS or (here <= 0 and not reached):
            continue
        rate = measures.progress(reached, max(1, here), earlier, here_before)
        if rate is not None:
            found[who] = Value(rate, reached, max(1, earlier * max(1, here) // here_before))
    return found


def usual_span(period: Period) -> Period:
    """The four weeks before a period."""
    return Period(PeriodKind.RANGE, period.first - USUAL_DAYS * A_DAY, period.first - A_DAY)


def _days_away(
    db: Db, team: TeamInfo, first: dt.date, last: dt.date
) -> dict[int, frozenset[dt.date]]:
    found: dict[int, frozenset[dt.date]] = {}
    for who, begin, end in leaves(db, team, first, last):
        begin, end = max(begin, first), min(end, last)
        days = {begin + n * A_DAY for n in range((end - begin).days + 1)}
        found[who] = found.get(who, frozenset()) | days
    return found


def first(db: Db, team: TeamInfo, period: Period, _today: dt.date) -> dict[int, Value]:
    """On how many days members brought the team's first order."""
    found: dict[int, int] = {}
    numbers = first_orders(db, team.id, period)
    query = select(Sale.member_id).where(
        Sale.team_id == team.id,
        Sale.number.in_(numbers),
        ~select(_after.id).where(_after.corrects_id == Sale.id).exists(),
    )
    for who in db.session.scalars(query):
        found[who] = found.get(who, 0) + 1
    return {who: Value(count) for who, count in found.items()}


def first_orders(db: Db, team_id: int, period: Period) -> list[int]:
    """The numbers of the records that were the first of a day."""
    span = {"first": period.first.isoformat(), "last": period.last.isoformat()}
    return sorted(row[0] for row in db.rows(_FIRSTS, team=team_id, **span))


def repeat(db: Db, team: TeamInfo, period: Period, _today: dt.date) -> dict[int, Value]:
    """How many orders came from customers who came back, and how large their part is of those whose
    customer is known.
    """
    rows = counting.counting(counting.rows(db, team.id, period.first, period.last))
    back: dict[int, int] = {}
    known: dict[int, int] = {}
    for row, metric in measures.customers(db, team.id, rows):
        known[row.member_id] = known.get(row.member_id, 0) + row.orders
        if metric is Metric.REPEAT:
            back[row.member_id] = back.get(row.member_id, 0) + row.orders
    return {
        who: Value(count, measures.share(count, known[who]) or 0, known[who])
        for who, count in back.items()
    }


def helping(db: Db, team: TeamInfo, period: Period, _today: dt.date) -> dict[int, Value]:
    """How often members helped others."""
    return {who: Value(count) for who, count in helps.helped(db, team, period).items()}


def steady(db: Db, team: TeamInfo, period: Period, _today: dt.date) -> dict[int, Value]:
    """On how many days members had an order."""
    found = streaks.steady_days(db, team.id, period)
    return {who: Value(count) for who, count in found.items()}


def streak(db: Db, team: TeamInfo, member_id: int, period: Period, today: dt.date) -> int:
    """The days in a row that a member is in at the end of a period; leave and days off break
    none.
    """
    return streaks.streak(db, team, member_id, min(period.last, today))
