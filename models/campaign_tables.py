"""The tables of strategies and campaigns, their templates, reviews and changes."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Id

# Drafts of one campaign are changed by one person at a time: there is one.
IS_DRAFT = text("state = 'draft'")


class Strategy(Base):
    """A way to a goal (#ST2), from its first to its last day, measured by what it names.

    `goal` is the number of the goal that it hangs under, None for none. `metric` and `product` are
    a measure. `state` is active, ended or cancelled; `version` goes up with every change.
    """

    __tablename__ = "strategy"
    __table_args__ = (
        UniqueConstraint("team_id", "number", name="uq_strategy_number"),
        Index("ix_strategy_state", "team_id", "state"),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    team_id: Mapped[int] = mapped_column(Id, ForeignKey("team.id"))
    number: Mapped[int]
    name: Mapped[str] = mapped_column(String(40))
    goal: Mapped[int | None]
    owner_id: Mapped[int] = mapped_column(Id, ForeignKey("member.id"))
    first: Mapped[dt.date]
    last: Mapped[dt.date]
    metric: Mapped[str] = mapped_column(String(16), default="amount")
    product: Mapped[str] = mapped_column(String(64), default="")
    state: Mapped[str] = mapped_column(String(10), default="active")
    by_id: Mapped[int] = mapped_column(Id, ForeignKey("member.id"))
    at: Mapped[dt.datetime]
    version: Mapped[int] = mapped_column(default=1)


class Campaign(Base):
    """A sales campaign (#K3) of some days, both ends included.

    `target` is in minor units, None for none. `products` are the only products that count, one a
    line, empty for all. `slots` are the local minutes at which its reports are posted, in JSON.
    `reported` is the ledger's position at the last report. `state` is active, ended or cancelled.
    """

    __tablename__ = "campaign"
    __table_args__ = (
        UniqueConstraint("team_id", "number", name="uq_campaign_number"),
        Index("ix_campaign_state", "team_id", "state"),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    team_id: Mapped[int] = mapped_column(Id, ForeignKey("team.id"))
    number: Mapped[int]
    name: Mapped[str] = mapped_column(String(20))
    template: Mapped[str] = mapped_column(String(20), default="")
    first: Mapped[dt.date]
    last: Mapped[dt.date]
    target: Mapped[int | None] = mapped_column(Id)
    products: Mapped[str] = mapped_column(Text, default="")
    owner_id: Mapped[int] = mapped_column(Id, ForeignKey("member.id"))
    slots: Mapped[str] = mapped_column(String(60), default="[]")
    reported: Mapped[int] = mapped_column(Id, default=0)
    state: Mapped[str] = mapped_column(String(10), default="active")
    by_id: Mapped[int] = mapped_column(Id, ForeignKey("member.id"))
    at: Mapped[dt.datetime]
    version: Mapped[int] = mapped_column(default=1)


class PlanTask(Base):
    """A task of a strategy or campaign, by `letter` and our own id `subject`.

    Of a campaign's checklist `anchor` is the day it hangs on, first or last, and `offset` how many
    days after it; others have no anchor. The later tasks of a series have no row of their own.
    """

    __tablename__ = "plan_task"

    letter: Mapped[str] = mapped_column(String(2), primary_key=True)
    subject: Mapped[int] = mapped_column(Id, primary_key=True)
    task_id: Mapped[int] = mapped_column(Id, ForeignKey("task.id"), primary_key=True)
    anchor: Mapped[str] = mapped_column(String(5), default="")
    offset: Mapped[int] = mapped_column(default=0)


class CampaignTemplate(Base):
    """A team's own checklist for campaigns, also in place of a built-in one of the same name."""

    __tablename__ = "campaign_template"
    __table_args__ = (UniqueConstraint("team_id", "name", name="uq_campaign_template_name"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    team_id: Mapped[int] = mapped_column(Id, ForeignKey("team.id"))
    name: Mapped[str] = mapped_column(String(20))


class CampaignTemplateStep(Base):
    """One step of a team's checklist: the day as in PlanTask, what, and who where somebody is
    named.
    """

    __tablename__ = "campaign_template_step"
    __table_args__ = (Index("ix_campaign_template_step_of", "template_id"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    template_id: Mapped[int] = mapped_column(Id, ForeignKey("campaign_template.id"))
    anchor: Mapped[str] = mapped_column(String(5))
    offset: Mapped[int]
    title: Mapped[str] = mapped_column(String(60))
    member_id: Mapped[int | None] = mapped_column(Id, ForeignKey("member.id"))


class CampaignSetting(Base):
    """At which local minutes a team's campaigns are reported, in JSON, where it wants its own."""

    __tablename__ = "campaign_setting"

    team_id: Mapped[int] = mapped_column(Id, ForeignKey("team.id"), primary_key=True)
    slots: Mapped[str] = mapped_column(String(60))


class CampaignReview(Base):
    """What is written down at the end of a campaign: draft, then posted, once."""

    __tablename__ = "campaign_review"
    __table_args__ = (
        Index(
            "uq_campaign_review_draft",
            "campaign_id",
            unique=True,
            sqlite_where=IS_DRAFT,
            postgresql_where=IS_DRAFT,
        ),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    team_id: Mapped[int] = mapped_column(Id, ForeignKey("team.id"))
    campaign_id: Mapped[int] = mapped_column(Id, ForeignKey("campaign.id"))
    state: Mapped[str] = mapped_column(String(10), default="draft")
    by_id: Mapped[int | None] = mapped_column(Id, ForeignKey("member.id"))
    begun_at: Mapped[dt.datetime]
    changed_at: Mapped[dt.datetime]
    posted_at: Mapped[dt.datetime | None]


class CampaignReviewLine(Base):
    """One line of a review, counted from 1, in words for people; `is_gone` was struck out."""

    __tablename__ = "campaign_review_line"
    __table_args__ = (UniqueConstraint("review_id", "n", name="uq_campaign_review_line_n"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    review_id: Mapped[int] = mapped_column(Id, ForeignKey("campaign_review.id"))
    n: Mapped[int]
    words: Mapped[str] = mapped_column(Text)
    is_gone: Mapped[int] = mapped_column(default=0)


class PlanChange(Base):
    """One thing that happened to a strategy or campaign: by `letter` and our own id `subject`.

    `before` is what its columns were, in JSON, so that the change can be taken back; `undone` tells
    that it was. `tasks` are the ids of the tasks that went with it, in JSON.
    """

    __tablename__ = "plan_change"
    __table_args__ = (UniqueConstraint("letter", "subject", "n", name="uq_plan_change_n"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    letter: Mapped[str] = mapped_column(String(2))
    subject: Mapped[int] = mapped_column(Id)
    n: Mapped[int]
    verb: Mapped[str] = mapped_column(String(12))
    member_id: Mapped[int | None] = mapped_column(Id, ForeignKey("member.id"))
    at: Mapped[dt.datetime]
    before: Mapped[str] = mapped_column(Text, default="")
    tasks: Mapped[str] = mapped_column(Text, default="[]")
    undone: Mapped[int] = mapped_column(default=0)
