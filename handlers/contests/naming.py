"""Which contest a message is about, and who is meant."""

from __future__ import annotations

import re

from bot.kit import Ctx, MemberInfo, Refusal
from bot.language.wishes import SELF, find_longest
from models import contests
from models.contest_tables import Contest
from models.rosters import GONE, roster

REF = re.compile(r"(?<![A-Za-z0-9])#?[Pp][Kk]\s?(\d{1,6})(?![A-Za-z0-9])")
# Behind the word PK: its number, if no unit or date goes on with it.
_OWN = re.compile(
    r"\s*(?:#?[Pp][Kk])?(\d{1,6})(?![\d/.:：\-~月日号天单元人队万])\s*(.*)", re.DOTALL
)
_EDGE = " \t\n:：,，、。.;；"


def own_line(line: str) -> tuple[int, str] | None:
    """The number and the words behind it, where a line behind PK begins with a number."""
    match = _OWN.fullmatch(line)
    return (int(match[1]), match[2].strip(_EDGE)) if match is not None else None


def named(ctx: Ctx, line: str) -> tuple[Contest | None, str]:
    """The contest that a line or the quoted card names, and the other words."""
    match = REF.search(line)
    if match is not None:
        rest = f"{line[: match.start()]} {line[match.end() :]}".strip(_EDGE)
        return contests.find(ctx.db, ctx.team.id, int(match[1])), rest
    quote = ctx.incoming.quote
    match = REF.search(quote.text) if quote is not None else None
    if match is not None:
        return contests.find(ctx.db, ctx.team.id, int(match[1])), line.strip(_EDGE)
    return None, line.strip(_EDGE)


def person(ctx: Ctx, name: str) -> MemberInfo:
    """The member of that name; raises Refusal for an unknown one and Ambiguous for several."""
    found = ctx.actor if name in SELF else find_longest(name, roster(ctx.db, ctx.team.id).find)
    if found is None or found.state in GONE:
        raise Refusal("contest-who-unknown", name=name[:20])
    return found
