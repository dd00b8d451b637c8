"""Rewards in motion: what a change of the ledger earns or takes back, what a look over past days
finds, what rules would have cost, and prizes that other features grant.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from models import (
    award_budget,
    award_rows,
    awards,
    counting,
    entries,
    reward_groups,
    reward_orders,
    reward_rules,
)
from models.award_rows import NewAward
from models.awards import Change
from models.db import Db
from models.reward_clauses import Prize
from models.reward_orders import Order
from models.reward_reasons import Touched, verdicts
from models.reward_rules import Border, Rules
from models.sales import LedgerChange
from models.values import MemberInfo, Period, PeriodKind, TeamInfo

# When this much of a month's budget is used, in percent, the managers are told.
NEARLY = 80


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of looking at the ledger: what happened to awards, those among them that wait for
    room in the budget, and the months, by their first day, of which the budget is nearly used.
    """

    changes: tuple[Change, ...]
    waiting: frozenset[int] = frozenset()
    nearly: tuple[dt.date, ...] = ()


_NOTHING = Outcome(())


def follow(db: Db, team: TeamInfo, changes: Sequence[LedgerChange], now: dt.datetime) -> Outcome:
    """Make and take back the awards that changes of the ledger give reason for; for a team without
    rules this is one look at what is remembered.
    """
    versions = reward_rules.of_team(db, team.id)
    if not versions or not changes:
        return _NOTHING
    return _settled(db, team, versions, _touched(db, team.id, changes), now=now)


def _touched(db: Db, team_id: int, changes: Sequence[LedgerChange]) -> Touched:
    found = Touched()
    for change in changes:
        sale, number = change.after.sale, change.after.number
        found.days.add((sale.member_id, sale.day))
        found.numbers.add(number)
        if sale.customer:
            found.customers.add((sale.member_id, sale.customer, sale.day))
        is_new = change.before is None and sale.type == entries.SALE
        if is_new and sale.amount > 0 and sale.orders > 0:
            found.fresh[number] = Order(
                number, sale.member_id, sale.amount, sale.orders, sale.day, sale.type
            )
        else:
            found.is_fresh = False
        _touch_refunded(db, team_id, found, refund=(sale.type, sale.details))
        if change.before is not None:
            before = change.before
            found.fresh.pop(number, None)
            found.days.add((before.member_id, before.day))
            if before.customer:
                found.customers.add((before.member_id, before.customer, before.day))
            _touch_refunded(db, team_id, found, refund=(before.type, before.details))
    return found


def _touch_refunded(
    db: Db, team_id: int, found: Touched, *, refund: tuple[str, dict[str, object]]
) -> None:
    """Look also at the order that a refund takes back."""
    number = reward_orders.refunded_order(*refund)
    if number is None:
        return
    found.numbers.add(number)
    found.fresh.pop(number, None)
    order = reward_orders.order(db, team_id, number)
    if order is not None:
        found.days.add((order.member_id, order.day))


def _settled(
    db: Db, team: TeamInfo, versions: Iterable[Rules], touched: Touched, *, now: dt.datetime
) -> Outcome:
    changes: list[Change] = []
    budget = None
    for rules in versions:
        budget = rules.budget
        for index, clause in enumerate(rules.clauses):
            for verdict in verdicts(db, rules, clause, touched):
                changes += awards.settle(db, rules, index, verdict, now)
    if not changes:
        return _NOTHING
    waiting = award_budget.keep_budget(db, team.id, budget, changes)
    given = [each for each in changes if each.kind == "made" and each.number not in waiting]
    return Outcome(tuple(changes), waiting, _nearly(db, team.id, budget, given))


def _nearly(
    db: Db, team_id: int, budget: int | None, made: Iterable[Change]
) -> tuple[dt.date, ...]:
    """The months of which these awards used up nearly all of the budget."""
    if budget is None:
        return ()
    found = []
    made = list(made)
    for first in sorted({Period.of(PeriodKind.MONTH, each.day).first for each in made}):
        used = award_budget.spent(db, team_id, first)
        new = sum(
            each.prize.amount
            for each in made
            if Period.of(PeriodKind.MONTH, each.day).first == first
        )
        if used * 100 >= budget * NEARLY > (used - new) * 100:
            found.append(first)
    return tuple(found)


def look_over(db: Db, team: TeamInfo, first: dt.date, last: dt.date, now: dt.datetime) -> Outcome:
    """Settle everything on some days from the ledger, whatever was followed or missed."""
    versions = [r for r in reward_rules.of_team(db, team.id) if r.touches(first, last)]
    if not versions:
        return _NOTHING
    touched = _touched_on(db, team.id, first, last)
    return _settled(db, team, reward_rules.of_team(db, team.id), touched, now=now)


def _touched_on(db: Db, team_id: int, first: dt.date, last: dt.date) -> Touched:
    found = Touched(is_fresh=False)
    for row in counting.rows(db, team_id, first, last):
        found.days.add((row.member_id, row.day))
        found.numbers.add(row.number)
    return found


@dataclass(frozen=True, slots=True)
class Trial:
    """What rules would have given in a period: for each clause how often and how much, in minor
    units.
    """

    period: Period
    counts: tuple[int, ...]
    amounts: tuple[int, ...]

    @property
    def count(self) -> int:
        """How many awards there would have been."""
        return sum(self.counts)

    @property
    def amount(self) -> int:
        """What they would have cost."""
        return sum(self.amounts)


def trial(db: Db, team: TeamInfo, draft: Rules, today: dt.date) -> Trial | None:
    """What a draft would have given in the last month, or in this one where that has no orders;
    None without any.
    """
    this = Period.of(PeriodKind.MONTH, today)
    before = Period.of(PeriodKind.MONTH, this.first - dt.timedelta(days=1))
    for period in (before, this):
        touched = _touched_on(db, team.id, period.first, period.last)
        if touched.days:
            return _tried(db, draft, period, touched)
    return None


def _tried(db: Db, draft: Rules, period: Period, touched: Touched) -> Trial:
    border = Border(period.first - dt.timedelta(days=1), 0, 0)
    rules = replace(draft, start=border, end=None)
    counts, amounts = [], []
    for clause in draft.clauses:
        prizes: list[Prize] = [
            want.prize
            for verdict in verdicts(db, rules, clause, touched)
            for (member_id, _), want in verdict.wants.items()
            if period.first <= want.day <= period.last
            if reward_groups.holds(db, rules.team_id, clause.group, member_id, want.day)
        ]
        counts.append(len(prizes))
        amounts.append(sum(prize.amount for prize in prizes))
    return Trial(period, tuple(counts), tuple(amounts))


@dataclass(frozen=True, slots=True)
class Grant:
    """A prize that another feature gives: to whom, what, from which of its records (PK3), as which
    of its prizes, and why, as packed words. `payer` hands it out.
    """

    member_id: int
    prize: Prize
    origin: str
    reason: str
    words: str
    day: dt.date
    payer: MemberInfo


def grant(db: Db, team: TeamInfo, given: Grant, now: dt.datetime) -> int | None:
    """Make an award for a prize of another feature; returns its number, None where the member has
    it from the same origin for the same reason already.
    """
    new = NewAward(
        team_id=team.id,
        key=f"{given.origin}:{given.member_id}:{given.reason}",
        member_id=given.member_id,
        prize=given.prize,
        day=given.day,
        payer_id=given.payer.id,
        occasion=given.origin,
        origin=given.origin,
        words=given.words,
    )
    added = award_rows.add(db, new, now)
    return added[1] if added is not None else None
