"""Sends cut off by kills: what is about money comes again and says so, chatter never does (P4)."""

from __future__ import annotations

import asyncio
import random
import secrets
from collections import Counter
from pathlib import Path

from world import FakePlatform, World

from bot.core.cards import Card, Delivery, t
from bot.core.commands import Router
from bot.core.context import Ctx
from bot.core.ports import Message
from models.messages import Outgoing

KILLS = 40
AGAIN = "可能重复"


class CutOff(FakePlatform):
    """A platform whose send arrives, or does not, and whose answer never comes, after a while."""

    def __init__(self, chance: random.Random) -> None:
        super().__init__()
        self._chance = chance
        self.left = 0
        self.stuck = asyncio.Event()

    async def send(self, message: Message) -> str:
        self.left -= 1
        if self.left >= 0:
            return await super().send(message)
        if self._chance.random() < 0.5:
            self.sent.append(message)
        self.stuck.set()
        await asyncio.Event().wait()
        raise AssertionError


def features() -> Router:
    """A word that is answered with something important and one that is answered with chatter."""
    router = Router("sale")

    @router.command("money", "钱")
    def money(ctx: Ctx, *, number: str = "") -> Card:
        return Card(t("common-as-is", text=f"A{number}."), delivery=Delivery.IMPORTANT)

    @router.command("chat", "聊")
    def chat(ctx: Ctx, *, number: str = "") -> Card:
        return Card(t("common-as-is", text=f"B{number}."))

    return router


async def test_a_cut_send_is_repeated_where_it_matters_and_nowhere_else(tmp_path: Path) -> None:
    seed = secrets.randbelow(1 << 32)
    chance = random.Random(seed)
    async with World(tmp_path / "world.db", routers=[features()]) as world:
        platform = world.platform = CutOff(chance)
        platform.left = 1 << 30
        await world.restart()
        for kill in range(KILLS):
            platform.left = chance.randint(0, 5)
            platform.stuck.clear()
            words = [
                f"钱 {kill}-{n}" if chance.random() < 0.5 else f"聊 {kill}-{n}" for n in range(6)
            ]
            await world.app.receive([world.message("小美", text) for text in words])
            await asyncio.wait_for(platform.stuck.wait(), 10)
            platform.left = 1 << 30
            await world.restart()
        rows = await world.read(
            lambda db: [(r.content, r.delivery, r.state) for r in db.session.query(Outgoing)]
        )
    heard = Counter(text.split(".")[0] for text in world.heard)
    marked = Counter(text.split(".")[0] for text in world.heard if AGAIN in text)
    assert len(rows) == KILLS * 6, seed
    assert {(d, s) for _, d, s in rows} <= {("A", "sent"), ("B", "sent"), ("B", "unknown")}, seed
    important = [word for word in heard if word.startswith("A")]
    assert len(important) == sum(delivery == "A" for _, delivery, _ in rows), seed
    assert all(heard[word] == 1 for word in heard if word.startswith("B")), seed
    # Whatever may come twice says so, and no kill doubles more than the send it cut.
    assert all(heard[word] == 1 or marked[word] == 1 for word in important), seed
    assert sum(heard[word] - 1 for word in important) <= KILLS, seed
