"""A team whose ledger and rewards are moved step by step, and what an independent reading of its
ledger says that everybody has earned.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import TypeVar

from sqlalchemy import select
from task_world import NOW, add_team

from bot.engine.db import Database
from bot.language.rewards import read_rules
from models import counting, entries, reward_rules, rewards, sales
from models.counting import Counted
from models.db import Db
from models.reward_clauses import Clause, Reason, RuleSet
from models.reward_tables import Award
from models.rewards import Outcome
from models.sales import By, LedgerChange, NewSale
from models.values import MemberInfo, Metric, Period, PeriodKind, TeamInfo

R = TypeVar("R")
TODAY = dt.date(2025, 6, 18)
FAR = (dt.date(2025, 1, 1), dt.date(2025, 12, 31))


@dataclass(slots=True)
class Known:
    """A version as the oracle knows it: its rules, and the ledger's standing rows when it began and
    ended, with the last number and the day of then.
    """

    clauses: tuple[Clause, ...]
    start: tuple[dt.date, int]
    before: list[Counted]
    end: tuple[dt.date, int] | None = None
    then: list[Counted] = field(default_factory=list)


class RewardWorld:
    """One team; each step is a transaction of its own."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.team, self.people = database.write_now(self._found)
        self.now = NOW
        self.versions: list[Known] = []
        self.outcomes: list[Outcome] = []
        self.last = 0

    @staticmethod
    def _found(db: Db) -> tuple[TeamInfo, dict[str, MemberInfo]]:
        return add_team(db)

    def do(self, work: Callable[[Db], R]) -> R:
        """Do something in a transaction, and what follows from it for rewards."""
        self.now += dt.timedelta(minutes=1)

        def whole(db: Db) -> R:
            db.take_announced()
            found = work(db)
            changes = [each for each in db.take_announced() if isinstance(each, LedgerChange)]
            self.outcomes.append(rewards.follow(db, self.team, changes, self.now))
            return found

        return self.database.write_now(whole)

    def set_rules(self, text: str) -> None:
        """Let rules hold from now on."""
        words = read_rules(text)
        assert not words.unclear
        boss = self.people["老板"]
        rules = RuleSet(words.text, tuple(words.clauses), words.budget)

        def work(db: Db) -> None:
            draft = reward_rules.propose(db, boss, rules, boss, self.now)
            reward_rules.confirm(db, boss, self.team, draft, self.now)

        rows = self.standing()
        if self.versions:
            self.versions[-1].end, self.versions[-1].then = (self.today, self.last), rows
        self.do(work)
        self.versions.append(Known(rules.clauses, (self.today, self.last), rows))

    @property
    def today(self) -> dt.date:
        """The business day."""
        return self.team.day_of(self.now)

    def sell(self, who: str, amount: int, days_ago: int = 0, orders: int = 1) -> int:
        """Book an order of that many yuan; returns its number."""
        day = self.today - dt.timedelta(days=days_ago)
        sale = NewSale(self.people[who].id, amount * 100, orders, day)
        by = By(self.people[who].id, self.now)
        self.last = self.do(lambda db: sales.record(db, self.team, sale, by)).number
        return self.last

    def refund(self, number: int, amount: int) -> None:
        """Book a refund of an order, in yuan."""
        by = By(self.people["老板"].id, self.now)

        def work(db: Db) -> int:
            record = entries.require(db, self.team.id, number)
            details = {"note": f"#S{number}"}
            back = NewSale(
                record.member_id, -amount * 100, -1, self.today, entries.REFUND, details=details
            )
            return sales.record(db, self.team, back, by).number

        self.last = self.do(work)

    def fix(self, number: int, **parts: object) -> None:
        """Correct an order, unless it was taken back."""
        by = By(self.people["老板"].id, self.now)

        def work(db: Db) -> None:
            record = entries.require(db, self.team.id, number)
            if record.state == entries.ACTIVE:
                sales.correct(db, self.team, record, sales.as_new(record, **parts), by)

        self.do(work)

    def void(self, number: int) -> None:
        """Take an order back, unless it was already."""
        by = By(self.people["老板"].id, self.now)

        def work(db: Db) -> None:
            record = entries.require(db, self.team.id, number)
            if record.state == entries.ACTIVE:
                sales.void(db, self.team, record, by)

        self.do(work)

    def standing(self) -> list[Counted]:
        """The rows of the ledger that count, as of now."""
        return self.database.read_now(
            lambda db: counting.counting(counting.rows(db, self.team.id, *FAR))
        )

    def awards(self) -> list[Award]:
        """All awards there are."""
        return self.database.read_now(
            lambda db: list(db.session.scalars(select(Award).order_by(Award.number)))
        )

    def earned(self) -> dict[tuple[int, int, int, str], int]:
        """What the ledger says by (version, clause, member, occasion), in minor units."""
        rows = self.standing()
        return {
            (n, index, member, occasion): amount
            for n, version in enumerate(self.versions, 1)
            for index, clause in enumerate(version.clauses)
            for (member, occasion), amount in read(version, clause, rows).items()
            if amount
        }


def read(version: Known, clause: Clause, rows: list[Counted]) -> dict[tuple[int, str], int]:
    """What a clause gives to whom, the slow and plain way."""
    if clause.reason is Reason.SUM:
        return _sums(version, clause, rows)
    if clause.reason is Reason.STREAK:
        return _streaks(version, clause, rows)
    orders = list(_orders(rows))
    if clause.reason is Reason.FIRST:
        firsts = {min(o.number for o in orders if o.day == day): day for day in _days(orders)}
        orders = [o for o in orders if o.number in firsts]
    if clause.reason is Reason.DEBUT:
        keys = {
            min((o.day, o.number) for o in orders if o.member_id == who)
            for who in {o.member_id for o in orders}
        }
        orders = [o for o in orders if (o.day, o.number) in keys]
    found = {}
    for order in orders:
        if not _within(version, order.day, order.number):
            continue
        prize = _prize(clause, order)
        names = {Reason.FIRST: order.day.isoformat(), Reason.DEBUT: "debut"}
        found[order.member_id, names.get(clause.reason, f"S{order.number}")] = prize
    return found


def _prize(clause: Clause, order: Counted) -> int:
    if clause.reason is Reason.SINGLE:
        tiers = [tier for tier in clause.tiers if order.amount >= tier.at]
        return tiers[-1].prize.amount if tiers else 0
    times = order.orders if clause.reason is Reason.EACH else 1
    return clause.tiers[0].prize.amount * times


def _orders(rows: list[Counted]) -> Iterable[Counted]:
    """Orders less their refunds, those of which something is left."""
    for row in rows:
        if row.type != entries.SALE:
            continue
        backs = [
            each
            for each in rows
            if each.type == entries.REFUND
            and each.details["note"] == f"#S{row.number}"
            and each.day >= row.day
        ]
        left = replace(
            row,
            amount=row.amount + sum(each.amount for each in backs),
            orders=row.orders + sum(each.orders for each in backs),
        )
        if left.amount > 0 and left.orders > 0:
            yield left


def _days(rows: Iterable[Counted]) -> set[dt.date]:
    return {row.day for row in rows}


def _within(version: Known, day: dt.date, number: int) -> bool:
    is_after = (day, number) > version.start
    return is_after and (version.end is None or (day, number) <= version.end)


def _value(clause: Clause, rows: list[Counted], member: int, period: Period) -> int:
    mine = [
        row for row in rows if row.member_id == member and period.first <= row.day <= period.last
    ]
    return sum(row.orders if clause.metric is Metric.ORDERS else row.amount for row in mine)


def _sums(version: Known, clause: Clause, rows: list[Counted]) -> dict[tuple[int, str], int]:
    found = {}
    for member in {row.member_id for row in rows}:
        for period in {Period.of(clause.span, row.day) for row in rows}:
            if period.last < version.start[0]:
                continue
            if version.end is not None and period.first > version.end[0]:
                continue
            low = _value(clause, version.before, member, period)
            high = _value(clause, rows, member, period)
            if version.end is not None and period.last >= version.end[0]:
                high = min(high, _value(clause, version.then, member, period))
            tiers = [tier for tier in clause.tiers if max(low, 0) < tier.at <= high]
            if tiers:
                found[member, period.first.isoformat()] = tiers[-1].prize.amount
    return found


def _streaks(version: Known, clause: Clause, rows: list[Counted]) -> dict[tuple[int, str], int]:
    every = clause.tiers[0].at
    found = {}
    for member in {row.member_id for row in rows}:
        length, day = 0, FAR[0]
        while day <= FAR[1]:
            length = length + 1 if _has(rows, member, day) else 0
            if length and length % every == 0 and _counts(version, member, day):
                found[member, day.isoformat()] = clause.tiers[0].prize.amount
            day += dt.timedelta(days=1)
    return found


def _counts(version: Known, member: int, day: dt.date) -> bool:
    first, last = version.start[0], version.end
    if day < first or (day == first and _has(version.before, member, day)):
        return False
    if last is None or day < last[0]:
        return True
    return day == last[0] and _has(version.then, member, day)


def _has(rows: list[Counted], member: int, day: dt.date) -> bool:
    period = Period.of(PeriodKind.DAY, day)
    clause = Clause(Reason.SUM, (), metric=Metric.ORDERS)
    return _value(clause, rows, member, period) > 0
