"""Moments at which a feature wants to be woken: one row each, gone when it was handled.

The row is deleted in the transaction that posts what it was for, so each happens once.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint, bindparam, delete, func, select
from sqlalchemy.orm import Mapped, mapped_column

from models.base import MOMENT_NUMBER, Base, Id, insert, milliseconds, moment
from models.db import Db

# How many rows one look takes: a long absence is worked off in steps and never at once.
AT_ONCE = 500


class Reminder(Base):
    """When a feature's job is to be done for a record; `step` tells several of one record apart.

    `tries` counts the times that the job failed.
    """

    __tablename__ = "reminder"
    __table_args__ = (
        UniqueConstraint("team_id", "job", "subject", "step", name="uq_reminder_step"),
        Index("ix_reminder_due", "due_at"),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    team_id: Mapped[int] = mapped_column(Id, ForeignKey("team.id"))
    job: Mapped[str] = mapped_column(String(40))
    subject: Mapped[int] = mapped_column(Id)
    step: Mapped[int] = mapped_column(default=0)
    due_at: Mapped[dt.datetime]
    tries: Mapped[int] = mapped_column(default=0, server_default="0")


@dataclass(frozen=True, slots=True)
class Wake:
    """A reminder that is due: its record, its step and the moment it was meant for."""

    id: int
    team_id: int
    job: str
    subject: int
    step: int
    due_at: dt.datetime
    tries: int


_SET = (
    insert(Reminder)
    .values(
        team_id=bindparam("team"),
        job=bindparam("name"),
        subject=bindparam("record"),
        step=bindparam("number"),
        due_at=bindparam("due", type_=MOMENT_NUMBER),
        tries=0,
    )
    .on_conflict_do_update(
        index_elements=["team_id", "job", "subject", "step"],
        set_={"due_at": bindparam("due", type_=MOMENT_NUMBER), "tries": 0},
    )
)
_AGAIN = (
    insert(Reminder)
    .values(
        team_id=bindparam("team"),
        job=bindparam("name"),
        subject=bindparam("record"),
        step=bindparam("number"),
        due_at=bindparam("due", type_=MOMENT_NUMBER),
        tries=bindparam("failed"),
    )
    .on_conflict_do_nothing(index_elements=["team_id", "job", "subject", "step"])
)
_DUE = (
    select(
        Reminder.id,
        Reminder.team_id,
        Reminder.job,
        Reminder.subject,
        Reminder.step,
        Reminder.__table__.c.due_at,
        Reminder.tries,
    )
    .where(Reminder.__table__.c.due_at <= bindparam("now", type_=MOMENT_NUMBER))
    .order_by(Reminder.due_at, Reminder.id)
    .limit(AT_ONCE)
)
_CLEAR = delete(Reminder).where(
    Reminder.team_id == bindparam("team"),
    Reminder.job == bindparam("name"),
    Reminder.subject == bindparam("record"),
)
_DONE = delete(Reminder).where(Reminder.id == bindparam("key"))


def remind(db: Db, team_id: int, job: str, subject: int, *, at: dt.datetime, step: int = 0) -> None:
    """Wake a job for a record at that moment; an earlier wish for the same step is moved."""
    db.change(_SET, team=team_id, name=job, record=subject, number=step, due=milliseconds(at))


def forget(db: Db, team_id: int, job: str, subject: int) -> None:
    """Wake a job for a record no more, at no step."""
    db.change(_CLEAR, team=team_id, name=job, record=subject)


def take(db: Db, now: dt.datetime) -> list[Wake]:
    """What is due, the oldest first, at most `AT_ONCE`; the rows are gone with this transaction."""
    found = [
        Wake(key, team_id, job, subject, step, moment(due), tries)
        for key, team_id, job, subject, step, due, tries in db.rows(_DUE, now=milliseconds(now))
    ]
    for wake in found:
        db.change(_DONE, key=wake.id)
    return found


def put_off(db: Db, wake: Wake, at: dt.datetime) -> None:
    """Try a failed job again at that moment, unless it wants to be woken anew anyway."""
    db.change(
        _AGAIN,
        team=wake.team_id,
        name=wake.job,
        record=wake.subject,
        number=wake.step,
        due=milliseconds(at),
        failed=wake.tries + 1,
    )


def next_due(db: Db) -> dt.datetime | None:
    """When the next reminder is due."""
    return db.session.scalar(select(func.min(Reminder.due_at)))
