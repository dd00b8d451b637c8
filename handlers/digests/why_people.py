"""Why members stand in a digest where they stand."""

from __future__ import annotations

from bot.kit import Card, Period, PeriodKind, Refusal, Role, format_short, t
from handlers.digests.questions import Question
from models import counting, spans
from models.spans import A_DAY, SpanFigures
from models.totals import ranked

# Places that everybody may ask about, and new members that are named.
BEST, NEW = 3, 12


def member(question: Question) -> Card:
    """A member's place; whoever is not among the best is told of in private alone."""
    sums = counting.by_member(question.counted)
    orders = counting.by_member(question.counted, "orders")
    best_first = sorted(sums.items(), key=lambda each: (-each[1], each[0]))
    places = ranked((who, amount, orders[who]) for who, amount in best_first)
    asked, ctx = question.asked, question.ctx
    place = next(
        (p for p in places if asked.member_id == p.member_id or asked.rank == p.rank), None
    )
    if place is None:
        raise Refusal("period-why-none")
    _check(question, place.member_id)
    if place.rank > BEST and ctx.chat.is_group:
        raise Refusal("period-why-low")
    name = question.name(place.member_id)
    what = t(
        "period-why-member",
        rank=place.rank,
        name=name,
        amount=format_short(place.amount),
        orders=place.orders,
    )
    found = question.evidence(lambda row: row.member_id == place.member_id)
    return question.card(what, [t("period-why-member-how")], found)


def progress(question: Question) -> Card:
    """Who got furthest ahead of their own usual day."""
    ctx, period = question.ctx, question.period
    found = _figures(question)
    if not found.progressed:
        raise Refusal("period-why-none")
    best = found.progressed[0]
    _check(question, best.member_id)
    name = question.name(best.member_id)
    evidence = question.evidence(lambda row: row.member_id == best.member_id)
    usual = Period(PeriodKind.RANGE, period.first - spans.USUAL_DAYS * A_DAY, period.first - A_DAY)
    before = counting.rows_of(ctx.db, ctx.team.id, (best.member_id,), usual.first, usual.last)
    how = t(
        "period-why-progress",
        amount=format_short(evidence.amount),
        days=(found.until - period.first).days + 1,
        before=format_short(sum(row.amount for row in counting.counting(before))),
        usual=spans.USUAL_DAYS,
    )
    what = t("period-ahead", name=name, far=0, percent=(best.value - spans.AS_BEFORE) // 100)
    return question.card(what, [how], evidence)


def newcomers(question: Question) -> Card:
    """Who sold for the first time."""
    found = _figures(question)
    if not found.newcomers:
        raise Refusal("period-why-none")
    names = tuple(question.name(who) for who in found.newcomers[:NEW])
    new = set(found.newcomers)
    evidence = question.evidence(lambda row: row.member_id in new)
    return question.card(
        t("period-why-newcomers", names=names), [t("period-why-newcomers-how")], evidence
    )


def openers(question: Question) -> Card:
    """How many sold."""
    sold = {row.member_id for row in question.counted if row.orders > 0 or row.amount > 0}
    evidence = question.evidence(lambda row: row.member_id in sold)
    return question.card(
        t("period-why-openers", count=len(sold)), [t("period-why-openers-how")], evidence
    )


def _check(question: Question, member_id: int) -> None:
    """Raise Refusal where somebody asks for another one's records, other than a lead in private."""
    ctx = question.ctx
    if member_id != ctx.actor.id and (ctx.chat.is_group or ctx.actor.role < Role.LEAD):
        raise Refusal("period-why-others")


def _figures(question: Question) -> SpanFigures:
    """The figures of the week or month; a day's digest has no such numbers. Raises Refusal."""
    if question.period.kind is PeriodKind.DAY:
        raise Refusal("period-why-none")
    return spans.figures(question.ctx.db, question.ctx.team, question.period, question.today)
