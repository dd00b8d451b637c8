"""The tables of who wants to speak, and of what is voted on."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Id


class Speaker(Base):
    """Somebody who wants to speak in a running meeting: waiting, speaking, done."""

    __tablename__ = "speaker"
    __table_args__ = (Index("ix_speaker_meeting", "meeting_id", "state"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    meeting_id: Mapped[int] = mapped_column(Id, ForeignKey("meeting.id"))
    member_id: Mapped[int] = mapped_column(Id, ForeignKey("member.id"))
    state: Mapped[str] = mapped_column(String(10), default="waiting")
    asked_at: Mapped[dt.datetime]


class Poll(Base):
    """A question that is voted on (#P3), in a meeting or by itself: open or closed.

    `options` are words in JSON; `result` is the option that won, None without a majority or quorum.
    """

    __tablename__ = "poll"
    __table_args__ = (
        UniqueConstraint("team_id", "number", name="uq_poll_number"),
        Index("ix_poll_meeting", "meeting_id"),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    team_id: Mapped[int] = mapped_column(Id, ForeignKey("team.id"))
    number: Mapped[int]
    meeting_id: Mapped[int | None] = mapped_column(Id, ForeignKey("meeting.id"))
    item_id: Mapped[int | None] = mapped_column(Id, ForeignKey("agenda_item.id"))
    question: Mapped[str] = mapped_column(String(200))
    options: Mapped[str] = mapped_column(Text)
    state: Mapped[str] = mapped_column(String(10), default="open")
    quorum: Mapped[int | None]
    result: Mapped[int | None]
    by_id: Mapped[int] = mapped_column(Id, ForeignKey("member.id"))
    opened_at: Mapped[dt.datetime]
    closed_at: Mapped[dt.datetime | None]


class Vote(Base):
    """A member's last word in a poll: an option counted from 1, or 0 for an abstention."""

    __tablename__ = "vote"

    poll_id: Mapped[int] = mapped_column(Id, ForeignKey("poll.id"), primary_key=True)
    member_id: Mapped[int] = mapped_column(Id, ForeignKey("member.id"), primary_key=True)
    choice: Mapped[int]
    at: Mapped[dt.datetime]
