"""The console killed at random while people report: nothing lost, nothing twice (P1, I1)."""

from __future__ import annotations

import random
import secrets
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest
from chatter import Chatter
from evidence import Evidence
from killable import Console


@dataclass(frozen=True, slots=True)
class Storm:
    """How much is said, and how often the program is killed meanwhile."""

    messages: int
    kills: int

    @property
    def longest(self) -> float:
        """Seconds in which a process starts, passes over what was said before, and goes on."""
        return 1.2 + self.messages / 10_000


def run_in_peace(chatter: Chatter, database: Path) -> Evidence:
    """The ledger of a program that nobody kills."""
    with Console(database) as console:
        console.feed(chatter.lines)
        console.end()
    return Evidence.of(database)


def run_in_storm(chatter: Chatter, database: Path, storm: Storm) -> Evidence:
    """The ledger of a program that is killed again and again, each time told all from the start.

    By each kill people have said as much more as they had at the one before.
    """
    chance = random.Random(chatter.seed)
    portion = len(chatter.lines) // storm.kills
    for kill in range(1, storm.kills + 1):
        with Console(database) as console:
            console.feed_beside(chatter.lines[: kill * portion], chance)
            # At any moment, also of the start; or in the middle of the work, wherever that is.
            if kill % 2:
                console.wait_for(portion, chance.uniform(0, storm.longest))
            else:
                console.wait_for(chance.randint(1, portion), 3 * storm.longest)
            assert console.process.poll() is None, console.complaints()
            console.kill()
    with Console(database) as console:
        console.feed(chatter.lines)
        console.end()
    return Evidence.of(database)


@pytest.mark.parametrize(
    "storm",
    [
        pytest.param(Storm(messages=2_000, kills=20), id="20 kills"),
        pytest.param(Storm(messages=20_000, kills=500), id="500 kills", marks=pytest.mark.slow),
    ],
)
def test_kills_lose_nothing_and_double_nothing(
    storm: Storm, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    seed = secrets.randbelow(1 << 32)
    with capsys.disabled():
        sys.stdout.write(f"\nseed {seed}: {storm.kills} kills, {storm.messages:,} messages: ")
        sys.stdout.flush()
    chatter = Chatter(seed, storm.messages)
    with ThreadPoolExecutor(1) as beside:
        quiet = beside.submit(run_in_peace, chatter, tmp_path / "peace.db")
        after = run_in_storm(chatter, tmp_path / "storm.db", storm)
        peace = quiet.result()
    lost = chatter.rows - set(after.sources)
    twice = {line for line, rows in after.sources.items() if rows > 1}
    with capsys.disabled():
        sys.stdout.write(f"{len(lost)} lost, {len(twice)} twice\n")
    assert (lost, twice) == (set(), set())
    assert set(after.sources) == chatter.rows
    assert after.ledger == peace.ledger
    assert after.sums == peace.sums == chatter.sums()
    # Answers: those about money all went out in the end, and nothing is left half-way.
    assert set(after.outgoing) <= {("A", "sent"), ("B", "sent"), ("B", "unknown")}
    assert after.outgoing["A", "sent"] == peace.outgoing["A", "sent"]
