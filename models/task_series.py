"""Tasks that come again: when one ends, the next one is made."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import select

from models.db import Db
from models.errors import Refusal
from models.recurrence import next_times
from models.task_changes import Doer, change
from models.task_states import CANCELLED
from models.task_tables import Task
from models.tasks import Deadline, NewTask, TaskInfo, create, deadline, info
from models.values import TeamInfo

# A series that slept longer than this many turns counts no further.
_MOST_SKIPPED = 400


def upcoming(team: TeamInfo, row: Task, now: dt.datetime) -> tuple[Deadline, int] | None:
    """The next deadline of a recurring task after its own, still to come, and how many were skipped
    meanwhile; None where the series ends.
    """
    if not row.recurrence or row.due_at is None or row.due_day is None:
        return None
    local = now.astimezone(team.zone)
    times: list[dt.date] | list[dt.datetime]
    since = min(row.due_at, now).astimezone(team.zone)
    if row.all_day:
        times = next_times(
            row.recurrence,
            row.recurs_from or row.due_day,
            since,
            count=_MOST_SKIPPED,
            until=row.recurs_until,
        )
        later = [day for day in times if day > row.due_day]
        coming = [day for day in later if day >= local.date()]
    else:
        first = row.due_at.astimezone(team.zone)
        anchor = row.recurs_from or row.due_day
        start = first.replace(year=anchor.year, month=anchor.month, day=anchor.day)
        times = next_times(
            row.recurrence, start, since, count=_MOST_SKIPPED, until=row.recurs_until
        )
        later = [time for time in times if time > first]
        coming = [time for time in later if time > local]
    if not coming:
        return None
    return deadline(team, coming[0]), len(later) - len(coming)


def make_next(db: Db, team: TeamInfo, done: TaskInfo, doer: Doer) -> TaskInfo | None:
    """The next task of a series whose present one has ended; None for a task that comes once or
    whose series is over.
    """
    row = done.row
    found = upcoming(team, row, doer.at)
    if found is None:
        return None
    due, skipped = found
    new = NewTask(
        title=row.title,
        owners=done.owners,
        due=due,
        detail=row.detail,
        criteria=row.criteria,
        acceptor_id=row.acceptor_id,
        priority=row.priority,
        tags=done.tags,
        items=tuple(item.words for item in done.items),
        customer=row.customer,
        kind=row.kind,
        promised_to=row.promised_to,
        recurrence=row.recurrence,
        recurs_until=row.recurs_until,
        series_id=row.series_id or row.id,
        skipped=skipped,
        origin=f"T{row.number}",
    )
    made = create(db, team, new, doer)
    made.row.giver_id = row.giver_id
    made.row.recurs_from = row.recurs_from
    db.flush()
    return made


def next_of(db: Db, row: Task) -> Task | None:
    """The task that was made when this one ended, if there is one that lives."""
    return db.session.scalar(
        select(Task).where(
            Task.team_id == row.team_id,
            Task.series_id == (row.series_id or row.id),
            Task.origin == f"T{row.number}",
            Task.state != CANCELLED,
        )
    )


def drop_next(db: Db, team: TeamInfo, row: Task, doer: Doer) -> None:
    """Take the next task of a series back because the one before lives again; raises Refusal where
    somebody has begun it.
    """
    after = next_of(db, row) if row.recurrence else None
    if after is None:
        return
    if after.version > 1:
        raise Refusal("task-next-begun", number=row.number, next=after.number)
    change(db, team, after, "cancel", doer=doer, state=CANCELLED, closed_at=doer.at)


def end_series(db: Db, team: TeamInfo, row: Task, doer: Doer) -> TaskInfo:
    """Let a task come no more after this time."""
    change(db, team, row, "once", doer=doer, recurrence="", recurs_until=None)
    return info(db, row)
