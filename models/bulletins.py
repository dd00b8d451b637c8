"""What a team reached in a period, for its 战报: sums from totals, and a day's customers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from models import counting, goals, measures
from models.db import Db
from models.totals import Place, board, sold
from models.values import Metric, Period, PeriodKind

A_DAY = dt.timedelta(days=1)
BEST = 3
# Bars of a single day: it and the six before. A longer span has no bars.
_A_WEEK, _MOST_DAYS = 7, 31


@dataclass(frozen=True, slots=True)
class Bulletin:
    """A period's figures, amounts in minor units.

    `before` is the period before it, None where that had no sales or there is none. `parts` are the
    days, of a year the months, by their first day; `now` is the first day of the one that is told
    about. `new` and `repeat` are orders of customers that are known, of a single day alone.
    `target` is the team's goal for exactly this period, 0 for none.
    """

    period: Period
    is_over: bool
    amount: int
    orders: int
    sellers: int
    best: tuple[Place, ...]
    earlier: Period | None
    before: int | None
    parts: tuple[tuple[dt.date, int], ...]
    now: dt.date
    new: int = 0
    repeat: int = 0
    target: int = 0


def bulletin(db: Db, team_id: int, period: Period, today: dt.date) -> Bulletin:
    """The figures of a period, as of now."""
    places = board(db, team_id, period)
    earlier = _earlier(period)
    before = sold(db, team_id, earlier)[0] if earlier is not None else 0
    new, repeat = _customers(db, team_id, period)
    now = period.first if period.kind is PeriodKind.DAY else today
    if period.kind is PeriodKind.YEAR:
        now = today.replace(day=1)
    return Bulletin(
        period=period,
        is_over=period.last < today,
        amount=sum(place.amount for place in places),
        orders=sum(place.orders for place in places),
        sellers=sum(place.orders > 0 for place in places),
        best=tuple(place for place in places if place.amount > 0)[:BEST],
        earlier=earlier if before > 0 else None,
        before=before if before > 0 else None,
        parts=tuple((span.first, sold(db, team_id, span)[0]) for span in _parts(period)),
        now=now,
        new=new,
        repeat=repeat,
        target=_target(db, team_id, period, today),
    )


def _earlier(period: Period) -> Period | None:
    """The period of the same kind before this one."""
    if period.kind in (PeriodKind.ALL, PeriodKind.RANGE):
        return None
    return Period.of(period.kind, period.first - A_DAY)


def _parts(period: Period) -> Iterator[Period]:
    """What the bars of a period are."""
    if period.kind is PeriodKind.YEAR:
        for month in range(1, 13):
            yield Period.of(PeriodKind.MONTH, period.first.replace(month=month))
        return
    first = period.first
    if period.kind is PeriodKind.DAY:
        first -= A_DAY * (_A_WEEK - 1)
    days = (period.last - first).days + 1
    if period.kind is not PeriodKind.ALL and days <= _MOST_DAYS:
        for n in range(days):
            yield Period.of(PeriodKind.DAY, first + A_DAY * n)


def _customers(db: Db, team_id: int, period: Period) -> tuple[int, int]:
    """Orders of new and of returning customers; a longer period would be read row by row."""
    if period.kind is not PeriodKind.DAY:
        return 0, 0
    rows = counting.counting(counting.rows(db, team_id, period.first, period.last))
    kinds = [kind for _, kind in measures.customers(db, team_id, rows)]
    return kinds.count(Metric.NEW), kinds.count(Metric.REPEAT)


def _target(db: Db, team_id: int, period: Period, today: dt.date) -> int:
    """The team's goal in money for that period."""
    found = (
        goal.target
        for goal in goals.current(db, team_id, min(today, period.last))
        if goal.is_team and goal.metric is Metric.AMOUNT and goal.period == period
    )
    return next(found, 0)
