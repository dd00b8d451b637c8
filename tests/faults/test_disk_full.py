"""A full disk: what cannot be written is not written at all, and comes in when there is room."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path

from evidence import assert_totals
from world import World

from models.db import Db
from models.ledger import Sale
from models.messages import Outgoing, Received

MESSAGES = 300
NO_LIMIT = 1 << 30


def limited(db: Db, more: int) -> None:
    """Let the database grow by so many pages and no further."""
    connection = db.session.connection()
    pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
    connection.exec_driver_sql(f"PRAGMA max_page_count={min(pages + more, NO_LIMIT)}")


async def test_a_full_disk_leaves_nothing_half_written(tmp_path: Path) -> None:
    file = tmp_path / "world.db"
    refused = 0
    async with World(file) as world:
        await world.say("小美", "早")
        messages = [world.message("小美", f"报单 {200 + n}") for n in range(MESSAGES)]
        for number, message in enumerate(messages):
            if number % 50 == 10:
                await world.app.database.write(lambda db: limited(db, 2))
            before = await world.count(Sale)
            with contextlib.suppress(Exception):
                await world.receive(message)
            sold = await world.count(Sale)
            known = await world.count(Received)
            refused += sold == before
            # A sale is there with its message, or neither is done.
            waiting = await world.read(
                lambda db: db.session.query(Received).filter(Received.state != "done").count()
            )
            assert sold == known - 1 - waiting
            if number % 50 == 49:
                await world.app.database.write(lambda db: limited(db, NO_LIMIT))
        assert 0 < refused < MESSAGES
        await world.receive(*messages)
        await world.wait(minutes=3)
        assert await world.count(Sale) == MESSAGES
        booked = await world.read(lambda db: {sale.amount for sale in db.session.query(Sale)})
        assert booked == {(200 + n) * 100 for n in range(MESSAGES)}
        receipts = await world.read(
            lambda db: db.session.query(Outgoing).filter(Outgoing.delivery == "A").count()
        )
        assert receipts == MESSAGES
    with sqlite3.connect(file) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    connection.close()
    assert_totals(file, [1])
