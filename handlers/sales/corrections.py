"""Taking back and correcting records: always new rows that point to the old ones."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from bot.kit import (
    Answer,
    Button,
    Card,
    Ctx,
    Delivery,
    RecordRef,
    Role,
    T,
    format_exact,
    format_short,
    t,
)
from bot.language.money import Amount, read_amount
from bot.language.reading import Kind
from handlers.sales.booking import by, goal, to_sale, what
from handlers.sales.routing import router
from handlers.sales.waiting import held_cards, is_held
from handlers.sales.words import reading_of
from models import entries, holding, records, sales
from models.entries import Record
from models.errors import Refusal
from models.messages import received_as
from models.rosters import roster
from models.sales import Booked, NewSale

# Without a number, «the last one» older than this is asked about first (product notes, B3 row 19).
SURE_WITHIN = dt.timedelta(hours=24)
_NUMBER = re.compile(r"[Ss](\d{1,9})\b")
_ARROW = re.compile(r"\s*(?:->|=>|→|➡️?|改成|改为|应该是|是)\s*")


@router.command("undo", "撤销", "撤回", "作废", "撤消", role=Role.MEMBER)
def undo(ctx: Ctx, record: RecordRef | None = None, *, reason: str = "") -> Answer:
    """Void a record, or all records of the actor's newest message."""
    if record is not None:
        found = [_require(ctx, each) for each in (record, *_further(reason))]
    elif reason:
        raise Refusal("sale-undo-what")
    elif ctx.incoming.quote is not None:
        found = _quoted(ctx)
    else:
        found = records.latest(ctx.db, ctx.team.id, ctx.actor.id, ctx.sent_at)
        if not found:
            raise Refusal("sale-nothing-to-undo")
        if ctx.sent_at - found[-1].at > SURE_WITHIN:
            return _sure(ctx, found[-1])
    booked = [sales.void(ctx.db, ctx.team, each, by(ctx)) for each in found]
    title = t(
        "sale-undone",
        numbers=tuple(f"#S{each.number}" for each in found),
        amount=format_exact(sum(each.said for each in found)),
    )
    card = Card(title, lines=(_after(ctx, booked[-1]),), delivery=Delivery.IMPORTANT)
    return [card, *_notices(ctx, found, "sale-undone-by")]


def _quoted(ctx: Ctx) -> list[Record]:
    """The records that a quoted message made, or that a quoted receipt is about; raises Refusal
    where there are none.
    """
    quote = ctx.incoming.quote
    head = quote.text.partition("\n")[0] if quote is not None else ""
    numbers = [int(digits) for digits in _NUMBER.findall(head)]
    source = _quoted_source(ctx)
    if source is not None:
        numbers = [
            record.number
            for record in entries.from_source(ctx.db, source)
            if record.state == entries.ACTIVE
        ]
    if not numbers:
        raise Refusal("sale-quoted-none")
    return [_require(ctx, RecordRef("S", number)) for number in dict.fromkeys(numbers)]


def _quoted_source(ctx: Ctx) -> int | None:
    """The received id of the quoted message, where people sent it."""
    here, quote = ctx.incoming, ctx.incoming.quote
    if quote is None or quote.message_id is None:
        return None
    return received_as(
        ctx.db, here.platform, here.account, chat=here.chat.id, message=quote.message_id
    )


def _further(words: str) -> list[RecordRef]:
    """The other numbers behind the first: `撤销 #S6 #S7`."""
    return [RecordRef("S", int(digits)) for digits in _NUMBER.findall(words)]


def _require(ctx: Ctx, record: RecordRef) -> Record:
    """The record if it is one of this team's sales and the actor may change it; raises Refusal."""
    if record.letter != "S":
        raise Refusal("sale-not-a-sale", number=record.number)
    found = entries.require(ctx.db, ctx.team.id, record.number)
    if not records.may_change(found, ctx.actor):
        able = roster(ctx.db, ctx.team.id).with_role(Role.LEAD)
        who = " ".join(f"@{member.name}" for member in able[:3])
        raise Refusal("sale-not-yours", number=found.number, who=who)
    last_month = (found.day.year, found.day.month) < (ctx.today.year, ctx.today.month)
    if last_month and ctx.actor.role < Role.MANAGER:
        able = roster(ctx.db, ctx.team.id).with_role(Role.MANAGER)
        who = " ".join(f"@{member.name}" for member in able[:3])
        raise Refusal("sale-old-month", number=found.number, who=who)
    return found


def _sure(ctx: Ctx, record: Record) -> Card:
    return Card(
        t(
            "sale-undo-sure",
            number=record.number,
            date=f"{record.day:%m-%d}",
            amount=format_exact(record.said),
        ),
        buttons=(
            Button(t("sale-button-void"), f"/undo S{record.number}"),
            Button(t("sale-button-keep"), "/dismiss keep"),
        ),
        question=True,
    )


def _after(ctx: Ctx, booked: Booked) -> T:
    return t(
        "sale-after",
        name=roster(ctx.db, ctx.team.id).name(booked.sale.member_id),
        day=format_short(booked.totals.day),
        month=format_short(booked.totals.month),
        goal=goal(ctx, booked),
    )


def _notices(ctx: Ctx, found: list[Record], key: str) -> list[Card]:
    """A private word to the owners of records that somebody else changed."""
    return [
        Card(
            t(key, who=ctx.actor.name, number=each.number, amount=format_exact(each.said)),
            to=each.member_id,
        )
        for each in found
        if each.member_id != ctx.actor.id
    ]


@router.command("fix", "更正", "改单", role=Role.MEMBER)
def fix(ctx: Ctx, record: RecordRef | None = None, *, words: str = "") -> Answer:
    """Correct a record, or the actor's newest one: `更正 #S27 1180`, `更正 #S27 面膜4盒 512`."""
    if not words:
        raise Refusal("sale-fix-what")
    if record is not None:
        found = _require(ctx, record)
    elif ctx.incoming.quote is not None:
        quoted = _quoted(ctx)
        if len(quoted) > 1:
            raise Refusal("sale-fix-which")
        found = quoted[0]
    else:
        newest = records.latest(ctx.db, ctx.team.id, ctx.actor.id, ctx.sent_at)
        if not newest:
            raise Refusal("sale-fix-which")
        found = _require(ctx, RecordRef("S", newest[-1].number))
    return corrected(ctx, found, _wanted(ctx, found, words))


def _wanted(ctx: Ctx, found: Record, words: str) -> NewSale:
    """The record's new content as the words say it; raises Refusal where they are unclear."""
    parts = _ARROW.split(words)
    amount = read_amount(parts[-1])
    if isinstance(amount, Amount):
        minor = -amount.minor if found.type == entries.REFUND else amount.minor
        return replace(holding.said(found), amount=minor)
    reading = reading_of(ctx, f"报单 {parts[-1]}")
    if reading.kind is not Kind.RECORD or len(reading.entries) != 1:
        raise Refusal("sale-fix-unclear", words=parts[-1][:40], number=found.number)
    entry = reading.entries[0]
    if entry.seller == ctx.actor.name:
        new = to_sale(ctx, entry)
        return replace(
            holding.said(found),
            amount=new.amount,
            orders=new.orders,
            items=new.items,
            details=new.details,
        )
    return to_sale(ctx, entry)


def corrected(ctx: Ctx, found: Record, wanted: NewSale) -> list[Card]:
    """Replace a record's content; returns the receipt and a word to its owner."""
    if holding.said(found) == wanted:
        return [Card(t("sale-fix-same", number=found.number, amount=format_exact(found.said)))]
    booked = holding.correct(ctx.db, ctx.team, found, wanted, by(ctx))
    notices = _notices(ctx, [found], "sale-fixed-by")
    if is_held(booked):
        return [*held_cards(ctx, booked, what(wanted)), *notices]
    month = booked.totals.month
    same_month = found.member_id == wanted.member_id and found.day.month == wanted.day.month
    before = month - wanted.amount + found.amount if same_month else month - wanted.amount
    card = Card(
        t(
            "sale-fixed",
            number=found.number,
            before=format_exact(found.said),
            after=format_exact(wanted.amount),
        ),
        lines=(
            t(
                "sale-fixed-month",
                before=format_short(before),
                after=format_short(month),
                goal=goal(ctx, booked),
            ),
        ),
        delivery=Delivery.IMPORTANT,
    )
    return [card, *notices]
