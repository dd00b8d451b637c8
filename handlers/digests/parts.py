"""What other features tell in a digest: goals, contests, campaigns, rewards, badges."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any

from bot.kit import TeamInfo
from handlers.digests.badges import badge_lines
from handlers.digests.campaigns import campaign_lines
from handlers.digests.contests import contest_lines
from handlers.digests.goals import goal_lines
from handlers.digests.rewards import reward_lines
from handlers.digests.words import Lines
from models import badge_digest, campaign_digest, contest_digest, goals_digest, reward_digest
from models.db import Db
from models.rosters import Roster


@dataclass(frozen=True, slots=True)
class Moment:
    """What a digest tells of: the `days` up to a day; and when it is made."""

    day: dt.date
    now: dt.datetime
    days: int = 1


@dataclass(frozen=True, slots=True)
class Reader:
    """For whom lines are made: everybody, or with `is_named` those who lead."""

    team: TeamInfo
    people: Roster
    day: dt.date
    now: dt.datetime
    is_named: bool


@dataclass(frozen=True, slots=True)
class Part:
    """A feature's part: its figures as of a moment, with people who are named nowhere, and the
    lines that they make.
    """

    figures: Callable[[Db, TeamInfo, Moment, Collection[int]], Any]
    lines: Callable[[Any, Reader], Lines]


def _goals(db: Db, team: TeamInfo, when: Moment, without: Collection[int]) -> Any:
    return goals_digest.figures(db, team, when.day, when.now, without=without)


def _contests(db: Db, team: TeamInfo, when: Moment, _without: Collection[int]) -> Any:
    return contest_digest.figures(db, team, when.day, when.now, days=when.days)


def _campaigns(db: Db, team: TeamInfo, when: Moment, without: Collection[int]) -> Any:
    return campaign_digest.figures(db, team, when.day, when.now, without=without)


def _rewards(db: Db, team: TeamInfo, when: Moment, without: Collection[int]) -> Any:
    return reward_digest.figures(db, team, when.day, when.now, without=without, days=when.days)


def _badges(db: Db, team: TeamInfo, when: Moment, without: Collection[int]) -> Any:
    return badge_digest.figures(db, team, when.day, when.now, without=without, days=when.days)


# Told right behind the sums that they are about.
FOREMOST = frozenset({"goal", "goal_forecast", "goal_members"})
# In the order in which they are told.
PARTS: tuple[Part, ...] = (
    Part(_goals, lambda found, to: goal_lines(found, to.day)),
    Part(_contests, lambda found, to: contest_lines(found, to.people, to.team, to.now)),
    Part(_campaigns, lambda found, to: campaign_lines(found)),
    Part(_rewards, lambda found, to: reward_lines(found, is_named=to.is_named)),
    Part(_badges, lambda found, to: badge_lines(found, to.people)),
)


def part_figures(
    db: Db, team: TeamInfo, moment: Moment, without: Collection[int]
) -> tuple[Any, ...]:
    """The figures of all parts."""
    return tuple(part.figures(db, team, moment, without) for part in PARTS)


def part_lines(figures: tuple[Any, ...], reader: Reader) -> Lines:
    """The lines of all parts; without figures there are none."""
    return [
        line
        for part, found in zip(PARTS, figures, strict=False)
        for line in part.lines(found, reader)
    ]
