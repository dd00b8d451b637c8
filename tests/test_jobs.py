"""Planned work happens once a local day, whatever the clock or the process does."""

import datetime as dt
from collections.abc import AsyncIterator
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import pytest_asyncio
from hypothesis import given, settings
from hypothesis import strategies as st
from world import START, World

from bot.core.cards import Card, t
from bot.core.commands import Router
from bot.core.context import Ctx, JobCtx
from models import schedules
from models.messages import JobRun, Schedule

EVENING = 21 * 60 + 30


def features(broken: set[str]) -> Router:
    """A feature that posts a line every evening at 21:30 to the group."""
    router = Router("sale")

    @router.command("plan", "计划")
    def plan(ctx: Ctx, minute: int = EVENING) -> None:
        schedules.plan(ctx.db, ctx.team, "evening", minute, settings={}, now=ctx.now)

    @router.command("cancel", "不计划")
    def cancel(ctx: Ctx) -> None:
        schedules.cancel(ctx.db, ctx.team.id, "evening")

    @router.slot("evening")
    def evening(ctx: JobCtx) -> Card:
        if "evening" in broken:
            raise ValueError("no")
        missed = " ".join(f"{day:%d}" for day in ctx.missed)
        late = "late" if ctx.late else "in time"
        return Card(t("common-as-is", text=f"{ctx.day:%d} {late} [{missed}]"))

    return router


@pytest.fixture
def broken() -> set[str]:
    """The slots that fail just now."""
    return set()


@pytest_asyncio.fixture
async def world(tmp_path: Path, broken: set[str]) -> AsyncIterator[World]:
    async with World(tmp_path / "world.db", routers=[features(broken)]) as running:
        await running.say("老王", "计划")
        yield running


def at(day: int, hour: int, minute: int = 0) -> dt.datetime:
    """A moment in June 2025, Shanghai."""
    return START.replace(day=day, hour=hour, minute=minute)


async def test_a_slot_is_posted_at_its_time_once_a_day(world: World) -> None:
    assert await world.go_to(at(18, 21, 29)) == []
    assert await world.go_to(at(18, 21, 30)) == ["18 in time []"]
    for minute in range(31, 60):
        assert await world.go_to(at(18, 21, minute)) == []
    assert await world.go_to(at(19, 21, 30)) == ["19 in time []"]


async def test_next_due_tells_when_to_look_again(world: World) -> None:
    assert await world.app.next_due() == at(18, 21, 30)


async def test_within_the_day_it_is_posted_late_and_says_so(world: World) -> None:
    assert await world.go_to(at(18, 23, 59)) == ["18 late []"]


async def test_beyond_the_day_it_is_skipped_and_told_once(world: World) -> None:
    assert await world.go_to(at(21, 9)) == []
    assert await world.go_to(at(21, 21, 30)) == ["21 in time [18 19 20]"]
    assert await world.go_to(at(22, 21, 30)) == ["22 in time []"]


async def test_a_restart_posts_nothing_twice_and_loses_nothing(world: World) -> None:
    await world.restart()
    assert await world.go_to(at(18, 21, 30)) == ["18 in time []"]
    await world.restart()
    assert await world.go_to(at(18, 21, 31)) == []
    assert len(world.heard) == 1


async def test_a_clock_that_goes_back_and_forth_posts_nothing_twice(world: World) -> None:
    for moment in (
        at(18, 21, 30),
        at(18, 20),
        at(18, 21, 30),
        at(17, 9),
        at(18, 22),
        at(18, 21, 30),
    ):
        await world.go_to(moment)
    assert world.heard == ["18 in time []"]
    for moment in (at(19, 22), at(18, 22), at(19, 22), at(20, 3), at(19, 21, 30)):
        await world.go_to(moment)
    assert world.heard == ["18 in time []", "19 late []"]


@settings(max_examples=15, deadline=None)
@given(st.lists(st.integers(-2 * 24 * 60, 6 * 24 * 60), min_size=1, max_size=12))
def test_however_the_clock_jumps_a_day_is_posted_once_at_most(
    tmp_path_factory: pytest.TempPathFactory, jumps: list[int]
) -> None:
    import asyncio

    async def play() -> list[str]:
        file = tmp_path_factory.mktemp("jumps") / "world.db"
        async with World(file, routers=[features(set())]) as world:
            await world.say("老王", "计划")
            for jump in jumps:
                await world.go_to(START + dt.timedelta(minutes=jump))
            return [text.split()[0] for text in world.heard]

    days = asyncio.run(play())
    assert sorted(set(days)) == sorted(days)


async def test_planning_anew_posts_no_day_twice(world: World) -> None:
    await world.go_to(at(18, 21, 30))
    await world.say("老王", "计划 1320")
    assert await world.go_to(at(18, 22)) == []
    await world.say("老王", "不计划")
    await world.say("老王", "计划 1380")
    assert await world.go_to(at(18, 23)) == []
    assert await world.go_to(at(19, 23)) == ["19 in time []"]


async def test_what_is_no_longer_planned_is_not_posted(world: World) -> None:
    await world.say("老王", "不计划")
    assert await world.go_to(at(18, 22)) == []
    assert await world.app.next_due() is None


async def test_a_slot_that_fails_says_so_once_and_comes_again(
    world: World, broken: set[str]
) -> None:
    broken.add("evening")
    told = await world.go_to(at(18, 21, 30))
    assert len(told) == 1
    assert "evening" in told[0]
    assert await world.go_to(at(18, 21, 31)) == []
    broken.clear()
    assert await world.go_to(at(19, 21, 30)) == ["19 in time []"]


async def test_another_process_that_was_quicker_leaves_nothing_to_post(world: World) -> None:
    def claim(db: object) -> None:
        db.session.add(  # type: ignore[attr-defined]
            JobRun(
                team_id=1,
                job="evening",
                day=START.date(),
                n=0,
                outcome="posted",
                ran_at=world.clock.now(),
                told=1,
            )
        )

    await world.app.database.write(claim)
    assert await world.go_to(at(18, 21, 30)) == []
    assert await world.count(JobRun) == 1


async def test_a_slot_moves_on_in_the_transaction_that_posts_it(world: World) -> None:
    await world.go_to(at(18, 21, 30))
    row = await world.read(lambda db: db.session.query(Schedule).one())
    assert (row.due_on, row.due_at) == (dt.date(2025, 6, 19), at(19, 21, 30))


@pytest.mark.parametrize(
    ("day", "minute", "expected"),
    [
        (dt.date(2026, 3, 8), 2 * 60 + 30, "2026-03-08T07:00:00+00:00"),
        (dt.date(2026, 11, 1), 60 + 30, "2026-11-01T05:30:00+00:00"),
        (dt.date(2026, 7, 1), 24 * 60, "2026-07-02T04:00:00+00:00"),
    ],
)
def test_gaps_and_repeats_of_the_local_clock(day: dt.date, minute: int, expected: str) -> None:
    zone = ZoneInfo("America/New_York")
    assert schedules.local_moment(day, minute, zone).isoformat() == expected
