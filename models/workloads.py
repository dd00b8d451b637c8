"""How much everybody has to do, and the people of a team as matching sees them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import case, func, select

from models import care, skills
from models.db import Db
from models.matching import Person
from models.people_tables import MemberProfile
from models.rosters import ACTIVE, roster
from models.task_states import ALIVE, REVIEW
from models.task_tables import SHARE_OPEN, Task, TaskMember, TaskOffer
from models.values import MemberInfo, Period, PeriodKind, Role, TeamInfo

_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Load:
    """What a member has in hand, is asked about (`offered`), and when they are back from leave."""

    member: MemberInfo
    open: int
    offered: int
    capacity: int
    due_this_week: int
    overdue: int
    back: dt.date | None

    @property
    def is_over(self) -> bool:
        """Whether it is more than the member said is enough."""
        return self.open > self.capacity


def workers(db: Db, team: TeamInfo) -> list[MemberInfo]:
    """The present members who can be given work."""
    return [
        member
        for member in roster(db, team.id).members.values()
        if member.state == ACTIVE and member.role >= Role.MEMBER
    ]


def loads(db: Db, team: TeamInfo, members: Sequence[MemberInfo], now: dt.datetime) -> list[Load]:
    """What members have to do, who is fullest first."""
    today = now.astimezone(team.zone).date()
    counts, offered = _counts(db, team, today, now), offered_to(db, team)
    profiles = care.profiles(db, [member.id for member in members])
    away = care.away(db, team, today)
    found = []
    for member in members:
        tasks, due, overdue = counts.get(member.id, (0, 0, 0))
        back = care.back_on(db, member.id, team, today) if member.id in away else None
        found.append(
            Load(
                member=member,
                open=tasks,
                offered=offered.get(member.id, 0),
                capacity=_capacity(profiles.get(member.id)),
                due_this_week=due,
                overdue=overdue,
                back=back,
            )
        )
    return sorted(found, key=lambda load: (-load.open / load.capacity, -load.open, load.member.id))


def _capacity(profile: MemberProfile | None) -> int:
    return (profile.capacity if profile is not None else None) or skills.USUAL_CAPACITY


def _counts(
    db: Db, team: TeamInfo, today: dt.date, now: dt.datetime
) -> dict[int, tuple[int, int, int]]:
    """For each member with open tasks: how many, how many are due this week, how many overdue."""
    sunday = Period.of(PeriodKind.WEEK, today).last
    is_late = (Task.due_at <= now) & (Task.state != REVIEW)
    is_due = (Task.due_at > now) & (Task.due_day <= sunday)
    query = (
        select(
            TaskMember.member_id,
            func.count(),
            func.coalesce(func.sum(case((is_due, 1), else_=0)), 0),
            func.coalesce(func.sum(case((is_late, 1), else_=0)), 0),
        )
        .join(Task, Task.id == TaskMember.task_id)
        .where(Task.team_id == team.id, SHARE_OPEN)
        .group_by(TaskMember.member_id)
    )
    return {row[0]: (row[1], int(row[2]), int(row[3])) for row in db.session.execute(query)}


def offered_to(db: Db, team: TeamInfo) -> dict[int, int]:
    """How many tasks members are asked to take and have not answered yet."""
    query = (
        select(TaskOffer.member_id, func.count())
        .join(Task, Task.id == TaskOffer.task_id)
        .where(
            TaskOffer.team_id == team.id,
            TaskOffer.state == "open",
            Task.owners == 0,
            Task.state.in_(ALIVE),
        )
        .group_by(TaskOffer.member_id)
    )
    return {row[0]: row[1] for row in db.session.execute(query)}


def persons(
    db: Db, team: TeamInfo, members: Sequence[MemberInfo], days: Sequence[dt.date], now: dt.datetime
) -> list[Person]:
    """Members as matching sees them; what they are asked about counts as in hand. `days` are those
    on which their leave matters.
    """
    ids = [member.id for member in members]
    can, like = skills.skills_of(db, ids), skills.likings_of(db, ids)
    profiles, away = care.profiles(db, ids), _away(db, team, days)
    counts, offered = _counts(db, team, now.astimezone(team.zone).date(), now), offered_to(db, team)
    found = []
    for member_id in ids:
        profile = profiles.get(member_id)
        found.append(
            Person(
                id=member_id,
                skills=can.get(member_id, {}),
                likings=like.get(member_id, {}),
                in_hand=counts.get(member_id, (0, 0, 0))[0] + offered.get(member_id, 0),
                capacity=_capacity(profile),
                away=frozenset(away.get(member_id, ())),
                off_days=skills.weekdays(profile.off_days if profile is not None else ""),
                last_turn=profile.last_duty_at if profile is not None else None,
            )
        )
    return found


def _away(db: Db, team: TeamInfo, days: Collection[dt.date]) -> dict[int, set[dt.date]]:
    """The days of leave of each member among those days."""
    found: dict[int, set[dt.date]] = {}
    if not days:
        return found
    for member_id, first, last in care.leaves(db, team, min(days), max(days)):
        found.setdefault(member_id, set()).update(day for day in days if first <= day <= last)
    return found


def days_until(today: dt.date, due: dt.date | None) -> tuple[dt.date, ...]:
    """The days on which something can be done: until the deadline, a week where there is none; at
    most two months and at least today.
    """
    last = min(max(due or today + 6 * _DAY, today), today + 60 * _DAY)
    return tuple(today + n * _DAY for n in range((last - today).days + 1))
