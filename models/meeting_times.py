"""Meetings on a calendar: on which days they are, and what they clash with."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import bindparam, literal_column, select

from models.db import Db, Statement
from models.event_times import NEXT_HORIZON, Occurrence, listed
from models.meeting_members import attendance, named
from models.meeting_reminders import end_of
from models.meeting_series import ahead
from models.meeting_states import ALIVE
from models.meeting_tables import MEETING_ALIVE, Meeting, MeetingMember
from models.schedules import local_moment
from models.values import TeamInfo

_DAY = dt.timedelta(days=1)
# Most teams most of the time plan none, and every own card asks.
_ANY: Statement = (
    select(literal_column("1")).where(Meeting.team_id == bindparam("team"), MEETING_ALIVE).limit(1)
)


@dataclass(frozen=True, slots=True)
class Sitting:
    """One time of a meeting (aware UTC), for whom it is (none for everybody), and whether the
    meeting is made already or only follows from its rule.
    """

    row: Meeting
    start: dt.datetime
    end: dt.datetime
    members: tuple[int, ...]
    is_made: bool = True

    def concerns(self, member_id: int) -> bool:
        """Whether a member is invited."""
        return not self.members or member_id in self.members

    def shares(
        self, start: dt.datetime, end: dt.datetime, members: tuple[int, ...]
    ) -> tuple[int, ...] | None:
        """Who is invited to both this and something else, nobody named for everybody; None where no
        one is, or where they are at different times.
        """
        if start >= self.end or self.start >= end:
            return None
        if not self.members or not members:
            return self.members or members
        return tuple(each for each in self.members if each in members) or None


def sittings(
    db: Db, team: TeamInfo, first: dt.date, last: dt.date, *, most: int | None = None
) -> list[Sitting]:
    """All meetings of a team on the days from the first to the last, by time, with those that
    follow from a rule; `most` for each series.
    """
    since, until = local_moment(first, 0, team.zone), local_moment(last + _DAY, 0, team.zone)
    query = select(Meeting).where(Meeting.team_id == team.id, Meeting.state.in_(ALIVE))
    rows = db.session.scalars(query.order_by(Meeting.start_at)).all()
    people = _members(db, rows)
    found: list[Sitting] = []
    for row in rows:
        members, length = people.get(row.id, ()), dt.timedelta(minutes=row.minutes)
        made = [Sitting(row, row.start_at, end_of(row), members)]
        made += [
            Sitting(row, each.start, each.start + length, members, is_made=False)
            for each in ahead(team, row, last)[:most]
        ]
        found += [each for each in made if each.start < until and each.end > since]
    return sorted(found, key=lambda each: (each.start, each.row.number))


def _members(db: Db, rows: Sequence[Meeting]) -> dict[int, tuple[int, ...]]:
    query = select(MeetingMember.meeting_id, MeetingMember.member_id).where(
        MeetingMember.meeting_id.in_([row.id for row in rows if not row.everybody]),
        MeetingMember.invited == 1,
    )
    found: dict[int, tuple[int, ...]] = {}
    for meeting_id, member_id in db.session.execute(query.order_by(MeetingMember.member_id)):
        found[meeting_id] = (*found.get(meeting_id, ()), member_id)
    return found


def next_for(db: Db, team: TeamInfo, member_id: int, now: dt.datetime) -> Sitting | None:
    """The next meeting of a member that has not begun and from which they are not excused."""
    if db.row(_ANY, team=team.id) is None:
        return None
    today = now.astimezone(team.zone).date()
    found = _expected(db, team, member_id, sittings(db, team, today, today + NEXT_HORIZON, most=0))
    return next((each for each in found if each.start > now), None)


def of_member(db: Db, team: TeamInfo, member_id: int, day: dt.date) -> list[Sitting]:
    """The meetings of a day at which a member is expected."""
    if db.row(_ANY, team=team.id) is None:
        return []
    return list(_expected(db, team, member_id, sittings(db, team, day, day, most=0)))


def _expected(
    db: Db, team: TeamInfo, member_id: int, found: Sequence[Sitting]
) -> Iterator[Sitting]:
    for each in found:
        if each.concerns(member_id) and member_id in attendance(db, team, each.row).expected:
            yield each


@dataclass(frozen=True, slots=True)
class Clashes:
    """What else is at the time of a meeting for somebody invited to it, with who that is (none for
    everybody): other meetings, appointments; and who is on leave that day.
    """

    meetings: tuple[tuple[Sitting, tuple[int, ...]], ...]
    events: tuple[tuple[Occurrence, tuple[int, ...]], ...]
    away: tuple[int, ...]


def clashes(db: Db, team: TeamInfo, row: Meeting) -> Clashes:
    """What a meeting clashes with, at its own time."""
    mine = Sitting(row, row.start_at, end_of(row), named(db, row))
    last = mine.end.astimezone(team.zone).date()
    others = [
        (each, mine.shares(each.start, each.end, each.members))
        for each in sittings(db, team, row.day, last)
        if (each.row.series_id or each.row.id) != (row.series_id or row.id)
    ]
    events = [
        (each, mine.shares(each.start, each.end, each.event.members))
        for each in listed(db, team, row.day, last)
    ]
    return Clashes(
        tuple((each, who) for each, who in others if who is not None),
        tuple((each, who) for each, who in events if who is not None),
        attendance(db, team, row).on_leave,
    )


def beside(
    db: Db, team: TeamInfo, times: Sequence[Occurrence]
) -> list[tuple[Sitting, tuple[int, ...]]]:
    """The meetings that clash with the times of an appointment, the first of each, with who would
    have to be at both.
    """
    if not times:
        return []
    found: dict[int, tuple[Sitting, tuple[int, ...]]] = {}
    for sitting in sittings(db, team, times[0].first, times[-1].last):
        for each in times:
            who = sitting.shares(each.start, each.end, each.event.members)
            if who is not None:
                found.setdefault(sitting.row.id, (sitting, who))
    return list(found.values())
