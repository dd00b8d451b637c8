"""What other features tell in a digest: goals, contests, campaigns, rewards, badges."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any

from bot.kit import TeamInfo
from handlers.digests.words import Lines
from models.db import Db
from models.rosters import Roster


@dataclass(frozen=True, slots=True)
class Moment:
    """The day that a digest tells of, and when it is made."""

    day: dt.date
    now: dt.datetime


@dataclass(frozen=True, slots=True)
class Reader:
    """For whom lines are made: everybody, or with `is_named` those who lead."""

    team: TeamInfo
    people: Roster
    now: dt.datetime
    is_named: bool


@dataclass(frozen=True, slots=True)
class Part:
    """A feature's part: its figures as of a moment, with people who are named nowhere, and the
    lines that they make.
    """

    figures: Callable[[Db, TeamInfo, Moment, Collection[int]], Any]
    lines: Callable[[Any, Reader], Lines]


# In the order in which they are told.
PARTS: tuple[Part, ...] = ()


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
