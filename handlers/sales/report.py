"""Reports of sales, by command and in plain words, and the questions about unclear ones."""

from __future__ import annotations

import re

from bot.kit import Answer, Button, Card, Ctx, Role, T, format_exact, format_short, t
from bot.language.money import Amount, read_amount
from bot.language.reading import Entry, Kind, Reading
from handlers.sales import chains
from handlers.sales.booking import book, by
from handlers.sales.packing import pack, unpack
from handlers.sales.routing import router
from handlers.sales.words import reading_of
from models import pending, records
from models.errors import Refusal
from models.people import roster

# Readings that other commands answer; here they are silence.
ELSEWHERE = frozenset({"goal", "chain", "fix"})
# Characters an answer to «how much?» may have.
LONGEST_ANSWER = 40
_FIGURE = re.compile(r"[0-9０-９一二两三四五六七八九十百千万]")


@router.command("sale", "报单", "补报", "退款", role=Role.MEMBER, whole=True)
def sale(ctx: Ctx) -> Answer:
    """Book what the line says; the words are a sentence, so the reader decides what they mean."""
    return answer(ctx, reading_of(ctx))


def in_plain_words(ctx: Ctx) -> Reading | None:
    """The reading of an ordinary message, if it is about a sale and the team lets the bot read
    along.
    """
    reading = reading_of(ctx)
    if reading.kind is Kind.NONE:
        amount = reading_of(ctx, f"报单 {ctx.text}") if _continues(ctx) else reading
        return None if amount.kind in (Kind.NONE, Kind.REFUSE) else amount
    if reading.kind is Kind.OTHER and reading.topic in ELSEWHERE:
        return None
    return reading if reading.explicit or ctx.team.auto_read else None


def _continues(ctx: Ctx) -> bool:
    """Whether a short message with a figure in it answers the open question how much it was."""
    if len(ctx.text) > LONGEST_ANSWER or not _FIGURE.search(ctx.text):
        return False
    return pending.amount_asked(ctx.db, ctx.team.id, ctx.actor.id, ctx.sent_at) is not None


@router.listen(in_plain_words, role=Role.MEMBER)
def overheard(ctx: Ctx, reading: Reading) -> Answer:
    """Book or ask about a sale that was told in plain words."""
    return answer(ctx, reading)


def answer(ctx: Ctx, reading: Reading) -> Answer:
    """The answer to a reading: a receipt, a question, a refusal, or silence."""
    if reading.kind is Kind.RECORD:
        return _record(ctx, reading)
    if reading.kind is Kind.ASK:
        return _ask(ctx, reading)
    if reading.kind is Kind.REFUSE:
        raise Refusal(f"sale-refuse-{reading.reason.replace('_', '-')}", **reading.details)
    if reading.kind is Kind.OTHER:
        return _other(ctx, reading)
    return None


def _record(ctx: Ctx, reading: Reading) -> Answer:
    if reading.chain is not None:
        return chains.merge(ctx, reading)
    pending.close_for(ctx.db, ctx.team.id, ctx.actor.id)
    if len(reading.entries) == 1 and not ctx.is_press:
        question = _same_again(ctx, reading.entries[0])
        if question is not None:
            return question
    notices = (*reading.notices, "masked") if ctx.masked else reading.notices
    return book(ctx, reading.entries, notices)


def _same_again(ctx: Ctx, entry: Entry) -> Card | None:
    """The question whether this is the order that was reported a moment ago."""
    found = roster(ctx.db, ctx.team.id).find(entry.seller)
    seller = ctx.actor.id if entry.seller == ctx.actor.name or found is None else found.id
    number = records.same_lately(ctx.db, ctx.team.id, seller, entry.amount, ctx.sent_at)
    if number is None:
        return None
    choice = pending.keep(ctx.db, _who(ctx), "same", pack(((entry,),)))
    return Card(
        t("sale-ask-same", number=number, amount=format_exact(entry.amount)),
        buttons=(
            Button(t("sale-button-same"), "/dismiss"),
            Button(t("sale-button-another"), f"/pick {choice} 1"),
        ),
        question=True,
    )


def _who(ctx: Ctx) -> pending.Asked:
    return pending.Asked(ctx.team.id, ctx.actor.id, ctx.source, ctx.sent_at)


def _ask(ctx: Ctx, reading: Reading) -> Answer:
    if reading.reason == "no_amount" and not reading.entries:
        return _ask_amount(ctx, reading)
    proposals = reading.proposals or ((reading.entries,) if reading.entries else ())
    title = t(f"sale-ask-{reading.reason.replace('_', '-')}", **reading.details)
    if not proposals:
        return Card(title)
    choice = pending.keep(ctx.db, _who(ctx), reading.reason, pack(proposals))
    buttons = tuple(
        Button(_proposal(ctx, entries), f"/pick {choice} {n}")
        for n, entries in enumerate(proposals, start=1)
    )
    return Card(
        title, buttons=(*buttons, Button(t("sale-button-neither"), "/dismiss")), question=True
    )


def _ask_amount(ctx: Ctx, reading: Reading) -> Answer:
    """«已开单» alone: the order of a moment ago, or the question how much it was."""
    latest = records.latest_within(ctx.db, ctx.team.id, ctx.actor.id, ctx.sent_at)
    if latest is not None and not reading.explicit:
        return Card(t("sale-already", number=latest.number, amount=format_exact(latest.amount)))
    pending.keep(ctx.db, _who(ctx), "no_amount", ())
    return Card(t("sale-ask-no-amount"))


def _proposal(ctx: Ctx, entries: tuple[Entry, ...]) -> T:
    parts = []
    for entry in entries:
        items = "".join(f"{line.product}×{line.quantity} " for line in entry.lines)
        parts.append(
            t(
                "sale-proposal",
                seller=f"{entry.seller} " if entry.seller != ctx.actor.name else "",
                what=items,
                amount=format_exact(entry.amount),
            )
        )
    return t("sale-proposals", parts=tuple(parts))


@router.command("pick", role=Role.MEMBER, hidden=True)
def pick(ctx: Ctx, choice: int, option: int) -> Answer:
    """Book the proposal that was chosen; each question is answered once, by the
    one who was asked.
    """
    kept, source = pending.take(ctx.db, choice, option, ctx.actor.id, ctx.sent_at)
    ctx.source = source or ctx.source
    return book(ctx, unpack(kept))


def _other(ctx: Ctx, reading: Reading) -> Answer:
    if reading.topic == "stock":
        return _stock(ctx, reading)
    if reading.topic == "report":
        return _report(ctx, reading)
    if reading.topic == "balance":
        return _balance(ctx, reading)
    if reading.topic == "undo":
        return ctx.commands.words["undo"].run(ctx)
    return None


def _stock(ctx: Ctx, reading: Reading) -> Card:
    """Goods taken in: noted for replenishment, on no board (legal limits, part C of the product
    notes).
    """
    said = reading.details
    amount = int(said["amount"]) if said.get("amount") else None
    quantity = said.get("quantity", "") + said.get("unit", "")
    records.take_stock(ctx.db, ctx.actor, ctx.today, (quantity, amount), ctx.sent_at)
    return Card(t("sale-stock", quantity=quantity))


def _report(ctx: Ctx, reading: Reading) -> Card:
    """A pasted daily report: handed in, compared with the ledger, never added to it."""
    records.hand_in(ctx.db, ctx.actor, ctx.today, dict(reading.details), ctx.sent_at)
    booked = records.day_total(ctx.db, ctx.team.id, ctx.actor.id, ctx.today)
    said = _said(reading)
    if said is None:
        return Card(t("sale-report"))
    gap = said - booked
    if gap == 0:
        return Card(t("sale-report-agrees", amount=format_short(booked)))
    return Card(
        t("sale-report-differs", said=format_short(said), booked=format_short(booked)),
        note=t(
            "sale-report-missing" if gap > 0 else "sale-report-over", gap=format_short(abs(gap))
        ),
    )


def _said(reading: Reading) -> int | None:
    """The sales that a report states, in minor units; None where it states none."""
    text = reading.details.get("amount", "")
    amount = read_amount(text)
    if isinstance(amount, Amount):
        return amount.minor
    return 0 if text.strip("0.") == "" and text else None


def _balance(ctx: Ctx, reading: Reading) -> Card:
    """A deposit's rest came in: it closes that order and is no new one."""
    amount = int(reading.details.get("amount", "0"))
    owed = records.owed_by(ctx.db, ctx.team.id, ctx.actor.id, amount, ctx.sent_at)
    if owed is None:
        return Card(t("sale-balance-unknown", amount=format_short(amount)))
    due = records.settle_balance(ctx.db, ctx.team, owed, amount, by(ctx))
    return Card(
        t(
            "sale-balance" if not due else "sale-balance-part",
            number=owed.number,
            amount=format_short(amount),
            due=format_short(due),
        )
    )
