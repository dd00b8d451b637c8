"""`为什么`: a member's place on a board, opened down to the rows it was made from."""

from __future__ import annotations

import statistics
from collections.abc import Callable
from contextlib import ExitStack

from benchmarks.ledgers import MEMBERS, NOW, TEAMS, TODAY, ledger, member_of
from benchmarks.measure import Goal, Size, figure, in_turn, show, stopwatch
from bot.engine.db import Database
from models.board_kinds import Kind
from models.boards import Which
from models.db import Db
from models.rank_reasons import reasons
from models.teams import team_info
from models.values import Period, PeriodKind

TITLE = "why a place, by ledger rows, ms"
ASKED = (
    ("amount, week", Kind.AMOUNT, PeriodKind.WEEK),
    ("amount, month", Kind.AMOUNT, PeriodKind.MONTH),
    ("amount, year", Kind.AMOUNT, PeriodKind.YEAR),
    ("progress, month", Kind.PROGRESS, PeriodKind.MONTH),
    ("first orders, week", Kind.FIRST, PeriodKind.WEEK),
    ("returning, week", Kind.REPEAT, PeriodKind.WEEK),
    ("steadiness, week", Kind.STEADY, PeriodKind.WEEK),
)
FULL = (100_000, 10_000_000)
QUICK = (10_000, 100_000)
# The answer's limit (issue 6), in milliseconds.
LIMIT = 20
# Teams of which one member asks in a round.
TEAMS_ASKED = range(1, TEAMS + 1, 20)


def asks(database: Database, kind: Kind, period: PeriodKind) -> float:
    """The median milliseconds of one member of each of some teams."""
    which = Which(kind, Period.of(period, TODAY))

    def look(db: Db) -> list[float]:
        spent = []
        for team in TEAMS_ASKED:
            info = team_info(db, team)
            with stopwatch() as seconds:
                found = reasons(db, info, which, member_of(team, team % MEMBERS), NOW)
                spent.append(seconds())
            assert found.row is not None or kind is not Kind.AMOUNT, (team, kind)
        return spent

    return statistics.median(database.read_now(look)) * 1e3


def run(size: Size) -> list[Goal]:
    """Measure both ledgers in turn and print the table."""
    sizes = size.pick(FULL, QUICK)
    sides: dict[str, Callable[[], float]] = {}
    with ExitStack() as stack:
        for rows in sizes:
            database = Database(f"sqlite:///{ledger(rows)}")
            database.start()
            stack.callback(database.stop)
            for name, kind, period in ASKED:
                sides[f"{name} {rows}"] = lambda d=database, k=kind, p=period: asks(d, k, p)
        for side in sides.values():
            side()
        found = in_turn(sides, size.rounds)
    last = sizes[-1]
    lines = []
    goals = []
    for name, _, _ in ASKED:
        medians = [statistics.median(found[f"{name} {count}"]) for count in sizes]
        lines.append((name, *map(figure, medians)))
        goals.append(Goal(f"why, {name}, {last:,} rows", medians[-1], LIMIT, "ms"))
    head = ("", *(f"{count:,}" for count in sizes))
    show(f"10 · {TITLE}", head, lines, "medians over one member of each of ten teams")
    return goals
