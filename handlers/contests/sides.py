"""Who competes: people, squads and groups, from the words between «vs» or of each line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.kit import Ctx, Refusal, Role
from bot.language.contests import Wish, Word
from bot.language.wishes import SELF
from handlers.contests.naming import person
from models import contests, squads
from models.rosters import GONE, roster

# What drawn sides are called, in their order.
DRAWN = ("红队", "蓝队", "黄队", "绿队", "紫队", "橙队", "白队", "黑队")
_TEAM = "队"
_JOINTS = frozenset({"和", "跟", "与", "and", "with", "pk", "PK"})


@dataclass(frozen=True, slots=True)
class Field:
    """Who is called: (member id, side); `sides` are names of sides, none where members compete
    themselves. `unsettled` are sides without anybody: members sign up for them. `title` is what
    the contest was called. `by_default` are all called because nobody was named. `is_drawn`: the
    sides are dealt out at the start.
    """

    called: tuple[tuple[int, int], ...]
    sides: tuple[str, ...] = ()
    unsettled: bool = False
    title: str = ""
    is_self: bool = False
    by_default: bool = False
    is_drawn: bool = False


@dataclass(frozen=True, slots=True)
class _Side:
    name: str
    ids: tuple[int, ...]
    more: tuple[str, ...] = ()


def field(ctx: Ctx, wish: Wish) -> Field:
    """Who competes by a line; raises Refusal for strangers and people on two sides."""
    found = [_side(ctx, words, is_side=_is_sides(wish)) for words in wish.sides]
    if wish.draw:
        return _drawn(ctx, wish, found)
    if not _is_sides(wish):
        return _singles(ctx, wish, found)
    if len(found) > contests.MAX_SIDES:
        raise Refusal("contest-sides-many", most=contests.MAX_SIDES)
    if all(len(side.ids) == 1 and not side.name for side in found):
        return _duel(ctx, found)
    names = tuple(_name_of(ctx, side) for side in found)
    if len(set(names)) < len(names):
        raise Refusal("contest-sides-same", name=next(n for n in names if names.count(n) > 1))
    _require_apart(ctx, [each for side in found for each in side.ids])
    for name in names:
        squads.check_name(name)
    empty = [name for name, side in zip(names, found, strict=True) if not side.ids]
    if empty and len(empty) < len(names):
        raise Refusal("contest-side-empty", side=empty[0])
    if empty and (wish.everybody or wish.opt_out):
        # All are in and nobody was given a side: the lot decides.
        return _dealt(contests.everybody(ctx.db, ctx.team.id), names)
    called = tuple((each, n) for n, side in enumerate(found) for each in side.ids)
    return Field(called, names, bool(empty))


def _is_sides(wish: Wish) -> bool:
    return wish.versus or len(wish.sides) > 1


def _side(ctx: Ctx, words: Sequence[Word], *, is_side: bool) -> _Side:
    """The people in some words, and the name that stands with them."""
    people: list[int] = []
    others: list[str] = []
    known = roster(ctx.db, ctx.team.id)
    for word in words:
        if word.is_person:
            people.append(person(ctx, word.text).id)
        elif word.text in SELF:
            people.append(ctx.actor.id)
        elif word.text not in _JOINTS:
            member = known.find(word.text)
            if member is not None and member.state not in GONE:
                people.append(member.id)
            else:
                others.append(word.text)
    ids = tuple(dict.fromkeys(people)) if is_side else tuple(people)
    name = others[0] if others else ""
    if name and not ids:
        ids = squads.group(ctx.db, ctx.team.id, name)
    return _Side(name, ids, tuple(others[1:]))


def _name_of(ctx: Ctx, side: _Side) -> str:
    if side.more:
        raise Refusal("contest-unclear", words=side.more[0][:20])
    if side.name:
        return side.name
    if not side.ids:
        raise Refusal("contest-side-nobody")
    return f"{roster(ctx.db, ctx.team.id).name(side.ids[0])[:10]}{_TEAM}"


def _duel(ctx: Ctx, found: Sequence[_Side]) -> Field:
    ids = [side.ids[0] for side in found]
    if len(ids) == 2 and ids[0] == ids[1]:
        return Field(((ids[0], 0),), is_self=True)
    _require_apart(ctx, ids)
    return Field(tuple((each, 0) for each in ids))


def _require_apart(ctx: Ctx, ids: Sequence[int]) -> None:
    for each in ids:
        if ids.count(each) > 1:
            raise Refusal("contest-twice", name=roster(ctx.db, ctx.team.id).name(each))


def _singles(ctx: Ctx, wish: Wish, found: Sequence[_Side]) -> Field:
    ids = tuple(dict.fromkeys(each for side in found for each in side.ids))
    title = " ".join(word for side in found for word in (side.name, *side.more) if word)
    by_default = not ids and not wish.everybody
    if by_default:
        _require_no_slip(ctx, title)
    if wish.everybody or by_default:
        ids = contests.everybody(ctx.db, ctx.team.id)
    elif ids == (ctx.actor.id,) and wish.form != "steps":
        return Field(((ctx.actor.id, 0),), title=title, is_self=True)
    elif len(ids) == 1 and wish.form != "steps":
        # Who names one other person challenges that one.
        ids = (ctx.actor.id, *ids)
    return Field(tuple((each, 0) for each in ids), title=title, by_default=by_default)


def _require_no_slip(ctx: Ctx, title: str) -> None:
    """Let pass what is a title and no name with a slip of the pen; raises Refusal."""
    for member in roster(ctx.db, ctx.team.id).members.values():
        pairs = list(zip(title, member.name, strict=False))
        is_near = len(title) == len(member.name) > 1 and sum(a != b for a, b in pairs) == 1
        if is_near and member.state not in GONE:
            raise Refusal("contest-who-unknown", name=title[:20])


def _drawn(ctx: Ctx, wish: Wish, found: Sequence[_Side]) -> Field:
    ids = tuple(dict.fromkeys(each for side in found for each in side.ids))
    names = tuple(side.name for side in found if side.name)
    if not wish.versus:
        count = wish.parts or 2
        if not 2 <= count <= contests.MAX_SIDES:
            raise Refusal("contest-sides-many", most=contests.MAX_SIDES)
        names = DRAWN[:count]
    if not ids or wish.everybody:
        ids = contests.everybody(ctx.db, ctx.team.id)
    return _dealt(ids, names)


def _dealt(ids: Sequence[int], names: tuple[str, ...]) -> Field:
    if len(ids) < len(names):
        raise Refusal("contest-draw-few", people=len(ids), sides=len(names))
    return Field(tuple((each, -1) for each in ids), names, is_drawn=True)


def may_call_all(ctx: Ctx) -> bool:
    """Whether the speaker may set a contest in which everybody is in unless they decline."""
    return ctx.actor.role >= Role.LEAD
