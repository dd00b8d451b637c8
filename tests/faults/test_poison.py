"""A message that breaks its handler, or kills the process, harms only itself (P22)."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

from deadly_bot import BATCHES, DIED
from world import World

from bot.core.commands import Router
from bot.core.context import Ctx
from bot.engine.inbox import MAX_TRIES
from models.ledger import Sale
from models.messages import Received

# The first death is not counted, because the message had not been stored alone before it.
MOST_DEATHS = MAX_TRIES + 1


def test_a_message_that_kills_becomes_a_dead_letter_and_the_rest_is_booked(tmp_path: Path) -> None:
    database = tmp_path / "deadly.db"
    program = [sys.executable, str(Path(__file__).with_name("deadly_bot.py")), str(database)]
    endings: list[int] = []
    while endings[-1:] != [0] and len(endings) <= MOST_DEATHS:
        done = subprocess.run(program, capture_output=True, timeout=60)
        endings.append(done.returncode)
        assert done.returncode in (0, DIED), done.stderr.decode()
    assert endings == [DIED] * MOST_DEATHS + [0]
    with sqlite3.connect(database) as connection:
        booked = connection.execute("SELECT amount FROM sale ORDER BY number").fetchall()
        assert booked == [(12800,), (25600,), (38400,), (51200,)]
        states = connection.execute(
            "SELECT message, state, attempts FROM received WHERE state <> 'done' ORDER BY id"
        ).fetchall()
        taken = connection.execute("SELECT count(*) FROM received").fetchone()
    connection.close()
    assert states == [("1-1", "pending", 1), ("1-3", "dead", MAX_TRIES)]
    assert taken == (sum(map(len, BATCHES)),)


async def test_a_message_that_always_fails_is_tried_five_times_and_blocks_nobody(
    tmp_path: Path,
) -> None:
    tried: list[int] = []
    router = Router("sale")

    @router.command("raise", "出错")
    def raising(ctx: Ctx) -> None:
        tried.append(ctx.source)
        raise ZeroDivisionError

    @router.command("fine", "没事")
    def fine(ctx: Ctx) -> None:
        tried.append(0)

    async with World(tmp_path / "world.db", routers=[router]) as world:
        first = await world.say("小美", "出错")
        assert len(first) == 1
        for minutes in (2, 10, 60, 240, 2_000):
            await world.say("阿芳", "没事")
            await world.restart()
            await world.wait(minutes=minutes)
        assert [source for source in tried if source] == [tried[0]] * MAX_TRIES
        assert tried.count(0) == 5
        state = await world.read(lambda db: db.session.get_one(Received, tried[0]).state)
        assert state == "dead"
        assert await world.count(Sale) == 0
