"""Which tasks a message is about: named, quoted, or chosen; and the steps that people can say."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.kit import Answer, Button, Card, Ctx, Refusal, Role, t
from bot.language.dates import Due
from handlers.tasks.cards import short
from handlers.tasks.chatter import is_chatter
from handlers.tasks.routing import router
from models import tasks
from models.messages import received_as
from models.tasks import TaskInfo

_REFERENCE = re.compile(r"(?<![A-Za-z0-9])#?[Tt](\d{1,9})(?![A-Za-z0-9])")
_LEADING = re.compile(r"^(?:[\s,、,]*#?[Tt]\d{1,9}(?![A-Za-z0-9]))+")
# As many tasks as one question offers.
OFFERED = 6


@dataclass(frozen=True, slots=True)
class Call:
    """A step that somebody wants done: with which tasks, the other words, and how surely; the date
    and the people in the words where they were read already, or how much later it is to be.
    """

    tasks: tuple[TaskInfo, ...]
    words: str
    typed: bool = True
    due: Due | None = None
    people: tuple[str, ...] = ()
    shift: dt.timedelta | None = None

    @property
    def task(self) -> TaskInfo:
        """The task, or the first of several."""
        return self.tasks[0]


# What a step does with a call.
Run = Callable[[Ctx, Call], Answer]


def step(name: str, *words: str, offer: bool = False) -> Callable[[Run], Run]:
    """Register what is done with tasks under its English name and Chinese words; with `offer`,
    somebody who names no task in private is asked which one.
    """

    def register(run: Run) -> Run:
        def command(ctx: Ctx) -> Answer:
            found = called(ctx, offer=name if offer else "")
            if not isinstance(found, Call):
                return found
            is_named = _REFERENCE.search(ctx.text) is not None
            if not found.typed and is_chatter(name, found.words, is_named=is_named):
                return None
            return run(ctx, found)

        router.command(name, *words, role=Role.MEMBER, whole=True, letter="T")(command)
        return run

    return register


def called(ctx: Ctx, *, offer: str = "") -> Call | Card | None:
    """The tasks and words behind a command word; None for talk, a question where the member has to
    choose. `offer` is the command that the choices stand for.

    Raises Refusal where a task is not there, and for a typed command without one.
    """
    found = ctx.commands.find(ctx.text)
    if found is None:
        return None
    leading = _LEADING.match(found.line)
    if leading is not None:
        return Call(require(ctx, leading[0]), _bare(found.line[leading.end() :]), found.typed)
    if found.glued and not found.typed:
        return None
    named = _REFERENCE.findall(found.line) if found.typed else ()
    if named:
        return Call(require(ctx, found.line), _bare(_REFERENCE.sub(" ", found.line)))
    quoted = of_quote(ctx)
    if quoted:
        return Call(quoted, _bare(found.line), found.typed)
    if found.line.strip() and not found.typed:
        return None
    if offer and (found.typed or not ctx.chat.is_group):
        return _which(ctx, offer, found.line.strip())
    if found.typed:
        raise Refusal("task-which")
    return None


def _bare(words: str) -> str:
    return words.strip(" \t,，。.:：;；")


def written(due: Due) -> str:
    """A settled date as a command line says it: the end of a span, its minute where one was
    said.
    """
    value = due.end or due.start
    form = "%Y-%m-%d %H:%M" if isinstance(value, dt.datetime) else "%Y-%m-%d"
    return value.strftime(form) if value is not None else ""


def proposal(due: Due, now: dt.datetime) -> Due:
    """An unsure date without a proposal that is over itself."""
    value = due.end or due.start
    if value is None or due.recurrence is not None:
        return due
    is_over = value <= now if isinstance(value, dt.datetime) else value < now.date()
    return replace(due, start=None, end=None) if is_over else due


def require(ctx: Ctx, text: str) -> tuple[TaskInfo, ...]:
    """The tasks that a text names; raises Refusal for one that is not the team's."""
    numbers = dict.fromkeys(int(each) for each in _REFERENCE.findall(text))
    return tuple(tasks.require(ctx.db, ctx.team.id, number) for number in numbers)


def _which(ctx: Ctx, command: str, words: str) -> Card:
    """Ask which of the member's tasks is meant."""
    mine = tasks.open_of(ctx.db, ctx.team.id, ctx.actor.id)[:OFFERED]
    if not mine:
        raise Refusal("task-none-open")
    buttons = tuple(
        Button(short(each), f"/{command} T{each.number} {words}".strip()) for each in mine
    )
    return Card(t("task-which-one"), buttons=buttons, question=True)


def of_quote(ctx: Ctx) -> tuple[TaskInfo, ...]:
    """The tasks that a quoted card names, or that a quoted message made."""
    quote = ctx.incoming.quote
    if quote is None:
        return ()
    found = require(ctx, quote.text.partition("\n")[0])
    if found or quote.message_id is None:
        return found
    here = ctx.incoming
    source = received_as(
        ctx.db, here.platform, here.account, chat=here.chat.id, message=quote.message_id
    )
    return tuple(tasks.from_source(ctx.db, ctx.team.id, source)) if source is not None else ()
