"""Finding minutes: by words in their lines and comments, and the newest ones."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import func, select

from models import search
from models.db import Db
from models.meeting_tables import Meeting, MeetingNote, Minutes, MinutesLine
from models.minutes import LINE_TEXT, POSTED
from models.minutes_comments import COMMENT, COMMENT_TEXT
from models.task_tables import Task


@dataclass(frozen=True, slots=True)
class Found:
    """A line of minutes or a comment that was found: the meeting's number and day, its kind, its
    words, who said a comment, and the number of the action's task, 0 for none.
    """

    meeting: int
    day: dt.date
    kind: str
    words: str
    by_id: int = 0
    task: int = 0


def find(db: Db, team_id: int, query: str, *, most: int) -> list[Found]:
    """The newest lines of posted minutes and comments that hold all words of a query."""
    hits = search.find(db, team_id, query, kinds=(LINE_TEXT, COMMENT_TEXT), most=most)
    lines = _lines(db, [hit.subject for hit in hits if hit.kind == LINE_TEXT])
    notes = _comments(db, [hit.subject for hit in hits if hit.kind == COMMENT_TEXT])
    found = [(lines if hit.kind == LINE_TEXT else notes).get(hit.subject) for hit in hits]
    return [each for each in found if each is not None]


def _lines(db: Db, ids: list[int]) -> dict[int, Found]:
    query = (
        select(MinutesLine.id, Meeting.number, Meeting.day, MinutesLine.kind, MinutesLine.words,
               Task.number)
        .join(Minutes, Minutes.id == MinutesLine.minutes_id)
        .join(Meeting, Meeting.id == Minutes.meeting_id)
        .outerjoin(Task, Task.id == MinutesLine.task_id)
        .where(MinutesLine.id.in_(ids))
    )  # fmt: skip
    return {
        key: Found(number, day, kind, words, task=task or 0)
        for key, number, day, kind, words, task in db.session.execute(query)
    }


def _comments(db: Db, ids: list[int]) -> dict[int, Found]:
    query = (
        select(MeetingNote.id, Meeting.number, Meeting.day, MeetingNote.words, MeetingNote.by_id)
        .join(Meeting, Meeting.id == MeetingNote.meeting_id)
        .where(MeetingNote.id.in_(ids))
    )
    return {
        key: Found(number, day, COMMENT, words, by_id)
        for key, number, day, words, by_id in db.session.execute(query)
    }


def newest(db: Db, team_id: int, *, most: int) -> list[tuple[Meeting, Minutes, int]]:
    """The minutes that were posted last, with their meetings and how many lines they have."""
    query = (
        select(Meeting, Minutes, func.count(MinutesLine.id))
        .join(Minutes, Minutes.meeting_id == Meeting.id)
        .outerjoin(MinutesLine, MinutesLine.minutes_id == Minutes.id)
        .where(Meeting.team_id == team_id, Minutes.state == POSTED)
        .group_by(Minutes.id, Meeting.id)
        .order_by(Meeting.start_at.desc(), Meeting.id.desc())
        .limit(most)
    )
    return [(meeting, row, count) for meeting, row, count in db.session.execute(query)]
