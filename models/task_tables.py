"""The tables of tasks: what is to be done, by whom, until when, and all that happened to it."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Id

# Conditions of partial indexes: queries that say the same words use them.
TASK_OPEN = text("state IN ('open', 'doing', 'review', 'returned')")
TASK_BLOCKED = text("state IN ('open', 'doing', 'review', 'returned') AND blocked != ''")
TASK_FOR_CUSTOMER = text("state IN ('open', 'doing', 'review', 'returned') AND customer != ''")
SHARE_OPEN = text("is_open = 1")
TASK_IN_REVIEW = text("state = 'review'")
IS_PROMISE = text("kind = 'promise'")


class Stage(Base):
    """A step of one of the team's own workflows; `wip` is how many tasks may stand there at once.

    `workflow` is the name of the workflow, empty for the team's only or first one. A stage that was
    taken out (`gone`) stays for the history. Its name is enough to find it, so no two of a team
    share one.
    """

    __tablename__ = "stage"
    __table_args__ = (UniqueConstraint("team_id", "name", name="uq_stage_name"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    team_id: Mapped[int] = mapped_column(Id, ForeignKey("team.id"))
    workflow: Mapped[str] = mapped_column(String(32), default="")
    position: Mapped[int]
    name: Mapped[str] = mapped_column(String(32))
    wip: Mapped[int | None]
    gone: Mapped[int] = mapped_column(default=0)


class Task(Base):
    """A task or a promise (`kind`), known by its number (#T31).

    `state`: open, doing, review (handed in, waits for the acceptor), returned, done, cancelled.
    `priority`: 2 urgent, 1 high, 0, -1 low. `due_at` is the deadline as a moment, `due_day` its
    local day; with `all_day` nobody named a time and the deadline is the end of that day. `owners`
    counts the assignees; a claim sets it from 0 to 1. A recurring task has the rule, and the next
    one of its `series` is made when this one ends: the rule counts from `recurs_from`, this task is
    the turn of `recurs_day` wherever its deadline was moved, and all are due at the local minute
    `recurs_at`, None for whole days. `skipped` counts the turns that passed meanwhile.
    `stage_since` is when it came to where it stands: its stage, or its state where it has none.
    `version` goes up with every change.
    """

    __tablename__ = "task"
    __table_args__ = (
        UniqueConstraint("team_id", "number", name="uq_task_number"),
        Index(
            "ix_task_open",
            "team_id",
            "due_at",
            sqlite_where=TASK_OPEN,
            postgresql_where=TASK_OPEN,
        ),
        Index("ix_task_closed", "team_id", "closed_at"),
        Index(
            "ix_task_column",
            "team_id",
            "state",
            "stage_id",
            "stage_since",
            sqlite_where=TASK_OPEN,
            postgresql_where=TASK_OPEN,
        ),
        Index(
            "ix_task_blocked",
            "team_id",
            "stage_since",
            sqlite_where=TASK_BLOCKED,
            postgresql_where=TASK_BLOCKED,
        ),
        Index(
            "ix_task_customer",
            "team_id",
            "customer",
            sqlite_where=TASK_FOR_CUSTOMER,
            postgresql_where=TASK_FOR_CUSTOMER,
        ),
        Index(
            "ix_task_review",
            "team_id",
            "submitted_at",
            sqlite_where=TASK_IN_REVIEW,
            postgresql_where=TASK_IN_REVIEW,
        ),
        Index(
            "ix_task_promise",
            "team_id",
            "giver_id",
            sqlite_where=IS_PROMISE,
            postgresql_where=IS_PROMISE,
        ),
        Index("ix_task_source", "source"),
        Index("ix_task_series", "series_id"),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    team_id: Mapped[int] = mapped_column(Id, ForeignKey("team.id"))
    number: Mapped[int]
    kind: Mapped[str] = mapped_column(String(10), default="task")
    state: Mapped[str] = mapped_column(String(10), default="open")
    title: Mapped[str] = mapped_column(String(200))
    detail: Mapped[str] = mapped_column(Text, default="")
    priority: Mapped[int] = mapped_column(default=0)
    due_at: Mapped[dt.datetime | None]
    due_day: Mapped[dt.date | None]
    all_day: Mapped[int] = mapped_column(default=0)
    giver_id: Mapped[int] = mapped_column(Id, ForeignKey("member.id"))
    acceptor_id: Mapped[int | None] = mapped_column(Id, ForeignKey("member.id"))
    criteria: Mapped[str] = mapped_column(Text, default="")
    promised_to: Mapped[int | None] = mapped_column(Id, ForeignKey("member.id"))
    customer: Mapped[str] = mapped_column(String(64), default="")
    owners: Mapped[int] = mapped_column(default=0)
    recurrence: Mapped[str] = mapped_column(String(120), default="")
    recurs_from: Mapped[dt.date | None]
    recurs_day: Mapped[dt.date | None]
    recurs_at: Mapped[int | None]
    recurs_until: Mapped[dt.date | None]
    series_id: Mapped[int | None] = mapped_column(Id)
    skipped: Mapped[int] = mapped_column(default=0)
    stage_id: Mapped[int | None] = mapped_column(Id, ForeignKey("stage.id"))
    stage_since: Mapped[dt.datetime | None]
    blocked: Mapped[str] = mapped_column(String(200), default="")
    returned: Mapped[int] = mapped_column(default=0)
    postponed: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[dt.datetime]
    started_at: Mapped[dt.datetime | None]
    submitted_at: Mapped[dt.datetime | None]
    closed_at: Mapped[dt.datetime | None]
    source: Mapped[int | None] = mapped_column(Id)
    origin: Mapped[str] = mapped_column(String(24), default="")
    version: Mapped[int] = mapped_column(default=0)


class TaskMember(Base):
    """Somebody who is to do a task; `is_open` follows the task, for the index of what one has to
    do.
    """

    __tablename__ = "task_member"
    __table_args__ = (
        Index(
            "ix_task_member_open", "member_id", sqlite_where=SHARE_OPEN, postgresql_where=SHARE_OPEN
        ),
    )

    task_id: Mapped[int] = mapped_column(Id, ForeignKey("task.id"), primary_key=True)
    member_id: Mapped[int] = mapped_column(Id, ForeignKey("member.id"), primary_key=True)
    is_open: Mapped[int] = mapped_column(default=1)


class TaskTag(Base):
    """A tag of a task, without «#»."""

    __tablename__ = "task_tag"
    __table_args__ = (Index("ix_task_tag_tag", "team_id", "tag"),)

    task_id: Mapped[int] = mapped_column(Id, ForeignKey("task.id"), primary_key=True)
    tag: Mapped[str] = mapped_column(String(32), primary_key=True)
    team_id: Mapped[int] = mapped_column(Id, ForeignKey("team.id"))


class TaskItem(Base):
    """One line of a task's checklist, counted from 1."""

    __tablename__ = "task_item"

    task_id: Mapped[int] = mapped_column(Id, ForeignKey("task.id"), primary_key=True)
    n: Mapped[int] = mapped_column(primary_key=True)
    words: Mapped[str] = mapped_column(String(200))
    done_by: Mapped[int | None] = mapped_column(Id, ForeignKey("member.id"))
    done_at: Mapped[dt.datetime | None]


class TaskLink(Base):
    """A task that can only go on after another one; there are no circles."""

    __tablename__ = "task_link"
    __table_args__ = (Index("ix_task_link_after", "after_id"),)

    task_id: Mapped[int] = mapped_column(Id, ForeignKey("task.id"), primary_key=True)
    after_id: Mapped[int] = mapped_column(Id, ForeignKey("task.id"), primary_key=True)


class TaskNeed(Base):
    """A skill that a task asks for, and how much of it: 1 to 5."""

    __tablename__ = "task_need"

    task_id: Mapped[int] = mapped_column(Id, ForeignKey("task.id"), primary_key=True)
    skill: Mapped[str] = mapped_column(String(32), primary_key=True)
    level: Mapped[int]


class TaskChange(Base):
    """One thing that happened to a task: the verb, who, when, and the words that were said.

    `before` is what the task was, in JSON, so that the change can be taken back; `undone` tells
    that it was. Never changed otherwise and never deleted.
    """

    __tablename__ = "task_change"
    __table_args__ = (
        UniqueConstraint("task_id", "n", name="uq_task_change_n"),
        Index("ix_task_change_source", "source"),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    task_id: Mapped[int] = mapped_column(Id, ForeignKey("task.id"))
    n: Mapped[int]
    verb: Mapped[str] = mapped_column(String(12))
    member_id: Mapped[int | None] = mapped_column(Id, ForeignKey("member.id"))
    at: Mapped[dt.datetime]
    words: Mapped[str] = mapped_column(Text, default="")
    before: Mapped[str] = mapped_column(Text, default="")
    undone: Mapped[int] = mapped_column(default=0)
    source: Mapped[int | None] = mapped_column(Id)


class TaskStay(Base):
    """How long a task stood in a stage: for cycle times."""

    __tablename__ = "task_stay"
    __table_args__ = (
        Index("ix_task_stay_task", "task_id"),
        Index("ix_task_stay_stage", "stage_id", "left_at"),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    task_id: Mapped[int] = mapped_column(Id, ForeignKey("task.id"))
    stage_id: Mapped[int] = mapped_column(Id, ForeignKey("stage.id"))
    entered_at: Mapped[dt.datetime]
    left_at: Mapped[dt.datetime | None]


class TaskRequest(Base):
    """A wish for a later deadline that the giver is asked about: open, granted, denied or over."""

    __tablename__ = "task_request"
    __table_args__ = (Index("ix_task_request_task", "task_id", "state"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    task_id: Mapped[int] = mapped_column(Id, ForeignKey("task.id"))
    member_id: Mapped[int] = mapped_column(Id, ForeignKey("member.id"))
    due_at: Mapped[dt.datetime]
    due_day: Mapped[dt.date]
    all_day: Mapped[int]
    reason: Mapped[str] = mapped_column(String(200), default="")
    state: Mapped[str] = mapped_column(String(10))
    asked_at: Mapped[dt.datetime]


class TaskOffer(Base):
    """A task offered to the person it fits best: open, taken, declined or over.

    `reasons` is the comparison behind it in JSON; `is_free` tells that a «no» needed no reason.
    """

    __tablename__ = "task_offer"
    __table_args__ = (
        Index("ix_task_offer_task", "task_id"),
        Index("ix_task_offer_member", "member_id", "state"),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    team_id: Mapped[int] = mapped_column(Id, ForeignKey("team.id"))
    task_id: Mapped[int] = mapped_column(Id, ForeignKey("task.id"))
    member_id: Mapped[int] = mapped_column(Id, ForeignKey("member.id"))
    backup_id: Mapped[int | None] = mapped_column(Id, ForeignKey("member.id"))
    asked_by: Mapped[int] = mapped_column(Id, ForeignKey("member.id"))
    state: Mapped[str] = mapped_column(String(10))
    reasons: Mapped[str] = mapped_column(Text, default="")
    reply: Mapped[str] = mapped_column(String(200), default="")
    is_free: Mapped[int] = mapped_column(default=0)
    asked_at: Mapped[dt.datetime]
    answered_at: Mapped[dt.datetime | None]
