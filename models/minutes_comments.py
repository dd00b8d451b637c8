"""What members who may not write the minutes of a meeting add to them."""

from __future__ import annotations

from sqlalchemy import select

from models import search
from models.db import Db
from models.meeting_tables import Meeting, MeetingNote
from models.task_changes import Doer
from models.values import MemberInfo

COMMENT, VOID = "comment", "void"
MAX_COMMENT = 1000
# The kind of the texts by which comments are found.
COMMENT_TEXT = "comment"


def comment(db: Db, meeting: Meeting, words: str, doer: Doer) -> MeetingNote:
    """Keep what a member who may not write the minutes adds to them."""
    note = MeetingNote(
        meeting_id=meeting.id,
        kind=COMMENT,
        words=words[:MAX_COMMENT],
        by_id=doer.member.id,
        at=doer.at,
        source=doer.source,
    )
    db.session.add(note)
    db.flush()
    search.keep(db, meeting.team_id, COMMENT_TEXT, note.id, words=note.words, at=meeting.start_at)
    return note


def comments(db: Db, meeting_id: int) -> list[MeetingNote]:
    """What members added to the minutes of a meeting, the oldest first."""
    query = select(MeetingNote).where(
        MeetingNote.meeting_id == meeting_id,
        MeetingNote.kind == COMMENT,
        MeetingNote.state == "active",
    )
    return list(db.session.scalars(query.order_by(MeetingNote.id)))


def comment_of(db: Db, member: MemberInfo, source: int) -> MeetingNote | None:
    """The comment that a member's message made."""
    query = select(MeetingNote).where(
        MeetingNote.source == source,
        MeetingNote.kind == COMMENT,
        MeetingNote.by_id == member.id,
        MeetingNote.state == "active",
    )
    return db.session.scalar(query)


def change_comment(db: Db, meeting: Meeting, note: MeetingNote, words: str) -> None:
    """Let a comment say something else; no words take it back."""
    search.forget(db, COMMENT_TEXT, [note.id])
    if not words:
        note.state = VOID
    else:
        note.words = words[:MAX_COMMENT]
        search.keep(
            db, meeting.team_id, COMMENT_TEXT, note.id, words=note.words, at=meeting.start_at
        )
    db.flush()
