"""The digest's lines about what came of meetings, and the best of what was learned in the week."""

from __future__ import annotations

from collections.abc import Sequence

from bot.kit import T, public_name, t
from models.experience_tables import Experience
from models.meeting_digest import MeetingFigures
from models.rosters import Roster

# Signs of a decision, of a title, and of an experience.
DECISION, TITLE, WORDS = 20, 12, 28


def meeting_lines(figures: MeetingFigures | None, *, is_named: bool) -> list[tuple[str, T]]:
    """Lines with the names by which they may be dropped; the group is told counts alone."""
    if figures is None:
        return []
    lines = []
    if figures.decided:
        decisions = [
            t("digest-decision", number=number, words=_short(words, DECISION))
            for number, words in figures.decisions
        ]
        lines.append(("decisions", _counted("decided", figures.decided, decisions, is_named)))
    if figures.due_today:
        due = [
            t("digest-meeting-task", number=number, title=_short(title, TITLE))
            for number, title in figures.due
        ]
        lines.append(("meeting_due", _counted("meeting-due", figures.due_today, due, is_named)))
    parts = _rates(figures)
    if parts:
        lines.append(("meetings", t("digest-meetings", parts=parts)))
    return lines


def _counted(name: str, count: int, shown: Sequence[T], is_named: bool) -> T:
    if not is_named:
        return t(f"digest-{name}-count", count=count)
    return t(f"digest-{name}", count=count, shown=tuple(shown), more=count - len(shown))


def _rates(figures: MeetingFigures) -> tuple[T, ...]:
    parts = []
    if sum(figures.goals):
        met, partly, missed = figures.goals
        parts.append(
            t(
                "digest-meetings-goals",
                count=sum(figures.goals),
                percent=figures.percent,
                met=met,
                partly=partly,
                missed=missed,
            )
        )
    if figures.actions:
        parts.append(t("digest-meetings-actions", done=figures.done, actions=figures.actions))
    return tuple(parts)


def learned_lines(learned: Sequence[Experience], people: Roster) -> list[tuple[str, T]]:
    """The best experiences of the week; where there is no room the first one stays longest."""
    return [
        (
            "learned" if n else "learned_best",
            t(
                "digest-learned",
                number=row.number,
                name=public_name(people, row.member_id),
                words=_short(row.words, WORDS),
                thanks=row.thanks,
                first=int(not n),
            ),
        )
        for n, row in enumerate(learned)
    ]


def _short(text: str, most: int) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1]}…"
