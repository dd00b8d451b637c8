"""People in the words about tasks: found by name, or said clearly that nobody is called so."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.kit import Ctx, MemberInfo, Refusal
from models.rosters import GONE, Roster, roster

_SELF = frozenset({"我", "自己", "me", "myself"})
# A name must be this like another to be offered instead of it, in percent.
_ALIKE = 60
_NUMBERED = re.compile(r"@([^\s@#]{1,24})#(\d{1,9})(?!\d)")


def with_marks(text: str) -> str:
    """The text with «@阿芳·12» for «@阿芳#12», which names one of several people of that name, so
    that the sign of a tag stands in no name.
    """
    return _NUMBERED.sub(r"@\1·\2", text)


def _exactly(people: Roster, name: str) -> MemberInfo | None:
    """The member that «阿芳·12» names."""
    base, mark, number = name.rpartition("·")
    found = people.members.get(int(number)) if mark and number.isdecimal() else None
    return found if found is not None and found.name == base else None


def is_known(ctx: Ctx, name: str) -> bool:
    """Whether a bare word is the name of somebody who is here."""
    people = roster(ctx.db, ctx.team.id)
    exact = _exactly(people, name)
    if exact is not None:
        return exact.state not in GONE
    ids = people.names.get(name) or people.names.get(name.lower()) or ()
    return name in _SELF or any(people.members[i].state not in GONE for i in ids)


def person(ctx: Ctx, name: str) -> MemberInfo:
    """The member of that name; raises Refusal that names the nearest one, or says who has left."""
    name = name.removeprefix("@")
    if name in _SELF:
        return ctx.actor
    people = roster(ctx.db, ctx.team.id)
    found = _exactly(people, name) or people.find(name)
    if found is not None and found.state not in GONE:
        return found
    if found is not None:
        raise Refusal("task-person-left", name=found.name)
    near = nearest(ctx, name)
    if near is None:
        raise Refusal("task-person-unknown", name=name[:32])
    raise Refusal("task-person-near", name=name[:32], near=near)


def everyone(ctx: Ctx, names: Iterable[str]) -> tuple[MemberInfo, ...]:
    """The members of those names, each once; raises Refusal for one that nobody has."""
    found = {member.id: member for member in (person(ctx, name) for name in names)}
    return tuple(found.values())


def nearest(ctx: Ctx, name: str) -> str | None:
    """The name of somebody here that is most like that one, None where none is."""
    people = roster(ctx.db, ctx.team.id)
    here = [m.name for m in people.members.values() if m.state not in GONE]
    # Costs 4 MB, which a bot that nobody mistypes to never needs.
    from rapidfuzz import fuzz, process

    best = process.extractOne(name, here, scorer=fuzz.ratio, score_cutoff=_ALIKE)
    if best is not None:
        return str(best[0])
    # Two-character names with one wrong sign are only half alike.
    close = [each for each in here if len(each) == len(name) and set(each) & set(name)]
    return close[0] if len(close) == 1 and len(name) > 1 else None
