"""Strategies: their effect is the ledger's, their tasks follow them, their end is told once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from task_world import Cast, opened

from bot.core.context import WakeCtx
from bot.core.table import Table
from bot.language.strategies import read_strategy
from handlers import routers
from models import plan_changes, reminders, sales, strategies, strategy_effects, strategy_times
from models.campaign_tables import Strategy
from models.db import Db
from models.entries import Item
from models.errors import Refusal
from models.measures import AMOUNT, ORDERS, Measure
from models.sales import By, NewSale
from models.schedules import local_moment
from models.strategies import Activity, NewStrategy
from models.strategy_effects import Effect
from models.task_steps import finish
from models.tasks import deadline, require
from models.values import Metric

TODAY = dt.date(2025, 6, 18)
A_DAY = dt.timedelta(days=1)


@pytest.fixture
def cast(tmp_path: Path) -> Iterator[Cast]:
    with opened(tmp_path) as database:
        yield Cast(database)


def begin(
    cast: Cast, last: dt.date, *, measure: Measure = AMOUNT, activities: tuple[Activity, ...] = ()
) -> None:
    new = NewStrategy(
        "社群营销", cast.people["阿芳"].id, TODAY, last, measure=measure, activities=activities
    )
    cast.run(lambda db: strategies.create(db, cast.team, new, cast.doer("丽姐")))


def found(db: Db, cast: Cast) -> Strategy:
    return strategies.require(db, cast.team.id, 1)


def sell(cast: Cast, who: str, amount: int, day: dt.date, **more: Any) -> None:
    at = dt.datetime.combine(day, dt.time(10), cast.team.zone).astimezone(dt.UTC)
    sale = NewSale(cast.people[who].id, amount, 1, day, **more)
    cast.run(lambda db: sales.record(db, cast.team, sale, By(sale.member_id, at)))


def effect(cast: Cast, days: int) -> Effect | None:
    """The effect as of noon so many days after the first."""
    now = local_moment(TODAY + days * A_DAY, 12 * 60, cast.team.zone)
    return cast.run(lambda db: strategy_effects.effect(db, cast.team, found(db, cast), now))


@given(
    sold=st.lists(st.tuples(st.integers(-12, 12), st.integers(1, 90_000)), max_size=12),
    after=st.integers(0, 14),
    measure=st.sampled_from([AMOUNT, ORDERS]),
)
@settings(max_examples=15)
def test_the_effect_is_what_the_ledger_has_on_as_many_days(
    tmp_path_factory: pytest.TempPathFactory,
    sold: list[tuple[int, int]],
    after: int,
    measure: Measure,
) -> None:
    with opened(tmp_path_factory.mktemp("effect")) as database:
        cast = Cast(database)
        begin(cast, TODAY + 9 * A_DAY, measure=measure)
        for day, amount in sold:
            sell(cast, "阿芳" if amount % 2 else "小王", amount, TODAY + day * A_DAY)
        seen = effect(cast, after)
        # Whole days alone, and none after the last.
        days = min(after, 10)
        if not days:
            assert seen is None
            return
        assert seen is not None
        assert (seen.days, seen.before.days) == (days, days)
        during = [amount for day, amount in sold if 0 <= day < days]
        before = [amount for day, amount in sold if -days <= day < 0]
        if measure is ORDERS:
            assert (seen.reached, seen.reached_before) == (len(during), len(before))
        else:
            assert (seen.reached, seen.reached_before) == (sum(during), sum(before))
            now = local_moment(TODAY + after * A_DAY, 12 * 60, cast.team.zone)
            _, proof = cast.run(
                lambda db: strategy_effects.proof(db, cast.team, found(db, cast), now)
            )
            assert proof.amount == seen.reached
        assert (seen.change is None) == (not before)


def test_a_product_and_new_customers_can_be_the_measure(cast: Cast) -> None:
    begin(cast, TODAY + 9 * A_DAY, measure=Measure(Metric.QUANTITY, "面膜"))
    sell(cast, "阿芳", 256_00, TODAY, items=(Item("面膜", 2, 128_00),), customer="张姐")
    sell(cast, "阿芳", 128_00, TODAY + A_DAY, items=(Item("面膜", 1, 128_00),), customer="张姐")
    sell(cast, "阿芳", 398_00, TODAY, items=(Item("套盒", 1, 398_00),), customer="李姐")
    seen = effect(cast, 3)
    assert seen is not None
    assert (seen.reached, seen.per_day(seen.reached)) == (3, 10)
    new = Measure(Metric.NEW)
    cast.run(lambda db: strategies.measure_by(db, found(db, cast), new, cast.doer("丽姐")))
    seen = effect(cast, 3)
    assert seen is not None
    assert seen.reached == 2
    now = local_moment(TODAY + 3 * A_DAY, 12 * 60, cast.team.zone)
    _, proof = cast.run(lambda db: strategy_effects.proof(db, cast.team, found(db, cast), now))
    assert proof.orders == 2
    share = Measure(Metric.SHARE)
    with pytest.raises(Refusal):
        cast.run(lambda db: strategies.measure_by(db, found(db, cast), share, cast.doer("丽姐")))


def test_a_recurring_activity_ends_with_its_strategy_and_follows_it(cast: Cast) -> None:
    daily = Activity("3条素材", deadline(cast.team, TODAY), "FREQ=DAILY")
    once = Activity("写总结", deadline(cast.team, TODAY + 3 * A_DAY))
    begin(cast, TODAY + 3 * A_DAY, activities=(daily, once))

    def move(db: Db, days: int) -> None:
        last = TODAY + days * A_DAY
        strategies.move_end(db, cast.team, found(db, cast), last, cast.doer("丽姐"))

    cast.run(lambda db: move(db, 5))
    assert cast.read(1).row.recurs_until == cast.read(2).row.due_day == TODAY + 5 * A_DAY
    cast.run(lambda db: strategies.undo(db, cast.team, found(db, cast), cast.doer("丽姐")))
    assert cast.read(1).row.recurs_until == cast.read(2).row.due_day == TODAY + 3 * A_DAY
    for number in (1, 3, 4, 5):
        cast.run(
            lambda db, number=number: finish(
                db, cast.team, require(db, cast.team.id, number), cast.doer("阿芳")
            )
        )
        cast.at += A_DAY
    # Four days, four turns: after the last day there is no other.
    assert cast.numbers() == [1, 2, 3, 4, 5]
    count = cast.run(lambda db: plan_changes.count_tasks(db, found(db, cast), cast.at))
    assert (count.done, count.total) == (4, 5)


def test_calling_off_ends_a_series_for_good_and_undo_lets_it_go_on(cast: Cast) -> None:
    daily = Activity("3条素材", deadline(cast.team, TODAY), "FREQ=DAILY")
    begin(cast, TODAY + 9 * A_DAY, activities=(daily,))
    doer = cast.doer("丽姐")
    assert cast.run(lambda db: strategies.cancel(db, cast.team, found(db, cast), doer)) == 1
    assert cast.numbers() == [1]
    assert cast.read(1).row.state == "cancelled"
    cast.run(lambda db: strategies.undo(db, cast.team, found(db, cast), doer))
    task = cast.read(1)
    assert (task.row.state, task.row.recurrence) == ("open", "FREQ=DAILY")


def test_the_end_is_told_once_and_the_owner_alone_is_nudged(cast: Cast) -> None:
    table = Table(routers())
    begin(cast, TODAY + 9 * A_DAY, activities=(Activity("出海报", deadline(cast.team, TODAY)),))

    def wake(db: Db) -> list[tuple[str, int | None]]:
        said: list[tuple[str, int | None]] = []
        for each in reminders.take(db, cast.at):
            if each.job in (strategy_times.NUDGE, strategy_times.END):
                cards = table.reminders[each.job](WakeCtx(db, cast.team, cast.at, (each,)))
                assert isinstance(cards, list)
                said += [(card.title.key, card.to) for card in cards]
        return said

    cast.at = local_moment(TODAY + 7 * A_DAY, 9 * 60 + 30, cast.team.zone)
    assert cast.run(wake) == [("strategy-nudge", cast.people["阿芳"].id)]
    assert cast.run(wake) == []
    cast.at = local_moment(TODAY + 10 * A_DAY, 9 * 60 + 30, cast.team.zone)
    assert cast.run(wake) == [("strategy-ended", None)]
    cast.at += 30 * A_DAY
    assert cast.run(wake) == []


@pytest.mark.parametrize(
    ("line", "name", "titles", "until"),
    [
        ("社群营销:每天3条素材 负责 @阿芳 到 6/30", "社群营销", ["3条素材"], "2025-06-30"),
        ("私域:到6月底 每周三发圈", "私域", ["发圈"], "2025-06-30"),
        ("直播:每天20:00直播;周五前出脚本", "直播", ["直播", "出脚本"], None),
        ("community: post daily until 7/15 owner @fang", "community", ["post"], "2025-07-15"),
    ],
)
def test_a_line_says_what_a_strategy_is(
    cast: Cast, line: str, name: str, titles: list[str], until: str | None
) -> None:
    said = read_strategy(line, cast.at.astimezone(cast.team.zone))
    assert said is not None
    assert (said.name, [each.title for each in said.activities]) == (name, titles)
    assert said.until == (dt.date.fromisoformat(until) if until else None)
