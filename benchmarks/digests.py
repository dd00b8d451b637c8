"""Part 4: the digests of all teams through the planned work of the bot: daily, weekly, monthly."""

from __future__ import annotations

import datetime as dt
import json
import statistics
from collections.abc import Callable
from contextlib import ExitStack, suppress

from sqlalchemy import text

import handlers
from benchmarks.ledgers import ACCOUNT, NOW, PLATFORM, TEAMS, TODAY, ledger, member_of
from benchmarks.measure import Goal, Size, figure, in_turn, median_ratio, show, stopwatch
from bot.core.clock import VirtualClock
from bot.core.table import Table
from bot.engine.db import Database
from bot.engine.jobs import Jobs
from bot.engine.pipeline import Pipeline
from handlers.digests.routing import JOBS
from models.db import Db
from models.messages import JobRun, Outgoing, Schedule
from models.rounds import Every
from models.team import Chat
from models.teams import Defaults
from models.values import PeriodKind, Role

TITLE = "digests of 200 teams"
JOB = JOBS[PeriodKind.DAY]
# The ledger's last day is a Monday and a month's last one, so each digest can be due on it.
ROUNDS = {
    PeriodKind.DAY: Every(),
    PeriodKind.WEEK: Every(PeriodKind.WEEK, 1),
    PeriodKind.MONTH: Every(PeriodKind.MONTH, 31),
}
LIMITS = {PeriodKind.DAY: 5, PeriodKind.WEEK: 20, PeriodKind.MONTH: 20}
# Of the orders of these days every third has a customer and every second a product.
DAYS = dt.timedelta(days=62)
CUSTOMERS = """
    UPDATE sale SET customer = 'C' || (id % 97) WHERE id % 3 = 0 AND team_id = :team AND day >= :day
"""
PRODUCTS = """
    INSERT INTO sale_line SELECT id, 0, 'P' || (id % 7), 1 + id % 3, NULL FROM sale
    WHERE id % 2 = 0 AND team_id = :team AND day >= :day
"""
# Rows are added for so many teams only, and the digests of weeks and months are theirs.
TOLD = {PeriodKind.DAY: TEAMS, PeriodKind.WEEK: 20, PeriodKind.MONTH: 20}
EVENING = NOW + dt.timedelta(hours=9)
FULL = (100_000, 10_000_000)
QUICK = (10_000, 100_000)
# To two managers in private and to the group.
SETTINGS = json.dumps({"role": int(Role.MANAGER), "to": [], "without": [], "group": True})


class Undo(Exception):
    """Takes the digests back, so that the kept ledger stays as it is."""


class Evening:
    """An evening on which a digest of every team is due."""

    def __init__(self, rows: int, kind: PeriodKind) -> None:
        self._kind = kind
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
        teams = TOLD[self._kind]

        def work(db: Db) -> None:
            _plan(db, self._kind, teams)
            with stopwatch() as seconds:
                self._jobs.tick(db)
                db.flush()
                spent.append(seconds())
            written = db.session.query(Outgoing).filter(Outgoing.state == "queued").count()
            runs = db.session.query(JobRun).filter(JobRun.outcome == "posted").count()
            assert (runs, written) == (teams, teams * 3), (runs, written)
            raise Undo

        with suppress(Undo):
            self._database.write_now(work)
        return spent[0] / teams * 1000

    def close(self) -> None:
        """Close the database."""
        self._database.stop()


def _plan(db: Db, kind: PeriodKind, teams: int) -> None:
    """Plan the digests; the two managers of each team have had one in private before."""
    due = {
        "due_on": TODAY,
        "due_at": EVENING,
        "minute": 21 * 60,
        "settings": SETTINGS,
        "job": JOBS[kind],
        "every": str(ROUNDS[kind]),
    }
    db.session.add_all(Schedule(team_id=team, **due) for team in range(1, teams + 1))
    db.session.add_all(
        Chat(platform=PLATFORM, account=ACCOUNT, native=str(member), is_group=0, team_id=team)
        for team in range(1, teams + 1)
        for member in (member_of(team, 0), member_of(team, 1))
    )
    db.flush()
    if kind is PeriodKind.DAY:
        return
    for team in range(1, teams + 1):
        since = {"team": team, "day": (TODAY - DAYS).isoformat()}
        db.session.execute(text(CUSTOMERS), since)
        db.session.execute(text(PRODUCTS), since)


def run(size: Size) -> list[Goal]:
    """Measure a small and a huge ledger in turn and print the table."""
    if JOB not in Table(handlers.routers()).slots:
        print(f"\n4 · {TITLE}: no feature has the planned work {JOB!r}")
        return []
    return [goal for kind in ROUNDS for goal in _measured(size, kind)]


def _measured(size: Size, kind: PeriodKind) -> list[Goal]:
    """Measure the digests of one kind on a small and a huge ledger in turn."""
    sizes = size.pick(FULL, QUICK)
    with ExitStack() as stack:
        sides: dict[str, Callable[[], float]] = {}
        for rows in sizes:
            evening = Evening(rows, kind)
            stack.callback(evening.close)
            sides[f"{rows:,}"] = evening.digests
            evening.digests()
        found = in_turn(sides, size.rounds)
    small, large = found
    medians = {name: statistics.median(values) for name, values in found.items()}
    lines = [(f"{name} rows", figure(ms), figure(ms * TEAMS)) for name, ms in medians.items()]
    growth = f"{large} rows over {small}: × {figure(median_ratio(found[large], found[small]))}"
    show(
        f"4 · {TITLE}, of a {kind}",
        ("", "ms a team", "ms for all"),
        lines,
        f"three cards a team, nothing remembered from before; {growth}",
    )
    return [Goal(f"digest of a {kind}, {large} rows, a team", medians[large], LIMITS[kind], "ms")]
