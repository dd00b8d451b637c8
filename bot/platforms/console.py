"""The console: a whole group chat in one terminal, or lines of a chat through a pipe."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from bot.core.cards import T, t
from bot.core.clock import Clock
from bot.core.events import Quote
from bot.core.ports import Capabilities, Document, Message, Receive, SendFailed
from bot.platforms.cast import BOT_NAME
from bot.platforms.console_pipe import Pipe
from bot.platforms.console_room import Desk, Room


@dataclass(frozen=True, slots=True)
class Streams:
    """The file descriptor lines come from, and where answers and complaints go.

    None stands for the process's own stream of that moment: a prompt puts its own in place.
    """

    source: int = 0
    out: TextIO | None = None
    err: TextIO | None = None


class ConsolePlatform:
    """Several people at one keyboard, answered the way WeChat would show it.

    What it keeps, the lines that were typed and the files that were sent, lies in `folder`.
    """

    name = "console"
    account = "console"

    def __init__(
        self,
        text: Callable[[T], str],
        clock: Clock,
        *,
        group: str = "",
        folder: Path | None = None,
        streams: Streams | None = None,
    ) -> None:
        self.can = Capabilities()
        self._text = text
        self._folder = folder
        self._streams = streams or Streams()
        self._room = Room.named(group or text(t("console-group")), clock)
        self._desk: Desk | None = None
        self._words: Sequence[str] = ()

    @property
    def is_interactive(self) -> bool:
        """Whether somebody sits at a terminal."""
        return os.isatty(self._streams.source)

    def attach(self, desk: Desk, words: Sequence[str] = ()) -> None:
        """Before `run`: who answers, and the command words to complete at the prompt."""
        self._desk = desk
        self._words = words

    async def run(self, receive: Receive) -> None:
        """Hand over lines until the input ends; all of them are answered by then."""
        if self._desk is None:
            raise RuntimeError("the console is not attached to a running bot")
        if not self.is_interactive:
            pipe = Pipe(self._room, self._desk, self._text, self._streams.err or sys.stderr)
            await pipe.read(self._streams.source, receive)
            return
        # Here, because prompt_toolkit takes 0.2 s to import and a pipe does not need it.
        from bot.platforms.console_prompt import Prompt

        prompt = Prompt(self._room, self._desk, self._text, words=self._words)
        history = None if self._folder is None else self._folder / "console-history"
        await prompt.converse(receive, history=history)

    async def send(self, message: Message) -> str:
        """Print the message under the bot's name; numbered where people can quote it."""
        room = self._room
        room.said += 1
        message_id = f"{room.token}:B{room.said}"
        head = BOT_NAME
        if not message.chat.is_group:
            head += f" → {room.cast.address(message.chat).partition(':')[2]}"
        if self.is_interactive:
            room.answers[room.said] = Quote(message_id, BOT_NAME, message.text)
            head += f" ({room.said})"
        body = message.text
        for document in (message.picture, message.document):
            if document is not None:
                body = f"{body}\n{self._kept(document)}".strip()
        body = body.replace("\n", "\n  ")
        out = self._streams.out or sys.stdout
        try:
            out.write(f"{head}\n  {body}\n")
            out.flush()
        except (OSError, ValueError) as error:
            raise SendFailed(f"the terminal is gone: {error}", permanent=True) from error
        return message_id

    def _kept(self, document: Document) -> str:
        """Where a file lies that was sent: in the folder, the last one of its name; its name and
        size where there is no folder.
        """
        name = Path(document.name).name.strip(".") or "file"
        if self._folder is None:
            return self._text(t("console-file-name", name=name, size=len(document.data)))
        try:
            path = self._folder / "files" / name
            path.parent.mkdir(mode=0o700, exist_ok=True)
            path.write_bytes(document.data)
        except OSError as error:
            reason = error.strerror or type(error).__name__
            return self._text(t("console-file-failed", name=name, reason=reason))
        return self._text(t("console-file", path=str(path)))
