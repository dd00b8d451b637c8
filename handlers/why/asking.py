"""What a «why» is about, and who explains it."""

from __future__ import annotations

import re

from bot.kit import Answer, Ctx, MemberInfo, Period, PeriodKind, Refusal, Role
from bot.language.why_words import WhyWords, read_why
from handlers.why.ranks import explain
from handlers.why.routing import router
from models import messages
from models.board_kinds import Kind
from models.boards import Which
from models.rosters import roster

_TURNED = re.compile(r"\s*我(?:为什么|为啥|怎么|咋)(?P<rest>\S.*)")
_RECORD = re.compile(r"(?<![A-Za-z0-9])[#＃]?([A-Z]{1,2})(\d{1,9})(?![A-Za-z0-9])")


@router.command("why", "为什么", "为啥", role=Role.MEMBER, whole=True)
def why(ctx: Ctx) -> Answer:
    """Explain a place, a prize, a goal or a quoted number: `为什么 我第3`, `为什么 PK3`."""
    called = ctx.commands.find(ctx.text)
    if called is None:
        return None
    read = _read(ctx)
    if read is not None:
        return read
    words = read_why(called.line, _names(ctx), ctx.today)
    if words is None:
        return _unclear(ctx) if called.typed else None
    answer = _answer(ctx, words, is_typed=called.typed)
    return _unclear(ctx) if answer is None and called.typed else answer


def _read(ctx: Ctx) -> Answer:
    """What those say who read the words themselves: about their card that is quoted, or about what
    the words name.
    """
    quote = ctx.incoming.quote
    if quote is not None and quote.message_id is not None:
        sent = messages.sent_as(ctx.db, ctx.chat.id, quote.message_id)
        is_theirs = sent is not None and sent.route in ctx.commands.readers
        return (
            ctx.commands.explainers[sent.route](ctx, sent.subject) if sent and is_theirs else None
        )
    answers = (ctx.commands.explainers[route](ctx, 0) for route in ctx.commands.readers)
    return next((answer for answer in answers if answer is not None), None)


def _names(ctx: Ctx) -> frozenset[str]:
    return frozenset(roster(ctx.db, ctx.team.id).names)


def _unclear(ctx: Ctx) -> Answer:
    """A slash asks us; a bare «why» about something else is talk."""
    raise Refusal("why-what")


def _answer(ctx: Ctx, words: WhyWords, *, is_typed: bool) -> Answer:
    if words.letter:
        return _record(ctx, words.letter, words.number, is_typed=is_typed)
    if words.board is not None:
        asked = words.board
        period = asked.period or Period.of(PeriodKind.WEEK, ctx.today)
        which = Which(asked.kind or Kind.AMOUNT, period, asked.newcomers)
        return explain(ctx, which, _whose(ctx, words.who))
    return _quoted(ctx, is_typed=is_typed)


def _whose(ctx: Ctx, name: str) -> MemberInfo:
    """Whose place is asked for; that of somebody else is for leads, in private."""
    found = roster(ctx.db, ctx.team.id).find(name) if name else ctx.actor
    who = found if found is not None else ctx.actor
    if who.id != ctx.actor.id and (ctx.chat.is_group or ctx.actor.role < Role.LEAD):
        raise Refusal("why-others")
    return who


def _record(ctx: Ctx, letter: str, number: int, *, is_typed: bool) -> Answer:
    explainer = ctx.commands.explainers.get(letter)
    if explainer is None:
        if is_typed:
            raise Refusal("why-no-number", record=f"{letter}{number}")
        return None
    return explainer(ctx, number)


def _quoted(ctx: Ctx, *, is_typed: bool) -> Answer:
    """What the quoted card says: by what it was sent for, or by the record it names."""
    quote = ctx.incoming.quote
    if quote is None or quote.message_id is None:
        return None
    sent = messages.sent_as(ctx.db, ctx.chat.id, quote.message_id)
    if sent is None:
        return None
    explainer = ctx.commands.explainers.get(sent.route)
    if explainer is not None:
        return explainer(ctx, sent.subject)
    for letter, number in _RECORD.findall(quote.text):
        if letter in ctx.commands.explainers:
            return _record(ctx, letter, int(number), is_typed=is_typed)
    if is_typed:
        raise Refusal("why-no-card")
    return None


def read_turned(ctx: Ctx) -> WhyWords | None:
    """The same the other way round: 我为什么第3, 我怎么才第5."""
    match = _TURNED.fullmatch(ctx.text)
    if match is None:
        return None
    words = read_why(match["rest"], (), ctx.today)
    return words if words is not None and words.board is not None else None


@router.listen(read_turned, role=Role.MEMBER)
def turned(ctx: Ctx, words: WhyWords) -> Answer:
    """Explain the speaker's own place."""
    return _answer(ctx, words, is_typed=False)
