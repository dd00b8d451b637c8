"""Questions about a goal that is not whole: for which period, of what, and in which unit."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.goal_words import target
from bot.kit import Button, Card, Ctx, Period, PeriodKind, Refusal, t
from bot.language.goal_terms import GoalWords
from models.goals import NewGoal
from models.prices import products
from models.values import Metric

# Words for a period behind a button, the most usual first.
_PERIODS = (("month", "本月"), ("week", "本周"), ("day", "今天"))
_LONG = (("month", "本月"), ("quarter", "本季"), ("year", "今年"))
# Products that one question offers.
OFFERED = 4


def ask_period(ctx: Ctx, words: GoalWords) -> Card:
    """The question for which period a number is meant."""
    said, figure = said_again(words), _plain(words)
    options = tuple(
        Button(t(f"goal-button-{kind}"), f"/goal {said} {word} {figure}", words=(word, word[-1]))
        for kind, word in (_LONG if words.metric is Metric.SHARE else _PERIODS)
    )
    return Card(
        t("goal-ask-period", target=target(_meant(ctx, words))), buttons=options, question=True
    )


def ask_unit(words: GoalWords) -> Card:
    """The question whether a small number counts money or orders."""
    count = (words.target or 0) // 100
    said = said_again(words)
    options = (
        Button(t("goal-orders", count=str(count)), f"/goal {said} {count}单"),
        Button(t("goal-yuan", count=count), f"/goal {said} {count}元"),
    )
    return Card(t("goal-ask-unit", count=count), buttons=options, question=True)


def products_by(ctx: Ctx, unit: str) -> list[str]:
    """The products that are counted in a unit, or all where none is; raises Refusal where there
    are none.
    """
    known = products(ctx.db, ctx.team.id)
    if not known:
        raise Refusal("goal-no-products")
    return [name for name, _, each in known if each == unit] or [row[0] for row in known]


def unit_of(ctx: Ctx, words: GoalWords) -> str:
    """The word for a piece; raises Refusal where the price list counts the product in another."""
    listed = {name: unit for name, _, unit in products(ctx.db, ctx.team.id)}.get(words.subject, "")
    if words.unit and listed and words.unit not in (listed, f"{listed}s", f"{listed}es"):
        raise Refusal("goal-other-unit", name=words.subject, unit=listed)
    return listed or words.unit


def ask_product(words: GoalWords, fitting: Sequence[str]) -> Card:
    """The question of which product the pieces are."""
    said = said_again(words)
    options = tuple(
        Button(t("goal-button-product", name=name), f"/goal {said} {name} {words.target}", (name,))
        for name in fitting[:OFFERED]
    )
    title = t("goal-ask-product", count=words.target or 0, unit=words.unit)
    return Card(title, buttons=options, question=True)


def _meant(ctx: Ctx, words: GoalWords) -> NewGoal:
    period = words.period or Period.of(PeriodKind.DAY, ctx.today)
    return NewGoal(None, words.metric, period, words.target or 0, "", words.subject, words.unit)


def said_again(words: GoalWords) -> str:
    """For whom, when and of what, in words that are read the same again."""
    whose = "团队" if words.is_team else words.who
    what = {Metric.SHARE: "份额", Metric.NEW: "新客", Metric.REPEAT: "复购"}.get(words.metric, "")
    return " ".join(filter(None, (whose, words.when, what, words.subject)))


def _plain(words: GoalWords) -> str:
    value = words.target or 0
    if words.metric is Metric.AMOUNT:
        return f"{value / 100:g}元"
    if words.metric is Metric.SHARE:
        return f"{value / 100:g}%"
    unit = {Metric.ORDERS: "单", Metric.QUANTITY: words.unit}.get(words.metric, "")
    return f"{value}{unit}"
