"""The digest at its hour, and the preview of it."""

from __future__ import annotations

import json
from dataclasses import replace

from bot.kit import Answer, Card, Ctx, JobCtx, Role
from handlers.digests.cards import day_card, view_of
from handlers.digests.recipients import ids_in, recipients
from handlers.digests.routing import JOB, router
from models import schedules
from models.rosters import roster

_DIGEST = "日报"
_PREVIEW_WORDS = frozenset({"预览", "preview"})


@router.slot(JOB)
def daily_digest(ctx: JobCtx) -> list[Card]:
    """The day's digest for those who asked for it; names of people without sales only to leads."""
    without = ids_in(ctx.settings, "without")
    day = view_of(ctx.db, ctx.team, ctx.day, ctx.now, without=without)
    day = replace(day, mark="late" if ctx.late else "none", missed=ctx.missed)
    with_names, without_names = day_card(day, is_named=True), day_card(day, is_named=False)
    people = roster(ctx.db, ctx.team.id)
    cards = [
        (with_names if member.role >= Role.LEAD else without_names).with_(to=member.id)
        for member in recipients(people, ctx.settings)
    ]
    return [*cards, without_names] if ctx.settings.get("group") else cards


def read_preview(ctx: Ctx) -> bool | None:
    """Whether a message asks for a preview; None for a daily report that somebody hands in."""
    if not ctx.text.lstrip().startswith(_DIGEST):
        return None
    called = ctx.commands.find(ctx.text)
    return True if called is not None and called.line.strip() in _PREVIEW_WORDS else None


@router.command("digest", _DIGEST, role=Role.LEAD, whole=True)
def preview(ctx: Ctx) -> Answer:
    """Show the digest as it would be now, in the chat where it was asked for."""
    called = ctx.commands.find(ctx.text)
    line = called.line.strip() if called is not None else ""
    is_asked = line in _PREVIEW_WORDS or (not line and called is not None and called.typed)
    return show_preview(ctx, True) if is_asked else None


@router.listen(read_preview, role=Role.LEAD)
def show_preview(ctx: Ctx, _asked: bool) -> Card:
    """The digest as it would be now; the listener tells those who may not who can."""
    row = schedules.find(ctx.db, ctx.team.id, JOB)
    settings: dict[str, object] = json.loads(row.settings) if row is not None else {}
    day = view_of(ctx.db, ctx.team, ctx.today, ctx.now, without=ids_in(settings, "without"))
    return day_card(replace(day, mark="preview"), is_named=not ctx.chat.is_group).with_(
        silent=False
    )
