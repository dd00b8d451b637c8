"""The answer to «why?» for any number: how it is made, from which records, without which."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from bot.core.cards import Card, T, t

if TYPE_CHECKING:
    from models.counting import Counted
    from models.evidence import Evidence
    from models.values import TeamInfo

# Records that are named in a line; the others are counted.
NAMED = 12


def why_card(
    title: T,
    formula: Sequence[T],
    found: Evidence,
    zone: ZoneInfo,
    *,
    team: TeamInfo | None = None,
) -> Card:
    """The card under which a number stands open: `title` says the number, `formula` how it is
    made. With the team, entries that came later than on their own day are marked.
    """
    late = _late(team, [*found.counted, *found.excluded]) if team is not None else set()
    lines = [*formula, _counted(found.counted, late)]
    if found.excluded:
        lines.append(_excluded(found.excluded))
    as_of = found.as_of.astimezone(zone)
    note = t("why-note", time=f"{as_of:%m-%d %H:%M}", snapshot=found.snapshot)
    return Card(title, tuple(lines), note=note)


def _late(team: TeamInfo, rows: Sequence[Counted]) -> set[int]:
    """The numbers of records that were reported for an earlier business day."""
    first = {row.number: row for row in sorted(rows, key=lambda row: -row.revision)}
    return {
        number
        for number, row in first.items()
        if row.revision == 1 and row.day < team.day_of(row.at)
    }


def _counted(rows: Sequence[Counted], late: Collection[int]) -> T:
    names = tuple(
        t("why-late-one", number=row.number) if row.number in late else f"#S{row.number}"
        for row in rows[:NAMED]
    )
    return t("why-counted", count=len(rows), names=names, more=max(0, len(rows) - NAMED))


def _excluded(rows: Sequence[Counted]) -> T:
    names = tuple(
        t("why-excluded-one", number=row.number, reason=row.reason) for row in rows[:NAMED]
    )
    return t("why-excluded", count=len(rows), names=names, more=max(0, len(rows) - NAMED))
