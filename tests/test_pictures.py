"""Pictures on their way: after the commit, once for all tries, in the team's colours; 战报."""

import datetime as dt
import json
import logging
from pathlib import Path

import pytest
from sqlalchemy import select
from world import World

from bot.core.bulletin_words import bulletin_lines, bulletin_picture
from bot.core.cards import Picture
from bot.core.looks import Look
from bot.core.ports import SendFailed
from bot.engine.drawing import Studio
from bot.render.pictures import Painter
from models.bulletins import Bulletin, bulletin
from models.db import Db
from models.messages import Outgoing
from models.rosters import Roster
from models.totals import Place
from models.values import MemberInfo, Period, PeriodKind, Role

TODAY = dt.date(2025, 6, 18)


@pytest.fixture
async def world(tmp_path: Path):  # type: ignore[no-untyped-def]
    async with World(tmp_path / "a.db") as found:
        await found.declare("老王", "owner")
        await found.say("小美", "报单 384")
        yield found


def pictures(world: World) -> list[bytes | None]:
    return [None if m.picture is None else m.picture.data for m in world.platform.sent]


async def test_a_report_carries_its_picture_and_its_words(world: World) -> None:
    (words,) = await world.say("小美", "战报")
    sent = world.platform.sent[-1]
    assert words.startswith("🔥 今日战报")
    assert "🥇 小美 384" in words
    assert sent.picture is not None
    assert sent.picture.name == "report.png"
    assert sent.picture.data.startswith(b"\x89PNG")


async def test_a_picture_that_cannot_be_drawn_leaves_the_words(
    world: World, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_args: object) -> bytes:
        raise MemoryError("no room")

    monkeypatch.setattr(Painter, "draw", fail)
    with caplog.at_level(logging.ERROR):
        (words,) = await world.say("小美", "战报")
    assert "团队 384 元" in words
    assert pictures(world)[-1] is None
    assert "picture.not_drawn" in caplog.text
    monkeypatch.undo()
    await world.say("小美", "战报")
    assert pictures(world)[-1] is not None


async def test_a_picture_is_drawn_once_for_all_tries(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[str] = []
    real = Painter.draw

    def counted(self: Painter, picture: Picture, text: object, look: Look) -> bytes:
        drawn.append(picture.kind)
        return real(self, picture, text, look)  # type: ignore[arg-type]

    monkeypatch.setattr(Painter, "draw", counted)
    monkeypatch.setattr("bot.engine.outbox.BACK_OFF", (0.0,))
    world.platform.broken = [SendFailed("down"), SendFailed("slow", retry_after=0.0)]
    await world.say("小美", "战报")
    assert drawn == ["report"]
    assert pictures(world)[-1] is not None


async def test_a_picture_is_drawn_when_the_message_is_durable(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At the time of drawing another connection sees the answer's row."""
    found: list[str] = []
    real = Studio._drawn

    def look(self: Studio, picture: Picture, language: str) -> bytes:
        def rows(db: Db) -> list[str]:
            return list(db.session.scalars(select(Outgoing.content).order_by(Outgoing.id)))

        found.extend(world.app.database.read_now(rows)[-1:])
        return real(self, picture, language)

    monkeypatch.setattr(Studio, "_drawn", look)
    await world.say("小美", "战报")
    (content,) = found
    assert json.loads(content)["p"][0] == "report"


async def test_other_chats_do_not_wait_for_a_picture(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While one is being drawn the answer to somebody else leaves."""
    import threading

    gate = threading.Event()
    real = Studio._drawn

    def slow(self: Studio, picture: Picture, language: str) -> bytes:
        assert gate.wait(10)
        return real(self, picture, language)

    monkeypatch.setattr(Studio, "_drawn", slow)
    await world.app.receive([world.message("小美", "战报")])
    (words,) = (await private_now(world, "老王", "战报 文字"))[-1:]
    assert "团队 384 元" in words
    assert pictures(world)[-1] is None
    gate.set()
    await world.app.settle()
    assert pictures(world)[-1] is not None


async def private_now(world: World, who: str, text: str) -> list[str]:
    """What somebody is answered in private, without waiting for all other answers."""
    import asyncio

    from bot.core.events import Chat

    before = len(world.heard)
    chat = Chat(f"id-{who}", is_group=False, title=who)
    await world.app.receive([world.message(who, text, chat=chat)])
    async with asyncio.timeout(10):
        while len(world.heard) == before:  # noqa: ASYNC110
            await asyncio.sleep(0.005)
    return world.heard[before:]


async def test_the_team_s_colours_are_those_of_the_moment_of_posting(world: World) -> None:
    await world.say("小美", "战报")
    before = pictures(world)[-1]
    await world.say("老王", "主题 海蓝 #0055aa")
    await world.say("小美", "战报")
    assert pictures(world)[-1] != before

    def looks(db: Db) -> list[object]:
        rows = db.session.scalars(select(Outgoing.content).order_by(Outgoing.id))
        bodies = (json.loads(row) for row in rows)
        return [body["p"][1]["look"] for body in bodies if "p" in body]

    assert world.app.database.read_now(looks) == [
        ["", "", "冲刺群"],
        ["ocean", "0055aa", "冲刺群"],
        ["ocean", "0055aa", "冲刺群"],
    ]


async def test_a_picture_stands_alone_where_answers_are_gathered(world: World) -> None:
    world.platform.can = world.platform.can.__class__(gathers=2)
    texts = ("业绩", "业绩", "战报", "业绩", "业绩")
    await world.receive(*(world.message("小美", text) for text in texts))
    with_picture = [m for m in world.platform.sent if m.picture is not None]
    assert [m.text.startswith("🔥") for m in with_picture] == [True]
    assert "业绩" not in with_picture[0].text


async def test_only_managers_choose_colours(world: World) -> None:
    (words,) = await world.say("小美", "主题 海蓝")
    assert "只有管理" in words
    (words,) = await world.say("小美", "主题")
    assert "朱砂" in words


# -- 战报


async def test_what_counts_is_what_the_board_counts(world: World) -> None:
    await world.say("阿芳", "报单 1000")
    await world.say("阿芳", "报单 500")
    await world.say("阿芳", "撤销")
    team = 1

    def look(db: Db) -> Bulletin:
        return bulletin(db, team, Period.of(PeriodKind.DAY, TODAY), TODAY)

    found = world.app.database.read_now(look)
    assert (found.amount, found.orders, found.sellers) == (1384_00, 2, 2)
    assert [place.amount for place in found.best] == [1000_00, 384_00]
    assert found.parts[-1] == (TODAY, 1384_00)
    assert len(found.parts) == 7
    assert (found.before, found.is_over) == (None, False)


@pytest.mark.parametrize(
    ("kind", "count", "first"),
    [
        (PeriodKind.DAY, 7, dt.date(2025, 6, 12)),
        (PeriodKind.WEEK, 7, dt.date(2025, 6, 16)),
        (PeriodKind.MONTH, 30, dt.date(2025, 6, 1)),
        (PeriodKind.YEAR, 12, dt.date(2025, 1, 1)),
        (PeriodKind.ALL, 0, None),
    ],
)
async def test_the_bars_of_a_period(
    world: World, kind: PeriodKind, count: int, first: dt.date | None
) -> None:
    found = world.app.database.read_now(lambda db: bulletin(db, 1, Period.of(kind, TODAY), TODAY))
    assert len(found.parts) == count
    assert (found.parts[0][0] if found.parts else None) == first
    if found.parts:
        assert sum(value for day, value in found.parts if day == found.now) == 384_00


def told(amount: int, before: int | None, *, over: bool = False, target: int = 0) -> str:
    """The comparison and the goal of a report, as keys and figures."""
    day = TODAY - dt.timedelta(days=1) if over else TODAY
    found = Bulletin(
        Period.of(PeriodKind.DAY, day),
        is_over=over,
        amount=amount,
        orders=1,
        sellers=1,
        best=(Place(1, 7, amount, 1),),
        earlier=None if before is None else Period.of(PeriodKind.DAY, day - dt.timedelta(days=1)),
        before=before,
        parts=(),
        now=day,
        target=target,
    )
    people = Roster({7: MemberInfo(7, 1, "小美", Role.MEMBER)}, {"小美": (7,)}, frozenset({7}))
    lines = bulletin_lines(found, people, TODAY)
    assert "小美" not in str(lines), "who hides is not named"
    assert "小美" not in str(bulletin_picture(found, people, TODAY, ""))
    return str([line.values for line in lines[1:-1]])


def test_a_day_that_still_runs_is_never_behind() -> None:
    assert "%" not in told(100_00, 900_00)
    assert "900" in told(100_00, 900_00)
    assert "+200" in told(1100_00, 900_00)
    assert told(100_00, None) == "[]"


def test_a_day_that_is_over_is_compared() -> None:
    assert "+50%" in told(150_00, 100_00, over=True)
    assert "-33%" in told(100_00, 150_00, over=True)
    assert "+0%" in told(100_00, 100_00, over=True)


def test_a_goal_is_told_with_what_is_missing() -> None:
    assert "'percent': 33, 'rest': '200'" in told(100_00, None, target=300_00)
    assert "'done': 1" in told(300_00, None, target=300_00)
