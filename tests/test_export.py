"""The export: all rows with their fates, safe cells, and a sum that is the net total."""

import asyncio
import csv
import datetime as dt
import io
import json
from collections.abc import AsyncIterator, Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from world import START, World

from bot.core.commands import Router
from bot.core.events import Chat
from bot.engine.exports import COLUMNS, NoSuchTeam, as_csv, as_json, rows
from models import entries, sales
from models.db import Db
from models.entries import Item
from models.ledger import SaleTotal
from models.sales import By, NewSale
from models.teams import team_info

DAY = START.date()
FOREVER = (dt.date.min, dt.date.max)


@pytest_asyncio.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    """A team of two, 小美 (1) and 阿芳 (2)."""
    async with World(tmp_path / "world.db", routers=[Router("sale")]) as running:
        await running.say("小美", "早")
        await running.say("阿芳", "早")
        yield running


async def book(world: World, work: Callable[[Db], Any]) -> Any:
    return await world.app.database.write(work)


def sale(amount: int, *, day: dt.date = DAY, who: int = 1, **more: Any) -> NewSale:
    return NewSale(who, amount, 1, day, **more)


def record(new: NewSale, team: int = 1) -> Callable[[Db], entries.Record]:
    def work(db: Db) -> entries.Record:
        info = team_info(db, team)
        booked = sales.record(db, info, new, By(2, START))
        return entries.require(db, team, booked.number)

    return work


def found(world: World, team: str = "", days: tuple[dt.date, dt.date] = FOREVER) -> list[Any]:
    return rows(world.settings.database.url, team, *days)


async def test_a_row_has_every_field_of_the_contract(world: World) -> None:
    new = sale(
        38_400,
        items=(Item("面膜", 3, 12_800), Item("精华", 1)),
        customer="张姐",
        details={"note": "老客户", "channel": "朋友圈"},
    )
    await book(world, record(new))
    assert found(world) == [
        {
            "id": "S1",
            "team": "冲刺群",
            "type": "sale",
            "state": "active",
            "date": "2025-06-18",
            "at": "2025-06-18T07:00:00+00:00",
            "seller": "小美",
            "recorded_by": "阿芳",
            "amount": "384.00",
            "currency": "CNY",
            "orders": 1,
            "lines": [
                {"product": "面膜", "quantity": 3, "unit_price": "128.00"},
                {"product": "精华", "quantity": 1, "unit_price": None},
            ],
            "customer": "张姐",
            "note": "老客户",
            "corrects": None,
            "held": None,
            "late": 0,
        }
    ]
    assert tuple(found(world)[0]) == COLUMNS


async def history(world: World) -> None:
    """S1 corrected twice, S2 void, S3 refunded by S4, S5 moved to another day and seller."""

    def work(db: Db) -> None:
        team, by = team_info(db, 1), By(1, START)
        first = [sales.record(db, team, sale(a), by) for a in (10_000, 20_000, 30_000)]
        sales.record(db, team, sale(-30_000, type=entries.REFUND), by)
        fifth = sales.record(db, team, sale(50_000), by)
        for amount in (11_000, 12_000):
            one = entries.require(db, 1, first[0].number)
            sales.correct(db, team, one, sales.as_new(one, amount=amount), by)
        sales.void(db, team, entries.require(db, 1, first[1].number), by)
        moved = entries.require(db, 1, fifth.number)
        changes = {"member_id": 2, "day": DAY - dt.timedelta(days=1)}
        sales.correct(db, team, moved, sales.as_new(moved, **changes), by)

    await book(world, work)


async def test_corrections_are_linked_and_states_are_told(world: World) -> None:
    await history(world)
    told = {row["id"]: (row["type"], row["state"], row["corrects"]) for row in found(world)}
    assert told == {
        "S1": ("sale", "corrected", None),
        "S1-2": ("sale", "corrected", "S1"),
        "S1-3": ("sale", "active", "S1-2"),
        "S2": ("sale", "void", None),
        "S3": ("sale", "active", None),
        "S4": ("refund", "active", None),
        "S5": ("sale", "corrected", None),
        "S5-2": ("sale", "active", "S5"),
    }


async def test_the_active_rows_sum_to_the_net_total(world: World) -> None:
    await history(world)
    active = [row for row in found(world) if row["state"] == "active"]
    kept = await world.read(
        lambda db: sum(row.amount for row in db.session.query(SaleTotal).filter_by(period=4))
    )
    assert sum(Decimal(row["amount"]) for row in active) * 100 == kept == 62_000
    refund = next(row for row in active if row["type"] == "refund")
    assert refund["amount"] == "-300.00"


async def test_days_are_chosen_by_the_business_day_both_ends_included(world: World) -> None:
    for back in range(4):
        await book(world, record(sale(100, day=DAY - dt.timedelta(days=back))))
    two = (DAY - dt.timedelta(days=2), DAY - dt.timedelta(days=1))
    assert [row["date"] for row in found(world, days=two)] == ["2025-06-17", "2025-06-16"]


async def test_a_row_corrected_on_another_day_is_corrected_in_its_own_days_export(
    world: World,
) -> None:
    await history(world)
    today = {row["id"]: row["state"] for row in found(world, days=(DAY, DAY))}
    assert today["S5"] == "corrected"
    assert "S5-2" not in today


async def test_a_team_is_chosen_by_name_and_others_stay_out(world: World) -> None:
    await world.say("小美", "早", chat=Chat("g2", is_group=True, title="二群"))
    await book(world, record(sale(100), team=1))
    await book(world, record(sale(200, who=3), team=2))
    assert [row["team"] for row in found(world)] == ["冲刺群", "二群"]
    assert [row["amount"] for row in found(world, "二群")] == ["2.00"]
    with pytest.raises(NoSuchTeam, match="冲刺群, 二群"):
        found(world, "三群")


async def test_it_is_made_beside_a_running_bot_and_writes_nothing(world: World) -> None:
    await book(world, record(sale(100)))
    before = await world.read(
        lambda db: db.session.connection().exec_driver_sql("PRAGMA data_version").scalar()
    )
    assert len(await asyncio.to_thread(found, world)) == 1
    after = await world.read(
        lambda db: db.session.connection().exec_driver_sql("PRAGMA data_version").scalar()
    )
    assert before == after


def test_what_was_never_written_is_empty_and_makes_no_file(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/none/a.db"
    assert rows(url, "", *FOREVER) == []
    assert as_json([]) == b"[]\n"
    assert as_csv([]) == b"\xef\xbb\xbf" + ",".join(COLUMNS).encode() + b"\r\n"
    assert not (tmp_path / "none").exists()
    with pytest.raises(NoSuchTeam, match="none"):
        rows(url, "冲刺群", *FOREVER)


def cells(found: list[dict[str, Any]]) -> list[dict[str, str]]:
    text = as_csv(found).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


async def test_csv_reads_back_as_what_json_says(world: World) -> None:
    await history(world)
    await book(
        world, record(sale(100, items=(Item('面"膜', 2, 50),), details={"note": "a,b\n第二行"}))
    )
    assert as_csv(found(world)).startswith(b"\xef\xbb\xbfid,team,")
    plain, table = json.loads(as_json(found(world))), cells(found(world))
    assert len(plain) == len(table)
    for one, other in zip(plain, table, strict=True):
        assert (one["id"], one["amount"], str(one["orders"])) == (
            other["id"],
            other["amount"],
            other["orders"],
        )
    assert table[-1]["note"] == "a,b\n第二行"
    assert table[-1]["lines"] == '面"膜×2@0.50'


@pytest.mark.parametrize(
    "text",
    [
        '=HYPERLINK("http://e","x")',
        "+1+1",
        "-1+1",
        "@SUM(A1)",
        "\t=1+1",
        "\r=1+1",
        "\n=1+1",
        "＝1+1",
        "＋1",
        "－1",
        "＠x",
    ],
)
async def test_no_cell_can_be_run_as_a_formula(world: World, text: str) -> None:
    await book(
        world,
        record(
            sale(
                -100,
                type=entries.REFUND,
                customer=text,
                details={"note": text},
                items=(Item(text, 1),),
            )
        ),
    )
    row = found(world)[0] | {"team": text, "seller": text, "recorded_by": text}
    cell = cells([row])[0]
    for name in ("team", "seller", "recorded_by", "customer", "note", "lines"):
        assert cell[name].startswith("'"), name
    # Numbers stay numbers, negative ones too.
    assert cell["amount"] == "-1.00"


async def test_a_note_that_looks_like_sql_is_kept_as_it_is(world: World) -> None:
    note = "'; DROP TABLE sale;-- {0.__class__} %s%n"
    await book(world, record(sale(100, details={"note": note})))
    assert found(world)[0]["note"] == note
