"""When a strategy is heard of: a word to its owner each week, and its end."""

from __future__ import annotations

import datetime as dt

from models import care, reminders
from models.campaign_tables import Strategy
from models.db import Db
from models.plan_changes import ACTIVE
from models.schedules import local_moment
from models.values import TeamInfo

# Woken by a strategy's id.
NUDGE, END = "strategy_nudge", "strategy_end"
_WEEK = dt.timedelta(days=7)
_DAY = dt.timedelta(days=1)
# When nudges and ends are told, in local minutes.
_MORNING = 9 * 60 + 30


def end_at(team: TeamInfo, row: Strategy) -> dt.datetime:
    """When the end of a strategy is told: in the morning after its last day."""
    return care.after_quiet(team, local_moment(row.last + _DAY, _MORNING, team.zone))


def arm(db: Db, team: TeamInfo, row: Strategy, now: dt.datetime) -> None:
    """Plan the next word to the owner and the end of a strategy anew."""
    for job in (NUDGE, END):
        reminders.forget(db, team.id, job, row.id)
    if row.state != ACTIVE:
        return
    reminders.remind(db, team.id, END, row.id, at=max(end_at(team, row), now))
    arm_nudge(db, team, row, now)


def arm_nudge(db: Db, team: TeamInfo, row: Strategy, now: dt.datetime) -> None:
    """Plan the next weekly word to the owner, where there is a week left."""
    weeks = max(1, (now.astimezone(team.zone).date() - row.first).days // 7 + 1)
    day = row.first + weeks * _WEEK
    if day > row.last:
        return
    at = care.may_nudge_at(db, team, row.owner_id, local_moment(day, _MORNING, team.zone))
    reminders.remind(db, team.id, NUDGE, row.id, at=at)
