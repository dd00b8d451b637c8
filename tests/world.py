"""A team's world for tests: the real bot on a temporary database, with a clock that we move."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar
from zoneinfo import ZoneInfo

from bot.app import App
from bot.config import DatabaseSection, Settings
from bot.core.clock import VirtualClock
from bot.core.commands import Router
from bot.core.events import Chat, EventKind, Incoming, Quote, Sender
from bot.core.ports import Capabilities, Message, Receive, SendFailed
from bot.core.table import Table
from models.db import Db

R = TypeVar("R")

SHANGHAI = ZoneInfo("Asia/Shanghai")
START = dt.datetime(2025, 6, 18, 15, tzinfo=SHANGHAI)
GROUP = Chat("g1", is_group=True, title="冲刺群")


class FakePlatform:
    """Takes what the bot sends; `broken` makes the next sends fail that way."""

    name = "fake"
    account = "bot"

    def __init__(self) -> None:
        self.can = Capabilities()
        self.sent: list[Message] = []
        self.broken: list[Exception] = []

    async def run(self, receive: Receive) -> None:
        """Hand over nothing: the world speaks to the bot itself."""

    async def send(self, message: Message) -> str:
        if self.broken:
            raise self.broken.pop(0)
        self.sent.append(message)
        return f"B{len(self.sent)}"


class World:
    """People who talk in groups and in private, and what the bot says to them.

    With `routers` the bot has those features instead of its own.
    """

    def __init__(
        self, file: Path, *, routers: Sequence[Router] | None = None, start: dt.datetime = START
    ) -> None:
        self.settings = Settings(database=DatabaseSection(url=f"sqlite:///{file}"))
        self.clock = VirtualClock(start)
        self.platform = FakePlatform()
        self.others: list[FakePlatform] = []
        self.app: App
        self._routers = routers
        self._said = 0

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, _error: object, _trace: TracebackType | None
    ) -> None:
        await self.app.stop(clean=kind is None)

    async def start(self) -> None:
        """Start the bot on what the database holds."""
        self.app = App(self.settings, [self.platform, *self.others], self.clock)
        if self._routers is not None:
            self.app.table = Table(self._routers)
        await self.app.start()
        await self.app.settle()

    def also(self, name: str, account: str) -> None:
        """Stand for another platform too; what the bot sends there is heard here."""
        other = FakePlatform()
        other.name, other.account, other.sent = name, account, self.platform.sent
        self.others.append(other)
        self.app.platforms.append(other)

    async def restart(self) -> None:
        """Kill the bot and start it again."""
        await self.app.stop(clean=False)
        await self.start()

    @property
    def heard(self) -> list[str]:
        """The words of everything the bot sent."""
        return [message.text for message in self.platform.sent]

    def message(self, who: str, text: str, **changes: Any) -> Incoming:
        """A new message in the group; any part of it can be another."""
        self._said += 1
        plain = Incoming(
            platform=self.platform.name,
            account=self.platform.account,
            chat=GROUP,
            sender=Sender(f"id-{who}", who),
            message_id=f"m{self._said}",
            sent_at=self.clock.now(),
            text=text,
        )
        return replace(plain, **changes)

    async def receive(self, *messages: Incoming) -> list[str]:
        """Give the bot messages; returns the words it answers with."""
        before = len(self.platform.sent)
        await self.app.receive(messages)
        await self.app.settle()
        return self.heard[before:]

    async def say(self, who: str, text: str, **changes: Any) -> list[str]:
        """Somebody says something; returns the words of the answers."""
        return await self.receive(self.message(who, text, **changes))

    async def private(self, who: str, text: str) -> list[str]:
        """Somebody writes to the bot in private."""
        return await self.say(who, text, chat=Chat(f"id-{who}", is_group=False, title=who))

    async def press(self, who: str, line: str, output: int) -> list[str]:
        """Somebody presses a button, by its command line, on one of the outputs, counted from 1."""
        quote = Quote(f"B{output}")
        return await self.say(who, line, kind=EventKind.PRESS, quote=quote, revision="press")

    async def declare(self, who: str, role: str) -> None:
        """Give somebody a role without asking."""
        await self.app.declare(self.message(who, ""), role)

    async def wait(self, **time: float) -> list[str]:
        """Let time pass, as `timedelta` counts it, and do what is due; returns what was said."""
        return await self.go_to(self.clock.now() + dt.timedelta(**time))

    async def go_to(self, moment: dt.datetime) -> list[str]:
        """Set the clock, also back, and do once what is due; returns what was said."""
        before = len(self.platform.sent)
        self.clock.move_to(moment)
        await self.app.tick()
        await self.app.settle()
        return self.heard[before:]

    async def read(self, work: Callable[[Db], R]) -> R:
        """Look into the database."""
        return await self.app.database.read(work)

    async def count(self, table: type) -> int:
        """How many rows a table has."""
        return await self.read(lambda db: db.session.query(table).count())


def failing(reason: str = "down", **how: Any) -> SendFailed:
    """A platform's no."""
    return SendFailed(reason, **how)
