"""What a digest says about contests: those that run, begin soon, or ended on its day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import bindparam, literal_column, select

from models import contest_steps, contests
from models.contest_results import has_won, step_of
from models.contest_rows import View
from models.contest_rules import Form, day_begin, day_end, read
from models.contest_scores import Score
from models.contest_tables import Contest
from models.contests import CALLED, CLOSED, PLANNED, RUNNING
from models.db import Db, Statement
from models.values import TeamInfo

_ANY: Statement = select(literal_column("1")).where(Contest.team_id == bindparam("team")).limit(1)
# Contests that are named.
NAMED = 3


@dataclass(frozen=True, slots=True)
class ContestState:
    """A contest as a digest tells of it: `first` are the scores at the top, none while the standing
    is hidden; `there` counts who reached a step, `waiting` who has not accepted yet.
    """

    row: Contest
    view: View | None
    first: tuple[Score, ...] = ()
    is_blind: bool = False
    there: int = 0
    waiting: int = 0


@dataclass(frozen=True, slots=True)
class ContestFigures:
    """The contests of a day, and how many more there are."""

    shown: tuple[ContestState, ...]
    more: int


def figures(
    db: Db,
    team: TeamInfo,
    day: dt.date,
    now: dt.datetime,
    *,
    without: Collection[str] = (),
    days: int = 1,
) -> ContestFigures | None:
    """The contests that a digest of that day tells of; None where there is none.

    `without` are names of lines that nobody wants: running, planned, closed. Those that ended are
    told of the `days` up to it.
    """
    if db.row(_ANY, team=team.id) is None:
        return None
    query = select(Contest).where(
        Contest.team_id == team.id,
        Contest.state.in_([s for s in (RUNNING, PLANNED, CLOSED) if s not in without]),
        Contest.end_at > day_begin(team, day - dt.timedelta(days=days - 1)),
    )
    rows = db.session.scalars(query.order_by(Contest.end_at, Contest.number)).all()
    ended = [row for row in rows if row.state == CLOSED and row.end_at <= day_end(team, day)]
    others = [row for row in rows if row.state != CLOSED]
    found = [*ended, *(r for r in others if r.state == RUNNING)]
    found += [row for row in others if row.state == PLANNED]
    if not found:
        return None
    shown = tuple(_state(db, row, now) for row in found[:NAMED])
    return ContestFigures(shown, len(found) - len(shown))


def _state(db: Db, row: Contest, now: dt.datetime) -> ContestState:
    if row.state == PLANNED:
        return ContestState(row, None, waiting=len(contests.members(db, row, CALLED)))
    rules = read(row.rules)
    if row.state == RUNNING and rules.is_blind(now):
        return ContestState(row, None, is_blind=True)
    view = contest_steps.standing_view(db, row)
    ranked = [unit for unit in view.standing.units if unit.rank == 1 and unit.value > 0]
    if row.state == CLOSED:
        ranked = [unit for unit in ranked if has_won(rules, unit)]
    there = sum(step_of(rules, unit.value) > 0 for unit in view.standing.units if unit.rank)
    return ContestState(row, view, tuple(ranked), there=there if rules.form is Form.STEPS else 0)
