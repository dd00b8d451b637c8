"""A bare `确认`: it means what was asked or drafted last, whichever feature that is of."""

from __future__ import annotations

from dataclasses import replace

from bot.kit import Answer, Ctx, Role, Router
from models import drafts
from models.rosters import ACTIVE

router = Router("confirm")

_WORD, _ENGLISH = "确认", "confirm"
_EDGES = " \t\n。.!！~～"


@router.command("confirm_newest", _WORD, role=Role.MEMBER, whole=True, hidden=True)
def confirm(ctx: Ctx) -> Answer:
    """Confirm the draft that the actor touched last, unless a question that the word answers came
    after it; a quoted card says itself what is meant.
    """
    line = _meant(ctx, _WORD)
    return run(ctx, line) if line is not None else None


def read_english(ctx: Ctx) -> str | None:
    """The record that a bare «confirm» means."""
    return _meant(ctx, _ENGLISH)


@router.listen(read_english, role=Role.MEMBER)
def run(ctx: Ctx, record: str) -> Answer:
    """Confirm a draft by its record."""
    line = f"{_WORD} {record}"
    called = ctx.commands.find(line)
    if called is None:
        return None
    # Minutes that are not named are asked about once more where their draft is old.
    return called.command.run(replace(ctx, text=_WORD if record[0] == "M" else line))


def _meant(ctx: Ctx, word: str) -> str | None:
    if ctx.text.strip(_EDGES).lower() != word or ctx.incoming.quote is not None:
        return None
    found = drafts.newest(ctx.db, ctx.actor) if ctx.actor.state == ACTIVE else None
    if found is None or drafts.is_asked_later(
        ctx.db, ctx.chat.id, ctx.actor.id, word, than=found.at, now=ctx.sent_at
    ):
        return None
    return found.record
