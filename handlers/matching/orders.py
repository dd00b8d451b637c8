"""What `派活` is to give to whom, read from the line."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from bot.kit import Ctx, MemberInfo, Refusal
from bot.language.dates import Due, read_due, without
from handlers.matching.routing import named
from handlers.matching.words import read_needs
from models import skills

DISPATCH = "派活"
_ALL = frozenset({"全部", "所有", "all"})
_REF = re.compile(r"#?[Tt](\d{1,9})[,、]?")
_MENTION = re.compile(r"@\S+")
# What makes a line talk about giving out work.
_CHATTY = re.compile(r"[。!?~…]|[吗呢吧啊呀哦哈嘛啦了的]$")
_LONGEST, _SHORTEST = 20, 2


@dataclass(frozen=True, slots=True)
class Order:
    """A new task, tasks by their numbers, or all that nobody has; and the member who was named.

    An order that is not sure may be talk, and the lead is asked first.
    """

    title: str = ""
    needs: tuple[tuple[str, int], ...] = ()
    due: Due | None = None
    numbers: tuple[int, ...] = ()
    is_all: bool = False
    member: MemberInfo | None = None
    is_sure: bool = True


def read_order(ctx: Ctx) -> Order | None:
    """The order behind the command word; None for talk. Raises Refusal for a mention of nobody."""
    called = ctx.commands.find(ctx.text)
    if called is None or called.command.name != "dispatch":
        return None
    line = unicodedata.normalize("NFKC", called.line).strip(" \t\n:")
    if not line:
        return None
    words = line.replace("@", " @").split()
    refs = [match for word in words if (match := _REF.fullmatch(word))]
    if refs and len(refs) == sum(not word.startswith("@") for word in words):
        numbers = tuple(dict.fromkeys(int(match[1]) for match in refs))
        return Order(numbers=numbers, member=named(ctx, words)[0])
    if line.lower() in _ALL:
        return None if called.glued and not called.typed else Order(is_all=True)
    return _new(ctx, line, typed=called.typed or ctx.is_press, glued=called.glued)


def _new(ctx: Ctx, line: str, *, typed: bool, glued: bool) -> Order | None:
    """The task that a line describes; what may as well be talk is not sure, or nothing at all."""
    mentions = _MENTION.findall(line)
    text = " ".join(_MENTION.sub(" ", line).split())
    due = read_due(text, ctx.now.astimezone(ctx.team.zone))
    known = frozenset(skills.known(ctx.db, ctx.team.id))
    needs, title = read_needs(without(text, due) if due is not None else text, known)
    if not typed and not needs:
        # 派活太多了, 派活 好烦啊: talk about giving out work.
        if glued or _CHATTY.search(line) or len(title) > _LONGEST or len(title) < _SHORTEST:
            return None
        if len(title.split()) > 2:
            return None
    if not title:
        raise Refusal("matching-no-title")
    return Order(
        title=title,
        needs=needs,
        due=due,
        member=named(ctx, mentions)[0] if mentions else None,
        is_sure=typed or bool(needs),
    )
