"""The answer to a draft of rules: it starts from now on, or not at all."""

from __future__ import annotations

from bot.kit import Card, Ctx, Role, t
from handlers.rewards.reminding import arm
from handlers.rewards.routing import router
from handlers.rewards.words import money, rule_lines, since
from models import reward_rules
from models.rosters import roster


@router.command("reward_confirm", role=Role.MANAGER, hidden=True)
def confirm(ctx: Ctx, draft: int) -> Card:
    """Let proposed rules hold from now on."""
    found = reward_rules.by_id(ctx.db, ctx.team.id, draft)
    rules = reward_rules.confirm(ctx.db, ctx.actor, ctx.team, found, ctx.now)
    arm(ctx.db, ctx.team, ctx.now)
    payer = roster(ctx.db, ctx.team.id).name(rules.payer_id)
    lines = rule_lines(rules)
    if rules.budget is not None:
        lines.append(t("reward-budget", budget=money(rules.budget)))
    lines.append(t("reward-payer", name=payer))
    title = t("reward-started", version=rules.version, since=since(ctx, rules.start_at))
    return Card(title, tuple(lines), note=t("reward-started-note"))


@router.command("reward_drop", role=Role.MANAGER, hidden=True)
def drop(ctx: Ctx, draft: int) -> Card:
    """Give proposed rules up."""
    reward_rules.drop(ctx.db, ctx.actor, reward_rules.by_id(ctx.db, ctx.team.id, draft))
    before = reward_rules.current(ctx.db, ctx.team.id)
    return Card(t("reward-dropped", version=before.version if before is not None else 0))
