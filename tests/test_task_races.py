"""Many claim the same tasks in the same moment: each task has one, and the others hear who."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from sqlalchemy import select
from task_claimer import NOW, Outcome, claim_all, order

from bot.engine.db import Database
from bot.engine.upgrade import upgrade
from models import tasks
from models.db import Db
from models.rosters import roster
from models.task_changes import Doer
from models.task_tables import Task, TaskChange, TaskMember
from models.tasks import NewTask
from models.team import Member, Team
from models.teams import team_info
from models.values import Role

ROOT = Path(__file__).parents[1]
# A process costs a second to start: the quick race has fewer of them.
THREADS, PROCESSES = 8, 3
Race = Callable[[str, Database, Sequence[int]], list[Outcome]]


def in_threads(url: str, database: Database, setting: Sequence[int]) -> list[Outcome]:
    """Rivals who share one writer."""
    team_id, rivals, count = setting
    found: list[Outcome] = []
    barrier = threading.Barrier(rivals)

    def run(nth: int) -> None:
        barrier.wait()
        found.append(claim_all(database, team_id, f"成员{nth}", order(count, nth)))

    threads = [threading.Thread(target=run, args=(nth,)) for nth in range(rivals)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return found


def in_processes(url: str, database: Database, setting: Sequence[int]) -> list[Outcome]:
    """Rivals who share nothing but the file."""
    team_id, many, count = setting
    command = [sys.executable, str(ROOT / "tests" / "task_claimer.py"), url, str(team_id)]
    rivals = [
        subprocess.Popen(
            [*command, str(nth), str(count)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )
        for nth in range(many)
    ]  # fmt: skip
    try:
        for rival in rivals:
            assert rival.stdout is not None
            assert rival.stdout.readline() == "ready\n"
        for rival in rivals:
            assert rival.stdin is not None
            rival.stdin.write("go\n")
            rival.stdin.flush()
        said = [json.loads(rival.communicate()[0]) for rival in rivals]
    finally:
        for rival in rivals:
            rival.kill()
            rival.wait()
    return [(won, {int(n): who for n, who in lost.items()}, *rest) for won, lost, *rest in said]


def prepared(db: Db, rivals: int, count: int) -> int:
    team = Team(name="冲刺群", timezone="Asia/Shanghai", language="zh-CN", created_at=NOW)
    db.session.add(team)
    db.flush()
    for nth in range(rivals):
        db.session.add(
            Member(
                team_id=team.id, name=f"成员{nth}", role=Role.MEMBER, state="active", joined_at=NOW
            )
        )
    db.flush()
    giver = Doer(next(iter(roster(db, team.id).members.values())), NOW)
    for n in range(count):
        tasks.create(db, team_info(db, team.id), NewTask(f"样品{n}"), giver)
    return team.id


def run_race(folder: Path, race: Race, rivals: int, count: int) -> str:
    """Let everybody claim everything; returns how long it took."""
    url = f"sqlite:///{folder / 'race.db'}"
    upgrade(url)
    database = Database(url)
    database.start()
    try:
        team_id = database.write_now(lambda db: prepared(db, rivals, count))
        began = time.perf_counter()
        outcomes = race(url, database, (team_id, rivals, count))
        took = time.perf_counter() - began
        winners = database.write_now(lambda db: check_rows(db, team_id, count))
    finally:
        database.stop()
    assert len(outcomes) == rivals
    assert [wrong for _, _, wrong, _ in outcomes if wrong] == []
    assert sum(len(won) for won, *_ in outcomes) == count
    for won, lost, *_ in outcomes:
        assert len(won) + len(lost) == count
        assert {number: winners[number] for number in lost} == lost
    # There was a race: nobody had it all. (SQLite's lock is not fair to processes.)
    assert race is in_processes or sum(bool(won) for won, *_ in outcomes) > 1
    waits = sum(outcome[3] for outcome in outcomes)
    return f"{took:.1f} s, {waits} waits beyond the database's timeout"


def check_rows(db: Db, team_id: int, count: int) -> dict[int, str]:
    """Every task has one owner and two lines of history; returns the owners."""
    people = roster(db, team_id)
    rows = db.session.execute(
        select(Task.number, Task.owners, Task.version, TaskMember.member_id, TaskMember.is_open)
        .join(TaskMember, TaskMember.task_id == Task.id)
        .where(Task.team_id == team_id)
    ).all()
    assert len(rows) == count
    assert {(owners, version, is_open) for _, owners, version, _, is_open in rows} == {(1, 2, 1)}
    changes = db.session.execute(
        select(Task.number, TaskChange.member_id)
        .join(Task, Task.id == TaskChange.task_id)
        .where(TaskChange.verb == "claim")
    ).all()
    assert sorted(map(tuple, changes)) == sorted((row[0], row[3]) for row in rows)
    return {row[0]: f"@{people.name(row[3])}" for row in rows}


@pytest.mark.parametrize(("race", "rivals"), [(in_threads, THREADS), (in_processes, PROCESSES)])
def test_each_task_is_claimed_by_one(tmp_path: Path, race: Race, rivals: int) -> None:
    run_race(tmp_path, race, rivals, 25)


@pytest.mark.slow
@pytest.mark.parametrize("race", [in_threads, in_processes])
def test_each_of_two_thousand_tasks_is_claimed_by_one(tmp_path: Path, race: Race) -> None:
    took = run_race(tmp_path, race, 8, 2_000)
    print(f"\n8 {race.__name__}: 16,000 claims of 2,000 tasks in {took}")
