"""Who comes to a meeting, who is excused from it, and why."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from models.care import away
from models.db import Db
from models.errors import Refusal
from models.meeting_states import ALIVE
from models.meeting_tables import Meeting, MeetingMember
from models.meetings import invited
from models.rosters import ACTIVE, roster
from models.values import MemberInfo, Role, TeamInfo


@dataclass(frozen=True, slots=True)
class Attendance:
    """The members who are expected, those who are excused, and those of them who are on leave."""

    expected: tuple[int, ...]
    excused: tuple[int, ...]
    on_leave: tuple[int, ...]


def attendance(db: Db, team: TeamInfo, row: Meeting) -> Attendance:
    """Who is expected at a meeting and who is not."""
    everybody = roster(db, team.id).members
    expected = tuple(each.id for each in invited(db, row))
    known = _known(db, row)
    leave = away(db, team, row.day)
    concerned = [
        i
        for i, each in everybody.items()
        if each.state == ACTIVE and each.role >= Role.MEMBER and concerns(row, known, i)
    ]
    on_leave = tuple(i for i in concerned if i in leave)
    excused = tuple(
        i for i in concerned if i not in leave and i in known and bool(known[i].excused)
    )
    return Attendance(expected, excused, on_leave)


def _known(db: Db, row: Meeting) -> dict[int, MeetingMember]:
    query = select(MeetingMember).where(MeetingMember.meeting_id == row.id)
    return {each.member_id: each for each in db.session.scalars(query)}


def concerns(row: Meeting, known: dict[int, MeetingMember], member_id: int) -> bool:
    """Whether a meeting is one of a member's."""
    return bool(row.everybody) or (member_id in known and bool(known[member_id].invited))


def named(db: Db, row: Meeting) -> tuple[int, ...]:
    """Those who are invited by name; none for a meeting of everybody."""
    if row.everybody:
        return ()
    return tuple(sorted(i for i, each in _known(db, row).items() if each.invited))


def excuse(db: Db, row: Meeting, *, actor: MemberInfo, member: MemberInfo, reason: str) -> None:
    """Note that a member does not come; raises Refusal for one who is not invited, and where
    somebody may not say so for another.
    """
    _require(row, actor, member)
    known = _known(db, row)
    if not concerns(row, known, member.id):
        raise Refusal("meeting-not-invited", number=row.number, name=member.name)
    mine = known.get(member.id)
    if mine is None:
        mine = MeetingMember(meeting_id=row.id, member_id=member.id)
        db.session.add(mine)
    mine.excused, mine.reason = 1, reason[:200]
    db.flush()


def expect(db: Db, team: TeamInfo, row: Meeting, *, actor: MemberInfo, member: MemberInfo) -> bool:
    """Let a member come after all; False where nobody had excused them. Raises Refusal for who is
    on leave that day.
    """
    _require(row, actor, member)
    if member.id in away(db, team, row.day):
        raise Refusal("meeting-on-leave", number=row.number, name=member.name)
    mine = _known(db, row).get(member.id)
    if mine is None or not mine.excused:
        return False
    mine.excused, mine.reason = 0, ""
    db.flush()
    return True


def _require(row: Meeting, actor: MemberInfo, member: MemberInfo) -> None:
    """A meeting that is still to be, and somebody who may speak for the member."""
    if row.state not in ALIVE:
        raise Refusal("meeting-not-now", number=row.number, title=row.title, state=row.state)
    if actor.id not in (member.id, row.lead_id) and actor.role < Role.LEAD:
        raise Refusal("meeting-only-own", number=row.number, name=member.name)
