"""What a leave means for the team: how long somebody is away, and what falls due meanwhile."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from sqlalchemy import select, update

from models import duties, membership
from models.auditing import note
from models.care import LONGEST_LEAVE, leaves
from models.db import Db
from models.errors import Refusal
from models.people_tables import Leave
from models.rosters import ACTIVE, SHADOW, roster
from models.task_states import ALIVE
from models.task_tables import Task, TaskMember
from models.values import MemberInfo, Role, TeamInfo

# A duty and the people who stand in for its holder.
StandIn = tuple[str, tuple[MemberInfo, ...]]

_DAY = dt.timedelta(days=1)
_YEAR = LONGEST_LEAVE * _DAY


@dataclass(frozen=True, slots=True)
class Absence:
    """Days in a row on which a member is away, both ends included."""

    member_id: int
    first: dt.date
    last: dt.date

    @property
    def days(self) -> int:
        """How many days it lasts."""
        return (self.last - self.first).days + 1

    def holds(self, day: dt.date) -> bool:
        """Whether a day is one of it."""
        return self.first <= day <= self.last


def absences(db: Db, team: TeamInfo, day: dt.date) -> list[Absence]:
    """Who of the team is away on that day or later, leaves that touch as one; by first day."""
    members = roster(db, team.id).members
    found: dict[int, list[Absence]] = {}
    for member_id, first, last in leaves(db, team, day - _YEAR, day + _YEAR):
        if members[member_id].state not in (ACTIVE, SHADOW):
            continue
        mine = found.setdefault(member_id, [])
        if mine and first <= mine[-1].last + _DAY:
            mine[-1] = replace(mine[-1], last=max(mine[-1].last, last))
        else:
            mine.append(Absence(member_id, first, last))
    every = [each for mine in found.values() for each in mine if each.last >= day]
    return sorted(every, key=lambda each: (each.first, each.last, each.member_id))


def of_member(db: Db, team: TeamInfo, member_id: int, day: dt.date) -> list[Absence]:
    """When a member is away on that day or later."""
    return [each for each in absences(db, team, day) if each.member_id == member_id]


def require_may(db: Db, actor: MemberInfo, member: MemberInfo) -> None:
    """Let pass who may say when a member is away: the member, and a lead. Raises Refusal."""
    if member.id != actor.id:
        membership.require(db, actor, Role.LEAD)
    if member.state not in (ACTIVE, SHADOW):
        raise Refusal("leave-person-left", name=member.name)


def tasks_due(db: Db, team: TeamInfo, span: Absence) -> list[tuple[int, str]]:
    """The open tasks of who is away whose deadline falls on one of those days: (number, title),
    by deadline.
    """
    rows = db.session.execute(
        select(Task.number, Task.title)
        .join(TaskMember, TaskMember.task_id == Task.id)
        .where(
            TaskMember.member_id == span.member_id,
            TaskMember.is_open == 1,
            Task.team_id == team.id,
            Task.state.in_(ALIVE),
            Task.due_day >= span.first,
            Task.due_day <= span.last,
        )
        .order_by(Task.due_at, Task.number)
    )
    return [(number, title) for number, title in rows]


def stand_ins(db: Db, team: TeamInfo, span: Absence) -> list[StandIn]:
    """Which duties nobody holds while a member is away, and the backups who are here then."""
    busy = {
        each.member_id for each in absences(db, team, span.first) if each.first <= span.last
    } - {span.member_id}
    found = []
    for duty in duties.of_team(db, team.id):
        if [each.id for each in duty.holders if each.id not in busy] == [span.member_id]:
            free = tuple(each for each in duty.backups if each.id not in busy)
            found.append((duty.name, free))
    return found


def end(db: Db, actor: MemberInfo, absence: Absence, back: dt.date, *, now: dt.datetime) -> None:
    """Let an absence end before the day `back`; where that is its first day, it never was."""
    of_it = [
        Leave.team_id == actor.team_id,
        Leave.member_id == absence.member_id,
        Leave.cancelled == 0,
    ]
    db.session.execute(
        update(Leave)
        .where(*of_it, Leave.first >= back, Leave.first <= absence.last)
        .values(cancelled=1)
    )
    db.session.execute(
        update(Leave).where(*of_it, Leave.first < back, Leave.last >= back).values(last=back - _DAY)
    )
    note(db, actor, "leave_end", f"{absence.member_id}: {absence.last} -> {back}", now)


def take_back(db: Db, actor: MemberInfo, leave_id: int, now: dt.datetime) -> MemberInfo:
    """Cancel one leave as if it had not been noted; returns whose it was.

    Whoever is away, whoever wrote it down, and a lead may. Raises Refusal for one that is over
    already.
    """
    row = db.session.get(Leave, leave_id)
    if row is None or row.team_id != actor.team_id:
        raise Refusal("leave-none-such")
    if actor.id not in (row.member_id, row.recorded_by):
        membership.require(db, actor, Role.LEAD)
    changed = db.session.execute(
        update(Leave)
        .where(Leave.id == leave_id, Leave.cancelled == 0)
        .values(cancelled=1)
        .returning(Leave.id)
    )
    if changed.first() is None:
        raise Refusal("leave-none-such")
    note(db, actor, "leave_undo", f"{row.member_id}: {row.first} {row.last}", now)
    return roster(db, actor.team_id).members[row.member_id]
