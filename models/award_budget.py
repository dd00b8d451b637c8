"""The month's budget of rewards: what goes over it waits for a manager or for room."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from sqlalchemy import bindparam, func, select, update

from models.award_rows import DUE, PAID, RECEIVED, WAITING
from models.awards import Change
from models.base import DAY_TEXT
from models.db import Db
from models.reward_tables import Award
from models.values import Period, PeriodKind

_OPEN = (
    select(Award.id, Award.number, Award.amount, Award.state)
    .where(
        Award.team_id == bindparam("team"),
        Award.__table__.c.day >= bindparam("first", type_=DAY_TEXT),
        Award.__table__.c.day <= bindparam("final", type_=DAY_TEXT),
        (Award.state == DUE) | (Award.state == WAITING),
        Award.origin == "",
    )
    .order_by(Award.number)
)
_SPENT = select(func.coalesce(func.sum(Award.amount), 0)).where(
    Award.team_id == bindparam("team"),
    Award.__table__.c.day >= bindparam("first", type_=DAY_TEXT),
    Award.__table__.c.day <= bindparam("final", type_=DAY_TEXT),
    (Award.state == DUE) | (Award.state == PAID) | (Award.state == RECEIVED),
    Award.origin == "",
)
_STATE = update(Award).where(Award.id == bindparam("key_")).values(state=bindparam("standing"))


def spent(db: Db, team_id: int, day: dt.date) -> int:
    """What a month's awards cost, without those that wait, in minor units."""
    month = Period.of(PeriodKind.MONTH, day)
    row = db.row(_SPENT, team=team_id, first=month.first.isoformat(), final=month.last.isoformat())
    return int(row[0]) if row else 0


def keep_budget(
    db: Db, team_id: int, budget: int | None, changes: Iterable[Change]
) -> frozenset[int]:
    """Let those of the changed awards wait that go over their month's budget, and those that
    waited go where there is room again, the oldest first; what was due before stays due. Returns
    the numbers of those that wait in these months.
    """
    found = list(changes)
    new = {each.number for each in found if each.kind in ("made", "changed")}
    waiting: set[int] = set()
    for first in sorted({Period.of(PeriodKind.MONTH, each.day).first for each in found}):
        last = Period.of(PeriodKind.MONTH, first).last
        rows = db.rows(_OPEN, team=team_id, first=first.isoformat(), final=last.isoformat())
        unsure = [row for row in rows if row[1] in new or row[3] == WAITING]
        used = spent(db, team_id, first) - sum(row[2] for row in unsure if row[3] == DUE)
        for key, number, amount, state in unsure:
            fits = budget is None or not amount or used + amount <= budget
            used += amount if fits else 0
            waiting |= set() if fits else {number}
            wanted = DUE if fits else WAITING
            if state != wanted:
                db.change(_STATE, key_=key, standing=wanted)
    return frozenset(waiting)
