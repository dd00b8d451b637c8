"""Lines of a chat through a pipe: «名字: 文字» until the end of the input."""

from __future__ import annotations

import asyncio
import contextlib
import os
import threading
from collections.abc import AsyncIterator, Callable
from hashlib import blake2s
from typing import TextIO

from bot.core.cards import T, t
from bot.core.events import Incoming
from bot.core.ports import Receive
from bot.platforms.console_lines import Declared, Spoken, Switched, read_piped
from bot.platforms.console_room import Desk, Room

# How much of the input is taken at once, in bytes.
_CHUNK = 1 << 16


class Pipe:
    """Reads all lines there are at once and hands them over together, in their order.

    A line's id is made of the session, its number and its words. After a kill the session is the
    same again, so lines that are sent once more are known; after a clean end they are new lines.
    """

    def __init__(self, room: Room, desk: Desk, text: Callable[[T], str], complain: TextIO) -> None:
        self._room = room
        self._desk = desk
        self._text = text
        self._complain = complain

    async def read(self, source: int, receive: Receive) -> None:
        """Take the file descriptor's lines to the end; returns when they are answered."""
        session = await self._desk.open_session()
        number = 0
        async for lines in _lines(source):
            batch: list[Incoming] = []
            for line in lines:
                number += 1
                match read_piped(line):
                    case Spoken(words, str(name), private):
                        message_id = f"{session}:{number}:{_digest(line)}"
                        batch.append(self._room.says(name, words, message_id, private=private))
                    case Switched(title):
                        self._room.switch(title)
                    case Declared(name, role):
                        await _hand_over(batch, receive)
                        await self._desk.declare(self._room.person(name), role)
                    case _ if line.strip():
                        self._complain.write(self._text(t("console-no-name", line=number)) + "\n")
            await _hand_over(batch, receive)
        await self._desk.settle()


async def _hand_over(batch: list[Incoming], receive: Receive) -> None:
    if batch:
        await receive(tuple(batch))
        batch.clear()


def _digest(line: str) -> str:
    return blake2s(line.encode(), digest_size=8).hexdigest()


async def _lines(source: int) -> AsyncIterator[list[str]]:
    """All lines that have arrived, each time some have; the last one needs no line break."""
    rest = b""
    while chunk := await _read(source):
        *lines, rest = (rest + chunk).split(b"\n")
        yield [_decoded(line) for line in lines]
    if rest:
        yield [_decoded(rest)]


def _decoded(line: bytes) -> str:
    return line.decode(errors="replace").removeprefix("\ufeff").rstrip("\r")


async def _read(source: int) -> bytes:
    """What has arrived; empty at the end.

    A daemon thread waits, because a file cannot be polled and a thread of the loop's own pool
    would hold up the end of the program until the next line comes.
    """
    loop = asyncio.get_running_loop()
    arrived: asyncio.Future[bytes] = loop.create_future()

    def deliver(chunk: bytes) -> None:
        if not arrived.done():
            arrived.set_result(chunk)

    def wait() -> None:
        try:
            chunk = os.read(source, _CHUNK)
        except OSError:
            chunk = b""
        # The loop may be gone by now.
        with contextlib.suppress(RuntimeError):
            loop.call_soon_threadsafe(deliver, chunk)

    threading.Thread(target=wait, name="console-input", daemon=True).start()
    return await arrived
