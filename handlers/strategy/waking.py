"""What strategies say by themselves: a word to the owner where something is late, and the end."""

from __future__ import annotations

from bot.kit import Answer, Card, MemberInfo, Role, WakeCtx, t
from handlers.strategy.routing import router
from handlers.strategy.words import effect_line, head
from models import plan_changes, reminders, strategies, strategy_times
from models.campaign_tables import Strategy
from models.care import after_quiet, may_nudge_at
from models.plan_changes import ACTIVE
from models.rosters import roster
from models.strategy_effects import effect
from models.task_changes import Doer


@router.reminder(strategy_times.NUDGE)
def nudges(ctx: WakeCtx) -> Answer:
    """Tell owners in private what is late, or that there is nothing to do yet; else nothing."""
    cards = []
    for wake in ctx.due:
        row = strategies.by_id(ctx.db, ctx.team.id, wake.subject)
        if row is None or row.state != ACTIVE:
            continue
        at = may_nudge_at(ctx.db, ctx.team, row.owner_id, ctx.now)
        if at > ctx.now:
            reminders.remind(ctx.db, ctx.team.id, strategy_times.NUDGE, row.id, at=at)
            continue
        strategy_times.arm_nudge(ctx.db, ctx.team, row, ctx.now)
        cards += _nudge(ctx, row)
    return cards


def _nudge(ctx: WakeCtx, row: Strategy) -> list[Card]:
    count = plan_changes.count_tasks(ctx.db, row, ctx.now)
    if count.total and not count.late:
        return []
    days = (row.last - ctx.team.day_of(ctx.now)).days + 1
    title = t(
        "strategy-nudge",
        head=head(row),
        days=days,
        done=count.done,
        total=count.total,
        late=count.late,
        number=row.number,
    )
    return [Card(title, to=row.owner_id)]


@router.reminder(strategy_times.END)
def ends(ctx: WakeCtx) -> Answer:
    """Tell the group what came of a strategy, once."""
    cards = []
    for wake in ctx.due:
        row = strategies.by_id(ctx.db, ctx.team.id, wake.subject)
        if row is None or row.state != ACTIVE:
            continue
        at = after_quiet(ctx.team, max(ctx.now, strategy_times.end_at(ctx.team, row)))
        if at > ctx.now:
            reminders.remind(ctx.db, ctx.team.id, strategy_times.END, row.id, at=at)
            continue
        nobody = MemberInfo(0, ctx.team.id, "", Role.GUEST)
        strategies.end(ctx.db, row, Doer(nobody, ctx.now))
        count = plan_changes.count_tasks(ctx.db, row, ctx.now)
        owner = roster(ctx.db, ctx.team.id).name(row.owner_id)
        title = t("strategy-ended", head=head(row), owner=owner)
        tasks = t("strategy-tasks", done=count.done, total=count.total)
        found = effect_line(effect(ctx.db, ctx.team, row, ctx.now), row)
        cards.append(Card(title, (tasks, found)))
    return cards
