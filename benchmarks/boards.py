"""Part 3: the leaderboard of a month and of all time, on ledgers from small to huge."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Sequence
from contextlib import ExitStack

from benchmarks.ledgers import MEMBERS, TEAMS, TODAY, ledger
from benchmarks.measure import Goal, Size, figure, in_turn, median_ratio, show, stopwatch
from bot.engine.db import Database
from models.db import Db
from models.totals import board
from models.values import Period, PeriodKind

TITLE = "leaderboards of 50 people by ledger rows, µs"
KINDS = (PeriodKind.MONTH, PeriodKind.ALL)
FULL = (10_000, 100_000, 1_000_000, 10_000_000)
QUICK = (10_000, 100_000)
_SCAN = (
    "SELECT member_id, sum(amount), sum(orders) FROM sale WHERE team_id = ?"
    " GROUP BY member_id ORDER BY 2 DESC"
)


def queries(database: Database, kind: PeriodKind) -> float:
    """The median microseconds of one board of each team, through the bot's own query."""
    period = Period.of(kind, TODAY)

    def look(db: Db) -> list[float]:
        spent = []
        for team in range(1, TEAMS + 1):
            with stopwatch() as seconds:
                places = board(db, team, period)
                spent.append(seconds())
            assert len(places) == MEMBERS, (team, kind, len(places))
        return spent

    return statistics.median(database.read_now(look)) * 1e6


def scans(database: Database, teams: Sequence[int]) -> float:
    """The median microseconds of all-time boards summed from the ledger, for comparison."""
    spent = []
    with database.engine.connect() as connection:
        for team in teams:
            with stopwatch() as seconds:
                connection.exec_driver_sql(_SCAN, (team,)).fetchall()
                spent.append(seconds())
    return statistics.median(spent) * 1e6


def run(size: Size) -> list[Goal]:
    """Measure all ledgers in turn and print the table."""
    sizes = size.pick(FULL, QUICK)
    sides: dict[str, Callable[[], float]] = {}
    with ExitStack() as stack:
        for rows in sizes:
            database = Database(f"sqlite:///{ledger(rows)}")
            database.start()
            stack.callback(database.stop)
            for kind in KINDS:
                sides[f"{kind} {rows}"] = lambda d=database, k=kind: queries(d, k)
            sides[f"scan {rows}"] = lambda d=database: scans(d, (3, 77, 150))
        for side in sides.values():
            side()
        found = in_turn(sides, size.rounds)
    return _report(found, sizes)


def _report(found: dict[str, list[float]], sizes: Sequence[int]) -> list[Goal]:
    first, last = sizes[0], sizes[-1]
    rows = []
    goals = []
    for label, name in (("month", "month"), ("all time", "all"), ("(all time by scan)", "scan")):
        medians = [statistics.median(found[f"{name} {count}"]) for count in sizes]
        growth = median_ratio(found[f"{name} {last}"], found[f"{name} {first}"])
        rows.append((label, *map(figure, medians), figure(growth)))
        if name != "scan":
            goals += [
                Goal(f"board, {label}, {last:,} rows over {first:,}", growth, 1.3, "×"),
                Goal(f"board, {label}, {last:,} rows", medians[-1] / 1000, 0.5, "ms"),
            ]
    head = ("", *(f"{count:,}" for count in sizes), "last / first")
    show(f"3 · {TITLE}", head, rows, "medians over one board of each of 200 teams, in the thread")
    return goals
