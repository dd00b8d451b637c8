"""What a member is nearest to: the next level of a streak, of today and of the month."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from models import badges, streaks
from models.badge_kinds import DAY, FIRST, MONTH, STREAK
from models.db import Db
from models.praise_plans import Plan
from models.totals import sold
from models.values import Period, PeriodKind, TeamInfo

# Of a month or day so much must be done, in percent, before the rest is worth a word.
NEAR = 50


@dataclass(frozen=True, slots=True)
class Ahead:
    """A level that is ahead: of which kind, how high, and what there is by now."""

    kind: str
    level: int
    value: int


def nearest(
    db: Db, team: TeamInfo, plan: Plan, member_id: int, today: dt.date
) -> list[Ahead]:  # fmt: skip
    """The next levels of a member, the nearest first; who never had an order has the first one
    ahead.
    """
    held = {(b.kind, b.level) for b in badges.of_member(db, member_id).values() if b.is_held}
    ever = sold(db, team.id, Period.of(PeriodKind.ALL, today), member_id)[1]
    if ever <= 0:
        return [Ahead(FIRST, 1, 0)] if plan.levels_of(FIRST) else []
    values = {
        STREAK: streaks.streak(db, team, member_id, today),
        DAY: sold(db, team.id, Period.of(PeriodKind.DAY, today), member_id)[0],
        MONTH: sold(db, team.id, Period.of(PeriodKind.MONTH, today), member_id)[0],
    }
    found = []
    for kind, value in values.items():
        open_levels = [n for n in plan.levels_of(kind) if (kind, n) not in held and n > value]
        if not open_levels:
            continue
        level = min(open_levels)
        if value > 0 and (kind == STREAK or value * 100 >= level * NEAR):
            found.append(Ahead(kind, level, value))
    return sorted(found, key=lambda each: -each.value * 100 // each.level)
