"""The digest: its figures, its length, and that each slot posts once."""

import datetime as dt
from dataclasses import replace

import pytest
from world import START, World

from bot.core.cards import Card
from handlers.digests.cards import DayView, day_card
from models import digest, entries, sales
from models.db import Db
from models.digest import Correction, DayFigures
from models.rosters import roster
from models.sales import Booked, By, NewSale
from models.teams import team_info

TEAM = 1
TODAY = START.date()
NOW = START.astimezone(dt.UTC)


@pytest.fixture
async def team(world: World) -> World:
    await world.declare("老王", "owner")
    for name in ("阿芳", "小美", "丽姐"):
        await world.declare(name, "member")
    return world


async def sell(
    world: World, name: str, amount: int, day: dt.date = TODAY, orders: int = 1
) -> Booked:
    def write(db: Db) -> Booked:
        seller = roster(db, TEAM).find(name)
        assert seller is not None
        sale = NewSale(seller.id, amount, orders, day)
        return sales.record(db, team_info(db, TEAM), sale, By(seller.id, NOW))

    return await world.app.database.write(write)


async def void(world: World, number: int) -> None:
    def write(db: Db) -> None:
        record = entries.require(db, TEAM, number)
        sales.void(db, team_info(db, TEAM), record, By(record.member_id, NOW))

    await world.app.database.write(write)


async def figures(world: World, *without: str) -> DayFigures:
    def look(db: Db) -> DayFigures:
        ids = [member.id for name in without if (member := roster(db, TEAM).find(name))]
        return digest.figures(db, team_info(db, TEAM), TODAY, without=ids)

    return await world.read(look)


async def test_the_figures_of_a_day(team: World) -> None:
    await sell(team, "小美", 700_00, TODAY - dt.timedelta(days=1))
    await sell(team, "小美", 900_00, TODAY - dt.timedelta(days=7))
    await sell(team, "阿芳", 100_00)
    await sell(team, "小美", 200_00, orders=2)
    found = await figures(team)
    assert (found.amount, found.orders) == (300_00, 3)
    assert (found.day_before, found.week_before) == (700_00, 900_00)
    assert [place.amount for place in found.places] == [200_00, 100_00]
    assert (found.sold, found.expected, len(found.idle)) == (2, 3, 1)


async def test_a_void_order_is_not_the_first_of_the_day(team: World) -> None:
    first = await sell(team, "阿芳", 100_00)
    await sell(team, "小美", 200_00)
    await void(team, first.number)
    found = await figures(team)
    assert found.first_seller == found.places[0].member_id
    assert [(c.number, c.before, c.after) for c in found.corrections] == [(1, 100_00, None)]


async def test_the_excluded_count_in_the_sums_and_are_named_nowhere(team: World) -> None:
    await sell(team, "阿芳", 300_00)
    await sell(team, "小美", 200_00)
    found = await figures(team, "阿芳", "丽姐")
    assert found.amount == 500_00
    assert [(place.rank, place.amount) for place in found.places] == [(1, 200_00)]
    assert (found.first_seller, found.sold, found.expected, found.idle) == (None, 1, 1, ())


async def test_a_digest_of_everything_has_fifteen_lines(team: World) -> None:
    for n in range(20):
        await team.declare(f"卖{n}", "member")
        await sell(team, f"卖{n}", 100_00 + n)
    found = replace(await figures(team), pending=3, corrections=(Correction(1, 2, 3),) * 9)
    missed = (TODAY - dt.timedelta(days=2), TODAY - dt.timedelta(days=1))

    def look(db: Db) -> Card:
        day = DayView(db, team_info(db, TEAM), TODAY, NOW, found, "late", missed)
        return day_card(day, is_named=True)

    card = await team.read(look)
    assert card.note is not None
    assert 1 + len(card.lines) + 1 == 15


async def test_a_busy_day_keeps_its_limits(team: World) -> None:
    for n in range(20):
        await team.declare(f"卖{n}", "member")
        await team.declare(f"闲{n}", "member")
        await sell(team, f"卖{n}", 100_00 + n)
    lines = (await team.private("老王", "日报 预览"))[0].splitlines()
    assert len(lines) <= 15
    assert "…另有 15 人开单" in lines
    assert any(line.startswith("还没开单:") and "另有 13 人" in line for line in lines)


async def test_a_slot_posts_once_whatever_the_clock_does(team: World) -> None:
    await team.say("老王", "推送 日报 21:30 群")
    slot = START.replace(hour=21, minute=30)
    assert len(await team.go_to(slot)) == 2
    assert await team.go_to(slot - dt.timedelta(hours=2)) == []
    assert await team.go_to(slot) == []
    await team.restart()
    assert await team.go_to(slot + dt.timedelta(minutes=1)) == []
    await team.say("老王", "推送 日报 21:40 群")
    assert await team.go_to(slot.replace(minute=45)) == []


async def test_names_of_people_without_sales_reach_only_leads(team: World) -> None:
    await sell(team, "阿芳", 100_00)
    await team.say("老王", "推送 日报 21:30 @老王 @小美 群")
    await team.go_to(START.replace(hour=21, minute=30))
    digests = [m for m in team.platform.sent if m.text.startswith("📊")]
    named = [m.chat.id for m in digests if "还没开单:小美、丽姐" in m.text]
    assert len(digests) == 3
    assert named == ["id-老王"]
    assert all(m.silent for m in digests)
