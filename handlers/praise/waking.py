"""Praise that has waited: for the morning, or for the group where it was reported in private."""

from __future__ import annotations

from collections.abc import Sequence

from bot.kit import Answer, Card, T, WakeCtx, format_short, t
from handlers.praise.routing import router
from handlers.praise.words import praise_line
from models import care, praise_texts, praises, reminders
from models.praise_plans import plan_of
from models.praises import JOB, NAMED, Waited
from models.rosters import roster


@router.reminder(JOB)
def say(ctx: WakeCtx) -> Answer:
    """Sum a night up in one line, and say what was reported in private, as far as there is room."""
    later = care.after_quiet(ctx.team, ctx.now)
    if later > ctx.now:
        reminders.remind(ctx.db, ctx.team.id, JOB, ctx.team.id, at=later)
        return None
    waiting = praises.waited(ctx.db, ctx.team)
    today = ctx.team.day_of(ctx.now)
    plan = plan_of(ctx.db, ctx.team, ctx.now)
    lines: list[T] = []
    night = [each for each in waiting if each.was_night]
    if night and plan.is_on:
        lines.append(_night(ctx, night))
        praises.settle(ctx.db, night, praises.SAID, today, praises.NIGHT)
    own = praise_texts.texts(ctx.db, ctx.team.id)
    people = roster(ctx.db, ctx.team.id)
    for each in waiting:
        if each.was_night and plan.is_on:
            continue
        if not praises.has_room(ctx.db, plan, today):
            praises.settle(ctx.db, [each], praises.DROPPED, today)
            continue
        said = praises.say_late(ctx.db, ctx.team, each, own, today)
        lines.append(praise_line(said, own, people))
    return Card(lines[0], tuple(lines[1:])) if lines else None


def _night(ctx: WakeCtx, night: Sequence[Waited]) -> T:
    """One line for all the good news of a night; a single one is told in a sentence."""
    people = roster(ctx.db, ctx.team.id)
    parts = tuple(
        t(
            "praise-night-one",
            name=people.name(each.record.member_id),
            kind=each.kind,
            amount=format_short(each.record.amount),
        )
        for each in night[:NAMED]
    )
    return t("praise-night", parts=parts, more=max(0, len(night) - NAMED))
