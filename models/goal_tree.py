"""Goals as one tree, long ones above short ones, and how members stand to their own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from models import goals
from models.db import Db
from models.goal_progress import Progress, progress
from models.goals import GoalInfo
from models.rosters import GONE, roster
from models.values import Metric, PeriodKind, TeamInfo

# Which of somebody's goals says most on a day, the first first.
_KINDS = (
    PeriodKind.MONTH,
    PeriodKind.WEEK,
    PeriodKind.DAY,
    PeriodKind.RANGE,
    PeriodKind.QUARTER,
    PeriodKind.YEAR,
)
_METRICS = (Metric.AMOUNT, Metric.ORDERS, Metric.QUANTITY, Metric.NEW, Metric.REPEAT)


@dataclass(frozen=True, slots=True)
class Node:
    """A goal at its depth in the tree."""

    goal: GoalInfo
    depth: int


@dataclass(frozen=True, slots=True)
class Standing:
    """How a member stands to the goal that says most of the member's."""

    goal: GoalInfo
    at: Progress

    @property
    def is_ahead(self) -> bool:
        """Whether the goal is reached, or nothing lacks to an even plan."""
        return self.at.gap == 0 or self.at.behind <= 0


def parent_of(
    goal: GoalInfo, among: Iterable[GoalInfo], groups: Mapping[str, frozenset[int]]
) -> GoalInfo | None:
    """The goal that another is a step of: the same measure over a longer time, of the same owner
    first, then of the member's group, then of the team; there also over the same time. Of several
    the shortest.
    """
    found = []
    for other in among:
        distance = _distance(goal, other, groups)
        if distance is None or other.measure != goal.measure or other.id == goal.id:
            continue
        holds = other.period.first <= goal.period.first and goal.period.last <= other.period.last
        is_longer = _length(other) > _length(goal)
        if holds and (is_longer or distance > 0):
            found.append((distance, _length(other), other.number, other))
    return min(found)[3] if found else None


def _distance(goal: GoalInfo, other: GoalInfo, groups: Mapping[str, frozenset[int]]) -> int | None:
    if goal.owner == other.owner:
        return 0
    if goal.member_id is not None and other.title:
        return 1 if goal.member_id in groups.get(other.title.lower(), ()) else None
    return 2 if other.is_team else None


def _length(goal: GoalInfo) -> int:
    return (goal.period.last - goal.period.first).days


def tree(found: Sequence[GoalInfo], groups: Mapping[str, frozenset[int]]) -> list[Node]:
    """Goals with their depth, each below the one that it is a step of."""
    below: dict[int | None, list[GoalInfo]] = {}
    for goal in found:
        parent = parent_of(goal, found, groups)
        below.setdefault(parent.id if parent is not None else None, []).append(goal)
    nodes: list[Node] = []
    _walk(None, 0, below, nodes)
    return nodes


def _walk(
    parent: int | None, depth: int, below: Mapping[int | None, list[GoalInfo]], nodes: list[Node]
) -> None:
    for goal in sorted(below.get(parent, ()), key=_order):
        nodes.append(Node(goal, depth))
        _walk(goal.id, depth + 1, below, nodes)


def _order(goal: GoalInfo) -> tuple[object, ...]:
    rank = 0 if goal.is_team else 1 if goal.title else 2
    return (rank, goal.metric is not Metric.AMOUNT, goal.period.first, -_length(goal), goal.number)


def main_of(found: Iterable[GoalInfo]) -> GoalInfo | None:
    """The goal that says most: money before counts, a month before a week or a day."""
    known = [goal for goal in found if goal.metric in _METRICS]
    return min(known, key=_weight) if known else None


def _weight(goal: GoalInfo) -> tuple[int, int, int]:
    kind = goal.period.kind
    rank = _KINDS.index(kind) if kind in _KINDS else len(_KINDS)
    return (_METRICS.index(goal.metric), rank, goal.number)


def receipt_goal(db: Db, team_id: int, member_id: int, day: dt.date) -> GoalInfo | None:
    """What a receipt of a day shows of somebody who has no amount for the month."""
    return main_of(goal for goal in goals.of_day(db, team_id, day) if goal.member_id == member_id)


def standings(db: Db, team: TeamInfo, today: dt.date) -> list[Standing]:
    """How everybody who is here and has a goal stands, the furthest first."""
    members = roster(db, team.id).members
    own: dict[int, list[GoalInfo]] = {}
    for goal in goals.of_day(db, team.id, today):
        if goal.member_id is not None and members[goal.member_id].state not in GONE:
            own.setdefault(goal.member_id, []).append(goal)
    main = [main_of(found) for found in own.values()]
    rows = [Standing(each, progress(db, team, each, today)) for each in main if each is not None]
    return sorted(rows, key=lambda row: (-row.at.percent, row.goal.number))
