"""What happens to a record when its message is edited or recalled."""

from __future__ import annotations

from bot.kit import Answer, Button, Card, Ctx, format_exact, t
from bot.language.reading import Kind
from handlers.sales.booking import book, by, to_sale
from handlers.sales.corrections import corrected
from handlers.sales.routing import router
from handlers.sales.words import reading_of
from models import entries, holding, sales
from models.entries import Record
from models.errors import Refusal
from models.rosters import roster
from models.values import Role


@router.on("edit")
def edited(ctx: Ctx) -> Answer:
    """An edited message corrects the records it made; one that made none is read anew."""
    found = [r for r in entries.from_source(ctx.db, ctx.source) if r.state == entries.ACTIVE]
    if not found:
        return None
    _refuse_old_month(ctx, found)
    reading = reading_of(ctx)
    if reading.kind is not Kind.RECORD:
        return _void_question(ctx, found, "sale-edit-unclear")
    cards: list[Card] = []
    for record, entry in zip(found, reading.entries, strict=False):
        wanted = to_sale(ctx, entry)
        if holding.said(record) != wanted:
            cards += corrected(ctx, record, wanted)
    for record in found[len(reading.entries) :]:
        sales.void(ctx.db, ctx.team, record, by(ctx))
        cards.append(Card(t("sale-edit-void", number=record.number)))
    added = reading.entries[len(found) :]
    if added:
        cards += book(ctx, added)
    return cards


@router.on("recall")
def recalled(ctx: Ctx) -> Answer:
    """A recalled message asks whether its records are to be void; never a silent guess."""
    found = [r for r in entries.from_source(ctx.db, ctx.source) if r.state == entries.ACTIVE]
    return _void_question(ctx, found, "sale-recalled") if found else None


def _void_question(ctx: Ctx, found: list[Record], key: str) -> Card:
    numbers = tuple(f"#S{each.number}" for each in found)
    amount = format_exact(sum(each.said for each in found))
    line = " ".join(f"S{each.number}" for each in found)
    return Card(
        t(key, numbers=numbers, amount=amount),
        buttons=(
            Button(t("sale-button-void"), f"/undo {line}"),
            Button(t("sale-button-keep"), "/dismiss keep"),
        ),
        question=True,
    )


def _refuse_old_month(ctx: Ctx, found: list[Record]) -> None:
    """An edit of last month's sale needs a manager's yes (reliability §6, 68)."""
    day = found[0].day
    if (day.year, day.month) >= (ctx.today.year, ctx.today.month) or ctx.actor.role >= Role.MANAGER:
        return
    able = roster(ctx.db, ctx.team.id).with_role(Role.MANAGER)
    who = " ".join(f"@{member.name}" for member in able[:3])
    raise Refusal("sale-old-month", number=found[0].number, who=who)
