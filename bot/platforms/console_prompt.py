"""The prompt of the console: people take turns at one keyboard."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from prompt_toolkit import PromptSession
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.history import FileHistory, History, InMemoryHistory
from prompt_toolkit.patch_stdout import patch_stdout

from bot.core.cards import T, t
from bot.core.ports import Receive
from bot.platforms.console_lines import Declared, Spoken, Switched, read_typed
from bot.platforms.console_room import Desk, Room

_LEAVE = ("/quit", "/exit")


class Prompt:
    """Reads what is typed, says who speaks, and shows answers before it asks again."""

    def __init__(
        self, room: Room, desk: Desk, text: Callable[[T], str], *, words: Sequence[str]
    ) -> None:
        self._room = room
        self._desk = desk
        self._text = text
        self._words = words
        self._speaker = text(t("console-speaker"))
        self._role = ""

    async def converse(self, receive: Receive, *, history: Path | None) -> None:
        """Take lines until /quit or the end of the input."""
        if await self._desk.role_of(self._room.person(self._speaker)) is None:
            await self._desk.declare(self._room.person(self._speaker), "owner")
        session: PromptSession[str] = PromptSession(
            history=_history(history),
            completer=_Words(self._words, self._names),
            bottom_toolbar=self._toolbar,
        )
        with patch_stdout():
            self._show(t("console-welcome", who=self._speaker, group=self._room.group.title))
            while True:
                await self._refresh()
                try:
                    line = await session.prompt_async(lambda: f"{self._speaker}> ")
                except KeyboardInterrupt:
                    continue
                except EOFError:
                    return
                if line.strip() in _LEAVE:
                    return
                await self._take(line, receive)

    async def _take(self, line: str, receive: Receive) -> None:
        match read_typed(line):
            case Declared(name, role):
                await self._desk.declare(self._room.person(name), role)
                self._show(t("console-declared", who=name, role=t("console-role", role=role)))
            case Switched(title):
                self._room.switch(title)
            case Spoken() as spoken:
                self._speaker = spoken.name or self._speaker
                if spoken.text:
                    await self._speak(spoken, receive)

    async def _speak(self, spoken: Spoken, receive: Receive) -> None:
        incoming = self._room.says(
            self._speaker, spoken.text, self._room.next_id(), private=spoken.private
        )
        if spoken.quoted is not None:
            if spoken.quoted not in self._room.answers:
                self._show(t("console-no-answer", number=spoken.quoted))
                return
            incoming = replace(incoming, quote=self._room.answers[spoken.quoted])
        await receive([incoming])
        await self._desk.settle()

    async def _refresh(self) -> None:
        role = await self._desk.role_of(self._room.person(self._speaker))
        self._role = self._text(t("console-role", role=role or "member"))

    def _toolbar(self) -> str:
        return self._text(
            t("console-toolbar", who=self._speaker, role=self._role, group=self._room.group.title)
        )

    def _names(self) -> list[str]:
        return [*self._room.cast.names(), "member", "group"]

    def _show(self, words: T) -> None:
        sys.stdout.write(self._text(words) + "\n")


def _history(path: Path | None) -> History:
    if path is None:
        return InMemoryHistory()
    path.parent.mkdir(parents=True, exist_ok=True)
    return FileHistory(str(path))


class _Words(Completer):
    """Completes commands at the start of a line and names after an @."""

    def __init__(self, words: Sequence[str], names: Callable[[], Sequence[str]]) -> None:
        self._commands = words
        self._names = names

    def get_completions(
        self, document: Document, complete_event: CompleteEvent
    ) -> Iterable[Completion]:
        """What the last word before the cursor may become."""
        before = document.text_before_cursor
        word = before.rsplit(" ", 1)[-1]
        if word.startswith("@"):
            found = [f"@{name}" for name in self._names()]
        else:
            # After «@小美 » a command may begin as well.
            is_first = not before.removesuffix(word).strip() or before.startswith("@")
            found = list(self._commands) if is_first and word else []
        for each in found:
            if each.startswith(word) and each != word:
                yield Completion(each, start_position=-len(word))
