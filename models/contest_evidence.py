"""The rows behind a figure of a contest: those that count, and all that somebody might miss."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import replace

from models import contest_steps, counting
from models.contest_rows import View, view
from models.contest_rules import A_DAY
from models.contest_scores import CUTOFF, Judged
from models.counting import Counted
from models.db import Db
from models.entries import VOID
from models.evidence import Evidence

# Why rows of somebody do not count that the contest itself never looks at.
DAYS, ROSTER = "days", "roster"


def judged_of(found: View, members: Collection[int]) -> list[Judged]:
    """The rows of some members with the reasons of those that do not count."""
    return [seen for seen in found.judged if seen.row.member_id in members]


def evidence(
    db: Db, found: View, members: Collection[int], *, asker: int, now: dt.datetime
) -> Evidence:
    """What stands behind the figure of some members, as the result holds or as of now.

    Left out are also orders of the days around, orders that came after the end, and those of an
    asker who is not on the roster.
    """
    row = found.contest
    result = contest_steps.latest(db, row)
    position = result.position if result else counting.position(db, row.team_id)
    judged = judged_of(found, members)
    counted = tuple(seen.row for seen in judged if not seen.reason)
    missed = [replace(seen.row, reason=seen.reason) for seen in judged if seen.reason]
    if result is not None:
        late = judged_of(view(db, row), members)
        missed += [
            replace(seen.row, reason=CUTOFF)
            for seen in late
            if seen.reason == CUTOFF and seen.row.id > position
        ]
    missed += _around(db, found, members)
    if asker not in {entrant.member_id for entrant in found.roster}:
        missed += _foreign(db, found, asker)
    left_out = tuple(each for each in missed if each.type != VOID)
    as_of = result.at if result else now
    return Evidence(counted, left_out, as_of, position, counting.snapshot(counted))


def _around(db: Db, found: View, members: Collection[int]) -> list[Counted]:
    """The orders of the day before the first and of the day after the last."""
    rules = found.rules
    rows = [
        row
        for day in (rules.first - A_DAY, rules.last + A_DAY)
        for row in counting.rows_of(db, found.contest.team_id, members, day, day)
    ]
    return [replace(row, reason=DAYS) for row in counting.counting(rows)]


def _foreign(db: Db, found: View, member_id: int) -> list[Counted]:
    """The orders that somebody sold in the days without being on the roster."""
    rules = found.rules
    rows = counting.rows_of(db, found.contest.team_id, [member_id], rules.first, rules.last)
    return [replace(row, reason=ROSTER) for row in counting.counting(rows)]
