"""`为什么` about a digest: how a number is made, from which records, as of when it was told."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping

from bot.kit import Answer, Card, Ctx, Period, PeriodKind, Refusal, Role
from handlers.digests import why_people, why_records, why_sums
from handlers.digests.questions import Question
from handlers.digests.routing import CALLED, JOBS, router
from handlers.digests.subjects import ROUTE, Subject, read_subject
from handlers.digests.topics import Asked, Topic, read_topic
from models import counting, messages, schedules, span_evidence, span_rows
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


# The name of a digest in a question, and what may stand for it where one is quoted.
_NAMED = re.compile(
    r"(?:这份|这个|上次)?的?(日报|周报|月报|(?:daily|weekly|monthly)(?: digest)?)的?"
)


@router.explain(ROUTE, reads=True)
def explain(ctx: Ctx, number: int) -> Answer:
    """Explain a number of the digest that is quoted, or with the number 0 of the newest one of the
    kind that the words name; None for talk.
    """
    called = ctx.commands.find(ctx.text)
    line = called.line.lower() if called is not None else ""
    named = _NAMED.search(line)
    if not number and named is None:
        return None
    name = named[1].split()[0] if named is not None else ""
    subject = read_subject(number) if number else _newest(ctx, CALLED[name])
    people = roster(ctx.db, ctx.team.id)
    period, position = subject.period, subject.position
    mix = span_rows.mix(ctx.db, ctx.team.id, period, until=position)
    products = [product for product, _ in mix.products]
    asked = read_topic(_NAMED.sub(" ", line), people, products, ctx.actor.id)
    if asked is None:
        return None
    _check(ctx, asked, people)
    rows = span_evidence.rows_of(ctx.db, ctx.team, period, position)
    question = Question(ctx, subject, people, rows, asked, told_at=_told_at(ctx, subject))
    return _ANSWERS[asked.topic](question)


def _newest(ctx: Ctx, kind: PeriodKind) -> Subject:
    """The newest digest of a kind, else the running day, week or month."""
    day = schedules.last_told(ctx.db, ctx.team.id, JOBS[kind])
    period = Period.of(kind, day or ctx.today)
    return Subject(period, counting.newest(ctx.db))


def _told_at(ctx: Ctx, subject: Subject) -> dt.datetime:
    """When the quoted digest was made; else the figures are those of now."""
    quote = ctx.incoming.quote
    if quote is None or quote.message_id is None:
        return ctx.now
    sent = messages.sent_as(ctx.db, ctx.chat.id, quote.message_id)
    return sent.at if sent is not None and sent.subject == subject.expect.subject else ctx.now


def _check(ctx: Ctx, asked: Asked, people: Roster) -> None:
    """Raise Refusal where it is about a member who hides: only they themselves, and in private who
    leads, may ask.
    """
    who = asked.member_id
    may = who == ctx.actor.id or (ctx.actor.role >= Role.LEAD and not ctx.chat.is_group)
    if who is not None and who in people.hidden and not may:
        raise Refusal("period-why-hidden")
