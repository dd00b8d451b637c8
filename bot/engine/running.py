"""What a process leaves about itself: its start, its last sign of life, whether it
ended cleanly.
"""

from __future__ import annotations

import datetime as dt

from sqlalchemy import select

from models.db import Db
from models.messages import Running


def begin(db: Db, now: dt.datetime) -> tuple[int, bool, dt.datetime | None]:
    """Write this process down; returns its row, whether the one before it was killed, and when that
    one was last seen.
    """
    before = _latest(db)
    row = Running(started_at=now, seen_at=now, ended=0, session="")
    db.session.add(row)
    db.flush()
    killed = before is not None and not before.ended
    if before is not None and killed:
        row.session = before.session
    return row.id, killed, before.seen_at if before is not None else None


def alive(db: Db, process: int, now: dt.datetime) -> None:
    """Show a sign of life."""
    db.session.get_one(Running, process).seen_at = now


def end(db: Db, process: int, now: dt.datetime) -> None:
    """Write down that the process ended as it should."""
    row = db.session.get_one(Running, process)
    row.seen_at, row.ended = now, 1


def session(db: Db, process: int, token: str, *, resume: bool) -> str:
    """The console session of this process: the interrupted one where there is one to resume."""
    row = db.session.get_one(Running, process)
    if not (resume and row.session):
        row.session = token
    return row.session


def _latest(db: Db) -> Running | None:
    return db.session.scalar(select(Running).order_by(Running.id.desc()).limit(1))
