"""Orders far out of the usual: what is held, who decides, and that totals stay the ledger's sums."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.engine.db import Database
from bot.engine.upgrade import upgrade
from models import boards, counting, entries, holding, measures, sales, visibility
from models.board_kinds import Kind
from models.board_values import Value
from models.boards import Which
from models.db import Db
from models.entries import HELD
from models.errors import Refusal
from models.measures import Measure
from models.people import member_info
from models.rosters import Roster
from models.sales import By, NewSale
from models.team import Member, Team
from models.teams import team_info
from models.totals import board as amounts
from models.totals import kept_sums, ledger_sums
from models.values import MemberInfo, Metric, Period, PeriodKind, Role, TeamInfo

NOW = dt.datetime(2025, 6, 18, 7, tzinfo=dt.UTC)
TODAY = dt.date(2025, 6, 18)
WEEK = Period.of(PeriodKind.WEEK, TODAY)
USUAL = (100_00, 120_00, 90_00, 110_00, 100_00)


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    file: Path = tmp_path_factory.mktemp("held") / "held.db"
    upgrade(f"sqlite:///{file}")
    opened = Database(f"sqlite:///{file}")
    opened.start()
    yield opened
    opened.stop()


@dataclass(frozen=True)
class Cast:
    """A team and its members: two who sell, a lead and an owner."""

    info: TeamInfo
    sellers: tuple[int, int]
    lead: int
    owner: int


def new_team(db: Db, *, leads: bool = True) -> Cast:
    team = Team(name="冲刺群", timezone="Asia/Shanghai", language="zh-CN", created_at=NOW)
    db.session.add(team)
    db.session.flush()
    high = (Role.LEAD, Role.OWNER) if leads else (Role.MEMBER, Role.MEMBER)
    members = [
        Member(team_id=team.id, name=f"成员{n}", role=role, state="active", joined_at=NOW)
        for n, role in enumerate((Role.MEMBER, Role.MEMBER, *high))
    ]
    db.session.add_all(members)
    db.session.flush()
    one, two, lead, owner = (member.id for member in members)
    return Cast(team_info(db, team.id), (one, two), lead, owner)


def in_a_team(database: Database, work: Callable[[Db, Cast], None], **how: bool) -> None:
    database.write_now(lambda db: work(db, new_team(db, **how)))


def usual(db: Db, team: Cast, who: int) -> None:
    for amount in USUAL:
        holding.record(db, team.info, NewSale(who, amount, 1, TODAY), By(who, NOW))


def book(db: Db, team: Cast, amount: int, *, who: int = 0, by: int = 0) -> entries.Record:
    seller = who or team.sellers[0]
    sale = NewSale(seller, amount, 1, TODAY)
    number = holding.record(db, team.info, sale, By(by or seller, NOW)).number
    return entries.require(db, team.info.id, number)


def test_more_than_five_times_the_median_is_held_and_five_times_is_not(database: Database) -> None:
    def check(db: Db, team: Cast) -> None:
        usual(db, team, team.sellers[0])
        held = book(db, team, 500_01)
        assert (held.type, held.amount, held.orders, held.said) == (HELD, 0, 0, 500_01)
        assert book(db, team, 500_00).type == entries.SALE

    in_a_team(database, check)


def test_four_orders_are_too_few_to_know_what_is_usual(database: Database) -> None:
    def check(db: Db, team: Cast) -> None:
        for amount in USUAL[:4]:
            book(db, team, amount)
        assert book(db, team, 9_000_00).type == entries.SALE

    in_a_team(database, check)


def test_who_booked_it_for_somebody_as_a_lead_has_decided(database: Database) -> None:
    def check(db: Db, team: Cast) -> None:
        usual(db, team, team.sellers[0])
        assert book(db, team, 9_000_00, by=team.lead).type == entries.SALE
        assert book(db, team, 9_000_00, by=team.sellers[1]).type == HELD

    in_a_team(database, check)


def test_a_leads_own_order_waits_for_another_lead(database: Database) -> None:
    def check(db: Db, team: Cast) -> None:
        usual(db, team, team.lead)
        held = book(db, team, 9_000_00, who=team.lead)
        assert held.type == HELD
        lead, owner = member_info(db, team.lead), member_info(db, team.owner)
        with pytest.raises(Refusal, match="sale-held-not-yours"):
            holding.confirm(db, team.info, held, lead, By(team.lead, NOW))
        booked = holding.confirm(db, team.info, held, owner, By(team.owner, NOW))
        assert (booked.sale.type, booked.sale.amount) == (entries.SALE, 9_000_00)

    in_a_team(database, check)


def test_where_nobody_can_decide_nothing_is_held(database: Database) -> None:
    def check(db: Db, team: Cast) -> None:
        usual(db, team, team.sellers[0])
        assert book(db, team, 9_000_00).type == entries.SALE

    in_a_team(database, check, leads=False)


def test_an_order_is_confirmed_once(database: Database) -> None:
    def check(db: Db, team: Cast) -> None:
        usual(db, team, team.sellers[0])
        held = book(db, team, 9_000_00)
        lead = member_info(db, team.lead)
        holding.confirm(db, team.info, held, lead, By(team.lead, NOW))
        now = entries.require(db, team.info.id, held.number)
        for late in (held, now):
            with pytest.raises(Refusal):
                holding.confirm(db, team.info, late, lead, By(team.lead, NOW))

    in_a_team(database, check)


def test_a_correction_is_no_way_around(database: Database) -> None:
    def check(db: Db, team: Cast) -> None:
        usual(db, team, team.sellers[0])
        small = book(db, team, 110_00)
        large = sales.as_new(small, amount=9_000_00)
        booked = holding.correct(db, team.info, small, large, By(team.sellers[0], NOW))
        assert booked.sale.type == HELD
        lead = member_info(db, team.lead)
        held = entries.require(db, team.info.id, small.number)
        back = holding.refuse(db, team.info, held, lead, By(team.lead, NOW))
        assert (back.sale.type, back.sale.amount) == (entries.SALE, 110_00)

    in_a_team(database, check)


def test_a_held_order_has_no_pieces_and_no_customers_yet(database: Database) -> None:
    def check(db: Db, team: Cast) -> None:
        usual(db, team, team.sellers[0])
        items = (entries.Item("面膜", 99),)
        sale = NewSale(team.sellers[0], 9_000_00, 1, TODAY, items=items, customer="张姐")
        holding.record(db, team.info, sale, By(team.sellers[0], NOW))
        for metric in (Metric.QUANTITY, Metric.NEW, Metric.REPEAT):
            assert measures.values(db, team.info.id, Measure(metric), WEEK) == {}

    in_a_team(database, check)


@dataclass(frozen=True)
class Step:
    """Something done to the ledger; `which` chooses the record it is done to."""

    kind: str
    seller: int
    amount: int
    days: int
    which: int


KINDS = ["sale", "sale", "sale", "split", "refund", "fix", "move", "void", "confirm", "refuse"]
STEPS = st.lists(
    st.builds(
        Step,
        st.sampled_from(KINDS),
        st.integers(0, 1),
        st.sampled_from([90_00, 100_00, 110_00, 120_00, 3_000_00, 9_000_00]),
        st.integers(0, 9),
        st.integers(0, 30),
    ),
    max_size=25,
)


def play(db: Db, team: Cast, steps: list[Step]) -> None:
    """Do the steps, by the seller or, where it is a decision, by the lead."""
    info, numbers = team.info, list[int]()
    for step in steps:
        seller = team.sellers[step.seller]
        by, day = By(seller, NOW), TODAY - dt.timedelta(days=step.days)
        if step.kind in ("sale", "split", "refund") or not numbers:
            sign = -1 if step.kind == "refund" else 1
            kind = entries.REFUND if sign < 0 else entries.SALE
            orders = 0 if sign < 0 else 1
            parts = [NewSale(seller, sign * step.amount, orders, day, type=kind)]
            if step.kind == "split":
                half = step.amount // 2
                parts = [NewSale(who, half, n, day) for n, who in enumerate(team.sellers)]
            numbers += [holding.record(db, info, part, by).number for part in parts]
            continue
        record = entries.require(db, info.id, numbers[step.which % len(numbers)])
        if record.state != entries.ACTIVE:
            continue
        if step.kind in ("confirm", "refuse"):
            if record.type == HELD:
                decide = holding.confirm if step.kind == "confirm" else holding.refuse
                decide(db, info, record, member_info(db, team.lead), By(team.lead, NOW))
        elif step.kind == "void":
            sales.void(db, info, record, by)
        elif record.type != entries.REFUND:
            said = holding.said(record)
            changed = {"fix": {"amount": step.amount}, "move": {"day": day}}[step.kind]
            wanted = NewSale(
                **{
                    "member_id": said.member_id, "amount": said.amount, "orders": said.orders,
                    "day": said.day, "details": said.details,
                } | changed
            )  # fmt: skip
            holding.correct(db, info, record, wanted, by)


@given(steps=STEPS)
@settings(max_examples=60, deadline=None)
def test_boards_are_the_sums_of_the_ledger_whatever_is_held(
    database: Database, steps: list[Step]
) -> None:
    def check(db: Db, team: Cast) -> None:
        for seller in team.sellers:
            usual(db, team, seller)
        play(db, team, steps)
        assert kept_sums(db, team.info.id) == ledger_sums(db, team.info.id)
        span = Period(PeriodKind.RANGE, TODAY - dt.timedelta(days=9), TODAY)
        rows = counting.counting(counting.rows(db, team.info.id, span.first, span.last))
        sums = counting.by_member(rows)
        orders = counting.by_member(rows, "orders")
        found = boards.board(db, team.info, Which(Kind.AMOUNT, span), NOW)
        assert found.amount == sum(sums.values())
        assert found.orders == sum(orders.values())
        places = {row.member_id: (row.value, row.detail) for row in found.rows}
        assert places == {
            who: (amount, orders[who]) for who, amount in sums.items() if amount or orders[who]
        }
        held = [row for row in rows if row.type == HELD]
        assert held == []
        assert holding.waiting(db, team.info.id) == sorted(
            row.number
            for row in counting.rows(db, team.info.id, span.first, span.last)
            if row.reason == HELD
        )

    in_a_team(database, check)


@given(st.dictionaries(st.integers(1, 40), st.integers(-20, 20), max_size=40))
def test_a_rank_counts_those_with_more(values: dict[int, int]) -> None:
    rows = boards.ranked({who: Value(value) for who, value in values.items()})
    assert {row.member_id: row.rank for row in rows} == {
        who: 1 + sum(other > value for other in values.values()) for who, value in values.items()
    }
    assert [row.rank for row in rows] == sorted(row.rank for row in rows)


@given(st.sampled_from(list(Kind)), st.booleans(), st.integers(0, 20_000), st.integers(0, 400))
def test_a_board_is_one_number_and_back(kind: Kind, new: bool, days: int, length: int) -> None:
    first = dt.date(2000, 1, 1) + dt.timedelta(days=days)
    last = first + dt.timedelta(days=length)
    for period in (
        Period(PeriodKind.RANGE, first, last),
        *(Period.of(each, first) for each in PeriodKind if each is not PeriodKind.RANGE),
    ):
        which = Which(kind, period, new)
        assert boards.unpacked(boards.packed(which)) == which


def test_who_hides_counts_in_the_sum_and_keeps_the_place(database: Database) -> None:
    def check(db: Db, team: Cast) -> None:
        book(db, team, 300_00)
        book(db, team, 100_00, who=team.sellers[1])
        before = boards.board(db, team.info, Which(Kind.AMOUNT, WEEK), NOW)
        visibility.hide(db, member_info(db, team.sellers[0]), NOW, is_hidden=True)
        after = boards.board(db, team.info, Which(Kind.AMOUNT, WEEK), NOW)
        assert (after.rows, after.amount) == (before.rows, before.amount)
        assert sum(place.amount for place in amounts(db, team.info.id, WEEK)) == 400_00

    in_a_team(database, check)


def test_the_group_sees_the_better_half_ten_at_most_and_three_at_least() -> None:
    for size, wanted in ((1, 3), (5, 3), (8, 4), (14, 7), (50, 10)):
        members = {n: MemberInfo(n, 1, f"成员{n}", Role.MEMBER) for n in range(size)}
        assert boards.seen(Roster(members, {}), ()) == wanted
