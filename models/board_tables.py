"""The tables of boards and appeals: how members want to be seen, and what was contested."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Id

APPEAL_OPEN = text("state = 'open'")


class BoardMember(Base):
    """How a member stands on boards, where it is not as usual.

    `hidden_since` is set for who is shown to others without a name. `league` is «new» or «old» for
    whom a lead put among the newcomers or out of them; empty where the date of joining decides.
    `came_at` is set for who was seen to come into the running group.
    """

    __tablename__ = "board_member"

    member_id: Mapped[int] = mapped_column(Id, ForeignKey("member.id"), primary_key=True)
    team_id: Mapped[int] = mapped_column(Id, ForeignKey("team.id"), index=True)
    hidden_since: Mapped[dt.datetime | None]
    league: Mapped[str] = mapped_column(String(4), default="")
    came_at: Mapped[dt.datetime | None]


class Appeal(Base):
    """A case (#C3): somebody holds that a record or a number is wrong.

    `about` is the record (S27, PK3) or empty where only `words` say what it is. `facts` is what was
    known when the case was opened, as JSON. `state`: open, upheld, rejected, withdrawn. Only the
    appellant and the decider know of it.
    """

    __tablename__ = "appeal"
    __table_args__ = (
        UniqueConstraint("team_id", "number", name="uq_appeal_number"),
        Index(
            "ix_appeal_open",
            "team_id",
            sqlite_where=APPEAL_OPEN,
            postgresql_where=APPEAL_OPEN,
        ),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    team_id: Mapped[int] = mapped_column(Id, ForeignKey("team.id"))
    number: Mapped[int]
    appellant_id: Mapped[int] = mapped_column(Id, ForeignKey("member.id"))
    decider_id: Mapped[int] = mapped_column(Id, ForeignKey("member.id"))
    about: Mapped[str] = mapped_column(String(12), default="")
    words: Mapped[str] = mapped_column(Text)
    facts: Mapped[str] = mapped_column(Text, default="")
    state: Mapped[str] = mapped_column(String(10), default="open")
    at: Mapped[dt.datetime]
    decided_at: Mapped[dt.datetime | None]


class AppealStep(Base):
    """One thing that happened to a case, never changed: opened, note, passed, upheld, rejected,
    withdrawn; who, when, and the words.
    """

    __tablename__ = "appeal_step"

    appeal_id: Mapped[int] = mapped_column(Id, ForeignKey("appeal.id"), primary_key=True)
    n: Mapped[int] = mapped_column(primary_key=True)
    verb: Mapped[str] = mapped_column(String(10))
    member_id: Mapped[int | None] = mapped_column(Id, ForeignKey("member.id"))
    words: Mapped[str] = mapped_column(Text, default="")
    at: Mapped[dt.datetime]
