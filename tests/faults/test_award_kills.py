"""The console killed at random while orders earn rewards: none missed, none made twice."""

from __future__ import annotations

import secrets
import sqlite3
import sys
from collections import Counter
from pathlib import Path

import pytest
from chatter import GROUPS, Chatter
from test_kills import Storm, run_in_peace, run_in_storm

RULES = "首单18.8;每单2;单笔≥1500 5;单日≥5000 38.8,≥10000 68.8;新人首单66;预算 300/月"
_AWARDS = """
    SELECT team.name, member.name, award.clause, award.occasion, award.part, award.amount,
           award.state IN ('due', 'waiting')
    FROM award JOIN member ON member.id = award.member_id JOIN team ON team.id = award.team_id
"""
_ORDERS = """
    SELECT team.name, member.name, 'S' || sale.number FROM sale
    JOIN member ON member.id = sale.member_id JOIN team ON team.id = sale.team_id
    WHERE sale.type = 'sale'
      AND NOT EXISTS (SELECT 1 FROM sale AS later WHERE later.corrects_id = sale.id)
"""


def chatter_with_rules(seed: int, messages: int) -> Chatter:
    """A chat in each group of which rules of rewards are set first."""
    chatter = Chatter(seed, messages)
    start: list[str] = []
    for group in (*GROUPS[1:], GROUPS[0]):
        start += [f"@group {group}", "@member 老王 owner", f"老王: 奖励 {RULES}", "老王: 确认"]
    chatter.lines[:0] = start
    return chatter


def awards_in(file: Path) -> tuple[Counter[tuple[object, ...]], set[tuple[object, ...]]]:
    """The awards of a database, and the orders whose own award (a rule for each order) is owed."""
    with sqlite3.connect(file) as connection:
        rows = connection.execute(_AWARDS).fetchall()
        orders = set(connection.execute(_ORDERS).fetchall())
    connection.close()
    made = {(team, who, when) for team, who, clause, when, *_, owed in rows if clause == 1 and owed}
    assert made == orders
    return Counter(rows), orders


@pytest.mark.parametrize(
    "storm",
    [
        pytest.param(Storm(messages=400, kills=8), id="8 kills"),
        pytest.param(Storm(messages=10_000, kills=300), id="300 kills", marks=pytest.mark.slow),
    ],
)
def test_kills_neither_miss_an_award_nor_make_one_twice(
    storm: Storm, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    seed = secrets.randbelow(1 << 32)
    chatter = chatter_with_rules(seed, storm.messages)
    run_in_peace(chatter, tmp_path / "peace.db")
    run_in_storm(chatter, tmp_path / "storm.db", storm)
    peace, orders = awards_in(tmp_path / "peace.db")
    after, _ = awards_in(tmp_path / "storm.db")
    missed, twice = peace - after, after - peace
    with capsys.disabled():
        sys.stdout.write(
            f"\nseed {seed}: {storm.kills} kills, {sum(after.values()):,} awards for "
            f"{len(orders):,} orders: {sum(missed.values())} missed, {sum(twice.values())} twice\n"
        )
    assert (missed, twice) == (Counter(), Counter())
    assert max(after.values()) == 1
