"""Messages in and out, open questions, planned work: what makes every effect happen once."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint, select, text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Id
from models.db import Db

# Conditions of partial indexes. SQLite uses such an index only for a query that says the same
# words, so queries name these constants too.
RECEIVED_OPEN = text("state IN ('pending', 'held')")
OUTGOING_OPEN = text("state IN ('queued', 'sending')")
# The kinds of messages in which somebody says something.
_SAID = ("text", "file")


class Received(Base):
    """One message taken from a platform, kept as its key so that a repeat changes nothing.

    The text stays only while the message waits for a try (`state` pending) or is a dead letter;
    there is no archive of the chat. `attempts` is counted before each try.
    """

    __tablename__ = "received"
    __table_args__ = (
        UniqueConstraint("platform", "account", "chat", "message", "kind", name="uq_received_key"),
        Index(
            "ix_received_open",
            "state",
            sqlite_where=RECEIVED_OPEN,
            postgresql_where=RECEIVED_OPEN,
        ),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    platform: Mapped[str] = mapped_column(String(20))
    account: Mapped[str] = mapped_column(String(64))
    chat: Mapped[str] = mapped_column(String(128))
    message: Mapped[str] = mapped_column(String(160))
    kind: Mapped[str] = mapped_column(String(40))
    received_at: Mapped[dt.datetime]
    state: Mapped[str] = mapped_column(String(10))
    attempts: Mapped[int] = mapped_column(default=1)
    retry_at: Mapped[dt.datetime | None]
    body: Mapped[str | None] = mapped_column(Text)


class Outgoing(Base):
    """One card on its way to one chat.

    `content` is the card without a language; `receipt` the platform's id once sent. `state`:
    queued, sending, sent, unknown (the send was cut off), failed. `delivery` A is sent again after
    a cut, marked; B never is. `topic` is the part of the group that the answer stays in, `replaces`
    the platform's id of our own message that this one is edited into, `notice_to` the press that it
    answers.
    """

    __tablename__ = "outgoing"
    __table_args__ = (
        UniqueConstraint("key", name="uq_outgoing_key"),
        Index(
            "ix_outgoing_open",
            "chat_id",
            sqlite_where=OUTGOING_OPEN,
            postgresql_where=OUTGOING_OPEN,
        ),
        Index(
            "ix_outgoing_receipt",
            "chat_id",
            "receipt",
            sqlite_where=text("receipt IS NOT NULL"),
            postgresql_where=text("receipt IS NOT NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    key: Mapped[str | None] = mapped_column(String(200))
    chat_id: Mapped[int] = mapped_column(Id, ForeignKey("chat.id"))
    language: Mapped[str] = mapped_column(String(10))
    content: Mapped[str] = mapped_column(Text)
    delivery: Mapped[str] = mapped_column(String(1))
    silent: Mapped[int] = mapped_column(default=0)
    answers: Mapped[str | None] = mapped_column(String(160))
    reply_route: Mapped[str] = mapped_column(String(40), default="")
    reply_subject: Mapped[int | None] = mapped_column(Id)
    question_id: Mapped[int | None] = mapped_column(Id)
    state: Mapped[str] = mapped_column(String(10))
    attempts: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[dt.datetime]
    receipt: Mapped[str | None] = mapped_column(String(160))
    topic: Mapped[str] = mapped_column(String(40), default="", server_default="")
    replaces: Mapped[str | None] = mapped_column(String(160))
    notice_to: Mapped[str | None] = mapped_column(String(160))


class Question(Base):
    """A numbered question to one member in one chat; its options are command lines, and it is
    answered once.
    """

    __tablename__ = "question"
    __table_args__ = (Index("ix_question_open", "chat_id", "member_id", "state"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    chat_id: Mapped[int] = mapped_column(Id, ForeignKey("chat.id"))
    member_id: Mapped[int] = mapped_column(Id, ForeignKey("member.id"))
    options: Mapped[str] = mapped_column(Text)
    state: Mapped[str] = mapped_column(String(10))
    asked_at: Mapped[dt.datetime]
    expires_at: Mapped[dt.datetime]


class Schedule(Base):
    """Work a team wants every day, week or month at a time of its own clock; `due_at` is its next
    slot, `every` the round as `rounds.Every` writes it.
    """

    __tablename__ = "schedule"
    __table_args__ = (
        UniqueConstraint("team_id", "job", name="uq_schedule_job"),
        Index("ix_schedule_due", "due_at"),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    team_id: Mapped[int] = mapped_column(Id, ForeignKey("team.id"))
    job: Mapped[str] = mapped_column(String(40))
    minute: Mapped[int]
    due_on: Mapped[dt.date]
    due_at: Mapped[dt.datetime]
    settings: Mapped[str] = mapped_column(Text, default="{}")
    every: Mapped[str] = mapped_column(String(10), default="day", server_default="day")


class JobRun(Base):
    """One slot of planned work that was handled: posted, late or skipped; unique, so it happens
    once. `day` is the first one of the period that the slot tells of.
    """

    __tablename__ = "job_run"
    __table_args__ = (UniqueConstraint("team_id", "job", "day", "n", name="uq_job_run_slot"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    team_id: Mapped[int] = mapped_column(Id, ForeignKey("team.id"))
    job: Mapped[str] = mapped_column(String(40))
    day: Mapped[dt.date]
    n: Mapped[int] = mapped_column(default=0)
    outcome: Mapped[str] = mapped_column(String(10))
    ran_at: Mapped[dt.datetime]
    told: Mapped[int] = mapped_column(default=1)


class CatchUp(Base):
    """What was booked in a chat without an answer because the messages came late; told once, in one
    line.
    """

    __tablename__ = "catch_up"

    chat_id: Mapped[int] = mapped_column(Id, ForeignKey("chat.id"), primary_key=True)
    since: Mapped[dt.datetime]
    until: Mapped[dt.datetime]
    tell_at: Mapped[dt.datetime]
    booked: Mapped[int] = mapped_column(default=0)
    amount: Mapped[int] = mapped_column(Id, default=0)
    unclear: Mapped[int] = mapped_column(default=0)


class Line(Base):
    """How a platform's line to the world is doing: `trouble` is what is wrong, as a text of the
    catalog with its values in JSON, empty while all is well; `since` when that began.
    """

    __tablename__ = "line"

    platform: Mapped[str] = mapped_column(String(20), primary_key=True)
    trouble: Mapped[str] = mapped_column(Text, default="")
    since: Mapped[dt.datetime]


class Running(Base):
    """One row a process: its last sign of life, and whether it ended cleanly; also the console's
    session.
    """

    __tablename__ = "running"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    started_at: Mapped[dt.datetime]
    seen_at: Mapped[dt.datetime]
    ended: Mapped[int] = mapped_column(default=0)
    session: Mapped[str] = mapped_column(String(40), default="")


@dataclass(frozen=True, slots=True)
class Sent:
    """A card as it was sent: what quoting it means (`route` may be empty), about which record, and
    when.
    """

    route: str
    subject: int
    at: dt.datetime


def sent_as(db: Db, chat_id: int, receipt: str) -> Sent | None:
    """The card that the platform knows by that id in a chat; None where it is none of ours."""
    found = db.session.execute(
        select(Outgoing.reply_route, Outgoing.reply_subject, Outgoing.created_at)
        .where(Outgoing.chat_id == chat_id, Outgoing.receipt == receipt)
        # Of a message that was edited, the newest row is what it shows.
        .order_by(Outgoing.id.desc())
        .limit(1)
    ).first()
    if found is None:
        return None
    return Sent(found.reply_route or "", found.reply_subject or 0, found.created_at)


def received_as(db: Db, platform: str, account: str, *, chat: str, message: str) -> int | None:
    """The received id of what people said in a message, in words or with a file; None where it
    never came.
    """
    return db.session.scalar(
        select(Received.id).where(
            Received.platform == platform,
            Received.account == account,
            Received.chat == chat,
            Received.message == message,
            Received.kind.in_(_SAID),
        )
    )
