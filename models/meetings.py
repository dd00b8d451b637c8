"""Meetings as people know them: making one, finding it, who is invited and who runs it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import select

from models import meeting_changes, meeting_reminders
from models.care import away
from models.db import Db
from models.errors import Refusal
from models.meeting_states import ALIVE as ALIVE
from models.meeting_states import CANCELLED as CANCELLED
from models.meeting_states import CLOSED as CLOSED
from models.meeting_states import MISSED as MISSED
from models.meeting_states import OPEN as OPEN
from models.meeting_states import PLANNED as PLANNED
from models.meeting_tables import Meeting, MeetingMember
from models.numbering import next_number
from models.rosters import ACTIVE, roster
from models.task_changes import Doer
from models.teams import team_info
from models.values import MemberInfo, Role, TeamInfo

MAX_TITLE, MAX_GOAL = 200, 400
# How long a meeting may take, in minutes.
SHORTEST, LONGEST = 5, 12 * 60


@dataclass(frozen=True, slots=True)
class NewMeeting:
    """What a meeting is to be; `members` are ids, none for the whole team. `recurs_until` is the
    last day of a recurring one.
    """

    title: str
    start_at: dt.datetime
    minutes: int = 60
    goal: str = ""
    members: tuple[int, ...] = ()
    quorum: int | None = None
    place: str = ""
    link: str = ""
    code: str = ""
    passcode: str = ""
    lead_id: int | None = None
    recurrence: str = ""
    recurs_from: dt.date | None = None
    recurs_until: dt.date | None = None
    recurs_at: int | None = None
    series_id: int | None = None


def create(db: Db, team: TeamInfo, new: NewMeeting, doer: Doer) -> Meeting:
    """Plan a meeting and its reminders; raises Refusal for a title or a length that cannot be."""
    title = _checked(new)
    local = new.start_at.astimezone(team.zone)
    row = Meeting(
        team_id=team.id,
        number=next_number(db, team.id, "M"),
        title=title,
        goal=new.goal[:MAX_GOAL],
        day=local.date(),
        start_at=new.start_at,
        minutes=new.minutes,
        recurrence=new.recurrence,
        recurs_from=(new.recurs_from or local.date()) if new.recurrence else None,
        recurs_until=new.recurs_until,
        recurs_at=_minute(new, local) if new.recurrence else None,
        series_id=new.series_id,
        everybody=int(not new.members),
        quorum=new.quorum,
        place=new.place[:200],
        link=new.link[:400],
        code=new.code[:40],
        passcode=new.passcode[:40],
        lead_id=new.lead_id or doer.member.id,
        created_by=doer.member.id,
        created_at=doer.at,
        changed_at=doer.at,
        source=doer.source,
    )
    db.session.add(row)
    db.flush()
    for member_id in dict.fromkeys(new.members):
        db.session.add(MeetingMember(meeting_id=row.id, member_id=member_id))
    db.flush()
    meeting_changes.note(db, row, "create", doer)
    meeting_reminders.rearm(db, team, row, doer.at)
    return row


def _checked(new: NewMeeting) -> str:
    """The title without needless blanks; raises Refusal."""
    title = " ".join(new.title.split())
    if not title:
        raise Refusal("meeting-no-title")
    if len(title) > MAX_TITLE:
        raise Refusal("meeting-title-long", length=len(title), most=MAX_TITLE)
    if not SHORTEST <= new.minutes <= LONGEST:
        raise Refusal("meeting-bad-length", least=SHORTEST, most=LONGEST // 60)
    return title


def _minute(new: NewMeeting, local: dt.datetime) -> int:
    return local.hour * 60 + local.minute if new.recurs_at is None else new.recurs_at


def find(db: Db, team_id: int, number: int) -> Meeting:
    """A team's meeting by its number; another team's is the same as none. Raises Refusal."""
    query = select(Meeting).where(Meeting.team_id == team_id, Meeting.number == number)
    row = db.session.scalar(query)
    if row is None:
        raise Refusal("meeting-not-found", number=number)
    return row


def by_id(db: Db, team_id: int, meeting_id: int) -> Meeting | None:
    """A team's meeting by our own id, None where there is none."""
    row = db.session.get(Meeting, meeting_id)
    return row if row is not None and row.team_id == team_id else None


def running(db: Db, team_id: int) -> Meeting | None:
    """The meeting that is open now, the one opened last where there are several."""
    query = select(Meeting).where(Meeting.team_id == team_id, Meeting.state == OPEN)
    return db.session.scalar(query.order_by(Meeting.opened_at.desc()).limit(1))


def upcoming(db: Db, team_id: int, now: dt.datetime) -> Meeting | None:
    """The next planned meeting of a team that is still to begin, or should have begun lately."""
    query = select(Meeting).where(
        Meeting.team_id == team_id,
        Meeting.state == PLANNED,
        Meeting.start_at >= now - dt.timedelta(hours=2),
    )
    return db.session.scalar(query.order_by(Meeting.start_at).limit(1))


def latest(db: Db, team_id: int) -> Meeting | None:
    """The meeting that is open, or was closed last."""
    query = select(Meeting).where(
        Meeting.team_id == team_id,
        Meeting.state.in_((OPEN, CLOSED)),
        Meeting.opened_at.is_not(None),
    )
    return db.session.scalar(query.order_by(Meeting.opened_at.desc()).limit(1))


def invited(db: Db, row: Meeting) -> list[MemberInfo]:
    """Who is expected: those named, or everybody in the team but guests, without those who are
    excused or on leave that day.
    """
    people = roster(db, row.team_id).members
    query = select(MeetingMember).where(MeetingMember.meeting_id == row.id)
    known = {each.member_id: each for each in db.session.scalars(query)}
    excused = {each.member_id for each in known.values() if each.excused}
    excused |= away(db, team_info(db, row.team_id), row.day)
    if row.everybody:
        wanted = [m.id for m in people.values() if m.state == ACTIVE and m.role >= Role.MEMBER]
    else:
        wanted = [each.member_id for each in known.values() if each.invited]
    return [people[i] for i in wanted if i not in excused and people[i].state == ACTIVE]


def may_run(row: Meeting, member: MemberInfo) -> bool:
    """Whether somebody may open, lead and close a meeting and post its minutes: its lead, or a lead
    of the team.
    """
    return member.id == row.lead_id or member.role >= Role.LEAD
