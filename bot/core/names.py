"""How members are named where everybody can read it: boards, digests, contests, cheers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.core.cards import T, t

if TYPE_CHECKING:
    from models.rosters import Roster


def public_name(people: Roster, member_id: int, reader: int | None = None) -> str | T:
    """A member's name, or «anonymous» for who hides; `reader` is the one person who reads it in
    private, and knows who they are themselves.
    """
    if member_id in people.hidden and member_id != reader:
        return t("board-anonymous")
    return people.name(member_id)
