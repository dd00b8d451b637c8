"""Which orders are praised, with which words, how often; and that nothing untrue is said."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.app import catalog
from bot.core.i18n import LANGUAGES
from bot.engine.db import Database
from handlers.praise import following
from handlers.praise.words import PLACEHOLDERS, checked, praise_line
from models import badge_digest, badges, entries, praise_plans, praise_texts, praises, sales
from models.badge_kinds import DAY, FIRST
from models.badge_values import Now, Reached
from models.db import Db
from models.entries import HELD, REFUND, SALE
from models.errors import Refusal
from models.membership import rename
from models.praise_texts import OwnText, choose
from models.rosters import roster
from models.sales import By, LedgerChange, NewSale
from models.visibility import hide
from tests.task_world import NOW, add_team, opened
from tests.world import World

TODAY = dt.date(2025, 6, 18)
NIGHT = dt.datetime(2025, 6, 18, 15, tzinfo=dt.UTC)
texts = st.lists(
    st.builds(OwnText, st.integers(1, 50), st.sampled_from(["{name}!", "{name} {product}"])),
    max_size=5,
    unique_by=lambda text: text.id,
)


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    with opened(Path(tmp_path_factory.mktemp("praise"))) as found:
        yield found


class Desk:
    """A team whose orders are looked at for praise, one by one."""

    def __init__(self, db: Db) -> None:
        self.db = db
        self.team, self.people = add_team(db)
        self.at = NOW
        db.take_announced()

    @property
    def plan(self) -> praise_plans.Plan:
        return praise_plans.plan_of(self.db, self.team, self.at)

    def sell(self, who: str, amount: int, **more: object) -> LedgerChange:
        sale = NewSale(self.people[who].id, amount, 1, self.team.day_of(self.at))
        sale = replace(sale, **more)  # type: ignore[arg-type]
        sales.record(self.db, self.team, sale, By(sale.member_id, self.at))
        (change,) = self.db.take_announced()
        assert isinstance(change, LedgerChange)
        return change

    def kind(self, *changes: LedgerChange) -> str | None:
        day = self.team.day_of(self.at)
        found = praises.candidate(self.db, self.team, self.plan, changes, day)
        return found.kind if found is not None else None

    def praise(self, *changes: LedgerChange, waits: bool = False) -> praises.Said | None:
        day = self.team.day_of(self.at)
        found = praises.candidate(self.db, self.team, self.plan, changes, day)
        if found is None:
            return None
        own = praise_texts.texts(self.db, self.team.id)
        return praises.keep(self.db, self.team, self.plan, found, now=self.at, waits=waits, own=own)


def test_a_newcomer_an_opening_and_a_big_order_are_worth_a_word(database: Database) -> None:
    def work(db: Db) -> None:
        desk = Desk(db)
        assert desk.kind(desk.sell("阿芳", 300_00)) == "newcomer"
        assert desk.kind(desk.sell("小王", 300_00)) == "newcomer"
        assert desk.kind(desk.sell("阿芳", 300_00)) is None
        desk.at += dt.timedelta(days=1)
        assert desk.kind(desk.sell("小王", 300_00)) == "opening"
        assert desk.kind(desk.sell("阿芳", 300_00)) is None
        for _ in range(3):
            assert desk.kind(desk.sell("阿芳", 300_00)) is None
        assert desk.kind(desk.sell("阿芳", 890_00)) is None
        assert desk.kind(desk.sell("阿芳", 900_00)) == "big"

    database.write_now(work)


def test_what_a_lead_has_to_confirm_is_praised_when_it_counts_and_a_refund_never(
    database: Database,
) -> None:
    def work(db: Db) -> None:
        desk = Desk(db)
        held = desk.sell("阿芳", 0, orders=0, type=HELD, details={"held": 900_00})
        assert desk.kind(held) is None
        record = entries.require(db, desk.team.id, held.after.number)
        real = sales.as_new(record, type=SALE, amount=900_00, orders=1, details={})
        sales.correct(db, desk.team, record, real, By(record.member_id, desk.at))
        (confirmed,) = db.take_announced()
        assert isinstance(confirmed, LedgerChange)
        assert desk.kind(confirmed) == "newcomer"
        assert desk.kind(desk.sell("小王", -300_00, orders=0, type=REFUND)) is None

    database.write_now(work)


def test_a_correction_an_old_order_and_who_hides_are_not_praised(database: Database) -> None:
    def work(db: Db) -> None:
        desk = Desk(db)
        first = desk.sell("阿芳", 300_00)
        record = entries.require(db, desk.team.id, first.after.number)
        sales.correct(
            db, desk.team, record, sales.as_new(record, amount=400_00), By(record.member_id, NOW)
        )
        (fixed,) = db.take_announced()
        assert isinstance(fixed, LedgerChange)
        assert desk.kind(fixed) is None
        assert desk.kind(desk.sell("小王", 300_00, day=TODAY - dt.timedelta(days=3))) is None
        hide(db, desk.people["小陈"], NOW, is_hidden=True)
        assert desk.kind(desk.sell("小陈", 300_00)) is None

    database.write_now(work)


def test_one_message_gets_one_line_and_the_best_reason_wins(database: Database) -> None:
    def work(db: Db) -> None:
        desk = Desk(db)
        owner = roster(db, desk.team.id).with_role(desk.people["老板"].role)[0]
        praise_plans.change(db, desk.team, owner, NOW, big_amount=200_00)
        desk.sell("阿芳", 100_00)
        big, first = desk.sell("阿芳", 300_00), desk.sell("小王", 300_00)
        assert desk.kind(big, first) == "newcomer"
        assert desk.kind(big) == "big"

    database.write_now(work)


def test_no_more_is_said_than_the_team_wants_and_no_order_twice(database: Database) -> None:
    def work(db: Db) -> None:
        desk = Desk(db)
        changes = [desk.sell(who, 300_00) for who in ("阿芳", "小王", "小陈", "丽姐")]
        said = [desk.praise(change) for change in changes]
        assert [each is not None for each in said] == [True, True, True, False]
        assert desk.praise(changes[0]) is None
        desk.at += dt.timedelta(days=1)
        assert desk.praise(desk.sell("小王", 310_00)) is not None

    database.write_now(work)


def test_what_waited_is_said_once_and_only_while_it_is_true(database: Database) -> None:
    def work(db: Db) -> None:
        desk = Desk(db)
        desk.at = NIGHT
        kept, gone = desk.sell("阿芳", 300_00), desk.sell("小王", 300_00)
        assert desk.praise(kept, waits=True) is None
        assert desk.praise(gone, waits=True) is None
        record = entries.require(db, desk.team.id, gone.after.number)
        sales.void(db, desk.team, record, By(record.member_id, desk.at))
        waiting = praises.waited(db, desk.team)
        assert [each.record.number for each in waiting] == [kept.after.number]
        praises.settle(db, waiting, praises.SAID, TODAY, praises.NIGHT)
        assert praises.waited(db, desk.team) == []

    database.write_now(work)


@given(texts, st.booleans(), st.integers(1, 4))
def test_no_text_comes_twice_in_a_row_and_all_have_their_turn(
    own: list[OwnText], has_product: bool, count: int
) -> None:
    used: list[int] = []
    for _ in range(12):
        used.insert(0, choose(own, 1 + count, used, has_product=has_product))
    assert all(one != two for one, two in pairwise(used))
    fitting = {text.id for text in own if has_product or not text.wants_product}
    assert fitting <= set(used)
    if len(fitting) > 1:
        assert set(used) == fitting


@given(st.text(max_size=80))
def test_a_line_is_kept_as_it_reads_or_refused_with_a_reason(words: str) -> None:
    try:
        kept = checked(words)
    except Refusal as refusal:
        kept = f"{{name}} {refusal.key}"
        known = catalog().has(refusal.key)
    else:
        known = len(kept) <= praise_texts.LONGEST
    assert known
    assert "{name}" in kept


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("又开一单", "no-name"),
        ("{名字}又开一单 5000", "own-figure"),
        ("{名字}业绩翻了3倍", "own-figure"),
        ("{名字}单日破10万", "own-figure"),
        ("{客户}买了{名字}的单", "unknown-placeholder"),
        ("{名字", "lone-brace"),
        ("{名字}" + "好" * 60, "too-long"),
    ],
)
def test_a_line_that_says_nobody_or_a_figure_of_its_own_is_refused(words: str, why: str) -> None:
    with pytest.raises(Refusal, match=f"praise-{why}"):
        checked(words)


@pytest.mark.parametrize("words", ["{名字}开单{金额}", "{ name } {Amount}", "{姓名}今天{今日业绩}"])
def test_placeholders_may_be_called_by_several_names(words: str) -> None:
    assert set(praise_texts._BRACES.findall(checked(words))) <= set(PLACEHOLDERS.values())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", praises.KINDS)
def test_the_catalog_has_the_texts_that_may_be_chosen(language: str, kind: str) -> None:
    for n in range(1, praises.CATALOG + 1):
        assert f"praise-{kind}-{n}" in catalog().ids(language)
    assert f"praise-{kind}-{praises.CATALOG + 1}" not in catalog().ids(language)


def test_a_name_is_no_placeholder(database: Database) -> None:
    """A member called «{amount}» is named so and nothing else is put in."""

    def work(db: Db) -> str:
        team, people = add_team(db)
        member = people["阿芳"]
        rename(db, member, "{amount}")
        own = [OwnText(1, "{name}: {amount}")]
        said = praises.Said("big", member.id, 1, 100_00, 100_00, (), 1)
        line = praise_line(said, own, roster(db, team.id))
        return str(line.values["words"])

    assert database.write_now(work) == "{amount}: 100"


def test_digests_name_who_got_badges_and_nobody_who_hides(database: Database) -> None:
    def work(db: Db) -> None:
        desk = Desk(db)
        stamp = Now(NOW, TODAY)
        for who in ("阿芳", "小王", "小陈"):
            reached = Reached(FIRST, 1, 1, TODAY, TODAY, sale=1)
            badges.give(db, desk.team, desk.people[who].id, reached, stamp)
        badges.give(
            db, desk.team, desk.people["小王"].id, Reached(DAY, 10, 10, TODAY, TODAY), stamp
        )
        hide(db, desk.people["小陈"], NOW, is_hidden=True)
        without = (desk.people["阿芳"].id,)
        found = badge_digest.figures(db, desk.team, TODAY, NOW)
        assert found is not None
        assert [who for who, _ in found.given] == [desk.people["小王"].id, desk.people["阿芳"].id]
        assert found.count == 3
        some = badge_digest.figures(db, desk.team, TODAY, NOW, without=without)
        assert some is not None
        assert [who for who, _ in some.given] == [desk.people["小王"].id]
        later = TODAY + dt.timedelta(days=3)
        assert badge_digest.figures(db, desk.team, later, NOW + dt.timedelta(days=3)) is None
        week = badge_digest.figures(db, desk.team, later, NOW + dt.timedelta(days=3), days=7)
        assert week is not None

    database.write_now(work)


async def test_the_morning_tells_of_the_night_once_whatever_happens_to_the_process(
    tmp_path: Path,
) -> None:
    async with World(tmp_path / "a.db") as world:
        await world.go_to(world.clock.now().replace(hour=23))
        await world.say("小美", "报单 398")
        await world.restart()
        morning = world.clock.now() + dt.timedelta(hours=9, minutes=30)
        said = await world.go_to(morning)
        assert sum("昨晚的好消息" in each for each in said) == 1
        await world.restart()
        assert await world.wait(minutes=5) == []


async def test_an_ordinary_order_asks_the_database_nothing_more(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    await world.say("小美", "报单 398")
    await world.say("小美", "补报 昨天 5000")
    await world.say("小美", "报单 399")
    asked: list[object] = []
    run = Db._execute

    def count(db: Db, statement: object, params: dict[str, object]) -> None:
        asked.append(statement)
        run(db, statement, params)  # type: ignore[arg-type]

    real = following.plan_of

    def begin(*args: object) -> object:
        monkeypatch.setattr(Db, "_execute", count)
        return real(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(following, "plan_of", begin)
    done = following.praises.candidate

    def end(*args: object) -> object:
        found = done(*args)  # type: ignore[arg-type]
        monkeypatch.setattr(Db, "_execute", run)
        return found

    monkeypatch.setattr(following.praises, "candidate", end)
    assert len(await world.say("小美", "报单 120")) == 1
    assert asked == []
