"""What a new order does to contests: a step that is reached, a race that is won."""

from __future__ import annotations

from collections.abc import Sequence

from bot.kit import Answer, Card, Ctx, LedgerChange, t
from handlers.contests.routing import router
from handlers.contests.words import head, score, seen_name
from models import contest_following, contests
from models.contest_tables import Contest
from models.rosters import roster


@router.follow
def follow(ctx: Ctx, changes: Sequence[LedgerChange]) -> Answer:
    """Cheer who reached a step or a goal by these orders; the rest of a contest is silent."""
    if not contests.running_ids(ctx.db, ctx.team.id):
        return None
    cards = []
    for row in contest_following.cheered(ctx.db, ctx.team.id):
        for change in changes:
            card = _cheer(ctx, row, change)
            if card is not None:
                cards.append(card)
    return cards


def _cheer(ctx: Ctx, row: Contest, change: LedgerChange) -> Card | None:
    found = contest_following.reached(ctx.db, ctx.team, row, change, ctx.now)
    if found is None:
        return None
    people = roster(ctx.db, ctx.team.id)
    name = seen_name(people, change.after.sale.member_id)
    rules = found.rules
    goal = rules.steps[found.step - 1] if found.step else rules.goal
    title = t(
        "contest-cheer",
        name=name,
        head=head(row),
        goal=score(rules, goal),
        race=int(not found.step),
        minutes=contest_following.GRACE_MINUTES,
    )
    return Card(title, joins=True)
