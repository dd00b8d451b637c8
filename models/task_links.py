"""What tasks wait for: there is never a circle."""

from __future__ import annotations

from sqlalchemy import select

from models.db import Db
from models.errors import Refusal
from models.task_tables import Task, TaskLink


def refuse_circle(db: Db, row: Task, after_id: int) -> None:
    """Let pass a task that may wait for another one; raises Refusal with the way around where that
    one waits for it.
    """
    path = _path(db, after_id, row.id)
    if path:
        raise Refusal("task-circle", number=row.number, path=_named(db, (row.id, *path)))


def _path(db: Db, start: int, goal: int) -> tuple[int, ...]:
    """The shortest way from a task over what it waits for to another one; empty where there is
    none.
    """
    before: dict[int, int | None] = {start: None}
    for here in (waiting := [start]):
        if here == goal:
            path: list[int] = []
            step: int | None = here
            while step is not None:
                path.append(step)
                step = before[step]
            return tuple(reversed(path))
        query = (
            select(TaskLink.after_id).where(TaskLink.task_id == here).order_by(TaskLink.after_id)
        )
        for after_id in db.session.scalars(query):
            if after_id not in before:
                before[after_id] = here
                waiting.append(after_id)
    return ()


def _named(db: Db, ids: tuple[int, ...]) -> str:
    rows = db.session.execute(select(Task.id, Task.number).where(Task.id.in_(ids)))
    numbers = {row.id: row.number for row in rows}
    return " → ".join(f"T{numbers[i]}" for i in ids)
