"""Who has earned what by rules of rewards, as a function of the ledger as it stands.

The same functions answer after a sale, at the end of a period and for a preview, so they cannot
disagree.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from models import reward_groups, reward_orders, reward_sums
from models.db import Db
from models.reward_clauses import Clause, Prize, Reason
from models.reward_orders import Order
from models.reward_rules import Rules
from models.totals import sold
from models.values import Metric, Period, PeriodKind

_DEBUT = "debut"
# The first order of a day, and who has had a first order: a later new one changes neither.
_FIRSTS, _DEBUTS = "reward-firsts", "reward-debuts"
# What new orders only make more of: where nothing is earned now, nothing was before.
_GROWING = frozenset({Metric.AMOUNT, Metric.ORDERS})


@dataclass(slots=True)
class Touched:
    """What of the ledger is to be looked at: days of members, and orders by their numbers.

    `fresh` orders are new ones, just booked; where there is nothing else, `is_fresh` tells so and
    nobody can have lost a reason. `customers` are (member, customer, day) of rows that name one.
    """

    days: set[tuple[int, dt.date]] = field(default_factory=set)
    numbers: set[int] = field(default_factory=set)
    fresh: dict[int, Order] = field(default_factory=dict)
    customers: set[tuple[int, str, dt.date]] = field(default_factory=set)
    is_fresh: bool = True


@dataclass(frozen=True, slots=True)
class Want:
    """What somebody has earned on an occasion; `tier` is from how much on, `day` when it was."""

    prize: Prize
    tier: int
    day: dt.date


@dataclass(frozen=True, slots=True)
class Verdict:
    """Everything that was earned by a clause from one occasion to another, both included, by one
    member or, with 0, by anybody: what is not among the wants is not earned.
    """

    first: str
    last: str
    member_id: int
    wants: dict[tuple[int, str], Want]


def verdicts(db: Db, rules: Rules, clause: Clause, touched: Touched) -> Iterator[Verdict]:
    """What a clause of a version gives for what was touched."""
    if clause.reason is Reason.FIRST:
        for day in sorted({day for _, day in touched.days}):
            if rules.touches(day, day) and not _is_later(db, rules, clause, touched, day=day):
                yield _first(db, rules, clause, day)
    elif clause.reason in (Reason.EACH, Reason.SINGLE):
        for number in sorted(touched.numbers):
            verdict = _by_order(db, rules, clause, number, touched.fresh.get(number))
            if verdict.wants or number not in touched.fresh:
                yield verdict
    elif clause.reason is Reason.DEBUT:
        for member_id in sorted({member_id for member_id, _ in touched.days}):
            if not _had_one(db, rules, touched, member_id):
                yield _first_ever(db, rules, clause, member_id)
    elif clause.reason is Reason.STREAK:
        yield from _streaks(db, rules, clause, touched)
    else:
        yield from _sums(db, rules, clause, touched)


def _is_later(db: Db, rules: Rules, clause: Clause, touched: Touched, *, day: dt.date) -> bool:
    """Whether there are but new orders on a day behind the one that is known as its first."""
    known = db.memory.shelf(_FIRSTS).get((rules.team_id, clause.group, day))
    return known is not None and touched.is_fresh and known < min(touched.fresh)


def _had_one(db: Db, rules: Rules, touched: Touched, member_id: int) -> bool:
    """Whether a member has but new orders behind the one that is known as the first ever."""
    known = db.memory.shelf(_DEBUTS).get((rules.team_id, member_id))
    if known is None or not touched.is_fresh:
        return False
    mine = [each for each in touched.fresh.values() if each.member_id == member_id]
    return all(known < (each.day, each.number) for each in mine)


def _first(db: Db, rules: Rules, clause: Clause, day: dt.date) -> Verdict:
    occasion = day.isoformat()
    found = next(
        (
            order
            for order in reward_orders.of_day(db, rules.team_id, day)
            if reward_groups.holds(db, rules.team_id, clause.group, order.member_id, day)
        ),
        None,
    )
    wants = {}
    key, shelf = (rules.team_id, clause.group, day), db.memory.shelf(_FIRSTS)
    shelf.pop(key, None)
    if found is not None:
        shelf[key] = found.number
        if rules.holds_for(day, found.number):
            wants[found.member_id, occasion] = _top(clause, day)
    return Verdict(occasion, occasion, 0, wants)


def _first_ever(db: Db, rules: Rules, clause: Clause, member_id: int) -> Verdict:
    found = reward_orders.debut(db, rules.team_id, member_id)
    wants = {}
    key, shelf = (rules.team_id, member_id), db.memory.shelf(_DEBUTS)
    shelf.pop(key, None)
    if found is not None:
        shelf[key] = (found.day, found.number)
        if rules.holds_for(found.day, found.number):
            wants[member_id, _DEBUT] = _top(clause, found.day)
    return Verdict(_DEBUT, _DEBUT, member_id, wants)


def _by_order(db: Db, rules: Rules, clause: Clause, number: int, fresh: Order | None) -> Verdict:
    occasion = f"S{number}"
    found = fresh or reward_orders.order(db, rules.team_id, number)
    wants = {}
    if found is not None and found.counts and rules.holds_for(found.day, number):
        want: Want | None
        if clause.reason is Reason.EACH:
            prize = clause.tiers[0].prize
            times = found.orders if prize.amount else 1
            want = Want(Prize(prize.amount * times, prize.thing), 1, found.day)
        else:
            want = _highest(clause, found.day, found.amount, below=0)
        if want is not None:
            wants[found.member_id, occasion] = want
    return Verdict(occasion, occasion, 0, wants)


def _sums(db: Db, rules: Rules, clause: Clause, touched: Touched) -> Iterator[Verdict]:
    days = set(touched.days)
    if clause.metric in (Metric.NEW, Metric.REPEAT):
        # Whether a customer came back depends on what stood before: later orders may change sides.
        for member_id, customer, day in touched.customers:
            later = reward_orders.days_of_customer(db, rules.team_id, member_id, customer, day)
            days |= {(member_id, each) for each in later}
    found = {
        (0 if clause.is_team else member_id, Period.of(clause.span, day)) for member_id, day in days
    }
    for member_id, period in sorted(found, key=lambda each: (each[1].first, each[0])):
        if rules.touches(period.first, period.last):
            verdict = _sum(db, rules, clause, member_id or None, period=period)
            if verdict.wants or not (touched.is_fresh and clause.metric in _GROWING):
                yield verdict


def _sum(db: Db, rules: Rules, clause: Clause, member_id: int | None, *, period: Period) -> Verdict:
    occasion = period.first.isoformat()
    measured = clause
    want: Want | None
    if clause.reason is Reason.GOAL:
        measured, target = reward_sums.goal_of(db, rules.team_id, member_id, period)
        low, high = _span(db, rules, measured, member_id, period=period)
        is_met = 0 < target <= high and low < target
        want = Want(clause.tiers[0].prize, target, _shown_day(period)) if is_met else None
    else:
        low, high = _span(db, rules, measured, member_id, period=period)
        want = _highest(clause, _shown_day(period), high, below=low)
    wants = {}
    if want is not None:
        winners = [member_id] if member_id is not None else reward_groups.everybody(db, rules)
        wants = {(who, occasion): want for who in winners}
    return Verdict(occasion, occasion, member_id or 0, wants)


def _shown_day(period: Period) -> dt.date:
    """The day under which a period's award is booked: one that is sure to be in its month."""
    return period.last if period.kind is not PeriodKind.WEEK else period.first


def _span(
    db: Db, rules: Rules, clause: Clause, member_id: int | None, *, period: Period
) -> tuple[int, int]:
    """What was reached when the version began, and what is reached within its time."""
    team_id, start, end = rules.team_id, rules.start, rules.end
    now = reward_sums.reached(db, team_id, clause, member_id, period=period)
    low, high = 0, now
    if start is not None and start.position and period.first <= start.day:
        low = reward_sums.reached(
            db, team_id, clause, member_id, period=period, until=start.position
        )
    if end is not None and period.last >= end.day:
        then = reward_sums.reached(
            db, team_id, clause, member_id, period=period, until=end.position
        )
        high = min(then, now)
    return low, high


def _streaks(db: Db, rules: Rules, clause: Clause, touched: Touched) -> Iterator[Verdict]:
    done: dict[int, dt.date] = {}
    for member_id, day in sorted(touched.days):
        if done.get(member_id, dt.date.min) >= day:
            continue
        if touched.is_fresh and _had_order(db, rules, touched, member_id, day=day):
            continue
        first, last, runs = reward_sums.run_around(db, rules.team_id, member_id, day)
        done[member_id] = last
        wants = {
            (member_id, each.isoformat()): _top(clause, each)
            for run in runs
            for each in _full(run, clause.tiers[0].at)
            if _is_within(db, rules, member_id, each)
        }
        yield Verdict(first.isoformat(), last.isoformat(), member_id, wants)


def _had_order(db: Db, rules: Rules, touched: Touched, member_id: int, *, day: dt.date) -> bool:
    """Whether a member had an order on a day already before the new ones."""
    new = sum(
        each.orders
        for each in touched.fresh.values()
        if each.member_id == member_id and each.day == day
    )
    return sold(db, rules.team_id, Period.of(PeriodKind.DAY, day), member_id)[1] > max(0, new)


def _full(run: tuple[dt.date, dt.date], days: int) -> Iterable[dt.date]:
    """The days of a run on which another so many days are full."""
    first, last = run
    for n in range(days, (last - first).days + 2, days):
        yield first + dt.timedelta(days=n - 1)


def _is_within(db: Db, rules: Rules, member_id: int, day: dt.date) -> bool:
    """Whether a member's day with orders came behind the start of a version and before its end."""
    start, end = rules.start, rules.end
    if start is None or day < start.day or (end is not None and day > end.day):
        return False
    team_id = rules.team_id
    if day == start.day and start.position:
        until = start.position
        if reward_sums.has_order(db, team_id, member_id, day, until=until):
            return False
    if end is not None and day == end.day:
        return reward_sums.has_order(db, team_id, member_id, day, until=end.position)
    return True


def _top(clause: Clause, day: dt.date) -> Want:
    return Want(clause.tiers[-1].prize, clause.tiers[-1].at, day)


def _highest(clause: Clause, day: dt.date, value: int, *, below: int) -> Want | None:
    """The highest tier that was reached, unless it was before the version began."""
    tiers = [tier for tier in clause.tiers if below < tier.at <= value]
    return Want(tiers[-1].prize, tiers[-1].at, day) if tiers else None
