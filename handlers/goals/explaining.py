"""Why a goal stands where it stands: how the percent is made, and from which records."""

from __future__ import annotations

from bot.core.goal_words import figure, share, target
from bot.core.why_words import why_card
from bot.kit import Answer, Card, Ctx, Refusal, Role, T, t
from handlers.goals.routing import router
from handlers.goals.words import heading
from models import counting, goal_evidence, goal_progress, goal_readings, goals, membership
from models.goals import LETTER, GoalInfo
from models.values import Metric


@router.explain(LETTER)
def explain(ctx: Ctx, number: int) -> Answer:
    """What a goal counts, the division, the records that count and those that do not; a member's
    goal is explained to the member and to leads.
    """
    goal = goals.require(ctx.db, ctx.team.id, number)
    if goal.member_id not in (None, ctx.actor.id):
        membership.require(ctx.db, ctx.actor, Role.LEAD)
        if ctx.chat.is_group:
            raise Refusal("goal-board-private")
    if goal.metric is Metric.SHARE:
        return _of_share(ctx, goal)
    found = goal_evidence.evidence_of(ctx.db, goal, ctx.now)
    at = goal_progress.progress(ctx.db, ctx.team, goal, ctx.today)
    return why_card(_title(ctx, goal, at.percent), _formula(goal, at.done), found, ctx.team.zone)


def _title(ctx: Ctx, goal: GoalInfo, percent: int) -> T:
    words = heading(ctx.db, goal, ctx.today)
    return t("goal-why", number=goal.number, percent=percent, **words)


def _formula(goal: GoalInfo, done: int) -> list[T]:
    hundredths = max(0, done) * 10_000 // goal.target
    days = {"first": f"{goal.period.first:%m-%d}", "last": f"{goal.period.last:%m-%d}"}
    return [
        t("goal-why-counts", metric=goal.metric.value, subject=goal.subject, **days),
        t(
            "goal-why-formula",
            done=figure(goal, max(0, done)),
            target=target(goal),
            exact=f"{hundredths / 100:.2f}",
            percent=hundredths // 100,
        ),
    ]


def _of_share(ctx: Ctx, goal: GoalInfo) -> Card:
    """Readings stand for the records."""
    found = goal_readings.readings(ctx.db, ctx.team.id, goal.subject, goal.period.last)
    at = goal_progress.progress(ctx.db, ctx.team, goal, ctx.today)
    lines = [
        t("goal-why-counts", metric=goal.metric.value, subject=goal.subject, first="", last=""),
        *(
            t("goal-share-reading", day=f"{one.day:%m-%d}", value=share(one.value), trend="")
            for one in found
        ),
    ]
    written = [[one.day.isoformat(), one.value, one.member_id] for one in found]
    when = ctx.now.astimezone(ctx.team.zone)
    note = t("why-note", time=f"{when:%m-%d %H:%M}", snapshot=counting.digest(written))
    return Card(_title(ctx, goal, at.percent), tuple(lines), note=note)
