"""Who is away today and who will be."""

from __future__ import annotations

import re

from bot.kit import Answer, Card, Ctx, Role, t
from handlers.leave.routing import router
from handlers.leave.spans import span
from models import absences
from models.rosters import roster

SHOWN = 12
_ASKED = re.compile(
    r"\s*(?:请问)?(?:今天|明天|这周|本周)?有?谁(?:在|还在|今天|明天)?请假(?:了|呢|啊|中)?\s*[?？]*\s*"
    r"|\s*who(?:'s| is) (?:on leave|away|off)(?: today| tomorrow| this week)?\s*\??\s*",
    re.IGNORECASE,
)


def read_question(ctx: Ctx) -> bool | None:
    """Whether a message asks who is on leave, and nothing else."""
    return True if _ASKED.fullmatch(ctx.text) else None


@router.command("leaves", "谁请假", role=Role.MEMBER, whole=True)
def asked(ctx: Ctx) -> Answer:
    """List who is away; a sentence that begins with the words is silence."""
    called = ctx.commands.find(ctx.text)
    is_asked = read_question(ctx) or (called is not None and called.typed)
    return show(ctx) if is_asked else None


@router.listen(read_question, role=Role.MEMBER)
def answer(ctx: Ctx, _asked: bool) -> Card:
    """Answer the question in plain words."""
    return show(ctx)


def show(ctx: Ctx) -> Card:
    """Who is away today, and who will be, without the reasons."""
    today = ctx.local.date()
    found = absences.absences(ctx.db, ctx.team, today)
    if not found:
        return Card(t("leave-nobody"))
    people = roster(ctx.db, ctx.team.id)
    lines = [
        t(
            "leave-line",
            name=people.name(each.member_id),
            now="yes" if each.holds(today) else "no",
            span=span(each.first, each.last, ctx.local),
        )
        for each in sorted(found, key=lambda each: not each.holds(today))[:SHOWN]
    ]
    more = len(found) - len(lines)
    if more:
        lines.append(t("leave-more", count=more))
    away = sum(each.holds(today) for each in found)
    return Card(t("leave-list", count=away), tuple(lines))
