"""What stands in a member's own calendar beside the appointments, and how its entries are known."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from hashlib import blake2s

from sqlalchemy import func, or_, select

from models.db import Db
from models.event_times import Appointment, all_planned
from models.events import ended_lately
from models.meeting_members import attendance, named
from models.meeting_series import days_off, following
from models.meeting_states import ALIVE as MEETING_ALIVE
from models.meeting_states import CANCELLED
from models.meeting_tables import Meeting
from models.task_states import ALIVE
from models.task_tables import Task, TaskChange, TaskMember
from models.team import Team
from models.values import TeamInfo

# How long a calendar is told that something is off, so that it takes it out.
TOLD_FOR = dt.timedelta(days=30)
# More entries than that nobody looks at on a phone.
_MOST = 500
_A_YEAR = dt.timedelta(days=366)


def identity(db: Db, team: TeamInfo, letter: str, number: int) -> str:
    """The name of a record that no other record of any team anywhere has, always the same.

    The moment at which the team was made tells the databases of several bots apart.
    """
    made = db.session.get_one(Team, team.id).created_at
    digest = blake2s(f"{team.id} {made.isoformat()}".encode(), digest_size=8).hexdigest()
    return f"{letter.lower()}{number}-{digest}@duizhang"


def appointments(db: Db, team: TeamInfo, member_id: int, now: dt.datetime) -> list[Appointment]:
    """The appointments of a member that are not over, and those cancelled lately."""
    since = now - TOLD_FOR
    found = [*all_planned(db, team.id, since.date()), *ended_lately(db, team.id, since)]
    return [each for each in found if each.concerns(member_id)][:_MOST]


@dataclass(frozen=True, slots=True)
class MeetingEntry:
    """A meeting as a calendar has it: the letter and number that name it for ever, a sequence that
    only goes up, its first time, and the holidays on which its rule does not hold.

    A series has the number of its first meeting; a meeting of it that was moved stands by itself,
    and the series goes on after it.
    """

    row: Meeting
    letter: str
    number: int
    sequence: int
    start: dt.datetime
    rule: str = ""
    without: tuple[dt.date, ...] = ()
    is_off: bool = False


def meetings(db: Db, team: TeamInfo, member_id: int, now: dt.datetime) -> list[MeetingEntry]:
    """The meetings of a member that are not over, and those called off lately."""
    off = (Meeting.state == CANCELLED) & (Meeting.closed_at >= now - TOLD_FOR)
    query = select(Meeting).where(
        Meeting.team_id == team.id, or_(Meeting.state.in_(MEETING_ALIVE), off)
    )
    found: list[MeetingEntry] = []
    for row in db.session.scalars(query.order_by(Meeting.start_at).limit(_MOST)).all():
        invited = named(db, row)
        if not invited or member_id in invited:
            found += _entries(db, team, row, member_id)
    return found


def _entries(db: Db, team: TeamInfo, row: Meeting, member_id: int) -> list[MeetingEntry]:
    is_off = row.state == CANCELLED
    if not row.recurrence:
        is_out = is_off or member_id in attendance(db, team, row).excused
        return [MeetingEntry(row, "M", row.number, row.sequence, row.start_at, is_off=is_out)]
    found = []
    if row.recurs_day is not None:
        found.append(MeetingEntry(row, "MX", row.number, row.sequence, row.start_at, is_off=is_off))
    series = _series(db, row)
    if is_off and (series.is_alive or row.number != series.last):
        return found
    without: tuple[dt.date, ...] = ()
    start, day = row.start_at, row.day
    if row.recurs_day is not None and not is_off:
        turn = following(team, row, row.start_at)
        if turn is None:
            return found
        start, day = turn.start, turn.day
    if not is_off:
        without = days_off(team, row, day, day + _A_YEAR)
    return [
        *found,
        MeetingEntry(
            row, "M", series.first, series.sequence, start, row.recurrence, without, is_off
        ),
    ]


@dataclass(frozen=True, slots=True)
class _Series:
    """The numbers of a series' first and last meeting, how often anything in it was made or
    changed, and whether one is still to be.
    """

    first: int
    last: int
    sequence: int
    is_alive: bool


def _series(db: Db, row: Meeting) -> _Series:
    series = row.series_id or row.id
    query = select(Meeting.number, Meeting.sequence, Meeting.state).where(
        or_(Meeting.series_id == series, Meeting.id == series)
    )
    rows = db.session.execute(query.order_by(Meeting.number)).all()
    count = sum(sequence + 1 for _, sequence, _ in rows)
    is_alive = any(state in MEETING_ALIVE for _, _, state in rows)
    return _Series(rows[0].number, rows[-1].number, count - 1, is_alive)


def deadlines(
    db: Db, team: TeamInfo, member_id: int, now: dt.datetime
) -> list[tuple[Task, dt.datetime]]:
    """The tasks of a member that have a deadline, open or ended lately, each with the moment of its
    last change.
    """
    changed = func.max(TaskChange.__table__.c.at, type_=TaskChange.__table__.c.at.type)
    rows = db.session.execute(
        select(Task, changed)
        .join(TaskMember, TaskMember.task_id == Task.id)
        .outerjoin(TaskChange, TaskChange.task_id == Task.id)
        .where(
            TaskMember.member_id == member_id,
            Task.team_id == team.id,
            Task.due_at.is_not(None),
            or_(Task.state.in_(ALIVE), Task.closed_at >= now - TOLD_FOR),
        )
        .group_by(Task.id)
        .order_by(Task.due_at)
        .limit(_MOST)
    )
    return [(task, at or task.created_at) for task, at in rows]
