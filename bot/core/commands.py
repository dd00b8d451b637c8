"""Commands and other routes: a handler's signature is the grammar of its arguments."""

from __future__ import annotations

import inspect
import types
import typing
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from bot.core.args import CONVERTERS, Converter, Scope, split_words
from bot.core.cards import Card, T, t
from bot.core.context import Ctx, JobCtx, WakeCtx
from models.values import Role

if TYPE_CHECKING:
    from models.sales import LedgerChange

Answer = Card | Sequence[Card] | None
F = TypeVar("F", bound=Callable[..., Any])


class Follower(Protocol):
    """What a feature does after a message has changed the ledger, in the same transaction."""

    def __call__(self, ctx: Ctx, changes: Sequence[LedgerChange], /) -> Answer:
        """Look at all the changes of one message; returns what there is to say about them."""


class ArgumentMissing(Exception):
    """A command came without a word that it needs."""


class ArgumentUnknown(Exception):
    """A command came with a word that fits none of its arguments."""

    def __init__(self, word: str) -> None:
        super().__init__(word)
        self.word = word


@dataclass(frozen=True, slots=True)
class Param:
    """One argument of a command; a rest argument takes all the words that no other one took."""

    name: str
    convert: Converter
    required: bool
    is_rest: bool = False


@dataclass(frozen=True, slots=True)
class Command:
    """What people can tell the bot to do: its English name, its Chinese words, who may, and what it
    takes.

    `hidden` commands stand behind buttons only and are in no list. `whole` commands get the message
    as it is: their words are sentences and the handler's reader decides. A command for the records
    of one `letter` shares its words with those for other letters: `取消 T31`, `取消 A2`.
    """

    name: str
    feature: str
    words: tuple[str, ...]
    role: Role
    params: tuple[Param, ...]
    run: Callable[..., Answer]
    hidden: bool = False
    whole: bool = False
    letter: str = ""

    def text(self, kind: str) -> T:
        """One of the command's texts: its help, usage or example."""
        return t(f"{self.feature}-{kind}-{self.name.replace('_', '-')}")

    def bind(self, line: str, scope: Scope) -> dict[str, Any]:
        """The arguments in a line, each word given to the first argument that understands it.

        Raises ArgumentUnknown, ArgumentMissing and whatever a member look-up raises.
        """
        values: dict[str, Any] = {}
        rest: list[str] = []
        rest_param = self.params[-1] if self.params and self.params[-1].is_rest else None
        typed = self.params[:-1] if rest_param else self.params
        for word in split_words(line):
            for param in typed:
                if param.name not in values:
                    value = param.convert(word, scope)
                    if value is not None:
                        values[param.name] = value
                        break
            else:
                if rest_param is None:
                    raise ArgumentUnknown(word)
                rest.append(word)
        if rest_param and rest:
            values[rest_param.name] = " ".join(rest)
        for param in self.params:
            if param.required and param.name not in values:
                raise ArgumentMissing(param.name)
        return values


@dataclass(frozen=True, slots=True)
class Reply:
    """What quoting a card with that expectation does."""

    route: str
    role: Role
    run: Callable[[Ctx, int, str], Answer]


@dataclass(frozen=True, slots=True)
class Listener:
    """A natural-language route: `read` is a pure look at the message, `run` books what it means."""

    read: Callable[[Ctx], Any]
    role: Role
    run: Callable[[Ctx, Any], Answer]


@dataclass(slots=True)
class Router:
    """The routes of one feature."""

    feature: str
    commands: list[Command] = field(default_factory=list)
    replies: list[Reply] = field(default_factory=list)
    listeners: list[Listener] = field(default_factory=list)
    slots: dict[str, Callable[[JobCtx], Answer]] = field(default_factory=dict)
    reminders: dict[str, Callable[[WakeCtx], Answer]] = field(default_factory=dict)
    events: dict[str, Callable[[Ctx], Answer]] = field(default_factory=dict)
    followers: list[Follower] = field(default_factory=list)
    explainers: dict[str, Callable[[Ctx, int], Answer]] = field(default_factory=dict)
    readers: list[str] = field(default_factory=list)

    def command(
        self,
        name: str,
        *words: str,
        role: Role = Role.MEMBER,
        hidden: bool = False,
        whole: bool = False,
        letter: str = "",
    ) -> Callable[[F], F]:
        """Register a handler under its English name and its Chinese words; with a letter, for that
        letter's records.
        """

        def register(run: F) -> F:
            params = () if whole else _params(run)
            self.commands.append(
                Command(name, self.feature, words, role, params, run, hidden, whole, letter)
            )
            return run

        return register

    def reply(self, route: str, *, role: Role) -> Callable[[F], F]:
        """Register a handler for quotes of cards sent with that expectation."""

        def register(run: F) -> F:
            self.replies.append(Reply(route, role, run))
            return run

        return register

    def listen(self, read: Callable[[Ctx], Any], *, role: Role = Role.MEMBER) -> Callable[[F], F]:
        """Register a handler for messages in which `read` finds a meaning (anything but None)."""

        def register(run: F) -> F:
            self.listeners.append(Listener(read, role, run))
            return run

        return register

    def reminder(
        self, job: str
    ) -> Callable[[Callable[[WakeCtx], Answer]], Callable[[WakeCtx], Answer]]:
        """Register what is done when reminders of that job are due, for one team at a time."""

        def register(run: Callable[[WakeCtx], Answer]) -> Callable[[WakeCtx], Answer]:
            self.reminders[job] = run
            return run

        return register

    def slot(self, job: str) -> Callable[[F], F]:
        """Register planned work; it returns the cards to post."""

        def register(run: F) -> F:
            self.slots[job] = run
            return run

        return register

    def follow(self, run: Follower) -> Follower:
        """Register what is done after a message has changed the ledger; what there is to cheer
        about is a card that `joins` those of the other followers.
        """
        self.followers.append(run)
        return run

    def explain(
        self, letter: str, *, reads: bool = False
    ) -> Callable[[Callable[[Ctx, int], Answer]], Callable[[Ctx, int], Answer]]:
        """Register the answer to «why?» for the records of that letter, or for cards that expect
        it. One that `reads` looks at the words itself: it is asked with the number 0 where no card
        is quoted, and says nothing where they are none of its business.
        """

        def register(run: Callable[[Ctx, int], Answer]) -> Callable[[Ctx, int], Answer]:
            self.explainers[letter] = run
            if reads:
                self.readers.append(letter)
            return run

        return register

    def on(self, kind: str) -> Callable[[F], F]:
        """Register a handler for an event that is no text: edit, recall, join, leave, rename."""

        def register(run: F) -> F:
            self.events[kind] = run
            return run

        return register


def _params(run: Callable[..., Any]) -> tuple[Param, ...]:
    """The arguments after `ctx`; raises TypeError for one without annotation or converter."""
    hints = typing.get_type_hints(run)
    found = []
    for parameter in list(inspect.signature(run).parameters.values())[1:]:
        kind = hints.get(parameter.name)
        if typing.get_origin(kind) in (types.UnionType, typing.Union):
            kind = next(part for part in typing.get_args(kind) if part is not types.NoneType)
        convert = CONVERTERS.get(kind)
        if convert is None:
            raise TypeError(f"{run.__module__}.{run.__name__}: no converter for {parameter}")
        is_rest = parameter.kind is parameter.KEYWORD_ONLY
        if is_rest and kind is not str:
            raise TypeError(f"{run.__module__}.{run.__name__}: {parameter} takes the rest: use str")
        required = parameter.default is parameter.empty
        found.append(Param(parameter.name, convert, required, is_rest))
    return tuple(found)
