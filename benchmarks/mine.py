"""Part 8: one's own card and a team's digest of tasks, by the number of the team's tasks."""

from __future__ import annotations

import datetime as dt
import statistics
import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from benchmarks.ledgers import MEMBERS, NOW, TODAY, copied, ledger, member_of
from benchmarks.measure import Goal, Size, figure, in_turn, median_ratio, show, stopwatch
from bot.engine.db import Database
from handlers.mine.card import card_of
from handlers.mine.lines import view_of
from models import goal_setting, team_work
from models.base import milliseconds
from models.db import Db
from models.events import NewAppointment, When, create
from models.goals import NewGoal
from models.rosters import roster
from models.teams import team_info
from models.values import Metric, Period, PeriodKind

TITLE = "«my» card and the tasks of a digest, ms"
TEAM = 1
FULL = (1_000, 10_000)
QUICK = (100, 10_000)
# Most tasks of a team are done; of the open ones some are late, handed in, stuck or nobody's.
_TASKS = """
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :tasks)
    INSERT INTO task (id, team_id, number, kind, state, title, detail, priority, due_at, due_day,
                      all_day, giver_id, criteria, customer, owners, recurrence, skipped, blocked,
                      returned, postponed, created_at, submitted_at, closed_at, origin, version)
    SELECT i, 1, i, CASE WHEN i % 7 = 0 THEN 'promise' ELSE 'task' END,
           CASE WHEN i % 10 < 7 THEN 'done' WHEN i % 10 = 7 THEN 'doing'
                WHEN i % 100 = 8 THEN 'review' ELSE 'open' END,
           'task number ' || i, '', 0, :now + (i % 61 - 10) * 86400000,
           date(:today, (i % 61 - 10) || ' days'), 1, i % :members + 1,
           CASE WHEN i % 100 = 8 THEN 'good' ELSE '' END, '', i % 50 <> 9, '', 0,
           CASE WHEN i % 500 = 7 THEN 'stuck' ELSE '' END, 0, 0, :now, :now,
           :now - i % 90 * 43200000, '', 1
    FROM n
"""
_SHARES = """
    INSERT INTO task_member (task_id, member_id, is_open)
    SELECT id, (id / 10) % :members + 1, state <> 'done' FROM task WHERE owners > 0
"""


class Full:
    """A team with that many tasks, three in ten of them open."""

    def __init__(self, folder: Path, tasks: int) -> None:
        file = copied(ledger(10_000), folder / f"{tasks}.db")
        self.database = Database(f"sqlite:///{file}")
        self.database.start()
        with self.database.engine.begin() as connection:
            given = {"tasks": tasks, "now": milliseconds(NOW), "today": TODAY.isoformat()}
            connection.exec_driver_sql(_TASKS, given | {"members": MEMBERS})
            connection.exec_driver_sql(_SHARES, {"members": MEMBERS})
        self.database.write_now(_set_goals)
        self.database.write_now(_plan)

    def cards(self) -> float:
        """The median milliseconds of one member's card, everything remembered about people."""
        return self._median(_card)

    def digests(self) -> float:
        """The milliseconds of a digest's figures of tasks."""
        return self._median(_figures)

    def _median(self, look: Callable[[Db, int], object]) -> float:
        def work(db: Db) -> list[float]:
            roster(db, TEAM), team_info(db, TEAM)
            spent = []
            for place in range(0, MEMBERS, 5):
                with stopwatch() as seconds:
                    look(db, member_of(TEAM, place))
                    spent.append(seconds())
            return spent

        return statistics.median(self.database.read_now(work)) * 1000


def _set_goals(db: Db) -> None:
    month = Period.of(PeriodKind.MONTH, TODAY)
    for member in roster(db, TEAM).members.values():
        wanted = NewGoal(member.id, Metric.AMOUNT, month, 30_000_00)
        goal_setting.set_goal(db, member, wanted, now=NOW, today=TODAY)


def _plan(db: Db) -> None:
    """A meeting each Friday, and as many appointments of one member as there are people."""
    team, people = team_info(db, TEAM), roster(db, TEAM).members
    start = NOW + dt.timedelta(hours=5)
    for n, member in enumerate(people.values()):
        at = start + dt.timedelta(days=n % 20)
        new = NewAppointment("visit", When(at, at + dt.timedelta(hours=1)), members=(member.id,))
        create(db, team, member, new, now=NOW)
    weekly = When(start, start + dt.timedelta(hours=1), rule="FREQ=WEEKLY;BYDAY=FR")
    create(db, team, people[member_of(TEAM, 0)], NewAppointment("meeting", weekly), now=NOW)


def _card(db: Db, member_id: int) -> None:
    member = roster(db, TEAM).members[member_id]
    card = card_of(view_of(db, team_info(db, TEAM), member, NOW, is_private=True))
    assert len(card.lines) >= 4, card


def _figures(db: Db, _member_id: int) -> None:
    found = team_work.figures(db, team_info(db, TEAM), NOW + dt.timedelta(hours=9))
    assert found is not None
    assert found.unowned.count


def run(size: Size) -> list[Goal]:
    """Measure teams with few and many tasks in turn and print the table."""
    sizes = size.pick(FULL, QUICK)
    sides: dict[str, Callable[[], float]] = {}
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        for tasks in sizes:
            team = Full(folder, tasks)
            stack.callback(team.database.stop)
            sides[f"card {tasks}"] = team.cards
            sides[f"digest {tasks}"] = team.digests
        for side in sides.values():
            side()
        found = in_turn(sides, size.rounds)
    rows = []
    for label, name in (("my card", "card"), ("tasks of a digest", "digest")):
        medians = [statistics.median(found[f"{name} {tasks}"]) for tasks in sizes]
        growth = median_ratio(found[f"{name} {sizes[-1]}"], found[f"{name} {sizes[0]}"])
        rows.append((label, *map(figure, medians), figure(growth)))
    head = ("", *(f"{tasks:,}" for tasks in sizes), "last / first")
    show(f"8 · {TITLE}", head, rows, "by tasks of the team, three in ten open, of 50 people")
    return [
        Goal("my card, 10,000 tasks", statistics.median(found["card 10000"]), 3, "ms"),
        Goal("digest's tasks, 10,000 tasks", statistics.median(found["digest 10000"]), 15, "ms"),
    ]
