"""Every change of a task: made by compare-and-set, kept with who and when, and taken back."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, delete, select, update
from sqlalchemy.orm import object_session

from models.base import milliseconds, moment
from models.db import Db
from models.errors import Refusal
from models.task_links import refuse_circle
from models.task_reminders import rearm
from models.task_states import ALIVE, CANCELLED, LASTING, column
from models.task_tables import Task, TaskChange, TaskItem, TaskLink, TaskMember, TaskStay, TaskTag
from models.values import MemberInfo, TeamInfo

_TIMES = frozenset({"due_at", "started_at", "submitted_at", "closed_at", "stage_since"})
_DAYS = frozenset({"due_day", "recurs_from", "recurs_day", "recurs_until"})
_PLAIN = frozenset(
    {
        "state",
        "title",
        "detail",
        "priority",
        "all_day",
        "acceptor_id",
        "criteria",
        "customer",
        "owners",
        "recurrence",
        "recurs_at",
        "skipped",
        "stage_id",
        "blocked",
        "returned",
        "postponed",
    }
)


@dataclass(frozen=True, slots=True)
class Doer:
    """Who does something with a task, when, and by which message."""

    member: MemberInfo
    at: dt.datetime
    source: int | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One line of a task's history."""

    verb: str
    member_id: int | None
    at: dt.datetime
    words: str
    undone: bool


def begin(db: Db, team: TeamInfo, row: Task, doer: Doer, stage_id: int | None) -> None:
    """Write the first line of a new task's history."""
    row.version, row.stage_since = 1, doer.at
    if stage_id is not None:
        row.stage_id = stage_id
        db.session.add(TaskStay(task_id=row.id, stage_id=stage_id, entered_at=doer.at))
    _note(db, row, "create", doer, words="", before="")


def change(
    db: Db,
    team: TeamInfo,
    row: Task,
    verb: str,
    *,
    doer: Doer,
    words: str = "",
    owners: Iterable[int] | None = None,
    only_if: ColumnElement[bool] | None = None,
    **values: Any,
) -> None:
    """Change some columns of a task, and its assignees where they are given.

    Of two who change a task in the same moment one wins; the other gets Refusal task-changed.
    """
    _hold(db, row)
    before = snapshot(db, row)
    if owners is not None:
        owners = tuple(dict.fromkeys(owners))
        values["owners"] = len(owners)
    stood = column(row.stage_id, row.state)
    if column(values.get("stage_id", row.stage_id), values.get("state", row.state)) != stood:
        values.setdefault("stage_since", doer.at)
    _advance(db, row, only_if, **values)
    if owners is not None:
        _set_owners(db, row, owners)
    if column(row.stage_id, row.state)[:2] != stood[:2]:
        _move_on(db, row, doer.at)
    _settle(db, team, row, doer.at)
    _note(db, row, verb, doer, words=words, before=before)


def touch(db: Db, row: Task, verb: str, doer: Doer, *, words: str = "", before: str = "") -> None:
    """Note something that happens beside the columns of a task, such as a tick or a remark; raises
    Refusal task-changed as `change` does, so it comes before what it notes.
    """
    _hold(db, row)
    _advance(db, row)
    _note(db, row, verb, doer, words=words, before=before)


def _hold(db: Db, row: Task) -> None:
    """Let the session look after a row, also one that was read in an earlier transaction."""
    if row in db.session:
        return
    before = object_session(row)
    if before is not None:
        before.expunge(row)
    db.flush()
    other = db.session.identity_map.get(db.session.identity_key(instance=row))
    if other is not None:
        db.session.expunge(other)
    db.session.add(row)


def _advance(db: Db, row: Task, only_if: ColumnElement[bool] | None = None, **values: Any) -> None:
    """Change columns of a task that is still as it was read; raises Refusal for any other."""
    query = update(Task).where(Task.id == row.id, Task.version == row.version)
    if only_if is not None:
        query = query.where(only_if)
    query = query.values(**values, version=row.version + 1)
    # What is in memory follows the row and never what was wanted of it.
    won = db.session.execute(
        query.returning(Task.id), execution_options={"synchronize_session": False}
    )
    if won.first() is None:
        raise Refusal("task-changed", number=row.number)
    db.session.refresh(row)


def _note(db: Db, row: Task, verb: str, doer: Doer, *, words: str, before: str) -> None:
    db.session.add(
        TaskChange(
            task_id=row.id,
            n=row.version,
            verb=verb,
            member_id=doer.member.id or None,
            at=doer.at,
            words=words[:1000],
            before=before,
            source=doer.source,
        )
    )
    db.flush()


def _settle(db: Db, team: TeamInfo, row: Task, now: dt.datetime) -> None:
    """Let what follows a task follow it: the list of what is open, and the reminders."""
    db.session.execute(
        update(TaskMember)
        .where(TaskMember.task_id == row.id)
        .values(is_open=int(row.state in ALIVE))
    )
    rearm(db, team, row, now)


def _set_owners(db: Db, row: Task, owners: tuple[int, ...]) -> None:
    db.session.execute(delete(TaskMember).where(TaskMember.task_id == row.id))
    for member_id in owners:
        db.session.add(TaskMember(task_id=row.id, member_id=member_id))
    db.flush()


def _move_on(db: Db, row: Task, now: dt.datetime) -> None:
    """Close the stay in the stage before, and open one in the new."""
    db.session.execute(
        update(TaskStay)
        .where(TaskStay.task_id == row.id, TaskStay.left_at.is_(None))
        .values(left_at=now)
    )
    if row.stage_id is not None and row.state in ALIVE:
        db.session.add(TaskStay(task_id=row.id, stage_id=row.stage_id, entered_at=now))


def snapshot(db: Db, row: Task) -> str:
    """What a task is now, in JSON: what a change keeps so that it can be taken back."""
    found: dict[str, Any] = {name: getattr(row, name) for name in _PLAIN}
    for name in _TIMES:
        value = getattr(row, name)
        found[name] = None if value is None else milliseconds(value)
    for name in _DAYS:
        value = getattr(row, name)
        found[name] = None if value is None else value.isoformat()
    members = select(TaskMember.member_id).where(TaskMember.task_id == row.id)
    found["members"] = sorted(db.session.scalars(members))
    links = select(TaskLink.after_id).where(TaskLink.task_id == row.id)
    found["after"] = sorted(db.session.scalars(links))
    items = select(TaskItem).where(TaskItem.task_id == row.id).order_by(TaskItem.n)
    found["items"] = [
        [each.words, each.done_by, None if each.done_at is None else milliseconds(each.done_at)]
        for each in db.session.scalars(items)
    ]
    found["tags"] = sorted(db.session.scalars(select(TaskTag.tag).where(TaskTag.task_id == row.id)))
    return json.dumps(found, ensure_ascii=False, sort_keys=True)


def history(db: Db, row: Task) -> list[Step]:
    """All that happened to a task, the oldest first."""
    query = select(TaskChange).where(TaskChange.task_id == row.id).order_by(TaskChange.n)
    return [
        Step(each.verb, each.member_id, each.at, each.words, bool(each.undone))
        for each in db.session.scalars(query)
    ]


def last_change(db: Db, row: Task) -> TaskChange | None:
    """The newest change that still stands and can be taken back."""
    return db.session.scalar(
        select(TaskChange)
        .where(
            TaskChange.task_id == row.id, TaskChange.undone == 0, TaskChange.verb.not_in(LASTING)
        )
        .order_by(TaskChange.n.desc())
        .limit(1)
    )


def was_alive_before(last: TaskChange) -> bool:
    """Whether there was something left to do before a change."""
    return bool(last.before) and json.loads(last.before)["state"] in ALIVE


def take_back(db: Db, team: TeamInfo, row: Task, last: TaskChange, doer: Doer) -> None:
    """Make a task what it was before its newest change; the making itself ends as cancelled."""
    if not last.before:
        change(
            db, team, row, "undo", doer=doer, words=last.verb, state=CANCELLED, closed_at=doer.at
        )
        last.undone = 1
        return
    was: dict[str, Any] = json.loads(last.before)
    members, after, items, tags = (was.pop(name) for name in ("members", "after", "items", "tags"))
    for after_id in after:
        refuse_circle(db, row, after_id)
    for name in _TIMES:
        was[name] = None if was[name] is None else moment(was[name])
    for name in _DAYS:
        was[name] = None if was[name] is None else dt.date.fromisoformat(was[name])
    change(db, team, row, "undo", doer=doer, words=last.verb, **{**was, "owners": members})
    last.undone = 1
    _restore(db, row, after, items)
    db.session.execute(delete(TaskTag).where(TaskTag.task_id == row.id))
    db.session.add_all(TaskTag(task_id=row.id, team_id=team.id, tag=tag) for tag in tags)
    db.flush()


def _restore(db: Db, row: Task, after: list[int], items: list[list[Any]]) -> None:
    for table in (TaskLink, TaskItem):
        db.session.execute(delete(table).where(table.task_id == row.id))
    for after_id in after:
        db.session.add(TaskLink(task_id=row.id, after_id=after_id))
    for n, (words, done_by, done_at) in enumerate(items, start=1):
        db.session.add(
            TaskItem(
                task_id=row.id,
                n=n,
                words=words,
                done_by=done_by,
                done_at=None if done_at is None else moment(done_at),
            )
        )
    db.flush()
