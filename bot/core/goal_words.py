"""A goal as members read it: its period, its figures, and what is still missing."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from bot.core.cards import T, t
from bot.core.due_words import moment
from models.values import Metric, Period, PeriodKind, format_short

if TYPE_CHECKING:
    from models.goal_progress import Progress
    from models.goals import GoalInfo, NewGoal

_COUNTED = {Metric.ORDERS: "goal-orders", Metric.NEW: "goal-new", Metric.REPEAT: "goal-repeat"}


def figure(goal: GoalInfo | NewGoal, value: int) -> T | str:
    """A figure in the goal's measure: «30,000», «40单», «300盒», «12.5%»."""
    if goal.metric is Metric.AMOUNT:
        return format_short(value)
    if goal.metric is Metric.SHARE:
        return share(value)
    return _counted(goal, f"{value:,}")


def share(value: int) -> str:
    """Hundredths of a percent as «12.5%»."""
    return f"{value / 100:g}%"


def _counted(goal: GoalInfo | NewGoal, count: str) -> T:
    if goal.metric is Metric.QUANTITY:
        return t("goal-pieces", count=count, unit=goal.unit)
    return t(_COUNTED[goal.metric], count=count)


def target(goal: GoalInfo | NewGoal, value: int | None = None) -> T | str:
    """What is to be reached, with what it is of: «面膜 300盒», «一小区份额 15%»."""
    words = figure(goal, goal.target if value is None else value)
    if goal.metric is Metric.SHARE:
        return t("goal-share-of", subject=goal.subject, figure=words)
    return t("goal-of", subject=goal.subject, figure=words) if goal.subject else words


def standing_words(goal: GoalInfo, at: Progress, today: dt.date, *, is_seen: bool = True) -> T:
    """How far a goal is, with what is missing where that `is_seen`."""
    missing: T | str = rest(goal, at, today) if is_seen else ""
    if goal.metric is Metric.SHARE:
        if at.as_of is None:
            return t("goal-standing-unread", subject=goal.subject)
        return t("goal-standing-share", done=share(at.done), day=f"{at.as_of:%m-%d}", rest=missing)
    return t("goal-standing", done=figure(goal, max(0, at.done)), percent=at.percent, rest=missing)


def rest(goal: GoalInfo, at: Progress, today: dt.date) -> T:
    """What is missing: «还差 21,540,日均 2,394×9个工作日», or that it is reached or over."""
    if not at.gap:
        return t("goal-reached")
    if goal.metric is Metric.SHARE:
        return t("goal-rest-share", gap=f"{at.gap / 100:g}")
    gap = figure(goal, at.gap)
    if not at.days:
        return t("goal-over", gap=gap)
    if at.days == 1:
        return t("goal-rest-today" if goal.period.first <= today else "goal-rest", gap=gap)
    working = int(at.are_working)
    return t("goal-rest-pace", gap=gap, pace=pace(goal, at), days=at.days, working=working)


def pace(goal: GoalInfo, at: Progress) -> T | str:
    """What each day that is left must bring."""
    if goal.metric is Metric.AMOUNT:
        return format_short(at.pace)
    # From ten on a tenth of a piece tells nobody anything.
    count = f"{-(-at.pace // 10):,}" if at.pace >= 100 else f"{at.pace / 10:g}"
    return _counted(goal, count)


def ratio(goal: GoalInfo, done: int) -> T:
    """What is done of what, in as few words as there can be: «面膜 3/300盒»."""
    plain = format_short(done) if goal.metric is Metric.AMOUNT else f"{done:,}"
    return t("goal-ratio", done=plain, target=figure(goal, goal.target), subject=goal.subject)


def rounded(goal: GoalInfo, value: int) -> int:
    """A foreseen figure without an exactness that it does not have: two or three digits."""
    whole = value // 100 if goal.metric is Metric.AMOUNT else value
    digits = 3 if goal.metric is Metric.AMOUNT else 2
    step = int("1" + "0" * max(0, len(str(abs(whole))) - digits))
    near = (whole + step // 2) // step * step
    return near * 100 if goal.metric is Metric.AMOUNT else near


def spoken(period: Period, today: dt.date) -> T:
    """A period as people say it ahead: «今天», «本周», «6月», «三季度», «06-16–06-20»."""
    kind = period.kind
    if kind is PeriodKind.DAY:
        is_today = period.first == today
        now = dt.datetime.combine(today, dt.time())
        return t("goal-span-today") if is_today else moment(period.first, now)
    if kind is PeriodKind.WEEK and period.first <= today <= period.last:
        return t("goal-span-week")
    year = str(period.first.year)
    is_far = int(period.first.year != today.year)
    if kind is PeriodKind.YEAR:
        return t("goal-span-year", year=year)
    if kind is PeriodKind.QUARTER:
        quarter = (period.first.month + 2) // 3
        return t("goal-span-quarter", quarter=quarter, year=year, far=is_far)
    if kind is PeriodKind.MONTH:
        return t("goal-span-month", month=period.first.month, year=year, far=is_far)
    form = "%m-%d" if period.last.year == today.year else "%Y-%m-%d"
    return t("goal-span-days", first=f"{period.first:{form}}", last=f"{period.last:{form}}")
