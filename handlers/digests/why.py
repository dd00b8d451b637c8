"""`为什么` about a digest: how a number is made, from which records, as of when it was told."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.kit import Card, Ctx, Period, PeriodKind, Refusal, Role
from handlers.digests import why_people, why_records, why_sums
from handlers.digests.questions import Question
from handlers.digests.routing import CALLED, JOBS, router
from handlers.digests.subjects import ROUTE, Subject, read_subject
from handlers.digests.topics import Asked, Topic, read_topic
from models import counting, schedules, span_evidence, span_rows
from models.rosters import Roster, roster

_ANSWERS: Mapping[Topic, Callable[[Question], Card]] = {
    Topic.TOTAL: why_sums.total,
    Topic.TREND: why_sums.trend,
    Topic.BEST_DAY: why_sums.best_day,
    Topic.MEMBER: why_people.member,
    Topic.PROGRESS: why_people.progress,
    Topic.NEWCOMERS: why_people.newcomers,
    Topic.OPENERS: why_people.openers,
    Topic.PRODUCT: why_records.product,
    Topic.NEW: why_records.customers,
    Topic.REPEAT: why_records.customers,
    Topic.CORRECTED: why_records.corrected,
    Topic.PENDING: why_records.pending,
    Topic.TASKS: why_records.tasks,
}


@router.explain(ROUTE)
def explain(ctx: Ctx, number: int) -> Card:
    """Explain a number of the digest with that subject; without one, of the newest of the kind that
    the text names.
    """
    subject = read_subject(number) if number else _newest(ctx)
    people = roster(ctx.db, ctx.team.id)
    period, position = subject.period, subject.position
    mix = span_rows.mix(ctx.db, ctx.team.id, period, until=position)
    asked = _seen(ctx, read_topic(ctx.text, people, [name for name, _ in mix.products]), people)
    rows = span_evidence.rows_of(ctx.db, ctx.team, period, position)
    question = Question(ctx, subject, people, rows, asked)
    return _ANSWERS[asked.topic](question)


def _newest(ctx: Ctx) -> Subject:
    """The newest digest of the kind that is named, else the running day, week or month."""
    words = ctx.text.lower()
    kind = next((kind for word, kind in CALLED.items() if word in words), PeriodKind.DAY)
    day = schedules.last_told(ctx.db, ctx.team.id, JOBS[kind])
    period = Period.of(kind, day or ctx.today)
    return Subject(period, counting.position(ctx.db, ctx.team.id))


def _seen(ctx: Ctx, asked: Asked, people: Roster) -> Asked:
    """The question; raises Refusal where it is about a member who hides, of whom only they
    themselves, and in private who leads, may ask.
    """
    who = asked.member_id
    if (
        who is None
        or who == ctx.actor.id
        or (ctx.actor.role >= Role.LEAD and not ctx.chat.is_group)
    ):
        return asked
    if who in people.hidden:
        raise Refusal("period-why-hidden")
    return asked
