"""What each change of the ledger does to badges: given where a level is reached, withdrawn where
corrections take the orders away.

It runs for every sale: an ordinary one costs a look into what is remembered and no statement.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import bindparam, select

from models import badge_proofs, badges, streaks
from models.badge_kinds import DAY, FIRST, MONTH, STREAK
from models.badge_values import Held, Now, Reached
from models.db import Db
from models.entries import Record
from models.ledger import SaleTotal
from models.praise_plans import Plan
from models.sales import LedgerChange
from models.totals import sold
from models.values import Period, PeriodKind, TeamInfo

_FIRST_DAY = SaleTotal.__table__.c.first
_SPANS = {DAY: PeriodKind.DAY, MONTH: PeriodKind.MONTH}
_NUMBERS = {DAY: 0, MONTH: 2}
# The best day or month of a member; more than one may be needed where refunds hide a better one.
_BEST = (
    select(_FIRST_DAY)
    .where(
        SaleTotal.team_id == bindparam("team"),
        SaleTotal.period == bindparam("period"),
        SaleTotal.member_id == bindparam("member"),
        SaleTotal.amount >= bindparam("level"),
    )
    .order_by(SaleTotal.amount.desc())
    .limit(1)
)


@dataclass(frozen=True, slots=True)
class News:
    """What a message did to badges."""

    given: tuple[Held, ...] = ()
    withdrawn: tuple[Held, ...] = ()


_NOTHING = News()


def follow(
    db: Db, team: TeamInfo, plan: Plan, changes: Sequence[LedgerChange], now: Now
) -> News:  # fmt: skip
    """Give and withdraw what the changes of one message ask for; all totals are final by now."""
    given: list[Held] = []
    withdrawn: list[Held] = []
    for change in changes:
        for reached in _reached(db, team, plan, change, now.today):
            badge = badges.give(db, team, change.after.sale.member_id, reached, now)
            if badge is not None:
                given.append(badge)
        if change.before is not None:
            withdrawn += _fallen(db, team, change, change.before, at=now.at)
    if not given and not withdrawn:
        return _NOTHING
    # What one message gave and took away again is no news.
    worn = [b for b in given if badges.of_member(db, b.member_id)[b.key].is_held]
    return News(tuple(worn), tuple(b for b in withdrawn if all(b.id != each.id for each in given)))


def _reached(
    db: Db, team: TeamInfo, plan: Plan, change: LedgerChange, today: dt.date
) -> list[Reached]:
    """The levels that the row's totals have reached and the member does not wear yet."""
    sale, totals = change.after.sale, change.after.totals
    held = badges.of_member(db, sale.member_id)
    found: list[Reached] = []
    if sale.orders > 0:
        if totals.ever_orders <= sale.orders and _open(held, plan, FIRST, 1):
            found += first_order(db, team, sale.member_id, change.after.number, sale.day)
        if totals.day_orders <= sale.orders:
            levels = _open(held, plan, STREAK, totals.ever_orders)
            found += _streak(db, team, sale.member_id, levels, (sale.day, today)) if levels else []
    for kind, total in ((DAY, totals.day), (MONTH, totals.month)):
        levels = _open(held, plan, kind, total)
        if levels:
            found += money(db, team, sale.member_id, kind, levels, day=sale.day)
    return found


def _open(
    held: Mapping[tuple[str, int, str], Held], plan: Plan, kind: str, value: int
) -> list[int]:
    """The levels of a kind up to a value that a member does not wear."""
    return [
        level
        for level in plan.levels_of(kind)
        if level <= value and ((badge := held.get((kind, level, ""))) is None or not badge.is_held)
    ]


def first_order(db: Db, team: TeamInfo, member_id: int, number: int, day: dt.date) -> list[Reached]:
    """The first order ever, while the member has one at all."""
    if sold(db, team.id, Period.of(PeriodKind.ALL, day), member_id)[1] <= 0:
        return []
    return [Reached(FIRST, 1, 1, day, day, sale=number)]


def money(
    db: Db, team: TeamInfo, member_id: int, kind: str, levels: Sequence[int], *, day: dt.date
) -> list[Reached]:  # fmt: skip
    """The levels that a member's day or month has reached by now."""
    period = Period.of(_SPANS[kind], day)
    amount = sold(db, team.id, period, member_id)[0]
    return [
        Reached(kind, level, amount, period.first, period.last)
        for level in levels
        if level <= amount
    ]


def _streak(
    db: Db, team: TeamInfo, member_id: int, levels: Sequence[int], days: tuple[dt.date, dt.date]
) -> list[Reached]:
    day, today = days
    found = streaks.streak_around(db, team, member_id, day, max(day, today))
    return streak_levels(found, levels)


def streak_levels(found: streaks.Streak | None, levels: Sequence[int]) -> list[Reached]:
    """The levels that a streak has reached."""
    if found is None:
        return []
    return [
        Reached(STREAK, level, found.days, found.first, found.last)
        for level in levels
        if level <= found.days
    ]


def _fallen(
    db: Db, team: TeamInfo, change: LedgerChange, before: Record, *, at: dt.datetime
) -> list[Held]:  # fmt: skip
    """The badges that stood on a row that another one replaces, and stand no more."""
    after = change.after.sale
    is_no_less = (
        (after.member_id, after.day) == (before.member_id, before.day)
        and after.amount >= before.amount
        and after.orders >= before.orders
    )
    if is_no_less:
        return []
    found = []
    for badge in list(badges.of_member(db, before.member_id).values()):
        touched = badge.kind == FIRST or badge.first <= before.day <= badge.last
        if badges.can_fall(badge) and touched and not holds(db, team, badge):
            other = elsewhere(db, team, badge)
            if other is not None:
                badges.stand_on(db, team, badge, other, at=at)
            elif badges.withdraw(db, badge):
                found.append(badge)
    return found


def holds(db: Db, team: TeamInfo, badge: Held) -> bool:
    """Whether the orders that a badge stands on still bring its level; refunds do not matter."""
    if badge.kind == FIRST:
        return sold(db, team.id, Period.of(PeriodKind.ALL, badge.day), badge.member_id)[1] > 0
    if badge.kind == STREAK:
        span = (badge.first, badge.last)
        found = streaks.longest(db, team, badge.member_id, within=span)
        return found is not None and found.days >= badge.level
    rows = badge_proofs.rows_behind(db, team.id, badge, badge.member_id)
    return badge_proofs.gross(rows) >= badge.level


def elsewhere(db: Db, team: TeamInfo, badge: Held) -> Reached | None:
    """Where else the member has reached the level of a badge, None for nowhere."""
    if badge.kind == STREAK:
        found = streak_levels(streaks.longest(db, team, badge.member_id), [badge.level])
        return found[0] if found else None
    if badge.kind not in _NUMBERS:
        return None
    row = db.row(
        _BEST,
        team=team.id,
        period=_NUMBERS[badge.kind],
        member=badge.member_id,
        level=badge.level,
    )
    if row is None:
        return None
    day = dt.date.fromisoformat(row[0])
    return next(iter(money(db, team, badge.member_id, badge.kind, [badge.level], day=day)), None)
