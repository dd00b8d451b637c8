"""A member's own figures: of one period, or of today, week and month."""

from __future__ import annotations

from bot.core.board_words import spoken
from bot.kit import (
    Card,
    Ctx,
    Expect,
    MemberInfo,
    Period,
    PeriodKind,
    Refusal,
    Role,
    T,
    format_short,
    t,
)
from handlers.leaderboard.routing import router
from handlers.leaderboard.showing import ROUTE, noted, until
from models import boards
from models.board_kinds import Kind
from models.boards import Which
from models.rosters import roster
from models.totals import Place, board


@router.command("stats", "业绩", "我的业绩", role=Role.MEMBER)
def stats(ctx: Ctx, who: MemberInfo | None = None, period: Period | None = None) -> Card:
    """Show a member's figures with orders and rank: of one period, or of today, week and month."""
    member = who or ctx.actor
    may_see_all = not ctx.chat.is_group and (member == ctx.actor or ctx.actor.role >= Role.LEAD)
    is_hidden = member.id in roster(ctx.db, ctx.team.id).hidden
    if is_hidden and member.id != ctx.actor.id and not may_see_all:
        raise Refusal("board-hidden", name=member.name)
    kinds = (PeriodKind.DAY, PeriodKind.WEEK, PeriodKind.MONTH)
    spans = (period,) if period else tuple(Period.of(kind, ctx.today) for kind in kinds)
    lines = tuple(_line(ctx, member, span, is_ranked=may_see_all) for span in spans)
    title = t("board-own", name=member.name, until=until(ctx, spans[0]))
    is_own = member.id == ctx.actor.id
    subject = boards.packed(Which(Kind.AMOUNT, spans[-1]))
    return Card(
        title,
        lines,
        note=noted(ctx, spans[-1], []),
        expect=Expect(ROUTE, subject) if is_own else None,
    )


def _line(ctx: Ctx, member: MemberInfo, span: Period, *, is_ranked: bool) -> T:
    """What a member sold in a period; a low rank, and that of who hides, stays out of the
    group.
    """
    places = board(ctx.db, ctx.team.id, span)
    own = next((place for place in places if place.member_id == member.id), None)
    name = spoken(span, ctx.today)
    if own is None:
        return t("board-own-none", span=name)
    people = roster(ctx.db, ctx.team.id)
    seen = boards.seen(people, [place.member_id for place in places])
    is_open = own.rank <= seen and member.id not in people.hidden
    return t(
        "board-own-line",
        span=name,
        amount=format_short(own.amount),
        orders=own.orders,
        rank=own.rank if is_ranked or is_open else 0,
        tied=int(_is_tied(places, own)),
    )


def _is_tied(places: list[Place], own: Place) -> bool:
    return sum(place.amount == own.amount for place in places) > 1
