"""The digest's lines about campaigns: how those that run stand, and which begin soon."""

from __future__ import annotations

from bot.core.campaign_words import sum_words
from bot.kit import T, t
from models.campaign_digest import CampaignFigures, RunningCampaign


def campaign_lines(figures: CampaignFigures | None) -> list[tuple[str, T]]:
    """Lines with the names by which they may be dropped; where there is no room the first one stays
    longest.
    """
    if figures is None:
        return []
    lines = [
        ("campaign" if not n else "campaigns", _line(each)) for n, each in enumerate(figures.shown)
    ]
    if figures.more:
        lines.append(("campaigns", t("campaign-digest-more", count=figures.more)))
    return lines


def _line(each: RunningCampaign) -> T:
    if each.wait:
        phase = t("campaign-phase-wait", days=each.wait)
        return t(
            "campaign-digest-coming", name=each.name, phase=phase, done=each.done, total=each.tasks
        )
    return t(
        "campaign-digest-running",
        name=each.name,
        phase=t("campaign-phase", day=each.day, days=each.days),
        sum=sum_words(each.target, amount=each.amount, orders=each.orders, reached=each.percent),
        done=each.done,
        total=each.tasks,
    )
