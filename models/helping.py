"""Who helped others: experiences that somebody said thanks for, and tasks done for somebody else.

Each word of thanks and each task counts one. A task counts on the day it ended, for everybody who
did it, where somebody else gave, accepts or was promised it: who sets tasks for themselves helps
nobody. What is taken back counts no more.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import or_, select

from models.db import Db
from models.digest import day_start
from models.experience_tables import Experience, ExperienceThanks
from models.experiences import ACTIVE, LETTER
from models.task_states import DONE
from models.task_tables import Task, TaskMember
from models.values import Period, PeriodKind, TeamInfo

TASK = "T"
_A_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Deed:
    """One help: whose, when, and the record it is about: letter and number."""

    member_id: int
    at: dt.datetime
    letter: str
    number: int


def span(team: TeamInfo, period: Period) -> tuple[dt.datetime, dt.datetime]:
    """The moments between which a period's business days lie, the second one excluded."""
    if period.kind is PeriodKind.ALL:
        return dt.datetime.fromtimestamp(0, dt.UTC), dt.datetime.max.replace(tzinfo=dt.UTC)
    return day_start(team, period.first), day_start(team, period.last + _A_DAY)


def deeds(db: Db, team: TeamInfo, period: Period, member_id: int | None = None) -> list[Deed]:
    """All helps in a period, of one member or of everybody, the first one first."""
    since, until = span(team, period)
    thanks = (
        select(Experience.member_id, ExperienceThanks.at, Experience.number)
        .join(ExperienceThanks, ExperienceThanks.experience_id == Experience.id)
        .where(
            Experience.team_id == team.id,
            Experience.state == ACTIVE,
            ExperienceThanks.member_id != Experience.member_id,
            ExperienceThanks.at >= since,
            ExperienceThanks.at < until,
        )
    )
    tasks = (
        select(TaskMember.member_id, Task.closed_at, Task.number)
        .join(Task, Task.id == TaskMember.task_id)
        .where(
            Task.team_id == team.id,
            Task.state == DONE,
            Task.closed_at >= since,
            Task.closed_at < until,
            or_(
                Task.giver_id != TaskMember.member_id,
                Task.acceptor_id != TaskMember.member_id,
                Task.promised_to != TaskMember.member_id,
            ),
        )
    )
    if member_id is not None:
        thanks = thanks.where(Experience.member_id == member_id)
        tasks = tasks.where(TaskMember.member_id == member_id)
    found = [Deed(who, at, LETTER, number) for who, at, number in db.session.execute(thanks)]
    found += [
        Deed(who, at, TASK, number)
        for who, at, number in db.session.execute(tasks)
        if at is not None
    ]
    return sorted(found, key=lambda deed: (deed.at, deed.letter, deed.number, deed.member_id))


def helped(db: Db, team: TeamInfo, period: Period) -> dict[int, int]:
    """How often each member helped in a period; those who did not are left out."""
    counts: dict[int, int] = {}
    for deed in deeds(db, team, period):
        counts[deed.member_id] = counts.get(deed.member_id, 0) + 1
    return counts
