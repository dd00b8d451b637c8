"""What the standing of a goal was made from, row by row."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import select

from models import counting, goals, measures
from models.counting import Counted
from models.db import Db
from models.evidence import Evidence, evidence
from models.goals import GoalInfo
from models.ledger import SaleLine
from models.values import Metric

_CHUNK = 500


def evidence_of(db: Db, goal: GoalInfo, now: dt.datetime) -> Evidence:
    """The rows that count for a goal and those that do not, with the sum that they make.

    For money and orders all rows of the owner's days, for pieces those with the product, for new
    and returning customers those orders alone.
    """
    position = counting.position(db, goal.team_id)
    rows = _relevant(db, goal, _rows(db, goal))
    return evidence(rows, now, position)


def _rows(db: Db, goal: GoalInfo) -> list[Counted]:
    first, last = goal.period.first, goal.period.last
    who = goals.members_of(db, goal)
    if who is None:
        return counting.rows(db, goal.team_id, first, last)
    return counting.rows_of(db, goal.team_id, sorted(who), first, last)


def _relevant(db: Db, goal: GoalInfo, rows: Sequence[Counted]) -> list[Counted]:
    if goal.metric is Metric.QUANTITY:
        pieces = _pieces(db, [row.id for row in rows], goal.subject)
        return [row for row in rows if row.id in pieces]
    if goal.metric in (Metric.NEW, Metric.REPEAT):
        known = {row.id: kind for row, kind in measures.customers(db, goal.team_id, rows)}
        return [row for row in rows if known.get(row.id) is goal.metric]
    return list(rows)


def _pieces(db: Db, ids: Sequence[int], product: str) -> set[int]:
    found: set[int] = set()
    for start in range(0, len(ids), _CHUNK):
        query = select(SaleLine.sale_id).where(
            SaleLine.sale_id.in_(ids[start : start + _CHUNK]), SaleLine.product == product
        )
        found |= set(db.session.scalars(query))
    return found
