"""Minutes of meetings while they are drafts: begun, added to, corrected, given up."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Sequence
from dataclasses import replace

from sqlalchemy import delete, false, func, select, update

from models.db import Db
from models.errors import Refusal
from models.meeting_tables import Meeting, MeetingNote, Minutes, MinutesLine
from models.meetings import CANCELLED, CLOSED, OPEN, NewMeeting, create
from models.minutes_lines import ACTION, KINDS, Line, columns, continued, line_of
from models.task_changes import Doer
from models.tasks import Deadline
from models.values import TeamInfo

DRAFT, POSTED, REPLACED, DROPPED = "draft", "posted", "replaced", "dropped"
# As much as one version holds: lines, and signs of what was written for it.
MAX_LINES, MAX_RAW = 600, 100_000
# The kind of the texts by which their lines are found.
LINE_TEXT = "minutes"


def meeting_of(db: Db, team_id: int, meeting_id: int) -> Meeting | None:
    """A team's meeting by our own id."""
    row = db.session.get(Meeting, meeting_id)
    return row if row is not None and row.team_id == team_id else None


def by_number(db: Db, team_id: int, number: int) -> Meeting | None:
    """A team's meeting by the number people know it by."""
    query = select(Meeting).where(Meeting.team_id == team_id, Meeting.number == number)
    return db.session.scalar(query)


# So long after its end a meeting is the one that is talked about.
JUST_ENDED = dt.timedelta(hours=3)


def held(db: Db, team: TeamInfo, title: str, doer: Doer) -> Meeting:
    """Write down a meeting that nobody had planned: it is over already."""
    row = create(db, team, NewMeeting(title, doer.at), doer)
    row.state, row.opened_at, row.closed_at = CLOSED, doer.at, doer.at
    db.flush()
    return row


def about(db: Db, team_id: int, now: dt.datetime) -> Meeting | None:
    """The meeting that minutes without a number are for: the one that runs, else the one that ended
    just now, else the one that began or should have begun last.
    """
    query = select(Meeting).where(Meeting.team_id == team_id, Meeting.state != CANCELLED)
    begun = func.coalesce(Meeting.opened_at, Meeting.start_at)
    query = query.where((Meeting.opened_at.is_not(None)) | (Meeting.start_at <= now))
    has_ended = func.coalesce(Meeting.closed_at >= now - JUST_ENDED, false())
    order = (Meeting.state == OPEN).desc(), has_ended.desc(), begun.desc(), Meeting.id.desc()
    return db.session.scalar(query.order_by(*order).limit(1))


def by_id(db: Db, team_id: int, minutes_id: int) -> Minutes | None:
    """A team's draft or version by our own id."""
    row = db.session.get(Minutes, minutes_id)
    return row if row is not None and row.team_id == team_id else None


def posted(db: Db, meeting_id: int) -> Minutes | None:
    """The minutes of a meeting that stand."""
    query = select(Minutes).where(Minutes.meeting_id == meeting_id, Minutes.state == POSTED)
    return db.session.scalar(query)


def version(db: Db, meeting_id: int, number: int) -> Minutes | None:
    """One version of the minutes of a meeting, also one that was replaced."""
    query = select(Minutes).where(Minutes.meeting_id == meeting_id, Minutes.version == number)
    return db.session.scalar(query)


def draft_of(db: Db, team_id: int, member_id: int, meeting_id: int | None = None) -> Minutes | None:
    """A member's open draft: for that meeting, or the one that was touched last."""
    query = select(Minutes).where(
        Minutes.team_id == team_id, Minutes.by_id == member_id, Minutes.state == DRAFT
    )
    if meeting_id is not None:
        query = query.where(Minutes.meeting_id == meeting_id)
    return db.session.scalar(query.order_by(Minutes.changed_at.desc(), Minutes.id.desc()).limit(1))


def drafts(db: Db, meeting_id: int) -> list[Minutes]:
    """All open drafts for a meeting, the oldest first."""
    query = select(Minutes).where(Minutes.meeting_id == meeting_id, Minutes.state == DRAFT)
    return list(db.session.scalars(query.order_by(Minutes.id)))


def lines(db: Db, row: Minutes) -> list[Line]:
    """All lines of a version or draft by their numbers, also those that were struck out."""
    db.flush()
    query = select(MinutesLine).where(MinutesLine.minutes_id == row.id).order_by(MinutesLine.n)
    return [line_of(each) for each in db.session.scalars(query)]


def begin(db: Db, meeting: Meeting, doer: Doer) -> Minutes:
    """The open draft of somebody for a meeting: the one there is, else a new one that begins with
    what stands already, or with the notes that were taken while the meeting ran.

    Raises Refusal for a meeting that was cancelled.
    """
    found = draft_of(db, meeting.team_id, doer.member.id, meeting.id)
    if found is not None:
        _absorb(db, meeting, found)
        return found
    if meeting.state == CANCELLED:
        raise Refusal("minutes-cancelled", number=meeting.number)
    before = posted(db, meeting.id)
    row = Minutes(
        team_id=meeting.team_id,
        meeting_id=meeting.id,
        base=before.version or 0 if before else 0,
        goal=before.goal if before else meeting.reached,
        by_id=doer.member.id,
        begun_at=doer.at,
        changed_at=doer.at,
    )
    db.session.add(row)
    db.flush()
    begun = [continued(each) for each in lines(db, before)] if before else noted(db, meeting)
    _write(db, row, begun)
    return row


def _absorb(db: Db, meeting: Meeting, row: Minutes) -> None:
    """Add what was noted in the meeting since a draft was begun."""
    if row.base:
        return
    if row.goal is None:
        row.goal = meeting.reached
    known = {(line.kind, line.said, line.source) for line in lines(db, row)}
    late = [line for line in noted(db, meeting) if (line.kind, line.said, line.source) not in known]
    _write(db, row, late)


def noted(db: Db, meeting: Meeting) -> list[Line]:
    """The notes that were taken while a meeting ran, as lines."""
    query = select(MeetingNote).where(
        MeetingNote.meeting_id == meeting.id,
        MeetingNote.state == "active",
        MeetingNote.kind.in_(KINDS),
    )
    return [_noted(each) for each in db.session.scalars(query.order_by(MeetingNote.id))]


def _noted(note: MeetingNote) -> Line:
    due = None
    if note.due_at is not None and note.due_day is not None:
        due = Deadline(note.due_at, note.due_day, bool(note.all_day))
    people = tuple(json.loads(note.people))
    doubts = (("nobody", ""),) if note.kind == ACTION and not people else ()
    return Line(
        note.kind, note.words, people, due, doubts=doubts, task_id=note.task_id,
        source=note.source, said=note.words,
    )  # fmt: skip


def _write(db: Db, row: Minutes, new: Sequence[Line]) -> None:
    """Write lines behind those that a draft has."""
    last = select(func.max(MinutesLine.n)).where(MinutesLine.minutes_id == row.id)
    first = (db.session.scalar(last) or 0) + 1
    if first + len(new) - 1 > MAX_LINES:
        raise Refusal("minutes-long", most=MAX_LINES)
    for n, line in enumerate(new, start=first):
        db.session.add(MinutesLine(minutes_id=row.id, n=n, **columns(line)))
    db.flush()


def rewrite(db: Db, row: Minutes, wanted: Iterable[Line]) -> None:
    """Let a draft have these lines and no others, counted from 1."""
    db.flush()
    db.session.execute(delete(MinutesLine).where(MinutesLine.minutes_id == row.id))
    _write(db, row, list(wanted))


def touch(db: Db, row: Minutes, at: dt.datetime) -> None:
    """Note that a draft was worked on; raises Refusal for one that is none any more."""
    query = update(Minutes).where(Minutes.id == row.id, Minutes.state == DRAFT)
    found = db.session.execute(
        query.values(changed_at=at).returning(Minutes.id),
        execution_options={"synchronize_session": False},
    )
    if found.first() is None:
        raise Refusal("minutes-draft-gone")
    db.session.refresh(row)


def add(
    db: Db, row: Minutes, new: Sequence[Line], *, words: str, goal: int | None, at: dt.datetime
) -> list[Line]:
    """Add what a message says to a draft; returns the lines that it did not hold already."""
    touch(db, row, at)
    known = {line.content for line in lines(db, row) if not line.is_gone}
    fresh = []
    for line in new:
        if line.content not in known:
            known.add(line.content)
            fresh.append(line)
    _write(db, row, fresh)
    keep_words(row, words)
    row.goal = goal if goal is not None else row.goal
    db.flush()
    return fresh


def keep_words(row: Minutes, words: str) -> None:
    """Keep what was written for a draft, whatever was understood of it."""
    row.raw = f"{row.raw}\n\n{words}".strip()
    if len(row.raw) > MAX_RAW:
        raise Refusal("minutes-long", most=MAX_LINES)


def amend(db: Db, row: Minutes, line: Line, at: dt.datetime) -> None:
    """Let one line of a draft say something else."""
    touch(db, row, at)
    query = update(MinutesLine).where(MinutesLine.minutes_id == row.id, MinutesLine.n == line.n)
    db.session.execute(query.values(**columns(line)))


def strike(db: Db, row: Minutes, numbers: Iterable[int], at: dt.datetime, *, back: bool) -> None:
    """Strike lines out of a draft, or put them back; raises Refusal for one that is not there."""
    found = {line.n: line for line in lines(db, row)}
    for number in numbers:
        line = found.get(number)
        if line is None or line.is_gone is not back:
            raise no_line(found.values(), number)
        amend(db, row, replace(line, is_gone=not back), at)


def pick(db: Db, row: Minutes, number: int) -> Line:
    """A standing line of a draft by its number; raises Refusal for one that is not there."""
    found = lines(db, row)
    line = next((each for each in found if each.n == number and not each.is_gone), None)
    if line is None:
        raise no_line(found, number)
    return line


def no_line(found: Iterable[Line], number: int) -> Refusal:
    """The answer to a number that no standing line has."""
    standing = [line.n for line in found if not line.is_gone]
    if not standing:
        return Refusal("minutes-empty")
    return Refusal("minutes-no-line", n=number, last=max(standing))


def drop(db: Db, row: Minutes, at: dt.datetime) -> None:
    """Give a draft up."""
    touch(db, row, at)
    row.state = DROPPED
    db.flush()


def reread(
    db: Db, row: Minutes, source: int, new: Sequence[Line], *, words: str, at: dt.datetime
) -> None:
    """Let a draft say what a changed message says now.

    Lines that the message still says stay as they were corrected; those that it says no more go,
    unless somebody corrected them.
    """
    touch(db, row, at)
    found = [line for line in lines(db, row) if line.source == source]
    wanted = {(line.kind, line.said): line for line in new}
    for line in found:
        is_said = wanted.pop((line.kind, line.said), None) is not None
        if not is_said and line.words == line.said and not line.is_gone:
            amend(db, row, replace(line, is_gone=True), at)
    _write(db, row, list(wanted.values()))
    keep_words(row, words)
    db.flush()


def from_source(db: Db, team_id: int, source: int) -> list[tuple[Minutes, list[Line]]]:
    """The drafts and posted minutes with lines from a message, and those lines."""
    query = (
        select(Minutes)
        .join(MinutesLine, MinutesLine.minutes_id == Minutes.id)
        .where(
            MinutesLine.source == source,
            Minutes.team_id == team_id,
            Minutes.state.in_((DRAFT, POSTED)),
        )
        .distinct()
        .order_by(Minutes.id)
    )
    found = [(row, lines(db, row)) for row in db.session.scalars(query).all()]
    return [
        (row, [line for line in each if line.source == source and not line.is_gone])
        for row, each in found
    ]
