"""The moment at which drafted shares become goals."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from models import goal_splits, goals, membership
from models.db import Db
from models.goal_setting import set_goal
from models.goal_splits import Draft
from models.goals import GoalInfo, NewGoal
from models.values import MemberInfo, Role, TeamInfo


@dataclass(frozen=True, slots=True)
class Confirmed:
    """What a confirmation set: each member's goal and the one before, and the whole's."""

    draft: Draft
    goals: tuple[tuple[GoalInfo, GoalInfo | None], ...]
    whole: GoalInfo | None
    whole_before: GoalInfo | None


def confirm(
    db: Db, team: TeamInfo, actor: MemberInfo, found: Draft, *, now: dt.datetime
) -> Confirmed:
    """Make the shares the members' goals, and the whole the team's or group's where the actor may
    set that; raises Refusal where somebody confirmed or dropped the draft meanwhile.
    """
    membership.require(db, actor, Role.LEAD)
    goal_splits.close(db, found, goal_splits.CONFIRMED)
    today = team.day_of(now)
    new = found.goal
    made = []
    for share in found.shares:
        if share.counts > 0:
            own = NewGoal(
                share.member_id, new.metric, new.period, share.counts, "", new.subject, new.unit
            )
            made.append(set_goal(db, actor, own, now=now, today=today))
    whole: GoalInfo | None = goals.same(db, team.id, new)
    before = whole
    if new.title or actor.role >= Role.MANAGER:
        whole, before = set_goal(db, actor, new, now=now, today=today)
    return Confirmed(found, tuple(made), whole, before)
