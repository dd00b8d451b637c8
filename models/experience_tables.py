"""The tables of what members learned and let others know."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Id


class Experience(Base):
    """What a member did right and lets others know (#X3), perhaps about one order."""

    __tablename__ = "experience"
    __table_args__ = (
        UniqueConstraint("team_id", "number", name="uq_experience_number"),
        Index("ix_experience_team", "team_id", "at"),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    team_id: Mapped[int] = mapped_column(Id, ForeignKey("team.id"))
    number: Mapped[int]
    member_id: Mapped[int] = mapped_column(Id, ForeignKey("member.id"))
    words: Mapped[str] = mapped_column(Text)
    tags: Mapped[str] = mapped_column(String(200), default="")
    sale: Mapped[int | None]
    thanks: Mapped[int] = mapped_column(default=0)
    state: Mapped[str] = mapped_column(String(10), default="active")
    at: Mapped[dt.datetime]


class ExperienceThanks(Base):
    """Somebody whom an experience helped: one word of thanks each."""

    __tablename__ = "experience_thanks"

    experience_id: Mapped[int] = mapped_column(Id, ForeignKey("experience.id"), primary_key=True)
    member_id: Mapped[int] = mapped_column(Id, ForeignKey("member.id"), primary_key=True)
    at: Mapped[dt.datetime]
