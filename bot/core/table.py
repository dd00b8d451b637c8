"""All commands and other routes of the program, found by the words people type."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from bot.core.commands import Answer, Command, Follower, Listener, Reply, Router
from bot.core.context import Ctx, JobCtx, WakeCtx


@dataclass(frozen=True, slots=True)
class Called:
    """A command found in a text: the rest of the line, and how surely it was meant.

    `typed` commands began with a slash; `glued` ones had their first argument behind the word
    without a space. `letters` are there where the word means nothing without a record: those of
    the records that it is for, none of which was named.
    """

    command: Command
    line: str
    typed: bool = False
    glued: bool = False
    letters: tuple[str, ...] = ()


_HEAD = re.compile(r"\s*([/／#]?)(?:([A-Za-z][A-Za-z_]*)(@\w+)?|([\u4e00-\u9fff]+))")
_LONGEST = 6
# A record as it stands in a line: #T31, T31.
_LETTER = re.compile(r"(?<![A-Za-z0-9])([A-Za-z]{1,2})\d{1,9}(?![A-Za-z0-9])")


class Table:
    """All routes of all features; finding a command costs the same for five as for five hundred."""

    def __init__(self, routers: Iterable[Router]) -> None:
        self.commands: list[Command] = []
        self.listeners: list[Listener] = []
        self.replies: dict[str, Reply] = {}
        self.slots: dict[str, Callable[[JobCtx], Answer]] = {}
        self.reminders: dict[str, Callable[[WakeCtx], Answer]] = {}
        self.events: dict[str, list[Callable[[Ctx], Answer]]] = {}
        self.followers: list[Follower] = []
        self.explainers: dict[str, Callable[[Ctx, int], Answer]] = {}
        self.readers: list[str] = []
        self.words: dict[str, Command] = {}
        # Words in Latin capitals, such as PK, by their small letters: they may stand bare.
        self._bare: dict[str, Command] = {}
        self._lettered: dict[tuple[str, str], Command] = {}
        # The letters of a word that several commands share, none of which goes without a record, or
        # only a hidden one that looks for it.
        self._shared: dict[str, tuple[str, ...]] = {}
        for router in routers:
            self._include(router)
        for word in {word for word, _ in self._lettered}:
            letters = tuple(each for other, each in self._lettered if other == word and each)
            plain = self._lettered.get((word, ""))
            if len(letters) > 1 and (plain is None or plain.hidden):
                self._shared[word] = letters

    def _include(self, router: Router) -> None:
        for command in router.commands:
            self.commands.append(command)
            for word in (command.name, *command.words):
                if word.isascii() and word.isupper():
                    self._bare[word.lower()] = command
                else:
                    self._name(word, command)
        self.listeners += router.listeners
        self.replies |= {reply.route: reply for reply in router.replies}
        self.slots |= router.slots
        self.reminders |= router.reminders
        self.followers += router.followers
        self.explainers |= router.explainers
        self.readers += router.readers
        for kind, run in router.events.items():
            self.events.setdefault(kind, []).append(run)

    def _name(self, word: str, command: Command) -> None:
        """Let a word mean a command: the only one of its letter, or the only one without."""
        before = self.words.get(word)
        key = (word, command.letter)
        if key in self._lettered or (before is not None and before.letter == command.letter):
            raise TypeError(f"two commands are called {word!r}")
        self._lettered[key] = command
        if before is None or not command.letter:
            self.words[word] = command

    def find(self, text: str, quoted: str = "") -> Called | None:
        """The command a text begins with, or None; `quoted` is the text it replies to.

        English names need a slash, but for words registered in capitals, such as PK; Chinese words
        may stand bare or glued to their first argument.
        `/name@bot` is for another bot: an adapter takes its own name off first. Where a word means
        several commands, the first record that is named decides: in the text, else in the quote.
        """
        found = self._find(text)
        if found is None:
            return None
        word = text[: len(text) - len(found.line)].strip().lstrip("/／#").lower()
        for line in (found.line, quoted):
            record = _LETTER.search(line)
            if record is not None:
                command = self._lettered.get((word, record[1].upper()))
                if command is not None:
                    return replace(found, command=command)
                break
        return replace(found, letters=self._shared.get(word, ()))

    def _find(self, text: str) -> Called | None:
        match = _HEAD.match(text)
        if match is None:
            return None
        slash, english, addressee, chinese = match.groups()
        typed = slash in ("/", "／")
        if english is not None:
            if not typed:
                # PK@somebody calls a person and no other bot.
                command = self._bare.get(english.lower())
                return Called(command, text[match.end(2) :]) if command else None
            command = self.words.get(english.lower()) if addressee is None else None
            return Called(command, text[match.end() :], typed) if command else None
        command = self.words.get(chinese)
        if command is not None:
            return Called(command, text[match.end() :], typed)
        for length in range(min(_LONGEST, len(chinese) - 1), 1, -1):
            command = self.words.get(chinese[:length])
            if command is not None:
                return Called(command, text[match.start(4) + length :], typed, glued=True)
        return None
