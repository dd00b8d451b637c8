"""What of the ledger counts, now and as of an earlier moment, and who follows its changes."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from bot.core.cards import Card, joined, t
from bot.core.commands import Router
from bot.core.context import Ctx
from handlers import routers
from models import counting, measures
from models.db import Db
from models.evidence import evidence
from models.measures import Measure
from models.sales import LedgerChange
from models.values import Metric, Period, PeriodKind
from tests.world import World

TODAY = dt.date(2025, 6, 18)
MONTH = Period.of(PeriodKind.MONTH, TODAY)


def test_cards_that_join_become_one_where_the_first_stood() -> None:
    cards = [Card(t("a")), Card(t("b"), joins=True), Card(t("c"), to=1), Card(t("d"), joins=True)]
    found = joined(cards)
    assert [card.title.key for card in found] == ["a", "b", "c"]
    assert [line.key for line in found[1].lines] == ["d"]


def test_cards_for_different_people_do_not_join() -> None:
    cards = [Card(t("a"), to=1, joins=True), Card(t("b"), joins=True)]
    assert len(joined(cards)) == 2


async def test_an_earlier_position_of_the_ledger_stays_as_it_was(tmp_path: Path) -> None:
    async with World(tmp_path / "a.db") as world:
        await world.say("小美", "报单 398")
        await world.say("小美", "报单 200")
        before = await world.app.database.write(lambda db: counting.position(db, 1))
        await world.say("小美", "更正 S1 1000")
        await world.say("小美", "撤销 S2")

        def look(db: Db) -> tuple[dict[int, int], dict[int, int], list[str]]:
            rows = counting.rows(db, 1, TODAY, TODAY)
            then = counting.rows(db, 1, TODAY, TODAY, until=before)
            seen = evidence(rows, world.clock.now(), counting.position(db, 1))
            return (
                counting.by_member(counting.counting(rows)),
                counting.by_member(counting.counting(then)),
                [f"{row.number}-{row.revision} {row.reason}" for row in seen.excluded],
            )

        now, then, left_out = await world.app.database.write(look)
        assert list(now.values()) == [1000_00]
        assert list(then.values()) == [598_00]
        assert left_out == ["1-1 corrected", "2-1 void"]


async def test_rows_of_a_member_are_those_of_the_team_that_are_theirs(tmp_path: Path) -> None:
    async with World(tmp_path / "a.db") as world:
        await world.say("小美", "报单 398")
        await world.say("阿芳", "报单 200")
        await world.say("小美", "补报 昨天 120")

        def look(db: Db) -> bool:
            span = (MONTH.first, MONTH.last)
            everybody = counting.rows(db, 1, *span)
            who = everybody[0].member_id
            own = [row for row in everybody if row.member_id == who]
            return own == counting.rows_of(db, 1, [who], *span) and len(own) == 2

        assert await world.app.database.write(look)


async def test_measures_agree_with_totals_and_know_new_and_returning(tmp_path: Path) -> None:
    async with World(tmp_path / "a.db") as world:
        await world.declare("老王", "owner")
        await world.say("老王", "价格 面膜 128")
        await world.say("小美", "报单 面膜3盒x128 客户张姐")
        await world.say("小美", "报单 面膜2盒x128 客户张姐")
        await world.say("小美", "报单 面膜1盒x128 客户李姐")

        def look(db: Db) -> list[int]:
            newest = counting.position(db, 1)
            found = []
            for metric in (Metric.AMOUNT, Metric.ORDERS, Metric.QUANTITY, Metric.NEW):
                measure = Measure(metric)
                found.append(measures.total(db, 1, measure, MONTH))
                assert found[-1] == measures.total(db, 1, measure, MONTH, until=newest)
            return [*found, measures.total(db, 1, Measure(Metric.REPEAT), MONTH)]

        assert await world.app.database.write(look) == [768_00, 3, 6, 2, 1]


async def test_a_customer_who_never_came_before_is_new_whatever_others_sold(tmp_path: Path) -> None:
    async with World(tmp_path / "a.db") as world:
        await world.say("小美", "补报 昨天 300 客户张姐")
        await world.say("小美", "报单 200 客户王姐")
        await world.say("阿芳", "报单 100 客户张姐")
        await world.say("小美", "报单 120 客户张姐")

        def look(db: Db) -> list[int]:
            both = (Metric.NEW, Metric.REPEAT)
            return [measures.total(db, 1, Measure(metric), MONTH) for metric in both]

        assert await world.app.database.write(look) == [3, 1]


async def test_followers_see_every_change_and_nothing_that_was_rolled_back(tmp_path: Path) -> None:
    seen: list[tuple[int, str]] = []
    watcher = Router("watch")

    @watcher.follow
    def watch(_ctx: Ctx, changes: Sequence[LedgerChange]) -> None:
        seen.extend((each.after.number, each.after.sale.type) for each in changes)

    async with World(tmp_path / "a.db", routers=[*routers(), watcher]) as world:
        await world.say("小美", "报单 398")
        await world.say("小美", "更正 S1 400")
        await world.say("小美", "更正 S9 400")
        await world.say("小美", "撤销 S1")
    assert seen == [(1, "sale"), (1, "sale"), (1, "void")]


def test_rates_are_rounded_down_and_know_when_there_is_nothing_to_compare() -> None:
    assert measures.completion(2999, 3000) == 9996
    assert measures.completion(-5, 3000) == 0
    assert measures.progress(1400_00, 7, 2800_00) == 20_000
    assert measures.progress(1400_00, 7, 0) is None
    assert measures.share(1, 0) is None
