"""`负载`: how much everybody has in hand."""

from __future__ import annotations

from bot.core.due_words import moment
from bot.kit import Answer, Card, Ctx, MemberInfo, Refusal, Role, T, t
from handlers.matching.reasons import joined, task_words
from handlers.matching.routing import named, router, words_of
from models import workloads
from models.tasks import open_of
from models.workloads import Load

# Lines in one message.
SHOWN = 12


@router.command("load", "负载", role=Role.MEMBER, whole=True)
def load(ctx: Ctx) -> Answer:
    """Show what the team, or one member, has to do."""
    words, typed, glued = words_of(ctx)
    if not words:
        return None if glued else _team(ctx)
    member, others = named(ctx, words)
    if others:
        if typed:
            raise Refusal("matching-load-unclear", word=others[0][:20])
        return None
    return _one(ctx, member or ctx.actor)


def _team(ctx: Ctx) -> Card:
    found = workloads.loads(ctx.db, ctx.team, workloads.workers(ctx.db, ctx.team), ctx.now)
    lines = tuple(_line(ctx, each) for each in found[:SHOWN])
    title = t("matching-loads", count=sum(each.open for each in found))
    more = len(found) - SHOWN
    return Card(title, lines=lines, note=t("matching-loads-more", count=more) if more > 0 else None)


def _line(ctx: Ctx, load: Load) -> T:
    numbers = {"open": load.open, "capacity": load.capacity}
    parts = [t("matching-load-line", name=load.member.name, **numbers)]
    return joined(parts + _facts(ctx, load))


def _facts(ctx: Ctx, load: Load) -> list[T]:
    """What else there is to know; what falls short is told to leads and to oneself in private."""
    parts = []
    if load.offered:
        parts.append(t("matching-load-offered", count=load.offered))
    if load.due_this_week:
        parts.append(t("matching-load-due", count=load.due_this_week))
    if _may_see_shortfalls(ctx, load.member):
        if load.overdue:
            parts.append(t("matching-load-overdue", count=load.overdue))
        if load.is_over:
            parts.append(t("matching-load-over"))
    if load.back is not None:
        local = ctx.now.astimezone(ctx.team.zone)
        parts.append(t("matching-load-away", day=moment(load.back, local)))
    return parts


def _may_see_shortfalls(ctx: Ctx, member: MemberInfo) -> bool:
    if ctx.chat.is_group:
        return False
    return ctx.actor.role >= Role.LEAD or member.id == ctx.actor.id


def _one(ctx: Ctx, member: MemberInfo) -> Card:
    found = workloads.loads(ctx.db, ctx.team, [member], ctx.now)[0]
    tasks = open_of(ctx.db, ctx.team.id, member.id)
    more = len(tasks) - SHOWN
    note = t("matching-load-more-tasks", count=more) if more > 0 else None
    return Card(
        _line(ctx, found),
        tuple(t("matching-task-line", task=task_words(ctx, each)) for each in tasks[:SHOWN]),
        note,
    )
