"""A member's own records: the best order, day, week and month and the longest streak, each compared
with the member's own past and nobody else's.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import bindparam, select, update

from models import counting, streaks
from models.badge_tables import MemberBest
from models.base import DAY_TEXT, insert
from models.best_spans import DAY, MONTH, WEEK, Beaten, Best, highest
from models.db import Db
from models.entries import SALE, VOID, Record
from models.sales import LedgerChange
from models.values import TeamInfo

ORDER, STREAK = "order", "streak"
# A record means something after a week, some orders, and for streaks some days.
FIRST_WEEK = dt.timedelta(days=7)
AT_LEAST, STREAK_AT_LEAST = 5, 4
# The newest of a member's days with orders that are looked through for the best order.
DAYS_LOOKED_AT = 1500
_SHELF = "member_best"


@dataclass(frozen=True, slots=True)
class Bests:
    """A member's best order, day and streak; amounts in minor units, 0 where there is none yet.
    `told_on` is the last business day on which a record was cheered.
    """

    first_day: dt.date
    order_amount: int = 0
    order_number: int = 0
    order_day: dt.date = dt.date.min
    day_amount: int = 0
    day_on: dt.date = dt.date.min
    streak_days: int = 0
    streak_last: dt.date = dt.date.min
    told_on: dt.date | None = None


_C = MemberBest.__table__.c
_NAMES = tuple(Bests.__dataclass_fields__)
_DAYS = frozenset({"first_day", "order_day", "day_on", "streak_last", "told_on"})
_GET = select(*(_C[name] for name in _NAMES)).where(MemberBest.member_id == bindparam("member"))
_PUT = insert(MemberBest).values(
    team_id=bindparam("team"),
    member_id=bindparam("member"),
    **{
        name: bindparam(name, type_=DAY_TEXT) if name in _DAYS else bindparam(name)
        for name in _NAMES
    },
)
_SET = _PUT.on_conflict_do_update(
    index_elements=["member_id"], set_={name: _PUT.excluded[name] for name in _NAMES}
)
_TOLD = (
    update(MemberBest)
    .where(MemberBest.member_id == bindparam("member"))
    .values(told_on=bindparam("day", type_=DAY_TEXT))
)


def follow(
    db: Db, team: TeamInfo, changes: Sequence[LedgerChange], today: dt.date
) -> list[Beaten]:  # fmt: skip
    """Keep the records of those whose ledger one message changed; returns what is worth a cheer,
    for each member one at most, and none where one was cheered on that day.
    """
    found: dict[int, Beaten] = {}
    for change in changes:
        before = change.before
        if before is not None:
            _look_again(db, team, change, before)
        beaten = _kept(db, team, change, today)
        if beaten is not None:
            found[beaten.member_id] = beaten
    return [each for each in found.values() if _stands(db, team, each)]


def _stands(db: Db, team: TeamInfo, beaten: Beaten) -> bool:
    """Whether what one row has beaten is still so after the other rows of the message."""
    bests = known(db, team, beaten.member_id)
    return bests is not None and beaten.value in (
        bests.order_amount,
        bests.day_amount,
        bests.streak_days,
    )


def told(db: Db, member_id: int, day: dt.date) -> None:
    """Note that a record was cheered on a day: it is enough for that day."""
    db.change(_TOLD, member=member_id, day=day.isoformat())
    db.memory.shelf(_SHELF).pop(member_id, None)


def known(db: Db, team: TeamInfo, member_id: int) -> Bests | None:
    """A member's bests as they are kept, made from the ledger where they are not yet; None for who
    never had an order.
    """
    shelf = db.memory.shelf(_SHELF)
    found: Bests | None = shelf.get(member_id)
    if found is None:
        row = db.row(_GET, member=member_id)
        found = _read(row) if row is not None else rebuild(db, team, member_id)
        if found is not None:
            shelf[member_id] = found
    return found


def _read(row: Sequence[object]) -> Bests:
    values = dict(zip(_NAMES, row, strict=True))
    for name in _DAYS:
        if values[name] is not None:
            values[name] = dt.date.fromisoformat(str(values[name]))
    return Bests(**values)  # type: ignore[arg-type]


def _write(db: Db, team_id: int, member_id: int, bests: Bests) -> None:
    values: dict[str, object] = {name: getattr(bests, name) for name in _NAMES}
    for name in _DAYS:
        value = values[name]
        values[name] = value.isoformat() if isinstance(value, dt.date) else None
    db.change(_SET, team=team_id, member=member_id, **values)
    db.memory.shelf(_SHELF)[member_id] = bests


def _look_again(db: Db, team: TeamInfo, change: LedgerChange, before: Record) -> None:
    """Work the seller's bests out anew where the row that is replaced may have made one of them."""
    after = change.after.sale
    row = db.row(_GET, member=before.member_id)
    if row is None:
        return
    if before.amount < 0:
        # A refund that is taken back leaves its day with more than before.
        rebuild(db, team, before.member_id, is_order_gone=False)
        return
    same_place = (after.member_id, after.day) == (before.member_id, before.day)
    if same_place and after.amount >= before.amount and after.orders >= before.orders:
        return
    bests = _read(row)
    is_order_gone = before.number == bests.order_number
    if is_order_gone or before.day == bests.day_on or before.day <= bests.streak_last:
        rebuild(db, team, before.member_id, is_order_gone=is_order_gone)


def _kept(db: Db, team: TeamInfo, change: LedgerChange, today: dt.date) -> Beaten | None:
    """Keep what a row has beaten; what it is worth a cheer for, if anything."""
    sale, totals = change.after.sale, change.after.totals
    bests = known(db, team, sale.member_id) if sale.type != VOID else None
    if bests is None:
        return None
    if sale.orders <= 0:
        if sale.amount < 0 and sale.day == bests.day_on:
            rebuild(db, team, sale.member_id, is_order_gone=False)
        return None
    new = bests
    beaten: Beaten | None = None
    who = sale.member_id
    if totals.day_orders <= sale.orders:
        streak = streaks.streak_around(db, team, who, sale.day, max(sale.day, today))
        if streak is not None and streak.days > bests.streak_days:
            new = replace(new, streak_days=streak.days, streak_last=streak.last)
            # A streak that is the record already only goes on.
            if bests.streak_days >= STREAK_AT_LEAST and streak.first > bests.streak_last:
                beaten = Beaten(who, STREAK, streak.days, bests.streak_days, bests.streak_last)
    if sale.type == SALE and sale.orders == 1 and sale.amount > bests.order_amount:
        number = change.after.number
        new = replace(new, order_amount=sale.amount, order_number=number, order_day=sale.day)
        if bests.order_number != number and bests.order_amount:
            beaten = Beaten(
                who, ORDER, sale.amount, bests.order_amount, bests.order_day, order=number
            )
    if totals.day > bests.day_amount:
        new = replace(new, day_amount=totals.day, day_on=sale.day)
        if bests.day_on != sale.day and bests.day_amount:
            beaten = Beaten(who, DAY, totals.day, bests.day_amount, bests.day_on)
    if new != bests:
        new = replace(new, first_day=min(new.first_day, sale.day))
        _write(db, team.id, who, new)
    is_news = beaten is not None and sale.day == today and change.before is None
    return beaten if is_news and _is_worth(new, today, totals.ever_orders) else None


def _is_worth(bests: Bests, today: dt.date, orders: int) -> bool:
    """Whether a record is cheered: not in the first week, nor with few orders, nor twice a day."""
    return (
        today >= bests.first_day + FIRST_WEEK
        and orders > AT_LEAST
        and (bests.told_on is None or bests.told_on < today)
    )


def rebuild(
    db: Db, team: TeamInfo, member_id: int, *, is_order_gone: bool = True
) -> Bests | None:  # fmt: skip
    """Work a member's bests out from the ledger and keep them; None without an order. The best
    order is looked for only where it may be gone.
    """
    days = streaks.days_with_order(db, team.id, member_id)
    row = db.row(_GET, member=member_id)
    old = _read(row) if row is not None else None
    if not days:
        if old is not None:
            _write(db, team.id, member_id, Bests(old.first_day, told_on=old.told_on))
        return None
    bests = Bests(days[0], told_on=old.told_on if old is not None else None)
    best_day = highest(db, team.id, member_id, DAY, dt.date.max)
    if best_day is not None:
        bests = replace(bests, day_amount=best_day.value, day_on=best_day.day)
    streak = streaks.longest(db, team, member_id)
    if streak is not None:
        bests = replace(bests, streak_days=streak.days, streak_last=streak.last)
    if old is not None and not is_order_gone:
        kept = (old.order_amount, old.order_number, old.order_day)
        bests = replace(bests, order_amount=kept[0], order_number=kept[1], order_day=kept[2])
    else:
        bests = _best_order(db, team.id, member_id, days, bests)
    _write(db, team.id, member_id, bests)
    return bests


def _best_order(
    db: Db, team_id: int, member_id: int, days: Sequence[dt.date], bests: Bests
) -> Bests:  # fmt: skip
    for day in days[-DAYS_LOOKED_AT:]:
        for found in counting.counting(counting.rows_of(db, team_id, [member_id], day, day)):
            if found.type == SALE and found.orders == 1 and found.amount > bests.order_amount:
                bests = replace(
                    bests,
                    order_amount=found.amount,
                    order_number=found.number,
                    order_day=found.day,
                )
    return bests


def all_of(db: Db, team: TeamInfo, member_id: int) -> list[Best]:
    """All records of a member as the ledger has them now; empty without an order."""
    bests = rebuild(db, team, member_id)
    if bests is None:
        return []
    found = [Best(ORDER, bests.order_amount, bests.order_day, bests.order_number)]
    spans = [highest(db, team.id, member_id, kind, dt.date.max) for kind in (DAY, WEEK, MONTH)]
    found += [each for each in spans if each is not None]
    found.append(Best(STREAK, bests.streak_days, bests.streak_last))
    return [each for each in found if each.value > 0]
