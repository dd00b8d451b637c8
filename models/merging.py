"""Two tasks about one thing become one: nothing of either is lost, and both tell of it."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import delete, select

from models.db import Db
from models.errors import Refusal
from models.merge_undoing import ABSORB, MERGE
from models.similar import tokens
from models.task_changes import Doer, change, last_change
from models.task_limits import MAX_ITEMS
from models.task_links import refuse_circle
from models.task_states import CANCELLED, DOING, OPEN
from models.task_steps import check, only
from models.task_tables import Task, TaskItem, TaskLink, TaskNeed, TaskTag
from models.tasks import TaskInfo, info, may_steer
from models.values import TeamInfo


def merge(db: Db, team: TeamInfo, keep: TaskInfo, drop: TaskInfo, doer: Doer) -> TaskInfo:
    """Let one task take in all of another, which is called off; returns the one that is kept.

    Who steers the one that goes may. The history of it says «merge T18», that of the kept one
    «absorb T31»; taking back either takes back both. Raises Refusal.
    """
    only(db, may_steer(drop, doer.member), drop, (drop.row.giver_id,))
    check(keep, MERGE)
    check(drop, MERGE)
    _refuse_odd(keep, drop)
    row = keep.row
    beside: dict[str, Any] = {"promised_to": row.promised_to}
    values = _columns(row, drop.row)
    owners = tuple(dict.fromkeys((*keep.owners, *drop.owners)))
    change(db, team, row, ABSORB, doer=doer, words=f"T{drop.number}", owners=owners, **values)
    row.promised_to = row.promised_to or drop.row.promised_to
    beside["tags"] = _tags(db, team, keep, drop)
    beside["needs"] = _needs(db, row.id, drop.row.id)
    _items(db, keep, drop)
    beside["followers"] = _links(db, row, drop.row)
    _remember(db, row, beside)
    change(
        db, team, drop.row, MERGE, doer=doer, words=f"T{keep.number}", state=CANCELLED,
        closed_at=doer.at,
    )  # fmt: skip
    return info(db, row)


def _refuse_odd(keep: TaskInfo, drop: TaskInfo) -> None:
    """Let pass two tasks that can be one; raises Refusal."""
    numbers = {"keep": keep.number, "drop": drop.number}
    if keep.row.id == drop.row.id:
        raise Refusal("merge-itself", number=keep.number)
    if drop.row.recurrence:
        raise Refusal("merge-recurring", **numbers)
    one, two = keep.row.customer, drop.row.customer
    if one and two and one != two:
        raise Refusal("merge-customers", one=one, two=two, **numbers)
    if len({item.words for item in (*keep.items, *drop.items)}) > MAX_ITEMS:
        raise Refusal("task-items-many", most=MAX_ITEMS)


def _columns(keep: Task, drop: Task) -> dict[str, Any]:
    """What the kept task says from now on."""
    same = sorted(tokens(keep.title)) == sorted(tokens(drop.title))
    values: dict[str, Any] = {
        "detail": _joined(keep.detail, "" if same else drop.title, drop.detail),
        "criteria": _joined(keep.criteria, drop.criteria),
        "blocked": _joined(keep.blocked, drop.blocked, mark="; ")[:200],
        "priority": max(keep.priority, drop.priority),
        "acceptor_id": keep.acceptor_id or drop.acceptor_id,
        "customer": keep.customer or drop.customer,
        "stage_id": keep.stage_id or drop.stage_id,
    }
    if drop.due_at is not None and (keep.due_at is None or drop.due_at < keep.due_at):
        values |= {"due_at": drop.due_at, "due_day": drop.due_day, "all_day": drop.all_day}
    if keep.state == OPEN and drop.state != OPEN:
        values |= {"state": DOING, "started_at": keep.started_at or drop.started_at}
    return values


def _joined(*parts: str, mark: str = "\n") -> str:
    found: list[str] = []
    for part in filter(None, parts):
        if all(part not in other for other in found):
            found.append(part)
    return mark.join(found)


def _tags(db: Db, team: TeamInfo, keep: TaskInfo, drop: TaskInfo) -> list[str]:
    new = [tag for tag in drop.tags if tag not in keep.tags]
    for tag in new:
        db.session.add(TaskTag(task_id=keep.row.id, tag=tag, team_id=team.id))
    return new


def _needs(db: Db, keep_id: int, drop_id: int) -> list[tuple[str, int]]:
    """Ask for the skills of both, the higher level of each; returns what was asked for before."""
    levels = []
    for task_id in (keep_id, drop_id):
        rows = db.session.scalars(select(TaskNeed).where(TaskNeed.task_id == task_id))
        levels.append({need.skill: need.level for need in rows})
    before, more = levels
    both = {skill: max(before.get(skill, 0), more.get(skill, 0)) for skill in before | more}
    if both != before:
        db.session.execute(delete(TaskNeed).where(TaskNeed.task_id == keep_id))
        db.session.expire_all()
        db.session.add_all(TaskNeed(task_id=keep_id, skill=s, level=n) for s, n in both.items())
    return sorted(before.items())


def _items(db: Db, keep: TaskInfo, drop: TaskInfo) -> None:
    """Add the lines of a checklist that the other does not have; one that is done in either is."""
    known = {item.words: item for item in keep.items}
    n = max((item.n for item in keep.items), default=0)
    for item in drop.items:
        mine = known.get(item.words)
        if mine is None:
            n += 1
            mine = TaskItem(task_id=keep.row.id, n=n, words=item.words)
            known[item.words] = mine
            db.session.add(mine)
        if mine.done_at is None:
            mine.done_by, mine.done_at = item.done_by, item.done_at


def _links(db: Db, keep: Task, drop: Task) -> list[int]:
    """Wait for what the other waited for, and be waited for; returns who waits now and did not.

    Raises Refusal where that would go in a circle.
    """
    db.flush()
    ahead = db.session.scalars(select(TaskLink.after_id).where(TaskLink.task_id == drop.id)).all()
    behind = select(TaskLink.task_id).where(TaskLink.after_id == drop.id)
    for after_id in ahead:
        if after_id != keep.id:
            refuse_circle(db, keep, after_id)
            _link(db, keep.id, after_id)
    followers = []
    for task_id in db.session.scalars(behind).all():
        if task_id != keep.id:
            refuse_circle(db, db.session.get_one(Task, task_id), keep.id)
            if _link(db, task_id, keep.id):
                followers.append(task_id)
    return followers


def _link(db: Db, task_id: int, after_id: int) -> bool:
    if db.session.get(TaskLink, (task_id, after_id)) is not None:
        return False
    db.session.add(TaskLink(task_id=task_id, after_id=after_id))
    db.flush()
    return True


def _remember(db: Db, row: Task, beside: dict[str, Any]) -> None:
    """Keep with the change what it did beside the task's own rows."""
    db.flush()
    last = last_change(db, row)
    if last is None or last.verb != ABSORB:
        raise LookupError(f"task {row.id} tells of no merge")
    last.before = json.dumps({**json.loads(last.before), "beside": beside}, ensure_ascii=False)
    db.flush()
