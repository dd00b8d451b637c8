"""Goals are shown: somebody's own, with what is behind, what the week is to bring, the forecast."""

from __future__ import annotations

from bot.core.goal_words import figure, pace, rounded, spoken
from bot.kit import Card, Ctx, Role, T, t
from bot.language.goal_terms import GoalWords
from handlers.goals.words import Owner, line
from models import goal_parts, goal_progress, goal_splits, goals, membership
from models.goal_progress import Forecast
from models.goal_tree import main_of
from models.goals import GoalInfo
from models.values import Metric

# Goals in one list; a longer one is folded by the chat.
SHOWN = 6


def shown(ctx: Ctx, words: GoalWords, owner: Owner) -> Card:
    """Somebody's goals and the team's; of others a lead may ask."""
    is_own = owner.member is not None and owner.member.id == ctx.actor.id
    if not is_own and not words.is_team:
        membership.require(ctx.db, ctx.actor, Role.LEAD)
    found = _found(ctx, words, owner)
    name = owner.member.name if owner.member is not None else owner.title or t("goal-team")
    is_named = owner.member is not None
    nothing = t("goal-none", name=name, own=int(is_own), person=int(is_named))
    if not found:
        return Card(nothing)
    own = [each for each in found if each.owner == owner.key]
    lines = [line(ctx, each) for each in found[:SHOWN]]
    if not own:
        lines.insert(0, nothing)
    lines += _more_about(ctx, own, is_seen=not ctx.chat.is_group or words.is_team)
    lines += _drafts(ctx) if is_own else []
    more = len(found) - SHOWN
    note = t("goal-more", count=more) if more > 0 else None
    return Card(t("goal-list", name=name), tuple(lines), note=note)


def _found(ctx: Ctx, words: GoalWords, owner: Owner) -> list[GoalInfo]:
    """The owner's goals first, then the team's; each as they end."""
    period = words.period
    wanted = {owner.key, (None, "")}
    since = ctx.today if period is None else min(ctx.today, period.last)
    found = [
        each
        for each in goals.current(ctx.db, ctx.team.id, since)
        if each.owner in wanted and period in (None, each.period)
    ]
    if words.metric is not Metric.AMOUNT:
        found = [each for each in found if each.metric is words.metric]
    if words.subject:
        found = [each for each in found if each.subject == words.subject]
    return sorted(found, key=lambda each: each.owner != owner.key)


def _more_about(ctx: Ctx, own: list[GoalInfo], *, is_seen: bool) -> list[T]:
    """What there is to say of the goal that says most: what it lacks to an even pace and that this
    is spread already, its part of now, and where it may end.
    """
    running = [each for each in own if each.period.first <= ctx.today <= each.period.last]
    goal = main_of(running)
    if goal is None or not is_seen:
        return []
    lines = []
    at = goal_progress.progress(ctx.db, ctx.team, goal, ctx.today)
    if at.behind > 0 and at.gap and at.days > 1:
        lines.append(
            t(
                "goal-behind",
                gap=figure(goal, at.behind),
                days=at.days,
                working=int(at.are_working),
                pace=pace(goal, at),
            )
        )
    part = goal_parts.part_now(ctx.db, goal, ctx.today)
    if part is not None and part.target:
        lines.append(
            t(
                "goal-part-now",
                kind=part.kind.value,
                done=figure(goal, max(0, part.done)),
                target=figure(goal, part.target),
            )
        )
    ahead = goal_progress.forecast(ctx.db, ctx.team, goal, ctx.today)
    return [*lines, foreseen(ctx, goal, ahead)] if ahead is not None else lines


def foreseen(ctx: Ctx, goal: GoalInfo, ahead: Forecast) -> T:
    """Where a goal may end, and from what that is told."""
    return t(
        "goal-forecast",
        span=spoken(goal.period, ctx.today),
        low=figure(goal, rounded(goal, ahead.low)),
        high=figure(goal, rounded(goal, ahead.high)),
        days=ahead.days,
    )


def _drafts(ctx: Ctx) -> list[T]:
    """Shares that wait for the member's answer."""
    return [
        t(
            "goal-draft-waits",
            number=draft.number,
            span=spoken(draft.goal.period, ctx.today),
            target=figure(draft.goal, share.target),
        )
        for draft in goal_splits.opened_of(ctx.db, ctx.team.id, ctx.actor.id)
        if not ctx.chat.is_group
        and (share := draft.share(ctx.actor.id)) is not None
        and share.state == goal_splits.DRAFTED
    ]
