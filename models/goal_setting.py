"""Goals are set, replaced, given up and taken back."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from sqlalchemy import bindparam, select, update

from models import goals, membership
from models.base import insert
from models.db import Db
from models.errors import Refusal
from models.goal_progress import done_of
from models.goal_tables import Goal, GoalPart, GoalShare, GoalTold
from models.goals import ACTIVE, CANCELLED, LETTER, REPLACED, GoalInfo, NewGoal
from models.numbering import next_number
from models.reminders import Reminder
from models.values import MemberInfo, Role

# What of a goal is celebrated, in percent.
STEPS = (50, 80, 100)
REACHED, SPREAD = "reached", "spread"
# The job that looks at what a part of a goal brought.
JOB = "goal_part"

# Compare and set: a goal ends once.
_MOVE = (
    update(Goal)
    .where(
        Goal.team_id == bindparam("team"),
        Goal.number == bindparam("record"),
        Goal.state == bindparam("before"),
    )
    .values(state=bindparam("into"))
)


@dataclass(frozen=True, slots=True)
class Undone:
    """What taking back did: the goal as it is now, and the one that holds again."""

    goal: GoalInfo
    again: GoalInfo | None


def set_goal(
    db: Db, actor: MemberInfo, new: NewGoal, *, now: dt.datetime, today: dt.date
) -> tuple[GoalInfo, GoalInfo | None]:
    """Set a goal; returns it and the one whose place it takes. For others a lead may, for the team
    a manager; raises Refusal, also for a period that is over.

    Steps that are reached already are no news any more. Parts of the goal before are the new one's.
    """
    require_right(db, actor, new.member_id, new.title)
    if new.period.last < today:
        raise Refusal("goal-past")
    before = goals.same(db, actor.team_id, new)
    if before is not None:
        if before.target == new.target:
            return before, before
        _move(db, before, REPLACED)
    row = _written(db, actor, new, before, now=now)
    if before is not None:
        _hand_on_parts(db, before.id, row.id)
    goals.forget(db)
    found = goals.require(db, actor.team_id, row.number)
    _mark_reached(db, found, now)
    return found, before


def _written(
    db: Db, actor: MemberInfo, new: NewGoal, before: GoalInfo | None, *, now: dt.datetime
) -> Goal:
    number = next_number(db, actor.team_id, LETTER)
    row = Goal(
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
        title=new.title,
        subject=new.subject,
        unit=new.unit,
        replaces=before.number if before is not None else None,
    )
    db.session.add(row)
    db.flush()
    return row


def _hand_on_parts(db: Db, before: int, after: int) -> None:
    """Let the plan over weeks or days be another goal's, with what was told of it and its job."""
    query = select(GoalPart).where(GoalPart.goal_id == before).order_by(GoalPart.n)
    for part in db.session.scalars(query).all():
        db.session.add(
            GoalPart(goal_id=after, n=part.n, first=part.first, last=part.last, weight=part.weight)
        )
    told = select(GoalTold).where(GoalTold.goal_id == before, GoalTold.kind == SPREAD)
    for row in db.session.scalars(told).all():
        tell(db, after, SPREAD, row.n, row.at)
    _hand_on_job(db, before, after)
    db.flush()


def _hand_on_job(db: Db, before: int, after: int) -> None:
    db.session.execute(
        update(Reminder)
        .where(Reminder.job == JOB, Reminder.subject == before)
        .values(subject=after)
    )


def _mark_reached(db: Db, goal: GoalInfo, now: dt.datetime) -> None:
    done = goals.percent(done_of(db, goal), goal.target)
    for step in STEPS:
        if step <= done:
            tell(db, goal.id, REACHED, step, now)


def tell(db: Db, goal_id: int, kind: str, n: int, now: dt.datetime) -> bool:
    """Note that something is said of a goal; False where it was said before."""
    row = insert(GoalTold).values(goal_id=goal_id, kind=kind, n=n, at=now)
    row = row.on_conflict_do_nothing(index_elements=["goal_id", "kind", "n"])
    return db.session.execute(row.returning(GoalTold.n)).first() is not None


def cancel(db: Db, actor: MemberInfo, goal: GoalInfo) -> None:
    """Give a goal up; raises Refusal for one that is no longer there, and where others may."""
    require_right(db, actor, goal.member_id, goal.title)
    if not _move(db, goal, CANCELLED):
        raise Refusal("goal-ended", number=goal.number)


def undo(db: Db, actor: MemberInfo, goal: GoalInfo, today: dt.date) -> Undone:
    """Take back what happened last to a goal: giving it up, or setting it; then the one that it
    replaced holds again. Raises Refusal where another goal holds by now.
    """
    require_right(db, actor, goal.member_id, goal.title)
    if goal.period.last < today:
        raise Refusal("goal-past")
    if goal.state == CANCELLED:
        _revive(db, goal, CANCELLED)
        return Undone(goals.require(db, goal.team_id, goal.number), None)
    if goal.state != ACTIVE or not _move(db, goal, CANCELLED):
        raise Refusal("goal-ended", number=goal.number)
    before = goals.find(db, goal.team_id, goal.replaces) if goal.replaces is not None else None
    if before is not None:
        _revive(db, before, REPLACED)
        _hand_on_job(db, goal.id, before.id)
        before = goals.require(db, goal.team_id, before.number)
    return Undone(goals.require(db, goal.team_id, goal.number), before)


def _revive(db: Db, goal: GoalInfo, state: str) -> None:
    holds = goals.same(db, goal.team_id, goal)
    if holds is not None:
        raise Refusal("goal-holds", number=goal.number, other=holds.number)
    goals.forget(db)
    db.change(_MOVE, team=goal.team_id, record=goal.number, before=state, into=ACTIVE)


def _move(db: Db, goal: GoalInfo, state: str) -> bool:
    goals.forget(db)
    return db.change(_MOVE, team=goal.team_id, record=goal.number, before=ACTIVE, into=state) > 0


def pass_on(db: Db, source: MemberInfo, target: MemberInfo) -> None:
    """Let the goals of one member be another's; where both have one, the other's own holds."""
    query = select(Goal).where(Goal.team_id == source.team_id, Goal.member_id == source.id)
    for row in db.session.scalars(query).all():
        found = goals.require(db, source.team_id, row.number)
        holds = goals.same(db, source.team_id, replace(found, member_id=target.id))
        if row.state == ACTIVE and holds is not None:
            row.state = REPLACED
        row.member_id = target.id
        db.flush()
    shares = select(GoalShare).where(GoalShare.member_id == source.id)
    for share in db.session.scalars(shares).all():
        if db.session.get(GoalShare, (share.split_id, target.id)) is None:
            share.member_id = target.id
    db.flush()
    goals.forget(db)


def require_right(db: Db, actor: MemberInfo, member_id: int | None, title: str = "") -> None:
    """Everybody sets their own goals, a lead those of others and of groups, a manager the team's;
    raises Refusal.
    """
    if member_id is None and not title:
        membership.require(db, actor, Role.MANAGER)
    elif member_id != actor.id:
        membership.require(db, actor, Role.LEAD)
