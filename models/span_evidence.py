"""The ledger rows behind a digest's numbers, as of the moment at which it was made."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from models import counting, spans
from models.counting import Counted
from models.db import Db
from models.evidence import Evidence
from models.spans import A_DAY, Sum
from models.values import Period, TeamInfo


def rows_of(
    db: Db, team: TeamInfo, period: Period, position: int, member_id: int | None = None
) -> list[Counted]:
    """All rows of a period, of one member or of the team, as of a position of the ledger."""
    if member_id is None:
        return counting.rows(db, team.id, period.first, period.last, until=position)
    return counting.rows_of(db, team.id, (member_id,), period.first, period.last, until=position)


def chosen(
    rows: Sequence[Counted],
    choose: Callable[[Counted], bool],
    *,
    as_of: dt.datetime,
    position: int,
) -> Evidence:
    """The evidence for a number that some of the rows make; those that do not count are told beside
    them where they would be chosen too.
    """
    counted = tuple(row for row in counting.counting(rows) if choose(row))
    excluded = tuple(row for row in counting.excluded(rows) if choose(row))
    return Evidence(counted, excluded, as_of, position, counting.snapshot(counted))


def day_sums(rows: Sequence[Counted]) -> list[Sum]:
    """The sums of the days of rows that count, in order."""
    found: dict[dt.date, Sum] = {}
    for row in counting.counting(rows):
        before = found.get(row.day, Sum(row.day, 0, 0))
        found[row.day] = Sum(row.day, before.amount + row.amount, before.orders + row.orders)
    return [found[day] for day in sorted(found)]


def by_week(days: Sequence[Sum]) -> list[tuple[dt.date, dt.date, Sum]]:
    """The sums of days by the weeks that hold them: (first day, last day, sum)."""
    found: list[tuple[dt.date, dt.date, Sum]] = []
    for day in days:
        monday = day.first - day.first.weekday() * A_DAY
        if found and found[-1][2].first == monday:
            first, _, before = found.pop()
        else:
            first, before = day.first, Sum(monday, 0, 0)
        total = Sum(monday, before.amount + day.amount, before.orders + day.orders)
        found.append((first, day.first, total))
    return found


def figures_then(
    db: Db, team: TeamInfo, period: Period, rows: Sequence[Counted]
) -> tuple[int, int, tuple[int, int]]:
    """A team's amount and orders in rows that count, and both as the ledger has them now."""
    counted = counting.counting(rows)
    now = spans.sums(db, team.id, period.kind, period.first, period.first)
    current = (sum(s.amount for s in now), sum(s.orders for s in now))
    return sum(r.amount for r in counted), sum(r.orders for r in counted), current
