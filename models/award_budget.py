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

_WAITING = (
    select(Award.number, Award.amount, Award.__table__.c.day)
    .where(Award.team_id == bindparam("team"), Award.state == WAITING)
    .order_by(Award.number)
)
_SPENT = select(func.coalesce(func.sum(Award.amount), 0)).where(
    Award.team_id == bindparam("team"),
    Award.__table__.c.day >= bindparam("first", type_=DAY_TEXT),
    Award.__table__.c.day <= bindparam("final", type_=DAY_TEXT),
    (Award.state == DUE) | (Award.state == PAID) | (Award.state == RECEIVED),
    Award.origin == "",
)
_STATE = (
    update(Award)
    .where(
        Award.team_id == bindparam("team"),
        Award.number == bindparam("record"),
        Award.state != bindparam("standing"),
    )
    .values(state=bindparam("standing"))
)


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
    waited = {
        number: (amount, _month(dt.date.fromisoformat(day)))
        for number, amount, day in db.rows(_WAITING, team=team_id)
    }
    if budget is None:
        for number in waited:
            db.change(_STATE, team=team_id, record=number, standing=DUE)
        return frozenset()
    new = _changed(changes)
    waiting: set[int] = set()
    for month in sorted({month for _, month in new.values()}):
        unsure = {
            number: amount
            for number, (amount, first) in (waited | new).items()
            if first == month and (amount or number in waited)
        }
        due = sum(amount for number, amount in unsure.items() if number not in waited)
        used = spent(db, team_id, month) - due
        for number, amount in sorted(unsure.items()):
            fits = used + amount <= budget
            used += amount if fits else 0
            waiting |= set() if fits else {number}
            standing = DUE if fits else WAITING
            db.change(_STATE, team=team_id, record=number, standing=standing)
    return frozenset(waiting)


def _month(day: dt.date) -> dt.date:
    return day.replace(day=1)


def _changed(changes: Iterable[Change]) -> dict[int, tuple[int, dt.date]]:
    """The awards that are owed anew, with their amounts and months; with an amount of 0 one that
    is owed no more, for its month.
    """
    found: dict[int, tuple[int, dt.date]] = {}
    for each in changes:
        is_owed = each.kind in ("made", "changed")
        found[each.number] = (each.prize.amount if is_owed else 0, _month(each.day))
    return found
