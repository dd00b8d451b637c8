"""Strategies: ways to a goal with an owner, activities and an effect that the ledger tells."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from models import goal_tree, goals, membership, plan_changes, tasks
from models.campaign_tables import Strategy
from models.db import Db
from models.errors import Refusal
from models.goals import GoalInfo
from models.measures import AMOUNT, Measure
from models.numbering import next_number
from models.plan_changes import ACTIVE, ENDED, GONE
from models.strategy_times import arm
from models.task_changes import Doer, change
from models.task_states import ALIVE
from models.tasks import Deadline, NewTask, TaskInfo, deadline
from models.values import Metric, Role, TeamInfo

LETTER = "ST"
MAX_NAME, MAX_RUNNING, MAX_ACTIVITIES = 40, 30, 20
# The longest strategy, in days.
LONGEST = 366


@dataclass(frozen=True, slots=True)
class Activity:
    """Something to be done for a strategy: once until `due`, or again by a rule from then on."""

    title: str
    due: Deadline
    recurrence: str = ""


@dataclass(frozen=True, slots=True)
class NewStrategy:
    """What a strategy is to be; `goal` is the number of a goal, None for none."""

    name: str
    owner_id: int
    first: dt.date
    last: dt.date
    goal: int | None = None
    measure: Measure = AMOUNT
    activities: tuple[Activity, ...] = ()


def create(db: Db, team: TeamInfo, new: NewStrategy, doer: Doer) -> tuple[Strategy, list[TaskInfo]]:
    """Make a strategy with its activities; leads may. Raises Refusal for one that ends before it
    begins or is too long, and for a name that another one has.
    """
    membership.require(db, doer.member, Role.LEAD)
    name = " ".join(new.name.split())
    if not 1 <= len(name) <= MAX_NAME:
        raise Refusal("strategy-bad-name", most=MAX_NAME)
    _check_days(new.first, new.last)
    _check_measure(new.measure)
    standing = running(db, team.id)
    if len(standing) >= MAX_RUNNING:
        raise Refusal("strategy-too-many", most=MAX_RUNNING)
    same = next((row for row in standing if row.name.casefold() == name.casefold()), None)
    if same is not None:
        raise Refusal("strategy-name-taken", name=name, number=same.number)
    row = Strategy(
        team_id=team.id,
        number=next_number(db, team.id, LETTER),
        name=name,
        goal=new.goal,
        owner_id=new.owner_id,
        first=new.first,
        last=new.last,
        metric=new.measure.metric.value,
        product=new.measure.product,
        by_id=doer.member.id,
        at=doer.at,
        version=1,
    )
    db.session.add(row)
    db.flush()
    made = _make(db, team, row, new.activities, doer)
    plan_changes.begin(db, row, doer, [task.row.id for task in made])
    arm(db, team, row, doer.at)
    return row, made


def _check_days(first: dt.date, last: dt.date) -> None:
    if last <= first:
        raise Refusal("strategy-past")
    if (last - first).days >= LONGEST:
        raise Refusal("strategy-too-long", most=LONGEST)


def _check_measure(measure: Measure) -> None:
    if measure.metric is Metric.SHARE:
        raise Refusal("strategy-no-share")


def _make(
    db: Db, team: TeamInfo, row: Strategy, activities: Sequence[Activity], doer: Doer
) -> list[TaskInfo]:
    if len(plan_changes.attached(db, row)) + len(activities) > MAX_ACTIVITIES:
        raise Refusal("strategy-many-tasks", most=MAX_ACTIVITIES)
    made = []
    for each in activities:
        new = NewTask(
            title=each.title,
            owners=(row.owner_id,),
            due=each.due,
            recurrence=each.recurrence,
            recurs_until=row.last if each.recurrence else None,
            tags=(row.name[:32],),
            origin=f"ST{row.number}",
        )
        task = tasks.create(db, team, new, doer)
        plan_changes.attach(db, row, task.row)
        made.append(task)
    return made


def add(
    db: Db, team: TeamInfo, row: Strategy, activities: Sequence[Activity], doer: Doer
) -> list[TaskInfo]:
    """Add activities to a strategy; raises Refusal."""
    _require_active(db, row, doer)
    made = _make(db, team, row, activities, doer)
    plan_changes.alter(db, row, "add", doer, tasks=[task.row.id for task in made])
    return made


def require(db: Db, team_id: int, number: int) -> Strategy:
    """The strategy of that number; raises Refusal where there is none."""
    query = select(Strategy).where(Strategy.team_id == team_id, Strategy.number == number)
    row = db.session.scalar(query)
    if row is None:
        raise Refusal("strategy-not-found", number=number)
    return row


def by_id(db: Db, team_id: int, strategy_id: int) -> Strategy | None:
    """A team's strategy by our own id."""
    row = db.session.get(Strategy, strategy_id)
    return row if row is not None and row.team_id == team_id else None


def running(db: Db, team_id: int) -> list[Strategy]:
    """The strategies that run, the nearest end first."""
    query = select(Strategy).where(Strategy.team_id == team_id, Strategy.state == ACTIVE)
    return list(db.session.scalars(query.order_by(Strategy.last, Strategy.number)))


def over(db: Db, team_id: int, *, most: int) -> list[Strategy]:
    """The strategies that have ended, the last one first."""
    query = select(Strategy).where(Strategy.team_id == team_id, Strategy.state == ENDED)
    return list(db.session.scalars(query.order_by(Strategy.last.desc()).limit(most)))


def named(db: Db, team_id: int, name: str) -> Strategy | None:
    """The newest strategy of that name that was not called off."""
    query = select(Strategy).where(Strategy.team_id == team_id, Strategy.state != GONE)
    rows = db.session.scalars(query.order_by(Strategy.number.desc()))
    wanted = "".join(name.split()).casefold()
    return next((row for row in rows if "".join(row.name.split()).casefold() == wanted), None)


def team_goal(db: Db, team_id: int, today: dt.date) -> GoalInfo | None:
    """Of the team's goals that run the one that says most: money before counts, a month first."""
    return goal_tree.main_of(goal for goal in goals.of_day(db, team_id, today) if goal.is_team)


def measure_of(row: Strategy) -> Measure:
    """What a strategy is measured by."""
    return Measure(Metric(row.metric), row.product)


def hang(db: Db, row: Strategy, number: int | None, doer: Doer) -> None:
    """Hang a strategy under another goal, or under none; raises Refusal."""
    _require_active(db, row, doer)
    if number is not None:
        goals.require(db, row.team_id, number)
    plan_changes.alter(db, row, "goal", doer, goal=number)


def measure_by(db: Db, row: Strategy, measure: Measure, doer: Doer) -> None:
    """Measure a strategy by something else; raises Refusal."""
    _require_active(db, row, doer)
    _check_measure(measure)
    metric = measure.metric.value
    plan_changes.alter(db, row, "measure", doer, metric=metric, product=measure.product)


def rename(db: Db, row: Strategy, name: str, doer: Doer) -> None:
    """Call a strategy something else; raises Refusal."""
    _require_active(db, row, doer)
    name = " ".join(name.split())
    if not 1 <= len(name) <= MAX_NAME:
        raise Refusal("strategy-bad-name", most=MAX_NAME)
    plan_changes.alter(db, row, "name", doer, name=name)


def hand_over(db: Db, team: TeamInfo, row: Strategy, owner_id: int, doer: Doer) -> int:
    """Let somebody else answer for a strategy; what its owner has still to do goes with it. Returns
    how many tasks do. Raises Refusal.
    """
    _require_active(db, row, doer)
    moved = plan_changes.hand_over(db, team, row, doer, was=row.owner_id, to=owner_id)
    plan_changes.alter(db, row, "owner", doer, tasks=moved, owner_id=owner_id)
    arm(db, team, row, doer.at)
    return len(moved)


def move_end(db: Db, team: TeamInfo, row: Strategy, last: dt.date, doer: Doer) -> None:
    """Let a strategy end on another day; its recurring activities end with it. Raises Refusal."""
    _require_active(db, row, doer)
    if last < team.day_of(doer.at):
        raise Refusal("strategy-past")
    _check_days(row.first, last)
    was = row.last
    plan_changes.alter(db, row, "end_day", doer, last=last)
    _stretch(db, team, row, was, doer)
    arm(db, team, row, doer.at)


def _stretch(db: Db, team: TeamInfo, row: Strategy, was: dt.date, doer: Doer) -> None:
    """Let what recurs until the old end recur until the new one, and what is due on it move."""
    for task in plan_changes.all_tasks(db, row):
        if task.state not in ALIVE:
            continue
        if task.recurrence and task.recurs_until == was:
            change(db, team, task, "due", doer=doer, recurs_until=row.last)
        elif not task.recurrence and task.due_day == was and task.all_day:
            due = deadline(team, row.last)
            change(db, team, task, "due", doer=doer, due_at=due.at, due_day=due.day)


def cancel(db: Db, team: TeamInfo, row: Strategy, doer: Doer) -> int:
    """Call a strategy off with what is still to be done; returns how many tasks. Raises Refusal."""
    _require_active(db, row, doer)
    gone = plan_changes.call_off(db, team, row, doer)
    plan_changes.alter(db, row, "cancel", doer, tasks=gone, state=GONE)
    arm(db, team, row, doer.at)
    return len(gone)


def undo(db: Db, team: TeamInfo, row: Strategy, doer: Doer) -> tuple[str, int]:
    """Take the newest change back; returns its verb and how many tasks it touched."""
    plan_changes.require_change(db, row, doer.member)
    last = plan_changes.last_change(db, row)
    touched, ids = 0, plan_changes.tasks_of(last)
    if last.verb in ("create", "add"):
        only = None if last.verb == "create" else ids
        touched = len(plan_changes.call_off(db, team, row, doer, only=only))
    elif last.verb == "cancel":
        touched = plan_changes.bring_back(db, team, ids, doer)
    was = plan_changes.restore(db, team, row, last, doer)
    if was[1] != row.last:
        _stretch(db, team, row, was[1], doer)
    arm(db, team, row, doer.at)
    return last.verb, touched


def end(db: Db, row: Strategy, doer: Doer) -> None:
    """Let a strategy be over."""
    plan_changes.alter(db, row, "end", doer, state=ENDED)


def _require_active(db: Db, row: Strategy, doer: Doer) -> None:
    plan_changes.require_change(db, row, doer.member)
    if row.state != ACTIVE:
        raise Refusal("strategy-over", number=row.number, name=row.name, state=row.state)
