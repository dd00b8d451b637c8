"""What a team's tasks look like on a day: done, due, late, stuck, nobody's, done twice."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from sqlalchemy import bindparam, func, literal_column, or_, select

from models.base import MOMENT_NUMBER, milliseconds
from models.db import Db, Statement
from models.my_work import ITEM_COLUMNS, Item, read_item
from models.schedules import local_moment
from models.task_states import DONE, REVIEW
from models.task_tables import TASK_OPEN, Task, TaskMember
from models.values import TeamInfo


@dataclass(frozen=True, slots=True)
class Listed:
    """A task in a digest, with the members who are to do it."""

    item: Item
    blocked: str
    owners: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Double:
    """Two open tasks of different people for one customer."""

    customer: str
    numbers: tuple[int, int]


@dataclass(frozen=True, slots=True)
class TaskFigures:
    """A team's tasks as of a moment; `best` is who finished most, with how many, where one did.

    A task stands in one list: `due` today, `overdue`, `blocked`, or `unowned`, the last first.
    """

    done: int
    done_before: int
    best: tuple[int, int] | None
    due: tuple[Listed, ...]
    overdue: tuple[Listed, ...]
    blocked: tuple[Listed, ...]
    unowned: tuple[Listed, ...]
    doubles: tuple[Double, ...]


_A_DAY = dt.timedelta(days=1)
_T = Task.__table__.c
_ANY: Statement = select(literal_column("1")).where(Task.team_id == bindparam("team")).limit(1)
_SINCE = bindparam("since", type_=MOMENT_NUMBER)
_UNTIL = bindparam("until", type_=MOMENT_NUMBER)
_CLOSED = (
    Task.team_id == bindparam("team"),
    Task.state == DONE,
    _T.closed_at >= _SINCE,
    _T.closed_at < _UNTIL,
)
_DONE: Statement = select(func.count()).where(*_CLOSED)
_BEST: Statement = (
    select(TaskMember.member_id, func.count().label("finished"))
    .join(Task, Task.id == TaskMember.task_id)
    .where(*_CLOSED)
    .group_by(TaskMember.member_id)
    .order_by(literal_column("finished").desc(), TaskMember.member_id)
)
# What a digest may have to tell of; everything else that is open is left where it is.
_TELLING = (
    Task.team_id == bindparam("team"),
    TASK_OPEN,
    or_(_T.due_at <= _UNTIL, Task.owners == 0, Task.blocked != "", Task.customer != ""),
)
OPEN: Statement = (
    select(Task.id, Task.blocked, Task.customer, *ITEM_COLUMNS)
    .where(*_TELLING)
    .order_by(_T.due_at.is_(None), _T.due_at, Task.priority.desc(), Task.number)
)
_OWNERS: Statement = (
    select(TaskMember.task_id, TaskMember.member_id)
    .join(Task, Task.id == TaskMember.task_id)
    .where(*_TELLING)
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
        local_moment(today + days * _A_DAY, 0, team.zone) for days in (-1, 0, 1)
    )
    best = [row for row in _between(db, _BEST, team, since, until) if row[0] not in without]
    is_alone = len(best) == 1 or (len(best) > 1 and best[0][1] > best[1][1])
    owners: dict[int, tuple[int, ...]] = {}
    for task_id, who in db.rows(_OWNERS, team=team.id, until=milliseconds(until)):
        if who not in without:
            owners[task_id] = (*owners.get(task_id, ()), who)
    found = [
        (row[2], Listed(read_item(row[3:]), row[1], owners.get(row[0], ())))
        for row in db.rows(OPEN, team=team.id, until=milliseconds(until))
    ]
    lists = _sorted((listed for _, listed in found), now, until)
    return TaskFigures(
        done=_between(db, _DONE, team, since, until)[0][0],
        done_before=_between(db, _DONE, team, before, since)[0][0],
        best=(best[0][0], best[0][1]) if is_alone else None,
        due=lists["due"],
        overdue=lists["overdue"],
        blocked=lists["blocked"],
        unowned=lists["unowned"],
        doubles=_doubles(found),
    )


def _between(
    db: Db, statement: Statement, team: TeamInfo, since: dt.datetime, until: dt.datetime
) -> list[tuple[int, ...]]:
    return db.rows(statement, team=team.id, since=milliseconds(since), until=milliseconds(until))


_LISTS = ("due", "overdue", "blocked", "unowned")


def _sorted(
    tasks: Iterable[Listed], now: dt.datetime, until: dt.datetime
) -> dict[str, tuple[Listed, ...]]:
    lists: dict[str, tuple[Listed, ...]] = dict.fromkeys(
        ("due", "overdue", "blocked", "unowned"), ()
    )
    for task in tasks:
        due_at, is_handed_in = task.item.due_at, task.item.state == REVIEW
        if not task.item.owners:
            name = "unowned"
        elif task.blocked:
            name = "blocked"
        elif due_at is None or due_at > until or is_handed_in:
            continue
        else:
            name = "overdue" if due_at <= now else "due"
        lists[name] = (*lists[name], task)
    return lists


def _doubles(tasks: Iterable[tuple[str, Listed]]) -> tuple[Double, ...]:
    """The first two open tasks of each customer that different people have."""
    of: dict[str, list[Listed]] = {}
    for customer, task in tasks:
        if customer and task.owners:
            of.setdefault(customer, []).append(task)
    found = []
    for customer, several in of.items():
        first = several[0]
        other = next((each for each in several if set(each.owners) != set(first.owners)), None)
        if other is not None:
            found.append(Double(customer, (first.item.number, other.item.number)))
    return tuple(found)
