"""Who sold how much: one person's figures and the team's board, from totals only."""

from __future__ import annotations

import datetime as dt

from bot.kit import (
    Button,
    Card,
    Ctx,
    MemberInfo,
    Period,
    PeriodKind,
    Role,
    Router,
    T,
    format_short,
    t,
)
from models.digest import day_start
from models.pending import open_count
from models.rosters import Roster, roster
from models.totals import Place, board

router = Router("board")

_OTHER_BOARDS = tuple(
    Button(t("board-button", kind=kind.value), f"/board {word}")
    for kind, word in (
        (PeriodKind.DAY, "today"),
        (PeriodKind.WEEK, "week"),
        (PeriodKind.MONTH, "month"),
        (PeriodKind.ALL, "all"),
    )
)
# A longer board is folded by the chat (product notes, B1.12).
TOP = 10


@router.command("stats", "业绩", "我的业绩", role=Role.MEMBER)
def stats(ctx: Ctx, who: MemberInfo | None = None, period: Period | None = None) -> Card:
    """Show a member's figures with orders and rank: of one period, or of today, week and month."""
    member = who or ctx.actor
    kinds = (PeriodKind.DAY, PeriodKind.WEEK, PeriodKind.MONTH)
    spans = (period,) if period else tuple(Period.of(kind, ctx.today) for kind in kinds)
    lines = tuple(_own_line(ctx, member, span) for span in spans)
    title = t("board-own", name=member.name, until=_until(ctx, spans[0]))
    return Card(title, lines, note=_note(ctx, spans[-1]))


def _own_line(ctx: Ctx, member: MemberInfo, span: Period) -> T:
    places = board(ctx.db, ctx.team.id, span)
    own = next((place for place in places if place.member_id == member.id), None)
    name = spoken(span, ctx.today)
    if own is None:
        return t("board-own-none", span=name)
    return t(
        "board-own-line",
        span=name,
        amount=format_short(own.amount),
        orders=own.orders,
        rank=own.rank,
        tied=int(_is_tied(places, own)),
    )


@router.command("board", "排行", "排行榜", "榜单", role=Role.MEMBER)
def leaderboard(ctx: Ctx, period: Period | None = None) -> Card:
    """Show the team's board: the sums, the top ten, and where the asker stands."""
    span = period or Period.of(PeriodKind.MONTH, ctx.today)
    places = board(ctx.db, ctx.team.id, span)
    name = spoken(span, ctx.today)
    if not places:
        return Card(
            t("board-empty", span=name),
            note=_note(ctx, span),
            buttons=_OTHER_BOARDS,
            in_place=True,
        )
    people = roster(ctx.db, ctx.team.id)
    total = t(
        "board-total",
        amount=format_short(sum(place.amount for place in places)),
        orders=sum(place.orders for place in places),
    )
    lines = (total, *(_line(people, place) for place in places[:TOP]), _standing(ctx, places))
    return Card(
        t("board-title", span=name, until=_until(ctx, span)),
        lines,
        note=_note(ctx, span),
        buttons=_OTHER_BOARDS,
        in_place=True,
    )


def _line(people: Roster, place: Place) -> T:
    return t(
        "board-line",
        rank=place.rank,
        name=people.name(place.member_id),
        amount=format_short(place.amount),
        orders=place.orders,
    )


def _standing(ctx: Ctx, places: list[Place]) -> T:
    """Where the asker stands and what is missing to the next place."""
    own = next((place for place in places if place.member_id == ctx.actor.id), None)
    if own is None:
        return t("board-you-none", name=ctx.actor.name)
    tied = int(_is_tied(places, own))
    above = [place for place in places if place.amount > own.amount]
    if not above:
        return t("board-you-first", name=ctx.actor.name, tied=tied)
    return t(
        "board-you",
        name=ctx.actor.name,
        rank=own.rank,
        tied=tied,
        amount=format_short(own.amount),
        next=above[-1].rank,
        gap=format_short(above[-1].amount - own.amount),
    )


def _is_tied(places: list[Place], own: Place) -> bool:
    return sum(place.amount == own.amount for place in places) > 1


def _until(ctx: Ctx, span: Period) -> T | str:
    """The time up to which a period that still runs is told; empty for one that is over."""
    if not span.first <= ctx.today <= span.last:
        return ""
    return t("board-until", time=f"{ctx.now.astimezone(ctx.team.zone):%H:%M}")


def _note(ctx: Ctx, span: Period) -> T | None:
    """What is to be known about the figures: an unusual basis, and what is not confirmed yet."""
    parts: list[T] = []
    if ctx.team.basis != "order":
        parts.append(t("board-basis", basis=ctx.team.basis))
    if span.first <= ctx.today <= span.last:
        waiting = open_count(ctx.db, ctx.team.id, day_start(ctx.team, ctx.today))
        if waiting:
            parts.append(t("board-pending", count=waiting))
    return t("board-note", parts=tuple(parts)) if parts else None


def spoken(span: Period, today: dt.date) -> T:
    """A period as people say it: 今日, 上周, 6月, 06-01–06-15."""
    for back, which in enumerate(("this", "last")):
        if span == _earlier(span.kind, today, back):
            return t("board-span", kind=span.kind.value, which=which)
    if span.kind is PeriodKind.MONTH:
        return t("board-span-month", month=span.first.month, year=_year(span, today))
    if span.kind is PeriodKind.YEAR:
        return t("board-span-year", year=str(span.first.year))
    first, last = (f"{day:%m-%d}" for day in (span.first, span.last))
    if span.first.year != today.year:
        first, last = span.first.isoformat(), span.last.isoformat()
    return t("board-span-days", first=first, last=last, one=int(span.first == span.last))


def _year(span: Period, today: dt.date) -> T | str:
    year = span.first.year
    return "" if year == today.year else t("board-span-in-year", year=str(year))


def _earlier(kind: PeriodKind, today: dt.date, back: int) -> Period | None:
    """The running period of a kind or the one before it; a range has neither."""
    if kind is PeriodKind.RANGE:
        return None
    span = Period.of(kind, today)
    if back and kind is PeriodKind.ALL:
        return None
    return Period.of(kind, span.first - dt.timedelta(days=1)) if back else span
