"""Half, eighty and a hundred percent of a goal are celebrated, each once for ever."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from bot.core.goal_words import spoken
from bot.kit import Answer, Card, Ctx, LedgerChange, T, t
from handlers.goals.routing import router
from handlers.goals.words import owner_words
from models import goal_steps
from models.goal_steps import Reached
from models.rosters import roster

# Goals that one line names; one sale rarely brings more to a step.
NAMED = 3
# Messages that came later than this are told of in one line for all.
LATE = dt.timedelta(minutes=10)


@router.follow
def cheer(ctx: Ctx, changes: Sequence[LedgerChange]) -> Answer:
    """One line for all goals that came to a step by one message."""
    if ctx.now - ctx.sent_at > LATE:
        # Nothing is said of a late message; the next one of today tells the step.
        return None
    found = goal_steps.reached(ctx.db, ctx.team, changes, ctx.now)
    # Who hides from boards is cheered in private.
    hidden = roster(ctx.db, ctx.team.id).hidden if ctx.chat.is_group else frozenset()
    cards: dict[int | None, list[Reached]] = {}
    for each in found:
        member_id = each.goal.member_id
        cards.setdefault(member_id if member_id in hidden else None, []).append(each)
    return [_card(ctx, steps, to) for to, steps in cards.items()]


def _card(ctx: Ctx, found: Sequence[Reached], to: int | None) -> Card:
    best = max(each.step for each in found)
    parts = tuple(_part(ctx, each) for each in found[:NAMED])
    return Card(t("goal-cheer", step=best, parts=parts), joins=True, to=to)


def _part(ctx: Ctx, each: Reached) -> T:
    goal = each.goal
    return t(
        "goal-cheer-one",
        who=owner_words(ctx.db, goal),
        span=spoken(goal.period, ctx.today),
        subject=t("goal-cheer-subject", subject=goal.subject) if goal.subject else "",
        step=each.step,
    )
