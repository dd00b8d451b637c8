"""Taking two merged tasks apart again, both at once."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import delete

from models.db import Db
from models.errors import Refusal
from models.task_changes import Doer, last_change, take_back
from models.task_tables import Task, TaskChange, TaskLink, TaskNeed, TaskTag
from models.tasks import TaskInfo, find, info
from models.values import TeamInfo

# What the history of the task that went tells, and of the one that is kept.
MERGE, ABSORB = "merge", "absorb"
_OTHER = {MERGE: ABSORB, ABSORB: MERGE}


def is_merge(last: TaskChange) -> bool:
    """Whether a change is one of two that belong together."""
    return last.verb in _OTHER


def take_apart(db: Db, team: TeamInfo, task: TaskInfo, last: TaskChange, *, doer: Doer) -> TaskInfo:
    """Make both tasks of a merge what they were; raises Refusal where the other one has changed
    since.
    """
    other = find(db, team.id, int(last.words.removeprefix("T")))
    its_last = last_change(db, other)
    belongs = (_OTHER[last.verb], f"T{task.number}")
    if its_last is None or (its_last.verb, its_last.words) != belongs:
        raise Refusal("merge-changed", number=task.number, other=other.number)
    for row, change in ((task.row, last), (other, its_last)):
        if change.verb == ABSORB:
            _give_back(db, row, change)
        take_back(db, team, row, change, doer)
    return info(db, task.row)


def _give_back(db: Db, row: Task, change: TaskChange) -> None:
    before: dict[str, Any] = json.loads(change.before)
    beside = before.pop("beside")
    change.before = json.dumps(before, ensure_ascii=False)
    row.promised_to = beside["promised_to"]
    for table, ours in (
        (TaskTag, (TaskTag.task_id == row.id) & TaskTag.tag.in_(beside["tags"])),
        (TaskNeed, TaskNeed.task_id == row.id),
        (TaskLink, (TaskLink.after_id == row.id) & TaskLink.task_id.in_(beside["followers"])),
    ):
        db.session.execute(delete(table).where(ours))
    for skill, level in beside["needs"]:
        db.session.add(TaskNeed(task_id=row.id, skill=skill, level=level))
    db.flush()
