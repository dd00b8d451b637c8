"""What stands where: the columns of the board, what is in one, and how long stages take."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
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

# A state and a stage, None for tasks that have none.
Spot = tuple[str, int | None]
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
    """A team's open tasks: how many are of each state and stage, the oldest ones, the blocked."""

    counted: dict[Spot, int]
    oldest: dict[Spot, Item]
    stuck: tuple[Item, ...]

    def column(
        self, is_here: Callable[[str, int | None], bool], stage: Stage | None, state: str = ""
    ) -> Column:
        """What stands in the spots of a column."""
        count = sum(number for spot, number in self.counted.items() if is_here(*spot))
        found = [item for spot, item in self.oldest.items() if is_here(*spot)]
        oldest = min(found, key=lambda item: (item.since is not None, item.since), default=None)
        stuck = tuple(item for item in self.stuck if is_here(item.state, item.stage_id))
        return Column(state, stage, count, oldest, stuck)


def board(db: Db, team_id: int, now: dt.datetime) -> Board:
    """The whole board of a team."""
    world = _open(db, team_id)
    columns = (_state_column(world, state) for state in STATES)
    lanes = tuple(_lane(db, flow, world, now) for flow in workflows(db, team_id))
    shown = tuple(each for each in columns if each.count)
    return Board(sum(world.counted.values()), len(world.stuck), shown, lanes)


_ITEM = (Task.number, Task.title, Task.stage_since, Task.blocked, Task.stage_id, Task.state)


def _open(db: Db, team_id: int) -> _Open:
    query = select(Task.state, Task.stage_id, func.count()).where(Task.team_id == team_id)
    rows = db.session.execute(query.where(TASK_OPEN).group_by(Task.state, Task.stage_id))
    counted = {(state, stage_id): count for state, stage_id, count in rows}
    mine = select(*_ITEM).where(Task.team_id == team_id)
    oldest = {}
    for state, stage_id in counted:
        there = (Task.state == state, Task.stage_id.is_not_distinct_from(stage_id))
        first = mine.where(TASK_OPEN, *there).order_by(Task.stage_since).limit(1)
        oldest[state, stage_id] = Item(*db.session.execute(first).one())
    stuck = db.session.execute(mine.where(TASK_BLOCKED).order_by(Task.stage_since))
    return _Open(counted, oldest, tuple(Item(*row) for row in stuck))


def _state_column(world: _Open, state: str) -> Column:
    def is_here(its_state: str, stage_id: int | None) -> bool:
        return its_state == state and (stage_id is None or state in ANYWHERE)

    return world.column(is_here, None, state)


def _lane(db: Db, flow: Workflow, world: _Open, now: dt.datetime) -> Lane:
    stays = _stays(db, flow.stages, now)
    columns = tuple(_stage_column(world, stage, stays.get(stage.id, [])) for stage in flow.stages)
    means = [(mean(d), s) for s in flow.stages if len(d := stays.get(s.id, [])) >= _ENOUGH]
    slowest = max(means, key=lambda each: each[0]) if len(means) > 1 else None
    return Lane(flow, columns, Bottleneck(slowest[1], slowest[0]) if slowest else None)


def _stage_column(world: _Open, stage: Stage, stays: Sequence[float]) -> Column:
    found = world.column(lambda _, stage_id: stage_id == stage.id, stage)
    return replace(found, days=median(stays) if len(stays) >= _ENOUGH else None)


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
    query = select(Task).where(*where)
    if len(place.stages) != 1 and place.state not in (OPEN, DOING):
        query = query.outerjoin(Stage, Stage.id == Task.stage_id)
        query = query.order_by(Stage.workflow, Stage.position)
    rows = db.session.scalars(query.order_by(Task.stage_since).limit(most)).all()
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
