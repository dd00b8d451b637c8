"""Words that the digests share: days, changes, names, and lines chosen for the room there is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from bot.kit import T, format_short, public_name, t
from models.rosters import Roster
from models.totals import Place

if TYPE_CHECKING:
    import datetime as dt

# Lines with the names by which they may be dropped.
Lines = list[tuple[str, T]]
Namer = Callable[[int], str | T]
# The lines between the title and the note: with both fifteen, so that no chat folds them.
ROOM = 13
# A larger change in percent tells nobody anything.
TELLING_PERCENT = 500


def namer(people: Roster) -> Namer:
    """How members are named where they are praised: as they want it."""
    return lambda member_id: public_name(people, member_id)


def fitted(lines: Lines, dropped: Sequence[str], best: Sequence[T] = ()) -> tuple[T, ...]:
    """As many of the lines as there is room for, without those whose names come first in
    `dropped`; `board` shrinks to the best.
    """
    for name in dropped:
        if len(lines) <= ROOM:
            break
        rest = [each for each in lines if each[0] != name]
        if name == "board":
            at = next((n for n, each in enumerate(lines) if each[0] == name), 0)
            rest[at:at] = [(name, line) for line in best]
        lines = rest
    return tuple(line for _, line in lines)


def weekday(day: dt.date) -> T:
    """A day's weekday."""
    return t("digest-weekday", n=day.isoweekday())


def change(now: int, before: int) -> T:
    """How a sum changed, in money and in percent."""
    if before <= 0:
        return t("digest-change-new")
    difference = now - before
    sign = "+" if difference >= 0 else "-"
    amount = f"{sign}{format_short(abs(difference))}"
    percent = round(abs(difference) * 100 / before)
    if percent > TELLING_PERCENT:
        return t("digest-change-far", amount=amount)
    return t("digest-change", amount=amount, percent=f"{sign}{percent}%")


def percent_of(now: int, before: int) -> str:
    """A change in percent with its sign."""
    found = round((now - before) * 100 / before)
    return f"{'+' if found >= 0 else '-'}{abs(found)}%"


def board_lines(
    places: Sequence[Place], name: Namer, most: int, *, is_told_of_more: bool = True
) -> list[T]:
    """The best places; one place more takes the line that would only count it."""
    shown = places if len(places) <= most + 1 else places[:most]
    if not is_told_of_more:
        shown = places[:most]
    lines = [
        t(
            "board-line",
            rank=place.rank,
            name=name(place.member_id),
            amount=format_short(place.amount),
            orders=place.orders,
        )
        for place in shown
    ]
    more = len(places) - len(shown)
    return [*lines, t("digest-more", count=more)] if more and is_told_of_more else lines


def clock(minute: int) -> str:
    """Minutes after midnight as «21:30»."""
    return f"{minute // 60:02d}:{minute % 60:02d}"
