"""Which person fits which work, by skill, liking, load and turn: pure rules without a database.

Costs are whole points and lower is better. One step of skill and one more task in the hands of
somebody who takes five weigh the same, and liking the work is worth three of those. Days away cost
up to three more. A turn not long ago is a few points; between equals it decides.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

# The highest level of a skill.
TOP = 5
PER_LEVEL = 20
PER_MISSING_LEVEL = 200
NOT_LIKED = 60
FULL_LOAD = 100
ABSENT = 40
ABSENT_WHEN_DUE = 30
# A turn longer ago than this is worth no more.
LONGEST_TURN = 14
# More tasks at once are not assigned: one message could not show them.
MOST_WORKS = 60

_NEVER = dt.datetime.min.replace(tzinfo=dt.UTC)


@dataclass(frozen=True, slots=True)
class Work:
    """A task as far as it matters for who does it.

    `needs` are skills with the level that is asked for; `words` are what it is about, in lower
    case; `days` are the local days from today to the deadline.
    """

    id: int
    needs: tuple[tuple[str, int], ...] = ()
    words: str = ""
    days: tuple[dt.date, ...] = ()


@dataclass(frozen=True, slots=True)
class Person:
    """A member as far as it matters for what they can be given.

    `likings` is 1 for liked and -1 for unwanted work; `away` are days of leave and `off_days` are
    weekdays without work; `last_turn` is when a task was last taken or given by matching.
    """

    id: int
    skills: Mapping[str, int]
    likings: Mapping[str, int]
    in_hand: int
    capacity: int
    away: frozenset[dt.date] = frozenset()
    off_days: frozenset[int] = frozenset()
    last_turn: dt.datetime | None = None

    @property
    def free(self) -> int:
        """How many more tasks there is room for."""
        return max(0, self.capacity - self.in_hand)

    @property
    def turn(self) -> tuple[dt.datetime, int]:
        """The place in the queue: who waits longest is first, then who was here first."""
        return (self.last_turn or _NEVER, self.id)

    def load(self, more: int = 0) -> int:
        """The points for the next task with so many more in hand; every one costs more."""
        return FULL_LOAD * (self.in_hand + more) // self.capacity

    def is_here(self, day: dt.date) -> bool:
        """Whether the person works on a day."""
        return day not in self.away and day.weekday() not in self.off_days


@dataclass(frozen=True, slots=True)
class Fit:
    """How a person fits a work: `levels` for each need, `short` of how many levels in all, and the
    `absent` days, on all of which somebody `is_away`; `cost` is without the load.
    """

    person: Person
    levels: tuple[tuple[str, int], ...]
    liking: int
    short: int
    absent: int
    cost: int
    is_away: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """Works with the fits that they are assigned to, in the order of turns, and those that are
    left over.
    """

    pairs: tuple[tuple[Work, Fit], ...]
    left: tuple[Work, ...]
    cost: int


def fit(work: Work, person: Person, now: dt.datetime) -> Fit | None:
    """How a person fits a work; None for somebody who is away all the time or does not want it."""
    found = assess(work, person, now)
    return None if found.is_away or found.liking < 0 else found


def assess(work: Work, person: Person, now: dt.datetime) -> Fit:
    """How a person fits a work, whether they are here and want it or not."""
    levels = tuple((skill, person.skills.get(skill, 0)) for skill, _ in work.needs)
    short = cost = 0
    for (_, needed), (_, has) in zip(work.needs, levels, strict=True):
        cost += PER_LEVEL * (TOP - has)
        short += max(0, needed - has)
    if levels:
        cost //= len(levels)
    liking = _liking(work, person)
    if liking <= 0:
        cost += NOT_LIKED
    absent, days = 0, work.days
    if days and (person.away or person.off_days):
        absent = sum(not person.is_here(day) for day in days)
        cost += ABSENT * absent // len(days)
        cost += ABSENT_WHEN_DUE * (not person.is_here(days[-1]))
    return Fit(
        person=person,
        levels=levels,
        liking=liking,
        short=short,
        absent=absent,
        cost=cost + short * PER_MISSING_LEVEL + _turn(person, now),
        is_away=bool(days) and absent == len(days),
    )


def _liking(work: Work, person: Person) -> int:
    """Unwanted work is unwanted, whatever else is liked about it."""
    if not person.likings:
        return 0
    skills = [skill for skill, _ in work.needs]
    said = [
        liking for about, liking in person.likings.items() if about in skills or about in work.words
    ]
    return min(said, default=0)


def _turn(person: Person, now: dt.datetime) -> int:
    """A point for each day less than two weeks since the last turn."""
    if person.last_turn is None:
        return 0
    return LONGEST_TURN - min(LONGEST_TURN, max(0, (now - person.last_turn).days))


def candidates(work: Work, people: Sequence[Person], now: dt.datetime) -> list[Fit]:
    """Who may be given a work: those who can do it, or, where nobody can, who comes nearest."""
    able = [
        person
        for person in people
        if all(person.skills.get(skill, 0) >= level for skill, level in work.needs)
    ]
    return _fits(work, able, now) or _fits(work, people, now)


def _fits(work: Work, people: Sequence[Person], now: dt.datetime) -> list[Fit]:
    return [found for person in people if (found := fit(work, person, now)) is not None]


def rank(work: Work, people: Sequence[Person], now: dt.datetime) -> list[Fit]:
    """Who may be given a work, the best first; the load counts, and the full are not left out."""
    fits = candidates(work, people, now)
    return sorted(fits, key=lambda each: (each.cost + each.person.load(), each.person.turn))


def assign(works: Sequence[Work], people: Sequence[Person], now: dt.datetime) -> Plan:
    """Give as many works as there is room for, together as cheaply as can be.

    Nobody gets more than there is room for, nor what they are away for or do not want. Of equally
    cheap plans the one is taken in which the longest waiting have their turn; the order in which
    works and people are given makes no difference.
    """
    works = sorted(works, key=lambda work: work.id)
    queue = sorted(people, key=lambda person: person.turn)
    places = [
        (position, n)
        for position, person in enumerate(queue)
        for n in range(min(person.free, len(works)))
    ]
    positions = {person.id: position for position, person in enumerate(queue)}
    choices = [
        {positions[each.person.id]: each for each in candidates(work, queue, now)} for work in works
    ]
    pairs = []
    for row, column in _cheapest(choices, places, queue):
        position, n = places[column]
        pairs.append(((n, position, row), works[row], choices[row][position]))
    pairs.sort(key=lambda each: each[0])
    given = {work.id for _, work, _ in pairs}
    return Plan(
        pairs=tuple((work, found) for _, work, found in pairs),
        left=tuple(work for work in works if work.id not in given),
        cost=sum(found.cost + found.person.load(n) for (n, _, _), _, found in pairs),
    )


def _cheapest(
    choices: Sequence[Mapping[int, Fit]],
    places: Sequence[tuple[int, int]],
    queue: Sequence[Person],
) -> list[tuple[int, int]]:
    """The pairs of a work and a place that cost least together; as many pairs as can be.

    A place is one of a member's free ones: each further one costs more, so they fill up in order.
    """
    if not choices or not places:
        return []
    # Imported here: the library takes longer to load than the rest of a small bot.
    from munkres import Munkres

    # A point outweighs all the turns, and a work that is left over outweighs all the points.
    scale = len(choices) * len(queue) + 1
    loads = [queue[position].load(n) * scale + position for position, n in places]
    costs = [
        [
            found.cost * scale + load if (found := fits.get(position)) is not None else None
            for (position, _), load in zip(places, loads, strict=True)
        ]
        for fits in choices
    ]
    highest = max((cost for row in costs for cost in row if cost is not None), default=0)
    left = (highest + 1) * (len(choices) + 1)
    # With at least as many columns as rows there is always one for a work that is left over.
    padding = [left] * (len(choices) - len(places))
    matrix = [[left if cost is None else cost for cost in row] + padding for row in costs]
    return [
        (row, column)
        for row, column in Munkres().compute(matrix)
        if column < len(places) and costs[row][column] is not None
    ]
