"""The result of a contest: who won, who gets which prize, and the JSON that says so."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from models import counting
from models.contest_rules import Form, Rules, as_json, canonical, scale
from models.contest_scores import NEVER, Entrant, Score, Standing


def step_of(rules: Rules, value: int) -> int:
    """The highest step that a value reaches, counted from 1; 0 for none."""
    return sum(value >= step for step in rules.steps)


def has_won(rules: Rules, score: Score) -> bool:
    """Whether a ranked score has a place among the winners."""
    if rules.form is Form.STEPS:
        return step_of(rules, score.value) > 0
    if rules.form is Form.SELF:
        return score.value > 100_00
    if rules.form is Form.FIRST:
        return score.reached < NEVER and score.rank <= rules.winners
    return 0 < score.rank <= rules.winners and score.value > 0


def prizes(rules: Rules, roster: Sequence[Entrant], found: Standing) -> tuple[tuple[int, str], ...]:
    """Who gets what: (member id, prize) for those on the roster who are still in the team."""
    given = []
    here = {entrant.member_id for entrant in roster if not entrant.has_left}
    for score in found.units:
        if score.rank == 0 or not has_won(rules, score):
            continue
        place = step_of(rules, score.value) if rules.form is Form.STEPS else score.rank
        what = _prize(rules, 1 if rules.form is Form.SELF else place)
        given += [
            (member_id, what)
            for member_id in score.members
            if what and member_id in here and _is_enough(rules, found.own[member_id])
        ]
    return tuple(given)


def _is_enough(rules: Rules, own: Score) -> bool:
    what = rules.what
    by_head = scale(rules, what) if what is not None and rules.average else 1
    return not rules.minimum or own.value >= rules.minimum * by_head


def _prize(rules: Rules, place: int) -> str:
    for prize in rules.prizes:
        if prize.first <= place <= prize.last:
            return prize.what
    # One prize for several steps is for each of them.
    is_for_all = rules.form is Form.STEPS and len(rules.prizes) == 1
    return rules.prizes[0].what if is_for_all else ""


def result(number: int, rules: Rules, roster: Sequence[Entrant], found: Standing) -> str:
    """The result as canonical JSON: the same to the byte for the same rules, roster and rows."""
    body: dict[str, Any] = {
        "contest": number,
        "rules": as_json(rules),
        "roster": [[e.member_id, e.side, e.n, e.target, int(e.has_left)] for e in roster],
        "units": [_scored(score) for score in found.units],
        "own": [_scored(found.own[e.member_id]) for e in roster],
        "prizes": [list(prize) for prize in prizes(rules, roster, found)],
        "counted": len(found.counted),
        "snapshot": counting.snapshot(found.counted),
    }
    return canonical(body)


def _scored(score: Score) -> list[object]:
    sums = score.sums
    reached = score.reached if score.reached < NEVER else None
    return [score.key, score.rank, score.value, reached, [sums.amount, sums.orders, sums.new,
            sums.repeat]]  # fmt: skip
