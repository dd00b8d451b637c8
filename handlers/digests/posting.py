"""The digests at their hour, and previews of them."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.core.args import split_words
from bot.kit import Answer, Card, Ctx, JobCtx, Period, PeriodKind, Refusal, Role
from bot.language.days import read_period
from handlers.digests.cards import day_card, view_of
from handlers.digests.orders import PICTURE_WORDS
from handlers.digests.recipients import ids_in, recipients
from handlers.digests.routing import BESIDE, CALLED, JOBS, router
from handlers.digests.span_cards import span_card, view_of_span
from models import schedules
from models.rosters import roster

_HEADS = ("日报", "周报", "月报")
_PREVIEW_WORDS = frozenset({"预览", "preview"})


@router.slot(JOBS[PeriodKind.DAY])
def daily_digest(ctx: JobCtx) -> list[Card]:
    """The day's digest for those who asked for it; names of people without sales only to leads."""
    without = ids_in(ctx.settings, "without")
    day = view_of(ctx.db, ctx.team, ctx.day, ctx.now, without=without)
    day = replace(day, mark=_mark(ctx), missed=ctx.missed, is_drawn=_is_drawn(ctx.settings))
    return _delivered(ctx, lambda is_named: day_card(day, is_named=is_named))


@router.slot(JOBS[PeriodKind.WEEK])
@router.slot(JOBS[PeriodKind.MONTH])
def span_digest(ctx: JobCtx) -> list[Card]:
    """The digest of the week or month that is told, for those who asked for it."""
    without = ids_in(ctx.settings, "without")
    view = view_of_span(ctx.db, ctx.team, ctx.told, ctx.now, without=without)
    view = replace(view, mark=_mark(ctx), missed=ctx.missed, is_drawn=_is_drawn(ctx.settings))
    return _delivered(ctx, lambda is_named: span_card(view, is_named=is_named))


def _mark(ctx: JobCtx) -> str:
    return "late" if ctx.late else "none"


def _is_drawn(settings: dict[str, object]) -> bool:
    return bool(settings.get("picture"))


def _delivered(ctx: JobCtx, make: Callable[[bool], Card]) -> list[Card]:
    """The cards for all who get the digest: with names for those who lead."""
    with_names, without_names = make(True), make(False)
    people = roster(ctx.db, ctx.team.id)
    cards = [
        (with_names if member.role >= Role.LEAD else without_names).with_(to=member.id)
        for member in recipients(people, ctx.settings)
    ]
    return [*cards, without_names] if ctx.settings.get("group") else cards


@dataclass(frozen=True, slots=True)
class Preview:
    """The digest that somebody wants to see; without a period it is the running one."""

    kind: PeriodKind
    period: Period | None = None
    is_drawn: bool = False


def read_preview(ctx: Ctx) -> Preview | None:
    """The preview that a message asks for; None for a report that somebody hands in."""
    return _asked(ctx) if ctx.text.lstrip().startswith(_HEADS) else None


@router.command("digest", *_HEADS, role=Role.LEAD, whole=True)
def preview(ctx: Ctx) -> Answer:
    """Show a digest as it would be now, in the chat where it was asked for."""
    asked = _asked(ctx)
    return show_preview(ctx, asked) if asked is not None else None


def _asked(ctx: Ctx) -> Preview | None:
    """The preview behind the command word: of which kind, and of which week or month."""
    called = ctx.commands.find(ctx.text)
    if called is None:
        return None
    words = [word.lower() for word in split_words(called.line)]
    head = ctx.text[: len(ctx.text) - len(called.line)].strip(" /／").lower()
    if not called.typed and not _PREVIEW_WORDS & set(words):
        return None
    name = next((word for word in (head, *words) if word in CALLED), "")
    kind = CALLED.get(name, PeriodKind.DAY)
    is_drawn = bool(PICTURE_WORDS & set(words))
    others = [word for word in words if word not in BESIDE | _PREVIEW_WORDS | PICTURE_WORDS]
    if name in others:
        others.remove(name)
    if not others:
        return Preview(kind, is_drawn=is_drawn)
    span = read_period(" ".join(others), ctx.today) if kind is not PeriodKind.DAY else None
    if span is not None:
        return Preview(kind, Period.of(kind, span.first), is_drawn)
    if called.typed:
        raise Refusal("digest-preview-unknown", word=" ".join(others)[:20], kind=kind.value)
    return None


@router.listen(read_preview, role=Role.LEAD)
def show_preview(ctx: Ctx, asked: Preview) -> Card:
    """The digest as it would be now; the listener tells those who may not who can."""
    row = schedules.find(ctx.db, ctx.team.id, JOBS[asked.kind])
    settings: dict[str, object] = json.loads(row.settings) if row is not None else {}
    without, is_named = ids_in(settings, "without"), not ctx.chat.is_group
    is_drawn = _is_drawn(settings) or asked.is_drawn
    if asked.kind is PeriodKind.DAY:
        day = view_of(ctx.db, ctx.team, ctx.today, ctx.now, without=without)
        card = day_card(replace(day, mark="preview", is_drawn=is_drawn), is_named=is_named)
    else:
        period = asked.period or Period.of(asked.kind, ctx.today)
        if period.first > ctx.today:
            raise Refusal("digest-not-yet", kind=asked.kind.value)
        view = view_of_span(ctx.db, ctx.team, period, ctx.now, without=without)
        mark = "preview" if period.last >= ctx.today else "none"
        card = span_card(replace(view, mark=mark, is_drawn=is_drawn), is_named=is_named)
    return card.with_(silent=False)
