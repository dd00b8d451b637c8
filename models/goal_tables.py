"""The tables of goals: their parts, what was told of them, readings, and drafts of shares."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Id


class Goal(Base):
    """What a member, with a `title` all who have it, or else the team, wants to reach (#G4).

    `target` is in minor units for the metric «amount», in hundredths of a percent for «share»,
    plain numbers otherwise. `subject` is the product of pieces or the market of a share, `unit` the
    word for a piece. A new goal for the same period takes the place of the old one, which stays
    with `state` replaced; `replaces` is its number.
    """

    __tablename__ = "goal"
    __table_args__ = (
        UniqueConstraint("team_id", "number", name="uq_goal_number"),
        Index("ix_goal_span", "team_id", "first", "last"),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    team_id: Mapped[int] = mapped_column(Id, ForeignKey("team.id"))
    number: Mapped[int]
    member_id: Mapped[int | None] = mapped_column(Id, ForeignKey("member.id"))
    metric: Mapped[str] = mapped_column(String(16), default="amount")
    period: Mapped[str] = mapped_column(String(8))
    first: Mapped[dt.date]
    last: Mapped[dt.date]
    target: Mapped[int] = mapped_column(Id)
    state: Mapped[str] = mapped_column(String(10), default="active")
    set_by: Mapped[int] = mapped_column(Id, ForeignKey("member.id"))
    at: Mapped[dt.datetime]
    title: Mapped[str] = mapped_column(String(32), default="", server_default="")
    subject: Mapped[str] = mapped_column(String(64), default="", server_default="")
    unit: Mapped[str] = mapped_column(String(8), default="", server_default="")
    replaces: Mapped[int | None]


class GoalPart(Base):
    """A week or day of a goal that was split over its time, and its weight: working days."""

    __tablename__ = "goal_part"

    goal_id: Mapped[int] = mapped_column(Id, ForeignKey("goal.id"), primary_key=True)
    n: Mapped[int] = mapped_column(primary_key=True)
    first: Mapped[dt.date]
    last: Mapped[dt.date]
    weight: Mapped[int]


class GoalTold(Base):
    """What was said about a goal, so that it is said once for ever: `kind` reached with the percent
    as `n`, spread with the number of the part that was missed.
    """

    __tablename__ = "goal_told"

    goal_id: Mapped[int] = mapped_column(Id, ForeignKey("goal.id"), primary_key=True)
    kind: Mapped[str] = mapped_column(String(8), primary_key=True)
    n: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[dt.datetime]


class GoalReading(Base):
    """The share of a market as somebody read it on a day, in hundredths of a percent."""

    __tablename__ = "goal_reading"
    __table_args__ = (Index("ix_goal_reading_subject", "team_id", "subject", "day"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    team_id: Mapped[int] = mapped_column(Id, ForeignKey("team.id"))
    subject: Mapped[str] = mapped_column(String(64))
    value: Mapped[int]
    day: Mapped[dt.date]
    member_id: Mapped[int] = mapped_column(Id, ForeignKey("member.id"))
    at: Mapped[dt.datetime]


class GoalSplit(Base):
    """A draft of members' shares of a goal (#GS3); `basis` says what they are drafted by.

    `state` is open, confirmed or dropped; nothing of an open one is anybody's goal.
    """

    __tablename__ = "goal_split"
    __table_args__ = (UniqueConstraint("team_id", "number", name="uq_goal_split_number"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    team_id: Mapped[int] = mapped_column(Id, ForeignKey("team.id"))
    number: Mapped[int]
    title: Mapped[str] = mapped_column(String(32))
    metric: Mapped[str] = mapped_column(String(16))
    subject: Mapped[str] = mapped_column(String(64))
    unit: Mapped[str] = mapped_column(String(8))
    period: Mapped[str] = mapped_column(String(8))
    first: Mapped[dt.date]
    last: Mapped[dt.date]
    target: Mapped[int] = mapped_column(Id)
    basis: Mapped[str] = mapped_column(String(10))
    state: Mapped[str] = mapped_column(String(10), default="open")
    made_by: Mapped[int] = mapped_column(Id, ForeignKey("member.id"))
    at: Mapped[dt.datetime]


class GoalShare(Base):
    """A member's share of a draft: `target` as it stands, `base` what it is based on in the draft's
    measure, `wish` what the member proposes instead, `words` why.

    `state` is drafted, accepted (by the member), countered (a wish that is not decided), declined,
    or settled (the lead's word).
    """

    __tablename__ = "goal_share"

    split_id: Mapped[int] = mapped_column(Id, ForeignKey("goal_split.id"), primary_key=True)
    member_id: Mapped[int] = mapped_column(Id, ForeignKey("member.id"), primary_key=True)
    target: Mapped[int] = mapped_column(Id)
    base: Mapped[int | None] = mapped_column(Id)
    weight: Mapped[int] = mapped_column(Id)
    wish: Mapped[int | None] = mapped_column(Id)
    words: Mapped[str] = mapped_column(String(200), default="")
    state: Mapped[str] = mapped_column(String(10), default="drafted")
