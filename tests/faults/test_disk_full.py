"""A full disk: what cannot be written is not written at all, and comes in when there is room."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from evidence import assert_totals
from sqlalchemy.exc import OperationalError
from world import World

from bot.engine.connect import meaning
from models.db import Db
from models.ledger import Sale
from models.messages import Outgoing, Received

MESSAGES = 300
# Messages that come at once and share a commit.
TOGETHER = 3
NO_LIMIT = 1 << 30


def limited(db: Db, more: int) -> None:
    """Let the database grow by so many pages and no further."""
    connection = db.session.connection()
    pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
    connection.exec_driver_sql(f"PRAGMA max_page_count={min(pages + more, NO_LIMIT)}")


async def test_a_full_disk_leaves_nothing_half_written(tmp_path: Path) -> None:
    file = tmp_path / "world.db"
    reasons: list[str | None] = []
    async with World(file) as world:
        await world.say("小美", "早")
        messages = [world.message("小美", f"报单 {200 + n}") for n in range(MESSAGES)]
        for start in range(0, MESSAGES, TOGETHER):
            if start % 60 == 12:
                await world.app.database.write(lambda db: limited(db, 2))
            try:
                await world.receive(*messages[start : start + TOGETHER])
            except (sqlite3.OperationalError, OperationalError) as error:
                reasons.append(meaning(error))
            await world.app.database.write(lambda db: None)
            # A message that is known has its sale; the first one was no sale.
            assert await world.count(Sale) == await world.count(Received) - 1
            if start % 60 == 48:
                await world.app.database.write(lambda db: limited(db, NO_LIMIT))
        assert 0 < len(reasons) < MESSAGES // TOGETHER
        assert set(reasons) == {"the disk is full; nothing of the last step was written"}
        await world.receive(*messages)
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
