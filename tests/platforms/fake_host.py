"""A small bot to play against: it books sales, asks one question and posts one digest."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.core.clock import Clock
from bot.core.events import Chat, EventKind, Incoming
from bot.core.ports import Message, Platform


@dataclass
class World:
    """What outlives a restart: the fake bot's database and a log of what it was told."""

    received: list[Incoming] = field(default_factory=list)
    declared: list[tuple[str, str, str, str]] = field(default_factory=list)
    log: list[str] = field(default_factory=list)
    sales: int = 0
    digest_at: dt.datetime | None = None
    home: Chat | None = None


class FakeHost:
    """Answers «报单 N», asks after a recall, posts a digest at the time of «推送 ISO-TIME»."""

    def __init__(self, world: World, clock: Clock, platform: Platform) -> None:
        self.world = world
        self.clock = clock
        self.platform = platform
        self.waiting: list[Message] = []

    async def start(self) -> None:
        self.world.log.append("start")

    async def receive(self, batch: Sequence[Incoming]) -> None:
        for incoming in batch:
            self.world.received.append(incoming)
            self.answer(incoming)

    def answer(self, incoming: Incoming) -> None:
        text, chat = incoming.text, incoming.chat
        if chat.is_group:
            self.world.home = chat
        if incoming.kind is EventKind.RECALL:
            buttons = (("是", "撤销"), ("不是", "不撤销"))
            self.waiting.append(Message(chat, "要撤销吗?\n1 是 2 不是", buttons))
        elif text.startswith("推送 "):
            self.world.digest_at = dt.datetime.fromisoformat(text.removeprefix("推送 "))
        elif found := re.match(r"报单 (.*)", text):
            self.world.sales += 1
            words = f"✅ #S{self.world.sales} {incoming.sender.name} {found[1]}\n今日 {found[1]}"
            self.waiting.append(Message(chat, words, (("撤销", f"撤销 #S{self.world.sales}"),)))
        elif text.startswith("撤销"):
            self.waiting.append(Message(chat, "已撤销", replaces="B1"))

    async def settle(self) -> None:
        while self.waiting:
            await self.platform.send(self.waiting.pop(0))

    async def tick(self) -> None:
        due = self.world.digest_at
        if due is not None and due <= self.clock.now() and self.world.home is not None:
            self.world.digest_at = None
            late = " 补发" if self.clock.now() > due else ""
            self.waiting.append(Message(self.world.home, f"日报 {self.world.sales} 单{late}"))

    async def next_due(self) -> dt.datetime | None:
        return self.world.digest_at

    async def declare(self, person: Incoming, role: str) -> None:
        self.world.declared.append((person.chat.title, person.sender.name, role, person.text))

    async def stop(self, *, clean: bool = True) -> None:
        self.world.log.append("stop" if clean else "kill")

    async def role_of(self, person: Incoming) -> str | None:
        roles = [role for _, name, role, _ in self.world.declared if name == person.sender.name]
        return roles[-1] if roles else None

    async def open_session(self) -> str:
        self.world.log.append("open")
        return "s1"
