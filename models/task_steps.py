"""What people do with tasks: each step checks who may, changes the task once, and keeps it."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from models.db import Db
from models.errors import Refusal
from models.merge_undoing import is_merge, take_apart
from models.rosters import roster
from models.task_changes import Doer, change, last_change, take_back, was_alive_before
from models.task_series import drop_next, idle_next, make_next
from models.task_states import ALIVE, ALLOWED, DONE, LEADS_TO
from models.task_tables import Task, TaskLink, TaskMember
from models.tasks import (
    TaskInfo,
    info,
    may_accept,
    may_steer,
    may_work,
    open_of,
)
from models.values import MemberInfo, TeamInfo


@dataclass(frozen=True, slots=True)
class Ended:
    """How a step ended: the task as it is now, the next one of its series, and the tasks that
    waited only for it.
    """

    task: TaskInfo
    following: TaskInfo | None = None
    freed: tuple[TaskInfo, ...] = ()


def check(task: TaskInfo, verb: str) -> None:
    """Let pass a step that a task's state allows; raises Refusal."""
    if task.row.state == DONE and verb in ("submit", "finish"):
        raise Refusal("task-done-already", number=task.number)
    if task.row.state not in ALLOWED.get(verb, ALIVE):
        raise Refusal("task-not-now", number=task.number, state=task.row.state, verb=verb)


def only(db: Db, may: bool, task: TaskInfo, who: tuple[int | None, ...]) -> None:
    """Let pass who may; the others are told who can. Raises Refusal."""
    if may:
        return
    people = roster(db, task.row.team_id)
    names = [people.name(i) for i in dict.fromkeys(who) if i is not None]
    named = " ".join(f"@{name}" for name in names[:3])
    raise Refusal("task-not-yours", number=task.number, who=named)


def claim(db: Db, team: TeamInfo, task: TaskInfo, doer: Doer) -> TaskInfo:
    """Take a task that nobody has: the first one wins, the others get Refusal with the name."""
    check(task, "claim")
    _refuse_taken(db, task, doer)
    mine = (doer.member.id,)
    try:
        change(db, team, task.row, "claim", doer=doer, owners=mine, only_if=Task.owners == 0)
    except Refusal:
        _refuse_taken(db, task, doer)
        raise
    return info(db, task.row)


def _refuse_taken(db: Db, task: TaskInfo, doer: Doer) -> None:
    """Let pass a task that nobody has now, whoever had it when it was read."""
    owners = db.session.scalars(
        select(TaskMember.member_id)
        .where(TaskMember.task_id == task.row.id)
        .order_by(TaskMember.member_id)
    ).all()
    if doer.member.id in owners:
        raise Refusal("task-yours-already", number=task.number)
    if owners:
        people = roster(db, task.row.team_id)
        names = " ".join(f"@{people.name(i)}" for i in owners)
        raise Refusal("task-taken", number=task.number, who=names)


def start(db: Db, team: TeamInfo, task: TaskInfo, doer: Doer) -> TaskInfo:
    """Begin a task."""
    only(db, may_work(task, doer.member), task, (*task.owners, task.row.giver_id))
    check(task, "start")
    started = task.row.started_at or doer.at
    change(db, team, task.row, "start", doer=doer, state=LEADS_TO["start"], started_at=started)
    return info(db, task.row)


def finish(db: Db, team: TeamInfo, task: TaskInfo, doer: Doer) -> Ended:
    """Say that a task is done: it waits for its acceptor, or ends where there is none but the one
    who says it.
    """
    only(db, may_work(task, doer.member), task, (*task.owners, task.row.giver_id))
    verb = "finish" if task.acceptor in (None, doer.member.id) else "submit"
    check(task, verb)
    change(
        db,
        team,
        task.row,
        verb,
        doer=doer,
        state=LEADS_TO[verb],
        started_at=task.row.started_at or doer.at,
        submitted_at=doer.at,
        closed_at=doer.at if verb == "finish" else None,
        blocked="",
    )
    return Ended(info(db, task.row)) if verb == "submit" else _ended(db, team, task, doer)


def accept(db: Db, team: TeamInfo, task: TaskInfo, doer: Doer) -> Ended:
    """Accept a task that was handed in."""
    only(db, may_accept(task, doer.member), task, (task.acceptor or task.row.giver_id,))
    check(task, "accept")
    change(db, team, task.row, "accept", doer=doer, state=DONE, closed_at=doer.at)
    return _ended(db, team, task, doer)


def _ended(db: Db, team: TeamInfo, task: TaskInfo, doer: Doer) -> Ended:
    now = info(db, task.row)
    return Ended(now, make_next(db, team, now, doer), _freed(db, task.row))


def _freed(db: Db, row: Task) -> tuple[TaskInfo, ...]:
    """The tasks that waited for one and for nothing else that is still to be done."""
    query = select(Task).join(TaskLink, TaskLink.task_id == Task.id)
    rows = db.session.scalars(query.where(TaskLink.after_id == row.id, Task.state.in_(ALIVE)))
    found = [info(db, each) for each in rows.all()]
    return tuple(each for each in found if not each.waits_for)


def send_back(db: Db, team: TeamInfo, task: TaskInfo, doer: Doer, *, words: str) -> TaskInfo:
    """Return a task that is not good enough yet, with what is missing."""
    only(db, may_accept(task, doer.member), task, (task.acceptor or task.row.giver_id,))
    check(task, "return")
    if not words.strip():
        raise Refusal("task-return-why", number=task.number)
    was_done = task.row.state == DONE
    if was_done:
        idle_next(db, task.row)
    change(
        db,
        team,
        task.row,
        "return",
        doer=doer,
        words=words,
        state=LEADS_TO["return"],
        returned=task.row.returned + 1,
        submitted_at=None,
        closed_at=None,
    )
    if was_done:
        drop_next(db, team, task.row, doer)
    return info(db, task.row)


def cancel(db: Db, team: TeamInfo, task: TaskInfo, doer: Doer, *, words: str = "") -> Ended:
    """Call a task off; a recurring one comes again unless its series is ended first."""
    only(db, may_steer(task, doer.member), task, (task.row.giver_id,))
    check(task, "cancel")
    change(
        db,
        team,
        task.row,
        "cancel",
        doer=doer,
        words=words,
        state=LEADS_TO["cancel"],
        closed_at=doer.at,
    )
    return _ended(db, team, task, doer)


def reopen(db: Db, team: TeamInfo, task: TaskInfo, doer: Doer) -> TaskInfo:
    """Let a task that had ended be open again."""
    only(db, may_work(task, doer.member), task, (task.row.giver_id,))
    check(task, "reopen")
    idle_next(db, task.row)
    change(
        db, team, task.row, "reopen", doer=doer, state=LEADS_TO["reopen"], closed_at=None,
        submitted_at=None,
    )  # fmt: skip
    drop_next(db, team, task.row, doer)
    return info(db, task.row)


def hand_over(
    db: Db, team: TeamInfo, task: TaskInfo, doer: Doer, *, to: tuple[MemberInfo, ...]
) -> TaskInfo:
    """Give a task to others: an assignee hands over their own part, who steers it all of it."""
    task = info(db, task.row)
    check(task, "transfer")
    only(db, may_work(task, doer.member), task, (*task.owners, task.row.giver_id))
    new = tuple(member.id for member in to)
    if set(new) <= set(task.owners) and (
        doer.member.id not in task.owners or doer.member.id in new
    ):
        raise Refusal("task-has-it", number=task.number, who=" ".join(f"@{m.name}" for m in to))
    kept: tuple[int, ...] = ()
    if doer.member.id in task.owners:
        kept = tuple(i for i in task.owners if i != doer.member.id)
    verb = "transfer" if task.owners else "assign"
    names = " ".join(f"@{member.name}" for member in to)
    change(db, team, task.row, verb, doer=doer, words=names, owners=(*kept, *new))
    return info(db, task.row)


def block(db: Db, team: TeamInfo, task: TaskInfo, doer: Doer, *, words: str) -> TaskInfo:
    """Say what a task is stuck on; no words free it."""
    only(db, may_work(task, doer.member), task, (*task.owners, task.row.giver_id))
    check(task, "block")
    words = words.strip()
    verb = "block" if words else "unblock"
    if not words and not task.row.blocked:
        raise Refusal("task-not-blocked", number=task.number)
    change(db, team, task.row, verb, doer=doer, words=words, blocked=words[:200])
    return info(db, task.row)


def undo(db: Db, team: TeamInfo, task: TaskInfo, doer: Doer) -> tuple[TaskInfo, str]:
    """Take back the newest change of a task; returns it with the verb that was taken back. Who made
    the change may, and who steers the task.
    """
    last = last_change(db, task.row)
    if last is None:
        raise Refusal("task-nothing-to-undo", number=task.number)
    may = doer.member.id == last.member_id or may_steer(task, doer.member)
    only(db, may, task, (last.member_id, task.row.giver_id))
    if is_merge(last):
        return take_apart(db, team, task, last, doer=doer), last.verb
    was_alive, will_live = task.is_alive, was_alive_before(last)
    if will_live and not was_alive:
        idle_next(db, task.row)
    take_back(db, team, task.row, last, doer)
    now = info(db, task.row)
    if will_live and not was_alive:
        drop_next(db, team, task.row, doer)
    elif last.before and was_alive and not will_live:
        make_next(db, team, now, doer)
    return now, last.verb


def leave_open(db: Db, team: TeamInfo, member: MemberInfo, doer: Doer) -> list[TaskInfo]:
    """Take somebody who left the team off what they had; returns what nobody has now."""
    found = open_of(db, team.id, member.id)
    for task in found:
        rest = tuple(i for i in task.owners if i != member.id)
        change(db, team, task.row, "left", doer=doer, words=member.name, owners=rest)
    return [info(db, task.row) for task in found if len(task.owners) == 1]
