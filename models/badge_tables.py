"""The tables of badges, own records and words of praise."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Id

PRAISE_WAITING = text("state = 'waiting'")


class Badge(Base):
    """A badge (#B4) that a member was given, once for each kind, level and period.

    `period` is the first day of the week or month that it is for, empty where a level is reached
    once for ever. The evidence: `value` was reached from `first` to `last` (for a first order
    `sale` is its number), as of the ledger's `position`, with the fingerprint `snapshot` of what
    counted, at the moment `at`.
    `state`: held, or withdrawn where the evidence was corrected away; it is given back when the
    level is reached again. `day` is the business day on which it was given, `told` the last day
    whose reaching was cheered.
    """

    __tablename__ = "badge"
    __table_args__ = (
        UniqueConstraint("member_id", "kind", "level", "period", name="uq_badge_level"),
        UniqueConstraint("team_id", "number", name="uq_badge_number"),
        Index("ix_badge_day", "team_id", "day"),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    team_id: Mapped[int] = mapped_column(Id, ForeignKey("team.id"))
    number: Mapped[int]
    member_id: Mapped[int] = mapped_column(Id, ForeignKey("member.id"))
    kind: Mapped[str] = mapped_column(String(10))
    level: Mapped[int] = mapped_column(Id)
    period: Mapped[str] = mapped_column(String(10), default="")
    value: Mapped[int] = mapped_column(Id)
    first: Mapped[dt.date]
    last: Mapped[dt.date]
    sale: Mapped[int | None]
    position: Mapped[int] = mapped_column(Id)
    snapshot: Mapped[str] = mapped_column(String(10))
    state: Mapped[str] = mapped_column(String(10), default="held")
    day: Mapped[dt.date]
    at: Mapped[dt.datetime]
    told: Mapped[dt.date | None]


class MemberBest(Base):
    """A member's best order, day and streak so far; amounts in minor units.

    `first_day` is the day of the member's first order, `told_on` the last business day on which a
    new record was cheered.
    """

    __tablename__ = "member_best"

    member_id: Mapped[int] = mapped_column(Id, ForeignKey("member.id"), primary_key=True)
    team_id: Mapped[int] = mapped_column(Id, ForeignKey("team.id"))
    first_day: Mapped[dt.date]
    order_amount: Mapped[int] = mapped_column(Id, default=0)
    order_number: Mapped[int] = mapped_column(default=0)
    order_day: Mapped[dt.date]
    day_amount: Mapped[int] = mapped_column(Id, default=0)
    day_on: Mapped[dt.date]
    streak_days: Mapped[int] = mapped_column(default=0)
    streak_last: Mapped[dt.date]
    told_on: Mapped[dt.date | None]


class PraisePlan(Base):
    """How a team wants to be cheered.

    `per_day` is the most words of praise a day, `big_amount` the order from which one is said, in
    minor units, None for a member's own usual alone. `badges` is JSON: the kinds that are switched
    off and the team's own levels. Up to `swept_on` all that ends with a day was looked at.
    """

    __tablename__ = "praise_plan"

    team_id: Mapped[int] = mapped_column(Id, ForeignKey("team.id"), primary_key=True)
    is_on: Mapped[int] = mapped_column(default=1)
    per_day: Mapped[int] = mapped_column(default=3)
    big_amount: Mapped[int | None] = mapped_column(Id)
    badges: Mapped[str] = mapped_column(Text, default="")
    swept_on: Mapped[dt.date]


class PraiseText(Base):
    """A line of praise in a team's own words, with placeholders in braces; `kind` is newcomer where
    it is for first orders alone, and empty for all others.
    """

    __tablename__ = "praise_text"
    __table_args__ = (UniqueConstraint("team_id", "words", name="uq_praise_text_words"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    team_id: Mapped[int] = mapped_column(Id, ForeignKey("team.id"))
    words: Mapped[str] = mapped_column(String(200))
    kind: Mapped[str] = mapped_column(String(10), default="")
    added_by: Mapped[int] = mapped_column(Id, ForeignKey("member.id"))
    at: Mapped[dt.datetime]


class Praise(Base):
    """An order that was praised, once: why (`kind`: newcomer, big, opening), on which business day,
    and with which text: the id of a team's own, or the negative number of one of the catalog's.

    `state`: said, waiting (for the morning, or for the group where it was reported in private) or
    dropped, where the order was taken back before.
    """

    __tablename__ = "praise"
    __table_args__ = (
        UniqueConstraint("team_id", "sale", name="uq_praise_sale"),
        Index("ix_praise_day", "team_id", "day"),
        Index(
            "ix_praise_waiting",
            "team_id",
            sqlite_where=PRAISE_WAITING,
            postgresql_where=PRAISE_WAITING,
        ),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    team_id: Mapped[int] = mapped_column(Id, ForeignKey("team.id"))
    day: Mapped[dt.date]
    kind: Mapped[str] = mapped_column(String(10))
    member_id: Mapped[int] = mapped_column(Id, ForeignKey("member.id"))
    sale: Mapped[int]
    amount: Mapped[int] = mapped_column(Id)
    text: Mapped[int] = mapped_column(Id, default=0)
    state: Mapped[str] = mapped_column(String(10))
    at: Mapped[dt.datetime]
