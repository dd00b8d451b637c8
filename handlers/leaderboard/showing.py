"""A board as cards: what the group sees, and what only the asker learns."""

from __future__ import annotations

from dataclasses import replace

from bot.core.board_words import AS_BEFORE, beside, figure, gap, spoken
from bot.core.pictures import BoardRow, board_picture, share_of
from bot.kit import (
    Button,
    Card,
    Ctx,
    Expect,
    Period,
    PeriodKind,
    Picture,
    T,
    format_short,
    public_name,
    t,
)
from models import board_values, boards
from models.board_kinds import Kind
from models.boards import Board, Row, Which
from models.digest import unconfirmed
from models.rosters import Roster, roster

ROUTE = "board"
# What the buttons below a board lead to: other periods, and one other kind.
_SPANS = ((PeriodKind.DAY, "today"), (PeriodKind.WEEK, "week"), (PeriodKind.MONTH, "month"))


def cards(ctx: Ctx, which: Which, *, picture: bool = False) -> list[Card]:
    """The board for the place where it was asked for, and in private the asker's own low place."""
    found = boards.board(ctx.db, ctx.team, which, ctx.now)
    people = roster(ctx.db, ctx.team.id)
    own = found.of(ctx.actor.id)
    to_itself = not ctx.chat.is_group
    is_private = own is not None and not _is_open(found, own, people)
    lines = _lines(ctx, found, people)
    if found.is_young and found.rows:
        lines.insert(0, t("board-young"))
    if found.rows and not found.shown:
        lines.append(t("board-none-shown"))
    if own is None or not is_private or to_itself:
        lines.append(_standing(ctx, found, own))
    elif ctx.actor.id not in people.hidden:
        lines.append(_nearest(ctx, found, own))
    card = Card(
        _title(ctx, found) if found.rows else _empty(ctx, which),
        tuple(lines) if found.rows else (),
        note=_note(ctx, found),
        buttons=_buttons(which, picture=picture),
        in_place=True,
        expect=Expect(ROUTE, boards.packed(which)),
        picture=picture_of(ctx, found) if picture and found.shown else None,
    )
    if own is None or not is_private or to_itself:
        return [card]
    return [card, _whispered(ctx, found, own)]


def _is_open(found: Board, row: Row, people: Roster) -> bool:
    """Whether the group may know of somebody's place."""
    return found.is_public(row) and row.member_id not in people.hidden


def _lines(ctx: Ctx, found: Board, people: Roster) -> list[T]:
    """The team's sum where it is one, the lines that all may see, and the best newcomer."""
    lines = [_line(ctx, found, people, row) for row in found.shown[: boards.TOP]]
    if found.which.kind is Kind.AMOUNT and not found.which.newcomers:
        total = t("board-total", amount=format_short(found.amount), orders=found.orders)
        lines.insert(0, total)
    # Who is new has no usual month to be compared with.
    new = () if found.which.kind is Kind.PROGRESS else found.newcomers
    best = next((row for row in found.rows if row.member_id in new), None)
    is_told = best is not None and best not in found.shown and best.value > 0
    if best is not None and is_told and best.member_id not in people.hidden:
        name, said = people.name(best.member_id), figure(found.which.kind, best)
        lines.append(t("board-best-new", name=name, figure=said))
    return lines


def _line(ctx: Ctx, found: Board, people: Roster, row: Row) -> T:
    kind = found.which.kind
    reader = None if ctx.chat.is_group else ctx.actor.id
    is_new = row.member_id in found.newcomers and not found.which.newcomers
    return t(
        "board-row",
        rank=row.rank,
        name=public_name(people, row.member_id, reader),
        new=int(is_new and row.member_id not in people.hidden),
        figure=figure(kind, row),
        beside=_beside(ctx, found, row),
    )


def _beside(ctx: Ctx, found: Board, row: Row) -> T | str:
    which = found.which
    if which.kind is not Kind.STEADY:
        return beside(which.kind, row)
    days = board_values.streak(ctx.db, ctx.team, row.member_id, which.period, ctx.today)
    return beside(which.kind, replace(row, detail=days))


def _title(ctx: Ctx, found: Board) -> T:
    which = found.which
    return t(
        "board-title",
        span=spoken(which.period, ctx.today),
        kind=which.kind.value,
        new=int(which.newcomers),
        until=until(ctx, which.period),
    )


def _empty(ctx: Ctx, which: Which) -> T:
    return t(
        "board-empty",
        span=spoken(which.period, ctx.today),
        kind=which.kind.value,
        new=int(which.newcomers),
    )


def _standing(ctx: Ctx, found: Board, own: Row | None) -> T:
    """Where the asker stands and what is missing to the next place."""
    kind, name = found.which.kind, ctx.actor.name
    if own is None:
        is_new = not found.which.newcomers or ctx.actor.id in found.newcomers
        return t("board-you-none", name=name, kind=kind.value, new=int(is_new))
    if kind is Kind.PROGRESS and own.value < AS_BEFORE:
        missing = gap(kind, own, AS_BEFORE)
        over = int(found.which.period.last < ctx.today)
        return t("board-you-below", name=name, figure=figure(kind, own), gap=missing, over=over)
    tied = int(found.is_tied(own))
    ahead = found.ahead(own)
    if ahead is None:
        return t("board-you-first", name=name, tied=tied, kind=kind.value)
    return t(
        "board-you",
        name=name,
        rank=own.rank,
        tied=tied,
        figure=figure(kind, own),
        next=ahead.rank,
        gap=gap(kind, own, ahead.value),
    )


def _nearest(ctx: Ctx, found: Board, own: Row) -> T:
    """What is missing to the next place, without saying which: a low place is nobody's business."""
    kind, ahead = found.which.kind, found.ahead(own)
    if ahead is None:
        return t("board-you-whispered", name=ctx.actor.name)
    return t("board-you-near", name=ctx.actor.name, gap=gap(kind, own, ahead.value))


def _whispered(ctx: Ctx, found: Board, own: Row) -> Card:
    """The asker's own place, in private."""
    return Card(
        _title(ctx, found),
        (_standing(ctx, found, own),),
        note=t("board-whispered"),
        expect=Expect(ROUTE, boards.packed(found.which)),
        to=ctx.actor.id,
    )


def picture_of(ctx: Ctx, found: Board) -> Picture:
    """The board as a picture: the lines that all may see."""
    people = roster(ctx.db, ctx.team.id)
    kind = found.which.kind
    best = found.rows[0].value
    rows = [
        BoardRow(
            row.rank,
            public_name(people, row.member_id),
            figure(kind, row),
            share_of(row.value, best),
            _beside(ctx, found, row),
        )
        for row in found.shown
    ]
    total: T | str = ""
    if kind is Kind.AMOUNT and not found.which.newcomers:
        total = t("board-total", amount=format_short(found.amount), orders=found.orders)
    return board_picture(_title(ctx, found), ctx.team.name, rows, total=total)


def _buttons(which: Which, *, picture: bool) -> tuple[Button, ...]:
    """Other periods and one other kind; below a picture they lead to pictures."""
    drawn = " picture" if picture else ""
    kind = which.kind.value if which.kind is not Kind.AMOUNT else ""
    head = " ".join(
        word for word in ("/board", kind, "newcomers" if which.newcomers else "") if word
    )
    spans = [
        Button(t("board-button", kind=each.value), f"{head} {word}{drawn}") for each, word in _SPANS
    ]
    other = Kind.AMOUNT if which.kind is Kind.PROGRESS else Kind.PROGRESS
    return (*spans, Button(t("board-button", kind=other.value), f"/board {other.value}{drawn}"))


def until(ctx: Ctx, span: Period) -> T | str:
    """The time up to which a period that still runs is told; empty for one that is over."""
    if not span.first <= ctx.today <= span.last:
        return ""
    return t("board-until", time=f"{ctx.now.astimezone(ctx.team.zone):%H:%M}")


def _note(ctx: Ctx, found: Board) -> T | None:
    """How the board is made where that is not plain, and what its figures leave out."""
    kind = found.which.kind
    parts = [] if kind is Kind.AMOUNT else [t("board-how", kind=kind.value)]
    return noted(ctx, found.which.period, parts)


def noted(ctx: Ctx, span: Period, parts: list[T]) -> T | None:
    """What is to be known about the figures: an unusual basis, and what is not confirmed yet."""
    if ctx.team.basis != "order":
        parts.append(t("board-basis", basis=ctx.team.basis))
    if span.first <= ctx.today <= span.last:
        waiting = unconfirmed(ctx.db, ctx.team, ctx.today)
        if waiting:
            parts.append(t("board-pending", count=waiting))
    return t("board-note", parts=tuple(parts)) if parts else None
