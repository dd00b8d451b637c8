"""Steps in plain words: `T31 搞定了`, or 通过 said to a quoted task."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from bot.kit import Answer, Ctx, Role
from bot.language.task_verbs import Verb, read_verb
from handlers.tasks import parts, steps, times
from handlers.tasks.cards import story_of
from handlers.tasks.chatter import is_chatter
from handlers.tasks.people import is_known, with_marks
from handlers.tasks.routing import router
from handlers.tasks.talking import Call, Run, of_quote
from models import tasks
from models.rosters import ACTIVE

_STARTS = re.compile(r"^\s*#?[Tt](\d{1,9})(?![A-Za-z0-9])\s*(.*)$", re.DOTALL)
# A number behind the words: 我来 T31, 延期到周六 T31 因为缺图; 我来T3航站楼 is none.
_APART = re.compile(r"(?<![A-Za-z0-9])#?[Tt](\d{1,9})(?=[\s,，、。.!！]|$)")

_RUNS: Mapping[str, Run] = {
    "done": steps.done,
    "start": steps.start,
    "accept": steps.accept,
    "send_back": steps.send_back,
    "cancel": steps.cancel,
    "block": steps.block,
    "unblock": steps.unblock,
    "undo": steps.undo,
    "postpone": times.postpone,
    "claim": parts.claim,
    "transfer": parts.transfer,
    "note": parts.note,
    "item": parts.items,
    "depend": parts.after,
}


@dataclass(frozen=True, slots=True)
class Said:
    """Words about tasks that do not begin with a command: what is to be done, None to look."""

    tasks: tuple[int, ...]
    verb: Verb | None


def read_said(ctx: Ctx) -> Said | None:
    """Words about a task that is named in them, or a step said to a quoted one; None for talk."""
    if ctx.actor.state != ACTIVE or ctx.actor.role < Role.MEMBER:
        return None
    match = _STARTS.match(ctx.text)
    if match is not None:
        rest = match[2].strip()
        verb = _verb(ctx, rest) if rest else None
        is_known = not rest or (verb is not None and verb.name in _RUNS)
        return Said((int(match[1]),), verb) if is_known else None
    if ctx.incoming.quote is not None:
        verb = _verb(ctx, ctx.text)
        found = of_quote(ctx) if verb is not None and verb.name in _RUNS else ()
        if found:
            return Said(tuple(task.number for task in found), verb)
    named = tuple(dict.fromkeys(int(each) for each in _APART.findall(ctx.text)))
    verb = _verb(ctx, _APART.sub(" ", ctx.text)) if named else None
    if verb is None or verb.name not in _RUNS or is_chatter(verb.name, verb.words, is_named=True):
        return None
    return Said(named, verb)


def _verb(ctx: Ctx, words: str) -> Verb | None:
    return read_verb(with_marks(words), ctx.local, lambda name: is_known(ctx, name))


@router.listen(read_said, role=Role.MEMBER)
def heard(ctx: Ctx, said: Said) -> Answer:
    """Show a task, or do the step that was said."""
    found = tuple(tasks.require(ctx.db, ctx.team.id, number) for number in said.tasks)
    verb = said.verb
    if verb is None:
        return story_of(ctx, found[0])
    call = Call(found, verb.words, due=verb.due, people=verb.people, shift=verb.shift)
    return _RUNS[verb.name](ctx, call)
