"""The digest's lines about goals: the team's with its pace, and members' as counts alone."""

from __future__ import annotations

import datetime as dt

from bot.core.goal_words import figure, rest, rounded, spoken, target
from bot.kit import T, t
from models.goals_digest import GoalFigures


def goal_lines(figures: GoalFigures | None, day: dt.date) -> list[tuple[str, T]]:
    """Lines with the names by which they may be dropped; nobody who is behind is named."""
    if figures is None:
        return []
    lines = []
    goal, at, ahead = figures.goal, figures.at, figures.forecast
    if goal is not None and at is not None:
        lines.append(
            (
                "goal",
                t(
                    "goal-digest-team",
                    span=spoken(goal.period, day),
                    target=target(goal),
                    done=figure(goal, max(0, at.done)),
                    percent=at.percent,
                    rest=rest(goal, at, day),
                ),
            )
        )
        if ahead is not None and at.gap:
            low, high = (figure(goal, rounded(goal, value)) for value in (ahead.low, ahead.high))
            words = t("goal-digest-forecast", low=low, high=high, days=ahead.days)
            lines.append(("goal_forecast", words))
    if figures.members:
        words = t(
            "goal-digest-members",
            members=figures.members,
            on_pace=figures.on_pace,
            reached=figures.reached,
        )
        lines.append(("goal_members", words))
    return lines
