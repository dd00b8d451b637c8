"""How fast we write, what the watch hears, and names that are asked for once."""

import asyncio
import datetime as dt
import itertools
from types import SimpleNamespace
from typing import Any
from zoneinfo import ZoneInfo

import pytest

pytest.importorskip("wechaty_grpc", reason="the extra «wechat» is not installed")

from hypothesis import given
from hypothesis import strategies as st

from bot.core.cards import T, t
from bot.platforms.wechat.condition import Condition
from bot.platforms.wechat.link import CallFailed
from bot.platforms.wechat.lost import Lost
from bot.platforms.wechat.mentions import Person
from bot.platforms.wechat.names import KEEP_SECONDS, RETRY_SECONDS, Names
from bot.platforms.wechat.pace import Limits, Pace, until_midnight
from bot.platforms.wechat.payloads import Dirty

DAY = dt.date(2025, 6, 18)


@given(
    interval=st.floats(0, 10),
    per_minute=st.integers(1, 30),
    chances=st.lists(st.floats(0, 1), min_size=1, max_size=20),
    waits=st.lists(st.floats(0, 20), min_size=2, max_size=60),
)
def test_no_minute_and_no_interval_has_too_many(
    interval: float, per_minute: int, chances: list[float], waits: list[float]
) -> None:
    pace = Pace(Limits(interval, per_minute, 10_000), itertools.cycle(chances).__next__)
    now, sent = 0.0, []
    for wait in waits:
        now += wait
        while pause := pace.pause(now, DAY) or 0.0:
            assert pause <= 60 + interval * 1.4
            now += pause + 1e-9
        pace.note(now, DAY)
        sent.append(now)
    for earlier, later in itertools.pairwise(sent):
        assert later - earlier >= interval - 1e-6
    for first, beyond in zip(sent, sent[per_minute:], strict=False):
        assert beyond - first >= 60 - 1e-6


def test_pauses_vary_by_up_to_40_per_cent() -> None:
    for chance, pause in ((0.0, 3.0), (0.5, 3.6), (1.0, 4.2)):
        pace = Pace(Limits(3.0, 12, 500), lambda chance=chance: chance)
        assert pace.pause(100, DAY) == 0
        pace.note(100, DAY)
        assert pace.pause(100, DAY) == pytest.approx(pause)


def test_a_day_has_so_many_and_the_next_day_again() -> None:
    pace = Pace(Limits(0, 600, 3), lambda: 0.0)
    for _ in range(3):
        assert pace.pause(0, DAY) == 0
        pace.note(0, DAY)
    assert pace.pause(1000, DAY) is None
    tomorrow = DAY + dt.timedelta(days=1)
    assert pace.pause(1000, tomorrow) == 0
    pace.note(1000, tomorrow)
    assert pace.pause(1000, tomorrow) == 0


def test_midnight_is_the_local_one_also_where_clocks_change() -> None:
    shanghai = dt.datetime(2025, 6, 18, 23, 59, tzinfo=ZoneInfo("Asia/Shanghai"))
    assert until_midnight(shanghai) == 60
    long_day = dt.datetime(2025, 11, 2, 0, 30, tzinfo=ZoneInfo("America/New_York"))
    assert until_midnight(long_day) == 24.5 * 3600


# -- the watch


class Heard:
    """A watch that writes down."""

    def __init__(self) -> None:
        self.told: list[str] = []

    def trouble(self, _: Any, what: T, *, alarm: bool = False) -> None:
        self.told.append(what.key + ("!" if alarm else ""))

    def well(self, _: Any) -> None:
        self.told.append("well")


def test_troubles_are_told_once_and_alarms_once_an_outage() -> None:
    heard = Heard()
    condition = Condition(None, heard)  # type: ignore[arg-type]
    condition.tick(0)
    condition.well()
    condition.well()
    for now in (0, 10, 54):
        condition.trouble(t("down"), now)
        condition.tick(now)
    assert heard.told == ["well", "down"]
    condition.tick(56)
    condition.tick(120)
    condition.trouble(t("out"), 130, alarm=True)
    assert heard.told == ["well", "down", "down!", "out"]
    condition.well()
    condition.trouble(t("out"), 200, alarm=True)
    condition.trouble(t("out"), 201, alarm=True)
    assert heard.told[4:] == ["well", "out!"]


def test_losses_are_told_together() -> None:
    lost = Lost()
    first, last = (dt.datetime(2025, 6, 18, 8, n, tzinfo=dt.UTC) for n in (0, 1))
    assert lost.pending(0) is None
    lost.note(first)
    assert lost.pending(0) == 0
    assert lost.take(0) == (first, first)
    lost.note(first)
    lost.note(last)
    assert lost.pending(10) == 50
    assert lost.pending(70) == 0
    assert lost.take(70) == (first, last)
    assert lost.pending(70) is None


# -- names


class FakeLink:
    """Answers for names and counts how often it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.alias = "芳姐"
        self.is_down = False

    async def ask(self, method: str, _: float, **values: str) -> SimpleNamespace:
        self.asked.append(method)
        await asyncio.sleep(0)
        if self.is_down:
            raise CallFailed("down")
        return {
            "contact_payload": SimpleNamespace(name="小美", type=1),
            "room_member_payload": SimpleNamespace(room_alias=self.alias, name="阿芳"),
            "room_payload": SimpleNamespace(topic="冲刺群", member_ids=["a", "b"]),
        }[method]


async def test_names_are_asked_for_once_until_they_may_have_changed() -> None:
    link, now = FakeLink(), [0.0]
    names = Names(lambda: link, lambda: now[0])  # type: ignore[arg-type, return-value]
    for _ in range(3):
        assert await names.member("r", "a") == Person("a", ("芳姐", "阿芳"))
    assert link.asked == ["room_member_payload"]
    link.alias = ""
    now[0] = KEEP_SECONDS - 1
    assert (await names.member("r", "a")).names[0] == "芳姐"
    now[0] = KEEP_SECONDS + 1
    assert (await names.member("r", "a")).names == ("阿芳",)
    for kind, id_ in ((Dirty.ROOM, "r"), (Dirty.ROOM_MEMBER, "r"), (Dirty.CONTACT, "a")):
        asked = len(link.asked)
        names.forget(kind, id_)
        await names.member("r", "a")
        assert len(link.asked) == asked + 1
    assert [person.id for person in await names.members("r")] == ["a", "b"]
    assert names.remembered("r") == {"阿芳"}
    assert await names.topic("r") == "冲刺群"
    assert (await names.member("", "m")).names == ("小美",)


async def test_the_last_known_name_stands_where_the_gateway_is_silent() -> None:
    link, now = FakeLink(), [0.0]
    names = Names(lambda: link, lambda: now[0])  # type: ignore[arg-type, return-value]
    link.is_down = True
    assert await names.member("r", "a") == Person("a", ())
    link.is_down = False
    assert (await names.member("r", "a")).names == ()
    now[0] = RETRY_SECONDS + 1
    assert (await names.member("r", "a")).names == ("芳姐", "阿芳")
    link.is_down = True
    now[0] = 2 * KEEP_SECONDS
    assert (await names.member("r", "a")).names == ("芳姐", "阿芳")
