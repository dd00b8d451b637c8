"""What is owed: all of it to managers, to a member the own; and what waits for the budget."""

from __future__ import annotations

import re

from bot.kit import Answer, Button, Card, Ctx, Refusal, Role, T, t
from handlers.rewards.routing import router
from handlers.rewards.words import (
    SHOWN,
    line,
    numbers_in,
    prized,
    put_back,
    sums,
    why,
)
from models import award_rows, award_steps, reward_rules
from models.award_steps import prize
from models.reward_tables import Award

_ALL = re.compile(r"全部|所有|都|all", re.IGNORECASE)
_STATES = (award_rows.DUE, award_rows.PAID, award_rows.RECEIVED, award_rows.WAITING)


def owed(ctx: Ctx, said: str) -> Answer:
    """`奖励 未发`; with numbers, what was marked as handed out by mistake is owed again."""
    numbers = numbers_in(said)
    if numbers:
        return _unpaid(ctx, numbers)
    due = award_steps.listed(ctx.db, ctx.team.id, (award_rows.DUE,))
    if ctx.actor.role < Role.MANAGER and not _is_payer(ctx):
        # Who set a contest hands its prizes out, and sees those alone.
        mine = [row for row in due if row.payer_id == ctx.actor.id]
        return _due(ctx, mine, []) if mine else own(ctx)
    waiting = award_steps.listed(ctx.db, ctx.team.id, (award_rows.WAITING,))
    lost = award_steps.groundless(ctx.db, ctx.team.id)
    return _due(ctx, due, _beside(ctx, waiting, lost))


def _due(ctx: Ctx, due: list[Award], beside: list[T]) -> Card:
    lines = [line(ctx.db, row, named=True) for row in due[:SHOWN]]
    if len(due) > SHOWN:
        lines.append(t("reward-more", count=len(due) - SHOWN))
    lines += beside
    if not due:
        return Card(t("reward-nothing-due"), tuple(lines))
    buttons = (Button(t("reward-button-paid-all"), "/paid_all"),)
    title = t("reward-due", sums=sums(due))
    return Card(title, tuple(lines), note=t("reward-due-note"), buttons=buttons)


def _is_payer(ctx: Ctx) -> bool:
    rules = reward_rules.current(ctx.db, ctx.team.id)
    return rules is not None and rules.payer_id == ctx.actor.id


def _beside(ctx: Ctx, waiting: list[Award], lost: list[Award]) -> list[T]:
    """What is not simply due: what waits for the budget, and what lost its reason after it was
    paid.
    """
    found = []
    if waiting:
        found.append(t("reward-waiting", sums=sums(waiting), number=waiting[0].number))
    if lost:
        numbers = tuple(f"#R{row.number}" for row in lost[:SHOWN])
        found.append(t("reward-groundless", count=len(lost), numbers=numbers))
    return found


def _unpaid(ctx: Ctx, numbers: list[int]) -> Card:
    rows = [award_steps.require(ctx.db, ctx.team.id, number) for number in numbers]
    for row in rows:
        award_steps.unpay(ctx.db, ctx.actor, row)
    return put_back(ctx.db, rows, "reward-unpaid", named=True)[0]


def release(ctx: Ctx, said: str) -> Answer:
    """`奖励 放行 R9`: managers let through what waits for room in the budget."""
    numbers = numbers_in(said)
    if numbers:
        rows = [award_steps.require(ctx.db, ctx.team.id, number) for number in numbers]
    elif _ALL.search(said):
        rows = award_steps.listed(ctx.db, ctx.team.id, (award_rows.WAITING,))
    else:
        raise Refusal("reward-release-which")
    if not rows:
        raise Refusal("reward-nothing-waits")
    for row in rows:
        award_steps.release(ctx.db, ctx.actor, row)
    lines = tuple(line(ctx.db, row, named=True) for row in rows[:SHOWN])
    return Card(t("reward-released", sums=sums(rows)), lines)


@router.command("my_rewards", "我的奖励", "我的奖金", role=Role.MEMBER)
def my_rewards(ctx: Ctx) -> Card:
    """List the own rewards: owed, handed out, received."""
    return own(ctx)


def own(ctx: Ctx) -> Card:
    """The speaker's rewards, the newest first."""
    rows = award_steps.listed(ctx.db, ctx.team.id, _STATES, member_id=ctx.actor.id, newest=True)
    if not rows:
        return Card(t("reward-own-none", name=ctx.actor.name))
    parts = tuple(
        t(f"reward-own-{state}", sums=sums(found))
        for state in _STATES
        if (found := [row for row in rows if row.state == state])
    )
    lines = [_own_line(ctx, row) for row in rows[:SHOWN]]
    if len(rows) > SHOWN:
        lines.append(t("reward-more", count=len(rows) - SHOWN))
    paid = [row for row in rows if row.state == award_rows.PAID]
    buttons = (Button(t("reward-button-received"), "/received"),) if paid else ()
    title = t("reward-own", name=ctx.actor.name, parts=parts)
    return Card(title, tuple(lines), buttons=buttons)


def _own_line(ctx: Ctx, row: Award) -> T:
    return t(
        "reward-own-line",
        number=row.number,
        prize=prized(prize(row)),
        why=why(ctx.db, row),
        state=row.state,
    )
