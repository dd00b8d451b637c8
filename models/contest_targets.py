"""What 100 % is for each member of a contest: frozen at its start, with where it comes from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from statistics import median_low

from sqlalchemy import select

from models import counting
from models.care import leaves
from models.contest_rules import A_DAY, Form, Rules, What
from models.db import Db
from models.goal_tables import Goal
from models.goals import ACTIVE
from models.values import Metric, TeamInfo

GOAL, AVERAGE, OTHERS, EQUAL = "goal", "average", "others", "equal"
# How far back a member's usual day is looked for.
DAYS = 28
# Where nobody has a goal or a past, all have the same: 100 yuan a day, in minor units.
_EQUAL = 100_00


def targets(
    db: Db, team: TeamInfo, rules: Rules, members: Collection[int]
) -> dict[int, tuple[int, str]]:
    """The target of each member in minor units, and its basis.

    For completion it is the member's goal, by the day; without one, as for progress, the own daily
    average of the four weeks before, without one the middle of the others', without any the same
    for all. Days of leave that are known at the start ask for nothing.
    """
    with_goals = What.COMPLETION in rules.whats and rules.form is not Form.SELF
    found: dict[int, tuple[int, str]] = {}
    own = averages(db, team.id, rules.first, members)
    goals = _goals(db, team.id, rules, members) if with_goals else {}
    for member_id in members:
        if goals.get(member_id, 0) > 0:
            found[member_id] = (goals[member_id], GOAL)
        elif own.get(member_id, 0) > 0:
            found[member_id] = (max(1, own[member_id] * rules.days // DAYS), AVERAGE)
    usual = median_low([value for value, _ in found.values()]) if found else _EQUAL * rules.days
    basis = OTHERS if found else EQUAL
    away = _away(db, team, rules)
    return {
        member_id: _without(found.get(member_id, (usual, basis)), rules, away.get(member_id, 0))
        for member_id in members
    }


def _without(target: tuple[int, str], rules: Rules, away: int) -> tuple[int, str]:
    """A target without the days of leave; who is away all the time keeps a day's."""
    days = max(1, rules.days - away)
    return max(1, target[0] * days // rules.days), target[1]


def averages(db: Db, team_id: int, first: dt.date, members: Collection[int]) -> dict[int, int]:
    """What each member sold in the four weeks before a day, minor units."""
    rows = counting.rows_of(db, team_id, members, first - DAYS * A_DAY, first - A_DAY)
    return counting.by_member(counting.counting(rows))


def _goals(db: Db, team_id: int, rules: Rules, members: Collection[int]) -> dict[int, int]:
    """The part of each member's goal that falls to the days; the shortest goal that holds them."""
    query = select(Goal).where(
        Goal.team_id == team_id,
        Goal.state == ACTIVE,
        Goal.metric == Metric.AMOUNT.value,
        Goal.member_id.in_(members),
        Goal.first <= rules.first,
        Goal.last >= rules.last,
    )
    found: dict[int, tuple[int, int]] = {}
    for goal in db.session.scalars(query):
        days = (goal.last - goal.first).days + 1
        member_id = goal.member_id or 0
        if member_id not in found or days < found[member_id][0]:
            found[member_id] = (days, goal.target * rules.days // days)
    return {member_id: target for member_id, (_, target) in found.items()}


def _away(db: Db, team: TeamInfo, rules: Rules) -> dict[int, int]:
    """How many of the days each member is known to be away."""
    found: dict[int, set[int]] = {}
    for member_id, first, last in leaves(db, team, rules.first, rules.last):
        begin, finish = max(first, rules.first), min(last, rules.last)
        days = range(begin.toordinal(), finish.toordinal() + 1)
        found.setdefault(member_id, set()).update(days)
    return {member_id: len(days) for member_id, days in found.items()}
