"""The ledger's rows behind an award."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from models import counting, entries, reward_rules, reward_sums
from models.counting import Counted
from models.db import Db
from models.evidence import Evidence, evidence
from models.reward_clauses import Clause, Reason
from models.reward_rules import Rules
from models.reward_tables import Award
from models.values import Period


def origin_of(db: Db, row: Award) -> tuple[Rules, Clause] | None:
    """The version and the rule that an award was made by; None for a prize of another feature."""
    if row.rules_id is None:
        return None
    rules = reward_rules.by_id(db, row.team_id, row.rules_id)
    return rules, rules.clauses[row.clause]


def behind(db: Db, row: Award, now: dt.datetime) -> Evidence:
    """What counts for an award and what does not, as of now."""
    found = origin_of(db, row)
    rows = _rows(db, row, found[1]) if found is not None else []
    return evidence(rows, now, counting.position(db, row.team_id))


def _rows(db: Db, row: Award, clause: Clause) -> Sequence[Counted]:
    if clause.reason in (Reason.EACH, Reason.SINGLE):
        number = int(row.occasion.removeprefix("S"))
        return _of_record(db, row.team_id, number)
    if clause.reason is Reason.FIRST:
        day = dt.date.fromisoformat(row.occasion)
        return _up_to_first(counting.rows(db, row.team_id, day, day))
    if clause.reason is Reason.DEBUT:
        return counting.rows_of(db, row.team_id, [row.member_id], row.day, row.day)
    if clause.reason is Reason.STREAK:
        last = dt.date.fromisoformat(row.occasion)
        first = last - dt.timedelta(days=clause.tiers[0].at - 1)
        return counting.rows_of(db, row.team_id, [row.member_id], first, last)
    period = Period.of(clause.span, dt.date.fromisoformat(row.occasion))
    if clause.is_team:
        return counting.rows(db, row.team_id, period.first, period.last)
    return counting.rows_of(db, row.team_id, [row.member_id], period.first, period.last)


def _of_record(db: Db, team_id: int, number: int) -> Sequence[Counted]:
    days = {record.day for record in entries.history(db, team_id, number)}
    return [
        row
        for day in sorted(days)
        for row in counting.rows(db, team_id, day, day)
        if row.number == number
    ]


def _up_to_first(rows: Sequence[Counted]) -> Sequence[Counted]:
    """The rows of a day up to the first that counts as an order."""
    found: list[Counted] = []
    for row in rows:
        found.append(row)
        if not row.reason and row.type == entries.SALE and row.orders > 0:
            break
    return found


def measured(db: Db, row: Award) -> int | None:
    """What was reached for an award by a sum, as of now; None for one of another kind."""
    found = origin_of(db, row)
    if found is None or found[1].reason is not Reason.SUM:
        return None
    clause = found[1]
    period = Period.of(clause.span, dt.date.fromisoformat(row.occasion))
    who = None if clause.is_team else row.member_id
    return reward_sums.reached(db, row.team_id, clause, who, period=period)
