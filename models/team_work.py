"""What a team's tasks look like on a day: done, due, late, stuck, nobody's, done twice."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import bindparam, func, literal_column, or_, select

from models.base import MOMENT_NUMBER, milliseconds
from models.db import Db, Row, Statement
from models.my_work import ITEM_COLUMNS, Item, read_item
from models.schedules import local_moment
from models.similar import Double, doubles
from models.task_states import DONE, REVIEW
from models.task_tables import TASK_OPEN, Task, TaskMember
from models.values import TeamInfo

# As many tasks of each list are told by name.
NAMED = 3


@dataclass(frozen=True, slots=True)
class Listed:
    """A task in a digest, with the members who are to do it."""

    item: Item
    owners: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Lot:
    """How many tasks there are of a kind, and the first of them."""

    count: int = 0
    first: tuple[Listed, ...] = ()


@dataclass(frozen=True, slots=True)
class TaskFigures:
    """A team's tasks as of a moment; `best` is who finished most, with how many, where one did.

    A task is in one lot: `due` later today, `overdue`, `blocked` or `unowned`, the last first.
    """

    done: int
    done_before: int
    best: tuple[int, int] | None
    due: Lot
    overdue: Lot
    blocked: Lot
    unowned: Lot
    doubles: tuple[Double, ...]


@dataclass(frozen=True, slots=True)
class TaskSpan:
    """A team's tasks of some time: done in it and in the one before, and late at its end; `best` is
    who finished most, with how many, where one did.
    """

    done: int
    done_before: int
    best: tuple[int, int] | None
    overdue: int


_A_DAY = dt.timedelta(days=1)
_T = Task.__table__.c
_TEAM = Task.team_id == bindparam("team")
_ANY: Statement = select(literal_column("1")).where(_TEAM).limit(1)
_SINCE = bindparam("since", type_=MOMENT_NUMBER)
_UNTIL = bindparam("until", type_=MOMENT_NUMBER)
_CLOSED = (_TEAM, Task.state == DONE, _T.closed_at >= _SINCE, _T.closed_at < _UNTIL)
_DONE: Statement = select(func.count()).where(*_CLOSED)
_FINISHED: Statement = select(Task.number).where(*_CLOSED).order_by(Task.number)
_BEST: Statement = (
    select(TaskMember.member_id, func.count().label("finished"))
    .join(Task, Task.id == TaskMember.task_id)
    .where(*_CLOSED)
    .group_by(TaskMember.member_id)
    .order_by(literal_column("finished").desc(), TaskMember.member_id)
)


# What a digest may have to tell of; in the order of the index, or another index is taken.
OPEN: Statement = (
    select(Task.id, _T.due_at, Task.state, Task.owners, Task.blocked)
    .where(_TEAM, TASK_OPEN, or_(_T.due_at <= _UNTIL, Task.owners == 0, Task.blocked != ""))
    .order_by(_T.due_at)
)
_ITEM: Statement = select(*ITEM_COLUMNS).where(Task.id == bindparam("record"))
_OWNERS: Statement = (
    select(TaskMember.member_id)
    .where(TaskMember.task_id == bindparam("record"))
    .order_by(TaskMember.member_id)
)


def figures(
    db: Db, team: TeamInfo, now: dt.datetime, *, without: Collection[int] = ()
) -> TaskFigures | None:
    """The figures of the team's local day; None for a team without tasks. People in `without` are
    named nowhere.
    """
    if db.row(_ANY, team=team.id) is None:
        return None
    today = now.astimezone(team.zone).date()
    before, since, until = (
        milliseconds(local_moment(today + days * _A_DAY, 0, team.zone)) for days in (-1, 0, 1)
    )
    day = {"team": team.id, "since": since, "until": until}
    ids = _sorted(db.rows(OPEN, **day), milliseconds(now))
    lots = {
        name: Lot(len(found), tuple(_listed(db, i, without) for i in found[:NAMED]))
        for name, found in ids.items()
    }
    return TaskFigures(
        done=db.rows(_DONE, **day)[0][0],
        done_before=db.rows(_DONE, team=team.id, since=before, until=since)[0][0],
        best=_best(db, day, without),
        due=lots["due"],
        overdue=lots["overdue"],
        blocked=lots["blocked"],
        unowned=lots["unowned"],
        doubles=_doubles(db, team, without),
    )


def span(
    db: Db,
    team: TeamInfo,
    time: tuple[dt.datetime, dt.datetime],
    *,
    compared: tuple[dt.datetime, dt.datetime],
    without: Collection[int] = (),
) -> TaskSpan | None:
    """The figures of the time between two moments beside those of another time; None for a team
    without tasks.
    """
    if db.row(_ANY, team=team.id) is None:
        return None
    now, then = (
        {"team": team.id, "since": milliseconds(since), "until": milliseconds(until)}
        for since, until in (time, compared)
    )
    return TaskSpan(
        done=db.rows(_DONE, **now)[0][0],
        done_before=db.rows(_DONE, **then)[0][0],
        best=_best(db, now, without),
        overdue=len(_sorted(db.rows(OPEN, **now), now["until"])["overdue"]),
    )


def finished(db: Db, team_id: int, since: dt.datetime, until: dt.datetime) -> list[int]:
    """The numbers of the tasks that were done between two moments."""
    times = {"team": team_id, "since": milliseconds(since), "until": milliseconds(until)}
    return [number for (number,) in db.rows(_FINISHED, **times)]


def _best(db: Db, times: dict[str, int], without: Collection[int]) -> tuple[int, int] | None:
    """Who finished most, where one did."""
    best = [row for row in db.rows(_BEST, **times) if row[0] not in without]
    is_alone = len(best) == 1 or (len(best) > 1 and best[0][1] > best[1][1])
    return (best[0][0], best[0][1]) if is_alone else None


def _sorted(rows: list[Row], now: int) -> dict[str, list[int]]:
    """The ids in each lot, by deadline; those without one stand last."""
    lots: dict[str, list[int]] = {"due": [], "overdue": [], "blocked": [], "unowned": []}
    for task_id, due_at, state, owners, blocked in sorted(rows, key=lambda row: row[1] is None):
        if not owners:
            lots["unowned"].append(task_id)
        elif blocked:
            lots["blocked"].append(task_id)
        elif state != REVIEW:
            lots["overdue" if due_at <= now else "due"].append(task_id)
    return lots


def _listed(db: Db, task_id: int, without: Collection[int]) -> Listed:
    (row,) = db.rows(_ITEM, record=task_id)
    owners = tuple(who for (who,) in db.rows(_OWNERS, record=task_id) if who not in without)
    return Listed(read_item(row), owners)


def _doubles(db: Db, team: TeamInfo, without: Collection[int]) -> tuple[Double, ...]:
    """What two people may be doing at once, without what concerns those who are named nowhere."""
    hidden = set(without)
    return tuple(
        each
        for each in doubles(db, team.id)
        if not hidden & {*each.first.owners, *each.second.owners}
    )
