"""When somebody is reminded of an appointment."""

from __future__ import annotations

import datetime as dt

from models import reminders
from models.care import before_start
from models.db import Db
from models.event_times import NEXT_HORIZON, Appointment, Occurrence, occurrences
from models.schedules import local_moment
from models.values import TeamInfo

# Reminders of an appointment, and news for the group about what was arranged in private.
JOB, NEWS = "event", "event_news"
BEFORE = dt.timedelta(minutes=30)
# A whole day is announced in its morning, at this minute where the team has no quiet hours.
_MORNING = 8 * 60
_DAY = dt.timedelta(days=1)


def remind_at(team: TeamInfo, each: Occurrence) -> dt.datetime:
    """Half an hour before it begins, or when the quiet hours end, where that is not too late; else
    half an hour before they begin. A whole day: in its morning.
    """
    if each.event.row.all_day:
        has_quiet = team.quiet_from != team.quiet_until
        minute = team.quiet_until % 1440 if has_quiet else _MORNING
        return local_moment(each.first, minute, team.zone)
    return before_start(team, each.start - BEFORE, each.start)


def arm(db: Db, team: TeamInfo, event: Appointment, now: dt.datetime) -> None:
    """Plan the reminder of an appointment anew; what is cancelled or over has none."""
    reminders.forget(db, team.id, JOB, event.row.id)
    if event.row.state == "planned":
        arm_next(db, team, event, now)


def arm_next(db: Db, team: TeamInfo, event: Appointment, now: dt.datetime) -> None:
    """Plan the next reminder that is still to come; one whose moment is over is not made up for."""
    for each in occurrences(event, team, now, now + NEXT_HORIZON):
        moment = remind_at(team, each)
        if moment > now:
            reminders.remind(db, team.id, JOB, event.row.id, at=moment)
            return


def due_now(team: TeamInfo, event: Appointment, now: dt.datetime) -> Occurrence | None:
    """The time of an appointment that is to be reminded of now; None where it has begun or is off.

    So after a longer absence nobody is reminded of what is over, only of what comes now.
    """
    if event.row.state != "planned":
        return None
    today = now.astimezone(team.zone).date()
    for each in occurrences(event, team, now, now + _DAY):
        is_coming = each.first == today if event.row.all_day else each.start > now
        if is_coming and remind_at(team, each) <= now:
            return each
    return None
