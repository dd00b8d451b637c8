"""When somebody is woken because of a meeting."""

from __future__ import annotations

import datetime as dt

from models import reminders, report_times
from models.care import after_quiet, before_start
from models.db import Db
from models.meeting_states import PLANNED
from models.meeting_tables import Meeting
from models.values import TeamInfo

# `JOB` has a step for each reminder, named by its minutes before the start, and one for the moment
# at which a meeting that nobody opened counts as missed; `NEWS` tells the group what was planned in
# private, or the lead what was missed.
JOB, NEWS = "meeting", "meeting_news"
CHECK, SOON, NOW, OVER = 60, 30, 5, 1
TOLD, MISSED_NEWS = 0, 1
# How long after its end a meeting may still be opened before it counts as missed.
PATIENCE = dt.timedelta(hours=3)


def end_of(row: Meeting) -> dt.datetime:
    """When a meeting is meant to end."""
    return row.start_at + dt.timedelta(minutes=row.minutes)


def rearm(db: Db, team: TeamInfo, row: Meeting, now: dt.datetime) -> None:
    """Plan the reminders and reports of a meeting anew; moments that are over are not made up for.

    In quiet hours nobody is told five minutes before; what is due an hour or half an hour before is
    told when they end, or before they begin.
    """
    report_times.rearm(db, team, row, now)
    reminders.forget(db, team.id, JOB, row.id)
    if row.state != PLANNED:
        return
    wanted = {step: row.start_at - dt.timedelta(minutes=step) for step in (CHECK, SOON, NOW)}
    moments = {step: before_start(team, at, row.start_at) for step, at in wanted.items()}
    if after_quiet(team, wanted[NOW]) != wanted[NOW]:
        del moments[NOW]
    moments[OVER] = end_of(row) + PATIENCE
    for step, at in moments.items():
        if at > now:
            reminders.remind(db, team.id, JOB, row.id, at=at, step=step)
