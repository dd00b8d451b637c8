"""What members or the team reached for a rule of rewards, now or at an earlier row."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import bindparam, func, select

from models import counting, measures
from models.base import DAY_TEXT
from models.counting import NEWEST, Counted
from models.db import Db
from models.goal_tables import Goal
from models.ledger import SaleLine
from models.reward_clauses import Clause, Reason
from models.team import Member
from models.totals import sold
from models.values import Metric, Period, PeriodKind, Role

# Sums at an earlier row never change: they are remembered.
_SHELF = "reward-sums"
_A_DAY = dt.timedelta(days=1)
_GOALS = (
    select(Goal.metric, Goal.target)
    .join(Member, Member.id == Goal.set_by)
    .where(
        Goal.team_id == bindparam("team"),
        func.coalesce(Goal.member_id, 0) == bindparam("who"),
        Goal.title == "",
        Goal.state == "active",
        Goal.__table__.c.first == bindparam("begin", type_=DAY_TEXT),
        Goal.__table__.c.last == bindparam("end", type_=DAY_TEXT),
        (Goal.metric == Metric.AMOUNT.value) | (Goal.metric == Metric.ORDERS.value),
        # Who sets the own goal could set it where it is reached already.
        Member.role >= Role.LEAD,
    )
    .order_by(Goal.metric)
)
_OF_ROW = select(SaleLine.product, SaleLine.quantity).where(SaleLine.sale_id == bindparam("sale"))


def reached(
    db: Db,
    team_id: int,
    clause: Clause,
    member_id: int | None,
    *,
    period: Period,
    until: int = NEWEST,
) -> int:
    """What a member, or with none the team, reached in a period by the measure of a rule."""
    is_kept = clause.metric in (Metric.AMOUNT, Metric.ORDERS)
    if until == NEWEST and is_kept:
        amount, orders = sold(db, team_id, period, member_id)
        return amount if clause.metric is Metric.AMOUNT else orders
    if until == NEWEST:
        return _counted(db, team_id, clause, _rows(db, team_id, member_id, period, until), until)
    key = (team_id, clause.metric, clause.product, member_id, period.first, period.last, until)
    shelf = db.memory.shelf(_SHELF)
    if key not in shelf:
        rows = _rows(db, team_id, member_id, period, until)
        shelf[key] = _counted(db, team_id, clause, rows, until)
    return int(shelf[key])


def _rows(
    db: Db, team_id: int, member_id: int | None, period: Period, until: int
) -> Sequence[Counted]:
    span = (period.first, period.last)
    if member_id is None:
        return counting.counting(counting.rows(db, team_id, *span, until=until))
    return counting.counting(counting.rows_of(db, team_id, [member_id], *span, until=until))


def _counted(db: Db, team_id: int, clause: Clause, rows: Sequence[Counted], until: int) -> int:
    metric = clause.metric
    if metric is Metric.AMOUNT:
        return sum(row.amount for row in rows)
    if metric is Metric.ORDERS:
        return sum(row.orders for row in rows)
    if metric is Metric.QUANTITY:
        return sum(_pieces(db, row.id, clause.product) for row in rows)
    found = measures.customers(db, team_id, rows, until=until)
    return sum(row.orders for row, kind in found if kind is metric)


def _pieces(db: Db, row_id: int, product: str) -> int:
    lines = db.rows(_OF_ROW, sale=row_id)
    return sum(quantity for name, quantity in lines if product in ("", name))


def goal_of(db: Db, team_id: int, member_id: int | None, period: Period) -> tuple[Clause, int]:
    """How a goal is measured and its target, the one for money first; target 0 where a lead or a
    manager has set none.
    """
    row = db.row(
        _GOALS,
        team=team_id,
        who=member_id or 0,
        begin=period.first.isoformat(),
        end=period.last.isoformat(),
    )
    if row is None:
        return Clause(Reason.GOAL, ()), 0
    return Clause(Reason.GOAL, (), metric=Metric(row[0])), row[1]


def has_order(db: Db, team_id: int, member_id: int, day: dt.date, *, until: int = NEWEST) -> bool:
    """Whether a member has an order on a day."""
    clause = Clause(Reason.STREAK, (), metric=Metric.ORDERS)
    period = Period.of(PeriodKind.DAY, day)
    return reached(db, team_id, clause, member_id, period=period, until=until) > 0


def run_around(
    db: Db, team_id: int, member_id: int, day: dt.date
) -> tuple[dt.date, dt.date, list[tuple[dt.date, dt.date]]]:
    """The days around a day that are in a row with orders: the first and the last that belong
    together with it, and the rows of days among them, two where the day itself has no order.
    """
    first = last = day
    while has_order(db, team_id, member_id, first - _A_DAY):
        first -= _A_DAY
    while has_order(db, team_id, member_id, last + _A_DAY):
        last += _A_DAY
    if has_order(db, team_id, member_id, day):
        return first, last, [(first, last)]
    parts = [(first, day - _A_DAY), (day + _A_DAY, last)]
    return first, last, [(begin, end) for begin, end in parts if begin <= end]
