"""The badges of a day or of several, for digests: praise, so nobody is told who has none."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from models import badges
from models.badge_values import Held
from models.db import Db
from models.rosters import roster
from models.values import TeamInfo


@dataclass(frozen=True, slots=True)
class BadgeFigures:
    """The badges that were given, each member's together, who got most first."""

    given: tuple[tuple[int, tuple[Held, ...]], ...]

    @property
    def count(self) -> int:
        """How many badges."""
        return sum(len(found) for _, found in self.given)


def figures(
    db: Db,
    team: TeamInfo,
    day: dt.date,
    now: dt.datetime,
    *,
    without: Collection[int] = (),
    days: int = 1,
) -> BadgeFigures | None:
    """The badges that were given on a business day, or on the `days` up to it; None for none.

    Members in `without`, and those who are hidden, are left out.
    """
    last = min(day, team.day_of(now))
    hidden = roster(db, team.id).hidden
    found: dict[int, list[Held]] = {}
    for badge in badges.given(db, team.id, day - dt.timedelta(days=days - 1), last):
        if badge.member_id not in hidden and badge.member_id not in without:
            found.setdefault(badge.member_id, []).append(badge)
    if not found:
        return None
    ordered = sorted(found.items(), key=lambda each: -len(each[1]))
    return BadgeFigures(tuple((who, tuple(each)) for who, each in ordered))
