"""Why the sum of a digest, its change and its best day are what they are."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from bot.kit import Card, Period, PeriodKind, T, format_short, t
from handlers.digests.questions import Question
from handlers.digests.words import change, percent_of, weekday
from models import span_evidence, spans
from models.counting import Counted
from models.spans import A_DAY, Sum

# Days that are told one by one; of more, their weeks.
DAYS = 7


def total(question: Question) -> Card:
    """The sum: day by day, as it was told and as it is now."""
    ctx, period = question.ctx, question.period
    amount, orders, now = span_evidence.figures_then(ctx.db, ctx.team, period, question.rows)
    what = t("digest-total", amount=format_short(amount), orders=orders)
    formula = [t("period-why-sum"), *_by_days(question.rows)]
    if now != (amount, orders):
        formula.append(t("period-why-now", amount=format_short(now[0]), orders=now[1]))
    return question.card(what, formula, question.evidence())


def _by_days(rows: Sequence[Counted]) -> list[T]:
    """The sums of the days, or of the weeks where there are many."""
    days = span_evidence.day_sums(rows)
    if len(days) < 2:
        return []
    if len(days) <= DAYS:
        parts = [(f"{day.first:%m-%d}", day) for day in days]
    else:
        weeks = span_evidence.by_week(days)
        parts = [(f"{first:%m-%d}–{last:%m-%d}", total) for first, last, total in weeks]
    shown = tuple(
        t("period-why-part", name=name, amount=format_short(each.amount), orders=each.orders)
        for name, each in parts
    )
    return [t("period-why-parts", parts=shown)]


def trend(question: Question) -> Card:
    """The sum beside those it is compared with."""
    ctx, period = question.ctx, question.period
    amount = sum(row.amount for row in question.counted)
    if period.kind is PeriodKind.DAY:
        days = (period.first - A_DAY, period.first - 7 * A_DAY)
        compared = [(str(day)[5:], _of_day(question, day)) for day in days]
    else:
        found = spans.figures(ctx.db, ctx.team, period, question.today)
        compared = [(_span_of(each, period), each.amount) for each in found.averaged]
        if found.year_before is not None:
            compared.append((_span_of(found.year_before, period), found.year_before.amount))
    lines = [
        t(
            "period-why-compared",
            name=name,
            amount=format_short(before),
            percent=_percent(amount, before),
        )
        for name, before in compared
    ]
    before = compared[0][1] if period.kind is PeriodKind.DAY else 0
    if period.kind is not PeriodKind.DAY and found.before is not None:
        before = found.before.amount
    what = t("period-why-trend", amount=format_short(amount), change=change(amount, before))
    return question.card(what, [t("period-why-trend-how"), *lines], question.evidence())


def _percent(now: int, before: int) -> str:
    return percent_of(now, before) if before > 0 else "–"


def _of_day(question: Question, day: dt.date) -> int:
    ctx = question.ctx
    return sum(s.amount for s in spans.sums(ctx.db, ctx.team.id, PeriodKind.DAY, day, day))


def _span_of(found: Sum, period: Period) -> str:
    if period.kind is PeriodKind.MONTH:
        return f"{found.first:%Y-%m}"
    return f"{found.first:%Y-%m-%d}"


def best_day(question: Question) -> Card:
    """The day with the highest sum."""
    days = span_evidence.day_sums(question.rows)
    best = max(days, key=lambda day: day.amount, default=None)
    if best is None:
        return total(question)
    what = t(
        "period-best-day",
        date=f"{best.first:%m-%d}",
        weekday=weekday(best.first),
        amount=format_short(best.amount),
        orders=best.orders,
        kind=question.period.kind.value,
        percent=0,
    )
    formula = [t("period-why-best-day"), *_by_days(question.rows)]
    return question.card(what, formula, question.evidence(lambda row: row.day == best.first))
