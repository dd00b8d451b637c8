"""Promises: who gave their word, and how often it was kept."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import func, select

from models.db import Db
from models.task_states import ALIVE, DONE, PROMISE
from models.task_tables import Task
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


def record_of(db: Db, team_id: int, member_id: int, now: dt.datetime) -> Kept:
    """How a member kept promises that had a date: in time, late or not at all. What was called off
    before it was due does not count; a date moved in time is the one that counts.
    """
    in_time = (Task.state == DONE) & (
        func.coalesce(Task.submitted_at, Task.closed_at) <= Task.due_at
    )
    late = (Task.state == DONE) & (func.coalesce(Task.submitted_at, Task.closed_at) > Task.due_at)
    overdue = Task.state.in_(ALIVE) & (Task.due_at <= now)
    mine = select(func.count()).where(
        Task.team_id == team_id,
        Task.giver_id == member_id,
        Task.kind == PROMISE,
        Task.due_at.is_not(None),
    )
    kept = db.session.scalar(mine.where(in_time)) or 0
    broken = db.session.scalar(mine.where(late | overdue)) or 0
    return Kept(kept, kept + broken)
