"""What the chosen words say together: moments and how they are joined, or a recurrence."""

from __future__ import annotations

from dataclasses import dataclass

from bot.language.dates_clusters import Cluster, choose
from bot.language.dates_points import Point
from bot.language.dates_words import Atom, DayWords, Every, Moment, Part, Time


@dataclass(frozen=True, slots=True)
class Said:
    """What a text says about when: points and how they are joined (to, either, both or "").

    `shift` is the number of days from the day that is named to the day that is meant.
    """

    points: list[list[Atom]]
    join: str
    every: Every | None
    since_point: Point | None
    until_point: Point | None
    clusters: list[Cluster]
    ask: str
    deadline: bool
    shift: int = 0


def find_said(text: str) -> Said | None:
    """What a spelled text says about when it is due; None where it says nothing."""
    chosen, ask = choose(text)
    return _said(chosen, ask) if chosen else None


def _said(clusters: list[Cluster], ask: str) -> Said:
    """The meaning of the chosen clusters, a day and its time perhaps apart."""
    marks = set().union(*(each.marks for each in clusters))
    main = clusters[0] if clusters[0].has_day or len(clusters) == 1 else clusters[1]
    points = [list(point) for point in main.points]
    for other in clusters:
        if other is not main:
            points[0] += other.atoms
    atoms = [atom for point in points for atom in point]
    every = next((atom.what for atom in atoms if isinstance(atom.what, Every)), None)
    joins = [join for join in main.joins if join not in ("since", "from")]
    deadline = "deadline" in marks or any(
        isinstance(atom.what, DayWords | Part | Moment) and atom.what.deadline for atom in atoms
    )
    ask = ask or _doubt(marks, joins)
    if len({str(atom.what.rule) for atom in atoms if isinstance(atom.what, Every)}) > 1:
        ask = ask or "ambiguous"
    shift = 1 if "next" in marks else -1 if "eve" in marks else 0
    if every is None:
        points = [point for point in points if point] or [[]]
        if main.since is not None and "since" in main.joins and len(points) > 1:
            points = [[atom for point in points for atom in point]] if not joins else points
        join = joins[0] if joins and len(points) > 1 else ""
        return Said(points, join, None, None, None, clusters, ask, deadline, shift)
    return _recurring(
        main, points, every, Said([], "", every, None, None, clusters, ask, deadline, shift)
    )


def _doubt(marks: set[str], joins: list[str]) -> str:
    if marks & {"approximate", "later", "not"}:
        return "vague"
    if "unsure" in marks or "either" in joins or len(set(joins)) > 1:
        return "ambiguous"
    return "" if len(joins) < 2 or set(joins) == {"both"} else "ambiguous"


def _recurring(cluster: Cluster, points: list[list[Atom]], every: Every, said: Said) -> Said:
    """Tell the beginning and the last day of a recurrence from its times."""
    since: list[Atom] = []
    until: list[Atom] = []
    times: list[list[Atom]] = []
    for index, point in enumerate(points):
        dated = [atom for atom in point if isinstance(atom.what, DayWords)]
        others = [atom for atom in point if isinstance(atom.what, Part | Time)]
        joined = cluster.joins[index - 1] if index else ""
        if joined == "to" or (not index and "until" in cluster.marks):
            until += dated
        else:
            since += dated
        if others:
            times.append(others)
    ask = said.ask
    if every.rule.frequency == "DAILY" and _are_weekdays(since) and _are_weekdays(until):
        # 周一到周五每天 is every week, or the next five days.
        ask = ask or "ambiguous"
    return Said(
        times, said.join, every, Point().take(since) if since else None,
        Point().take(until) if until else None, said.clusters, ask, said.deadline, said.shift,
    )  # fmt: skip


def _are_weekdays(atoms: list[Atom]) -> bool:
    named = [isinstance(atom.what, DayWords) and atom.what.weekday is not None for atom in atoms]
    return bool(named) and all(named)
