"""Part 7: a team's open tasks planned together, in points that are as low as can be."""

from __future__ import annotations

import datetime as dt
import random
import statistics

from benchmarks.measure import Goal, Size, figure, in_turn, show, stopwatch
from models.matching import Person, Work, assign

TITLE = "tasks assigned to people of a team, ms"
TODAY = dt.date(2025, 6, 18)
NOW = dt.datetime(2025, 6, 18, 4, tzinfo=dt.UTC)
SKILLS = ("文案", "数据", "直播", "剪辑", "海报", "客服")
SIZES = (10, 30, 60)
LIMIT = 60


def team(size: int) -> tuple[list[Work], list[Person]]:
    """As many tasks as people: skills and needs by chance, two of five in hand on average."""
    chance = random.Random(size)
    people = [
        Person(
            id=number,
            skills={skill: chance.randint(1, 5) for skill in chance.sample(SKILLS, 3)},
            likings=dict.fromkeys(chance.sample(SKILLS, 1), 1),
            in_hand=chance.randint(0, 4),
            capacity=5,
            last_turn=NOW - dt.timedelta(days=chance.randint(0, 20)),
        )
        for number in range(1, size + 1)
    ]
    works = [
        Work(
            id=number,
            needs=((chance.choice(SKILLS), chance.randint(1, 4)),),
            days=tuple(TODAY + dt.timedelta(days=day) for day in range(chance.randint(1, 10))),
        )
        for number in range(1, size + 1)
    ]
    return works, people


def planned(size: int) -> float:
    """The milliseconds of one plan."""
    works, people = team(size)
    with stopwatch() as seconds:
        plan = assign(works, people, NOW)
        spent = seconds()
    assert len(plan.pairs) + len(plan.left) == size
    return spent * 1000


def run(size: Size) -> list[Goal]:
    """Measure teams of all sizes in turn and print the table."""
    # The first plan loads the library.
    first = planned(SIZES[0])
    found = in_turn({str(n): lambda n=n: planned(n) for n in SIZES}, size.rounds)
    rows = [
        (
            f"{n} people, {n} tasks",
            figure(statistics.median(found[str(n)])),
            figure(max(found[str(n)])),
        )
        for n in SIZES
    ]
    show(f"7 · {TITLE}", ("", "median", "slowest"), rows, f"the first one ever: {figure(first)} ms")
    median = statistics.median(found[str(LIMIT)])
    return [Goal(f"assignment of {LIMIT} people to {LIMIT} tasks", median, 50, "ms")]
