"""`为什么 K3`: what a campaign's numbers are made from."""

from __future__ import annotations

from bot.core.percent_words import percent
from bot.core.why_words import why_card
from bot.kit import Answer, Ctx, Refusal, T, format_short, t
from handlers.campaigns.naming import Call
from handlers.campaigns.routing import router
from handlers.campaigns.words import compared_fully, head, products, sum_of
from models import campaign_sales, campaigns
from models.campaign_figures import span_of, standing
from models.campaign_tables import Campaign


@router.explain("K")
def explain(ctx: Ctx, number: int) -> Answer:
    """The evidence of a campaign's sum."""
    return _explained(ctx, campaigns.require(ctx.db, ctx.team.id, number))


def why(ctx: Ctx, call: Call) -> Answer:
    """The same behind the campaign's name: `活动 618 为什么`."""
    return None if call.words else _explained(ctx, call.row)


def _explained(ctx: Ctx, row: Campaign) -> Answer:
    if row.first > ctx.today:
        raise Refusal("campaign-not-yet", name=row.name, day=f"{row.first:%m-%d}")
    at = standing(ctx.db, ctx.team, row, ctx.now)
    found = campaign_sales.proof(ctx.db, ctx.team.id, span_of(row), ctx.now)
    formula: list[T] = [
        t(
            "campaign-why-sum",
            first=f"{row.first:%Y-%m-%d}",
            last=f"{row.last:%m-%d}",
            amount=format_short(found.amount),
            orders=found.orders,
            products=products(row),
            split=int(bool(row.products)),
        )
    ]
    if row.target is not None:
        formula.append(
            t(
                "campaign-why-target",
                amount=format_short(found.amount),
                target=format_short(row.target),
                percent=percent(at.percent),
            )
        )
    if at.last_year is not None:
        same_hour = int(not at.is_over)
        formula.append(
            t("campaign-why-year", compared=compared_fully(at.last_year), same_hour=same_hour)
        )
    title = t("campaign-why", head=head(row), sum=sum_of(row, at))
    return why_card(title, formula, found, ctx.team.zone)
