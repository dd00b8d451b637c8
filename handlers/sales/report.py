"""Reports of sales, by command and in plain words, and the questions about unclear ones."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from bot.kit import Answer, Button, Card, Ctx, Role, T, format_exact, format_short, t
from bot.language.money import Amount, read_amount
from bot.language.reading import Entry, Kind, Reading
from handlers.sales import chains, refunds
from handlers.sales.booking import book, by
from handlers.sales.packing import pack, unpack
from handlers.sales.routing import router
from handlers.sales.words import asked_why, reading_of, refused_why
from models import entries, pending, records
from models.errors import Refusal
from models.rosters import roster

# Readings that other commands answer; here they are silence.
ELSEWHERE = frozenset({"goal", "chain", "fix"})
# Characters an answer to «how much?» may have.
LONGEST_ANSWER = 40
# No report is this long; one of which the reader makes nothing is asked about.
FLOOD = 500
_BACK = re.compile(r"\s*[/／]?(?:退|refund)", re.IGNORECASE)
_FIGURE = re.compile(r"[0-9０-９一二两三四五六七八九十百千万]")


@router.command("sale", "报单", "补报", "退款", role=Role.MEMBER, whole=True)
def sale(ctx: Ctx) -> Answer:
    """Book what the line says; the words are a sentence, so the reader decides what they mean."""
    reading = reading_of(ctx)
    if reading.kind is Kind.NONE and len(ctx.text) > FLOOD:
        return _flood(ctx)
    return answer(ctx, reading)


def _flood(ctx: Ctx) -> Answer:
    """The question about a report that is buried in a flood of text: its first words are asked."""
    head = reading_of(ctx, " ".join(ctx.text[:FLOOD].split()[:2]))
    if head.kind is not Kind.RECORD:
        return None
    return _question(ctx, head, (head.entries,), t("sale-ask-unsure"))


def in_plain_words(ctx: Ctx) -> Reading | None:
    """The reading of an ordinary message, if it is about a sale and the team lets the bot read
    along.
    """
    reading = reading_of(ctx)
    if reading.kind is Kind.NONE:
        return _continued(ctx)
    if reading.kind is Kind.OTHER and reading.topic in ELSEWHERE:
        return None
    return reading if reading.explicit or ctx.team.auto_read else None


def _continued(ctx: Ctx) -> Reading | None:
    """What a short message with a figure means as the answer to the open question how much it was:
    the words that were asked about together with the amount, or the amount alone.
    """
    if len(ctx.text) > LONGEST_ANSWER or not _FIGURE.search(ctx.text):
        return None
    words = pending.amount_asked(
        ctx.db, ctx.team.id, ctx.actor.id, chat_id=ctx.chat.id, now=ctx.sent_at
    )
    if words is None:
        return None
    readings = [reading_of(ctx, f"{head} {ctx.text}") for head in (words, "报单") if head]
    certain = [reading for reading in readings if reading.kind is Kind.RECORD]
    asked = [reading for reading in readings if reading.kind is Kind.ASK]
    return next(iter(certain + asked), None)


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
        why = refused_why(reading)
        raise Refusal(why.key, **reading.details)
    if reading.kind is Kind.OTHER:
        return _other(ctx, reading)
    return None


def _record(ctx: Ctx, reading: Reading) -> Answer:
    if reading.chain is not None:
        return chains.merge(ctx, reading)
    pending.close_for(ctx.db, ctx.team.id, ctx.actor.id)
    if len(reading.entries) == 1 and not ctx.is_press:
        if reading.entries[0].type == entries.REFUND:
            return _refund(ctx, reading)
        question = _same_again(ctx, reading.entries[0])
        if question is not None:
            return question
    return book(ctx, reading.entries, _notices(ctx, reading))


def _notices(ctx: Ctx, reading: Reading) -> tuple[str, ...]:
    return (*reading.notices, "masked") if ctx.masked else reading.notices


def _refund(ctx: Ctx, reading: Reading) -> Answer:
    """A refund of the order that it fits; where it fits several, or a loose word fits none, the
    question which.
    """
    choices = refunds.choices(ctx, reading.entries[0])
    loose = reading.kind is Kind.ASK
    if len(choices) == 1 or (not choices and not loose):
        entry = choices[0][1] if choices else reading.entries[0]
        return book(ctx, (entry,), _notices(ctx, reading))
    if not choices:
        return _question(ctx, reading, (reading.entries,), asked_why(reading))
    kept = pending.Kept(pack([(entry,) for _, entry in choices]))
    choice = pending.keep(ctx.db, _who(ctx), "refund", kept)
    buttons = [Button(label, f"/pick {choice} {n}") for n, (label, _) in enumerate(choices, 1)]
    neither = Button(t("sale-button-neither"), f"/pick {choice} 0")
    return Card(t("sale-ask-refund-which"), buttons=(*buttons, neither), question=True)


def _same_again(ctx: Ctx, entry: Entry) -> Card | None:
    """The question whether this is the order that was reported a moment ago."""
    # Of two people with one name, who speaks for himself is not asked which of them he is.
    is_own = entry.seller == ctx.actor.name
    found = None if is_own else roster(ctx.db, ctx.team.id).find(entry.seller)
    seller = ctx.actor.id if found is None else found.id
    number = records.same_lately(ctx.db, ctx.team.id, seller, entry.amount, ctx.sent_at)
    if number is None:
        return None
    choice = pending.keep(ctx.db, _who(ctx), "same", pending.Kept(pack(((entry,),))))
    return Card(
        t("sale-ask-same", number=number, amount=format_exact(entry.amount)),
        buttons=(
            Button(t("sale-button-same"), f"/pick {choice} 0"),
            Button(t("sale-button-another"), f"/pick {choice} 1"),
        ),
        question=True,
    )


def _who(ctx: Ctx) -> pending.Asked:
    return pending.Asked(ctx.team.id, ctx.actor.id, ctx.chat.id, ctx.source, ctx.sent_at)


def _ask(ctx: Ctx, reading: Reading) -> Answer:
    chain = reading.chain
    if chain is not None and reading.explicit and reading.reason == "unknown_member":
        return chains.merge(ctx, reading)
    if reading.reason == "no_amount" and not reading.entries:
        return _ask_amount(ctx, reading)
    if reading.reason == "refund_loose" and len(reading.entries) == 1:
        return _refund(ctx, reading)
    proposals = reading.proposals or ((reading.entries,) if reading.entries else ())
    if not proposals:
        return Card(asked_why(reading))
    by_list = reading.reason == "no_amount"
    return _question(
        ctx, reading, proposals, t("sale-ask-list-price") if by_list else asked_why(reading)
    )


def _question(ctx: Ctx, reading: Reading, proposals: Sequence[tuple[Entry, ...]], title: T) -> Card:
    """Proposals with numbers; they wait for ten minutes."""
    chain = reading.chain
    kept = pending.Kept(
        pack(proposals), _words(ctx), (chain.title, chain.date.isoformat()) if chain else None
    )
    choice = pending.keep(ctx.db, _who(ctx), reading.reason, kept)
    buttons = tuple(
        Button(_proposal(ctx, entries), f"/pick {choice} {n}")
        for n, entries in enumerate(proposals, start=1)
    )
    neither = Button(t("sale-button-neither"), f"/pick {choice} 0")
    return Card(title, buttons=(*buttons, neither), question=True)


def _words(ctx: Ctx) -> str:
    """The words of a short message, for the amount that may follow."""
    return ctx.text if len(ctx.text) <= LONGEST_ANSWER else ""


def _ask_amount(ctx: Ctx, reading: Reading) -> Answer:
    """«已开单» alone: the order of a moment ago, or the question how much it was."""
    latest = records.latest_within(ctx.db, ctx.team.id, ctx.actor.id, ctx.sent_at)
    if latest is not None and not reading.explicit:
        return Card(t("sale-already", number=latest.number, amount=format_exact(latest.amount)))
    pending.keep(ctx.db, _who(ctx), "no_amount", pending.Kept(words=_words(ctx)))
    is_refund = _BACK.match(ctx.text) is not None
    return Card(t("sale-ask-no-refund-amount" if is_refund else "sale-ask-no-amount"))


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
                date="" if entry.date == ctx.today else f" ({entry.date:%m-%d})",
            )
        )
    return t("sale-proposals", parts=tuple(parts))


@router.command("pick", role=Role.MEMBER, hidden=True)
def pick(ctx: Ctx, choice: int, option: int) -> Answer:
    """Book the proposal that was chosen, 0 for none; each question is answered once, by the one who
    was asked.
    """
    if option == 0:
        reason = pending.drop(ctx.db, choice, ctx.actor.id, ctx.sent_at)
        return Card(t("sale-dropped-same" if reason == "same" else "sale-dropped"))
    taken = pending.take(ctx.db, choice, option, ctx.actor.id, ctx.sent_at)
    ctx.source = taken.source or ctx.source
    found = unpack(taken.proposal)
    if taken.chain is not None:
        title, day = taken.chain
        return chains.merge_entries(ctx, title, dt.date.fromisoformat(day), found)
    return book(ctx, found)


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
