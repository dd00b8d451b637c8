"""Whom a task may be given to, and several tasks assigned together."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Sequence

from sqlalchemy import select

from models import care, matching, skills, workloads
from models.db import Db
from models.errors import Refusal
from models.matching import Fit, Plan, Work
from models.offers import DECLINED, OPEN, Offer, close, require_free
from models.rosters import ACTIVE, roster
from models.task_changes import Doer
from models.task_states import ALIVE, TASK
from models.task_steps import hand_over
from models.task_tables import Task, TaskNeed, TaskOffer
from models.tasks import TaskInfo, infos
from models.values import MemberInfo, TeamInfo

_TURN = dt.timedelta(milliseconds=1)


def ranking(
    db: Db,
    team: TeamInfo,
    task: TaskInfo,
    asker: MemberInfo,
    *,
    now: dt.datetime,
    without: Collection[int] = (),
) -> list[Fit]:
    """Who may be asked to take a task, the best first; nobody is asked twice, and that the best are
    left out makes nobody else good enough.
    """
    work = works(db, team, [task], now)[0]
    people = workloads.persons(db, team, _eligible(db, team, asker, [work]), work.days, now)
    out = {*without, *_declined(db, task)}
    return [each for each in matching.rank(work, people, now) if each.person.id not in out]


def _declined(db: Db, task: TaskInfo) -> set[int]:
    """Who said no to a task."""
    query = select(TaskOffer.member_id).where(
        TaskOffer.task_id == task.row.id, TaskOffer.state == DECLINED
    )
    return set(db.session.scalars(query))


def named(db: Db, team: TeamInfo, task: TaskInfo, member: MemberInfo, now: dt.datetime) -> Fit:
    """How somebody whom the lead named fits a task."""
    work = works(db, team, [task], now)[0]
    return matching.assess(work, workloads.persons(db, team, [member], work.days, now)[0], now)


def works(db: Db, team: TeamInfo, tasks: Sequence[TaskInfo], now: dt.datetime) -> list[Work]:
    """Tasks as matching sees them."""
    today = now.astimezone(team.zone).date()
    query = select(TaskNeed).where(TaskNeed.task_id.in_([task.row.id for task in tasks]))
    needs: dict[int, list[tuple[str, int]]] = {}
    for need in db.session.scalars(query.order_by(TaskNeed.skill)):
        needs.setdefault(need.task_id, []).append((need.skill.lower(), need.level))
    return [
        Work(
            id=task.row.id,
            needs=tuple(needs.get(task.row.id, ())),
            words=" ".join((task.row.title, task.row.detail, *task.tags)).lower(),
            days=workloads.days_until(today, task.row.due_day),
        )
        for task in tasks
    ]


def _eligible(db: Db, team: TeamInfo, asker: MemberInfo, works: Iterable[Work]) -> list[MemberInfo]:
    """Who may be proposed: not the one who asks; those above only for a skill that they have."""
    members = [member for member in workloads.workers(db, team) if member.id != asker.id]
    wanted = {skill for work in works for skill, _ in work.needs}
    above = [member.id for member in members if member.role > asker.role]
    can = skills.skills_of(db, above)
    return [
        member
        for member in members
        if member.role <= asker.role or wanted.intersection(can.get(member.id, ()))
    ]


def unassigned(db: Db, team: TeamInfo) -> list[TaskInfo]:
    """The open tasks that nobody has and nobody is asked about, the next deadline first."""
    asked = select(TaskOffer.task_id).where(TaskOffer.team_id == team.id, TaskOffer.state == OPEN)
    query = (
        select(Task)
        .where(
            Task.team_id == team.id,
            Task.state.in_(ALIVE),
            Task.kind == TASK,
            Task.owners == 0,
            Task.id.not_in(asked),
        )
        .order_by(Task.due_at.is_(None), Task.due_at, Task.priority.desc(), Task.number)
        .limit(matching.MOST_WORKS)
    )
    return infos(db, db.session.scalars(query).all())


def plan(
    db: Db, team: TeamInfo, tasks: Sequence[TaskInfo], asker: MemberInfo, now: dt.datetime
) -> Plan:
    """Assign tasks together; nothing is changed. Raises Refusal for a task that is not free and
    for too many at once.
    """
    if len(tasks) > matching.MOST_WORKS:
        raise Refusal("matching-too-many", most=matching.MOST_WORKS)
    for task in tasks:
        require_free(db, task)
    wanted = works(db, team, tasks, now)
    days = sorted({day for work in wanted for day in work.days})
    people = _eligible(db, team, asker, wanted)
    return matching.assign(wanted, workloads.persons(db, team, people, days, now), now)


def carry_out(
    db: Db, team: TeamInfo, pairs: Sequence[tuple[TaskInfo, int]], doer: Doer
) -> list[tuple[TaskInfo, MemberInfo]]:
    """Give tasks to members as planned; what has been taken or ended meanwhile stays as it is.

    Turns within a plan are a millisecond apart, so that the queue goes on where it stopped.
    """
    people, given = roster(db, team.id).members, []
    for n, (task, member_id) in enumerate(pairs):
        member = people.get(member_id)
        if member is None or member.state != ACTIVE or task.owners or not task.is_alive:
            continue
        close(db, team, task)
        given.append((hand_over(db, team, task, doer, to=(member,)), member))
        care.change_profile(db, member.id, last_duty_at=doer.at + n * _TURN)
    return given


def next_fits(db: Db, team: TeamInfo, found: Offer, now: dt.datetime) -> list[Fit]:
    """Who is asked after a no: the one who stood by, then by rank."""
    asker = roster(db, team.id).members[found.row.asked_by]
    fits = ranking(db, team, found.task, asker, now=now)
    return sorted(fits, key=lambda each: each.person.id != found.row.backup_id)
