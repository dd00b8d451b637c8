"""A bot with a word that raises and one that kills the process, told the same chat at each start.

Run as `deadly_bot.py DATABASE`; it ends with 0 when it has come through all of it.
"""

from __future__ import annotations

import asyncio
import os
import sys

from bot.app import App
from bot.config import DatabaseSection, Settings
from bot.core.clock import SystemClock
from bot.core.commands import Router
from bot.core.context import Ctx
from bot.core.events import Chat, Incoming, Sender
from bot.core.ports import Capabilities, Message, Receive
from bot.core.table import Table

DIED = 86
# More lines than the bot takes one by one after a kill, so that being careful must last.
BEFORE = [f"早 {n}" for n in range(250)]
BATCHES = (BEFORE, ["报单 128", "出错", "报单 256", "要命", "报单 384"], ["报单 512"])

poison = Router("poison")


@poison.command("raise", "出错")
def raising(ctx: Ctx) -> None:
    """Fail as a mistake in a handler does."""
    raise ZeroDivisionError


@poison.command("die", "要命")
def deadly(ctx: Ctx) -> None:
    """End the process as a crash in a library does."""
    os._exit(DIED)


class Pipe:
    """Delivers the chat and swallows the answers."""

    name = "fake"
    account = "bot"

    def __init__(self) -> None:
        self.can = Capabilities()

    async def run(self, receive: Receive) -> None:
        """Nothing comes by itself."""

    async def send(self, message: Message) -> str:
        """Take the message."""
        return "1"


async def main(database: str) -> None:
    """Take every batch as if for the first time."""
    clock = SystemClock()
    app = App(Settings(database=DatabaseSection(url=f"sqlite:///{database}")), [Pipe()], clock)
    import handlers

    app.table = Table([*handlers.routers(), poison])
    await app.start()
    group = Chat("g", is_group=True, title="冲刺群")
    for number, batch in enumerate(BATCHES):
        await app.receive(
            [
                Incoming(
                    "fake", "bot", group, Sender("m", "小美"), f"{number}-{n}", clock.now(), text
                )
                for n, text in enumerate(batch)
            ]
        )
    await app.stop()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
