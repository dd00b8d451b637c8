"""Which orders are praised in the group: a newcomer's first, the first of the day, and big ones;
each once, at most so many a day, and never one that a lead has still to confirm.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import bindparam, func, select, update

from models import care, entries, experience_asking, reminders
from models.badge_tables import PRAISE_WAITING, Praise
from models.base import DAY_TEXT, MOMENT_NUMBER, insert, milliseconds
from models.db import Db
from models.entries import ACTIVE, SALE, Record
from models.experience_asking import AT_LEAST, WORTH_A_LOOK
from models.ledger import SaleTotal
from models.praise_plans import Plan
from models.praise_texts import OwnText, choose
from models.records import day_total
from models.rosters import roster
from models.sales import Booked, LedgerChange
from models.values import TeamInfo

JOB = "praise"
NEWCOMER, BIG, OPENING = "newcomer", "big", "opening"
# The best reason to say something comes first.
KINDS = (NEWCOMER, BIG, OPENING)
SAID, WAITING, DROPPED = "said", "waiting", "dropped"
# Texts that the catalog has for each kind.
CATALOG = 4
# What a whole night's good news is said with: one line, however many orders it names.
NIGHT = -99
# As many that were said are remembered when a text is chosen.
REMEMBERED = 40
# Records that the line about a night names.
NAMED = 6
_SHELF = "praise_opened"


@dataclass(frozen=True, slots=True)
class Candidate:
    """An order that is worth a word, and why."""

    booked: Booked
    kind: str


@dataclass(frozen=True, slots=True)
class Said:
    """Praise that is to be said now, with the text that was chosen for it; `amount` in minor units,
    `today` what the seller sold on that day.
    """

    kind: str
    member_id: int
    sale: int
    amount: int
    today: int
    products: tuple[tuple[str, int], ...]
    text: int


_C = SaleTotal.__table__.c
_OTHERS = (
    select(SaleTotal.member_id)
    .where(
        SaleTotal.team_id == bindparam("team"),
        SaleTotal.period == 0,
        bindparam("day", type_=DAY_TEXT) == _C.first,
        SaleTotal.member_id != bindparam("member"),
        SaleTotal.orders > 0,
    )
    .limit(1)
)
_P = Praise.__table__.c
_OF_DAY = select(func.count()).where(
    Praise.team_id == bindparam("team"),
    bindparam("day", type_=DAY_TEXT) == _P.day,
    Praise.state == SAID,
    Praise.text != 0,
)
# The same words for the same thing: after an order was taken back and reported again.
_SAME = (
    select(Praise.id)
    .where(
        Praise.team_id == bindparam("team"),
        bindparam("day", type_=DAY_TEXT) == _P.day,
        Praise.kind == bindparam("kind"),
        (Praise.kind == OPENING)
        | ((Praise.member_id == bindparam("member")) & (Praise.amount == bindparam("amount"))),
    )
    .limit(1)
)
_ADD = (
    insert(Praise)
    .values(
        team_id=bindparam("team"),
        day=bindparam("day", type_=DAY_TEXT),
        kind=bindparam("kind"),
        member_id=bindparam("member"),
        sale=bindparam("sale"),
        amount=bindparam("amount"),
        text=bindparam("words"),
        state=bindparam("state"),
        at=bindparam("at", type_=MOMENT_NUMBER),
    )
    .on_conflict_do_nothing(index_elements=["team_id", "sale"])
)
_USED_KIND = (
    select(Praise.text)
    .where(
        Praise.team_id == bindparam("team"),
        Praise.state == SAID,
        (Praise.text > 0) | (Praise.kind == bindparam("kind")),
    )
    .order_by(Praise.id.desc())
    .limit(REMEMBERED)
)


def candidate(
    db: Db, team: TeamInfo, plan: Plan, changes: Sequence[LedgerChange], today: dt.date
) -> Candidate | None:  # fmt: skip
    """The one order of a message that is worth a word most; ordinary orders ask the database
    nothing.
    """
    found: list[Candidate] = []
    if not plan.is_on:
        return None
    for change in changes:
        sale = change.after.sale
        is_new = change.before is None or change.before.type == entries.HELD
        if not is_new or sale.type != SALE or sale.orders <= 0 or sale.amount <= 0:
            continue
        kind = _kind(db, team, plan, change.after) if sale.day == today else None
        if kind is not None and sale.member_id not in roster(db, team.id).hidden:
            found.append(Candidate(change.after, kind))
    return min(found, key=lambda each: KINDS.index(each.kind), default=None)


def _kind(db: Db, team: TeamInfo, plan: Plan, booked: Booked) -> str | None:
    sale, totals = booked.sale, booked.totals
    if totals.ever_orders <= sale.orders:
        return NEWCOMER
    if plan.big_amount is not None and sale.amount >= plan.big_amount * sale.orders:
        return BIG
    before = totals.ever_orders - sale.orders
    # Twice the average of all time is known at once; the median is looked at only then.
    if before >= AT_LEAST and (
        sale.amount * totals.ever_orders >= WORTH_A_LOOK * totals.ever * sale.orders
    ):
        record = entries.require(db, team.id, booked.number)
        if record.state == ACTIVE and experience_asking.is_big(db, team, record):
            return BIG
    if totals.day_orders <= sale.orders and _opens(db, team.id, sale.member_id, sale.day):
        return OPENING
    return None


def _opens(db: Db, team_id: int, member_id: int, day: dt.date) -> bool:
    """Whether nobody else of the team had an order on a day."""
    shelf = db.memory.shelf(_SHELF)
    if shelf.get(team_id) == day:
        return False
    is_open = db.row(_OTHERS, team=team_id, day=day.isoformat(), member=member_id) is not None
    if is_open:
        shelf[team_id] = day
    return not is_open


def keep(
    db: Db, team: TeamInfo, plan: Plan, wanted: Candidate, *, now: dt.datetime, waits: bool,
    own: Sequence[OwnText],
) -> Said | None:  # fmt: skip
    """Note that an order is praised now, with the text for it; None where enough was said today,
    where it was said before, and where it has to wait: then it comes with the reminder.
    """
    sale, today = wanted.booked.sale, team.day_of(now)
    facts = {"kind": wanted.kind, "member": sale.member_id, "amount": sale.amount}
    if db.row(_SAME, team=team.id, day=today.isoformat(), **facts) is not None:
        return None
    if not waits and not has_room(db, plan, today):
        return None
    has_product = bool(sale.items)
    text = 0 if waits else _text(db, team.id, wanted.kind, own, has_product=has_product)
    state = WAITING if waits else SAID
    added = db.change(
        _ADD,
        team=team.id,
        day=today.isoformat(),
        sale=wanted.booked.number,
        words=text,
        state=state,
        at=milliseconds(now),
        **facts,
    )
    if not added:
        return None
    if waits:
        reminders.remind(db, team.id, JOB, team.id, at=care.after_quiet(team, now))
        return None
    products = tuple((item.product, item.quantity) for item in sale.items)
    day = wanted.booked.totals.day
    return Said(wanted.kind, sale.member_id, wanted.booked.number, sale.amount, day, products, text)


def has_room(db: Db, plan: Plan, day: dt.date) -> bool:
    """Whether less was said on a day than the team wants at most."""
    row = db.row(_OF_DAY, team=plan.team_id, day=day.isoformat())
    return plan.is_on and (row is None or row[0] < plan.per_day)


def _text(
    db: Db, team_id: int, kind: str, own: Sequence[OwnText], *, has_product: bool
) -> int:  # fmt: skip
    used = [row[0] for row in db.rows(_USED_KIND, team=team_id, kind=kind)]
    wanted = NEWCOMER if kind == NEWCOMER else ""
    able = [text for text in own if text.kind == wanted]
    return choose(able, CATALOG, used, has_product=has_product)


@dataclass(frozen=True, slots=True)
class Waited:
    """Praise that has waited, and the order as it is now."""

    id: int
    kind: str
    record: Record
    was_night: bool


def waited(db: Db, team: TeamInfo) -> list[Waited]:
    """The praise that waits and is still true, the oldest first; the other is dropped."""
    rows = db.session.scalars(
        select(Praise).where(Praise.team_id == team.id, PRAISE_WAITING).order_by(Praise.id)
    ).all()
    found = []
    hidden = roster(db, team.id).hidden
    for row in rows:
        record = entries.require(db, team.id, row.sale)
        is_true = record.state == ACTIVE and record.type == SALE and record.amount > 0
        if not is_true or record.member_id != row.member_id or record.member_id in hidden:
            row.state = DROPPED
            continue
        was_night = care.after_quiet(team, row.at) > row.at
        found.append(Waited(row.id, row.kind, record, was_night))
    db.flush()
    return found


def settle(db: Db, waiting: Sequence[Waited], state: str, day: dt.date, text: int = 0) -> None:
    """Note what became of praise that has waited: said on a day in one line, or dropped."""
    for n, each in enumerate(waiting):
        values = {"state": state, "day": day, "text": 0 if n else text}
        db.session.execute(update(Praise).where(Praise.id == each.id).values(**values))


def say_late(
    db: Db, team: TeamInfo, waiting: Waited, own: Sequence[OwnText], today: dt.date
) -> Said:  # fmt: skip
    """The text for praise that has waited for the group alone, noted as said."""
    record = waiting.record
    text = _text(db, team.id, waiting.kind, own, has_product=bool(record.items))
    settle(db, [waiting], SAID, today, text)
    return Said(
        waiting.kind,
        record.member_id,
        record.number,
        record.amount,
        day_total(db, team.id, record.member_id, record.day),
        tuple((item.product, item.quantity) for item in record.items),
        text,
    )
