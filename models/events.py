"""Appointments of a team: made, moved and cancelled, and who may do that."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select, update

from models import event_reminders
from models.db import Db
from models.errors import Refusal
from models.event_tables import Event, EventMember
from models.event_times import Appointment, all_planned, infos
from models.numbering import next_number
from models.rosters import roster
from models.values import MemberInfo, Role, TeamInfo
from models.wall_clock import at

PLANNED, CANCELLED = "planned", "cancelled"
MAX_TITLE, MAX_PLACE = 100, 100
# The longest appointment, in days.
LONGEST = 366
# How long an appointment takes where nobody said it.
USUAL_LENGTH = dt.timedelta(minutes=60)
# How many people a refusal names.
_NAMED = 3


@dataclass(frozen=True, slots=True)
class When:
    """When an appointment is: two times, or the first and the last day.

    With a `rule` of recurrence they are those of the first time, and it ends with the day `until`.
    """

    start: dt.date | dt.datetime
    end: dt.date | dt.datetime
    rule: str = ""
    until: dt.date | None = None

    def columns(self, team: TeamInfo) -> dict[str, object]:
        """The columns of the table that hold it."""
        start, end = self.start, self.end
        values: dict[str, object] = {"recurrence": self.rule, "recurs_until": self.until}
        if isinstance(start, dt.datetime) and isinstance(end, dt.datetime):
            return values | _timed(start, end, team)
        return values | {"first": start, "last": end, "start_at": None, "end_at": None} | _ALL_DAY


_ALL_DAY = {"all_day": 1}


def _timed(start: dt.datetime, end: dt.datetime, team: TeamInfo) -> dict[str, object]:
    """What ends at midnight is not on the next day."""
    start_at, end_at = start.astimezone(dt.UTC), end.astimezone(dt.UTC)
    last = (max(end_at - dt.timedelta(minutes=1), start_at)).astimezone(team.zone).date()
    return {
        "first": start_at.astimezone(team.zone).date(),
        "last": last,
        "start_at": start_at,
        "end_at": end_at,
        "all_day": 0,
    }


@dataclass(frozen=True, slots=True)
class NewAppointment:
    """What an appointment is to be; without `members` it is for everybody."""

    title: str
    when: When
    place: str = ""
    members: tuple[int, ...] = ()
    is_private: bool = False
    source: int | None = None


def create(
    db: Db, team: TeamInfo, actor: MemberInfo, new: NewAppointment, *, now: dt.datetime
) -> Appointment:
    """Book an appointment; raises Refusal for a title, place or length that cannot be kept."""
    title, place = " ".join(new.title.split()), " ".join(new.place.split())
    if not title:
        raise Refusal("calendar-no-title")
    if len(title) > MAX_TITLE:
        raise Refusal("calendar-title-long", length=len(title), most=MAX_TITLE)
    if len(place) > MAX_PLACE:
        raise Refusal("calendar-place-long", length=len(place), most=MAX_PLACE)
    _check(new.when)
    row = Event(
        team_id=team.id,
        number=next_number(db, team.id, "A"),
        title=title,
        place=place,
        everybody=int(not new.members),
        is_private=int(new.is_private and bool(new.members)),
        created_by=actor.id,
        created_at=now,
        changed_at=now,
        state=PLANNED,
        sequence=0,
        source=new.source,
        **new.when.columns(team),
    )
    db.session.add(row)
    db.flush()
    members = tuple(dict.fromkeys(new.members))
    db.session.add_all(EventMember(event_id=row.id, member_id=member) for member in members)
    db.flush()
    made = Appointment(row, members)
    event_reminders.arm(db, team, made, now)
    return made


def _check(when: When) -> None:
    start, end = when.start, when.end
    days = (_day(end) - _day(start)).days
    if isinstance(start, dt.datetime) and isinstance(end, dt.datetime):
        is_backwards = end.astimezone(dt.UTC) <= start.astimezone(dt.UTC)
    else:
        is_backwards = days < 0
    if is_backwards or days > LONGEST:
        raise Refusal("calendar-bad-span", most=LONGEST)


def _day(value: dt.date | dt.datetime) -> dt.date:
    return value.date() if isinstance(value, dt.datetime) else value


def require(db: Db, team_id: int, number: int, viewer: MemberInfo) -> Appointment:
    """The appointment of that number; raises Refusal where the team has none, or none that the
    viewer may know of.
    """
    rows = db.session.scalars(select(Event).where(Event.team_id == team_id, Event.number == number))
    found = infos(db, rows.all())
    if not found or not found[0].may_see(viewer.id):
        raise Refusal("calendar-not-found", number=number)
    return found[0]


def by_id(db: Db, team_id: int, event_id: int) -> Appointment | None:
    """The appointment of a team with that id."""
    row = db.session.get(Event, event_id)
    return infos(db, [row])[0] if row is not None and row.team_id == team_id else None


def move(
    db: Db, team: TeamInfo, event: Appointment, when: When, *, actor: MemberInfo, now: dt.datetime
) -> Appointment:
    """Let an appointment be at another time; raises Refusal."""
    _require_change(db, event, actor)
    _check(when)
    return _changed(db, team, event, when.columns(team), now)


def cancel(
    db: Db, team: TeamInfo, event: Appointment, *, actor: MemberInfo, now: dt.datetime
) -> Appointment:
    """Call an appointment off; it stays known as cancelled. Raises Refusal."""
    _require_change(db, event, actor)
    return _changed(db, team, event, {"state": CANCELLED}, now)


def _require_change(db: Db, event: Appointment, actor: MemberInfo) -> None:
    """Who booked it, or a lead, may change what is planned; the others are told who can."""
    row = event.row
    if actor.id != row.created_by and actor.role < Role.LEAD:
        people = roster(db, row.team_id)
        able = dict.fromkeys([row.created_by, *(each.id for each in people.with_role(Role.LEAD))])
        who = " ".join(f"@{people.name(member)}" for member in list(able)[:_NAMED])
        raise Refusal("calendar-not-yours", number=row.number, who=who)
    if row.state != PLANNED:
        raise Refusal("calendar-cancelled-already", number=row.number, title=row.title)


def _changed(
    db: Db, team: TeamInfo, event: Appointment, values: dict[str, object], now: dt.datetime
) -> Appointment:
    """Compare and set: of two changes in the same moment one wins."""
    row = event.row
    won = db.session.execute(
        update(Event)
        .where(Event.id == row.id, Event.sequence == row.sequence, Event.state == PLANNED)
        .values(**values, sequence=row.sequence + 1, changed_at=now)
        .returning(Event.id)
    ).first()
    if won is None:
        raise Refusal("calendar-changed-meanwhile", number=row.number)
    db.session.refresh(row)
    event_reminders.arm(db, team, event, now)
    return event


def rezone(db: Db, before: TeamInfo, after: TeamInfo, now: dt.datetime) -> None:
    """Follow a team into another time zone.

    What is once keeps its moment; what recurs keeps its time on the clock, and days stay days.
    """
    for event in all_planned(db, after.id):
        row = event.row
        if row.start_at is None or row.end_at is None:
            event_reminders.arm(db, after, event, now)
            continue
        start, end = row.start_at, row.end_at
        if row.recurrence:
            local = start.astimezone(before.zone)
            start = at(local.date(), local.time(), after.zone).astimezone(dt.UTC)
            end = start + (row.end_at - row.start_at)
        _changed(db, after, event, _timed(start, end, after), now)


def ended_lately(db: Db, team_id: int, since: dt.datetime) -> Sequence[Appointment]:
    """What was cancelled since then."""
    query = select(Event).where(
        Event.team_id == team_id, Event.state == CANCELLED, Event.changed_at >= since
    )
    return infos(db, db.session.scalars(query.order_by(Event.number)).all())
