"""When a task's people are to be reminded of it."""

from __future__ import annotations

import datetime as dt

from models import reminders
from models.db import Db
from models.schedules import local_moment
from models.task_states import ALIVE, REVIEW
from models.task_tables import Task
from models.values import TeamInfo

# The reminders of a task: a day and two hours before it is due, once when it is over, and a day
# after it was handed in and nobody looked at it (product notes, 3.2).
JOB = "task"
DAY_BEFORE, HOURS_BEFORE, OVERDUE, UNSEEN = 24, 2, 0, 100
# A reminder that one member cannot be given now is kept for that member, as a step of its own.
FOR_MEMBER = 1000
_A_DAY, _TWO_HOURS = dt.timedelta(hours=24), dt.timedelta(hours=2)
# Where only a day was named, people are reminded as if it were due when offices close.
_END_OF_WORK = 18 * 60


def step_for(step: int, member_id: int) -> int:
    """The step of a reminder that is kept for one member alone."""
    return member_id * FOR_MEMBER + step


def rearm(db: Db, team: TeamInfo, row: Task, now: dt.datetime) -> None:
    """Plan a task's reminders anew; those whose moment is over are not made up for."""
    reminders.forget(db, team.id, JOB, row.id)
    wanted: dict[int, dt.datetime] = {}
    if row.state == REVIEW:
        wanted = {UNSEEN: (row.submitted_at or now) + _A_DAY}
    elif row.state in ALIVE and row.due_at is not None and row.owners:
        end = row.due_at
        if row.all_day and row.due_day is not None:
            end = local_moment(row.due_day, _END_OF_WORK, team.zone)
        wanted = {DAY_BEFORE: end - _A_DAY, HOURS_BEFORE: end - _TWO_HOURS, OVERDUE: row.due_at}
    for step, at in wanted.items():
        if at > now:
            reminders.remind(db, team.id, JOB, row.id, at=at, step=step)
