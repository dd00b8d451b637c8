"""The tables of the team's calendar."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Id


class Event(Base):
    """An appointment of the team, known by its number (#A2).

    `start_at` and `end_at` are moments; with `all_day` the days `first` to `last` count. A
    recurring event has the rule, and its times are those of the first one on later days.
    `everybody` is for the whole team, otherwise the members are in EventMember; `is_private` hides
    what was booked in private from those it is not for. `sequence` goes up with each change, for
    calendars that have it already. `state`: planned or cancelled.
    """

    __tablename__ = "event"
    __table_args__ = (
        UniqueConstraint("team_id", "number", name="uq_event_number"),
        Index("ix_event_team", "team_id", "state", "last"),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    team_id: Mapped[int] = mapped_column(Id, ForeignKey("team.id"))
    number: Mapped[int]
    title: Mapped[str] = mapped_column(String(200))
    place: Mapped[str] = mapped_column(String(200), default="")
    first: Mapped[dt.date]
    last: Mapped[dt.date]
    start_at: Mapped[dt.datetime | None]
    end_at: Mapped[dt.datetime | None]
    all_day: Mapped[int] = mapped_column(default=0)
    recurrence: Mapped[str] = mapped_column(String(120), default="")
    recurs_until: Mapped[dt.date | None]
    everybody: Mapped[int] = mapped_column(default=1)
    is_private: Mapped[int] = mapped_column(default=0)
    created_by: Mapped[int] = mapped_column(Id, ForeignKey("member.id"))
    created_at: Mapped[dt.datetime]
    changed_at: Mapped[dt.datetime]
    state: Mapped[str] = mapped_column(String(10), default="planned")
    sequence: Mapped[int] = mapped_column(default=0)
    source: Mapped[int | None] = mapped_column(Id)


class EventMember(Base):
    """Somebody whom an appointment is for."""

    __tablename__ = "event_member"
    __table_args__ = (Index("ix_event_member_member", "member_id"),)

    event_id: Mapped[int] = mapped_column(Id, ForeignKey("event.id"), primary_key=True)
    member_id: Mapped[int] = mapped_column(Id, ForeignKey("member.id"), primary_key=True)
