"""`我的纪录`: the best order, day, week and month of one's own, and the longest streak."""

from __future__ import annotations

from bot.core import badge_words
from bot.kit import Answer, Card, Ctx, Role, T, format_short, t
from handlers.badges.routing import router
from models import bests
from models.best_spans import Best
from models.bests import STREAK


@router.command("records", "我的纪录", "个人纪录", "我的记录", role=Role.MEMBER, whole=True)
def records(ctx: Ctx) -> Answer:
    """Show one's own records; a sentence that begins with the words is silence."""
    found = ctx.commands.find(ctx.text)
    if found is None or (found.line.strip(" 。.!！") and not found.typed):
        return None
    best = bests.all_of(ctx.db, ctx.team, ctx.actor.id)
    if not best:
        return Card(t("badge-records-none", name=ctx.actor.name))
    return Card(t("badge-records", name=ctx.actor.name), tuple(map(_line, best)))


def _line(best: Best) -> T:
    value = str(best.value) if best.kind == STREAK else format_short(best.value)
    return t(
        "badge-best",
        kind=best.kind,
        value=value,
        date=badge_words.date(best.day),
        month=best.day.month,
        number=best.number,
    )
