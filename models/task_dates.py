"""Deadlines of tasks: moving them, and asking who gave the task where they are over."""

from __future__ import annotations

from sqlalchemy import select

from models.db import Db
from models.errors import Refusal
from models.task_changes import Doer, change, touch
from models.task_steps import check, only
from models.task_tables import TaskRequest
from models.tasks import Deadline, TaskInfo, may_steer, may_work
from models.values import TeamInfo


def postpone(
    db: Db, team: TeamInfo, task: TaskInfo, doer: Doer, *, due: Deadline, words: str
) -> TaskRequest | None:
    """Move a deadline; returns the request where it is over already and who gave the task is to be
    asked first.
    """
    only(db, may_work(task, doer.member), task, (*task.owners, task.row.giver_id))
    check(task, "postpone")
    if due.at <= doer.at:
        raise Refusal("task-past", number=task.number)
    if task.is_late(doer.at) and not may_steer(task, doer.member):
        return _request(db, task, doer, due, words)
    _set_due(db, team, task, doer, due=due, words=words)
    _drop_requests(db, task)
    return None


def _set_due(
    db: Db, team: TeamInfo, task: TaskInfo, doer: Doer, *, due: Deadline, words: str
) -> None:
    was = task.row.due_at
    later = was is not None and due.at > was
    change(
        db,
        team,
        task.row,
        "postpone" if later else "due",
        doer=doer,
        words=words,
        due_at=due.at,
        due_day=due.day,
        all_day=int(due.all_day),
        postponed=task.row.postponed + int(later),
    )


def _request(db: Db, task: TaskInfo, doer: Doer, due: Deadline, words: str) -> TaskRequest:
    _drop_requests(db, task)
    row = TaskRequest(
        task_id=task.row.id,
        member_id=doer.member.id,
        due_at=due.at,
        due_day=due.day,
        all_day=int(due.all_day),
        reason=words[:200],
        state="open",
        asked_at=doer.at,
    )
    db.session.add(row)
    db.flush()
    return row


def _drop_requests(db: Db, task: TaskInfo) -> None:
    for earlier in _requests(db, task):
        earlier.state = "over"


def _requests(db: Db, task: TaskInfo) -> list[TaskRequest]:
    query = select(TaskRequest).where(
        TaskRequest.task_id == task.row.id, TaskRequest.state == "open"
    )
    return list(db.session.scalars(query))


def answer_request(
    db: Db, team: TeamInfo, task: TaskInfo, doer: Doer, *, is_granted: bool
) -> TaskRequest:
    """Grant or deny the open wish for a later deadline; raises Refusal where there is none."""
    only(db, may_steer(task, doer.member), task, (task.row.giver_id,))
    found = _requests(db, task)
    if not found:
        raise Refusal("task-no-request", number=task.number)
    row = found[-1]
    if is_granted:
        check(task, "postpone")
        due = Deadline(row.due_at, row.due_day, bool(row.all_day))
        if due.at <= doer.at:
            raise Refusal("task-past", number=task.number)
        _set_due(db, team, task, doer, due=due, words=row.reason)
    else:
        touch(db, task.row, "denied", doer, words=row.reason)
    row.state = "granted" if is_granted else "denied"
    return row
