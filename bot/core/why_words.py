"""The answer to «why?» for any number: how it is made, from which records, without which."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from bot.core.cards import Card, T, t

if TYPE_CHECKING:
    from models.counting import Counted
    from models.evidence import Evidence

# Records that are named in a line; the others are counted.
NAMED = 12


def why_card(title: T, formula: Sequence[T], found: Evidence, zone: ZoneInfo) -> Card:
    """The card under which a number stands open: `title` says the number, `formula` how it is
    made.
    """
    lines = [*formula, _counted(found.counted)]
    if found.excluded:
        lines.append(_excluded(found.excluded))
    as_of = found.as_of.astimezone(zone)
    note = t("why-note", time=f"{as_of:%m-%d %H:%M}", snapshot=found.snapshot)
    return Card(title, tuple(lines), note=note)


def _counted(rows: Sequence[Counted]) -> T:
    names = tuple(f"#S{row.number}" for row in rows[:NAMED])
    return t("why-counted", count=len(rows), names=names, more=max(0, len(rows) - NAMED))


def _excluded(rows: Sequence[Counted]) -> T:
    names = tuple(
        t("why-excluded-one", number=row.number, reason=row.reason) for row in rows[:NAMED]
    )
    return t("why-excluded", count=len(rows), names=names, more=max(0, len(rows) - NAMED))
