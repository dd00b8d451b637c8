"""Promises: who gave their word, and how often it was kept."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import and_, bindparam, func, or_, select

from models.base import MOMENT_NUMBER, milliseconds
from models.db import Db, Statement
from models.task_states import CANCELLED, DONE, PROMISE, REVIEW
from models.task_tables import IS_PROMISE, Task
from models.tasks import TaskInfo
from models.tasks import open_of as open_tasks


@dataclass(frozen=True, slots=True)
class Kept:
    """How many promises fell due, and how many of them were kept in time."""

    kept: int
    counted: int

    @property
    def percent(self) -> int:
        """The share that was kept."""
        return round(self.kept * 100 / self.counted) if self.counted else 0


def open_of(db: Db, team_id: int, member_id: int) -> list[TaskInfo]:
    """The promises of a member that are still to be kept."""
    return [task for task in open_tasks(db, team_id, member_id) if task.row.kind == PROMISE]


_HANDED_IN = func.coalesce(Task.submitted_at, Task.closed_at)
_IN_TIME = and_(or_(Task.state == DONE, Task.state == REVIEW), Task.due_at >= _HANDED_IN)
RECORD: Statement = select(func.count().filter(_IN_TIME), func.count()).where(
    Task.giver_id == bindparam("member"),
    IS_PROMISE,
    Task.team_id == bindparam("team"),
    Task.state != CANCELLED,
    Task.due_at.is_not(None),
    or_(Task.__table__.c.due_at <= bindparam("now", type_=MOMENT_NUMBER), Task.state == DONE),
)


def record_of(db: Db, team_id: int, member_id: int, now: dt.datetime) -> Kept:
    """How a member kept promises that had a date: in time, late or not at all. What was called off
    does not count; a date moved in time is the one that counts.
    """
    row = db.row(RECORD, team=team_id, member=member_id, now=milliseconds(now))
    return Kept(row[0], row[1]) if row is not None else Kept(0, 0)
