"""What a meeting finds when it begins: actions that are not done."""

from __future__ import annotations

from sqlalchemy import and_, or_, select

from models.agenda import comes_again, series
from models.db import Db
from models.meeting_tables import Meeting
from models.task_states import ALIVE
from models.task_tables import Task
from models.tasks import TaskInfo, infos


def open_actions(db: Db, row: Meeting) -> list[TaskInfo]:
    """What earlier meetings of the series decided to do and nobody has done yet; meetings that come
    once follow one another.
    """
    kin = or_(Meeting.id == series(row), Meeting.series_id == series(row))
    if not comes_again(row):
        kin = and_(Meeting.recurrence == "", Meeting.series_id.is_(None))
    query = select(Meeting.number).where(Meeting.team_id == row.team_id, kin, Meeting.id != row.id)
    origins = [f"M{number}" for number in db.session.scalars(query)]
    tasks = select(Task).where(
        Task.team_id == row.team_id, Task.origin.in_(origins), Task.state.in_(ALIVE)
    )
    ordered = tasks.order_by(Task.due_at.is_(None), Task.due_at, Task.number)
    return infos(db, db.session.scalars(ordered).all())
