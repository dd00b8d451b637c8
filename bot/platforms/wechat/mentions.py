"""Who a text names as «@name», and whether it speaks to the bot."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.events import Sender

# What WeChat's clients put behind a name that was picked from the list of members.
MENTION_END = "\u2005"
# Ids and names that mean everybody; such a mention is nobody's in particular.
EVERYBODY_IDS = frozenset({"announcement@all", "notify@all"})
EVERYBODY_NAMES = ("所有人", "全体成员", "all")

_ANY = re.compile(rf"[@＠]([^@＠\n{MENTION_END}]{{1,64}}){MENTION_END}")
_AROUND = f" \t\r\n{MENTION_END}\u00a0\u3000,，:："


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who can be meant, with all names that may stand in a text."""

    id: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mentions:
    """A text without the bot's name at its ends, and whom it names.

    `is_open` says that it names somebody whom none of the given people is.
    """

    text: str
    people: tuple[Sender, ...] = ()
    addressed: bool = False
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    id: str
    name: str


def read_mentions(
    text: str, ids: Sequence[str], people: Sequence[Person], me: str = ""
) -> Mentions:
    """Find everybody whom the text names; `me` is the bot's id.

    The `ids` come from the gateway, often incomplete; a name that is not among theirs counts only
    where a client marked it as picked.
    """
    if "@" not in text and "＠" not in text:
        return Mentions(text)
    wanted = [each for each in dict.fromkeys(ids) if each not in EVERYBODY_IDS]
    found = _by_name(text, wanted, people, me)
    unknown = [
        match
        for match in _ANY.finditer(text)
        if match[1].strip() not in EVERYBODY_NAMES and not _inside(match, found)
    ]
    missing = [each for each in wanted if each not in {one.id for one in found}]
    if unknown and len(unknown) == len(missing):
        # The gateway knows the people under names that we do not.
        pairs = zip(unknown, missing, strict=True)
        found += [_Found(match.start(), match.end(), id_, match[1]) for match, id_ in pairs]
        unknown = []
    found.sort(key=lambda one: one.start)
    named = tuple(dict.fromkeys(Sender(one.id, one.name) for one in found if one.id != me))
    rest = _without_me(text, [one for one in found if one.id == me])
    return Mentions(
        text if rest is None else rest, named, addressed=rest is not None, is_open=bool(unknown)
    )


def _by_name(text: str, ids: Sequence[str], people: Sequence[Person], me: str) -> list[_Found]:
    found: list[_Found] = []
    position = 0
    while (at := _next_sign(text, position)) >= 0:
        position = at + 1
        fitting = [
            (name, person.id)
            for person in people
            for name in person.names
            if _stands(text, at + 1, name, is_known=person.id in ids or person.id == me)
        ]
        longest = max((len(name) for name, _ in fitting), default=0)
        best = list(dict.fromkeys(one for one in fitting if len(one[0]) == longest))
        if len(best) > 1:
            # Two of one name: the gateway says who is meant, or nobody does.
            used = {one.id for one in found}
            best = [one for one in best if one[1] in ids and one[1] not in used]
            best = sorted(best, key=lambda one: ids.index(one[1]))[:1]
        for name, id_ in best:
            end = at + 1 + len(name)
            end += text[end : end + 1] == MENTION_END
            found.append(_Found(at, end, id_, name))
            position = end
    return found


def _next_sign(text: str, start: int) -> int:
    places = [at for at in (text.find("@", start), text.find("＠", start)) if at >= 0]
    return min(places, default=-1)


def _stands(text: str, start: int, name: str, *, is_known: bool) -> bool:
    """Whether the name stands there as a whole."""
    if not name or not text.startswith(name, start):
        return False
    behind = text[start + len(name) : start + len(name) + 1]
    return behind == MENTION_END or (is_known and (not behind or behind in _AROUND))


def _inside(match: re.Match[str], found: Sequence[_Found]) -> bool:
    return any(one.start <= match.start() < one.end for one in found)


def _without_me(text: str, mine: Sequence[_Found]) -> str | None:
    """The text without the bot's names at its start and end; None where they stand elsewhere."""
    start, end = 0, len(text)
    for one in mine:
        if not text[start : one.start].strip(_AROUND):
            start = one.end
    for one in reversed(mine):
        if one.start >= start and not text[one.end : end].strip(_AROUND):
            end = one.start
    return None if (start, end) == (0, len(text)) else text[start:end].strip(_AROUND)
