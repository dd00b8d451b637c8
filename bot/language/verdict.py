"""What is to be done about a message that speaks of a sale: book, ask, refuse or stay silent."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from bot.language.buyers import Buyer
from bot.language.dated import Dated
from bot.language.money import REFUSED
from bot.language.people import Credit
from bot.language.reading import SILENCE, Entry, Kind, Reading
from bot.language.totals import Deal, Figures
from bot.language.triggers import Level, Trigger

# More words than this around a trigger are a story, in which a number may be anything.
_LONG_STORY = 18
_STORY = 12
# So many letters beside the trigger itself leave it open who sold what.
_CLOSE = 3
_FAR = 6
_MUCH_TALK = 6
# Half a million is rather a team's result than one member's sale.
_LARGE = 50_000_000


@dataclass(frozen=True, slots=True)
class Parts:
    """Everything that was found in a message that speaks of a sale."""

    trigger: Trigger
    credit: Credit
    dated: Dated
    buyer: Buyer
    figures: Figures
    talk: int
    close: int
    note: str


def decide(parts: Parts, today: dt.date, sender: str) -> Reading:
    """Books, asks, refuses or stays silent."""
    figures, trigger = parts.figures, parts.trigger
    command = trigger.level is Level.COMMAND
    if _is_chat(parts):
        return SILENCE
    reason = figures.reason
    if command and reason in REFUSED:
        return Reading(Kind.REFUSE, reason=str(reason), details=figures.details, explicit=True)
    reason = _reason(parts)
    proposals = tuple(
        _entries(deals, parts) for deals in figures.choices or (figures.deals,) if deals
    )
    entries = proposals[0] if proposals else ()
    notices = _notices(parts, entries, today, sender)
    if not reason and entries:
        return Reading(Kind.RECORD, entries, explicit=command, notices=notices)
    if parts.credit.reason in ("unknown_member", "two_members") or parts.dated.reason == "bad_date":
        entries, proposals = (), ()
    return Reading(
        Kind.ASK,
        entries,
        reason=reason or "no_amount",
        details=_details(parts, reason),
        proposals=proposals,
        explicit=command,
        notices=notices,
    )


def _is_chat(parts: Parts) -> bool:
    """Whether a message with a trigger is ordinary chat all the same."""
    figures, trigger = parts.figures, parts.trigger
    goods = any(token.kind in "PQ" for token in figures.left) or bool(figures.lines)
    worth = bool(figures.deals or figures.choices)
    if trigger.level is Level.COMMAND:
        if worth or figures.reason not in ("no_amount", "no_price"):
            return parts.talk > 3 * _LONG_STORY
        if trigger.reason == "not_done":
            return True
        return not goods and parts.talk > _MUCH_TALK
    if parts.dated.reason == "future_date" or figures.reason == "zero":
        return True
    if parts.close > _FAR or (figures.reason and not trigger.reason and parts.close > _CLOSE - 1):
        return True
    if trigger.reason == "loose_product":
        return not figures.lines or parts.talk > 2 * _MUCH_TALK
    if worth:
        return parts.talk > 2 * _LONG_STORY
    if figures.reason in ("no_amount", "no_price"):
        if trigger.level is Level.TRIGGER:
            return parts.talk > (3 if not goods else _MUCH_TALK)
        return not (goods and figures.lines)
    if trigger.level is Level.SOFT and figures.reason in ("points", "currency"):
        return trigger.reason != "near_miss"
    return parts.talk > _LONG_STORY


def _reason(parts: Parts) -> str:
    trigger = parts.trigger
    reason = (
        parts.credit.reason
        or (parts.dated.reason if parts.dated.reason != "old_date" else "")
        or (trigger.reason if trigger.reason != "loose_product" else "")
        or str(parts.figures.reason)
        or parts.dated.reason
    )
    if reason:
        return reason
    if trigger.level is Level.SOFT:
        return trigger.reason or ("refund_loose" if trigger.refund else "soft")
    if not trigger.sure and parts.close > _CLOSE:
        return "long_story"
    if trigger.level is Level.TRIGGER:
        if parts.close > _CLOSE or parts.talk > _STORY:
            return "long_story"
        if any(deal.amount >= _LARGE for deal in parts.figures.deals):
            return "large"
    return ""


def _details(parts: Parts, reason: str) -> dict[str, str]:
    if reason in ("unknown_member", "two_members", "third_person"):
        return {"name": parts.credit.name}
    if reason == "split_not_100":
        return {"total": parts.credit.name}
    if reason in ("bad_date", "future_date", "old_date", "date_or_amount"):
        return {"text": parts.dated.text}
    return dict(parts.figures.details)


def _notices(
    parts: Parts, entries: tuple[Entry, ...], today: dt.date, sender: str
) -> tuple[str, ...]:
    found = (
        (parts.trigger.notice, bool(parts.trigger.notice)),
        ("discount", any(entry.discount for entry in entries)),
        ("late", parts.dated.day < today),
        ("deposit", any(entry.received is not None for entry in entries)),
        ("for_other", any(entry.seller != sender for entry in entries)),
    )
    return tuple(name for name, holds in found if holds)


def _entries(deals: tuple[Deal, ...], parts: Parts) -> tuple[Entry, ...]:
    """Deals as rows of the ledger, split between those who share them."""
    shares = parts.credit.shares
    rows: list[Entry] = []
    for deal in deals:
        if not parts.credit.shares:
            rows.append(_entry(deal, deal.amount, parts.credit.seller, parts))
            continue
        amounts = split_amount(deal.amount, [share for _, share in shares])
        for place, ((seller, share), amount) in enumerate(zip(shares, amounts, strict=True)):
            row = _entry(deal, amount, seller, parts)
            row = replace(row, share=int(share))
            # One of the sharers carries the order and its goods, so that sums stay right.
            rows.append(row if place == 0 else replace(row, orders=0, lines=()))
    return tuple(rows)


def _entry(deal: Deal, amount: int, seller: str, parts: Parts) -> Entry:
    refund = parts.trigger.refund
    lines = deal.lines
    if refund:
        lines = tuple(replace(line, quantity=-line.quantity) for line in lines)
    member = parts.credit.name if parts.credit.loose and parts.credit.name else seller
    return Entry(
        type="refund" if refund else "sale",
        seller=member,
        amount=-amount if refund else amount,
        orders=deal.orders,
        date=parts.dated.day,
        lines=lines,
        customer=parts.buyer.customer,
        channel=parts.buyer.channel,
        repeat=parts.buyer.repeat,
        note=parts.note,
        discount=deal.discount,
        received=deal.received,
        due=deal.due,
        due_on=parts.dated.due_on,
    )


def split_amount(amount: int, shares: Sequence[Fraction]) -> list[int]:
    """Parts of an amount by shares in percent; the first takes the odd cents."""
    parts = [int(amount * share / 100) for share in shares]
    if sum(shares) == 100:
        parts[0] += amount - sum(parts)
    return parts
