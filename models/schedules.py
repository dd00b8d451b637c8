"""When planned work falls due: local dates and clocks turned into moments, gaps and repeats
included.
"""

from __future__ import annotations

import datetime as dt
import json
from zoneinfo import ZoneInfo

from sqlalchemy import delete, func, select

from models.db import Db
from models.messages import JobRun, Schedule
from models.rounds import DAILY, Every
from models.values import Period, TeamInfo


def local_moment(day: dt.date, minute: int, zone: ZoneInfo) -> dt.datetime:
    """When a local clock shows that minute on that day, aware UTC.

    A time that does not exist (clocks go forward) is the first one after the gap; one that comes
    twice is the first of the two.
    """
    naive = dt.datetime.combine(day, dt.time()) + dt.timedelta(minutes=minute)
    moment = naive.replace(tzinfo=zone).astimezone(dt.UTC)
    back = moment.astimezone(zone).replace(tzinfo=None)
    if back == naive:
        return moment
    # In a gap, zoneinfo reads the time with the offset before it; the gap ends where that offset
    # does.
    before = naive.replace(tzinfo=zone).utcoffset() or dt.timedelta()
    after = naive.replace(tzinfo=zone, fold=1).utcoffset() or dt.timedelta()
    return _gap_end(moment, max(before, after) - min(before, after), zone)


def _gap_end(moment: dt.datetime, gap: dt.timedelta, zone: ZoneInfo) -> dt.datetime:
    """The first minute after a gap that ends within `gap` before the moment."""
    start = moment - gap
    offset = start.astimezone(zone).utcoffset()
    low, high = 0, int(gap.total_seconds()) // 60
    while low < high:
        middle = (low + high) // 2
        if (start + dt.timedelta(minutes=middle)).astimezone(zone).utcoffset() == offset:
            low = middle + 1
        else:
            high = middle
    return start + dt.timedelta(minutes=low)


def plan(
    db: Db,
    team: TeamInfo,
    job: str,
    minute: int,
    *,
    settings: dict[str, object],
    now: dt.datetime,
    every: Every = DAILY,
) -> Schedule:
    """Plan a job for every day, week or month at that local minute; today's slot counts if it is
    still to come, and a period that was told is not told again.
    """
    day = every.since(now.astimezone(team.zone).date())
    while local_moment(day, minute, team.zone) <= now or _ran(db, team.id, job, every.told(day)):
        day = every.after(day)
    row = find(db, team.id, job) or Schedule(team_id=team.id, job=job)
    row.every, row.minute, row.due_on = str(every), minute, day
    row.due_at = local_moment(day, minute, team.zone)
    row.settings = json.dumps(settings, ensure_ascii=False)
    db.session.add(row)
    db.flush()
    return row


def find(db: Db, team_id: int, job: str) -> Schedule | None:
    """A team's plan for a job, if there is one."""
    return db.session.scalar(
        select(Schedule).where(Schedule.team_id == team_id, Schedule.job == job)
    )


def planned(db: Db, team_id: int) -> list[Schedule]:
    """All that a team has planned."""
    query = select(Schedule).where(Schedule.team_id == team_id).order_by(Schedule.minute)
    return list(db.session.scalars(query))


def replan(db: Db, team: TeamInfo) -> None:
    """Move all that a team has planned to its new time zone; the local days and times stay, and
    what the clocks jumped over is due at once.
    """
    for row in planned(db, team.id):
        row.due_at = local_moment(row.due_on, row.minute, team.zone)
    db.flush()


def cancel(db: Db, team_id: int, job: str) -> bool:
    """Plan a job no longer; False where it was not planned."""
    gone = db.session.execute(
        delete(Schedule)
        .where(Schedule.team_id == team_id, Schedule.job == job)
        .returning(Schedule.id)
    )
    return gone.first() is not None


def last_run(db: Db, team_id: int, job: str, before: dt.datetime) -> dt.datetime | None:
    """When a job was last done before a moment, at most a week ago."""
    query = select(func.max(JobRun.ran_at)).where(
        JobRun.team_id == team_id,
        JobRun.job == job,
        JobRun.outcome != "skipped",
        JobRun.ran_at < before,
        JobRun.ran_at >= before - dt.timedelta(days=7),
    )
    return db.session.scalar(query)


def last_told(db: Db, team_id: int, job: str) -> dt.date | None:
    """The first day of the newest period that a job told of, None where it never did."""
    query = select(func.max(JobRun.day)).where(
        JobRun.team_id == team_id, JobRun.job == job, JobRun.outcome != "skipped"
    )
    return db.session.scalar(query)


def _ran(db: Db, team_id: int, job: str, told: Period) -> bool:
    """Whether the slot of that period is over already: moving the time of a job does not post it
    twice.
    """
    query = select(JobRun.id).where(
        JobRun.team_id == team_id, JobRun.job == job, JobRun.day == told.first
    )
    return db.session.scalar(query) is not None
