"""Strategies in words: whose, until when, under which goal, how its tasks and figures stand."""

from __future__ import annotations

import datetime as dt

from bot.core.due_words import moment
from bot.core.goal_words import spoken, target
from bot.core.percent_words import signed
from bot.kit import Card, T, TeamInfo, format_short, t
from models import goal_progress, goals, plan_changes
from models.campaign_tables import Strategy
from models.db import Db
from models.measures import Measure
from models.plan_changes import ACTIVE
from models.rosters import roster
from models.strategy_effects import Effect, effect
from models.values import Metric

# Fewer whole days than this are no base for a judgement.
FEW = 7


def head(row: Strategy) -> T:
    """A strategy by its number and name: «#ST2 社群营销»."""
    return t("strategy-head", number=row.number, name=row.name)


def measure(found: Measure) -> T:
    """What a strategy is measured by."""
    return t("strategy-measure", metric=found.metric.value, product=found.product)


def amount(found: Measure, value: int) -> T | str:
    """What is reached a day, as `Effect.per_day` gives it: «1,344 元», «2.5单»."""
    if found.metric is Metric.AMOUNT:
        whole = (value + 50) // 100 * 100
        return t("strategy-yuan", amount=format_short(whole))
    return t("strategy-count", metric=found.metric.value, count=f"{value / 10:g}")


def effect_line(found: Effect | None, row: Strategy) -> T:
    """What changed, how many days were compared, and that there may be other causes."""
    if found is None:
        return t("strategy-effect-soon")
    if found.change is None:
        now = amount(found.measure, found.per_day(found.reached))
        return t("strategy-effect-alone", measure=measure(found.measure), days=found.days, now=now)
    return t(
        "strategy-effect",
        measure=measure(found.measure),
        days=found.days,
        now=amount(found.measure, found.per_day(found.reached)),
        then=amount(found.measure, found.per_day(found.reached_before)),
        change=signed(found.change),
        few=int(found.days < FEW),
    )


def goal_line(db: Db, row: Strategy, today: dt.date) -> T | None:
    """The goal that a strategy hangs under, with how far it is where it is nobody's own; None for
    none.
    """
    goal = goals.find(db, row.team_id, row.goal) if row.goal is not None else None
    if goal is None:
        return None
    whose: T | str = goal.title or t("goal-team")
    if goal.member_id is not None:
        whose = roster(db, row.team_id).name(goal.member_id)
    return t(
        "strategy-goal",
        number=goal.number,
        who=whose,
        span=spoken(goal.period, today),
        target=target(goal),
        percent=goals.percent(goal_progress.done_of(db, goal), goal.target),
        public=int(goal.member_id is None),
    )


def phase(row: Strategy, today: dt.date) -> T:
    """How long it still runs, or that it is over."""
    left = (row.last - today).days + 1
    return t("strategy-phase", state=row.state, days=max(0, left))


def card_of(db: Db, team: TeamInfo, row: Strategy, now: dt.datetime) -> Card:
    """A strategy: its goal, tasks and effect."""
    today, local = team.day_of(now), now.astimezone(team.zone)
    lines = []
    goal = goal_line(db, row, today)
    if goal is not None:
        lines.append(goal)
    count = plan_changes.count_tasks(db, row, now)
    lines.append(t("strategy-tasks", done=count.done, total=count.total))
    if row.state != "cancelled":
        lines.append(effect_line(effect(db, team, row, now), row))
    note = t(
        "strategy-note",
        owner=roster(db, team.id).name(row.owner_id),
        first=moment(row.first, local),
        last=moment(row.last, local),
        active=int(row.state == ACTIVE),
        number=row.number,
    )
    title = t("strategy-title", head=head(row), phase=phase(row, today))
    return Card(title, tuple(lines), note=note)
