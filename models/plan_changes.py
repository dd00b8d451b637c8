"""Changes of strategies and campaigns: made by compare-and-set, kept, and taken back."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select, update

from models.campaign_tables import Campaign, PlanChange, PlanTask, Strategy
from models.db import Db
from models.errors import Refusal
from models.rosters import roster
from models.task_changes import Doer, change
from models.task_states import ALIVE, CANCELLED
from models.task_tables import Task
from models.tasks import by_id, infos
from models.values import MemberInfo, Role, TeamInfo

Plan = Strategy | Campaign
ACTIVE, ENDED, GONE = "active", "ended", "cancelled"
# The columns that a change may touch, of both kinds.
_PLAIN = ("name", "goal", "owner_id", "metric", "product", "state", "target", "products", "slots")
_DAYS = ("first", "last")


@dataclass(frozen=True, slots=True)
class TaskCount:
    """How many tasks of a plan are done, how many there are, those that are late now, and those
    that were done in time.
    """

    done: int
    total: int
    late: int
    in_time: int


def letter_of(row: Plan) -> str:
    """The letter of its number: #ST2, #K3."""
    return "ST" if isinstance(row, Strategy) else "K"


def may_change(row: Plan, member: MemberInfo) -> bool:
    """Whether somebody may change a plan: who answers for it, who made it, or a lead."""
    return member.role >= Role.LEAD or member.id in (row.owner_id, row.by_id)


def require_change(db: Db, row: Plan, member: MemberInfo) -> None:
    """Let pass who may change a plan; the others are told who can. Raises Refusal."""
    if may_change(row, member):
        return
    name = roster(db, row.team_id).name(row.owner_id)
    letter = letter_of(row)
    key = "strategy-not-yours" if letter == "ST" else "campaign-not-yours"
    raise Refusal(key, number=row.number, who=f"@{name}")


def begin(db: Db, row: Plan, doer: Doer, tasks: Sequence[int] = ()) -> None:
    """Write the first line of a new plan's history, with the tasks that it made."""
    _note(db, row, "create", doer, before="", tasks=tasks)


def alter(
    db: Db, row: Plan, verb: str, doer: Doer, *, tasks: Collection[int] = (), **values: Any
) -> None:
    """Change columns of a plan that is still as it was read; raises Refusal for any other."""
    before = _snapshot(row)
    _advance(db, row, **values)
    _note(db, row, verb, doer, before=before, tasks=tasks)


def _advance(db: Db, row: Plan, **values: Any) -> None:
    db.flush()
    table = type(row)
    query = update(table).where(table.id == row.id, table.version == row.version)
    query = query.values(**values, version=row.version + 1).returning(table.id)
    won = db.session.execute(query, execution_options={"synchronize_session": False})
    if won.first() is None:
        raise Refusal("campaign-changed", letter=letter_of(row), number=row.number)
    db.session.refresh(row)


def _snapshot(row: Plan) -> str:
    found: dict[str, Any] = {name: getattr(row, name) for name in _PLAIN if hasattr(row, name)}
    return json.dumps(found | {name: getattr(row, name).isoformat() for name in _DAYS})


def _note(db: Db, row: Plan, verb: str, doer: Doer, *, before: str, tasks: Collection[int]) -> None:
    db.session.add(
        PlanChange(
            letter=letter_of(row),
            subject=row.id,
            n=row.version,
            verb=verb,
            member_id=doer.member.id or None,
            at=doer.at,
            before=before,
            tasks=json.dumps(list(tasks)),
        )
    )
    db.flush()


def last_change(db: Db, row: Plan) -> PlanChange:
    """The newest change that still stands; raises Refusal where there is none."""
    query = select(PlanChange).where(
        PlanChange.letter == letter_of(row),
        PlanChange.subject == row.id,
        PlanChange.undone == 0,
        PlanChange.verb.not_in(("undo", "end")),
    )
    found = db.session.scalar(query.order_by(PlanChange.n.desc()).limit(1))
    if found is None:
        raise Refusal("campaign-nothing-to-undo", letter=letter_of(row), number=row.number)
    return found


def restore(
    db: Db, team: TeamInfo, row: Plan, last: PlanChange, doer: Doer
) -> tuple[dt.date, dt.date]:
    """Make a plan what it was before its newest change, with the tasks that were handed over;
    returns its days as they were until now. The making itself ends as cancelled.
    """
    was, owner = (row.first, row.last), row.owner_id
    if last.before:
        values: dict[str, Any] = json.loads(last.before)
        values |= {name: dt.date.fromisoformat(values[name]) for name in _DAYS}
    else:
        values = {"state": GONE}
    alter(db, row, "undo", doer, **values)
    last.undone = 1
    if last.verb == "owner":
        give_back(db, team, tasks_of(last), doer, was=owner, to=row.owner_id)
    db.flush()
    return was


def tasks_of(last: PlanChange) -> list[int]:
    """The tasks that went with a change."""
    return [int(each) for each in json.loads(last.tasks)]


# -- tasks


def attach(db: Db, row: Plan, task: Task, *, anchor: str = "", offset: int = 0) -> None:
    """Let a task belong to a plan."""
    db.session.add(
        PlanTask(
            letter=letter_of(row), subject=row.id, task_id=task.id, anchor=anchor, offset=offset
        )
    )
    db.flush()


def attached(db: Db, row: Plan) -> list[tuple[PlanTask, Task]]:
    """The tasks that belong to a plan, the next deadline first; without the later ones of a
    series.
    """
    query = (
        select(PlanTask, Task)
        .join(Task, Task.id == PlanTask.task_id)
        .where(PlanTask.letter == letter_of(row), PlanTask.subject == row.id)
        .order_by(Task.due_at.is_(None), Task.due_at, Task.number)
    )
    return [(link, task) for link, task in db.session.execute(query)]


def all_tasks(db: Db, row: Plan) -> list[Task]:
    """All tasks of a plan that were not called off, the later ones of a series too."""
    firsts = [task for _, task in attached(db, row)]
    ids = [task.id for task in firsts if task.recurs_from is not None]
    later = db.session.scalars(select(Task).where(Task.series_id.in_(ids))).all() if ids else []
    found = {task.id: task for task in (*firsts, *later)}
    return sorted(
        (task for task in found.values() if task.state != CANCELLED),
        key=lambda task: (task.due_at is None, task.due_at, task.number),
    )


def count_tasks(db: Db, row: Plan, now: dt.datetime) -> TaskCount:
    """How the tasks of a plan stand; the turns of a series that passed without one count too."""
    found = all_tasks(db, row)
    done = [task for task in found if task.state == "done"]
    in_time = [
        task
        for task in done
        if task.due_at is None or (task.submitted_at or task.closed_at or now) <= task.due_at
    ]
    late = [
        task
        for task in found
        if task.state in ALIVE and task.state != "review" and task.due_at and task.due_at <= now
    ]
    total = len(found) + sum(task.skipped for task in found)
    return TaskCount(len(done), total, len(late), len(in_time))


def call_off(
    db: Db, team: TeamInfo, row: Plan, doer: Doer, *, only: Collection[int] | None = None
) -> list[int]:
    """Cancel what is still to be done for a plan, or of some tasks, so that no series goes on;
    returns the ids of the tasks.
    """
    gone = []
    for task in all_tasks(db, row):
        if task.state in ALIVE and (only is None or task.id in only):
            words = f"#{letter_of(row)}{row.number}"
            change(
                db, team, task, "cancel", doer=doer, words=words, state=CANCELLED,
                closed_at=doer.at,
            )  # fmt: skip
            gone.append(task.id)
    return gone


def hand_over(db: Db, team: TeamInfo, row: Plan, doer: Doer, *, was: int, to: int) -> list[int]:
    """Give what one member alone has still to do for a plan to another; returns the ids."""
    moved = []
    for task in infos(db, all_tasks(db, row)):
        if task.is_alive and task.owners == (was,):
            change(db, team, task.row, "transfer", doer=doer, owners=(to,))
            moved.append(task.row.id)
    return moved


def give_back(
    db: Db, team: TeamInfo, ids: Collection[int], doer: Doer, *, was: int, to: int
) -> None:
    """Give tasks that were handed over with a plan back, as far as they are where they went."""
    for task_id in ids:
        task = by_id(db, team.id, task_id)
        if task is not None and task.is_alive and task.owners == (was,):
            change(db, team, task.row, "transfer", doer=doer, owners=(to,))


def bring_back(db: Db, team: TeamInfo, ids: Collection[int], doer: Doer) -> int:
    """Let tasks that were called off with a plan be open again; returns how many."""
    count = 0
    for task_id in ids:
        task = by_id(db, team.id, task_id)
        if task is not None and task.row.state == CANCELLED:
            change(db, team, task.row, "reopen", doer=doer, state="open", closed_at=None)
            count += 1
    return count
