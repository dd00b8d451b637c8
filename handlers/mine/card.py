"""`我的`: everything that concerns the one who asks, on one card."""

from __future__ import annotations

from bot.kit import Answer, Card, Ctx, Refusal, Role, T, t
from handlers.mine.lines import (
    View,
    goal_lines,
    next_line,
    promise_lines,
    sales_line,
    task_lines,
    view_of,
)
from handlers.mine.routing import router
from models import duties, my_work, promises

# From so many promises on that are over, the share of those kept says something.
TELLING = 3


@router.command("me", "我的", role=Role.MEMBER, whole=True)
def me(ctx: Ctx) -> Answer:
    """Show one's role, work, goals and sales; in the group without what is late."""
    called = ctx.commands.find(ctx.text)
    if called is None or called.line.strip():
        if called is not None and called.typed:
            raise Refusal("mine-only-own")
        return None
    return card_of(view_of(ctx.db, ctx.team, ctx.actor, ctx.now, is_private=not ctx.chat.is_group))


def card_of(view: View) -> Card:
    """Everything that concerns a member."""
    lines = (
        *_duties(view),
        *task_lines(view),
        *promise_lines(view),
        *goal_lines(view),
        *next_line(view),
        sales_line(view),
        *_kept(view),
    )
    note = None if view.is_private else t("mine-note")
    return Card(_title(view), lines, note=note)


def _title(view: View) -> T:
    trade = my_work.trade_of(view.db, view.member.id)
    return t(
        "mine-title",
        name=view.member.name,
        role=t(f"role-{view.member.role.name.lower()}"),
        trade=t("mine-trade", trade=trade) if trade else "",
    )


def _duties(view: View) -> list[T]:
    held, backed = duties.of_member(view.db, view.member)
    named = (
        *(t("mine-duty", name=name, backup=0) for name in held),
        *(t("mine-duty", name=name, backup=1) for name in backed),
    )
    return [t("mine-duties", duties=named)] if named else []


def _kept(view: View) -> list[T]:
    """How promises are kept: for the one alone who gave them, from a few on."""
    if not view.is_private:
        return []
    found = promises.record_of(view.db, view.team.id, view.member.id, view.now)
    if found.counted < TELLING:
        return []
    return [t("mine-kept", percent=found.percent, kept=found.kept, over=found.counted)]
