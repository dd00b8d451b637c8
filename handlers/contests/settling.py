"""Who is on which side, said after a contest was set: by names behind a side's, or by the lot."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence

from bot.kit import Answer, Card, Ctx, Refusal, t
from bot.language.wishes import SELF, without_people
from handlers.contests.naming import person
from handlers.contests.routing import router
from handlers.contests.showing import planned
from models import contest_sides, contests, counting
from models.contest_rules import read
from models.contest_tables import Contest
from models.rosters import GONE, roster

# Behind a side's name, and between names.
_JOINT = re.compile(r"[\s:,、;和]+|(?<=\S)(?=@)")
_ALL = frozenset({"全员", "所有人", "大家", "all", "everybody"})
_Sides = Mapping[int, tuple[int, ...]]


def _read(ctx: Ctx) -> tuple[Contest, _Sides] | None:
    """The contest whose sides a plain line fills: `红队 @小美 @阿芳`; None for anything else and
    for who may not.
    """
    text = ctx.text
    if len(text) > 400:
        return None
    for key, sides in contest_sides.unsettled(ctx.db, ctx.team.id):
        if text.lstrip().startswith(sides):
            row = contests.by_id(ctx.db, ctx.team.id, key)
            if row is not None and contest_sides.may_settle(row, ctx.actor):
                found = _members(ctx, sides, text)
                if found:
                    return row, found
    return None


@router.listen(_read)
def fill(ctx: Ctx, meaning: tuple[Contest, _Sides]) -> Answer:
    """Put the named members on the sides."""
    return _filled(ctx, *meaning)


def fill_words(ctx: Ctx, row: Contest, words: str) -> Answer:
    """The same behind the number: `PK1 红队 @小美`; None where the words are no sides."""
    found = _members(ctx, read(row.rules).sides, words)
    return _filled(ctx, row, found) if found else None


def _filled(ctx: Ctx, row: Contest, found: _Sides) -> Card:
    for side, ids in found.items():
        contest_sides.fill(ctx.db, row, side, ids, by=ctx.actor, now=ctx.now)
    return planned(ctx.db, ctx.team, row, ctx.now)


def _members(ctx: Ctx, sides: Sequence[str], text: str) -> _Sides:
    """The members behind each side's name; empty where a word is neither a side nor a member.
    Raises Refusal for an unknown one behind an @.
    """
    words = [word for word in _JOINT.split(unicodedata.normalize("NFKC", text).strip()) if word]
    if not words or words[0] not in sides or len(words) == 1:
        return {}
    known = roster(ctx.db, ctx.team.id)
    found: dict[int, list[int]] = {}
    side = 0
    for word in words:
        if word in sides:
            side = sides.index(word)
            continue
        member = ctx.actor if word in SELF else known.find(word.removeprefix("@"))
        if member is None or member.state in GONE:
            if not word.startswith("@"):
                return {}
            member = person(ctx, word.removeprefix("@"))
        found.setdefault(side, []).append(member.id)
    everybody = [each for ids in found.values() for each in ids]
    for each in everybody:
        if everybody.count(each) > 1:
            raise Refusal("contest-twice", name=known.name(each))
    return {side: tuple(ids) for side, ids in found.items()}


def draw_words(ctx: Ctx, row: Contest, words: str) -> Answer:
    """Let the lot decide at the start: `PK1 随机分`, among everybody or those who are named."""
    rest, written = without_people(words)
    if rest.strip() and rest.strip() not in _ALL:
        return None
    ids = tuple(person(ctx, name).id for name in written)
    seed = counting.digest([ctx.source, ctx.sent_at.isoformat()])[:6]
    contest_sides.draw(ctx.db, row, ids, by=ctx.actor, now=ctx.now, seed=seed)
    card = planned(ctx.db, ctx.team, row, ctx.now)
    if ids:
        return card
    return card.with_(lines=(*card.lines, t("contest-everybody")))
