"""A campaign's figures as members read them."""

from __future__ import annotations

from bot.core.cards import T, t
from bot.core.percent_words import percent
from models.values import format_short


def sum_words(target: int | None, *, amount: int, orders: int, reached: int) -> T:
    """The sum, with the target where there is one; amounts in minor units, `reached` in hundredths
    of a percent.
    """
    if target is None:
        return t("campaign-sum", amount=format_short(amount), orders=orders)
    return t(
        "campaign-sum-of",
        amount=format_short(amount),
        target=format_short(target),
        percent=percent(reached),
        reached=int(reached >= 10_000),
    )
