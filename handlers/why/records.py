"""Why a sale counts, or does not, and from when."""

from __future__ import annotations

from itertools import pairwise

from bot.kit import Card, Ctx, Refusal, Role, T, format_exact, t
from handlers.why.routing import router
from models import counting, entries, holding
from models.entries import Record
from models.rosters import Roster, roster


@router.explain("S")
def explain_sale(ctx: Ctx, number: int) -> Card:
    """Say what of a record counts, for which day, by whose word, and which rows do not."""
    rows = entries.history(ctx.db, ctx.team.id, number)
    if not rows:
        raise Refusal("sale-not-found", number=number)
    people = roster(ctx.db, ctx.team.id)
    last = rows[-1]
    may_see = ctx.actor.id == last.member_id or ctx.actor.role >= Role.LEAD
    if last.member_id in people.hidden and not may_see:
        raise Refusal("board-hidden", name=people.name(last.member_id))
    lines = [_verdict(ctx, people, rows)]
    if entries.is_late(ctx.team, last.day, rows[0].at):
        sent = rows[0].at.astimezone(ctx.team.zone)
        lines.append(t("why-sale-late", sent=f"{sent:%m-%d %H:%M}", date=f"{last.day:%m-%d}"))
    lines += [
        _left_out(row, after, people) for row, after in pairwise(rows) if after.type != entries.VOID
    ]
    snapshot = counting.digest(
        [[row.revision, row.type, row.member_id, row.amount, row.day.isoformat()] for row in rows]
    )
    as_of = ctx.now.astimezone(ctx.team.zone)
    return Card(
        t(
            "why-sale",
            number=number,
            name=people.name(last.member_id),
            amount=format_exact(_said(rows)),
            date=f"{last.day:%m-%d}",
        ),
        tuple(lines),
        note=t("why-note", time=f"{as_of:%m-%d %H:%M}", snapshot=snapshot),
    )


def _said(rows: list[Record]) -> int:
    return next((row.said for row in reversed(rows) if row.type != entries.VOID), 0)


def _verdict(ctx: Ctx, people: Roster, rows: list[Record]) -> T:
    """Whether the record counts."""
    last = rows[-1]
    if last.type == entries.VOID:
        return t("why-sale-void", by=people.name(last.recorded_by))
    if last.type == entries.HELD:
        able = holding.deciders(ctx.db, ctx.team.id, last.member_id)[: holding.ASKED]
        return t("why-sale-held", who=tuple(f"@{member.name}" for member in able))
    return t(
        "why-sale-counts",
        amount=format_exact(last.amount),
        orders=last.orders,
        date=f"{last.day:%m-%d}",
    )


def _left_out(row: Record, after: Record, people: Roster) -> T:
    """A row that a later one stands for."""
    return t(
        "why-sale-replaced",
        row=f"S{row.number}" if row.revision == 1 else f"S{row.number}-{row.revision}",
        amount=format_exact(row.said),
        by=people.name(after.recorded_by),
        held=int(row.type == entries.HELD),
    )
