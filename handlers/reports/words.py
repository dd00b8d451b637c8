"""Reports in words: the facts, what a member said, and when the meeting is."""

from __future__ import annotations

import datetime as dt

from bot.core.due_words import moment
from bot.kit import T, TeamInfo, format_short, t
from models.goals import percent
from models.meeting_reports import Report
from models.meeting_tables import Meeting
from models.report_facts import Facts

# Signs of a task's title, and of what somebody wrote in a list of several.
TITLE, WORDS = 12, 60


def begins(row: Meeting, team: TeamInfo, now: dt.datetime) -> T | str:
    """When a meeting begins: the time of today, else with its day."""
    start, here = row.start_at.astimezone(team.zone), now.astimezone(team.zone)
    return f"{start:%H:%M}" if start.date() == here.date() else moment(start, here)


def fact_lines(facts: Facts) -> list[T]:
    """A member's week, a line for each kind of fact that there is."""
    lines = [sales(facts)]
    for name in ("done", "late"):
        count, first = getattr(facts, name), getattr(facts, f"{name}_first")
        if count:
            shown = tuple(
                t("report-task", number=number, title=shortened(title, TITLE))
                for number, title in first
            )
            lines.append(t(f"report-{name}", count=count, tasks=shown, more=count - len(shown)))
    return lines


def sales(facts: Facts) -> T:
    """What a member sold in the week, against the goal of the week or the month."""
    amount, last = format_short(facts.amount), int(facts.last_week)
    if facts.target:
        return t(
            "report-sales-goal",
            last=last,
            amount=amount,
            target=format_short(facts.target),
            percent=percent(facts.amount, facts.target),
        )
    if facts.month_target:
        return t(
            "report-sales-month",
            last=last,
            amount=amount,
            month=format_short(facts.month),
            target=format_short(facts.month_target),
            percent=percent(facts.month, facts.month_target),
        )
    return t("report-sales", last=last, amount=amount)


def said_lines(report: Report) -> list[T]:
    """What a member added: where they are stuck first."""
    lines = []
    if report.blocker:
        lines.append(t("report-blocker", words=shortened(report.blocker, WORDS * 2)))
    if report.words:
        lines.append(t("report-words", words=shortened(report.words, WORDS * 3)))
    return lines


def shortened(words: str, most: int) -> str:
    """Words in one line, cut where they are long."""
    line = " ".join(words.split())
    return line if len(line) <= most else f"{line[: most - 1]}…"
