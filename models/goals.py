"""Goals of members and of the team: what they want to reach in a period, and how far they are."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import bindparam, select, update

from models import membership
from models.base import DAY_TEXT
from models.db import Db, Row
from models.errors import Refusal
from models.goal_tables import Goal
from models.numbering import next_number
from models.totals import sold
from models.values import MemberInfo, Metric, Period, PeriodKind, Role

ACTIVE, REPLACED, CANCELLED = "active", "replaced", "cancelled"
LETTER = "G"
# Where the month's targets are remembered, by team and first day: each receipt asks for them.
_SHELF = "goals"


@dataclass(frozen=True, slots=True)
class NewGoal:
    """A goal to be set; `member_id` is None for the team's, `target` as in the table."""

    member_id: int | None
    metric: Metric
    period: Period
    target: int


@dataclass(frozen=True, slots=True)
class GoalInfo:
    """A goal as of now, known by its number (#G4)."""

    number: int
    team_id: int
    member_id: int | None
    metric: Metric
    period: Period
    target: int
    state: str


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a goal is on a day, in the units of its target.

    `percent` is rounded down, so that 100 is reached only at the target. `days` are those that are
    left with this one, 0 when the period is over. `pace` is what each of them must bring: whole
    major units for an amount, in minor ones; tenths of an order for orders.
    """

    done: int
    percent: int
    gap: int
    days: int
    pace: int


_C = Goal.__table__.c
_COLUMNS = (
    Goal.number,
    Goal.team_id,
    Goal.member_id,
    Goal.metric,
    Goal.period,
    _C.first,
    _C.last,
    Goal.target,
    Goal.state,
)
_CURRENT = (
    select(*_COLUMNS)
    .where(
        Goal.team_id == bindparam("team"),
        Goal.state == ACTIVE,
        _C.last >= bindparam("day", type_=DAY_TEXT),
    )
    .order_by(Goal.last, Goal.number)
)
_RUNNING_OF = _CURRENT.where(
    Goal.member_id == bindparam("member"), _C.first <= bindparam("day", type_=DAY_TEXT)
)
_ONE = select(*_COLUMNS).where(
    Goal.team_id == bindparam("team"), Goal.number == bindparam("record")
)
_SAME_SPAN = (
    select(*_COLUMNS)
    .where(
        Goal.team_id == bindparam("team"),
        Goal.state == ACTIVE,
        _C.first == bindparam("begin", type_=DAY_TEXT),
        _C.last == bindparam("end", type_=DAY_TEXT),
    )
    .order_by(Goal.number.desc())
)
_MONTH = select(Goal.member_id, Goal.target).where(
    Goal.team_id == bindparam("team"),
    Goal.state == ACTIVE,
    Goal.period == PeriodKind.MONTH.value,
    Goal.metric == Metric.AMOUNT.value,
    Goal.member_id.is_not(None),
    _C.first == bindparam("begin", type_=DAY_TEXT),
)
# Compare and set: a goal ends once.
_END = (
    update(Goal)
    .where(
        Goal.team_id == bindparam("team"),
        Goal.number == bindparam("record"),
        Goal.state == ACTIVE,
    )
    .values(state=bindparam("into"))
)


def current(db: Db, team_id: int, today: dt.date) -> list[GoalInfo]:
    """The goals of a team and its members whose period is not over, the nearest end first."""
    return [_info(row) for row in db.rows(_CURRENT, team=team_id, day=today.isoformat())]


def running_of(db: Db, team_id: int, member_id: int, today: dt.date) -> list[GoalInfo]:
    """The goals of a member whose period has begun and is not over, the nearest end first."""
    rows = db.rows(_RUNNING_OF, team=team_id, member=member_id, day=today.isoformat())
    return [_info(row) for row in rows]


def require(db: Db, team_id: int, number: int) -> GoalInfo:
    """The goal of that number; raises Refusal where there is none."""
    row = db.row(_ONE, team=team_id, record=number)
    if row is None:
        raise Refusal("goal-not-found", number=number)
    return _info(row)


def set_goal(
    db: Db, actor: MemberInfo, new: NewGoal, *, now: dt.datetime, today: dt.date
) -> tuple[GoalInfo, GoalInfo | None]:
    """Set a goal; returns it and the one whose place it takes. For others a lead may, for the team
    a manager; raises Refusal, also for a period that is over.
    """
    _require_right(db, actor, new.member_id)
    if new.period.last < today:
        raise Refusal("goal-past")
    before = same(db, actor.team_id, new)
    if before is not None:
        if before.target == new.target:
            return before, before
        _end(db, before, REPLACED)
    number = next_number(db, actor.team_id, LETTER)
    db.session.add(
        Goal(
            team_id=actor.team_id,
            number=number,
            member_id=new.member_id,
            metric=new.metric.value,
            period=new.period.kind.value,
            first=new.period.first,
            last=new.period.last,
            target=new.target,
            set_by=actor.id,
            at=now,
        )
    )
    db.flush()
    db.memory.shelf(_SHELF).clear()
    return require(db, actor.team_id, number), before


def same(db: Db, team_id: int, new: NewGoal) -> GoalInfo | None:
    """The goal that holds for the same person, measure and period."""
    period = new.period
    rows = db.rows(
        _SAME_SPAN, team=team_id, begin=period.first.isoformat(), end=period.last.isoformat()
    )
    found = [_info(row) for row in rows]
    wanted = (new.member_id, new.metric)
    return next((goal for goal in found if (goal.member_id, goal.metric) == wanted), None)


def cancel(db: Db, actor: MemberInfo, goal: GoalInfo) -> None:
    """Give a goal up; raises Refusal for one that is no longer there, and where others may."""
    _require_right(db, actor, goal.member_id)
    if not _end(db, goal, CANCELLED):
        raise Refusal("goal-ended", number=goal.number)


def _end(db: Db, goal: GoalInfo, state: str) -> bool:
    db.memory.shelf(_SHELF).clear()
    return db.change(_END, team=goal.team_id, record=goal.number, into=state) > 0


def _require_right(db: Db, actor: MemberInfo, member_id: int | None) -> None:
    if member_id is None:
        membership.require(db, actor, Role.MANAGER)
    elif member_id != actor.id:
        membership.require(db, actor, Role.LEAD)


def progress(db: Db, goal: GoalInfo, today: dt.date) -> Progress:
    """How far a goal is, from the totals alone."""
    amount, orders = sold(db, goal.team_id, goal.period, goal.member_id)
    done = amount if goal.metric is Metric.AMOUNT else orders
    gap = max(0, goal.target - done)
    begin = max(today, goal.period.first)
    days = max(0, (goal.period.last - begin).days + 1)
    unit = 100 if goal.metric is Metric.AMOUNT else 1
    scale = 1 if goal.metric is Metric.AMOUNT else 10
    pace = -(-gap * scale // (days * unit)) * unit if days else 0
    return Progress(done, percent(done, goal.target), gap, days, pace)


def percent(done: int, target: int) -> int:
    """How much of a target is reached, rounded down; refunds alone are nothing."""
    return max(0, done * 100 // target)


def month_target(db: Db, team_id: int, member_id: int, month_first: str) -> int | None:
    """The amount that a member wants to sell in the month that begins on that day, minor units."""
    shelf = db.memory.shelf(_SHELF)
    found: dict[int, int] | None = shelf.get((team_id, month_first))
    if found is None:
        found = dict(db.rows(_MONTH, team=team_id, begin=month_first))
        shelf[team_id, month_first] = found
    return found.get(member_id)


def _info(row: Row) -> GoalInfo:
    number, team_id, member_id, metric, kind, first, last, target, state = row
    read = dt.date.fromisoformat
    period = Period(PeriodKind(kind), read(first), read(last))
    return GoalInfo(number, team_id, member_id, Metric(metric), period, target, state)
