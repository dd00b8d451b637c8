"""The days that a goal has: on which its owner works, and what each of them brought."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import bindparam, func, select

from models import care, counting, goals, measures
from models.base import DAY_TEXT
from models.db import Db
from models.goals import GoalInfo
from models.ledger import SaleTotal
from models.measures import Measure
from models.values import Metric, Period, PeriodKind, TeamInfo
from models.working_days import is_working_day

A_DAY = dt.timedelta(days=1)
_FIRST = SaleTotal.__table__.c.first
_DAILY = (
    select(_FIRST, func.sum(SaleTotal.amount), func.sum(SaleTotal.orders))
    .where(
        SaleTotal.team_id == bindparam("team"),
        SaleTotal.period == 0,
        bindparam("begin", type_=DAY_TEXT) <= _FIRST,
        bindparam("end", type_=DAY_TEXT) >= _FIRST,
    )
    .group_by(_FIRST)
)
_DAILY_OF = _DAILY.where(SaleTotal.member_id == bindparam("member"))


def work_days(
    db: Db, team: TeamInfo, member_id: int | None, first: dt.date, last: dt.date
) -> list[dt.date]:
    """The days on which a member works, or with none the team: working days of the calendar,
    without the member's own days off and leaves.
    """
    days = [day for day in span(first, last) if is_working_day(day)]
    if member_id is None or not days:
        return days
    off = care.profile(db, member_id).off_days
    away = [
        (begin, end) for who, begin, end in care.leaves(db, team, first, last) if who == member_id
    ]
    return [
        day
        for day in days
        if str(day.weekday()) not in off and not any(begin <= day <= end for begin, end in away)
    ]


def span(first: dt.date, last: dt.date) -> list[dt.date]:
    """All days from the first to the last one."""
    return [first + n * A_DAY for n in range((last - first).days + 1)]


def daily(db: Db, goal: GoalInfo, first: dt.date, last: dt.date) -> dict[dt.date, int]:
    """What each day brought for a goal, in the units of its target; days without are left out."""
    if goal.metric in (Metric.AMOUNT, Metric.ORDERS):
        return _from_totals(db, goal, first, last)
    who = goals.members_of(db, goal)
    found: dict[dt.date, int] = {}
    if goal.metric in (Metric.NEW, Metric.REPEAT):
        rows = counting.counting(counting.rows(db, goal.team_id, first, last))
        for row, kind in measures.customers(db, goal.team_id, rows):
            if kind is goal.metric and (who is None or row.member_id in who):
                found[row.day] = found.get(row.day, 0) + row.orders
    elif goal.metric is Metric.QUANTITY:
        wanted = Measure(goal.metric, goal.subject)
        for day in span(first, last):
            value = measures.total(db, goal.team_id, wanted, Period.of(PeriodKind.DAY, day), who)
            if value:
                found[day] = value
    return found


def _from_totals(db: Db, goal: GoalInfo, first: dt.date, last: dt.date) -> dict[dt.date, int]:
    who = goals.members_of(db, goal)
    days = {"team": goal.team_id, "begin": first.isoformat(), "end": last.isoformat()}
    if who is None:
        rows = db.rows(_DAILY, **days)
    else:
        rows = [row for one in who for row in db.rows(_DAILY_OF, member=one, **days)]
    found: dict[dt.date, int] = {}
    for day, amount, orders in rows:
        value = amount if goal.metric is Metric.AMOUNT else orders
        key = dt.date.fromisoformat(day)
        found[key] = found.get(key, 0) + value
    return found
