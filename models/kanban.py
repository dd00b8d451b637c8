"""What stands where: the columns of the board, what is in one, and how long stages take."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import mean, median

from sqlalchemy import ColumnElement, TextClause, func, select

from models.db import Db
from models.stages import Workflow, workflows
from models.task_states import DOING, OPEN, RETURNED, REVIEW
from models.task_tables import (
    SHARE_OPEN,
    TASK_BLOCKED,
    TASK_OPEN,
    Stage,
    Task,
    TaskMember,
    TaskStay,
    TaskTag,
)
from models.tasks import TaskInfo, infos

# The columns that every team has. A task in one of the team's own stages is not in the first two;
# in the others it is, too, because somebody is to look at it wherever it stands.
STATES = (OPEN, DOING, REVIEW, RETURNED)
ANYWHERE = frozenset({REVIEW, RETURNED})
# Stays of as many days tell how long a stage takes; of fewer than _ENOUGH nothing is said, and
# one of less than a minute was a slip.
_LOOK_BACK = dt.timedelta(days=30)
_ENOUGH, _A_DAY, _A_MINUTE = 3, dt.timedelta(days=1), dt.timedelta(minutes=1)

Conditions = list[ColumnElement[bool] | TextClause]


@dataclass(frozen=True, slots=True)
class Item:
    """A task as a column shows it."""

    number: int
    title: str
    since: dt.datetime | None
    blocked: str
    stage_id: int | None
    state: str


@dataclass(frozen=True, slots=True)
class Column:
    """One column: a stage or a state. `days` is how long tasks
    usually stay in a stage, the median, where enough of them did.
    """

    state: str
    stage: Stage | None
    count: int
    oldest: Item | None = None
    blockers: tuple[Item, ...] = ()
    days: float | None = None

    @property
    def is_full(self) -> bool:
        """Whether more stand there than should."""
        return self.stage is not None and self.stage.wip is not None and self.count > self.stage.wip


@dataclass(frozen=True, slots=True)
class Bottleneck:
    """The stage in which tasks stay longest on average, in days."""

    stage: Stage
    days: float


@dataclass(frozen=True, slots=True)
class Lane:
    """One of the team's own workflows with its columns."""

    workflow: Workflow
    columns: tuple[Column, ...]
    bottleneck: Bottleneck | None


@dataclass(frozen=True, slots=True)
class Board:
    """All open tasks of a team."""

    count: int
    stuck: int
    columns: tuple[Column, ...]
    lanes: tuple[Lane, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Which open tasks are asked for: those of stages, of a state, of a member, or with a tag."""

    stages: tuple[Stage, ...] = ()
    state: str = ""
    member_id: int | None = None
    tag: str = ""


@dataclass(frozen=True, slots=True)
class Listed:
    """Tasks of a place, the longest there first, and how many there are."""

    tasks: tuple[TaskInfo, ...]
    count: int
    stages: dict[int, Stage] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Open:
    """What is known of a team's open tasks: how many are of a stage and state, and the blocked."""

    counted: dict[tuple[int | None, str], int]
    stuck: tuple[Item, ...]


def board(db: Db, team_id: int, now: dt.datetime) -> Board:
    """The whole board of a team."""
    query = select(Task.stage_id, Task.state, func.count()).where(Task.team_id == team_id)
    rows = db.session.execute(query.where(TASK_OPEN).group_by(Task.stage_id, Task.state))
    counted = {(stage_id, state): count for stage_id, state, count in rows}
    blocked = select(*_ITEM).where(Task.team_id == team_id, TASK_BLOCKED)
    stuck = tuple(Item(*row) for row in db.session.execute(blocked.order_by(Task.stage_since)))
    world = _Open(counted, stuck)
    columns = tuple(_state_column(db, team_id, state, world) for state in STATES)
    lanes = tuple(_lane(db, flow, world, now) for flow in workflows(db, team_id))
    shown = tuple(each for each in columns if each.count)
    return Board(sum(counted.values()), len(stuck), shown, lanes)


_ITEM = (Task.number, Task.title, Task.stage_since, Task.blocked, Task.stage_id, Task.state)


def _state_column(db: Db, team_id: int, state: str, world: _Open) -> Column:
    def is_here(stage_id: int | None, its_state: str) -> bool:
        return its_state == state and (stage_id is None or state in ANYWHERE)

    count = sum(n for place, n in world.counted.items() if is_here(*place))
    blockers = tuple(each for each in world.stuck if is_here(each.stage_id, each.state))
    oldest = _oldest(db, _conditions(team_id, Place(state=state))) if count else None
    return Column(state, None, count, oldest, blockers)


def _oldest(db: Db, where: Conditions) -> Item | None:
    query = select(*_ITEM).where(*where).order_by(Task.stage_since).limit(1)
    row = db.session.execute(query).first()
    return Item(*row) if row is not None else None


def _lane(db: Db, flow: Workflow, world: _Open, now: dt.datetime) -> Lane:
    stays = _stays(db, flow.stages, now)
    columns = tuple(
        _stage_column(db, stage, world, stays.get(stage.id, [])) for stage in flow.stages
    )
    means = [(mean(d), s) for s in flow.stages if len(d := stays.get(s.id, [])) >= _ENOUGH]
    slowest = max(means, key=lambda each: each[0]) if len(means) > 1 else None
    return Lane(flow, columns, Bottleneck(slowest[1], slowest[0]) if slowest else None)


def _stage_column(db: Db, stage: Stage, world: _Open, stays: Sequence[float]) -> Column:
    count = sum(n for (stage_id, _), n in world.counted.items() if stage_id == stage.id)
    return Column(
        "",
        stage,
        count,
        _oldest(db, _conditions(stage.team_id, Place(stages=(stage,)))) if count else None,
        tuple(each for each in world.stuck if each.stage_id == stage.id),
        median(stays) if len(stays) >= _ENOUGH else None,
    )


def _stays(db: Db, stages: Sequence[Stage], now: dt.datetime) -> dict[int, list[float]]:
    """How many days each stay lasted that ended lately, by the stage's id."""
    query = select(TaskStay.stage_id, TaskStay.entered_at, TaskStay.left_at).where(
        TaskStay.stage_id.in_([stage.id for stage in stages]), TaskStay.left_at >= now - _LOOK_BACK
    )
    found: dict[int, list[float]] = {}
    for stage_id, entered, left in db.session.execute(query):
        if left is not None and left - entered >= _A_MINUTE:
            found.setdefault(stage_id, []).append((left - entered) / _A_DAY)
    return found


def listed(db: Db, team_id: int, place: Place, *, most: int) -> Listed:
    """The open tasks of a place: by stage and then the longest there first."""
    where = _conditions(team_id, place)
    query = select(Task).outerjoin(Stage, Stage.id == Task.stage_id).where(*where)
    order = (Stage.workflow, Stage.position, Task.stage_since, Task.number)
    rows = db.session.scalars(query.order_by(*order).limit(most)).all()
    count = db.session.scalar(select(func.count()).select_from(Task).where(*where)) or 0
    ids = {row.stage_id for row in rows if row.stage_id}
    known = db.session.scalars(select(Stage).where(Stage.id.in_(ids))).all() if ids else ()
    return Listed(tuple(infos(db, rows)), count, {stage.id: stage for stage in known})


def _conditions(team_id: int, place: Place) -> Conditions:
    where: Conditions = [Task.team_id == team_id, TASK_OPEN]
    if place.stages:
        where.append(Task.stage_id.in_([stage.id for stage in place.stages]))
    if place.state:
        where.append(Task.state == place.state)
        if place.state not in ANYWHERE:
            where.append(Task.stage_id.is_(None))
    if place.member_id is not None:
        mine = select(TaskMember.task_id).where(TaskMember.member_id == place.member_id, SHARE_OPEN)
        where.append(Task.id.in_(mine))
    if place.tag:
        tagged = select(TaskTag.task_id).where(TaskTag.team_id == team_id, TaskTag.tag == place.tag)
        where.append(Task.id.in_(tagged))
    return where
