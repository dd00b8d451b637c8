"""Which campaign a line is about, and what is wanted of it."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass

from bot.kit import Ctx, MemberInfo, Refusal
from bot.language.wishes import SELF, find_longest
from models import campaigns
from models.campaign_tables import Campaign
from models.plan_changes import ACTIVE
from models.rosters import LEFT, roster

_NUMBER = re.compile(r"#?K(\d{1,9})(?![A-Za-z0-9])\s*", re.IGNORECASE)
_EDGES = " \t\n:：,，"
_VERBS: Mapping[str, str] = {
    "board": r"排行榜?|榜单?|龙虎榜|board|ranking",
    "report": r"战报|report",
    "review": r"复盘|review",
    "tasks": r"任务|清单|进度|tasks|checklist",
    "move": r"改期?到?|改成|改为|挪到|move|reschedule",
    "target": r"目标|target",
    "owner": r"负责人?|owner",
    "products": r"(?:只算|产品|商品|products?)(?=\s|[:：]|$)",
    "add": r"(?:加|添加|add)(?=\s|[:：]|T-?\d|$)",
    "cancel": r"取消|cancel",
    "undo": r"撤销|撤回|undo",
    "why": r"为什么|why",
}
_VERB = {
    verb: re.compile(rf"(?:{words})(?![a-zA-Z])\s*[:：]?\s*(?P<rest>.*)", re.IGNORECASE | re.DOTALL)
    for verb, words in _VERBS.items()
}
# A name must be this like a known one to be offered for it.
_ALIKE = 0.6


@dataclass(frozen=True, slots=True)
class Call:
    """What is wanted of a campaign: the verb, the other words, and how surely it was meant."""

    row: Campaign
    verb: str
    words: str
    typed: bool


def read_call(ctx: Ctx, line: str, *, typed: bool) -> Call | None:
    """The campaign that a line begins with, and what is wanted of it; None where it begins with
    none, or goes on as talk.
    """
    found = named(ctx, line)
    if found is None:
        return None
    row, rest = found
    if not rest:
        return Call(row, "show", "", typed)
    for verb, pattern in _VERB.items():
        match = pattern.fullmatch(rest)
        if match is not None:
            return Call(row, verb, match["rest"].strip(_EDGES), typed)
    return None


def named(ctx: Ctx, line: str) -> tuple[Campaign, str] | None:
    """The campaign whose number or name a line begins with, and the rest of the line."""
    number = _NUMBER.match(line)
    if number is not None:
        row = campaigns.require(ctx.db, ctx.team.id, int(number[1]))
        return row, line[number.end() :].strip(_EDGES)
    for name in sorted(campaigns.names(ctx.db, ctx.team.id), key=len, reverse=True):
        rest = line[len(name) :]
        if line[: len(name)].casefold() != name.casefold():
            continue
        if rest and rest[0].isascii() and rest[0].isalnum() and name[-1].isascii():
            continue
        return chosen(ctx, name), rest.strip(_EDGES)
    return None


def chosen(ctx: Ctx, name: str) -> Campaign:
    """Of several campaigns of one name the one that runs, else the next, else the last."""
    found = campaigns.named(ctx.db, ctx.team.id, name)
    alive = [row for row in found if row.state == ACTIVE]
    running = [row for row in alive if row.first <= ctx.today <= row.last]
    return (running or alive[::-1] or found)[0]


def near(ctx: Ctx, line: str) -> str:
    """The name of a campaign that a line's first word is like, empty where it is like none."""
    head = line.partition(" ")[0].casefold()
    known = {name.casefold(): name for name in campaigns.names(ctx.db, ctx.team.id)}
    close = difflib.get_close_matches(head, known, n=1, cutoff=_ALIKE)
    return known[close[0]] if close else ""


def person(ctx: Ctx, name: str) -> MemberInfo:
    """The present member of that name; raises Refusal for an unknown one and Ambiguous for
    several.
    """
    name = name.lstrip("@＠")
    found = ctx.actor if name in SELF else find_longest(name, roster(ctx.db, ctx.team.id).find)
    if found is None or found.state == LEFT:
        raise Refusal("campaign-who", name=name[:20])
    return found
