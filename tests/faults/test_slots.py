"""Planned work through kills, restarts and late starts: each day's slot once (P5)."""

from __future__ import annotations

import asyncio
import datetime as dt
import random
import secrets
from collections import Counter
from pathlib import Path

from world import START, World

from bot.core.cards import Card, t
from bot.core.commands import Router
from bot.core.context import Ctx, JobCtx
from models import schedules
from models.messages import JobRun, Outgoing

DAYS = 30
MINUTE = 21 * 60 + 30


def features() -> Router:
    """A line every evening at 21:30."""
    router = Router("sale")

    @router.command("plan", "计划")
    def plan(ctx: Ctx) -> None:
        schedules.plan(ctx.db, ctx.team, "evening", MINUTE, settings={}, now=ctx.now)

    @router.slot("evening")
    def evening(ctx: JobCtx) -> Card:
        return Card(t("common-as-is", text=f"digest {ctx.day}"))

    return router


async def kill_while_ticking(world: World, chance: random.Random) -> None:
    """Begin to do what is due and be killed after a few steps of the event loop."""
    ticking = asyncio.create_task(world.app.tick())
    for _ in range(chance.randint(0, 6)):
        await asyncio.sleep(0)
    await asyncio.sleep(chance.choice((0, 0, 0.002, 0.01)))
    await world.app.stop(clean=False)
    ticking.cancel()
    await asyncio.gather(ticking, return_exceptions=True)
    await world.start()


async def test_each_slot_once_through_kills_and_restarts(tmp_path: Path) -> None:
    seed = secrets.randbelow(1 << 32)
    chance = random.Random(seed)
    async with World(tmp_path / "world.db", routers=[features()]) as world:
        await world.say("老王", "计划")
        for day in range(DAYS):
            evening = START.replace(hour=21, minute=30) + dt.timedelta(days=day)
            world.clock.move_to(evening - dt.timedelta(seconds=1))
            await world.app.tick()
            world.clock.move_to(evening + dt.timedelta(minutes=chance.randint(0, 120)))
            await kill_while_ticking(world, chance)
            for _ in range(3):
                await asyncio.gather(world.app.tick(), world.app.tick())
        await world.app.settle()
        runs = await world.read(lambda db: [run.day for run in db.session.query(JobRun)])
        rows = await world.read(lambda db: [(r.key, r.state) for r in db.session.query(Outgoing)])
    wanted = [START.date() + dt.timedelta(days=day) for day in range(DAYS)]
    assert sorted(runs) == wanted, seed
    assert sorted(key for key, _ in rows) == [f"evening:1:{day.isoformat()}:0" for day in wanted]
    assert {state for _, state in rows} <= {"sent", "unknown"}, seed
    heard = Counter(world.heard)
    assert set(heard.values()) == {1}, seed
    assert len(heard) >= sum(state == "sent" for _, state in rows), seed
