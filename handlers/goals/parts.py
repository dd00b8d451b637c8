"""A goal is split over its weeks or days, and a missed part is spread over the others, aloud."""

from __future__ import annotations

import datetime as dt

from bot.core.due_words import moment
from bot.core.goal_words import figure, spoken
from bot.kit import Answer, Card, Ctx, PeriodKind, Refusal, T, TeamInfo, WakeCtx, t
from bot.language.goal_splits import SplitWords
from handlers.goals.routing import router
from handlers.goals.setting import chosen
from handlers.goals.words import Owner, heading, owner_called
from models import care, goal_parts, goals, reminders
from models.goal_parts import Missed, Part
from models.goal_setting import JOB
from models.goals import GoalInfo
from models.rosters import GONE, roster

# Parts that one card lists.
SHOWN = 10


def over_time(ctx: Ctx, words: SplitWords) -> Answer:
    """Split a goal over weeks or days, or take the plan away again."""
    goal = _goal(ctx, words)
    if words.kind is PeriodKind.ALL or words.kind is None:
        goal_parts.undivide(ctx.db, ctx.actor, goal)
        return Card(t("goal-parts-gone", number=goal.number, **heading(ctx.db, goal, ctx.today)))
    found = goal_parts.divide(ctx.db, ctx.team, ctx.actor, goal, words.kind, now=ctx.now)
    return _plan(ctx, goal, found, words.kind)


def _goal(ctx: Ctx, words: SplitWords) -> GoalInfo:
    said = words.goal
    if said.number is not None:
        found = goals.require(ctx.db, ctx.team.id, said.number)
        if found.state != goals.ACTIVE:
            raise Refusal("goal-ended", number=found.number)
        return found
    owner = Owner() if said.is_team else Owner(ctx.actor)
    if said.who:
        called = owner_called(ctx, said.who)
        if called is None:
            raise Refusal("goal-unknown-member", name=said.who.lstrip("@")[:20])
        owner = called
    return chosen(ctx, said, owner, nothing="goal-split-no-goal")


def _plan(ctx: Ctx, goal: GoalInfo, found: list[Part], kind: PeriodKind) -> Card:
    """The parts that are not over, and what those that are brought."""
    # Days off bring nothing and are left out.
    rest = [part for part in found if not part.is_over and part.target]
    brought = sum(part.done for part in found if part.is_over)
    lines = []
    if brought:
        lines.append(t("goal-parts-before", done=figure(goal, brought)))
    lines += [
        t(
            "goal-part",
            span=span(ctx.team, part, ctx.now),
            target=figure(goal, part.target),
            now=int(part.first <= ctx.today <= part.last),
        )
        for part in rest[:SHOWN]
    ]
    if len(rest) > SHOWN:
        lines.append(t("goal-parts-more", count=len(rest) - SHOWN))
    return Card(
        t(
            "goal-parts",
            number=goal.number,
            kind=kind.value,
            **heading(ctx.db, goal, ctx.today),
        ),
        tuple(lines),
        note=t("goal-parts-note"),
    )


def span(team: TeamInfo, part: Part | Missed, now: dt.datetime) -> T | str:
    """A part as people call it: a day with its weekday, or its first and last day."""
    if part.first == part.last:
        return moment(part.first, now.astimezone(team.zone))
    return f"{part.first:%m-%d}–{part.last:%m-%d}"


@router.reminder(JOB)
def part_over(ctx: WakeCtx) -> list[Card]:
    """Tell, once and in private, what a missed week or day leaves to the others."""
    cards = []
    for wake in ctx.due:
        goal = goals.by_id(ctx.db, wake.subject)
        if goal is None or goal.state != goals.ACTIVE:
            continue
        to = goal.member_id if goal.member_id is not None else goal.set_by
        if roster(ctx.db, ctx.team.id).members[to].state in GONE:
            continue
        at = care.may_nudge_at(ctx.db, ctx.team, to, ctx.now)
        if at > ctx.now:
            reminders.remind(ctx.db, ctx.team.id, JOB, goal.id, at=at)
            continue
        goal_parts.watch(ctx.db, ctx.team, goal, ctx.now)
        missed = goal_parts.missed(ctx.db, goal, ctx.team.day_of(ctx.now))
        if missed is not None and goal_parts.say_once(ctx.db, goal, missed, ctx.now):
            cards.append(_spread(ctx, goal, missed).with_(to=to))
    return cards


def _spread(ctx: WakeCtx, goal: GoalInfo, missed: Missed) -> Card:
    today = ctx.team.day_of(ctx.now)
    title = t(
        "goal-spread",
        part=span(ctx.team, missed, ctx.now),
        done=figure(goal, max(0, missed.done)),
        wanted=figure(goal, missed.wanted),
        span=spoken(goal.period, today),
        team=int(goal.member_id is None),
    )
    line = t(
        "goal-spread-rest",
        gap=figure(goal, missed.gap),
        left=missed.left,
        kind=missed.kind.value,
        next=figure(goal, missed.next_target),
    )
    return Card(title, (line,))
