"""Awards: what the ledger earns, once each, whatever is booked, corrected, paid or changed between."""

import datetime as dt
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reward_world import TODAY, RewardWorld
from task_world import opened

from models import award_steps, reward_rules, rewards
from models.award_rows import SETTLED, WITHDRAWN
from models.db import Db
from models.errors import Refusal

SELLERS = ("丽姐", "阿芳", "小王")
RULES = (
    "首单18.8;每单2;单笔≥3000 20;单日≥5000 38.8,≥10000 68.8;连续开单2天 15;新人首单66;本周≥9000 100;本月3单 7",
    "首单10;每单1;单日≥4000 30;连续开单2天 5;本月≥12000 9",
    "单日≥5000 38.8,≥10000 68.8;每单2",
)


@pytest.fixture
def world(tmp_path: Path) -> Iterator[RewardWorld]:
    with opened(tmp_path) as database:
        yield RewardWorld(database)


def check(world: RewardWorld) -> None:
    """Fail unless what is owed and was paid is what the ledger says, each once."""
    rows = [row for row in world.awards() if row.rules_id is not None]
    versions = world.database.read_now(
        lambda db: {each.id: each.version for each in reward_rules.of_team(db, world.team.id)}
    )
    live: dict[tuple[int, int, int, str], int] = defaultdict(int)
    paid: dict[tuple[int, int, int, str], int] = defaultdict(int)
    for row in rows:
        assert row.rules_id is not None
        key = (versions[row.rules_id], row.clause, row.member_id, row.occasion)
        live[key] += row.amount if row.state != WITHDRAWN else 0
        paid[key] += row.amount if row.state in SETTLED else 0
    earned = world.earned()
    wanted = {key: max(earned.get(key, 0), paid[key]) for key in earned.keys() | live.keys()}
    assert {k: v for k, v in live.items() if v} == {k: v for k, v in wanted.items() if v}
    for row in rows:
        key = (versions[row.rules_id or 0], row.clause, row.member_id, row.occasion)
        if row.state in SETTLED and paid[key] <= earned.get(key, 0):
            assert not row.groundless
    groundless = {k for k in paid if paid[k] > earned.get(k, 0)}
    flagged = {
        (versions[row.rules_id or 0], row.clause, row.member_id, row.occasion)
        for row in rows
        if row.groundless and row.state in SETTLED
    }
    assert flagged == groundless
    assert max(Counter(row.key for row in rows).values(), default=1) == 1
    assert [row.number for row in world.awards()] == list(range(1, len(world.awards()) + 1))


AMOUNTS = st.sampled_from([100, 900, 2500, 3000, 4999, 5000, 7000, 10000])
STEPS = st.one_of(
    st.tuples(
        st.just("sell"),
        st.sampled_from(SELLERS),
        AMOUNTS,
        st.sampled_from([0, 0, 0, 0, 1, 2, 9]),
        st.sampled_from([1, 1, 1, 2]),
    ),
    st.tuples(st.just("sell"), st.sampled_from(SELLERS), AMOUNTS),
    st.tuples(st.just("void"), st.integers(0, 12)),
    st.tuples(st.just("amount"), st.integers(0, 12), AMOUNTS),
    st.tuples(st.just("member"), st.integers(0, 12), st.sampled_from(SELLERS)),
    st.tuples(st.just("day"), st.integers(0, 12), st.sampled_from([0, 1, 2, 3])),
    st.tuples(st.just("refund"), st.integers(0, 12), AMOUNTS),
    st.tuples(st.just("pay"), st.integers(0, 20)),
    st.tuples(st.just("pay"), st.integers(0, 20)),
    st.tuples(st.sampled_from(["receive", "miss"]), st.integers(0, 20)),
    st.tuples(st.just("tomorrow")),
    st.tuples(st.just("rules"), st.sampled_from(RULES)),
)


def take(world: RewardWorld, step: tuple[Any, ...], sold: list[int]) -> None:
    """One step of a team's life; steps with what is not there do nothing."""
    kind, *parts = step
    if kind == "sell":
        sold.append(world.sell(*parts))
    elif kind == "tomorrow":
        world.now += dt.timedelta(days=1)
    elif kind == "rules":
        world.set_rules(parts[0])
    elif kind in ("pay", "receive", "miss"):
        count = len(world.awards())
        if count:
            award_step(world, kind, 1 + parts[0] % count)
    elif sold:
        number = sold[-1 - parts[0] % len(sold)]
        if kind == "void":
            world.void(number)
        elif kind == "refund":
            world.refund(number, parts[1])
        else:
            fix(world, kind, number, parts[1])


def award_step(world: RewardWorld, kind: str, number: int) -> None:
    """Let the payer, or the winner, do something with an award where that is possible now."""

    def work(db: Db) -> None:
        row = award_steps.require(db, world.team.id, number)
        winner = next(m for m in world.people.values() if m.id == row.member_id)
        if kind == "pay":
            award_steps.pay(db, world.people["老板"], row, world.now)
        elif kind == "receive":
            award_steps.receive(db, winner, row, world.now)
        else:
            award_steps.miss(db, winner, row)

    try:
        world.do(work)
    except Refusal:
        return


def fix(world: RewardWorld, kind: str, number: int, value: Any) -> None:
    """Correct one part of an order."""
    if kind == "amount":
        world.fix(number, amount=value * 100)
    elif kind == "member":
        world.fix(number, member_id=world.people[value].id)
    else:
        world.fix(number, day=world.today - dt.timedelta(days=value))


@settings(max_examples=40)
@given(st.lists(STEPS, min_size=12, max_size=40), st.sampled_from(RULES))
def test_awards_are_what_the_final_ledger_gives(steps: list[tuple[Any, ...]], rules: str) -> None:
    with tempfile.TemporaryDirectory() as folder, opened(Path(folder)) as database:
        world = RewardWorld(database)
        sold: list[int] = []
        world.set_rules(rules)
        for step in steps:
            take(world, step, sold)
        check(world)
        before = [(row.number, row.state, row.amount) for row in world.awards()]
        first, last = TODAY - dt.timedelta(days=40), world.today
        world.do(lambda db: rewards.look_over(db, world.team, first, last, world.now))
        assert [(row.number, row.state, row.amount) for row in world.awards()] == before
