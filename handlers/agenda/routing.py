"""The router that all modules of this feature register with, and what they ask of a message."""

from __future__ import annotations

from bot.kit import Ctx, Expect, Refusal, Router
from models import meetings
from models.meeting_tables import Meeting

router = Router("agenda")


def quotable(row: Meeting) -> Expect:
    """What quoting a card about a meeting means: words for its minutes."""
    return Expect("minutes", row.id)


def line_of(ctx: Ctx) -> tuple[str, bool] | None:
    """What stands behind a command word and whether it was typed with a slash or pressed; None for
    words glued to it, which are talk.
    """
    called = ctx.commands.find(ctx.text)
    if called is None or (called.glued and not called.typed):
        return None
    return called.line.strip().lstrip(":：").strip(), called.typed or ctx.is_press


def here(ctx: Ctx, *, typed: bool) -> Meeting | None:
    """The meeting that runs and that this message belongs to: in a group only, else None; raises
    Refusal for a command that was surely meant.
    """
    row = meetings.running(ctx.db, ctx.team.id)
    if row is not None and ctx.chat.is_group:
        return row
    if typed:
        raise Refusal("agenda-only-in-group" if row is not None else "agenda-none-open")
    return None
