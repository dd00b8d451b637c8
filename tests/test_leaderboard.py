"""The board: shared ranks, and totals that are the ledger's sums whatever is corrected."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.engine.db import Database
from bot.engine.upgrade import upgrade
from models import entries, sales, totals
from models.db import Db
from models.sales import By, NewSale
from models.team import Member, Team
from models.teams import team_info
from models.totals import board, kept_sums, ledger_sums, ranked, rebuild
from models.values import Period, PeriodKind, Role, TeamInfo

NOW = dt.datetime(2025, 6, 18, 7, tzinfo=dt.UTC)
TODAY = dt.date(2025, 6, 18)
SELLERS = 4


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    file: Path = tmp_path_factory.mktemp("board") / "board.db"
    upgrade(f"sqlite:///{file}")
    opened = Database(f"sqlite:///{file}")
    opened.start()
    yield opened
    opened.stop()


def new_team(db: Db) -> tuple[TeamInfo, list[int]]:
    team = Team(name="冲刺群", timezone="Asia/Shanghai", language="zh-CN", created_at=NOW)
    db.session.add(team)
    db.session.flush()
    members = [
        Member(team_id=team.id, name=f"成员{n}", role=Role.MEMBER, state="active", joined_at=NOW)
        for n in range(SELLERS)
    ]
    db.session.add_all(members)
    db.session.flush()
    return team_info(db, team.id), [member.id for member in members]


@given(st.lists(st.integers(-50, 50), max_size=20))
def test_a_rank_counts_those_with_more(amounts: list[int]) -> None:
    ordered = sorted(amounts, reverse=True)
    places = ranked((n, amount, 1) for n, amount in enumerate(ordered))
    assert [place.rank for place in places] == [
        1 + sum(other > amount for other in ordered) for amount in ordered
    ]


@dataclass(frozen=True)
class Step:
    """Something done to the ledger; `which` chooses the record it is done to."""

    kind: str
    seller: int
    amount: int
    days: int
    which: int


STEPS = st.lists(
    st.builds(
        Step,
        st.sampled_from(["sale", "sale", "refund", "fix", "move", "void"]),
        st.integers(0, SELLERS - 1),
        st.integers(1, 200_00),
        st.integers(0, 400),
        st.integers(0, 30),
    ),
    max_size=15,
)


def play(db: Db, team: TeamInfo, members: list[int], steps: list[Step]) -> None:
    numbers: list[int] = []
    for step in steps:
        by = By(members[step.seller], NOW)
        day = TODAY - dt.timedelta(days=step.days)
        if step.kind in ("sale", "refund") or not numbers:
            sign = -1 if step.kind == "refund" else 1
            sale = NewSale(members[step.seller], sign * step.amount, sign, day)
            numbers.append(sales.record(db, team, sale, by).number)
            continue
        record = entries.require(db, team.id, numbers[step.which % len(numbers)])
        if record.state != entries.ACTIVE:
            continue
        changes: dict[str, Any] = {"fix": {"amount": step.amount}, "move": {"day": day}}
        if step.kind == "void":
            sales.void(db, team, record, by)
        else:
            sales.correct(db, team, record, sales.as_new(record, **changes[step.kind]), by)


def in_a_team(database: Database, work: Callable[[Db, TeamInfo, list[int]], None]) -> None:
    database.write_now(lambda db: work(db, *new_team(db)))


@given(steps=STEPS, first=st.integers(0, 400), length=st.integers(0, 60))
@settings(max_examples=60, deadline=None)
def test_boards_are_the_sums_of_the_ledger(
    database: Database, steps: list[Step], first: int, length: int
) -> None:
    start = TODAY - dt.timedelta(days=first)
    span = Period(PeriodKind.RANGE, start, start + dt.timedelta(days=length))
    spans = [span, *(Period.of(kind, start) for kind in totals.KINDS)]

    def check(db: Db, team: TeamInfo, members: list[int]) -> None:
        play(db, team, members, steps)
        assert kept_sums(db, team.id) == ledger_sums(db, team.id)
        for each in spans:
            rows = entries.listed(db, team.id, each, limit=500)
            sums: dict[int, tuple[int, int]] = {}
            for row in rows:
                amount, orders = sums.get(row.member_id, (0, 0))
                sums[row.member_id] = (amount + row.amount, orders + row.orders)
            places = {p.member_id: (p.amount, p.orders) for p in board(db, team.id, each)}
            assert places == {who: both for who, both in sums.items() if both != (0, 0)}

    in_a_team(database, check)


def test_totals_can_be_written_anew(database: Database) -> None:
    def check(db: Db, team: TeamInfo, members: list[int]) -> None:
        play(db, team, members, [Step("sale", n, 100 * n + 1, n, 0) for n in range(SELLERS)])
        before = kept_sums(db, team.id)
        rebuild(db, team.id)
        assert kept_sums(db, team.id) == before

    in_a_team(database, check)


def test_a_member_without_anything_left_is_not_on_the_board(database: Database) -> None:
    def check(db: Db, team: TeamInfo, members: list[int]) -> None:
        play(db, team, members, [Step("sale", 0, 100, 0, 0), Step("void", 0, 1, 0, 0)])
        play(db, team, members, [Step("sale", 1, 100, 0, 0), Step("refund", 2, 50, 0, 0)])
        places = board(db, team.id, Period.of(PeriodKind.DAY, TODAY))
        assert [(p.rank, p.member_id) for p in places] == [(1, members[1]), (2, members[2])]

    in_a_team(database, check)


def test_the_zone_of_a_team_is_its_own() -> None:
    team = TeamInfo(1, "冲刺群", ZoneInfo("America/New_York"), "zh-CN", cutoff=16 * 60)
    assert team.day_of(dt.datetime(2025, 6, 18, 19, 59, tzinfo=dt.UTC)) == TODAY
    assert team.day_of(dt.datetime(2025, 6, 18, 20, 0, tzinfo=dt.UTC)) == dt.date(2025, 6, 19)
