"""Which order a refund takes back."""

from __future__ import annotations

from dataclasses import replace

from bot.kit import Ctx, T, format_exact, t
from bot.language.reading import Entry
from handlers.sales.booking import seller_id, what
from models import records
from models.entries import Record

# Orders that a question names; the newest are the likeliest.
SHOWN = 6


def choices(ctx: Ctx, entry: Entry) -> list[tuple[T, Entry]]:
    """The seller's orders that a refund may be of, in words, each with the refund that says so."""
    member_id = seller_id(ctx, entry.seller)
    found = records.refundable(ctx.db, ctx.team.id, member_id, -entry.amount, ctx.sent_at)
    alike = [record for record in found if _fits(record, entry)]
    return [(_label(record), _of(record, entry)) for record in (alike or found)[:SHOWN]]


def _fits(record: Record, entry: Entry) -> bool:
    """Whether an order has the products and the customer that the refund names."""
    products = {line.product for line in entry.lines}
    if products and products != {item.product for item in record.items}:
        return False
    return entry.customer is None or entry.customer == record.customer


def _label(record: Record) -> T:
    return t(
        "sale-refund-choice",
        number=record.number,
        date=f"{record.day:%m-%d}",
        what=what(record),
        amount=format_exact(record.amount),
        customer=f" {record.customer}" if record.customer else "",
    )


def _of(record: Record, entry: Entry) -> Entry:
    """The refund with the number of its order in the note."""
    note = f"{entry.note} #S{record.number}".strip()
    return replace(entry, note=note, customer=entry.customer or record.customer)
