"""Steps on the way to a goal, each reached once for ever: 50, 80 and 100 percent."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import select

from models import goals
from models.db import Db
from models.entries import Record
from models.goal_progress import done_of
from models.goal_setting import REACHED, STEPS, tell
from models.goal_tables import GoalTold
from models.goals import GoalInfo
from models.sales import LedgerChange, NewSale
from models.values import Metric, PeriodKind, TeamInfo

# What is told of a goal already, by its id.
_SHELF = "goal_steps"


@dataclass(frozen=True, slots=True)
class Reached:
    """A step that a goal came to just now; of several at once the highest."""

    goal: GoalInfo
    step: int


def reached(
    db: Db, team: TeamInfo, changes: Sequence[LedgerChange], now: dt.datetime
) -> list[Reached]:
    """The goals that came to a step by some changes of the ledger, members' own first."""
    found: dict[int, Reached] = {}
    for change in changes:
        for member_id, day in _touched(change):
            for goal in goals.of_day(db, team.id, day):
                if goal.id in found or not _concerns(db, goal, member_id, change):
                    continue
                step = _new_step(db, goal, change, now)
                if step:
                    found[goal.id] = Reached(goal, step)
    return sorted(found.values(), key=lambda each: (each.goal.member_id is None, each.goal.number))


def _touched(change: LedgerChange) -> Iterable[tuple[int, dt.date]]:
    """Whose day changed; most changes are of one."""
    sale = change.after.sale
    places = [(sale.member_id, sale.day)]
    if change.before is not None:
        before = (change.before.member_id, change.before.day)
        if before not in places:
            places.append(before)
    return places


def _concerns(db: Db, goal: GoalInfo, member_id: int, change: LedgerChange) -> bool:
    """Whether a change may bring a goal further."""
    if goal.metric is Metric.SHARE or goal.member_id not in (None, member_id):
        return False
    sales: list[NewSale | Record] = [change.after.sale]
    if change.before is not None:
        sales.append(change.before)
    if goal.metric is Metric.QUANTITY and not any(
        item.product == goal.subject for sale in sales for item in sale.items
    ):
        return False
    if goal.metric in (Metric.NEW, Metric.REPEAT) and not any(
        sale.customer or sale.details for sale in sales
    ):
        return False
    if _told(db, goal) >= set(STEPS):
        return False
    who = goals.members_of(db, goal) if goal.title else None
    return who is None or member_id in who


def _new_step(db: Db, goal: GoalInfo, change: LedgerChange, now: dt.datetime) -> int:
    """The highest step that is new, 0 for none; the lower ones need not be told any more."""
    done = goals.percent(_done(db, goal, change), goal.target)
    told = _told(db, goal)
    new = [step for step in STEPS if step <= done and step not in told]
    if not new:
        return 0
    for step in new:
        tell(db, goal.id, REACHED, step, now)
    told.update(new)
    return max(new) if max(new) > max(told - set(new), default=0) else 0


def _done(db: Db, goal: GoalInfo, change: LedgerChange) -> int:
    totals, sale = change.after.totals, change.after.sale
    is_at_hand = (
        goal.metric is Metric.AMOUNT
        and goal.period.kind is PeriodKind.MONTH
        and goal.member_id == sale.member_id
        and goal.period.first <= sale.day <= goal.period.last
    )
    return totals.month if is_at_hand else done_of(db, goal)


def _told(db: Db, goal: GoalInfo) -> set[int]:
    shelf = db.memory.shelf(_SHELF)
    found: set[int] | None = shelf.get(goal.id)
    if found is None:
        query = select(GoalTold.n).where(GoalTold.goal_id == goal.id, GoalTold.kind == REACHED)
        found = shelf[goal.id] = set(db.session.scalars(query))
    return found
