"""What a digest tells about goals: the team's, its pace, and how many members are on theirs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from models import goals
from models.db import Db
from models.goal_days import A_DAY
from models.goal_progress import Forecast, Progress, forecast, progress
from models.goal_tree import main_of, standings
from models.goals import GoalInfo
from models.schedules import local_moment
from models.values import TeamInfo

# From this minute after midnight on a day is as good as over.
EVENING = 17 * 60


@dataclass(frozen=True, slots=True)
class GoalFigures:
    """The team's goal that says most of a day, where it stands and may end; of the members with a
    goal, `on_pace` of `members`, and how many reached theirs.
    """

    goal: GoalInfo | None
    at: Progress | None
    forecast: Forecast | None
    on_pace: int
    reached: int
    members: int


def figures(
    db: Db, team: TeamInfo, day: dt.date, now: dt.datetime, *, without: Collection[int] = ()
) -> GoalFigures | None:
    """The figures of a day; None where nobody has a goal. From the evening on, the days that are
    left are those after it.
    """
    evening = local_moment(day, EVENING, team.zone)
    as_of = day + A_DAY if now >= evening else day
    whole = main_of(goal for goal in goals.of_day(db, team.id, day) if goal.is_team)
    rows = [row for row in standings(db, team, day) if row.goal.member_id not in without]
    if whole is None and not rows:
        return None
    return GoalFigures(
        goal=whole,
        at=progress(db, team, whole, as_of) if whole is not None else None,
        forecast=forecast(db, team, whole, as_of) if whole is not None else None,
        on_pace=sum(row.is_ahead for row in rows),
        reached=sum(row.at.gap == 0 for row in rows),
        members=len(rows),
    )
