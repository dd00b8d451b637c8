"""Why a member is where they are on a board."""

from __future__ import annotations

from bot.core.board_words import figure, gap, percent, spoken
from bot.core.why_words import why_card
from bot.kit import Answer, Card, Ctx, MemberInfo, T, format_short, t
from handlers.why.routing import router
from models import boards, messages, rank_reasons
from models.board_kinds import Kind
from models.boards import Which
from models.rank_reasons import Reasons
from models.rosters import roster

ROUTE = "board"
# Helps that are named; the others are counted.
NAMED = 12


@router.explain(ROUTE)
def explain_quoted(ctx: Ctx, subject: int) -> Answer:
    """Explain the asker's place on a quoted board, as of now."""
    return explain(ctx, boards.unpacked(subject), ctx.actor)


def explain(ctx: Ctx, which: Which, who: MemberInfo) -> list[Card]:
    """The card that opens a place; a low one, and that of who hides, goes to its member alone."""
    found = rank_reasons.reasons(ctx.db, ctx.team, which, who.id, ctx.now)
    card = _card(ctx, found, who)
    is_open = found.row is not None and found.board.is_public(found.row)
    if who.id in roster(ctx.db, ctx.team.id).hidden:
        is_open = False
    if not ctx.chat.is_group or is_open:
        return [card]
    return [Card(t("why-in-private", name=who.name)), card.with_(to=ctx.actor.id)]


def _card(ctx: Ctx, found: Reasons, who: MemberInfo) -> Card:
    which, row = found.board.which, found.row
    values: dict[str, T | str | int] = {
        "name": who.name,
        "span": spoken(which.period, ctx.today),
        "kind": which.kind.value,
        "new": int(which.newcomers),
    }
    if row is None:
        title = t("why-rank-none", **values)
    else:
        tied = int(found.board.is_tied(row))
        title = t("why-rank", rank=row.rank, tied=tied, **values)
    lines = [*_formula(ctx, found), *_place(found), *_changed(ctx, which)]
    if which.kind is not Kind.HELPING:
        return why_card(title, lines, found.evidence, ctx.team.zone, team=ctx.team)
    as_of = ctx.now.astimezone(ctx.team.zone)
    note = t("why-note", time=f"{as_of:%m-%d %H:%M}", snapshot=found.snapshot)
    return Card(title, (*lines, _deeds(found)), note=note)


def _formula(ctx: Ctx, found: Reasons) -> list[T]:
    """How the figure is made, in one line."""
    which, row = found.board.which, found.row
    kind, seen = which.kind, found.evidence
    if kind is Kind.AMOUNT:
        return [t("why-amount", amount=format_short(seen.amount), orders=seen.orders)]
    if row is None:
        return [t("why-how", kind=kind.value)]
    if kind is Kind.COMPLETION and found.target is not None:
        return [_completion(ctx, found)]
    if kind is Kind.PROGRESS:
        return [
            t(
                "why-progress",
                done=format_short(row.detail),
                usual=format_short(row.of),
                before=format_short(found.usual),
                percent=percent(row.value),
            )
        ]
    if kind is Kind.REPEAT:
        share = percent(row.detail)
        return [t("why-repeat", count=row.value, known=row.of, percent=share)]
    if kind is Kind.STEADY:
        return [t("why-steady", count=row.value, streak=found.streak)]
    return [t("why-count", kind=kind.value, figure=figure(kind, row))]


def _completion(ctx: Ctx, found: Reasons) -> T:
    row, target = found.row, found.target
    if row is None or target is None:
        raise LookupError("no goal to complete")
    is_money = target.goal.metric.value == "amount"
    done, whole = (format_short(n) if is_money else str(n) for n in (row.detail, target.target))
    return t(
        "why-completion",
        done=done,
        target=whole,
        goal=target.goal.number,
        part=int(target.is_part),
        span=spoken(found.board.which.period, ctx.today),
        percent=percent(row.value),
    )


def _place(found: Reasons) -> list[T]:
    """Why the figure makes that rank: how many have more, and what is missing."""
    row = found.row
    if row is None:
        return []
    ahead = found.board.ahead(row)
    if ahead is None:
        return [t("why-first")]
    more = sum(each.value > row.value for each in found.board.rows)
    return [t("why-place", more=more, gap=gap(found.board.which.kind, row, ahead.value))]


def _changed(ctx: Ctx, which: Which) -> list[T]:
    """What came since the quoted board was sent."""
    quote = ctx.incoming.quote
    if quote is None or quote.message_id is None:
        return []
    sent = messages.sent_as(ctx.db, ctx.chat.id, quote.message_id)
    if sent is None or sent.route != ROUTE:
        return []
    count = rank_reasons.changed_since(ctx.db, ctx.team, which.period, sent.at)
    at = f"{sent.at.astimezone(ctx.team.zone):%m-%d %H:%M}"
    return [t("why-changed", time=at, count=count)]


def _deeds(found: Reasons) -> T:
    names = tuple(f"#{deed.letter}{deed.number}" for deed in found.deeds[:NAMED])
    more = max(0, len(found.deeds) - NAMED)
    return t("why-deeds", count=len(found.deeds), names=names, more=more)
