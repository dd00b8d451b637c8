"""A goal as members read it: its period, its figures, and what is still missing."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from bot.core.cards import T, t
from bot.core.due_words import moment
from models.values import Metric, Period, PeriodKind, format_short

if TYPE_CHECKING:
    from models.goals import GoalInfo, Progress


def figure(metric: Metric, value: int) -> T | str:
    """A target, or what is done of it: «30,000», «40单»."""
    if metric is Metric.AMOUNT:
        return format_short(value)
    return t("goal-orders", count=f"{value:,}")


def rest(goal: GoalInfo, at: Progress, today: dt.date) -> T:
    """What is missing: «还差 21,540,日均 1,657×13天», or that it is reached or over."""
    gap = figure(goal.metric, at.gap)
    if not at.gap:
        return t("goal-reached")
    if not at.days:
        return t("goal-over", gap=gap)
    if at.days == 1:
        return t("goal-rest-today" if goal.period.first <= today else "goal-rest", gap=gap)
    pace: T | str = format_short(at.pace)
    if goal.metric is Metric.ORDERS:
        pace = t("goal-orders", count=f"{at.pace / 10:g}")
    return t("goal-rest-pace", gap=gap, pace=pace, days=at.days)


def spoken(period: Period, today: dt.date) -> T:
    """A period as people say it ahead: «今天», «本周», «6月», «2026年», «06-16–06-20»."""
    kind = period.kind
    if kind is PeriodKind.DAY:
        is_today = period.first == today
        now = dt.datetime.combine(today, dt.time())
        return t("goal-span-today") if is_today else moment(period.first, now)
    if kind is PeriodKind.WEEK and period.first <= today <= period.last:
        return t("goal-span-week")
    year = str(period.first.year)
    if kind is PeriodKind.YEAR:
        return t("goal-span-year", year=year)
    if kind is PeriodKind.MONTH:
        is_far = int(period.first.year != today.year)
        return t("goal-span-month", month=period.first.month, year=year, far=is_far)
    form = "%m-%d" if period.last.year == today.year else "%Y-%m-%d"
    return t("goal-span-days", first=f"{period.first:{form}}", last=f"{period.last:{form}}")
