"""The digest's line about badges: praise for who got one, and no word about the others."""

from __future__ import annotations

from bot.core import badge_words
from bot.kit import T
from models.badge_digest import BadgeFigures
from models.rosters import Roster

# Members that are named.
NAMED = 4


def badge_lines(figures: BadgeFigures | None, people: Roster) -> list[tuple[str, T]]:
    """One line, with the name by which it may be dropped."""
    if figures is None:
        return []
    return [("badges", badge_words.several(people, figures.given, NAMED))]
