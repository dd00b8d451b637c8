"""How far a goal is: done, what each working day must bring, and where it may end."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from math import isqrt

from sqlalchemy import bindparam, func, select

from models import goal_readings, goals, measures
from models.base import DAY_TEXT, moment
from models.counting import NEWEST
from models.db import Db
from models.goal_days import A_DAY, daily, work_days
from models.goals import GoalInfo
from models.ledger import SaleTotal
from models.measures import Measure
from models.totals import KINDS
from models.values import Metric, Period, PeriodKind, TeamInfo

# With fewer days behind there is nothing to foresee from.
LEAST_DAYS = 5
_FIRST = SaleTotal.__table__.c.first
_SUM = select(func.sum(SaleTotal.amount), func.sum(SaleTotal.orders)).where(
    SaleTotal.team_id == bindparam("team"),
    SaleTotal.period == bindparam("period"),
    bindparam("begin", type_=DAY_TEXT) <= _FIRST,
    bindparam("end", type_=DAY_TEXT) >= _FIRST,
)
_SUM_OF = _SUM.where(SaleTotal.member_id == bindparam("member"))
_SINCE = select(func.min(_FIRST)).where(
    SaleTotal.team_id == bindparam("team"), SaleTotal.period == KINDS.index(PeriodKind.DAY)
)
_SINCE_OF = _SINCE.where(SaleTotal.member_id == bindparam("member"))
# The kind of total that a period is summed from; a total is kept under its first day.
_FROM = {PeriodKind.QUARTER: PeriodKind.MONTH, PeriodKind.RANGE: PeriodKind.DAY}


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a goal is on a day, in the units of its target.

    `percent` is rounded down, so that 100 is reached only at the target. `days` are the owner's
    working days that are left with this one, or all days where none of them is a working day (not
    `are_working`); 0 when the period is over. `pace` is what each must bring: whole major units for
    an amount, in minor ones; tenths of one for what is counted. `behind` is what lacks to an even
    plan over the working days before this one, below 0 for who is ahead. `as_of` is the day of a
    share's reading.
    """

    done: int
    percent: int
    gap: int
    days: int
    pace: int
    are_working: bool = True
    behind: int = 0
    as_of: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Forecast:
    """Where a goal may end: four times of five between `low` and `high`, as its `days` so far tell
    it.
    """

    low: int
    high: int
    days: int


def done_of(db: Db, goal: GoalInfo, *, until: int = NEWEST) -> int:
    """What is done of a goal; with `until`, as of that position of the ledger."""
    who = goals.members_of(db, goal)
    return done_by(db, goal, who, until=until)


def done_by(db: Db, goal: GoalInfo, who: Collection[int] | None, *, until: int = NEWEST) -> int:
    """What some members, or with None all, did of what a goal counts, in its period."""
    if goal.metric is Metric.SHARE:
        reading = goal_readings.latest(db, goal.team_id, goal.subject, goal.period.last)
        return reading.value if reading is not None else 0
    if goal.metric in (Metric.AMOUNT, Metric.ORDERS) and until == NEWEST:
        amount, orders = summed(db, goal.team_id, goal.period, who)
        return amount if goal.metric is Metric.AMOUNT else orders
    wanted = Measure(goal.metric, goal.subject)
    return measures.total(db, goal.team_id, wanted, goal.period, who, until=until)


def summed(db: Db, team_id: int, period: Period, who: Collection[int] | None) -> tuple[int, int]:
    """Minor units and orders of some members, or of all, from as few totals as there can be."""
    kind = _FROM.get(period.kind, period.kind)
    is_one = kind is period.kind
    span = {
        "team": team_id,
        "period": KINDS.index(kind),
        "begin": period.first.isoformat(),
        "end": (period.first if is_one else period.last).isoformat(),
    }
    if who is None:
        rows = db.rows(_SUM, **span)
    else:
        rows = [row for one in who for row in db.rows(_SUM_OF, member=one, **span)]
    return sum(row[0] or 0 for row in rows), sum(row[1] or 0 for row in rows)


def progress(db: Db, team: TeamInfo, goal: GoalInfo, today: dt.date) -> Progress:
    """How far a goal is on a day."""
    done = done_of(db, goal)
    gap = max(0, goal.target - done)
    share = goals.percent(done, goal.target)
    if goal.metric is Metric.SHARE:
        reading = goal_readings.latest(db, goal.team_id, goal.subject, goal.period.last)
        left = max(0, (goal.period.last - max(today, goal.period.first)).days + 1)
        return Progress(done, share, gap, left, 0, as_of=reading.day if reading else None)
    days = work_days(db, team, goal.member_id, goal.period.first, goal.period.last)
    begin = max(today, goal.period.first)
    left = sum(day >= begin for day in days)
    is_working = left > 0
    if not is_working:
        left = max(0, (goal.period.last - begin).days + 1)
    pace = pace_of(goal.metric, gap, left)
    behind = _behind(db, team, goal, done, days=days, today=today)
    return Progress(done, share, gap, left, pace, is_working, behind)


def pace_of(metric: Metric, gap: int, days: int) -> int:
    """What each day must bring, rounded up, in the units of `Progress.pace`."""
    if not days:
        return 0
    unit, scale = (100, 1) if metric is Metric.AMOUNT else (1, 10)
    return -(-gap * scale // (days * unit)) * unit


def _behind(
    db: Db,
    team: TeamInfo,
    goal: GoalInfo,
    done: int,
    *,
    days: Sequence[dt.date],
    today: dt.date,
) -> int:
    """What lacks to an even plan over the working days since the goal was set; what was done before
    that day stands at its beginning.
    """
    if goal.period.kind is PeriodKind.DAY or today < goal.period.first:
        return 0
    begin = max(goal.period.first, team.day_of(moment(goal.set_at)))
    planned = [day for day in days if day >= begin]
    if not planned:
        return 0
    passed = sum(day < today for day in planned)
    before = 0
    if begin > goal.period.first:
        before = sum(daily(db, goal, goal.period.first, begin - A_DAY).values())
    return before + (goal.target - before) * passed // len(planned) - done


def forecast(db: Db, team: TeamInfo, goal: GoalInfo, today: dt.date) -> Forecast | None:
    """Where a goal may end if it goes on as so far; None where few days tell too little, and for
    what is over or read by hand.
    """
    period = goal.period
    if goal.metric is Metric.SHARE or not period.first <= today <= period.last:
        return None
    since = max(period.first, known_since(db, goal))
    days = work_days(db, team, goal.member_id, period.first, period.last)
    passed = [day for day in days if since <= day < today]
    if len(passed) < LEAST_DAYS:
        return None
    sums = daily(db, goal, period.first, today)
    left = sum(day >= today for day in days)
    return foresee(sums, passed, left, today)


def known_since(db: Db, goal: GoalInfo) -> dt.date:
    """The first day that the owner's ledger tells of: the days before it tell nothing."""
    who = goals.members_of(db, goal)
    if who is None:
        found = [db.row(_SINCE, team=goal.team_id)]
    else:
        found = [db.row(_SINCE_OF, team=goal.team_id, member=one) for one in who]
    days = [row[0] for row in found if row is not None and row[0]]
    return dt.date.fromisoformat(min(days)) if days else dt.date.max


def foresee(
    sums: Mapping[dt.date, int], passed: Sequence[dt.date], left: int, today: dt.date
) -> Forecast:
    """The forecast from what each day brought so far.

    What came in on days off counts for the working day before it. With n working days of mean m and
    variance v behind and r ahead, today one of them, the sum to come lies four times of five within
    1.28·√(v·(r + r²/n)) of m·r. What is done already is never taken back.
    """
    samples = dict.fromkeys(passed, 0)
    for day, value in sums.items():
        if day < today:
            before = [each for each in passed if each <= day]
            samples[before[-1] if before else passed[0]] += value
    count, total = len(samples), sum(samples.values())
    is_today_work = left > 0
    today_sum = sums.get(today, 0)
    done = total + today_sum
    base = total if is_today_work else done
    # In whole numbers: n²·v is n·Σx² − (Σx)², and the spread 1.28·√(n²v·(rn + r²)/n³).
    squares = count * sum(value * value for value in samples.values()) - total * total
    spread = isqrt(max(0, squares) * (left * count + left * left) * 16384 // (count**3)) // 100
    middle = base + total * left // count
    return Forecast(max(done, middle - spread), max(done, middle + spread), count)
