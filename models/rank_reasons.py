"""What a place on a board was made from: the ledger's rows of one member, and what lies beside."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from sqlalchemy import bindparam, func, select

from models import board_values, boards, counting, helping, measures
from models.base import DAY_TEXT, MOMENT_NUMBER, milliseconds
from models.board_kinds import Kind
from models.board_values import Target
from models.boards import Board, Row, Which
from models.counting import Counted
from models.db import Db
from models.evidence import Evidence, evidence
from models.helping import Deed
from models.ledger import Sale, SaleTotal
from models.values import Metric, Period, PeriodKind, TeamInfo

_C = Sale.__table__.c
_CHANGED = select(func.count()).where(
    Sale.team_id == bindparam("team"),
    _C.day >= bindparam("first", type_=DAY_TEXT),
    _C.day <= bindparam("last", type_=DAY_TEXT),
    _C.at > bindparam("since", type_=MOMENT_NUMBER),
)
_FIRST_DAY = select(func.min(SaleTotal.first)).where(
    SaleTotal.team_id == bindparam("team"),
    SaleTotal.period == 0,
    SaleTotal.member_id == bindparam("member"),
)


@dataclass(frozen=True, slots=True)
class Reasons:
    """A member's line on a board with all that it was made from. `target` belongs to completion,
    `usual` (the four weeks before, minor units) to progress, `deeds` to helping, `streak` to
    steadiness.
    """

    board: Board
    row: Row | None
    evidence: Evidence
    target: Target | None = None
    usual: int = 0
    deeds: tuple[Deed, ...] = field(default=())
    streak: int = 0

    @property
    def snapshot(self) -> str:
        """The fingerprint of what counted, deeds included."""
        if self.board.which.kind is not Kind.HELPING:
            return self.evidence.snapshot
        return counting.digest([[each.letter, each.number, each.member_id] for each in self.deeds])


def reasons(db: Db, team: TeamInfo, which: Which, member_id: int, now: dt.datetime) -> Reasons:
    """Why a member is where they are on a board, as of now."""
    found = boards.board(db, team, which, now)
    rows = [] if which.kind is Kind.HELPING else _rows(db, team, which.period, member_id, now)
    found_rows = _of_kind(db, team, which, rows)
    seen = evidence(found_rows, now, counting.position(db, team.id))
    target, usual = None, 0
    if which.kind is Kind.COMPLETION:
        target = board_values.targets(db, team.id, which.period).get(member_id)
    if which.kind is Kind.PROGRESS:
        span = board_values.usual_span(which.period)
        usual = boards.amount_of(db, team.id, span, member_id)
    deeds = helping.deeds(db, team, which.period, member_id) if which.kind is Kind.HELPING else []
    streak = 0
    if which.kind is Kind.STEADY:
        streak = board_values.streak(db, team, member_id, which.period, team.day_of(now))
    return Reasons(found, found.of(member_id), seen, target, usual, tuple(deeds), streak)


def _rows(
    db: Db, team: TeamInfo, period: Period, member_id: int, now: dt.datetime
) -> list[Counted]:
    """A member's rows of a period, of which no day before the first one is looked at."""
    first, last = period.first, min(period.last, team.day_of(now))
    if period.kind is PeriodKind.ALL:
        row = db.row(_FIRST_DAY, team=team.id, member=member_id)
        first = dt.date.fromisoformat(row[0]) if row is not None and row[0] else last
    return counting.rows_of(db, team.id, [member_id], first, last)


def _of_kind(db: Db, team: TeamInfo, which: Which, rows: list[Counted]) -> list[Counted]:
    """Those of the rows that a board of that kind counts, with those that do not count at all."""
    if which.kind is Kind.FIRST:
        numbers = set(board_values.first_orders(db, team.id, which.period))
        return [row for row in rows if row.number in numbers or row.reason]
    if which.kind is Kind.REPEAT:
        known = measures.customers(db, team.id, counting.counting(rows))
        numbers = {row.number for row, metric in known if metric is Metric.REPEAT}
        return [row for row in rows if row.number in numbers or row.reason]
    return rows


def changed_since(db: Db, team: TeamInfo, period: Period, moment: dt.datetime) -> int:
    """How many rows came into a period's ledger after a moment."""
    row = db.row(
        _CHANGED,
        team=team.id,
        first=period.first.isoformat(),
        last=period.last.isoformat(),
        since=milliseconds(moment),
    )
    return int(row[0]) if row is not None else 0
