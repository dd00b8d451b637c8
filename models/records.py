"""Finding records as people refer to them, and what lies beside the ledger: stock, reports,
balances.
"""

from __future__ import annotations

import datetime as dt
import json

from sqlalchemy import bindparam, or_, select
from sqlalchemy.orm import aliased

from models import entries, sales
from models.base import DAY_TEXT, MOMENT_NUMBER, insert, milliseconds
from models.db import Db
from models.entries import Record
from models.ledger import DailyReport, Sale, SaleTotal, StockEntry
from models.sales import By, NewSale
from models.values import MemberInfo, Role, TeamInfo

# The same amount by the same person within this time may be the same order (product notes, B2).
SAME_WITHIN = dt.timedelta(minutes=10)
# How far back «the last one» is looked for, in days.
RECENT_DAYS = 62
ONE_DAY = dt.timedelta(days=1)

_COLUMNS = Sale.__table__.c
_after = aliased(Sale)
_SAME = (
    select(Sale.number)
    .where(
        Sale.team_id == bindparam("team"),
        _COLUMNS.day.in_(
            [
                bindparam("before", type_=DAY_TEXT),
                bindparam("day", type_=DAY_TEXT),
                bindparam("next", type_=DAY_TEXT),
            ]
        ),
        Sale.member_id == bindparam("member"),
        or_(
            (Sale.type == entries.SALE) & (Sale.amount == bindparam("amount")),
            # An order that waits for a lead is the same one too.
            (Sale.type == entries.HELD) & Sale.details.like(bindparam("held")),
        ),
        _COLUMNS.at >= bindparam("since", type_=MOMENT_NUMBER),
        ~select(_after.id).where(_after.corrects_id == Sale.id).exists(),
    )
    .order_by(Sale.id.desc())
    .limit(1)
)


def same_lately(db: Db, team_id: int, member_id: int, amount: int, now: dt.datetime) -> int | None:
    """The number of a sale of that amount that the member made in the last ten minutes."""
    # The days around cover every zone and cut-off; the time decides. They are named one by one
    # because the index then leads to the member's few rows and not to the whole team's.
    today = now.date()
    row = db.row(
        _SAME,
        team=team_id,
        before=(today - ONE_DAY).isoformat(),
        day=today.isoformat(),
        next=(today + ONE_DAY).isoformat(),
        member=member_id,
        amount=amount,
        held=f'%"held": {amount},%',
        since=milliseconds(now - SAME_WITHIN),
    )
    return None if row is None else int(row[0])


def latest(db: Db, team_id: int, member_id: int, now: dt.datetime) -> list[Record]:
    """The records of the newest message of a member (as seller or writer) that still count; may be
    empty.
    """
    # Who corrected a record of somebody else's did not make it theirs.
    wrote = (Sale.recorded_by == member_id) & Sale.corrects_id.is_(None)
    newest = db.session.execute(
        select(Sale.number, Sale.source)
        .where(
            Sale.team_id == team_id,
            Sale.day >= (now - dt.timedelta(days=RECENT_DAYS)).date(),
            (Sale.member_id == member_id) | wrote,
            Sale.type != entries.VOID,
            ~select(_after.id).where(_after.corrects_id == Sale.id).exists(),
        )
        .order_by(Sale.number.desc())
        .limit(1)
    ).first()
    if newest is None:
        return []
    if newest.source is not None:
        together = [r for r in entries.from_source(db, newest.source) if r.state == entries.ACTIVE]
        if any(record.number == newest.number for record in together):
            return [r for r in together if member_id in (r.member_id, r.recorded_by)]
    return [entries.require(db, team_id, newest.number)]


def latest_within(db: Db, team_id: int, member_id: int, now: dt.datetime) -> Record | None:
    """The member's own newest record if it is not older than ten minutes."""
    found = latest(db, team_id, member_id, now)
    return found[-1] if found and now - found[-1].at <= SAME_WITHIN else None


def may_change(record: Record, actor: MemberInfo) -> bool:
    """Own records: anyone; others': a lead."""
    return actor.id in (record.member_id, record.recorded_by) or actor.role >= Role.LEAD


def day_total(db: Db, team_id: int, member_id: int, day: dt.date) -> int:
    """What a member sold on a day, in minor units."""
    return (
        db.session.scalar(
            select(SaleTotal.amount).where(
                SaleTotal.team_id == team_id,
                SaleTotal.period == 0,
                SaleTotal.first == day,
                SaleTotal.member_id == member_id,
            )
        )
        or 0
    )


def owed_by(db: Db, team_id: int, member_id: int, amount: int, now: dt.datetime) -> Record | None:
    """The newest order of a member whose open balance is that amount, or the only open one."""
    numbers = db.session.scalars(
        select(Sale.number)
        .where(
            Sale.team_id == team_id,
            Sale.member_id == member_id,
            Sale.day >= (now - dt.timedelta(days=RECENT_DAYS * 3)).date(),
            Sale.received.is_not(None),
            ~select(_after.id).where(_after.corrects_id == Sale.id).exists(),
        )
        .order_by(Sale.id.desc())
    ).all()
    owing = [r for r in (entries.require(db, team_id, n) for n in numbers) if r.due > 0]
    exact = [record for record in owing if record.due == amount]
    if exact:
        return exact[0]
    return owing[0] if len(owing) == 1 and amount < owing[0].due else None


def settle_balance(db: Db, team: TeamInfo, record: Record, amount: int, by: By) -> int:
    """Book a balance that came in; returns what is still owed. Counts as a row of its own under
    «received».
    """
    due = record.due - amount
    details = {key: value for key, value in record.details.items() if key != "due"}
    if due:
        details["due"] = due
    received = (record.received or 0) + amount
    sales.correct(db, team, record, sales.as_new(record, received=received, details=details), by)
    if team.basis == "received":
        rest = NewSale(
            record.member_id,
            amount,
            0,
            team.day_of(by.at),
            type=entries.BALANCE,
            customer=record.customer,
            details={"balance_of": record.number},
        )
        sales.record(db, team, rest, by)
    return due


def refundable(db: Db, team_id: int, member_id: int, amount: int, now: dt.datetime) -> list[Record]:
    """The member's orders of exactly that amount that still count, newest first."""
    numbers = db.session.scalars(
        select(Sale.number)
        .where(
            Sale.team_id == team_id,
            Sale.member_id == member_id,
            Sale.day >= (now - dt.timedelta(days=RECENT_DAYS)).date(),
            Sale.type == entries.SALE,
            Sale.amount == amount,
            ~select(_after.id).where(_after.corrects_id == Sale.id).exists(),
        )
        .order_by(Sale.id.desc())
    ).all()
    return [entries.require(db, team_id, number) for number in numbers]


def take_stock(
    db: Db, actor: MemberInfo, day: dt.date, said: tuple[str, int | None], at: dt.datetime
) -> None:
    """Note goods that a member took in: (quantity with its unit, amount in minor units)."""
    db.session.add(
        StockEntry(
            team_id=actor.team_id,
            member_id=actor.id,
            day=day,
            quantity=said[0][:40],
            amount=said[1],
            at=at,
        )
    )


def hand_in(
    db: Db, actor: MemberInfo, day: dt.date, figures: dict[str, str], at: dt.datetime
) -> None:
    """Keep a member's daily report; a second one of the day replaces the first."""
    values = {"figures": json.dumps(figures, ensure_ascii=False), "at": at}
    db.session.execute(
        insert(DailyReport)
        .values(team_id=actor.team_id, member_id=actor.id, day=day, **values)
        .on_conflict_do_update(index_elements=["team_id", "member_id", "day"], set_=values)
    )


def first_number(db: Db, team_id: int, member_id: int, day: dt.date) -> int | None:
    """The number of a member's first order on a day that still counts."""
    return db.session.scalar(
        select(Sale.number)
        .where(
            Sale.team_id == team_id,
            Sale.day == day,
            Sale.member_id == member_id,
            Sale.type == entries.SALE,
            ~select(_after.id).where(_after.corrects_id == Sale.id).exists(),
        )
        .order_by(Sale.number + 0)
        .limit(1)
    )
