"""`已收`: the winner confirms, or says that nothing came."""

from __future__ import annotations

import re

from bot.kit import Answer, Button, Card, Ctx, Refusal, Role, t
from handlers.rewards.routing import router
from handlers.rewards.words import numbers_in, prized, put_back, sums, without_numbers
from models import award_rows, award_steps, care
from models.award_steps import prize
from models.reward_tables import Award

_POLITE = re.compile(
    r"(?:[\s了啦哈的,，、!！~～。🧧🎉❤]|谢谢|感谢|老板|红包|奖励|奖|全部|都|(?<=.)到)*"
)


@router.command("received", "已收", "已收到", role=Role.MEMBER, whole=True)
def received(ctx: Ctx) -> Answer:
    """Confirm what was handed out: `已收`, `已收 R5`."""
    called = ctx.commands.find(ctx.text)
    if called is None:
        return None
    rows = _meant(ctx, called.line, is_sure=called.typed, is_open=not called.glued)
    if rows is None:
        if called.typed:
            raise Refusal("reward-received-which")
        return None
    done = []
    for row in rows:
        if len(rows) == 1 or row.state == award_rows.PAID:
            award_steps.receive(ctx.db, ctx.actor, row, ctx.now)
            done.append(row)
    if not done:
        raise Refusal("reward-received-which")
    return Card(t("reward-received", name=ctx.actor.name, sums=sums(done)), silent=True)


@router.command("not_received", "没收到", "未收到", "没有收到", role=Role.MEMBER, whole=True)
def not_received(ctx: Ctx) -> Answer:
    """Say that something handed out did not arrive: `没收到 R5`; it goes back to the payer."""
    called = ctx.commands.find(ctx.text)
    if called is None:
        return None
    is_open = not called.glued and not ctx.chat.is_group
    rows = _meant(ctx, called.line, is_sure=called.typed, is_open=is_open)
    if rows is None:
        if called.typed:
            raise Refusal("reward-received-which")
        return None
    for row in rows:
        award_steps.miss(ctx.db, ctx.actor, row)
    answer, owed = put_back(ctx.db, rows, "reward-missed", named=False)
    return [answer, *_back_to_payers(ctx, owed)]


def _meant(ctx: Ctx, text: str, *, is_sure: bool, is_open: bool) -> list[Award] | None:
    """The awards that a line behind the word means; None for talk."""
    numbers = numbers_in(text)
    if not _POLITE.fullmatch(without_numbers(text)):
        return None
    if not numbers and ctx.incoming.quote is not None:
        numbers = numbers_in(ctx.incoming.quote.text)
        if numbers:
            found = [award_steps.require(ctx.db, ctx.team.id, number) for number in numbers]
            own = [row for row in found if row.member_id == ctx.actor.id]
            return own or found[:1]
    if numbers:
        return [award_steps.require(ctx.db, ctx.team.id, number) for number in numbers]
    if not (is_open or is_sure):
        return None
    paid = award_steps.listed(ctx.db, ctx.team.id, (award_rows.PAID,), member_id=ctx.actor.id)
    return paid or None


def _back_to_payers(ctx: Ctx, rows: list[Award]) -> list[Card]:
    """A word to each payer, unless it is night: the daily list tells it then."""
    cards = []
    for row in rows:
        is_night = care.may_nudge_at(ctx.db, ctx.team, row.payer_id, ctx.now) > ctx.now
        if row.payer_id != ctx.actor.id and not is_night:
            cards.append(
                Card(
                    t(
                        "reward-missed-told",
                        name=ctx.actor.name,
                        number=row.number,
                        prize=prized(prize(row)),
                    ),
                    buttons=(Button(t("reward-button-paid"), f"/paid R{row.number}"),),
                    to=row.payer_id,
                )
            )
    return cards
