"""Looking at the ledger: lists with ids, one record's history, and what a text would book."""

from __future__ import annotations

import re

from bot.kit import (
    Answer,
    Card,
    Ctx,
    MemberInfo,
    Period,
    PeriodKind,
    RecordRef,
    Role,
    T,
    format_exact,
    format_short,
    t,
)
from bot.language.reading import Entry, Kind, Reading
from handlers.sales.booking import what
from handlers.sales.routing import router
from handlers.sales.words import asked_why, reading_of, refused_why
from models import entries
from models.entries import Record
from models.errors import Refusal
from models.rosters import Roster, roster

# Lines that fit a chat message with title and note (product notes, B1.12).
SHOWN = 12
_NUMBERED = re.compile(r"\s*#?[Ss](\d{1,9})(?:-\d{1,4})?\s*")


@router.command("ledger", "流水", "明细", role=Role.MEMBER)
def ledger(ctx: Ctx, who: MemberInfo | None = None, period: Period | None = None) -> Card:
    """List the records that count, newest first, with their ids; everybody's of
    today by default.
    """
    span = period or Period.of(PeriodKind.DAY, ctx.today)
    people = roster(ctx.db, ctx.team.id)
    member_id = who.id if who else None
    rows = entries.listed(ctx.db, ctx.team.id, span, member_id=member_id, limit=500)
    name = who.name if who else ""
    if not rows:
        return Card(t("sale-ledger-empty", name=f"{name} " if name else "", span=spoken(span)))
    title = t(
        "sale-ledger",
        name=f"{name} " if name else "",
        span=spoken(span),
        count=len(rows),
        total=format_short(sum(row.amount for row in rows)),
    )
    more = len(rows) - SHOWN
    note = t("sale-ledger-more", count=more) if more > 0 else None
    late = entries.late_numbers(ctx.db, ctx.team, rows[:SHOWN])
    shown = [
        _line(
            people,
            row,
            one_day=span.first == span.last,
            is_late=row.number in late,
            state=_state(ctx, row),
        )
        for row in rows[:SHOWN]
    ]
    return Card(title, tuple(shown), note=note)


def spoken(span: Period) -> str:
    """A period in few signs: 06-18, 2025-06, or both ends."""
    if span.first == span.last:
        return f"{span.first:%m-%d}"
    if span.kind is PeriodKind.MONTH:
        return f"{span.first:%Y-%m}"
    if span.kind is PeriodKind.YEAR:
        return f"{span.first:%Y}"
    if span.kind is PeriodKind.ALL:
        return "…"
    return f"{span.first:%m-%d}–{span.last:%m-%d}"


def _line(people: Roster, row: Record, *, one_day: bool, is_late: bool, state: str) -> T:
    return t(
        "sale-ledger-line",
        number=row.number,
        date="" if one_day else f"{row.day:%m-%d} ",
        name=people.name(row.member_id),
        what=what(row),
        amount=format_exact(row.said),
        state=state,
        late=int(is_late),
    )


def _state(ctx: Ctx, row: Record) -> str:
    """What there is to know of a record that counts, or waits for it; a lead's word is no
    correction.
    """
    if row.type == entries.HELD:
        return "held"
    if row.revision == 2:
        before = entries.history(ctx.db, ctx.team.id, row.number)[0]
        return "plain" if before.type == entries.HELD and before.said == row.said else "corrected"
    return "corrected" if row.revision > 1 else "plain"


def record_asked(ctx: Ctx) -> RecordRef | None:
    """The sale that a message consists of the number of: «#S27»."""
    match = _NUMBERED.fullmatch(ctx.text)
    return RecordRef("S", int(match[1])) if match else None


@router.listen(record_asked, role=Role.MEMBER)
def history(ctx: Ctx, record: RecordRef) -> Card:
    """Show one record's whole history, the first row first."""
    rows = entries.history(ctx.db, ctx.team.id, record.number)
    if not rows:
        raise Refusal("sale-not-found", number=record.number)
    people = roster(ctx.db, ctx.team.id)
    last = rows[-1]
    title = t(
        "sale-history",
        number=record.number,
        name=people.name(last.member_id),
        amount=format_exact(next(r.said for r in reversed(rows) if r.type != entries.VOID)),
        date=f"{last.day:%m-%d}",
        state=entries.HELD if last.type == entries.HELD else last.state,
        late=int(entries.is_late(ctx.team, last.day, rows[0].at)),
        what=what(rows[-2] if last.type == entries.VOID and len(rows) > 1 else last),
        customer=f" {last.customer}" if last.customer else "",
    )
    before = (None, *rows)
    steps = [_step(ctx, people, row, earlier) for row, earlier in zip(rows, before, strict=False)]
    return Card(title, lines=tuple(steps))


def _step(ctx: Ctx, people: Roster, row: Record, before: Record | None) -> T:
    kind = "first" if before is None else "void" if row.type == entries.VOID else "fixed"
    was_held = before is not None and before.type == entries.HELD
    if kind == "fixed" and was_held and before is not None and row.said == before.said:
        kind = "confirmed"
    return t(
        f"sale-step-{kind}",
        at=f"{row.at.astimezone(ctx.team.zone):%m-%d %H:%M}",
        by=people.name(row.recorded_by),
        amount=format_exact(row.said),
        held=int(row.type == entries.HELD),
    )


@router.command("try", "试算", role=Role.MEMBER, whole=True)
def trial(ctx: Ctx) -> Answer:
    """Say what a text would book, and why, without booking it."""
    _, _, text = ctx.text.strip().partition(" ")
    text = text or ctx.text.strip().removeprefix("/").removeprefix("试算").lstrip(":：\n")
    if not text.strip():
        raise Refusal("sale-try-what")
    reading = reading_of(ctx, text)
    return Card(
        t(f"sale-try-{reading.kind.value}"),
        lines=tuple(_would(entry) for entry in reading.entries),
        note=_why(reading),
    )


def _would(entry: Entry) -> T:
    return t(
        "sale-try-entry",
        seller=entry.seller,
        what="".join(f"{line.product}×{line.quantity} " for line in entry.lines),
        amount=format_exact(entry.amount),
        orders=entry.orders,
        date=f"{entry.date:%m-%d}",
        customer=f" {entry.customer}" if entry.customer else "",
    )


def _why(reading: Reading) -> T | None:
    if reading.kind is Kind.ASK:
        return asked_why(reading)
    if reading.kind is Kind.REFUSE:
        return refused_why(reading)
    if reading.kind is Kind.OTHER:
        return t(f"sale-try-topic-{reading.topic}")
    return None
