"""What of a message is leave: whose, when and why, and what is only talk about it."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from bot.core.args import split_words
from bot.kit import Ctx, MemberInfo, Refusal
from bot.language.wishes import SELF
from handlers.leave.spans import Days, read_days
from models.rosters import roster

# A line that ends or asks like this, or speaks to others, is talk and no command.
_TALK = re.compile(
    r"[。!?~…]|[吗呢吧啊呀哦哈嘛啦了的]\s*$|谁|大家|你们|各位|记得|提前|别忘|怎么|什么|是否|可以|能不能"
)
# A reason in a bare command is as short as this.
_REASON = 20


@dataclass(frozen=True, slots=True)
class Said:
    """The people in a line, the first name with «@» that nobody has, and all other words."""

    people: tuple[MemberInfo, ...]
    stranger: str
    rest: str

    def one(self, ctx: Ctx) -> MemberInfo:
        """The only one who was named, or the speaker; raises Refusal."""
        if self.stranger:
            raise Refusal("leave-person-unknown", name=self.stranger[:20])
        if len(self.people) > 1:
            raise Refusal("leave-one-person")
        return self.people[0] if self.people else ctx.actor


def read_line(ctx: Ctx, line: str) -> Said:
    """The people in a line and its other words; raises Ambiguous for a name of several people."""
    everybody = roster(ctx.db, ctx.team.id)
    people: dict[int, MemberInfo] = {}
    stranger, rest = "", []
    for word in split_words(line):
        name = word.removeprefix("@")
        member = ctx.actor if name.lower() in SELF else everybody.find(name)
        if member is not None:
            people[member.id] = member
        elif word.startswith("@"):
            stranger = stranger or name
        else:
            rest.append(word)
    return Said(tuple(people.values()), stranger, " ".join(rest))


def calling(ctx: Ctx, member: MemberInfo) -> str:
    """How an answer names whose leave it is: somebody else is called with «@»."""
    return member.name if member.id == ctx.actor.id else f"@{member.name}"


def is_talk(line: str) -> bool:
    """Whether what stands behind a bare command word is a sentence."""
    return bool(_TALK.search(line))


def days_in(text: str, now: dt.datetime, *, is_typed: bool) -> Days | None:
    """The days in a line; of a bare command only where they stand by themselves, with a short
    reason.
    """
    days = read_days(text, now)
    if days is None or is_typed:
        return days
    start, end = days.place
    stands_alone = (not text[:start] or text[start - 1] in " ,;:(") and (
        not text[end:] or text[end] in " ,;:)"
    )
    return days if stands_alone and len(days.rest) <= _REASON else None
