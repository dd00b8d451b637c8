"""`为什么 ST2`: what a strategy's effect is made from."""

from __future__ import annotations

from bot.core.percent_words import signed
from bot.core.why_words import why_card
from bot.kit import Answer, Ctx, T, format_short, t
from handlers.strategy.routing import router
from handlers.strategy.words import amount, effect_line, head, measure
from models import strategies
from models.campaign_tables import Strategy
from models.measures import Measure
from models.strategy_effects import Effect, proof
from models.values import Metric


@router.explain("ST")
def explain(ctx: Ctx, number: int) -> Answer:
    """The evidence of a strategy's effect."""
    return explained(ctx, strategies.require(ctx.db, ctx.team.id, number))


def explained(ctx: Ctx, row: Strategy) -> Answer:
    """The effect with its arithmetic and the ledger's rows of its days."""
    effect, found = proof(ctx.db, ctx.team, row, ctx.now)
    title = t("strategy-why", head=head(row))
    formula = [effect_line(effect, row), *(_formula(effect) if effect is not None else ())]
    return why_card(title, formula, found, ctx.team.zone)


def _formula(effect: Effect) -> list[T]:
    """The two sums, their days, and the change."""
    lines = []
    for name, span, value in (
        ("during", effect.during, effect.reached),
        ("before", effect.before, effect.reached_before),
    ):
        lines.append(
            t(
                "strategy-why-sum",
                when=name,
                measure=measure(effect.measure),
                first=f"{span.first:%Y-%m-%d}",
                last=f"{span.last:%m-%d}",
                sum=_sum(effect.measure, value),
                days=span.days,
                average=amount(effect.measure, effect.per_day(value)),
            )
        )
    if effect.change is not None:
        lines.append(t("strategy-why-change", change=signed(effect.change)))
    return lines


def _sum(found: Measure, value: int) -> T:
    if found.metric is Metric.AMOUNT:
        return t("strategy-yuan", amount=format_short(value))
    return t("strategy-count", metric=found.metric.value, count=f"{value:,}")
