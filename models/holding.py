"""Orders far out of a member's usual: they have a number and wait, and count when a lead says so.

An order is held that is more than five times the median of the member's orders of the ninety days
before, of which there must be five, and twice their average of all time: that one is kept as a sum,
so that an ordinary order costs one look. Several orders in one report are held as well where
together they are more than five times the member's usual day and twice the best one, so that no
large order gets by in small pieces. A held row has amount and orders 0 and keeps what was said
in its details; a lead's word replaces it by the order itself, on its own day. Whom a lead other
than the seller booked or corrected it for needs no second lead, and where there is none, nothing is
held. A correction is judged like a new order, so that no small order grows large unseen.
"""

from __future__ import annotations

import datetime as dt
import statistics
from typing import Any

from sqlalchemy import bindparam, literal_column, select
from sqlalchemy.orm import aliased

from models import care, entries, experience_asking, reminders, sales
from models.base import DAY_TEXT
from models.db import Db
from models.entries import HELD, SALE, Record
from models.errors import Refusal
from models.ledger import Sale
from models.reminders import Wake
from models.rosters import roster
from models.sales import Booked, By, NewSale
from models.totals import sold
from models.values import EPOCH, MemberInfo, Period, PeriodKind, Role, TeamInfo

# The job's subject is the record's number; step 1 asks again, step 2 tells the group.
JOB, ASK_AGAIN, TELL = "held", 1, 2
TIMES, AT_LEAST, DAYS = 5, 5, 90
# How many times the average of all time makes an order worth a look at the median.
WORTH_A_LOOK = 2
# How many times the best day several orders must be together.
BEST_DAYS = 2
AGAIN_AFTER = dt.timedelta(hours=3)
# How many leads are asked at once; the first answer holds.
ASKED = 3
_EVER = Period(PeriodKind.ALL, EPOCH, dt.date.max)

_after = aliased(Sale)
_C = Sale.__table__.c
_USUAL = select(Sale.amount, Sale.orders, _C.day).where(
    Sale.team_id == bindparam("team"),
    _C.day >= bindparam("first", type_=DAY_TEXT),
    _C.day <= bindparam("last", type_=DAY_TEXT),
    Sale.member_id == bindparam("member"),
    Sale.type == SALE,
    Sale.orders > 0,
    Sale.number != bindparam("record"),
    ~select(_after.id).where(_after.corrects_id == Sale.id).exists(),
)
_OPEN = (
    select(Sale.number)
    .where(
        Sale.team_id == bindparam("team"),
        # A constant, because only that leads to the index of held rows.
        Sale.type == literal_column("'held'"),
        ~select(_after.id).where(_after.corrects_id == Sale.id).exists(),
    )
    # The sum keeps SQLite from walking the index on (team, number) through all the team's records.
    .order_by(Sale.number + literal_column("0"))
)


def record(db: Db, team: TeamInfo, sale: NewSale, by: By) -> Booked:
    """Add a new record to the ledger, held where it is far out of the usual."""
    return _watched(db, team, sales.record(db, team, _judged(db, team, sale, by), by), by)


def correct(db: Db, team: TeamInfo, before: Record, sale: NewSale, by: By) -> Booked:
    """Replace a row like `sales.correct`; what grows far out of the usual is held, and what is held
    stays so while it is.
    """
    is_same = before.type != HELD and before.member_id == sale.member_id
    is_smaller = sale.amount <= before.amount or sale.orders <= 1
    if is_same and is_smaller and _each(sale) <= _each(sales.as_new(before)):
        return sales.correct(db, team, before, sale, by)
    judged = _judged(db, team, sale, by, number=before.number)
    return _watched(db, team, sales.correct(db, team, before, judged, by), by)


def _watched(db: Db, team: TeamInfo, booked: Booked, by: By) -> Booked:
    """See to it that somebody is asked again about a held row."""
    if booked.sale.type == HELD:
        at = care.after_quiet(team, by.at + AGAIN_AFTER)
        reminders.remind(db, team.id, JOB, booked.number, at=at, step=ASK_AGAIN)
    return booked


def _judged(db: Db, team: TeamInfo, sale: NewSale, by: By, *, number: int = 0) -> NewSale:
    """The sale as it is to be booked: itself, or held."""
    if sale.type != SALE or sale.amount <= 0 or not is_outlier(db, team, sale, number=number):
        return sale
    deciding = deciders(db, team.id, sale.member_id)
    if not deciding or by.member_id in {member.id for member in deciding}:
        return sale
    said = {"held": sale.amount, "held_orders": sale.orders}
    return NewSale(
        sale.member_id,
        0,
        0,
        sale.day,
        type=HELD,
        items=sale.items,
        customer=sale.customer,
        received=sale.received,
        details=sale.details | said,
    )


def is_outlier(db: Db, team: TeamInfo, sale: NewSale, *, number: int = 0) -> bool:
    """Whether an order, or several in one report, are far out of the seller's usual, that record
    itself left out.
    """
    amount, orders = sold(db, team.id, _EVER, sale.member_id)
    is_batch = sale.orders > 1
    if orders < AT_LEAST or (not is_batch and _each(sale) * orders < WORTH_A_LOOK * amount):
        return False
    rows = db.rows(
        _USUAL,
        team=team.id,
        first=(sale.day - dt.timedelta(days=DAYS)).isoformat(),
        last=sale.day.isoformat(),
        member=sale.member_id,
        record=number,
    )
    if len(rows) < AT_LEAST:
        return False
    if _each(sale) > TIMES * statistics.median(each / count for each, count, _ in rows):
        return True
    days: dict[str, int] = {}
    for each, _, day in rows:
        days[day] = days.get(day, 0) + each
    usual, best = statistics.median(days.values()), max(days.values())
    return is_batch and sale.amount > max(TIMES * usual, BEST_DAYS * best)


def _each(sale: NewSale) -> float:
    """What one order of a sale comes to; a share of an order is taken for one."""
    return sale.amount / max(1, sale.orders)


def deciders(db: Db, team_id: int, seller_id: int) -> list[MemberInfo]:
    """Who may say that a large order counts: every lead but its seller, the nearest first."""
    able = roster(db, team_id).with_role(Role.LEAD)
    return sorted((m for m in able if m.id != seller_id), key=lambda m: (m.role, m.id))


def said(record: Record) -> NewSale:
    """A record's content as it was said: a held one's as if it counted."""
    if record.type != HELD:
        return sales.as_new(record)
    details: dict[str, Any] = dict(record.details)
    amount, orders = details.pop("held"), details.pop("held_orders")
    return sales.as_new(record, type=SALE, amount=amount, orders=orders, details=details)


def confirm(db: Db, team: TeamInfo, found: Record, actor: MemberInfo, by: By) -> Booked:
    """Let a held order count, on its own day; raises Refusal where it is not held or not the
    actor's to decide.
    """
    _refuse(db, found, actor)
    reminders.forget(db, team.id, JOB, found.number)
    booked = sales.correct(db, team, found, said(found), by)
    experience_asking.watch(db, team, booked, by.at)
    return booked


def refuse(db: Db, team: TeamInfo, found: Record, actor: MemberInfo, by: By) -> Booked:
    """Take a held order back, or a held correction: then the record is again what counted before.
    Raises Refusal like `confirm`.
    """
    _refuse(db, found, actor)
    reminders.forget(db, team.id, JOB, found.number)
    earlier = [row for row in entries.history(db, team.id, found.number) if row.type == SALE]
    if earlier:
        return sales.correct(db, team, found, sales.as_new(earlier[-1]), by)
    return sales.void(db, team, found, by)


def _refuse(db: Db, found: Record, actor: MemberInfo) -> None:
    if found.type != HELD or found.state != entries.ACTIVE:
        raise Refusal("sale-not-held", number=found.number)
    able = deciders(db, actor.team_id, found.member_id)
    if actor.id not in {member.id for member in able} and able:
        names = " ".join(f"@{member.name}" for member in able[:ASKED])
        raise Refusal("sale-held-not-yours", number=found.number, who=names)


def tell_group(db: Db, team: TeamInfo, number: int, now: dt.datetime) -> None:
    """Let the group know of a confirmed order, when nobody is woken by it."""
    reminders.remind(db, team.id, JOB, number, at=care.after_quiet(team, now), step=TELL)


def still(db: Db, team: TeamInfo, wake: Wake) -> Record | None:
    """The record that a reminder is about, where there is still something to say of it."""
    rows = entries.history(db, team.id, wake.subject)
    if not rows or rows[-1].state != entries.ACTIVE:
        return None
    is_held = rows[-1].type == HELD
    return rows[-1] if is_held == (wake.step == ASK_AGAIN) else None


def waiting(db: Db, team_id: int) -> list[int]:
    """The numbers of a team's records that wait for a lead."""
    return [row[0] for row in db.rows(_OPEN, team=team_id)]
