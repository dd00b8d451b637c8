"""When the reports before a meeting are asked for, and when those missing are followed up."""

from __future__ import annotations

import datetime as dt

from models import reminders
from models.care import after_quiet, before_start
from models.db import Db
from models.meeting_states import PLANNED
from models.meeting_tables import Meeting
from models.values import TeamInfo

# The job has two steps for each meeting: the drafts go out, those missing are followed up. A member
# who wants to be left in peace for a while gets the draft after it, at the step of minus the id.
JOB = "meeting_report"
ASK, NUDGE = 1, 2
# Nobody is asked for a report so shortly before a meeting.
LEAST = dt.timedelta(minutes=10)
# The part of the time for reports after which those missing are followed up, in percent.
FOLLOW_UP = 80


def rearm(db: Db, team: TeamInfo, row: Meeting, now: dt.datetime) -> None:
    """Plan the drafts and the follow-up of a meeting that is new, was moved or called off."""
    reminders.forget(db, team.id, JOB, row.id)
    begin = ask_at(team, row)
    if row.state != PLANNED or not row.window or row.start_at - max(begin, now) < LEAST:
        return
    reminders.remind(db, team.id, JOB, row.id, at=max(begin, now), step=ASK)
    follow_up = after_quiet(team, begin + (row.start_at - begin) * FOLLOW_UP / 100)
    if now < follow_up < row.start_at:
        reminders.remind(db, team.id, JOB, row.id, at=follow_up, step=NUDGE)


def ask_at(team: TeamInfo, row: Meeting) -> dt.datetime:
    """When the reports of a meeting are asked for: its window before it, or when it was planned.

    Never in quiet hours: after them, or half an hour before them where that would be too late.
    """
    wanted = max(row.start_at - dt.timedelta(minutes=row.window), row.created_at)
    return before_start(team, wanted, row.start_at - LEAST)
