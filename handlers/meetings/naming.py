"""Which meeting a message is about, and who speaks of whom."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.kit import Ctx, MemberInfo, Refusal
from bot.language.wishes import EVERYBODY, SELF, find_longest, is_question
from models.meeting_tables import Meeting
from models.meetings import find
from models.rosters import LEFT, roster
from models.task_changes import Doer

REF = re.compile(r"(?<![A-Za-z0-9])#?[Mm](\d{1,9})(?![A-Za-z0-9-])")


@dataclass(frozen=True, slots=True)
class Call:
    """A command about a meeting: its number, the other words, and how surely it was meant."""

    number: int
    words: str
    typed: bool

    def row(self, ctx: Ctx) -> Meeting:
        """The meeting; raises Refusal where there is none."""
        return find(ctx.db, ctx.team.id, self.number)


def called(ctx: Ctx) -> Call | None:
    """The meeting that a command's line, or the quoted card, names; None where neither does."""
    found = ctx.commands.find(ctx.text)
    if found is None:
        return None
    match = REF.search(found.line)
    if match is not None:
        words = f"{found.line[: match.start()]} {found.line[match.end() :]}"
        return Call(int(match[1]), _bare(words), found.typed)
    quote = ctx.incoming.quote
    match = REF.search(quote.text) if quote is not None else None
    if match is None or (found.glued and not found.typed):
        return None
    return Call(int(match[1]), _bare(found.line), found.typed)


def meant(ctx: Ctx, *, is_needed: bool = False) -> Call | None:
    """The meeting that a command is surely about; None for talk. Raises Refusal for a typed command
    that names none where it is needed.
    """
    call = called(ctx)
    if call is None and is_needed and is_typed(ctx):
        raise Refusal("meeting-which")
    return None if call is None or (not call.typed and is_question(call.words)) else call


def _bare(words: str) -> str:
    return words.strip(" \t:：,，。.;；")


def is_typed(ctx: Ctx) -> bool:
    """Whether the command began with a slash or came from a button."""
    found = ctx.commands.find(ctx.text)
    return found is not None and found.typed


def doer(ctx: Ctx) -> Doer:
    """Who acts here, and when."""
    return Doer(ctx.actor, ctx.now, ctx.source)


def person(ctx: Ctx, name: str) -> MemberInfo:
    """The member of that name; raises Refusal for an unknown one and Ambiguous for several."""
    found = ctx.actor if name in SELF else find_longest(name, roster(ctx.db, ctx.team.id).find)
    if found is None or found.state == LEFT:
        raise Refusal("meeting-who", name=name[:20])
    return found


def people(ctx: Ctx, names: tuple[str, ...]) -> tuple[MemberInfo, ...]:
    """The members of those names, none of them where everybody is meant."""
    if any(name.lower() in EVERYBODY for name in names):
        return ()
    return tuple({found.id: found for found in (person(ctx, name) for name in names)}.values())
