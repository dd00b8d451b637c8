"""The table of goals."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Id


class Goal(Base):
    """What a member, or with no member the team, wants to reach in a period (#G4).

    `target` is in minor units for the metric «amount», plain numbers for «orders». A new goal for
    the same period takes the place of the old one, which stays with `state` replaced.
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
