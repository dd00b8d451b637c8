"""接龙 lists of sales: every re-sent version is compared with the one before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from bot.kit import Answer, Button, Card, Ctx, Delivery, T, format_exact, format_short, t
from bot.language.reading import Entry, Reading
from handlers.sales.booking import by, to_sale
from models import chains
from models.entries import Record
from models.rosters import Roster, roster
from models.sales import NewSale

# Changes named in one receipt; a longer list is counted.
SHOWN = 6


def merge(ctx: Ctx, reading: Reading) -> Answer:
    """Book a list and say what changed; a version without changes gets silence."""
    chain = reading.chain
    if chain is None:
        return None
    people = roster(ctx.db, ctx.team.id)
    entries = [entry for _, found in chain.authors for entry in found]
    strangers = [
        name
        for name, found in chain.authors
        if reading.reason and not found and name not in people.names
    ]
    return merge_entries(ctx, chain.title, chain.date, entries, strangers=strangers)


def merge_entries(
    ctx: Ctx, title: str, day: dt.date, entries: Sequence[Entry], *, strangers: Sequence[str] = ()
) -> list[Card]:
    """Book the entries of a list, each for its author; the names of strangers are told."""
    people = roster(ctx.db, ctx.team.id)
    lines: dict[int, list[NewSale]] = {}
    for entry in entries:
        sale = to_sale(ctx, entry)
        lines.setdefault(sale.member_id, []).append(sale)
    where = chains.Where(ctx.chat.id, title, day)
    merged = chains.merge(ctx.db, ctx.team, where, list(lines.items()), by(ctx))
    cards = [_missing(people, record) for record in merged.gone]
    if merged.changes or strangers:
        cards.insert(0, _receipt(people, merged, strangers))
    return cards


def _receipt(people: Roster, merged: chains.Merged, strangers: Sequence[str]) -> Card:
    parts = tuple(_change(people, change) for change in merged.changes[:SHOWN])
    more = len(merged.changes) - SHOWN
    key = "sale-chain-first" if merged.version <= 1 else "sale-chain-update"
    return Card(
        t(key, count=len(merged.changes), total=format_exact(merged.total)),
        lines=(t("sale-chain-parts", parts=parts, more=max(more, 0)),) if parts else (),
        note=t("sale-chain-strangers", names=tuple(strangers)) if strangers else None,
        delivery=Delivery.IMPORTANT,
    )


def _change(people: Roster, change: chains.Change) -> T:
    name = people.name(change.member_id)
    after = format_short(change.after or 0)
    if change.before is None:
        return t("sale-chain-new", name=name, number=change.number, amount=after)
    before = format_short(change.before)
    return t("sale-chain-changed", name=name, number=change.number, before=before, after=after)


def _missing(people: Roster, record: Record) -> Card:
    """The question to the author of a line that is no longer in the list."""
    return Card(
        t(
            "sale-chain-missing",
            name=people.name(record.member_id),
            number=record.number,
            amount=format_short(record.said),
        ),
        buttons=(
            Button(t("sale-button-void"), f"/undo S{record.number}"),
            Button(t("sale-button-keep"), "/dismiss keep"),
        ),
        question=True,
        asks=record.member_id,
    )
