"""Part 4: the daily digests of all teams through the planned work of the bot."""

from __future__ import annotations

import datetime as dt
import json
import statistics
from collections.abc import Callable
from contextlib import ExitStack, suppress

import handlers
from benchmarks.ledgers import ACCOUNT, NOW, PLATFORM, TEAMS, TODAY, ledger, member_of
from benchmarks.measure import Goal, Size, figure, in_turn, median_ratio, show, stopwatch
from bot.core.clock import VirtualClock
from bot.core.table import Table
from bot.engine.db import Database
from bot.engine.jobs import Jobs
from bot.engine.pipeline import Pipeline
from models.db import Db
from models.messages import JobRun, Outgoing, Schedule
from models.team import Chat
from models.teams import Defaults
from models.values import Role

TITLE = "daily digests of 200 teams"
JOB = "daily_digest"
EVENING = NOW + dt.timedelta(hours=9)
FULL = (100_000, 10_000_000)
QUICK = (10_000, 100_000)
# To two managers in private and to the group.
SETTINGS = json.dumps({"role": int(Role.MANAGER), "to": [], "without": [], "group": True})


class Undo(Exception):
    """Takes the digests back, so that the kept ledger stays as it is."""


class Evening:
    """An evening on which every team's digest is due."""

    def __init__(self, rows: int) -> None:
        self._database = Database(f"sqlite:///{ledger(rows)}")
        self._database.start()
        clock = VirtualClock(EVENING)
        table = Table(handlers.routers())
        self._jobs = Jobs(table, clock, Pipeline(table, clock, Defaults()))

    def digests(self) -> float:
        """Milliseconds a team for the digests from figures to written rows; then they go back.

        The one commit for all of them is not in it.
        """
        spent: list[float] = []

        def work(db: Db) -> None:
            _plan(db)
            with stopwatch() as seconds:
                self._jobs.tick(db)
                db.flush()
                spent.append(seconds())
            written = db.session.query(Outgoing).filter(Outgoing.state == "queued").count()
            runs = db.session.query(JobRun).filter(JobRun.outcome == "posted").count()
            assert (runs, written) == (TEAMS, TEAMS * 3), (runs, written)
            raise Undo

        with suppress(Undo):
            self._database.write_now(work)
        return spent[0] / TEAMS * 1000

    def close(self) -> None:
        """Close the database."""
        self._database.stop()


def _plan(db: Db) -> None:
    """Plan the digests; the two managers of each team have had one in private before."""
    due = {"due_on": TODAY, "due_at": EVENING, "minute": 21 * 60, "settings": SETTINGS}
    db.session.add_all(Schedule(team_id=team, job=JOB, **due) for team in range(1, TEAMS + 1))
    db.session.add_all(
        Chat(platform=PLATFORM, account=ACCOUNT, native=str(member), is_group=0, team_id=team)
        for team in range(1, TEAMS + 1)
        for member in (member_of(team, 0), member_of(team, 1))
    )
    db.flush()


def run(size: Size) -> list[Goal]:
    """Measure a small and a huge ledger in turn and print the table."""
    if JOB not in Table(handlers.routers()).slots:
        print(f"\n4 · {TITLE}: no feature has the planned work {JOB!r}")
        return []
    sizes = size.pick(FULL, QUICK)
    with ExitStack() as stack:
        sides: dict[str, Callable[[], float]] = {}
        for rows in sizes:
            evening = Evening(rows)
            stack.callback(evening.close)
            sides[f"{rows:,}"] = evening.digests
            evening.digests()
        found = in_turn(sides, size.rounds)
    small, large = found
    medians = {name: statistics.median(values) for name, values in found.items()}
    rows = [(f"{name} rows", figure(ms), figure(ms * TEAMS)) for name, ms in medians.items()]
    growth = f"{large} rows over {small}: × {figure(median_ratio(found[large], found[small]))}"
    show(
        f"4 · {TITLE}",
        ("", "ms a team", "ms for all"),
        rows,
        f"three cards a team, nothing remembered from before; {growth}",
    )
    return [Goal(f"digest, {large} rows, a team", medians[large], 5, "ms")]
