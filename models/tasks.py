"""Tasks as people know them: making one, finding it, and who may do what with it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, bindparam, select

from models.db import Db
from models.errors import Refusal
from models.numbering import next_number
from models.schedules import local_moment
from models.task_changes import Doer, begin
from models.task_limits import MAX_ITEMS, fitting
from models.task_limits import MAX_TITLE as MAX_TITLE
from models.task_limits import MAX_WORDS as MAX_WORDS
from models.task_reminders import rearm
from models.task_states import ALIVE, TASK
from models.task_tables import (
    SHARE_OPEN,
    Task,
    TaskItem,
    TaskLink,
    TaskMember,
    TaskNeed,
    TaskTag,
)
from models.values import MemberInfo, Role, TeamInfo


@dataclass(frozen=True, slots=True)
class Deadline:
    """When something is due: the moment, its local day, and whether only the day was named; then
    the moment is the end of that day.
    """

    at: dt.datetime
    day: dt.date
    all_day: bool = False


def deadline(team: TeamInfo, due: dt.date | dt.datetime) -> Deadline:
    """The deadline that a day, or a time in any zone, means in a team."""
    if isinstance(due, dt.datetime):
        return Deadline(due.astimezone(dt.UTC), due.astimezone(team.zone).date())
    return Deadline(local_moment(due, 24 * 60, team.zone), due, all_day=True)


@dataclass(frozen=True, slots=True)
class NewTask:
    """What a task is to be; `owners` are member ids, `after` tasks that it waits for, `needs`
    pairs of skill and level. `recurs_until` is the last day of a recurring one.
    """

    title: str
    owners: tuple[int, ...] = ()
    due: Deadline | None = None
    detail: str = ""
    criteria: str = ""
    acceptor_id: int | None = None
    priority: int = 0
    tags: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    after: tuple[int, ...] = ()
    needs: tuple[tuple[str, int], ...] = ()
    customer: str = ""
    stage_id: int | None = None
    kind: str = TASK
    promised_to: int | None = None
    recurrence: str = ""
    recurs_until: dt.date | None = None
    series_id: int | None = None
    skipped: int = 0
    origin: str = ""


@dataclass(frozen=True, slots=True)
class TaskInfo:
    """A task as it was read, with its assignees, tags and the numbers of what it waits for; `late`
    is for the moment of reading.
    """

    row: Task
    owners: tuple[int, ...]
    tags: tuple[str, ...] = ()
    items: tuple[TaskItem, ...] = ()
    waits_for: tuple[int, ...] = ()

    @property
    def number(self) -> int:
        """The number people know it by."""
        return self.row.number

    @property
    def is_alive(self) -> bool:
        """Whether there is something left to do."""
        return self.row.state in ALIVE

    @property
    def acceptor(self) -> int | None:
        """Who has to accept it, if somebody has: the one who was named, or who gave it where it
        must meet a requirement.
        """
        if self.row.acceptor_id is not None:
            return self.row.acceptor_id
        return self.row.giver_id if self.row.criteria and self.row.kind == TASK else None

    def is_late(self, now: dt.datetime) -> bool:
        """Whether its deadline is over and there is something left to do by the assignee."""
        due = self.row.due_at
        return due is not None and due <= now and self.is_alive and self.row.state != "review"


# The columns of a task that comes once.
NEVER: Mapping[str, Any] = {"recurs_from": None, "recurs_day": None, "recurs_at": None}


def recurring(team: TeamInfo, due: Deadline) -> dict[str, Any]:
    """The columns of a recurring task whose first deadline that is."""
    local = due.at.astimezone(team.zone)
    clock = None if due.all_day else local.hour * 60 + local.minute
    return {"recurs_from": due.day, "recurs_day": due.day, "recurs_at": clock}


def create(db: Db, team: TeamInfo, new: NewTask, doer: Doer) -> TaskInfo:
    """Make a task; raises Refusal for one without a title or with too long a one."""
    said = {"title": new.title, "detail": new.detail, "criteria": new.criteria}
    after = [find(db, team.id, number).id for number in dict.fromkeys(new.after)]
    values = fitting({**said, "customer": new.customer})
    due = new.due
    row = Task(
        team_id=team.id,
        number=next_number(db, team.id, "T"),
        kind=new.kind,
        **values,
        **(recurring(team, due) if due and new.recurrence else {}),
        acceptor_id=new.acceptor_id,
        priority=new.priority,
        due_at=due.at if due else None,
        due_day=due.day if due else None,
        all_day=int(due.all_day) if due else 0,
        giver_id=doer.member.id,
        promised_to=new.promised_to,
        owners=len(set(new.owners)),
        recurrence=new.recurrence,
        recurs_until=new.recurs_until,
        series_id=new.series_id,
        skipped=new.skipped,
        created_at=doer.at,
        source=doer.source,
        origin=new.origin,
    )
    db.session.add(row)
    db.flush()
    for member_id in dict.fromkeys(new.owners):
        db.session.add(TaskMember(task_id=row.id, member_id=member_id, is_open=1))
    add_parts(db, team, row, new, after)
    begin(db, team, row, doer, new.stage_id)
    rearm(db, team, row, doer.at)
    db.flush()
    return info(db, row)


def add_parts(db: Db, team: TeamInfo, row: Task, new: NewTask, after: Iterable[int]) -> None:
    """Write down a task's tags, checklist, needs and, by their ids, the tasks that it waits for."""
    for tag in dict.fromkeys(tag[:32] for tag in new.tags):
        db.session.add(TaskTag(task_id=row.id, tag=tag, team_id=team.id))
    for n, words in enumerate(new.items[:MAX_ITEMS], start=1):
        db.session.add(TaskItem(task_id=row.id, n=n, words=words[:200]))
    for skill, level in dict(new.needs).items():
        db.session.add(TaskNeed(task_id=row.id, skill=skill[:32], level=level))
    db.session.add_all(TaskLink(task_id=row.id, after_id=after_id) for after_id in after)


def find(db: Db, team_id: int, number: int) -> Task:
    """The row of a team's task; another team's number is the same as none. Raises Refusal."""
    row = db.session.scalar(select(Task).where(Task.team_id == team_id, Task.number == number))
    if row is None:
        raise Refusal("task-not-found", number=number)
    return row


def require(db: Db, team_id: int, number: int) -> TaskInfo:
    """A team's task by its number; raises Refusal where there is none."""
    return info(db, find(db, team_id, number))


def by_id(db: Db, team_id: int, task_id: int) -> TaskInfo | None:
    """A team's task by our own id, None where there is none."""
    row = db.session.get(Task, task_id)
    return info(db, row) if row is not None and row.team_id == team_id else None


def info(db: Db, row: Task) -> TaskInfo:
    """A task with all that belongs to it."""
    return infos(db, [row])[0]


def infos(db: Db, rows: Sequence[Task]) -> list[TaskInfo]:
    """Tasks with all that belongs to them, in the order given."""
    db.flush()
    ids = [row.id for row in rows]
    owners = _grouped(db, select(TaskMember.task_id, TaskMember.member_id), ids)
    tags = _grouped(db, select(TaskTag.task_id, TaskTag.tag), ids)
    open_links = (
        select(TaskLink.task_id, Task.number)
        .join(Task, Task.id == TaskLink.after_id)
        .where(Task.state.in_(ALIVE))
    )
    links = _grouped(db, open_links, ids)
    items: dict[int, tuple[TaskItem, ...]] = {}
    found = select(TaskItem).where(TaskItem.task_id.in_(ids)).order_by(TaskItem.task_id, TaskItem.n)
    for item in db.session.scalars(found):
        items[item.task_id] = (*items.get(item.task_id, ()), item)
    return [
        TaskInfo(
            row,
            owners.get(row.id, ()),
            tags.get(row.id, ()),
            items.get(row.id, ()),
            links.get(row.id, ()),
        )
        for row in rows
    ]


def _grouped(db: Db, pairs: Select[Any, Any], ids: list[int]) -> dict[int, tuple[Any, ...]]:
    """The second values of pairs by the first, which is one of the ids, in their order."""
    key, value = pairs.selected_columns
    found: dict[int, tuple[Any, ...]] = {}
    for task_id, each in db.session.execute(pairs.where(key.in_(ids)).order_by(value)):
        found[task_id] = (*found.get(task_id, ()), each)
    return found


_OPEN_OF = (
    select(Task)
    .join(TaskMember, TaskMember.task_id == Task.id)
    .where(
        TaskMember.member_id == bindparam("member"), SHARE_OPEN, Task.team_id == bindparam("team")
    )
    .order_by(Task.due_at.is_(None), Task.due_at, Task.priority.desc(), Task.number)
)


def open_of(db: Db, team_id: int, member_id: int) -> list[TaskInfo]:
    """What a member has to do, the next deadline first."""
    rows = db.session.scalars(_OPEN_OF, {"member": member_id, "team": team_id}).all()
    return infos(db, rows)


def from_source(db: Db, team_id: int, source: int) -> list[TaskInfo]:
    """The tasks that a message made."""
    query = select(Task).where(Task.source == source, Task.team_id == team_id)
    return infos(db, db.session.scalars(query.order_by(Task.number)).all())


def may_steer(task: TaskInfo, member: MemberInfo) -> bool:
    """Whether somebody may say what becomes of a task: who gave it, or a lead."""
    return member.id == task.row.giver_id or member.role >= Role.LEAD


def may_work(task: TaskInfo, member: MemberInfo) -> bool:
    """Whether somebody may do a task: an assignee, or who may steer it."""
    return member.id in task.owners or may_steer(task, member)


def may_accept(task: TaskInfo, member: MemberInfo) -> bool:
    """Whether somebody may accept a task: the acceptor, else who gave it; managers always, but
    nobody their own work where another one is to judge it.
    """
    judge = task.acceptor or task.row.giver_id
    if member.id == judge:
        return True
    return member.role >= Role.MANAGER and member.id not in task.owners
