"""Tasks that come again: when one ends, the next one is made."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import or_, select

from models.db import Db
from models.errors import Refusal
from models.recurrence import next_times
from models.schedules import local_moment
from models.task_changes import Doer, change
from models.task_states import ALIVE, CANCELLED
from models.task_tables import Task, TaskNeed
from models.tasks import Deadline, NewTask, TaskInfo, create, deadline, info
from models.values import TeamInfo

# A series that slept longer than this many turns counts no further.
_MOST_SKIPPED = 400
# Of so many turns from today on one is still to come.
_LOOK = 4
_A_DAY = dt.timedelta(days=1)


def upcoming(team: TeamInfo, row: Task, now: dt.datetime) -> tuple[Deadline, int] | None:
    """The next deadline of a recurring task after its own, still to come, and how many turns were
    skipped meanwhile; None where the series ends.
    """
    if not row.recurrence or row.due_at is None or row.due_day is None:
        return None
    first = row.recurs_from or row.due_day
    turn = max(row.due_day, row.recurs_day or row.due_day) + _A_DAY
    # A deadline that was moved swallows the turns before it.
    since = _midnight(turn, team)
    until = row.recurs_until
    days = next_times(
        row.recurrence, first, max(since, now.astimezone(team.zone)), count=_LOOK, until=until
    )
    clock = _clock(team, row)
    for day in days:
        due = _due(team, day, clock)
        if due.at > max(now, row.due_at):
            before = next_times(
                row.recurrence, first, since, count=_MOST_SKIPPED, until=day - _A_DAY
            )
            return due, len(before)
    return None


def _clock(team: TeamInfo, row: Task) -> int | None:
    """The local minute at which a series is due, None where it is due by the end of a day."""
    if row.recurs_day is not None or row.due_at is None or row.all_day:
        return row.recurs_at
    local = row.due_at.astimezone(team.zone)
    return local.hour * 60 + local.minute


def _due(team: TeamInfo, day: dt.date, clock: int | None) -> Deadline:
    return deadline(team, day if clock is None else local_moment(day, clock, team.zone))


def _midnight(day: dt.date, team: TeamInfo) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(), tzinfo=team.zone)


def make_next(db: Db, team: TeamInfo, done: TaskInfo, doer: Doer) -> TaskInfo | None:
    """The next task of a series whose present one has ended; None for a task that comes once or
    whose series is over.
    """
    row = done.row
    found = upcoming(team, row, doer.at)
    if found is None:
        return None
    due, skipped = found
    needs = db.session.execute(
        select(TaskNeed.skill, TaskNeed.level).where(TaskNeed.task_id == row.id)
    )
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
        needs=tuple((skill, level) for skill, level in needs),
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
    made.row.recurs_from = row.recurs_from or row.due_day
    made.row.recurs_at = _clock(team, row)
    db.flush()
    return made


def idle_next(db: Db, row: Task) -> Task | None:
    """The task that was made when this one ended and that nobody has touched, for a task that is to
    live again; raises Refusal where the series has gone on.
    """
    series = row.series_id or row.id
    found = db.session.scalars(
        select(Task)
        .where(
            Task.team_id == row.team_id,
            or_(Task.series_id == series, Task.id == series),
            Task.id != row.id,
            or_(Task.state.in_(ALIVE), Task.origin == f"T{row.number}"),
            Task.state != CANCELLED,
        )
        .order_by(Task.number.desc())
    )
    idle = None
    for other in found:
        if other.version > 1 or other.origin != f"T{row.number}":
            raise Refusal("task-next-begun", number=row.number, next=other.number)
        idle = other
    return idle


def drop_next(db: Db, team: TeamInfo, row: Task, doer: Doer) -> None:
    """Take the next task of a series back because the one before lives again; raises Refusal where
    the series has gone on.
    """
    after = idle_next(db, row)
    if after is not None:
        change(db, team, after, "cancel", doer=doer, state=CANCELLED, closed_at=doer.at)


def end_series(db: Db, team: TeamInfo, row: Task, doer: Doer) -> TaskInfo:
    """Let a task come no more after this time; raises Refusal where it has ended already."""
    if row.state not in ALIVE:
        raise Refusal("task-not-now", number=row.number, state=row.state, verb="once")
    change(db, team, row, "once", doer=doer, recurrence="", recurs_until=None)
    return info(db, row)
