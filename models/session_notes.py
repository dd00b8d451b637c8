"""What is said for the record while a meeting runs, and who wants to speak."""

from __future__ import annotations

import json
from dataclasses import dataclass

from sqlalchemy import select, update

from models.db import Db
from models.errors import Refusal
from models.meeting_tables import Meeting, MeetingNote
from models.meetings import may_run
from models.rosters import roster
from models.sessions import attend, require_open
from models.task_changes import Doer
from models.tasks import Deadline
from models.values import MemberInfo
from models.vote_tables import Speaker

DECISION, ACTION, DATA, UNSETTLED = "decision", "action", "data", "open"
KINDS = (DECISION, ACTION, DATA, UNSETTLED)
ACTIVE, VOID = "active", "void"
WAITING, SPEAKING, SPOKEN = "waiting", "speaking", "done"
MAX_WORDS = 300


@dataclass(frozen=True, slots=True)
class Noted:
    """A note and its number among those of its kind, which it keeps."""

    row: MeetingNote
    number: int

    @property
    def people(self) -> tuple[int, ...]:
        """Whom an action is for, by id."""
        return tuple(json.loads(self.row.people))


def note(
    db: Db,
    row: Meeting,
    kind: str,
    words: str,
    *,
    doer: Doer,
    people: tuple[int, ...] = (),
    due: Deadline | None = None,
) -> Noted:
    """Note something about the present point; raises Refusal for no words or too many, and where
    the meeting does not run.
    """
    require_open(row)
    words = " ".join(words.split())
    if not words:
        raise Refusal(f"agenda-note-empty-{kind}")
    if len(words) > MAX_WORDS:
        raise Refusal("agenda-note-long", length=len(words), most=MAX_WORDS)
    made = MeetingNote(
        meeting_id=row.id,
        item_id=row.item_id,
        kind=kind,
        words=words,
        people=json.dumps(list(people)),
        due_at=due.at if due is not None else None,
        due_day=due.day if due is not None else None,
        all_day=int(due.all_day) if due is not None else 0,
        by_id=doer.member.id,
        at=doer.at,
        source=doer.source,
    )
    db.session.add(made)
    db.flush()
    attend(db, row, doer.member.id)
    return Noted(made, len(_all(db, row, kind)))


def _all(db: Db, row: Meeting, kind: str) -> list[MeetingNote]:
    """The notes of a kind, also those taken back."""
    query = select(MeetingNote).where(MeetingNote.meeting_id == row.id, MeetingNote.kind == kind)
    return list(db.session.scalars(query.order_by(MeetingNote.id)))


def notes(db: Db, row: Meeting, kind: str) -> list[Noted]:
    """The notes of a kind that stand, with their numbers."""
    found = enumerate(_all(db, row, kind), start=1)
    return [Noted(each, n) for n, each in found if each.state == ACTIVE]


def take_back(db: Db, row: Meeting, kind: str, number: int | None, member: MemberInfo) -> Noted:
    """Take a note back: one's own, or as somebody who runs the meeting any; without a number the
    last own one. Raises Refusal where there is none or it is somebody else's.
    """
    require_open(row)
    found = notes(db, row, kind)
    if number is None:
        found = [each for each in found if each.row.by_id == member.id]
    else:
        found = [each for each in found if each.number == number]
    if not found:
        raise Refusal("agenda-note-none", kind=kind, number=number or 0)
    noted = found[-1]
    if noted.row.by_id != member.id and not may_run(row, member):
        who = roster(db, row.team_id).name(noted.row.by_id)
        raise Refusal("agenda-not-yours", who=f"@{who}")
    noted.row.state = VOID
    db.flush()
    return noted


def raise_hand(db: Db, row: Meeting, doer: Doer) -> tuple[int, bool]:
    """Line up to speak; returns the place in the line, and whether that is news."""
    require_open(row)
    attend(db, row, doer.member.id)
    line = queue(db, row)
    ids = [each.member_id for each in line]
    if doer.member.id in ids:
        return ids.index(doer.member.id) + 1, False
    db.session.add(Speaker(meeting_id=row.id, member_id=doer.member.id, asked_at=doer.at))
    db.flush()
    return len(line) + 1, True


def lower_hand(db: Db, row: Meeting, member: MemberInfo) -> bool:
    """Step out of the line; whether one was in it."""
    mine = [each for each in queue(db, row) if each.member_id == member.id]
    for each in mine:
        db.session.delete(each)
    db.flush()
    return bool(mine)


def queue(db: Db, row: Meeting) -> list[Speaker]:
    """Who wants to speak, the first first."""
    query = select(Speaker).where(Speaker.meeting_id == row.id, Speaker.state == WAITING)
    return list(db.session.scalars(query.order_by(Speaker.id)))


def speaking(db: Db, row: Meeting) -> int | None:
    """Who was called to speak last, by id."""
    query = select(Speaker.member_id).where(Speaker.meeting_id == row.id, Speaker.state == SPEAKING)
    return db.session.scalar(query.order_by(Speaker.id.desc()).limit(1))


def call_next(db: Db, row: Meeting) -> int | None:
    """Let the first in the line speak; returns the id, None where nobody waits."""
    require_open(row)
    db.session.execute(
        update(Speaker)
        .where(Speaker.meeting_id == row.id, Speaker.state == SPEAKING)
        .values(state=SPOKEN)
    )
    line = queue(db, row)
    if not line:
        return None
    line[0].state = SPEAKING
    db.flush()
    return line[0].member_id
