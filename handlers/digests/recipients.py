"""Whom a planned digest reaches, by its settings."""

from __future__ import annotations

from bot.kit import MemberInfo, Role
from models.rosters import ACTIVE, Roster


def ids_in(settings: dict[str, object], key: str) -> list[int]:
    """The member ids that a plan keeps under a key."""
    found = settings.get(key)
    return [i for i in found if isinstance(i, int)] if isinstance(found, list) else []


def recipients(people: Roster, settings: dict[str, object]) -> list[MemberInfo]:
    """Who gets the digest in private: by role as it is now, and by name if still here."""
    level = settings.get("role")
    by_role = people.with_role(Role(level)) if isinstance(level, int) else []
    without = ids_in(settings, "without")
    named = [people.members[i] for i in ids_in(settings, "to")]
    every = {m.id: m for m in (*by_role, *named) if m.state == ACTIVE and m.id not in without}
    return list(every.values())
