"""What happened to a contest, in order: shown to everybody by `PK3 记录`."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import select

from models.contest_rules import canonical
from models.contest_tables import Contest, ContestEvent
from models.db import Db


def note(
    db: Db,
    contest: Contest,
    action: str,
    at: dt.datetime,
    *,
    by: int | None = None,
    **details: object,
) -> None:
    """Write down what happened; `by` is None where the clock did it."""
    db.session.add(
        ContestEvent(
            contest_id=contest.id,
            action=action,
            member_id=by,
            details=_written(details),
            at=at,
        )
    )


def details(**values: object) -> str:
    """The details of an event as the table keeps them."""
    return _written(values)


def _written(values: dict[str, object]) -> str:
    return canonical(values) if values else ""


def events(db: Db, contest: Contest) -> list[ContestEvent]:
    """All that happened, the oldest first."""
    query = select(ContestEvent).where(ContestEvent.contest_id == contest.id)
    return list(db.session.scalars(query.order_by(ContestEvent.id)))
