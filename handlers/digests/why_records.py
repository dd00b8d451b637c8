"""Why products, customers, corrections and tasks are counted in a digest as they are."""

from __future__ import annotations

from bot.kit import Card, Refusal, format_short, t
from handlers.digests.questions import Question
from handlers.digests.topics import Topic
from models import pending as waiting
from models import span_rows, team_work
from models.values import Metric

# Tasks that are named.
TASKS = 12


def product(question: Question) -> Card:
    """The pieces of a product, of the first one where none is named."""
    ctx, period, position = question.ctx, question.period, question.subject.position
    mix = span_rows.mix(ctx.db, ctx.team.id, period, until=position)
    if not mix.products:
        raise Refusal("period-why-none")
    name = question.asked.product or mix.products[0][0]
    pieces = dict(mix.products)[name]
    ids = span_rows.of_product(ctx.db, ctx.team.id, period, name, until=position)
    share = round(pieces * 100 / mix.pieces)
    what = t("period-product", product=name, pieces=pieces, percent=share)
    how = t("period-why-product", pieces=pieces, all=mix.pieces)
    return question.card(what, [how], question.evidence(lambda row: row.id in ids))


def customers(question: Question) -> Card:
    """The orders of new or of returning customers."""
    ctx = question.ctx
    kind = Metric.NEW if question.asked.topic is Topic.NEW else Metric.REPEAT
    rows = span_rows.of_customers(
        ctx.db, ctx.team.id, question.period, until=question.subject.position
    )
    ids = {row_id for row_id, _, found in rows if found is kind}
    what = t(
        f"period-why-{kind.value}",
        count=sum(orders for _, orders, found in rows if found is kind),
        known=sum(orders for _, orders, _ in rows),
        orders=sum(row.orders for row in question.counted),
    )
    formula = [t(f"period-why-{kind.value}-how")]
    return question.card(what, formula, question.evidence(lambda row: row.id in ids))


def corrected(question: Question) -> Card:
    """What was corrected after its own day."""
    ctx = question.ctx
    found = span_rows.changes(ctx.db, ctx.team, question.period, question.start())
    total = sum(difference for _, difference in found)
    sign = "+" if total > 0 else ""
    what = t("period-corrected", count=len(found), difference=f"{sign}{format_short(total)}")
    numbers = {number for number, _ in found}
    return question.card(
        what,
        [t("period-why-corrected")],
        question.evidence(lambda row: row.number in numbers),
    )


def pending(question: Question) -> Card:
    """What nobody has confirmed."""
    count = waiting.open_count(question.ctx.db, question.ctx.team.id, question.start())
    if not count:
        raise Refusal("period-why-none")
    what = t("digest-pending", count=count)
    return Card(question.title(what), (t("period-why-pending"),))


def tasks(question: Question) -> Card:
    """The tasks that were done."""
    ctx = question.ctx
    numbers = team_work.finished(ctx.db, ctx.team.id, question.start(), question.end())
    if not numbers:
        raise Refusal("period-why-none")
    what = t("period-why-tasks", count=len(numbers))
    shown = tuple(f"#T{number}" for number in numbers[:TASKS])
    return Card(
        question.title(what),
        (t("period-why-tasks-how", shown=shown, more=max(0, len(numbers) - TASKS)),),
    )
