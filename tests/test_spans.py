"""The figures of weeks and months are what the ledger's rows give, whatever was done to them."""

import asyncio
import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from world import START, World

from models import counting, entries, measures, sales, span_rows, spans
from models.counting import Counted
from models.db import Db
from models.entries import Item
from models.rosters import roster
from models.sales import By, NewSale
from models.spans import A_DAY, SpanFigures
from models.teams import team_info
from models.values import Metric, Period, PeriodKind

TEAM = 1
TODAY = START.date()
NOW = START.astimezone(dt.UTC)
PEOPLE = ("阿芳", "小美", "丽姐")
WEEK = Period.of(PeriodKind.WEEK, TODAY - 7 * A_DAY)

# One thing done to the ledger: who, days ago, amount, and what of which earlier record.
deeds = st.tuples(
    st.sampled_from(("sell", "sell", "sell", "refund", "void", "fix", "split")),
    st.integers(0, 2),
    st.one_of(st.integers(0, 70), st.integers(360, 380)),
    st.integers(1, 500_00),
    st.integers(0, 20),
    st.sampled_from((None, "张姐", "李姐")),
    st.sampled_from(("", "面膜", "精华")),
)
Deed = tuple[str, int, int, int, int, str | None, str]


def act(db: Db, deed: Deed) -> None:
    kind, who, ago, amount, which, customer, product = deed
    team = team_info(db, TEAM)
    member = roster(db, TEAM).find(PEOPLE[who])
    assert member is not None
    day, by = TODAY - ago * A_DAY, By(member.id, NOW)
    items = (Item(product, 1 + amount % 5),) if product else ()
    sale = NewSale(member.id, amount, 1, day, customer=customer, items=items)
    numbers = sorted({row.number for row in counting.rows(db, TEAM, dt.date.min, dt.date.max)})
    record = entries.require(db, TEAM, numbers[which % len(numbers)]) if numbers else None
    if kind == "sell" or record is None or record.state != entries.ACTIVE:
        sales.record(db, team, sale, by)
    elif kind == "refund":
        back = tuple(Item(each.product, -each.quantity) for each in items)
        gone = NewSale(member.id, -amount, 0, day, type=entries.REFUND, items=back)
        sales.record(db, team, gone, by)
    elif kind == "void":
        sales.void(db, team, record, by)
    elif kind == "fix":
        sales.correct(db, team, record, sales.as_new(record, amount=amount), by)
    else:
        sales.correct(db, team, record, sales.as_new(record, member_id=member.id), by)


def within(rows: Sequence[Counted], first: dt.date, last: dt.date) -> list[Counted]:
    return [row for row in rows if first <= row.day <= last]


def amount(rows: Sequence[Counted]) -> int:
    return sum(row.amount for row in rows)


def orders(rows: Sequence[Counted]) -> int:
    return sum(row.orders for row in rows)


def check(db: Db, period: Period, today: dt.date) -> None:
    """Compare the figures with the rows, worked out the long way."""
    found = spans.figures(db, team_info(db, TEAM), period, today)
    rows = counting.counting(counting.rows(db, TEAM, dt.date.min, dt.date.max))
    inside = within(rows, period.first, period.last)
    assert (found.amount, found.orders) == (amount(inside), orders(inside))
    assert sum(day.amount for day in found.days) == found.amount
    assert sum(place.amount for place in found.places) == found.amount
    days = (found.until - period.first).days
    earlier = spans.before(period)
    last = earlier.last if found.is_over else min(earlier.last, earlier.first + days * A_DAY)
    like = within(rows, earlier.first, last)
    before = (found.before.amount, found.before.orders) if found.before else (0, 0)
    assert before == (amount(like), orders(like))
    per_day = {day.first: amount(within(rows, day.first, day.first)) for day in found.days}
    if found.best_day is not None:
        assert found.best_day.amount == max(per_day.values())
    check_people(found, rows)
    classified = measures.customers(db, TEAM, counting.rows(db, TEAM, period.first, period.last))
    customers = span_rows.customers(db, TEAM, period)
    standing = [(row, kind) for row, kind in classified if not row.reason]
    for kind, count in ((Metric.NEW, customers.new), (Metric.REPEAT, customers.repeat)):
        assert count == sum(row.orders for row, each in standing if each is kind)
    mix = span_rows.mix(db, TEAM, period)
    for product, pieces in mix.products:
        measure = measures.Measure(Metric.QUANTITY, product)
        assert pieces == measures.total(db, TEAM, measure, period)


def check_people(found: SpanFigures, rows: Sequence[Counted]) -> None:
    inside = within(rows, found.period.first, found.period.last)
    for who in found.newcomers:
        first = [r for r in rows if r.member_id == who and r.day < found.period.first]
        assert orders(first) == 0
    usual = within(rows, found.period.first - 28 * A_DAY, found.period.first - A_DAY)
    for each in found.progressed:
        own = amount([row for row in inside if row.member_id == each.member_id])
        before = amount([row for row in usual if row.member_id == each.member_id])
        assert own * 28 > before * ((found.until - found.period.first).days + 1)


async def world_of(file: Path, work: Callable[[Db], None]) -> None:
    async with World(file) as world:
        await world.declare("老王", "owner")
        for name in PEOPLE:
            await world.declare(name, "member")
        await world.app.database.write(work)


@settings(max_examples=12, deadline=None)
@given(st.lists(deeds, min_size=5, max_size=40))
def test_the_figures_are_those_of_the_rows_whatever_was_done_to_them(
    tmp_path_factory: pytest.TempPathFactory, done: list[Deed]
) -> None:
    def work(db: Db) -> None:
        for deed in done:
            act(db, deed)
        for kind in (PeriodKind.WEEK, PeriodKind.MONTH):
            running = Period.of(kind, TODAY)
            for period in (running, spans.before(running), spans.before(spans.before(running))):
                check(db, period, TODAY)

    asyncio.run(world_of(tmp_path_factory.mktemp("spans") / "world.db", work))


def sold(db: Db, name: str, ago: int, amount: int, **more: str) -> int:
    member = roster(db, TEAM).find(name)
    assert member is not None
    sale = NewSale(member.id, amount, 1, TODAY - ago * A_DAY, **more)  # type: ignore[arg-type]
    return sales.record(db, team_info(db, TEAM), sale, By(member.id, NOW)).number


async def test_periods_before_the_team_s_first_order_make_no_average(tmp_path: Path) -> None:
    def work(db: Db) -> None:
        team = team_info(db, TEAM)
        sold(db, "小美", 9, 100_00)
        assert spans.figures(db, team, WEEK, TODAY).average is None
        sold(db, "小美", 16, 300_00)
        sold(db, "小美", 23, 500_00)
        found = spans.figures(db, team, WEEK, TODAY)
        assert (found.amount, found.before and found.before.amount) == (100_00, 300_00)
        assert (found.average, len(found.averaged)) == (400_00, 2)

    await world_of(tmp_path / "world.db", work)


async def test_a_running_week_is_compared_with_as_many_days(tmp_path: Path) -> None:
    def work(db: Db) -> None:
        sold(db, "小美", 7, 100_00)
        sold(db, "小美", 5, 900_00)
        sold(db, "小美", 0, 200_00)
        running = Period.of(PeriodKind.WEEK, TODAY)
        found = spans.figures(db, team_info(db, TEAM), running, TODAY)
        assert found.before is not None
        assert (found.until, found.before.amount) == (TODAY, 100_00)

    await world_of(tmp_path / "world.db", work)


async def test_the_same_week_a_year_before_has_the_same_weekdays(tmp_path: Path) -> None:
    def work(db: Db) -> None:
        sold(db, "小美", 9, 100_00)
        sold(db, "小美", 9 + 364, 80_00)
        found = spans.figures(db, team_info(db, TEAM), WEEK, TODAY)
        assert found.year_before is not None
        assert found.year_before.amount == 80_00
        assert found.year_before.first.isoweekday() == 1

    await world_of(tmp_path / "world.db", work)


async def test_who_sold_before_is_no_newcomer_and_who_has_just_begun_has_no_progress(
    tmp_path: Path,
) -> None:
    def work(db: Db) -> None:
        for ago in (30, 25, 14):
            sold(db, "小美", ago, 100_00)
        sold(db, "丽姐", 15, 100_00)
        sold(db, "丽姐", 14, 100_00)
        sold(db, "丽姐", 13, 100_00)
        for name in PEOPLE:
            sold(db, name, 9, 900_00)
        sold(db, "阿芳", 0, 100_00)
        found = spans.figures(db, team_info(db, TEAM), WEEK, TODAY)
        people = roster(db, TEAM)
        assert [people.name(who) for who in found.newcomers] == ["阿芳"]
        assert [people.name(each.member_id) for each in found.progressed] == ["小美"]

    await world_of(tmp_path / "world.db", work)


async def test_a_correction_on_the_day_itself_is_no_news_and_a_later_one_is(
    tmp_path: Path,
) -> None:
    def work(db: Db) -> None:
        team = team_info(db, TEAM)
        old, new = sold(db, "小美", 9, 100_00), sold(db, "小美", 0, 100_00)
        for number in (old, new):
            record = entries.require(db, TEAM, number)
            fixed = sales.as_new(record, amount=70_00)
            sales.correct(db, team, record, fixed, By(record.member_id, NOW))
        found = span_rows.figures(db, team, WEEK)
        assert (found.changed.count, found.changed.difference) == (1, -30_00)
        running = span_rows.figures(db, team, Period.of(PeriodKind.WEEK, TODAY))
        assert running.changed.count == 0
        assert (running.changed_before.count, running.changed_before.difference) == (1, -30_00)

    await world_of(tmp_path / "world.db", work)
