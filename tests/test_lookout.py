"""What platforms say about their lines reaches the log, the chat and those who must act (P8, P23)."""

import datetime as dt
import logging
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
import pytest_asyncio
from world import FakePlatform, World

from bot.core.cards import t
from bot.core.events import Chat, Sender
from bot.engine.lookout import Lookout

TROUBLE = t("common-platform-broken", name="wechat", kind="X")


@pytest_asyncio.fixture
async def team(tmp_path: Path) -> AsyncIterator[World]:
    """A team that is on two platforms, with an owner on both."""
    async with World(tmp_path / "a.db") as world:
        await world.declare("老王", "owner")
        world.also("wechat", "bot1")
        message = replace(
            world.message("老王", "在"),
            platform="wechat",
            account="bot1",
            chat=Chat("room", is_group=True, title="微信群"),
            sender=Sender("wx", "老王微信"),
        )
        await world.receive(message)
        code = (await world.say("老王", "关联群"))[0].partition(":")[2].partition("(")[0]
        await world.app.declare(message, "manager")
        await world.receive(replace(message, text=f"关联群 {code}", message_id="joining"))
        yield world


@pytest.fixture
def lookout(team: World) -> Lookout:
    """One that has seen the database opened."""
    found = Lookout(team.clock, team.app.texts.text)
    found.attach(team.app.database, team.app.sender)
    return found


def wechat(team: World) -> FakePlatform:
    return team.others[-1]


async def heard_after(team: World, lookout: Lookout) -> list[tuple[str, str]]:
    """Who was told what since the last look."""
    await lookout.settle()
    await team.app.settle()
    found = [(each.chat.id, each.text) for each in team.platform.sent]
    team.platform.sent.clear()
    return found


async def test_an_alarm_reaches_the_admins_on_another_platform(
    team: World, lookout: Lookout
) -> None:
    await heard_after(team, lookout)
    lookout.trouble(wechat(team), TROUBLE, alarm=True)
    told = await heard_after(team, lookout)
    assert [chat for chat, _ in told] == ["id-老王"]
    assert "wechat 这条线出错了" in told[0][1]


async def test_what_is_no_alarm_is_kept_for_who_asks(team: World, lookout: Lookout) -> None:
    await heard_after(team, lookout)
    lookout.trouble(wechat(team), TROUBLE)
    assert await heard_after(team, lookout) == []
    said = (await team.say("老王", "诊断"))[0]
    assert "🩺 有 1 处要看" in said
    assert "✗ wechat 从 06-18 15:00 起有问题:wechat 这条线出错了(X)" in said
    lookout.well(wechat(team))
    await lookout.settle()
    assert "✓ wechat 在线" in (await team.say("老王", "诊断"))[0]


async def test_trouble_begins_when_it_began(team: World, lookout: Lookout) -> None:
    lookout.trouble(wechat(team), TROUBLE)
    await lookout.settle()
    await team.wait(hours=1)
    lookout.trouble(wechat(team), TROUBLE)
    await lookout.settle()
    assert "从 06-18 15:00 起" in (await team.say("老王", "诊断"))[0]


async def test_a_gap_is_told_to_the_groups_of_that_platform_alone(
    team: World, lookout: Lookout
) -> None:
    await heard_after(team, lookout)
    until = team.clock.now()
    await lookout.missed(wechat(team), until - dt.timedelta(minutes=90), until)
    assert await heard_after(team, lookout) == [
        ("room", "⚠️ 我离线了 13:30–15:00,这段的消息没收到,请用“补报”补上。例:补报 398")
    ]


def test_before_the_database_is_open_trouble_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    lookout = Lookout(None, lambda words, _: words.key)  # type: ignore[arg-type]
    with caplog.at_level(logging.WARNING):
        lookout.trouble(FakePlatform(), TROUBLE, alarm=True)
    assert caplog.records[0].__dict__["words"] == "common-platform-broken"
