"""The reports before a meeting as all who come read them: where people are stuck first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.core.cards import T, t

if TYPE_CHECKING:
    from models.meeting_reports import Summary

# Signs of what somebody wrote.
_WORDS = 40


def section(found: Summary) -> tuple[T, ...]:
    """At most eight lines for the agenda; none where nobody reported anything."""
    if not found.handed_in:
        return ()
    lines = [
        t(
            "report-section",
            handed=found.handed_in,
            total=found.total,
            done=found.done,
        )
    ]
    for kind in ("blockers", "words"):
        told: tuple[tuple[str, str], ...] = getattr(found, kind)
        more: int = getattr(found, f"more_{kind}")
        for n, (name, words) in enumerate(told, start=1):
            rest = more if n == len(told) else 0
            lines.append(t(f"report-section-{kind}", name=name, words=_short(words), more=rest))
    return tuple(lines)


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _WORDS else f"{line[: _WORDS - 1]}…"
