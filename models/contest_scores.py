"""What a contest's rows are worth: scores, ranks, prizes and the result, from plain values alone.

Nothing here asks the database or the clock: equal rules, roster and rows give an equal result.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from models.base import milliseconds
from models.contest_rules import TARGETED, Form, Rules, Tie, What, end, scale
from models.counting import Counted
from models.values import Metric

CUTOFF, LATE, LEG = "cutoff", "late", "leg"
# A score that nobody reached yet, in milliseconds: later than any moment.
NEVER = 2**62


@dataclass(frozen=True, slots=True)
class Entrant:
    """Somebody on the roster; as in models.contest_tables.ContestMember."""

    member_id: int
    side: int = 0
    n: int = 0
    target: int = 0
    has_left: bool = False


@dataclass(frozen=True, slots=True)
class Judged:
    """A row of the ledger with when its record was first reported, on which business day that was,
    and why it does not count here (empty where it does).
    """

    row: Counted
    at: dt.datetime
    day: dt.date
    kind: Metric | None = None
    reason: str = ""

    @property
    def is_late(self) -> bool:
        """Whether it was entered for an earlier day (补)."""
        return self.day > self.row.day


@dataclass(frozen=True, slots=True)
class Sums:
    """What counted rows make together: minor units, orders, of them new, returning and known."""

    amount: int = 0
    orders: int = 0
    new: int = 0
    repeat: int = 0


@dataclass(frozen=True, slots=True)
class Score:
    """How somebody, or a side, stands: `value` is in the measure's unit, `reached` when they had
    it first, in milliseconds. `rank` is 0 for who is out of the ranking.
    """

    key: int
    members: tuple[int, ...]
    sums: Sums
    value: int
    reached: int
    rank: int = 0


@dataclass(frozen=True, slots=True)
class Standing:
    """All scores, the best first: `units` are what is ranked (members or sides), `own` each
    member's own score.
    """

    units: tuple[Score, ...]
    own: Mapping[int, Score]
    counted: tuple[Counted, ...]


def judge(rules: Rules, entrant: Entrant, size: int, seen: Judged) -> Judged:
    """A row with the reason why it does not count in a contest; `size` is that of the side."""
    reason = seen.row.reason
    if not reason:
        if seen.at > end(rules) or (rules.daily and seen.at > rules.end_of(seen.row.day)):
            reason = CUTOFF
        elif seen.is_late and not rules.late:
            reason = LATE
        elif rules.form is Form.RELAY and not _runs(rules, entrant, size, seen.row.day):
            reason = LEG
    return Judged(seen.row, seen.at, seen.day, seen.kind, reason)


def _runs(rules: Rules, entrant: Entrant, size: int, day: dt.date) -> bool:
    return rules.leg(day) % size == entrant.n


def runner(rules: Rules, side: Sequence[Entrant], day: dt.date) -> Entrant:
    """Whose turn it is in a side of a relay on a day."""
    order = sorted(side, key=lambda entrant: entrant.n)
    return order[rules.leg(day) % len(order)]


def standing(rules: Rules, roster: Sequence[Entrant], judged: Sequence[Judged]) -> Standing:
    """The scores that judged rows make."""
    found = sorted(
        (seen for seen in judged if not seen.reason),
        key=lambda seen: (seen.at, seen.row.number, seen.row.revision),
    )
    singles = [(e.member_id, (e,)) for e in roster]
    own = {score.key: score for score in _scores(rules, singles, found)}
    if rules.of_sides:
        sides = sorted({entrant.side for entrant in roster})
        groups = [(side, tuple(e for e in roster if e.side == side)) for side in sides]
        units = _ranked(rules, _scores(rules, groups, found))
    else:
        here = [own[e.member_id] for e in roster if not e.has_left]
        gone = [own[e.member_id] for e in roster if e.has_left]
        # Of those who compete the best is full marks, so who left no longer sets the mark.
        again = _scores(rules, [(e.member_id, (e,)) for e in roster if not e.has_left], found)
        units = (*_ranked(rules, again if here else []), *gone)
    counted = sorted((s.row for s in found), key=lambda row: (row.number, row.revision))
    return Standing(units, own, tuple(counted))


def _scores(
    rules: Rules, groups: Sequence[tuple[int, Sequence[Entrant]]], found: Sequence[Judged]
) -> list[Score]:
    """A score for each group of entrants, not yet ranked."""
    mine = {
        key: [seen for seen in found if seen.row.member_id in {e.member_id for e in group}]
        for key, group in groups
    }
    sums = {key: _sums(rows) for key, rows in mine.items()}
    parts = {
        what: {key: _part(rules, what, sums[key], group) for key, group in groups}
        for what, _ in rules.measure
    }
    scores = []
    for key, group in groups:
        value = _value(rules, parts, key)
        reached = _reached(rules, mine[key], value, sums[key])
        members = tuple(e.member_id for e in group)
        scores.append(Score(key, members, sums[key], value, reached))
    return scores


def _sums(rows: Sequence[Judged]) -> Sums:
    return Sums(
        amount=sum(seen.row.amount for seen in rows),
        orders=sum(seen.row.orders for seen in rows),
        new=sum(seen.row.orders for seen in rows if seen.kind is Metric.NEW),
        repeat=sum(seen.row.orders for seen in rows if seen.kind is Metric.REPEAT),
    )


def _part(rules: Rules, what: What, sums: Sums, group: Sequence[Entrant]) -> int:
    """What a group reached of one measure; by head, orders are in hundredths."""
    if what in TARGETED:
        target = sum(entrant.target for entrant in group)
        return max(0, sums.amount * 10_000 // target) if target > 0 else 0
    if what is What.REPEAT:
        known = sums.repeat + sums.new
        return sums.repeat * 10_000 // known if known else 0
    value = {What.AMOUNT: sums.amount, What.ORDERS: sums.orders, What.NEW: sums.new}[what]
    return value * scale(rules, what) // max(1, len(group)) if rules.average else value


def _value(rules: Rules, parts: Mapping[What, Mapping[int, int]], key: int) -> int:
    """The score: of a mix, hundredths of points, where the best of each measure has its weight."""
    if rules.what is not None:
        return parts[rules.what][key]
    points = 0
    for what, weight in rules.measure:
        best = max(parts[what].values())
        points += weight * 100 * max(0, parts[what][key]) // best if best > 0 else 0
    return points


def _reached(rules: Rules, rows: Sequence[Judged], value: int, sums: Sums) -> int:
    """When a score was there first: for a race the goal, else what there is at the end."""
    if value <= 0 or not rows:
        return NEVER
    what = rules.what
    is_race = rules.form is Form.FIRST
    if what is None or what is What.REPEAT:
        return milliseconds(rows[-1].at)
    if is_race and value < rules.goal:
        return NEVER
    goal = rules.goal if is_race else _total(what, sums)
    done = 0
    for seen in rows:
        done += _total(what, _sums([seen]))
        if done >= goal:
            return milliseconds(seen.at)
    return NEVER


def _total(what: What, sums: Sums) -> int:
    return {What.ORDERS: sums.orders, What.NEW: sums.new}.get(what, sums.amount)


def _ranked(rules: Rules, scores: Sequence[Score]) -> tuple[Score, ...]:
    """The scores with shared ranks, 1, 2, 2, 4, the best first."""

    def order(score: Score) -> tuple[int, int]:
        by_time = rules.form is Form.FIRST or rules.tie is Tie.FIRST
        if rules.form is Form.FIRST and score.reached < NEVER:
            return (-NEVER, score.reached)
        return (-score.value, score.reached if by_time else 0)

    found: list[Score] = []
    for place, score in enumerate(sorted(scores, key=lambda s: (order(s), s.key)), start=1):
        tied = bool(found) and order(found[-1]) == order(score)
        rank = found[-1].rank if tied else place
        found.append(Score(score.key, score.members, score.sums, score.value, score.reached, rank))
    return tuple(found)
