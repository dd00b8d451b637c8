"""Why an award: the rule with its version, and the records that it was made from."""

from __future__ import annotations

import datetime as dt

from bot.core.why_words import why_card
from bot.kit import Card, Ctx, T, format_short, t
from handlers.rewards.routing import router
from handlers.rewards.words import money, prized, rule, since, why
from models import award_steps, reward_evidence
from models.award_steps import prize
from models.db import Db
from models.reward_clauses import Reason
from models.reward_tables import Award
from models.rosters import roster
from models.values import Metric


@router.explain("R")
def explain(ctx: Ctx, number: int) -> Card:
    """The rule, the version and the records behind an award."""
    row = award_steps.require(ctx.db, ctx.team.id, number)
    title = t(
        "reward-why",
        number=row.number,
        name=roster(ctx.db, ctx.team.id).name(row.member_id),
        prize=prized(prize(row)),
        what=why(ctx.db, row),
        state=row.state,
    )
    formula = _formula(ctx, row)
    if row.rules_id is None:
        return Card(title, tuple(formula))
    found = reward_evidence.behind(ctx.db, row, ctx.now)
    return why_card(title, formula, found, ctx.team.zone)


def _formula(ctx: Ctx, row: Award) -> list[T]:
    found = reward_evidence.origin_of(ctx.db, row)
    lines = []
    if found is None:
        lines.append(t("reward-why-origin", origin=f"#{row.origin}"))
    else:
        rules, clause = found
        lines.append(
            t(
                "reward-why-rule",
                rule=rule(clause),
                version=rules.version,
                since=since(ctx, rules.start_at),
            )
        )
        reached = reward_evidence.measured(ctx.db, row)
        if reached is not None:
            is_money = clause.reason is Reason.SUM and clause.metric is Metric.AMOUNT
            shown = format_short(reached) if is_money else str(reached)
            lines.append(t("reward-why-reached", reached=shown))
        if row.part:
            lines.append(t("reward-why-part", amount=money(row.amount)))
    lines.append(_life(ctx.db, ctx, row))
    return lines


def _life(db: Db, ctx: Ctx, row: Award) -> T:
    """When it was made, handed out and received."""

    def local(moment: dt.datetime | None) -> str:
        return since(ctx, moment)

    return t(
        "reward-why-life",
        made=local(row.made_at),
        paid=local(row.paid_at),
        payer=roster(db, row.team_id).name(row.paid_by or row.payer_id),
        received=local(row.received_at),
        groundless=row.groundless,
        state=row.state,
    )
