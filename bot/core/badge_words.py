"""Badges and own records as members read them, the same in cheers, lists and digests."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from bot.core.cards import T, t
from models.badge_kinds import KINDS, MONEY
from models.values import format_short

if TYPE_CHECKING:
    from models.badge_values import Held
    from models.best_spans import Beaten
    from models.rosters import Roster

_TEN_THOUSAND = 10_000_00


def level_words(kind: str, level: int) -> T | str:
    """A level by itself: «1万», «5,000», «7»."""
    return _level("badge-money", kind, level)


def name(kind: str, level: int) -> T:
    """A badge by name: «7 连开», «单日破万»."""
    return t("badge-name", kind=kind, level=_level("badge-money-named", kind, level))


def _level(key: str, kind: str, level: int) -> T | str:
    if KINDS[kind].unit != MONEY:
        return str(level)
    tens = level // _TEN_THOUSAND if level % _TEN_THOUSAND == 0 else 0
    return t(key, amount=format_short(level), tens=tens)


def highest(badges: Iterable[Held]) -> list[Held]:
    """Of several levels of one kind the highest, in the order in which they came."""
    found: dict[tuple[str, str], Held] = {}
    for badge in badges:
        key = (badge.kind, badge.period)
        if key not in found or badge.level > found[key].level:
            found[key] = badge
    return list(found.values())


def cheer(who: str, badges: Sequence[Held]) -> T:
    """One line for the badges that a member was given: «🏅 小美 拿到徽章「7 连开」»."""
    names = tuple(name(badge.kind, badge.level) for badge in highest(badges))
    return t("badge-cheer", name=who, badges=names)


def several(
    people: Roster, given: Sequence[tuple[int, Sequence[Held]]], most: int
) -> T:  # fmt: skip
    """One line for the badges of several members; more than `most` are counted."""
    parts = tuple(
        t(
            "badge-digest-one",
            name=people.name(who),
            badges=tuple(name(badge.kind, badge.level) for badge in highest(found)),
        )
        for who, found in given[:most]
    )
    return t("badge-digest", parts=parts, more=len(given) - len(parts))


def record(who: str, beaten: Beaten) -> T:
    """One line for an own record that was beaten, with the one before."""
    is_days = beaten.kind == "streak"
    return t(
        "badge-record",
        kind=beaten.kind,
        name=who,
        value=str(beaten.value) if is_days else format_short(beaten.value),
        before=str(beaten.before) if is_days else format_short(beaten.before),
        date=date(beaten.before_on),
    )


def date(day: dt.date) -> str:
    """A day as badges and records name it."""
    return f"{day:%m-%d}"
