"""Lists of tasks: whose, until when, about what; at most as many as one card shows."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, func, select

from models.db import Db
from models.task_states import DONE, REVIEW
from models.task_tables import SHARE_OPEN, TASK_OPEN, Task, TaskMember, TaskTag
from models.tasks import TaskInfo, infos


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which tasks a list is to hold; all that is said must be true of each.

    `late_at` keeps those whose deadline is over at that moment, `due_by` those due by then, of
    which `due_from` leaves out the earlier ones;
    `done_since` asks for what has ended since then instead of what is open.
    """

    owner: int | None = None
    giver: int | None = None
    judge: int | None = None
    tag: str = ""
    unowned: bool = False
    blocked: bool = False
    in_review: bool = False
    late_at: dt.datetime | None = None
    due_by: dt.datetime | None = None
    due_from: dt.datetime | None = None
    done_since: dt.datetime | None = None


def find(db: Db, team_id: int, wanted: Wanted, *, most: int) -> tuple[list[TaskInfo], int]:
    """The first tasks of a list, the next deadline first, and how many there are."""
    query = _filtered(select(Task), team_id, wanted)
    total = db.session.scalar(_filtered(select(func.count()).select_from(Task), team_id, wanted))
    if wanted.done_since is not None:
        query = query.order_by(Task.closed_at.desc(), Task.number)
    else:
        query = query.order_by(
            Task.due_at.is_(None), Task.due_at, Task.priority.desc(), Task.number
        )
    return infos(db, db.session.scalars(query.limit(most)).all()), total or 0


def count(db: Db, team_id: int, wanted: Wanted) -> int:
    """How many tasks a list would hold."""
    query = _filtered(select(func.count()).select_from(Task), team_id, wanted)
    return db.session.scalar(query) or 0


def _filtered(query: Select[Any], team_id: int, wanted: Wanted) -> Select[Any]:
    query = query.where(Task.team_id == team_id)
    if wanted.done_since is not None:
        query = query.where(Task.closed_at >= wanted.done_since, Task.state == DONE)
    elif wanted.owner is None:
        query = query.where(TASK_OPEN)
    if wanted.owner is not None:
        query = query.join(TaskMember, TaskMember.task_id == Task.id).where(
            TaskMember.member_id == wanted.owner
        )
        if wanted.done_since is None:
            query = query.where(SHARE_OPEN)
    if wanted.giver is not None:
        query = query.where(Task.giver_id == wanted.giver)
    if wanted.tag:
        query = query.join(TaskTag, TaskTag.task_id == Task.id).where(
            TaskTag.team_id == team_id, TaskTag.tag == wanted.tag
        )
    if wanted.unowned:
        query = query.where(Task.owners == 0)
    if wanted.blocked:
        query = query.where(Task.blocked != "")
    if wanted.in_review:
        query = query.where(Task.state == REVIEW)
    if wanted.judge is not None:
        # Who was named judges, else who gave it.
        query = query.where(func.coalesce(Task.acceptor_id, Task.giver_id) == wanted.judge)
    if wanted.late_at is not None:
        query = query.where(Task.due_at <= wanted.late_at, Task.state != REVIEW)
    if wanted.due_from is not None:
        query = query.where(Task.due_at > wanted.due_from)
    if wanted.due_by is not None:
        query = query.where(Task.due_at <= wanted.due_by)
    return query
