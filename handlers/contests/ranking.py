"""The standing of a contest line by line, and one's own place in private."""

from __future__ import annotations

from collections.abc import Sequence

from bot.kit import MemberInfo, T, TeamInfo, t
from handlers.contests.words import DUEL, score, seen_name, unit_name
from models.contest_results import has_won, step_of
from models.contest_rows import View
from models.contest_rules import Form, Rules
from models.contest_scores import NEVER, Score
from models.db import Db
from models.rosters import roster

# Places that the group sees; lower ones are told in private.
TOP = 5
BEST = 2


def standing_lines(db: Db, team: TeamInfo, found: View) -> list[T]:
    """The first places with their gaps; all sides where sides compete."""
    rules = found.rules
    ranked = [unit for unit in found.standing.units if unit.rank]
    if not any(unit.value for unit in ranked) and not any(u.sums.orders for u in ranked):
        return [t("contest-nothing-yet")]
    if rules.form is Form.STEPS:
        return _steps(db, team, found, ranked)
    is_whole = rules.of_sides or len(found.roster) <= DUEL
    shown = ranked if is_whole else [u for u in ranked if u.rank <= TOP and u.value > 0]
    lines = [_line(db, team, found, unit) for unit in shown[:8]]
    more = len(ranked) - len(shown)
    if more > 0:
        lines.append(t("contest-more", count=more))
    return lines


def _line(db: Db, team: TeamInfo, found: View, unit: Score) -> T:
    people = roster(db, team.id)
    rules = found.rules
    ahead = _above(found.standing.units, unit)
    best: T | str = ""
    if rules.of_sides:
        own = [found.standing.own[each] for each in unit.members]
        first = sorted((o for o in own if o.value > 0), key=lambda o: (-o.value, o.key))[:BEST]
        shown = tuple(
            t("contest-best", name=seen_name(people, o.key), score=score(rules, o.value))
            for o in first
        )
        best = t("contest-bests", parts=shown) if shown else ""
    return t(
        "contest-line",
        rank=unit.rank,
        name=unit_name(found, people, unit),
        score=_reached(rules, unit),
        gap=score(rules, ahead.value - unit.value) if ahead is not None else "",
        behind=_behind(rules, unit, ahead),
        best=best,
        is_best=int(bool(best)),
    )


def _behind(rules: Rules, unit: Score, ahead: Score | None) -> int:
    """Whether a gap is told (1), or that the same was reached later (2)."""
    if ahead is None or rules.form in (Form.FIRST, Form.SELF):
        return 0
    return 2 if ahead.value == unit.value else 1


def _reached(rules: Rules, unit: Score) -> T:
    if rules.form is Form.FIRST:
        return t(
            "contest-race",
            score=score(rules, unit.value),
            goal=score(rules, rules.goal),
            there=int(unit.reached < NEVER),
        )
    return score(rules, unit.value)


def _above(units: Sequence[Score], unit: Score) -> Score | None:
    """Who is next before somebody."""
    before = [u for u in units if 0 < u.rank < unit.rank]
    return before[-1] if before else None


def _steps(db: Db, team: TeamInfo, found: View, ranked: Sequence[Score]) -> list[T]:
    """Who reached which step, the highest first; who reached none is not named."""
    people, rules = roster(db, team.id), found.rules
    lines = []
    for n in range(len(rules.steps), 0, -1):
        there = [u for u in ranked if step_of(rules, u.value) == n]
        who = tuple(seen_name(people, u.key) for u in there[:8])
        if who:
            step = score(rules, rules.steps[n - 1])
            lines.append(t("contest-step", step=step, names=who, more=len(there) - len(who)))
    missing = sum(step_of(rules, u.value) == 0 for u in ranked)
    if missing:
        lines.append(t("contest-step-missing", count=missing))
    return lines


def own_line(found: View, viewer: MemberInfo | None, *, is_blind: bool) -> list[T]:
    """What somebody sees of themselves in private: the figure, the place and the gap."""
    own = found.standing.own.get(viewer.id) if viewer is not None else None
    if own is None:
        return []
    rules = found.rules
    figure = score(rules, own.value) if not is_blind or rules.what is not None else ""
    if is_blind or rules.of_sides:
        if not figure:
            return []
        return [t("contest-own", score=figure, orders=own.sums.orders)]
    unit = next(u for u in found.standing.units if u.key == own.key)
    if rules.form is Form.STEPS:
        n = step_of(rules, own.value)
        is_last = n >= len(rules.steps)
        gap = "" if is_last else score(rules, rules.steps[n] - own.value)
        return [t("contest-own-step", score=figure, gap=gap, done=int(is_last))]
    if not unit.rank:
        return [t("contest-own", score=figure, orders=own.sums.orders)]
    above = _above(found.standing.units, unit)
    gap = score(rules, above.value - unit.value) if above is not None else ""
    return [t("contest-own-place", rank=unit.rank, score=figure, gap=gap, first=int(above is None))]


def winners(found: View) -> list[Score]:
    """Those who have a place among the winners, the best first."""
    return [unit for unit in found.standing.units if unit.rank and has_won(found.rules, unit)]
