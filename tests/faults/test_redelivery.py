"""A platform that repeats and shuffles: the ledger is as if each message had come once (P2)."""

from __future__ import annotations

import random
import secrets
from collections.abc import Iterator
from pathlib import Path

from evidence import assert_totals
from world import World

from bot.core.events import Incoming
from models.ledger import Sale

MESSAGES = 250
# A repeat comes after at most so many other messages.
BEHIND = 40


def repeated(messages: list[Incoming], chance: random.Random) -> list[Incoming]:
    """Each message one to five times: first in order, its repeats anywhere in what follows."""
    places = []
    for n, message in enumerate(messages):
        places.append((float(n), message))
        repeats = range(chance.randint(0, 4))
        places += [(n + chance.uniform(0, BEHIND), message) for _ in repeats]
    places.sort(key=lambda place: place[0])
    return [message for _, message in places]


def batches(messages: list[Incoming], chance: random.Random) -> Iterator[list[Incoming]]:
    """The messages as a platform hands them over, some at a time."""
    position = 0
    while position < len(messages):
        count = chance.randint(1, 30)
        yield messages[position : position + count]
        position += count


def spoken(world: World, chance: random.Random) -> list[Incoming]:
    """Reports, corrections and undoings by a few people."""
    messages = []
    for n in range(MESSAGES):
        words = chance.choice((f"报单 {200 + 3 * n}",) * 8 + ("撤销", f"更正 {201 + 3 * n}"))
        messages.append(world.message(chance.choice(("小美", "阿芳", "李姐")), words))
    return messages


async def ledger(world: World) -> list[tuple[object, ...]]:
    """The rows without their times."""
    return await world.read(
        lambda db: [
            (s.number, s.revision, s.type, s.member_id, s.amount, s.corrects_id)
            for s in db.session.query(Sale).order_by(Sale.number, Sale.revision)
        ]
    )


async def test_repeats_in_any_order_and_over_restarts_change_nothing(tmp_path: Path) -> None:
    seed = secrets.randbelow(1 << 32)
    chance = random.Random(seed)
    async with World(tmp_path / "once.db") as world:
        messages = spoken(world, chance)
        await world.receive(*messages)
        once = await ledger(world)
    async with World(tmp_path / "again.db") as world:
        for batch in batches(repeated(messages, chance), chance):
            await world.receive(*batch)
            if chance.random() < 0.1:
                await world.restart()
        assert [row[:5] for row in await ledger(world)] == [row[:5] for row in once], seed
        assert sum(row[5] is not None for row in await ledger(world)) == sum(
            row[5] is not None for row in once
        ), seed
    assert len(once) > MESSAGES // 2
    assert_totals(tmp_path / "again.db", [1])
