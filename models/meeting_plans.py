"""Plans of meetings: who may change them, moving, calling off, and what comes next in a series."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import or_, select

from models import meeting_changes, meeting_counts, meeting_reminders, meetings, reminders
from models.agenda import carry_over
from models.db import Db
from models.errors import Refusal
from models.meeting_changes import change
from models.meeting_reminders import JOB
from models.meeting_series import Turn, following, series_of
from models.meeting_states import ALIVE, CANCELLED, CLOSED, MISSED, OPEN, PLANNED
from models.meeting_tables import AgendaItem, Meeting, MeetingMember, Minutes
from models.meetings import LONGEST, MAX_GOAL, SHORTEST, NewMeeting, running
from models.rosters import roster
from models.task_changes import Doer
from models.values import MemberInfo, Role, TeamInfo
from models.wall_clock import at as at_clock

# How many people a refusal names.
_NAMED = 3
# Two plans that begin within this time of each other may be the same meeting.
SAME = dt.timedelta(minutes=15)


def may_change(row: Meeting, member: MemberInfo) -> bool:
    """Whether somebody may change a plan: who made it, who runs the meeting, or a lead."""
    return member.id in (row.created_by, row.lead_id) or member.role >= Role.LEAD


def require_change(db: Db, row: Meeting, member: MemberInfo, *states: str) -> None:
    """Let pass who may change a meeting that is in one of the states; the others are told who can.

    Raises Refusal.
    """
    if not may_change(row, member):
        people = roster(db, row.team_id)
        leads = (each.id for each in people.with_role(Role.LEAD))
        able = dict.fromkeys([row.lead_id, row.created_by, *leads])
        who = " ".join(f"@{people.name(each)}" for each in list(able)[:_NAMED])
        raise Refusal("meeting-not-yours", number=row.number, who=who)
    if row.state not in (states or tuple(ALIVE)):
        raise Refusal("meeting-not-now", number=row.number, title=row.title, state=row.state)


def from_source(db: Db, team_id: int, source: int | None) -> Meeting | None:
    """The meeting still to begin that a message planned."""
    query = select(Meeting).where(
        Meeting.team_id == team_id, Meeting.source == source, Meeting.state == PLANNED
    )
    return db.session.scalar(query.limit(1)) if source is not None else None


def coming(db: Db, team_id: int, now: dt.datetime) -> Sequence[Meeting]:
    """The meetings that are open or still to begin, or should have begun lately; the next first."""
    query = select(Meeting).where(
        Meeting.team_id == team_id,
        or_(
            Meeting.state == OPEN,
            (Meeting.state == PLANNED) & (Meeting.start_at >= now - dt.timedelta(hours=2)),
        ),
    )
    return db.session.scalars(query.order_by(Meeting.start_at, Meeting.number)).all()


def set_goal(db: Db, team: TeamInfo, row: Meeting, goal: str, doer: Doer) -> None:
    """Say what a meeting is for; raises Refusal."""
    require_change(db, row, doer.member)
    if len(goal) > MAX_GOAL:
        raise Refusal("meeting-goal-long", length=len(goal), most=MAX_GOAL)
    change(db, team, row, "goal", doer=doer, goal=goal)


def set_link(
    db: Db, team: TeamInfo, row: Meeting, doer: Doer, *, link: str, code: str, passcode: str = ""
) -> None:
    """Keep how one gets into a meeting: anybody may say so first, then who may change the plan."""
    if row.link or row.code:
        require_change(db, row, doer.member)
    if row.state not in ALIVE:
        raise Refusal("meeting-not-now", number=row.number, title=row.title, state=row.state)
    change(
        db,
        team,
        row,
        "link",
        doer=doer,
        link=link[:400] or row.link,
        code=code[:40] or row.code,
        passcode=passcode[:40] or row.passcode,
    )


def move(
    db: Db,
    team: TeamInfo,
    row: Meeting,
    doer: Doer,
    *,
    start: dt.datetime,
    minutes: int,
    rule: str | None = None,
    until: dt.date | None = None,
) -> None:
    """Let a meeting be at another time; with a rule the series goes on by it from there.

    One that is open is planned again, with its agenda, reports and notes. One of a series stays in
    it: the others keep their time. Raises Refusal.
    """
    require_change(db, row, doer.member)
    if not SHORTEST <= minutes <= LONGEST:
        raise Refusal("meeting-bad-length", least=SHORTEST, most=LONGEST // 60)
    local = start.astimezone(team.zone)
    values: dict[str, object] = {"day": local.date(), "start_at": start, "minutes": minutes}
    if rule is not None:
        values |= {
            "recurrence": rule,
            "recurs_from": local.date(),
            "recurs_until": until,
            "recurs_at": local.hour * 60 + local.minute,
            "recurs_day": None,
        }
    elif row.recurrence:
        values["recurs_day"] = row.recurs_day or row.day
    if row.state == OPEN:
        _pause(db, row, doer.at)
        values |= {"state": PLANNED, "opened_at": None, "item_id": None}
    change(db, team, row, "move", doer=doer, **values)


def _pause(db: Db, row: Meeting, now: dt.datetime) -> None:
    """Put the point that is talked about back on the agenda, with the time it took."""
    query = select(AgendaItem).where(AgendaItem.meeting_id == row.id, AgendaItem.state == "current")
    for item in db.session.scalars(query):
        if item.started_at is not None:
            item.spent += max(int((now - item.started_at).total_seconds()), 0)
        item.state, item.started_at = "open", None
    db.flush()


def cancel(
    db: Db, team: TeamInfo, row: Meeting, doer: Doer, *, for_good: bool = True
) -> Meeting | None:
    """Call a meeting off; of a series only this one, unless it is for good. Returns the next one.

    Raises Refusal.
    """
    require_change(db, row, doer.member)
    change(db, team, row, "cancel", doer=doer, state=CANCELLED, closed_at=doer.at)
    if for_good:
        return None
    made = make_next(db, team, row, doer)
    carry_over(db, row, made)
    return made


def undo(db: Db, team: TeamInfo, row: Meeting, doer: Doer) -> str:
    """Take the newest change of a plan back and return its verb; whoever made it may too. Raises
    Refusal.

    A meeting of a series that takes place after all needs no other one in its stead.
    """
    last = meeting_changes.newest(db, row)
    if last is None or last.member_id != doer.member.id:
        require_change(db, row, doer.member, PLANNED, CANCELLED)
    verb = meeting_changes.undo(db, team, row, doer)
    other = running(db, team.id)
    if row.state == OPEN and other is not None and other.id != row.id:
        raise Refusal("meeting-other-open", number=row.number, other=other.number)
    if row.state == PLANNED and row.start_at <= doer.at:
        raise Refusal("meeting-undo-late", number=row.number)
    after = next_of(db, row) if verb == "cancel" else None
    if after is not None and after.version == 1 and not meeting_counts.is_prepared(db, after):
        change(db, team, after, "drop", doer=doer, state=CANCELLED, closed_at=doer.at)
    return verb


def next_of(db: Db, row: Meeting) -> Meeting | None:
    """The meeting of the same series that is planned after this one."""
    if not row.recurrence:
        return None
    series = row.series_id or row.id
    query = select(Meeting).where(
        Meeting.team_id == row.team_id,
        Meeting.series_id == series,
        Meeting.state.in_(ALIVE),
        Meeting.number > row.number,
    )
    return db.session.scalar(query.order_by(Meeting.start_at).limit(1))


def finish(db: Db, team: TeamInfo, row: Meeting, doer: Doer) -> Meeting | None:
    """Let a series go on after a meeting of it has ended; returns the next one, None for a meeting
    that comes once or whose series is over.

    The state of the meeting itself is set by whoever ends it, who also lets its agenda go on.
    Called again it finds the same one.
    """
    reminders.forget(db, team.id, JOB, row.id)
    return make_next(db, team, row, doer)


def make_next(db: Db, team: TeamInfo, row: Meeting, doer: Doer) -> Meeting | None:
    """The next meeting of a series, made where there is none yet."""
    made = next_of(db, row)
    turn = following(team, row, doer.at) if made is None else None
    if turn is None:
        return made
    made = meetings.create(db, team, _again(db, team, row, turn), doer)
    made.created_by, made.window = row.created_by, row.window
    db.flush()
    return made


def _again(db: Db, team: TeamInfo, row: Meeting, turn: Turn) -> NewMeeting:
    """The same meeting at its next time; the way in is kept unless it was given for one alone."""
    series = series_of(team, row)
    query = select(MeetingMember.member_id).where(
        MeetingMember.meeting_id == row.id, MeetingMember.invited == 1
    )
    is_only_here = meeting_changes.has_verb(db, row, "link")
    return NewMeeting(
        title=row.title,
        start_at=turn.start,
        minutes=row.minutes,
        members=() if row.everybody else tuple(db.session.scalars(query)),
        quorum=row.quorum,
        place=row.place,
        link="" if is_only_here else row.link,
        code="" if is_only_here else row.code,
        passcode="" if is_only_here else row.passcode,
        lead_id=row.lead_id,
        recurrence=row.recurrence,
        recurs_from=row.recurs_from,
        recurs_until=row.recurs_until,
        recurs_at=series.minute if series is not None else None,
        series_id=row.series_id or row.id,
    )


def end_unopened(db: Db, team: TeamInfo, row: Meeting, doer: Doer) -> Meeting | None:
    """Let go of a meeting that nobody opened, and let its series go on; returns the next one.

    With minutes it took place without us and is closed, else it is missed. One that is still open
    stays so.
    """
    if row.state == PLANNED:
        query = select(Minutes.id).where(Minutes.meeting_id == row.id, Minutes.state == "posted")
        took_place = db.session.scalar(query.limit(1)) is not None
        state = CLOSED if took_place else MISSED
        change(db, team, row, "missed", doer=doer, state=state, closed_at=doer.at)
    made = make_next(db, team, row, doer)
    if row.state != OPEN:
        carry_over(db, row, made)
    return made


def rezone(db: Db, before: TeamInfo, after: TeamInfo, now: dt.datetime) -> None:
    """Follow a team into another time zone: what is once keeps its moment, what recurs its time on
    the clock.
    """
    query = select(Meeting).where(Meeting.team_id == after.id, Meeting.state == PLANNED)
    for row in db.session.scalars(query).all():
        local = row.start_at.astimezone(before.zone)
        if row.recurrence:
            row.start_at = at_clock(local.date(), local.time(), after.zone).astimezone(dt.UTC)
        row.day = row.start_at.astimezone(after.zone).date()
        row.sequence += 1
        row.changed_at = now
        db.flush()
        meeting_reminders.rearm(db, after, row, now)


def with_way(db: Db, team_id: int, *, link: str, code: str, now: dt.datetime) -> Meeting | None:
    """The meeting to come into which a link or a number leads."""
    number = _digits(code)
    for row in coming(db, team_id, now):
        if (link and row.link == link[:400]) or (number and _digits(row.code) == number):
            return row
    return None


def _digits(code: str) -> str:
    return "".join(sign for sign in code if sign.isdigit())
