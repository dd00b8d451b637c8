"""A platform on the fake Bot API, with a house that keeps what it is given."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from peers.bot_api import Peer

from bot.app import catalog
from bot.config import TelegramSection
from bot.core.cards import T, t
from bot.core.clock import SystemClock
from bot.core.events import Incoming
from bot.core.ports import MenuEntry, Platform
from bot.platforms.telegram import TelegramPlatform, Tempo
from models.values import Role

MENU = (
    MenuEntry("sale", Role.MEMBER, t("help-note")),
    MenuEntry("price_set", Role.MANAGER, t("help-note")),
    MenuEntry("transfer", Role.OWNER, t("help-note")),
)


def section(peer: Peer, **changes: Any) -> TelegramSection:
    """Settings that lead to the peer."""
    values: dict[str, Any] = {"token": peer.token, "base_url": peer.address}
    return TelegramSection.model_validate(values | changes)


@dataclass
class Watching:
    """A watch that remembers."""

    troubles: list[str] = field(default_factory=list)
    alarms: list[str] = field(default_factory=list)
    times_well: int = 0

    def trouble(self, platform: Platform, what: T, *, alarm: bool = False) -> None:
        catalog().text(what, "en")
        self.troubles.append(what.key)
        if alarm:
            self.alarms.append(what.key)

    def well(self, platform: Platform) -> None:
        self.times_well += 1

    async def missed(self, platform: Platform, since: dt.datetime, until: dt.datetime) -> None:
        raise AssertionError("Telegram keeps what we miss")


class Running:
    """A platform on the peer, with a house that keeps what it is given."""

    def __init__(self, peer: Peer, tempo: Tempo | None, **changes: Any) -> None:
        self.peer = peer
        self.watch = Watching()
        self.got: list[Incoming] = []
        self.batches: list[list[Incoming]] = []
        self.broken: list[Exception] = []
        self.hold: asyncio.Event | None = None
        self.platform = TelegramPlatform(
            section(peer, **changes),
            SystemClock(),
            self.watch,
            menu=MENU,
            text=catalog().text,
            tempo=tempo or Tempo(limits=None, edits_apart=0.0),
        )
        self.task: asyncio.Task[None] | None = None

    def start(self) -> None:
        self.task = asyncio.create_task(self.platform.run(self.receive))

    async def receive(self, batch: Sequence[Incoming]) -> None:
        if self.hold is not None:
            await self.hold.wait()
        if self.broken:
            raise self.broken.pop(0)
        self.batches.append(list(batch))
        self.got += batch

    async def until(self, what: Callable[[], object], seconds: float = 5.0) -> None:
        """Return once something is so; fail after that time."""
        end = asyncio.get_running_loop().time() + seconds
        while not what():
            assert asyncio.get_running_loop().time() < end, "it never became so"
            await asyncio.sleep(0.005)

    async def polls(self) -> None:
        """Return when the platform waits for updates."""
        await self.until(lambda: self.peer.updates.is_polled)

    def texts(self) -> list[str]:
        return [each.text for each in self.got if each.kind == "text"]

    async def stop(self) -> None:
        if self.task is not None:
            self.task.cancel()
            await asyncio.gather(self.task, return_exceptions=True)
        await self.platform.close()
