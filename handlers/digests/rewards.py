"""The digest's lines about rewards: in the group what was earned, to the managers what is owed."""

from __future__ import annotations

from bot.kit import T, format_short, t
from models.reward_digest import RewardFigures


def reward_lines(figures: RewardFigures | None, *, is_named: bool) -> list[tuple[str, T]]:
    """Lines with the names by which they may be dropped; sums that are owed are told to managers
    alone, in the group there are counts of what was earned.
    """
    if figures is None:
        return []
    lines = []
    if figures.earned:
        words = t(
            "reward-digest-earned", count=figures.earned, winners=figures.winners, days=figures.days
        )
        lines.append(("rewards_earned", words))
    if is_named and (figures.due or figures.waiting or figures.unconfirmed):
        words = t(
            "reward-digest-due",
            count=figures.due,
            amount=format_short(figures.due_amount),
            days=figures.oldest,
            waiting=figures.waiting,
            unconfirmed=figures.unconfirmed,
        )
        lines.append(("rewards_due", words))
    if is_named and figures.groundless:
        words = t("reward-digest-groundless", count=figures.groundless)
        lines.append(("rewards_groundless", words))
    return lines
