"""What belongs to a task: its words, stage, checklist, remarks, and what it waits for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import delete, update

from models.db import Db
from models.errors import Refusal
from models.task_changes import Doer, change, snapshot, touch
from models.task_limits import MAX_ITEMS, fitting
from models.task_links import refuse_circle
from models.task_steps import check, only
from models.task_tables import Stage, TaskItem, TaskLink, TaskNeed, TaskTag
from models.tasks import (
    NEVER,
    NewTask,
    TaskInfo,
    add_parts,
    find,
    info,
    may_steer,
    may_work,
    recurring,
)
from models.values import TeamInfo


def edit(
    db: Db,
    team: TeamInfo,
    task: TaskInfo,
    doer: Doer,
    *,
    words: str,
    values: Mapping[str, Any],
    tags: tuple[str, ...] = (),
) -> TaskInfo:
    """Change what a task says: its title, detail, requirement, acceptor, priority or customer; tags
    are added to those that it has.
    """
    only(db, may_steer(task, doer.member), task, (task.row.giver_id,))
    check(task, "edit")
    change(db, team, task.row, "edit", doer=doer, words=words, **fitting(values))
    for tag in tags:
        if tag not in task.tags:
            db.session.add(TaskTag(task_id=task.row.id, tag=tag, team_id=team.id))
    return info(db, task.row)


def rewrite(db: Db, team: TeamInfo, task: TaskInfo, doer: Doer, *, new: NewTask) -> TaskInfo:
    """Make a task what its changed message says; the history keeps what it was."""
    only(db, may_steer(task, doer.member), task, (task.row.giver_id,))
    check(task, "edit")
    row, due = task.row, new.due
    said = {"title": new.title, "detail": new.detail, "criteria": new.criteria}
    after = [find(db, team.id, number).id for number in dict.fromkeys(new.after)]
    for after_id in after:
        refuse_circle(db, row, after_id)
    change(
        db,
        team,
        row,
        "edit",
        doer=doer,
        words=new.title,
        owners=new.owners,
        **fitting({**said, "customer": new.customer}),
        **(recurring(team, due) if due and new.recurrence else NEVER),
        acceptor_id=new.acceptor_id,
        priority=new.priority,
        due_at=due.at if due else None,
        due_day=due.day if due else None,
        all_day=int(due.all_day) if due else 0,
        recurrence=new.recurrence,
        recurs_until=new.recurs_until,
    )
    for table in (TaskTag, TaskItem, TaskLink, TaskNeed):
        db.session.execute(delete(table).where(table.task_id == row.id))
    db.session.expire_all()
    add_parts(db, team, row, new, after)
    return info(db, row)


def move(db: Db, team: TeamInfo, task: TaskInfo, doer: Doer, *, stage: Stage) -> TaskInfo:
    """Put a task into a stage of the team's own workflow."""
    only(db, may_work(task, doer.member), task, (*task.owners, task.row.giver_id))
    check(task, "move")
    if task.row.stage_id == stage.id:
        raise Refusal("task-there-already", number=task.number, stage=stage.name)
    change(
        db, team, task.row, "move", doer=doer, words=stage.name, stage_id=stage.id,
        started_at=task.row.started_at or doer.at,
    )  # fmt: skip
    return info(db, task.row)


def note(db: Db, task: TaskInfo, doer: Doer, *, words: str) -> None:
    """Keep a remark in a task's history."""
    touch(db, task.row, "note", doer, words=words)


def add_items(db: Db, task: TaskInfo, doer: Doer, *, words: tuple[str, ...]) -> TaskInfo:
    """Add lines to a task's checklist."""
    only(db, may_work(task, doer.member), task, (*task.owners, task.row.giver_id))
    check(task, "items")
    if len(task.items) + len(words) > MAX_ITEMS:
        raise Refusal("task-items-many", most=MAX_ITEMS)
    before = snapshot(db, task.row)
    touch(db, task.row, "items", doer, words="、".join(words), before=before)
    for n, each in enumerate(words, start=len(task.items) + 1):
        db.session.add(TaskItem(task_id=task.row.id, n=n, words=each[:200]))
    return info(db, task.row)


def tick(
    db: Db, task: TaskInfo, doer: Doer, *, numbers: tuple[int, ...], is_done: bool = True
) -> TaskInfo:
    """Tick lines of a checklist off, or open again; raises Refusal for a line that is not there."""
    only(db, may_work(task, doer.member), task, (*task.owners, task.row.giver_id))
    check(task, "tick")
    known = {item.n for item in task.items}
    for number in numbers:
        if number not in known:
            raise Refusal("task-no-item", number=task.number, item=number, last=len(known))
    before = snapshot(db, task.row)
    words = " ".join(map(str, numbers))
    touch(db, task.row, "tick" if is_done else "untick", doer, words=words, before=before)
    lines = update(TaskItem).where(TaskItem.task_id == task.row.id, TaskItem.n.in_(numbers))
    if is_done:
        # Who did a line first has done it.
        lines = lines.where(TaskItem.done_at.is_(None)).values(
            done_by=doer.member.id, done_at=doer.at
        )
    else:
        lines = lines.values(done_by=None, done_at=None)
    db.session.execute(lines)
    return info(db, task.row)


def wait_for(db: Db, task: TaskInfo, doer: Doer, *, numbers: tuple[int, ...]) -> TaskInfo:
    """Let a task wait for others; raises Refusal where that would go in a circle."""
    only(db, may_steer(task, doer.member) or doer.member.id in task.owners, task,
          (task.row.giver_id,))  # fmt: skip
    check(task, "after")
    others = [find(db, task.row.team_id, number) for number in dict.fromkeys(numbers)]
    for other in others:
        refuse_circle(db, task.row, other.id)
    before = snapshot(db, task.row)
    words = " ".join(f"T{number}" for number in numbers)
    touch(db, task.row, "after", doer, words=words, before=before)
    for other in others:
        if db.session.get(TaskLink, (task.row.id, other.id)) is None:
            db.session.add(TaskLink(task_id=task.row.id, after_id=other.id))
    return info(db, task.row)


def wait_no_more(db: Db, task: TaskInfo, doer: Doer) -> TaskInfo:
    """Let a task wait for nothing."""
    only(db, may_work(task, doer.member), task, (task.row.giver_id,))
    check(task, "alone")
    touch(db, task.row, "alone", doer, before=snapshot(db, task.row))
    db.session.execute(delete(TaskLink).where(TaskLink.task_id == task.row.id))
    return info(db, task.row)
