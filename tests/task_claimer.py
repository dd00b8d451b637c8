"""One process that claims tasks, for the race: `python tests/task_claimer.py URL TEAM NAME FROM`.

Waits for a line on its input, claims every task of the team, and prints in JSON what it won, who
had the others, and what else went wrong.
"""

from __future__ import annotations

import datetime as dt
import json
import re
import sqlite3
import sys
from collections.abc import Sequence

from bot.engine.db import Database
from bot.engine.inbox import MAX_TRIES
from models import task_steps, tasks
from models.db import Db
from models.errors import Refusal
from models.rosters import roster
from models.task_changes import Doer
from models.teams import team_info

NOW = dt.datetime(2025, 6, 18, 7, tzinfo=dt.UTC)
# Won, who had the others, all other errors, and how often the database was held for too long.
Outcome = tuple[list[int], dict[int, str], list[str], int]


def claim_all(database: Database, team_id: int, name: str, numbers: Sequence[int]) -> Outcome:
    """Claim tasks one after the other.

    SQLite's lock goes to anybody and not to who waits longest: among many that never pause, one may
    wait beyond the timeout. Then it is tried again, as often as the inbox tries a message.
    """
    won: list[int] = []
    lost: dict[int, str] = {}
    wrong: list[str] = []
    waits = 0
    for number in numbers:
        refusal = None
        for left in reversed(range(MAX_TRIES)):
            try:
                refusal = database.write_now(
                    lambda db, number=number: _claim(db, team_id, name, number)
                )
                break
            except sqlite3.OperationalError as error:
                waits += 1
                if "locked" not in str(error) or not left:
                    raise
        if refusal is None:
            won.append(number)
        elif refusal.key == "task-taken":
            lost[number] = str(refusal.values["who"])
        else:
            wrong.append(refusal.key)
    return won, lost, wrong, waits


def _claim(db: Db, team_id: int, name: str, number: int) -> Refusal | None:
    """Claim a task the way a message does: a no takes back this step and not the others'."""
    me = roster(db, team_id).find(name)
    if me is None:
        raise LookupError(name)
    try:
        with db.savepoint():
            task = tasks.require(db, team_id, number)
            task_steps.claim(db, team_info(db, team_id), task, Doer(me, NOW))
    except Refusal as refusal:
        return refusal
    return None


def order(count: int, nth: int) -> list[int]:
    """The numbers of all tasks in an order of one's own: everybody meets everybody."""
    numbers = list(range(1, count + 1))
    return sorted(numbers, key=lambda n: (n // 20, (n * 7 + nth * 3) % 20))


def main(url: str, team_id: int, nth: int, count: int) -> None:
    """Claim when told to."""
    database = Database(url)
    database.start()
    print("ready", flush=True)
    sys.stdin.readline()
    outcome = claim_all(database, team_id, f"成员{nth}", order(count, nth))
    database.stop()
    print(json.dumps(outcome, ensure_ascii=False), flush=True)


if __name__ == "__main__" and all(re.fullmatch(r"\d+", each) for each in sys.argv[2:5]):
    main(sys.argv[1], *map(int, sys.argv[2:5]))
