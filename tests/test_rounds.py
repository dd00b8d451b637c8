"""Work that comes round by week or month: each period once, in every zone, whatever happens."""

import asyncio
import calendar
import datetime as dt
import itertools
from collections.abc import Sequence
from pathlib import Path
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from world import START, World

from bot.core.cards import Card, t
from bot.core.commands import Router
from bot.core.context import Ctx, JobCtx
from models import schedules
from models.db import Db
from models.messages import JobRun, Schedule
from models.rounds import DAILY, Every, read_every
from models.schedules import local_moment
from models.team import Team
from models.teams import team_info
from models.values import Period, PeriodKind

ZONES = sorted(available_timezones())
A_DAY, A_MINUTE = dt.timedelta(days=1), dt.timedelta(minutes=1)
NINE = 9 * 60

weekly = st.builds(Every, st.just(PeriodKind.WEEK), st.integers(1, 7))
monthly = st.builds(Every, st.just(PeriodKind.MONTH), st.integers(1, 31))
rounds = st.one_of(st.just(DAILY), weekly, monthly)
days = st.dates(dt.date(2024, 1, 1), dt.date(2034, 12, 31))


# -- the days of a round


@given(rounds, days)
def test_days_of_a_round_follow_each_other_and_tell_of_one_period_after_the_other(
    every: Every, day: dt.date
) -> None:
    told: list[Period] = []
    found = every.since(day)
    assert day <= found <= day + 31 * A_DAY
    for _ in range(14):
        told.append(every.told(found))
        assert every.since(found) == found
        found = every.after(found)
    for one, other in itertools.pairwise(told):
        assert one.last + A_DAY == other.first


@given(rounds, days)
def test_what_is_told_has_begun_and_ends_soon_or_has_just_ended(every: Every, day: dt.date) -> None:
    found = every.since(day)
    told = every.told(found)
    assert told.first <= found <= told.last + 25 * A_DAY
    assert told.last - found < 7 * A_DAY


@given(monthly, days)
def test_a_month_without_the_day_has_its_last_one(every: Every, day: dt.date) -> None:
    found = every.since(day)
    last = calendar.monthrange(found.year, found.month)[1]
    assert found.day == min(every.on, last)


@given(rounds)
def test_a_round_reads_back_as_it_was_written(every: Every) -> None:
    assert read_every(str(every)) == every
    assert len(str(every)) <= 10


@pytest.mark.parametrize(
    ("kind", "on"),
    [(PeriodKind.WEEK, 0), (PeriodKind.WEEK, 8), (PeriodKind.MONTH, 32), (PeriodKind.DAY, 1)],
)
def test_a_day_that_no_period_has_is_no_round(kind: PeriodKind, on: int) -> None:
    with pytest.raises(ValueError, match="no"):
        Every(kind, on)


# -- posted


def features(every: Every, minute: int) -> Router:
    """A feature that posts a line in each round."""
    router = Router("sale")

    @router.command("plan", "计划")
    def plan(ctx: Ctx, words: str = "") -> None:
        wanted = read_every(words) if words else every
        schedules.plan(ctx.db, ctx.team, "round", minute, settings={}, now=ctx.now, every=wanted)

    @router.command("cancel", "不计划")
    def cancel(ctx: Ctx) -> None:
        schedules.cancel(ctx.db, ctx.team.id, "round")

    @router.slot("round")
    def posted(ctx: JobCtx) -> Card:
        missed = " ".join(f"{day}" for day in ctx.missed)
        late = "late" if ctx.late else "in-time"
        return Card(t("common-as-is", text=f"{ctx.told.first} {late} [{missed}]"))

    return router


async def move(world: World, zone: str) -> None:
    """Let the team live in another zone."""

    def write(db: Db) -> None:
        db.session.get_one(Team, 1).timezone = zone
        db.flush()
        db.memory.forget()
        schedules.replan(db, team_info(db, 1))

    await world.app.database.write(write)


def expected(
    every: Every, minute: int, zone: ZoneInfo, *, start: dt.datetime, ticks: Sequence[dt.datetime]
) -> list[str]:
    """What is posted at those moments, worked out day by day."""
    found: list[str] = []
    missed: list[dt.date] = []
    for n in range(500):
        day = start.astimezone(zone).date() + n * A_DAY
        due = local_moment(day, minute, zone)
        tick = next((each for each in ticks if each >= due), None)
        if every.since(day) != day or due <= start or tick is None:
            continue
        first = every.told(day).first
        late_by = tick.astimezone(zone).date() - due.astimezone(zone).date()
        if late_by > every.grace:
            missed.append(first)
            continue
        late = "late" if tick - due > 5 * A_MINUTE else "in-time"
        found.append(f"{first} {late} [{' '.join(map(str, missed))}]")
        missed = []
    return found


async def play(
    file: Path, every: Every, minute: int, *, zone: str, ticks: Sequence[dt.datetime]
) -> list[str]:
    async with World(file, routers=[features(every, minute)]) as world:
        await world.say("老王", "在")
        await move(world, zone)
        await world.say("老王", "计划")
        for n, tick in enumerate(ticks):
            if n == 2:
                await world.restart()
            await world.go_to(tick)
        return world.heard


gaps = st.lists(
    st.one_of(
        st.integers(1, 3 * 24 * 60), st.integers(1, 45 * 24 * 60), st.just(24 * 60), st.just(7)
    ),
    min_size=1,
    max_size=10,
)


@settings(max_examples=25, deadline=None)
@given(rounds, st.integers(0, 24 * 60), st.sampled_from(ZONES), gaps)
def test_in_every_zone_each_period_is_posted_once_or_told_as_missed_once(
    tmp_path_factory: pytest.TempPathFactory,
    every: Every,
    minute: int,
    zone: str,
    gaps: list[int],
) -> None:
    ticks, now = [], START.astimezone(dt.UTC)
    for gap in gaps:
        now += gap * A_MINUTE
        ticks.append(now)
    file = tmp_path_factory.mktemp("rounds") / "world.db"
    heard = asyncio.run(play(file, every, minute, zone=zone, ticks=ticks))
    start = START.astimezone(dt.UTC)
    assert heard == expected(every, minute, ZoneInfo(zone), start=start, ticks=ticks)


steps = st.one_of(
    st.tuples(st.just("go"), st.integers(-20 * 24 * 60, 40 * 24 * 60)),
    st.tuples(st.just("zone"), st.sampled_from(ZONES)),
    st.tuples(st.just("plan"), st.one_of(weekly, weekly, monthly).map(str)),
    st.tuples(st.just("again"), st.just("")),
)


@settings(max_examples=12, deadline=None)
@given(weekly, st.lists(steps, min_size=1, max_size=12))
def test_however_plans_zones_and_clocks_move_no_period_is_told_twice(
    tmp_path_factory: pytest.TempPathFactory, every: Every, steps: list[tuple[str, object]]
) -> None:
    async def run(file: Path) -> list[str]:
        async with World(file, routers=[features(every, NINE)]) as world:
            await world.say("老王", "计划")
            for kind, what in steps:
                if kind == "go":
                    await world.go_to(START + int(str(what)) * A_MINUTE)
                elif kind == "zone":
                    await move(world, str(what))
                    await world.wait(minutes=1)
                elif kind == "plan":
                    await world.say("老王", f"计划 {what}")
                else:
                    await world.restart()
                    await world.wait(minutes=1)
            return [text.split()[0] for text in world.heard]

    told = asyncio.run(run(tmp_path_factory.mktemp("moves") / "world.db"))
    assert sorted(set(told)) == sorted(told)


def at(day: int, hour: int, minute: int = 0, month: int = 6) -> dt.datetime:
    """A moment of 2025, Shanghai."""
    return START.replace(month=month, day=day, hour=hour, minute=minute)


MONDAY, SUNDAY = Every(PeriodKind.WEEK, 1), Every(PeriodKind.WEEK, 7)


async def test_a_week_is_still_posted_two_days_later_and_skipped_after_three(
    tmp_path: Path,
) -> None:
    async with World(tmp_path / "world.db", routers=[features(MONDAY, NINE)]) as world:
        await world.say("老王", "计划")
        assert await world.go_to(at(25, 23, 59)) == ["2025-06-16 late []"]
        assert await world.go_to(at(3, 0, month=7)) == []
        assert await world.go_to(at(7, 9, month=7)) == ["2025-06-30 in-time [2025-06-23]"]


async def test_planned_for_another_weekday_a_week_that_was_told_is_not_told_again(
    tmp_path: Path,
) -> None:
    async with World(tmp_path / "world.db", routers=[features(SUNDAY, 21 * 60)]) as world:
        await world.say("老王", "计划")
        assert await world.go_to(at(22, 21)) == ["2025-06-16 in-time []"]
        await world.say("老王", "计划 week:1")
        row = await world.read(lambda db: db.session.query(Schedule).one())
        assert row.due_on == dt.date(2025, 6, 30)


async def test_what_a_move_of_the_zone_jumps_over_is_posted_at_once(tmp_path: Path) -> None:
    async with World(tmp_path / "world.db", routers=[features(MONDAY, NINE)]) as world:
        await world.say("老王", "计划")
        await world.go_to(at(23, 8))
        await move(world, "Pacific/Auckland")
        assert await world.go_to(at(23, 8, 1)) == ["2025-06-16 late []"]
        await move(world, "Asia/Shanghai")
        assert await world.go_to(at(23, 9)) == []
        assert await world.go_to(at(30, 9)) == ["2025-06-23 in-time []"]


async def test_another_process_that_posted_the_week_leaves_nothing_to_post(tmp_path: Path) -> None:
    async with World(tmp_path / "world.db", routers=[features(MONDAY, NINE)]) as world:
        await world.say("老王", "计划")

        def claim(db: Db) -> None:
            db.session.add(
                JobRun(
                    team_id=1,
                    job="round",
                    day=dt.date(2025, 6, 16),
                    outcome="posted",
                    ran_at=world.clock.now(),
                )
            )

        await world.app.database.write(claim)
        assert await world.go_to(at(23, 9)) == []
        assert await world.count(JobRun) == 1
