"""Shares of a market, read by hand: each reading with its day, the newest one counts."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import delete, select

from models import goals
from models.db import Db
from models.errors import Refusal
from models.goal_tables import GoalReading
from models.membership import require
from models.values import MemberInfo, Metric, Role

# The whole of a market, in hundredths of a percent.
WHOLE = 10_000
SHOWN = 5


@dataclass(frozen=True, slots=True)
class Reading:
    """A share in hundredths of a percent as it was read on a day."""

    id: int
    value: int
    day: dt.date
    member_id: int


def read(
    db: Db, actor: MemberInfo, subject: str, value: int, *, day: dt.date, now: dt.datetime
) -> Reading | None:
    """Note the share of a market; returns the reading before. Leads may, and whose goal it is.

    A second reading of a day stands for the first one.
    """
    _require_right(db, actor, subject, day)
    before = latest(db, actor.team_id, subject, day - dt.timedelta(days=1))
    same_day = delete(GoalReading).where(
        GoalReading.team_id == actor.team_id, GoalReading.subject == subject, GoalReading.day == day
    )
    db.session.execute(same_day)
    db.session.add(
        GoalReading(
            team_id=actor.team_id, subject=subject, value=value, day=day, member_id=actor.id, at=now
        )
    )
    db.flush()
    return before


def take_back(db: Db, actor: MemberInfo, subject: str, today: dt.date) -> Reading:
    """Take the newest reading back; raises Refusal where there is none."""
    _require_right(db, actor, subject, today)
    found = latest(db, actor.team_id, subject, today)
    if found is None:
        raise Refusal("goal-no-reading", subject=subject)
    db.session.execute(delete(GoalReading).where(GoalReading.id == found.id))
    return found


def latest(db: Db, team_id: int, subject: str, until: dt.date) -> Reading | None:
    """The newest reading of a market up to a day."""
    found = readings(db, team_id, subject, until, limit=1)
    return found[0] if found else None


def readings(
    db: Db, team_id: int, subject: str, until: dt.date, *, limit: int = SHOWN
) -> list[Reading]:
    """The readings of a market up to a day, the newest first."""
    query = (
        select(GoalReading)
        .where(
            GoalReading.team_id == team_id,
            GoalReading.subject == subject,
            GoalReading.day <= until,
        )
        .order_by(GoalReading.day.desc(), GoalReading.id.desc())
        .limit(limit)
    )
    return [Reading(row.id, row.value, row.day, row.member_id) for row in db.session.scalars(query)]


def subjects(db: Db, team_id: int, today: dt.date) -> list[str]:
    """The markets that are read or wanted, by name."""
    query = select(GoalReading.subject).where(GoalReading.team_id == team_id).distinct()
    found = set(db.session.scalars(query))
    found |= {
        goal.subject for goal in goals.current(db, team_id, today) if goal.metric is Metric.SHARE
    }
    return sorted(found)


def _require_right(db: Db, actor: MemberInfo, subject: str, day: dt.date) -> None:
    own = [
        goal
        for goal in goals.current(db, actor.team_id, day)
        if goal.metric is Metric.SHARE and goal.subject == subject and goal.member_id == actor.id
    ]
    if not own:
        require(db, actor, Role.LEAD)
