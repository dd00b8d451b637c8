"""A running meeting: opened, led from point to point, and closed.

Everything is in the rows, so that a restart or another time for the meeting changes nothing.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import ColumnElement, exists, select, update
from sqlalchemy.orm import aliased

from models import agenda, agenda_inputs, reminders
from models.agenda import ACTIONS, CURRENT, DONE, WAITING
from models.db import Db
from models.errors import Refusal
from models.meeting_tables import AgendaItem, Meeting, MeetingMember
from models.meetings import CLOSED, OPEN, PLANNED, may_run, running
from models.rosters import roster
from models.task_changes import Doer
from models.values import MemberInfo, TeamInfo

# The job that tells when a point has had its time; its subject is the meeting.
JOB = "agenda"
# A meeting is due from so long before its time to so long after it.
DUE_WITHIN = dt.timedelta(hours=2)
_SECOND = dt.timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class Stand:
    """Where a meeting is: the point that is talked about and its number, None and 0 at the end."""

    row: Meeting
    item: AgendaItem | None
    number: int
    skipped: tuple[int, ...] = ()


def due(db: Db, team_id: int, now: dt.datetime) -> Meeting | None:
    """The planned meeting whose time is now, the nearest one where there are several."""
    query = select(Meeting).where(
        Meeting.team_id == team_id,
        Meeting.state == PLANNED,
        Meeting.start_at.between(now - DUE_WITHIN, now + DUE_WITHIN),
    )
    found = db.session.scalars(query).all()
    return min(found, key=lambda row: (abs(row.start_at - now), row.id), default=None)


def require_leader(row: Meeting, member: MemberInfo, db: Db) -> None:
    """Let pass who may run a meeting; raises Refusal for others."""
    if not may_run(row, member):
        who = roster(db, row.team_id).name(row.lead_id)
        raise Refusal("agenda-only-leader", number=row.number, who=f"@{who}")


def start(db: Db, team: TeamInfo, row: Meeting, doer: Doer) -> Stand:
    """Open a planned meeting and take up its first point; what is left to do from earlier ones
    comes first. Raises Refusal for one that is not planned, and while another one is open.
    """
    require_leader(row, doer.member, db)
    if row.state != PLANNED:
        raise Refusal("agenda-not-planned", number=row.number, state=row.state)
    other = aliased(Meeting)
    none_open = ~exists().where(other.team_id == row.team_id, other.state == OPEN)
    won = _set(db, row, PLANNED, none_open, state=OPEN, opened_at=doer.at)
    if not won:
        now_open = running(db, row.team_id)
        if now_open is None or now_open.id == row.id:
            raise Refusal("agenda-changed", number=row.number)
        raise Refusal("agenda-other-open", number=now_open.number, title=now_open.title)
    agenda.adopt(db, team.id, row)
    if agenda_inputs.open_actions(db, row):
        _add_actions(db, row, doer)
    attend(db, row, doer.member.id)
    return go_on(db, row, doer)


def _set(
    db: Db, row: Meeting, before: str, /, *also: ColumnElement[bool], **values: object
) -> bool:
    """Change a meeting that is still in a state; whether it was."""
    db.flush()
    query = update(Meeting).where(Meeting.id == row.id, Meeting.state == before, *also)
    changed = db.session.execute(
        query.values(**values, version=Meeting.version + 1).returning(Meeting.id),
        execution_options={"synchronize_session": False},
    ).first()
    db.session.refresh(row)
    return changed is not None


def _add_actions(db: Db, row: Meeting, doer: Doer) -> None:
    before = agenda.points(db, row)
    db.session.add(
        AgendaItem(
            team_id=row.team_id,
            meeting_id=row.id,
            position=min((each.position for each in before), default=1) - 1,
            title="",
            kind=ACTIONS,
            by_id=doer.member.id,
            at=doer.at,
        )
    )
    db.flush()


def require_open(row: Meeting) -> None:
    """Let pass a meeting that runs; raises Refusal for any other."""
    if row.state != OPEN:
        raise Refusal("agenda-not-open", number=row.number)


def stand(db: Db, row: Meeting) -> Stand:
    """Where a meeting is now."""
    order = agenda.points(db, row)
    places = {each.id: n for n, each in enumerate(order, start=1)}
    item = next((each for each in order if each.state == CURRENT), None)
    here = places[item.id] if item is not None else len(order) + 1
    left = tuple(n for n, e in enumerate(order, start=1) if e.state == WAITING and n < here)
    return Stand(row, item, here if item is not None else 0, left)


def go_on(db: Db, row: Meeting, doer: Doer, *, done: bool = True) -> Stand:
    """Take up the next point; the one before is done, or stays open where it was skipped."""
    require_open(row)
    order = agenda.points(db, row)
    here = next((n for n, each in enumerate(order) if each.state == CURRENT), None)
    if here is None and row.item_id is not None:
        # The last point is behind the meeting: what came in since goes on.
        ids = [each.id for each in order]
        here = ids.index(row.item_id) if row.item_id in ids else None
    behind = order if here is None else order[here + 1 :]
    following = next((each for each in behind if each.state == WAITING), None)
    return _take_up(db, row, following, doer, done=done)


def go_back(db: Db, row: Meeting, number: int, doer: Doer) -> Stand:
    """Take up a point again, or one that was skipped or is still to come; the one before is done
    where it comes earlier, else it stays open.
    """
    require_open(row)
    item = agenda.numbered(db, row, number)
    current = stand(db, row)
    if current.item is item:
        return current
    return _take_up(db, row, item, doer, done=current.number < number)


def _take_up(db: Db, row: Meeting, item: AgendaItem | None, doer: Doer, *, done: bool) -> Stand:
    _leave(db, row, doer.at, DONE if done else WAITING)
    if item is not None:
        item.state, item.started_at, item.ended_at = CURRENT, doer.at, None
        row.item_id = item.id
    db.flush()
    arm(db, row, doer.at)
    return stand(db, row)


def _leave(db: Db, row: Meeting, now: dt.datetime, state: str) -> None:
    """Book the time that the present point has had."""
    for item in agenda.points(db, row):
        if item.state != CURRENT:
            continue
        began = item.started_at or now
        item.spent += max(int((now - began) / _SECOND), 0)
        item.state, item.ended_at = state, now
    reminders.forget(db, row.team_id, JOB, row.id)
    db.flush()


def arm(db: Db, row: Meeting, now: dt.datetime) -> None:
    """Wake when the present point has had its time, counted over all times it was taken up."""
    item = stand(db, row).item
    reminders.forget(db, row.team_id, JOB, row.id)
    if item is None or item.minutes is None:
        return
    at = (item.started_at or now) + dt.timedelta(minutes=item.minutes) - item.spent * _SECOND
    if at > now:
        reminders.remind(db, row.team_id, JOB, row.id, at=at)


def close(db: Db, row: Meeting, doer: Doer) -> None:
    """End a running meeting; what is talked about is done. Raises Refusal for one that does not
    run.
    """
    require_leader(row, doer.member, db)
    require_open(row)
    _leave(db, row, doer.at, DONE)
    if not _set(db, row, OPEN, state=CLOSED, closed_at=doer.at, item_id=None):
        raise Refusal("agenda-changed", number=row.number)


def judge(db: Db, row: Meeting, reached: int, member: MemberInfo) -> None:
    """Note whether a meeting reached its goal: 1 yes, 2 partly, 3 no."""
    require_leader(row, member, db)
    if row.state != CLOSED or reached not in (1, 2, 3):
        raise Refusal("agenda-not-closed", number=row.number)
    row.reached = reached
    db.flush()


def attend(db: Db, row: Meeting, member_id: int) -> bool:
    """Note that somebody is there; whether it was news."""
    before = db.session.get(MeetingMember, (row.id, member_id))
    if before is not None and before.present:
        return False
    if before is None:
        before = MeetingMember(meeting_id=row.id, member_id=member_id, invited=0)
        db.session.add(before)
    before.present = 1
    db.flush()
    return True


def attending(db: Db, row: Meeting) -> list[int]:
    """Who is known to be there, by id."""
    query = select(MeetingMember.member_id).where(
        MeetingMember.meeting_id == row.id, MeetingMember.present == 1
    )
    return sorted(db.session.scalars(query))
