"""Meetings in the calendar file: one entry for ever, moved, left out on holidays, taken out."""

import datetime as dt
from pathlib import Path

import pytest_asyncio
from icalendar import Calendar, Event
from world import SHANGHAI, World


@pytest_asyncio.fixture
async def world(tmp_path: Path) -> World:
    async with World(tmp_path / "team.db") as made:
        for who in ("老王", "阿芳", "小美"):
            await made.declare(who, "owner" if who == "老王" else "member")
        yield made


def at(day: int, hour: int, minute: int = 0, *, month: int = 6) -> dt.datetime:
    return dt.datetime(2025, month, day, hour, minute, tzinfo=SHANGHAI)


async def ics(world: World, who: str = "小美") -> list[Event]:
    await world.private(who, "日历")
    document = world.platform.sent[-1].document
    assert document is not None
    return list(Calendar.from_ical(document.data).walk("VEVENT"))


async def test_a_meeting_is_the_same_entry_after_it_moved(world: World) -> None:
    await world.say(
        "老王", "会议 周四20:00 选品会 目标:定三款 会议号 675-392-234 https://zoom.us/j/85012345678"
    )
    (before,) = await ics(world)
    assert (before["url"], before["location"]) == ("https://zoom.us/j/85012345678",) * 2
    assert "定三款" in before["description"]
    assert "675-392-234" in before["description"]
    assert before["dtend"].dt == at(19, 21)
    await world.say("老王", "改期 M1 周五19:00-19:40")
    await world.restart()
    (after,) = await ics(world)
    assert before["uid"] == after["uid"]
    assert after["sequence"] > before["sequence"]
    assert (after["dtstart"].dt, after["dtend"].dt) == (at(20, 19), at(20, 19, 40))
    await world.say("老王", "取消 M1")
    (gone,) = await ics(world)
    assert (gone["uid"], gone["status"]) == (after["uid"], "CANCELLED")
    assert gone["sequence"] > after["sequence"]


async def test_who_is_not_invited_or_excused_has_it_not(world: World) -> None:
    await world.say("老王", "会议 周四20:00 面谈 @小美")
    (mine,) = await ics(world)
    assert mine["status"] == "CONFIRMED"
    assert "你还没有日程" in (await world.private("阿芳", "日历"))[0]
    await world.say("小美", "请假 M1")
    (mine,) = await ics(world)
    assert mine["status"] == "CANCELLED"


async def test_a_series_is_one_entry_that_goes_on_without_holidays(world: World) -> None:
    await world.say("老王", "会议 每周三20:00 周会")
    (first,) = await ics(world)
    assert first["dtstart"].dt == at(18, 20)
    assert first["rrule"]["BYDAY"] == ["WE"]
    out = first["exdate"]
    days = {each.dt for line in (out if isinstance(out, list) else [out]) for each in line.dts}
    assert at(1, 20, month=10) in days
    assert at(25, 20) not in days
    await world.say("老王", "取消 M1 只这次")
    (after,) = await ics(world)
    assert (after["uid"], after["dtstart"].dt) == (first["uid"], at(25, 20))
    assert after["sequence"] > first["sequence"]
    await world.say("老王", "撤销 M1")
    (again,) = await ics(world)
    assert (again["dtstart"].dt, again["status"]) == (at(18, 20), "CONFIRMED")
    await world.say("老王", "取消 M1 只这次")
    await world.say("老王", "改期 M3 周五19:00")
    single, series = sorted(await ics(world), key=lambda each: "rrule" in each)
    assert single["dtstart"].dt == at(20, 19)
    assert single["uid"] != first["uid"]
    assert (series["uid"], series["dtstart"].dt) == (first["uid"], at(2, 20, month=7))
    assert series["sequence"] > after["sequence"]
    await world.say("老王", "取消 M3 全部")
    (gone,) = [each for each in await ics(world) if each["uid"] == first["uid"]]
    assert gone["status"] == "CANCELLED"
    assert gone["sequence"] > series["sequence"]
