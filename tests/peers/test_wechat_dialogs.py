"""Every written conversation through a real Wechaty gateway gives the same ledger."""

import asyncio
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("wechaty_grpc", reason="the extra «wechat» is not installed")

from dialog_wechat import has_edits, play
from wechaty_gateway import Gateway, install

from bot.config import Settings
from bot.platforms.dialog_file import read
from bot.replaying import Wanted
from bot.replaying import play as replayed

DIALOGS = sorted((Path(__file__).parents[1] / "dialogs").glob("*.dialog"))
PLAYABLE = [file for file in DIALOGS if not has_edits(read(file))]
# These see most of what a gateway can do to a conversation; the others take their time.
QUICK = {
    "accept_chain",
    "accept_questions",
    "accept_two_groups",
    "calendar_file",
    "digests_late",
    "minutes_reply",
    "pictures",
    "sales_ask",
    "tasks_quote",
    "team_aliases",
}
# What cannot come true where a button is a digit: only the one who was asked is answered.
WITHOUT_BUTTONS = {"sales_ask": 2}

LEDGER = """
SELECT team.name, sale.number, sale.revision, sale.type, member.name, recorder.name, sale.amount,
       sale.orders, sale.day, sale.at, sale.customer, sale.received, sale.details,
       (SELECT group_concat(product || quantity || ifnull(unit_price, '')) FROM sale_line
        WHERE sale_id = sale.id)
FROM sale JOIN team ON team.id = sale.team_id JOIN member ON member.id = sale.member_id
JOIN member AS recorder ON recorder.id = sale.recorded_by ORDER BY sale.id
"""


@pytest.fixture(scope="module")
def gateway(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gateway]:
    install()
    running = Gateway(tmp_path_factory.mktemp("gateway") / "log")
    try:
        running.start()
        yield running
    finally:
        running.kill()


def ledger(database: Path) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(database)) as db:
        return db.execute(LEDGER).fetchall()


@pytest.mark.parametrize(
    "file",
    [
        pytest.param(file, id=file.stem, marks=() if file.stem in QUICK else pytest.mark.slow)
        for file in PLAYABLE
    ],
)
def test_a_dialog_goes_the_same_way_on_wechat(file: Path, gateway: Gateway, tmp_path: Path) -> None:
    outcome = asyncio.run(play(read(file), gateway, tmp_path / "wechat.db"))
    replayed(Settings(), file, Wanted(database=tmp_path / "replay.db", look="wechat"))
    assert ledger(tmp_path / "wechat.db") == ledger(tmp_path / "replay.db")
    unmet = [(failure.line, failure.expected, failure.reason) for failure in outcome.failures]
    assert len(unmet) == WITHOUT_BUTTONS.get(file.stem, 0), unmet


def test_most_dialogs_can_be_played() -> None:
    # Those with edits cannot: WeChat has none.
    assert len(PLAYABLE) >= len(DIALOGS) * 9 // 10
