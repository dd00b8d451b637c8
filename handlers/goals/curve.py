"""The picture of a goal: what was reached by each day, the target, and where it may end."""

from __future__ import annotations

import datetime as dt
from itertools import accumulate

from bot.core.goal_words import figure, pace, rounded, spoken, target
from bot.core.pictures import Course, Fact, curve_picture
from bot.kit import Card, Ctx, Picture, Refusal, Role, T, t
from bot.language.goal_terms import GoalWords
from handlers.goals.showing import foreseen
from handlers.goals.words import Owner, line, owner_words
from models import goal_days, goal_progress, goal_tree, goals, membership
from models.goal_progress import Forecast
from models.goals import GoalInfo
from models.values import Metric


def curve(ctx: Ctx, words: GoalWords, owner: Owner) -> Card:
    """The picture of a goal that runs, with the same in words; somebody else's is for leads, in
    private.
    """
    goal = _chosen(ctx, words, owner)
    is_foreign = goal.member_id not in (None, ctx.actor.id)
    if is_foreign:
        membership.require(ctx.db, ctx.actor, Role.LEAD)
        if ctx.chat.is_group:
            raise Refusal("goal-board-private")
    ahead = goal_progress.forecast(ctx.db, ctx.team, goal, ctx.today)
    lines = (foreseen(ctx, goal, ahead),) if ahead is not None else ()
    return Card(line(ctx, goal), lines, picture=_picture(ctx, goal, ahead))


def _chosen(ctx: Ctx, words: GoalWords, owner: Owner) -> GoalInfo:
    """The goal that is named, or the one that says most: the own one, else the team's."""
    if words.number is not None:
        found = goals.require(ctx.db, ctx.team.id, words.number)
        if found.metric is Metric.SHARE or found.period.first > ctx.today:
            raise Refusal("goal-no-curve")
        return found
    day = min(words.period.last, ctx.today) if words.period is not None else ctx.today
    running = [
        each
        for each in goals.of_day(ctx.db, ctx.team.id, day)
        if words.period in (None, each.period)
    ]
    main = goal_tree.main_of(each for each in running if each.owner == owner.key)
    if main is None and not words.who:
        main = goal_tree.main_of(each for each in running if each.is_team)
    if main is None:
        raise Refusal("goal-no-curve")
    return main


def _picture(ctx: Ctx, goal: GoalInfo, ahead: Forecast | None) -> Picture:
    period = goal.period
    until = min(ctx.today, period.last)
    sums = goal_days.daily(ctx.db, goal, period.first, until)
    days = goal_days.span(period.first, until)
    at = goal_progress.progress(ctx.db, ctx.team, goal, ctx.today)
    course = Course(
        target=goal.target,
        done=tuple(accumulate(sums.get(day, 0) for day in days)),
        days=(period.last - period.first).days + 1,
        low=rounded(goal, ahead.low) if ahead is not None else 0,
        high=rounded(goal, ahead.high) if ahead is not None else 0,
    )
    who, span = owner_words(ctx.db, goal), spoken(period, ctx.today)
    facts = [Fact(t("goal-curve-done"), figure(goal, at.done))]
    if at.gap:
        facts.append(Fact(t("goal-curve-gap"), figure(goal, at.gap)))
        if at.days > 1:
            facts.append(Fact(t("goal-curve-pace"), pace(goal, at)))
    return curve_picture(
        t("goal-curve", who=who, span=span, target=target(goal)),
        t("goal-curve-until", date=f"{until:%m-%d}", percent=at.percent),
        course,
        target=target(goal),
        labels=(_day(period.first), _day(period.last)),
        facts=facts,
        note=_how(ahead),
    )


def _day(day: dt.date) -> str:
    return f"{day:%m-%d}"


def _how(ahead: Forecast | None) -> T | str:
    return t("goal-curve-how", days=ahead.days) if ahead is not None else ""
