"""What is said when the ledger earns somebody a reward, or takes a reason away."""

from __future__ import annotations

from collections.abc import Sequence

from bot.kit import Answer, Card, Ctx, LedgerChange, Role, T, t
from handlers.rewards.reminding import arm
from handlers.rewards.routing import router
from handlers.rewards.words import money, occasion, prized
from models import award_budget, care, rewards
from models.awards import Change
from models.db import Db
from models.rewards import Outcome
from models.rosters import roster

# Rewards that are told one by one; the others are counted.
MOST = 4
# Managers who are told about the budget.
MANAGERS = 3


@router.follow
def earned(ctx: Ctx, changes: Sequence[LedgerChange]) -> Answer:
    """Make and take back awards in the transaction of the order, and say what was earned."""
    outcome = rewards.follow(ctx.db, ctx.team, changes, ctx.now)
    if not outcome.changes:
        return None
    arm(ctx.db, ctx.team, ctx.now)
    return [*cheers(ctx.db, ctx, outcome), *_private(ctx, outcome)]


def cheers(db: Db, ctx: Ctx, outcome: Outcome) -> list[Card]:
    """A line for each reward that was earned or grew, all of them in one card."""
    found = [each for each in outcome.changes if each.kind in ("made", "changed")]
    together: dict[tuple[int, str], list[Change]] = {}
    for change in found:
        is_team = change.clause.is_team
        together.setdefault((-1, change.occasion) if is_team else (change.number, ""), []).append(
            change
        )
    groups = list(together.values())
    lines = [_cheer(db, ctx, group, outcome) for group in groups[:MOST]]
    if len(groups) > MOST:
        lines.append(t("reward-earned-more", count=len(groups) - MOST))
    return [Card(line, joins=True) for line in lines]


def _cheer(db: Db, ctx: Ctx, group: list[Change], outcome: Outcome) -> T:
    first = group[0]
    what = occasion(first.clause, first.occasion, first.tier, ctx.today)
    if first.clause.is_team:
        return t(
            "reward-earned-team",
            what=what,
            prize=prized(first.prize),
            count=len(group),
            first=first.number,
            last=group[-1].number,
        )
    return t(
        "reward-raised" if first.kind == "changed" else "reward-earned",
        name=roster(db, ctx.team.id).name(first.member_id),
        what=what,
        prize=prized(first.prize),
        number=first.number,
        waits=int(first.number in outcome.waiting),
    )


def _private(ctx: Ctx, outcome: Outcome) -> list[Card]:
    """Who lost a reason hears it alone, the payer what was paid without one, the managers that the
    budget runs out.
    """
    cards = []
    for change in outcome.changes:
        values: dict[str, str | int | T] = {
            "number": change.number,
            "prize": prized(change.prize),
            "what": occasion(change.clause, change.occasion, change.tier),
            "name": roster(ctx.db, ctx.team.id).name(change.member_id),
        }
        if change.kind == "withdrawn":
            cards.append(Card(t("reward-withdrawn", **values), to=change.member_id))
        elif change.kind == "groundless":
            cards.append(Card(t("reward-lost", **values), to=change.rules.payer_id))
    awake = [
        card
        for card in cards
        if card.to == ctx.actor.id
        or care.may_nudge_at(ctx.db, ctx.team, card.to or 0, ctx.now) <= ctx.now
    ]
    return [*awake, *budget_words(ctx.db, ctx, outcome)]


def budget_words(db: Db, ctx: Ctx, outcome: Outcome) -> list[Card]:
    """A word to the managers when the budget is nearly used, and when something waits for it."""
    new = {each.number for each in outcome.changes if each.kind == "made"} & outcome.waiting
    if outcome.waiting - new:
        # They know already that the budget is used up.
        new = set()
    if not new and not outcome.nearly:
        return []
    last = outcome.changes[-1]
    budget = last.rules.budget or 0
    used = award_budget.spent(db, ctx.team.id, last.day)
    key = "reward-over-budget" if new else "reward-nearly-over"
    title = t(
        key,
        used=money(used),
        budget=money(budget),
        numbers=tuple(f"R{number}" for number in sorted(new)[:MOST]),
        count=len(new),
    )
    managers = roster(db, ctx.team.id).with_role(Role.MANAGER)[:MANAGERS]
    return [
        Card(title, note=t("reward-budget-how"), to=member.id)
        for member in managers
        if member.id == ctx.actor.id
        or care.may_nudge_at(db, ctx.team, member.id, ctx.now) <= ctx.now
    ]
