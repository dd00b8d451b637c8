"""The tables of rewards: versions of the rules, and each award from owed to received."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Id


class RewardRules(Base):
    """A version of a team's rules of rewards.

    `state`: draft (proposed, nothing starts), active (at most one of a team), ended, dropped. A
    draft has the version that it would replace in `replaces` and no `version` yet. It holds for
    what happens behind its start: on `start_day` for orders with numbers above `start_number`, and
    for sums that were not reached at the ledger's row `start_position`; its end is the same with
    the other sign. `budget` is minor units a month, `payer_id` who hands the rewards out.
    """

    __tablename__ = "reward_rules"
    __table_args__ = (
        UniqueConstraint("team_id", "version", name="uq_reward_rules_version"),
        Index(
            "uq_reward_rules_active",
            "team_id",
            unique=True,
            sqlite_where=text("state = 'active'"),
            postgresql_where=text("state = 'active'"),
        ),
        Index("ix_reward_rules_team", "team_id", "state"),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    team_id: Mapped[int] = mapped_column(Id, ForeignKey("team.id"))
    version: Mapped[int | None]
    state: Mapped[str] = mapped_column(String(8))
    words: Mapped[str] = mapped_column(Text)
    clauses: Mapped[str] = mapped_column(Text)
    budget: Mapped[int | None] = mapped_column(Id)
    payer_id: Mapped[int] = mapped_column(Id, ForeignKey("member.id"))
    replaces: Mapped[int] = mapped_column(default=0)
    proposed_by: Mapped[int] = mapped_column(Id, ForeignKey("member.id"))
    proposed_at: Mapped[dt.datetime]
    confirmed_by: Mapped[int | None] = mapped_column(Id, ForeignKey("member.id"))
    start_at: Mapped[dt.datetime | None]
    start_day: Mapped[dt.date | None]
    start_number: Mapped[int] = mapped_column(default=0)
    start_position: Mapped[int] = mapped_column(Id, default=0)
    end_at: Mapped[dt.datetime | None]
    end_day: Mapped[dt.date | None]
    end_number: Mapped[int] = mapped_column(default=0)
    end_position: Mapped[int] = mapped_column(Id, default=0)
    ended_by: Mapped[int | None] = mapped_column(Id, ForeignKey("member.id"))


class Award(Base):
    """What a member is owed, known by its number (#R5): money in minor units, or a thing.

    Made by a clause of the rules `rules_id` for an `occasion` (a day, an order), or granted by
    another feature from an `origin` (PK3) with its reason as `words`. `occasion` and the `part`
    tell apart what is owed later for the same thing: the difference to a higher tier. `key` holds
    all of that and is unique, so nothing is awarded twice. `day` decides which month's budget it
    belongs to. `state`: due, waiting (over the budget), paid, received, withdrawn (its reason went
    away before it was paid). `groundless` tells that the reason went away afterwards; `missed` that
    the winner says it did not arrive. `position` is the ledger's newest row when it was made.
    """

    __tablename__ = "award"
    __table_args__ = (
        UniqueConstraint("team_id", "number", name="uq_award_number"),
        UniqueConstraint("team_id", "key", name="uq_award_key"),
        Index("ix_award_occasion", "rules_id", "clause", "occasion"),
        Index("ix_award_state", "team_id", "state", "member_id"),
        Index("ix_award_day", "team_id", "day"),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    team_id: Mapped[int] = mapped_column(Id, ForeignKey("team.id"))
    number: Mapped[int]
    key: Mapped[str] = mapped_column(String(120))
    rules_id: Mapped[int | None] = mapped_column(Id, ForeignKey("reward_rules.id"))
    clause: Mapped[int] = mapped_column(default=0)
    occasion: Mapped[str] = mapped_column(String(40))
    part: Mapped[int] = mapped_column(default=0)
    origin: Mapped[str] = mapped_column(String(16), default="")
    words: Mapped[str] = mapped_column(Text, default="")
    member_id: Mapped[int] = mapped_column(Id, ForeignKey("member.id"))
    amount: Mapped[int] = mapped_column(Id)
    thing: Mapped[str] = mapped_column(String(40), default="")
    tier: Mapped[int] = mapped_column(Id, default=0)
    day: Mapped[dt.date]
    state: Mapped[str] = mapped_column(String(10))
    groundless: Mapped[int] = mapped_column(default=0)
    missed: Mapped[int] = mapped_column(default=0)
    position: Mapped[int] = mapped_column(Id)
    payer_id: Mapped[int] = mapped_column(Id, ForeignKey("member.id"))
    made_at: Mapped[dt.datetime]
    paid_at: Mapped[dt.datetime | None]
    paid_by: Mapped[int | None] = mapped_column(Id, ForeignKey("member.id"))
    received_at: Mapped[dt.datetime | None]
