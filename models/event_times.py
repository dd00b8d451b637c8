"""When appointments are, the recurring ones too, for whom, and which of them clash.

A recurring appointment is one row with the times of its first occurrence; the others are worked
out here from the rule when somebody asks, on the clock of the team's zone.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import bindparam, literal_column, or_, select

from models.base import DAY_TEXT
from models.care import leaves
from models.db import Db, Statement
from models.event_tables import Event, EventMember
from models.recurrence import next_times
from models.rosters import ACTIVE, roster
from models.schedules import local_moment
from models.values import TeamInfo

_DAY = dt.timedelta(days=1)
# How far ahead clashes of recurring appointments are looked for, and the next appointment at all:
# near by first, where nearly all of them are.
NEAR_HORIZON = dt.timedelta(days=14)
CLASH_HORIZON, NEXT_HORIZON = dt.timedelta(days=60), dt.timedelta(days=400)


@dataclass(frozen=True, slots=True)
class Appointment:
    """An appointment as it was read, with the members it is for; none where it is for everybody."""

    row: Event
    members: tuple[int, ...]

    def concerns(self, member_id: int) -> bool:
        """Whether a member takes part."""
        return bool(self.row.everybody) or member_id in self.members

    def may_see(self, member_id: int) -> bool:
        """Whether a member may know of it: what was booked in private is theirs who are in it."""
        is_in = self.concerns(member_id) or member_id == self.row.created_by
        return is_in or not self.row.is_private

    def shares(self, other: Appointment) -> tuple[int, ...] | None:
        """The members who are in both, empty for the whole team; None where nobody is."""
        if self.row.everybody or other.row.everybody:
            return self.members or other.members
        return tuple(each for each in self.members if each in other.members) or None


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One time of an appointment: its moments (aware UTC, whole days from midnight to midnight) and
    its first and last local day.
    """

    event: Appointment
    start: dt.datetime
    end: dt.datetime
    first: dt.date
    last: dt.date

    def clashes(self, other: Occurrence) -> bool:
        """Whether somebody would have to be at both at once."""
        overlap = self.start < other.end and other.start < self.end
        is_other = self.event.row.id != other.event.row.id
        return overlap and is_other and self.event.shares(other.event) is not None


@dataclass(frozen=True, slots=True)
class Clash:
    """Two appointments at once, and who would have to be at both; empty for the whole team."""

    mine: Occurrence
    other: Occurrence
    people: tuple[int, ...]


_MEMBERS: Statement = (
    select(EventMember.member_id)
    .where(EventMember.event_id == bindparam("record"))
    .order_by(EventMember.member_id)
)
_PLANNED = (
    select(Event)
    .where(
        Event.team_id == bindparam("team"),
        Event.state == "planned",
        or_(Event.__table__.c.last >= bindparam("day", type_=DAY_TEXT), Event.recurrence != ""),
    )
    .order_by(Event.number)
)
_PLANNED_FOR = _PLANNED.where(
    or_(
        Event.everybody == 1,
        Event.id.in_(
            select(EventMember.event_id).where(EventMember.member_id == bindparam("member"))
        ),
    )
)
_ANY: Statement = (
    select(literal_column("1"))
    .where(Event.team_id == bindparam("team"), Event.state == "planned")
    .limit(1)
)


def infos(db: Db, rows: Sequence[Event]) -> list[Appointment]:
    """Appointments with the members they are for."""
    return [
        Appointment(
            row, () if row.everybody else tuple(i for (i,) in db.rows(_MEMBERS, record=row.id))
        )
        for row in rows
    ]


def all_planned(
    db: Db, team_id: int, since: dt.date = dt.date.min, member_id: int | None = None
) -> list[Appointment]:
    """What a team, or one member of it, has planned that is not over before that day."""
    if db.row(_ANY, team=team_id) is None:
        return []
    if member_id is None:
        found = db.session.scalars(_PLANNED, {"team": team_id, "day": since.isoformat()})
    else:
        given = {"team": team_id, "day": since.isoformat(), "member": member_id}
        found = db.session.scalars(_PLANNED_FOR, given)
    return infos(db, found.all())


def occurrences(
    event: Appointment, team: TeamInfo, since: dt.datetime, until: dt.datetime
) -> list[Occurrence]:
    """The times of an appointment that are not over at `since` and begin before `until`."""
    row = event.row
    if not row.recurrence:
        found: Iterable[Occurrence] = [_once(event, team, row.first)]
    elif row.start_at is None or row.end_at is None:
        found = _days(event, team, since, until)
    else:
        length = row.end_at - row.start_at
        start = row.start_at.astimezone(team.zone)
        after = (since - length).astimezone(team.zone)
        count = (until - since + length).days + 2
        times = next_times(row.recurrence, start, after, count=count, until=row.recurs_until)
        found = [_at(event, team, time.astimezone(dt.UTC), length) for time in times]
    return [each for each in found if each.start < until and each.end > since]


def _days(
    event: Appointment, team: TeamInfo, since: dt.datetime, until: dt.datetime
) -> list[Occurrence]:
    row = event.row
    after = since.astimezone(team.zone) - (row.last - row.first)
    count = (until - since + (row.last - row.first)).days + 2
    days = next_times(row.recurrence, row.first, after, count=count, until=row.recurs_until)
    return [_once(event, team, day) for day in days]


def _once(event: Appointment, team: TeamInfo, first: dt.date) -> Occurrence:
    row = event.row
    if row.start_at is not None and row.end_at is not None:
        return _at(event, team, row.start_at, row.end_at - row.start_at)
    last = first + (row.last - row.first)
    begin, end = local_moment(first, 0, team.zone), local_moment(last + _DAY, 0, team.zone)
    return Occurrence(event, begin, end, first, last)


def _at(event: Appointment, team: TeamInfo, start: dt.datetime, length: dt.timedelta) -> Occurrence:
    end = start + length
    last = max(end - dt.timedelta(minutes=1), start).astimezone(team.zone).date()
    return Occurrence(event, start, end, start.astimezone(team.zone).date(), last)


def listed(db: Db, team: TeamInfo, first: dt.date, last: dt.date) -> list[Occurrence]:
    """All that a team has planned on the days from the first to the last, by time; the private
    ones too.
    """
    since, until = local_moment(first, 0, team.zone), local_moment(last + _DAY, 0, team.zone)
    found = [
        each
        for event in all_planned(db, team.id, first)
        for each in occurrences(event, team, since, until)
    ]
    return sorted(found, key=lambda each: (each.start, not each.event.row.all_day, each.end))


def between(
    db: Db, team: TeamInfo, first: dt.date, last: dt.date, member_id: int | None = None
) -> list[Occurrence]:
    """What a member takes part in on the days from the first to the last, by time.

    Without a member: what the whole team may know of, so nothing that was booked in private.
    """
    found = listed(db, team, first, last)
    if member_id is None:
        return [each for each in found if not each.event.row.is_private]
    return [each for each in found if each.event.concerns(member_id)]


def next_for(
    db: Db, team: TeamInfo, member_id: int, now: dt.datetime, *, is_public: bool = False
) -> Occurrence | None:
    """The next appointment of a member that has not begun yet, or a whole day that is not over;
    where `is_public`, none that was booked in private.
    """
    today = now.astimezone(team.zone).date()
    mine = all_planned(db, team.id, today, member_id)
    for horizon in (NEAR_HORIZON, NEXT_HORIZON):
        found = [
            each
            for event in mine
            for each in occurrences(event, team, now, now + horizon)
            if (event.row.all_day or each.start > now) and not (is_public and event.row.is_private)
        ]
        if found:
            return min(found, key=lambda each: each.start)
    return None


def ahead(event: Appointment, team: TeamInfo, now: dt.datetime) -> list[Occurrence]:
    """The times of an appointment that are looked through for clashes: those of the next 60 days
    where it recurs, else the only one.
    """
    if event.row.recurrence:
        return occurrences(event, team, now, now + CLASH_HORIZON)
    return [_once(event, team, event.row.first)]


def clashes(db: Db, team: TeamInfo, event: Appointment, now: dt.datetime) -> list[Clash]:
    """Where an appointment would need somebody who is at another one, the first of each other."""
    mine = ahead(event, team, now)
    if not mine:
        return []
    others = listed(db, team, mine[0].first, mine[-1].last)
    found: dict[int, Clash] = {}
    for each in mine:
        for other in others:
            if each.clashes(other) and other.event.row.id not in found:
                people = event.shares(other.event) or ()
                found[other.event.row.id] = Clash(each, other, people)
    return list(found.values())


def on_leave(
    db: Db, team: TeamInfo, event: Appointment, times: Sequence[Occurrence]
) -> list[tuple[int, dt.date]]:
    """Who of an appointment is on leave at one of its times, with the first such day."""
    if not times:
        return []
    people = roster(db, team.id).members
    found: dict[int, dt.date] = {}
    for member_id, begin, end in leaves(db, team, times[0].first, times[-1].last):
        if event.concerns(member_id) and people[member_id].state == ACTIVE:
            days = [max(each.first, begin) for each in times if _meets(each, begin, end)]
            if days:
                found.setdefault(member_id, days[0])
    return list(found.items())


def _meets(each: Occurrence, begin: dt.date, end: dt.date) -> bool:
    return each.first <= end and begin <= each.last
