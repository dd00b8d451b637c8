"""The tables of meetings: when, about what, who reported what, what was decided."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Id

MEETING_ALIVE = text("state IN ('planned', 'open')")
MINUTES_DRAFT = text("state = 'draft'")


class Meeting(Base):
    """One meeting of the team (#M12); the next one of a series is made when this one ends.

    `state`: planned, open, closed, cancelled, missed. `minutes` is how long it is meant to take.
    `code` is the number to dial in, with its `passcode`, and `link` its address. `quorum` is how
    many must be there for a vote to count, None for half of those invited. `reached` is what was
    said of the goal at the end: 1 yes, 2 partly, 3 no. `lead_id` runs it. `window` is how many
    minutes before it the reports are asked for. `sequence` goes up with each change, for calendars
    that have it already. Of a series, `recurs_at` is the minute of the local day at which it begins
    and `recurs_day` the day of the rule where this one was moved away from it.
    """

    __tablename__ = "meeting"
    __table_args__ = (
        UniqueConstraint("team_id", "number", name="uq_meeting_number"),
        Index(
            "ix_meeting_alive",
            "team_id",
            "start_at",
            sqlite_where=MEETING_ALIVE,
            postgresql_where=MEETING_ALIVE,
        ),
        Index("ix_meeting_team", "team_id", "start_at"),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    team_id: Mapped[int] = mapped_column(Id, ForeignKey("team.id"))
    number: Mapped[int]
    title: Mapped[str] = mapped_column(String(200))
    goal: Mapped[str] = mapped_column(String(400), default="")
    state: Mapped[str] = mapped_column(String(10), default="planned")
    day: Mapped[dt.date]
    start_at: Mapped[dt.datetime]
    minutes: Mapped[int] = mapped_column(default=60)
    recurrence: Mapped[str] = mapped_column(String(120), default="")
    recurs_from: Mapped[dt.date | None]
    recurs_until: Mapped[dt.date | None]
    recurs_at: Mapped[int | None]
    recurs_day: Mapped[dt.date | None]
    series_id: Mapped[int | None] = mapped_column(Id)
    everybody: Mapped[int] = mapped_column(default=1)
    quorum: Mapped[int | None]
    place: Mapped[str] = mapped_column(String(200), default="")
    link: Mapped[str] = mapped_column(String(400), default="")
    code: Mapped[str] = mapped_column(String(40), default="")
    passcode: Mapped[str] = mapped_column(String(40), default="")
    lead_id: Mapped[int] = mapped_column(Id, ForeignKey("member.id"))
    created_by: Mapped[int] = mapped_column(Id, ForeignKey("member.id"))
    created_at: Mapped[dt.datetime]
    changed_at: Mapped[dt.datetime]
    opened_at: Mapped[dt.datetime | None]
    closed_at: Mapped[dt.datetime | None]
    reached: Mapped[int | None]
    item_id: Mapped[int | None] = mapped_column(Id)
    window: Mapped[int] = mapped_column(default=120)
    sequence: Mapped[int] = mapped_column(default=0)
    source: Mapped[int | None] = mapped_column(Id)
    version: Mapped[int] = mapped_column(default=1)


class MeetingChange(Base):
    """One thing that happened to a plan: the verb, who, when.

    `before` is what the meeting was, in JSON, so that the change can be taken back; `undone` tells
    that it was. Never changed otherwise and never deleted.
    """

    __tablename__ = "meeting_change"
    __table_args__ = (Index("ix_meeting_change_meeting", "meeting_id"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    meeting_id: Mapped[int] = mapped_column(Id, ForeignKey("meeting.id"))
    verb: Mapped[str] = mapped_column(String(12))
    member_id: Mapped[int] = mapped_column(Id, ForeignKey("member.id"))
    at: Mapped[dt.datetime]
    before: Mapped[str] = mapped_column(Text, default="")
    undone: Mapped[int] = mapped_column(default=0)
    source: Mapped[int | None] = mapped_column(Id)


class MeetingMember(Base):
    """Somebody who is invited by name, or whose presence is known: `excused` with the reason, or
    `present` since they said something in the meeting.
    """

    __tablename__ = "meeting_member"
    __table_args__ = (Index("ix_meeting_member_member", "member_id"),)

    meeting_id: Mapped[int] = mapped_column(Id, ForeignKey("meeting.id"), primary_key=True)
    member_id: Mapped[int] = mapped_column(Id, ForeignKey("member.id"), primary_key=True)
    invited: Mapped[int] = mapped_column(default=1)
    excused: Mapped[int] = mapped_column(default=0)
    present: Mapped[int] = mapped_column(default=0)
    reason: Mapped[str] = mapped_column(String(200), default="")


class AgendaItem(Base):
    """A point to talk about; without a meeting it waits for the next one of the series or team.

    `state`: open, current, done, carried (to `carried_to`), dropped. `standing` points come again
    in every meeting of the series `series_id`; `carried` counts how often this one was put off.
    `spent` is seconds. `task_id` is an open action of an earlier meeting.
    """

    __tablename__ = "agenda_item"
    __table_args__ = (
        Index("ix_agenda_item_meeting", "meeting_id", "position"),
        Index("ix_agenda_item_team", "team_id", "state"),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    team_id: Mapped[int] = mapped_column(Id, ForeignKey("team.id"))
    meeting_id: Mapped[int | None] = mapped_column(Id, ForeignKey("meeting.id"))
    series_id: Mapped[int | None] = mapped_column(Id)
    position: Mapped[int]
    title: Mapped[str] = mapped_column(String(200))
    detail: Mapped[str] = mapped_column(Text, default="")
    minutes: Mapped[int | None]
    owner_id: Mapped[int | None] = mapped_column(Id, ForeignKey("member.id"))
    state: Mapped[str] = mapped_column(String(10), default="open")
    standing: Mapped[int] = mapped_column(default=0)
    kind: Mapped[str] = mapped_column(String(10), default="topic")
    carried: Mapped[int] = mapped_column(default=0)
    carried_to: Mapped[int | None] = mapped_column(Id)
    started_at: Mapped[dt.datetime | None]
    ended_at: Mapped[dt.datetime | None]
    spent: Mapped[int] = mapped_column(default=0)
    by_id: Mapped[int] = mapped_column(Id, ForeignKey("member.id"))
    at: Mapped[dt.datetime]
    source: Mapped[int | None] = mapped_column(Id)


class MeetingReport(Base):
    """What an attendee reports before a meeting: `facts` are the figures it was filled with, in
    JSON, `words` what the member added, `blocker` where they are stuck.
    """

    __tablename__ = "meeting_report"

    meeting_id: Mapped[int] = mapped_column(Id, ForeignKey("meeting.id"), primary_key=True)
    member_id: Mapped[int] = mapped_column(Id, ForeignKey("member.id"), primary_key=True)
    state: Mapped[str] = mapped_column(String(10), default="asked")
    facts: Mapped[str] = mapped_column(Text, default="")
    words: Mapped[str] = mapped_column(Text, default="")
    blocker: Mapped[str] = mapped_column(Text, default="")
    asked_at: Mapped[dt.datetime | None]
    nudged_at: Mapped[dt.datetime | None]
    handed_in_at: Mapped[dt.datetime | None]
    is_late: Mapped[int] = mapped_column(default=0)


class MeetingNote(Base):
    """Something said for the record while a meeting runs, or a comment on its minutes.

    `kind`: decision, action, data, open, comment. `people` are member ids in JSON; `task_id` is the
    task that an action became. A note that was taken back stays with `state` void.
    """

    __tablename__ = "meeting_note"
    __table_args__ = (Index("ix_meeting_note_meeting", "meeting_id"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    meeting_id: Mapped[int] = mapped_column(Id, ForeignKey("meeting.id"))
    item_id: Mapped[int | None] = mapped_column(Id, ForeignKey("agenda_item.id"))
    kind: Mapped[str] = mapped_column(String(10))
    words: Mapped[str] = mapped_column(Text)
    people: Mapped[str] = mapped_column(Text, default="[]")
    due_at: Mapped[dt.datetime | None]
    due_day: Mapped[dt.date | None]
    all_day: Mapped[int] = mapped_column(default=0)
    task_id: Mapped[int | None] = mapped_column(Id, ForeignKey("task.id"))
    by_id: Mapped[int] = mapped_column(Id, ForeignKey("member.id"))
    at: Mapped[dt.datetime]
    state: Mapped[str] = mapped_column(String(10), default="active")
    source: Mapped[int | None] = mapped_column(Id)


class Minutes(Base):
    """One version of a meeting's minutes: a draft until it is confirmed, then posted; an older
    version stays with `state` replaced, a draft that was given up is dropped.

    A draft has no `version` yet, so that several people may write one; `base` is the version it
    goes on from, 0 for none. `raw` holds all that was written for it. Of one member's drafts for a
    meeting one is open at most.
    """

    __tablename__ = "minutes"
    __table_args__ = (
        UniqueConstraint("meeting_id", "version", name="uq_minutes_version"),
        Index(
            "uq_minutes_draft",
            "meeting_id",
            "by_id",
            unique=True,
            sqlite_where=MINUTES_DRAFT,
            postgresql_where=MINUTES_DRAFT,
        ),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    team_id: Mapped[int] = mapped_column(Id, ForeignKey("team.id"))
    meeting_id: Mapped[int] = mapped_column(Id, ForeignKey("meeting.id"))
    version: Mapped[int | None]
    base: Mapped[int] = mapped_column(default=0)
    state: Mapped[str] = mapped_column(String(10), default="draft")
    goal: Mapped[int | None]
    raw: Mapped[str] = mapped_column(Text, default="")
    by_id: Mapped[int] = mapped_column(Id, ForeignKey("member.id"))
    begun_at: Mapped[dt.datetime]
    changed_at: Mapped[dt.datetime]
    confirmed_at: Mapped[dt.datetime | None]


class MinutesLine(Base):
    """One line of a version of minutes, counted from 1: decision, action, data or open.

    `people` are member ids in JSON; `task_id` is the task that an action became. `doubts` are pairs
    of a key and a word in JSON. `prior_id` is the line of the version before that this one goes on
    from. `said` is how the words were read from the message `source`, whatever became of them. A
    line that was struck out of a draft stays with `is_gone`.
    """

    __tablename__ = "minutes_line"
    __table_args__ = (
        UniqueConstraint("minutes_id", "n", name="uq_minutes_line_n"),
        Index("ix_minutes_line_source", "source"),
        Index("ix_minutes_line_task", "task_id"),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    minutes_id: Mapped[int] = mapped_column(Id, ForeignKey("minutes.id"))
    n: Mapped[int]
    kind: Mapped[str] = mapped_column(String(10))
    words: Mapped[str] = mapped_column(Text)
    people: Mapped[str] = mapped_column(Text, default="[]")
    due_at: Mapped[dt.datetime | None]
    due_day: Mapped[dt.date | None]
    all_day: Mapped[int] = mapped_column(default=0)
    recurrence: Mapped[str] = mapped_column(String(120), default="")
    doubts: Mapped[str] = mapped_column(Text, default="[]")
    task_id: Mapped[int | None] = mapped_column(Id, ForeignKey("task.id"))
    prior_id: Mapped[int | None] = mapped_column(Id)
    source: Mapped[int | None] = mapped_column(Id)
    said: Mapped[str] = mapped_column(Text, default="")
    is_gone: Mapped[int] = mapped_column(default=0)
