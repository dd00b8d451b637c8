"""The tables about what members can, like and are responsible for, and when they are away."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Id


class MemberProfile(Base):
    """What a member does in the team and how they want to be reminded.

    `title` is the trade (客服), no right follows from it. `muted_until` ends a day without nudges.
    `my_day` is the minute after midnight at which the own day is sent, None for never. `capacity`
    is how many open tasks at once are enough, None for the team's usual. `off_days` are weekdays
    without work, «56» for the weekend, Monday being 0. `last_duty_at` is when a task was last taken
    or given by matching, `experience_asked_at` when the member was last asked what an order was
    owed to.
    """

    __tablename__ = "member_profile"

    member_id: Mapped[int] = mapped_column(Id, ForeignKey("member.id"), primary_key=True)
    title: Mapped[str] = mapped_column(String(32), default="")
    muted_until: Mapped[dt.datetime | None]
    my_day: Mapped[int | None]
    capacity: Mapped[int | None]
    off_days: Mapped[str] = mapped_column(String(7), default="")
    last_duty_at: Mapped[dt.datetime | None]
    experience_asked_at: Mapped[dt.datetime | None]


class MemberSkill(Base):
    """What a member can, and how well: 1 to 5."""

    __tablename__ = "member_skill"

    member_id: Mapped[int] = mapped_column(Id, ForeignKey("member.id"), primary_key=True)
    skill: Mapped[str] = mapped_column(String(32), primary_key=True)
    level: Mapped[int]


class MemberWish(Base):
    """Work that a member likes (1) or would rather not do (-1)."""

    __tablename__ = "member_wish"

    member_id: Mapped[int] = mapped_column(Id, ForeignKey("member.id"), primary_key=True)
    work: Mapped[str] = mapped_column(String(32), primary_key=True)
    liking: Mapped[int]


class Duty(Base):
    """Something in the team that somebody always answers for: 售后."""

    __tablename__ = "duty"
    __table_args__ = (UniqueConstraint("team_id", "name", name="uq_duty_name"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    team_id: Mapped[int] = mapped_column(Id, ForeignKey("team.id"))
    name: Mapped[str] = mapped_column(String(32))


class DutyHolder(Base):
    """Who answers for a duty, or stands in for the holder (`is_backup`)."""

    __tablename__ = "duty_holder"
    __table_args__ = (Index("ix_duty_holder_member", "member_id"),)

    duty_id: Mapped[int] = mapped_column(Id, ForeignKey("duty.id"), primary_key=True)
    member_id: Mapped[int] = mapped_column(Id, ForeignKey("member.id"), primary_key=True)
    is_backup: Mapped[int] = mapped_column(default=0)
    since: Mapped[dt.datetime]


class Leave(Base):
    """Days on which a member is away, both ends included; `cancelled` where it was taken back."""

    __tablename__ = "leave"
    __table_args__ = (Index("ix_leave_member", "member_id", "last"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    team_id: Mapped[int] = mapped_column(Id, ForeignKey("team.id"))
    member_id: Mapped[int] = mapped_column(Id, ForeignKey("member.id"))
    first: Mapped[dt.date]
    last: Mapped[dt.date]
    reason: Mapped[str] = mapped_column(String(200), default="")
    recorded_by: Mapped[int] = mapped_column(Id, ForeignKey("member.id"))
    at: Mapped[dt.datetime]
    cancelled: Mapped[int] = mapped_column(default=0)
