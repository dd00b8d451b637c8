"""Boards of every kind: who is where, what the next place takes, and what the group may see.

A board is praise, so the group sees its better part only: the first three, or the better half of
the team up to ten. Everybody learns their own place, a low one in private. Whoever came in the last
thirty days has a league of their own besides.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from sqlalchemy import bindparam, select

from models import board_values
from models.base import MOMENT_NUMBER, milliseconds, moment
from models.board_kinds import KINDS, Kind
from models.board_tables import BoardMember
from models.board_values import Value
from models.db import Db
from models.errors import Refusal
from models.rosters import ACTIVE, SHADOW, Roster, roster
from models.team import Member, Team
from models.totals import board as amounts
from models.values import EPOCH, Period, PeriodKind, Role, TeamInfo

_READERS = {
    Kind.AMOUNT: board_values.amount,
    Kind.COMPLETION: board_values.completion,
    Kind.PROGRESS: board_values.progress,
    Kind.FIRST: board_values.first,
    Kind.REPEAT: board_values.repeat,
    Kind.HELPING: board_values.helping,
    Kind.STEADY: board_values.steady,
}
# Kinds that look at each row of the ledger, for so many days at most.
LONGEST_DAYS = 93
_BY_ROW = frozenset({Kind.FIRST, Kind.REPEAT})
_BOUNDED = frozenset({Kind.COMPLETION, Kind.PROGRESS, Kind.STEADY})
# A longer list is folded by the chat (product notes, B1.12).
TOP, ALWAYS = 10, 3
# As long as this a member is new; whoever came with the team itself, in its first week, is not,
# unless they were seen to come into the running group.
NEW_FOR, FOUNDED_IN = dt.timedelta(days=30), dt.timedelta(days=7)
# As before, in hundredths of a percent: who does less than usual is on no public list.
_AS_BEFORE = 10_000


@dataclass(frozen=True, slots=True)
class Which:
    """A board that can be asked for: its kind, its period, and whether only newcomers are on it."""

    kind: Kind
    period: Period
    newcomers: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a board; equal values share a rank: 1, 2, 2, 4. What `value` and `detail` are, the
    kind says: see `board_values`.
    """

    rank: int
    member_id: int
    value: int
    detail: int = 0
    of: int = 0


@dataclass(frozen=True, slots=True)
class Board:
    """A board as of now: all its lines, who of them is new, how many lines the group may see, and
    what the team sold in the period (minor units, orders). `is_young` is a league of newcomers in
    which all stand, because the team itself is new.
    """

    which: Which
    rows: tuple[Row, ...]
    newcomers: frozenset[int]
    seen: int
    amount: int
    orders: int
    is_young: bool = False

    @property
    def shown(self) -> tuple[Row, ...]:
        """The lines that everybody may see."""
        return tuple(row for row in self.rows if self.is_public(row))

    def is_public(self, row: Row) -> bool:
        """Whether the group may see that line; who does less than usual stays unnamed."""
        if self.which.kind is Kind.PROGRESS and row.value < _AS_BEFORE:
            return False
        return row.rank <= self.seen and row.value > 0

    def of(self, member_id: int) -> Row | None:
        """A member's line."""
        return next((row for row in self.rows if row.member_id == member_id), None)

    def ahead(self, row: Row) -> Row | None:
        """The nearest line with more, None for the first ones."""
        above = [each for each in self.rows if each.value > row.value]
        return above[-1] if above else None

    def is_tied(self, row: Row) -> bool:
        """Whether others share that rank."""
        return sum(each.value == row.value for each in self.rows) > 1


def board(db: Db, team: TeamInfo, which: Which, now: dt.datetime) -> Board:
    """A board as of now; raises Refusal for a period that is too long for its kind."""
    _refuse_long(which)
    today = team.day_of(now)
    new = newcomers(db, team.id, now)
    is_young = which.newcomers and not new and _is_young(db, team.id, now)
    league = _all_but_old(db, team.id) if is_young else new
    found = _READERS[which.kind](db, team, which.period, today)
    if which.newcomers:
        found = {who: value for who, value in found.items() if who in league}
    rows = ranked(found)
    places = amounts(db, team.id, which.period)
    return Board(
        which,
        rows,
        league if which.newcomers else new,
        seen(
            roster(db, team.id),
            [row.member_id for row in rows],
            league if which.newcomers else None,
        ),
        sum(place.amount for place in places),
        sum(place.orders for place in places),
        is_young,
    )


def amount_of(db: Db, team_id: int, period: Period, member_id: int) -> int:
    """What a member sold in a period, in minor units."""
    return sum(p.amount for p in amounts(db, team_id, period) if p.member_id == member_id)


def ranked(found: Mapping[int, Value]) -> tuple[Row, ...]:
    """Lines for values by member, best first; the same value shares a rank."""
    rows: list[Row] = []
    order = sorted(found.items(), key=lambda each: (-each[1].value, each[0]))
    for position, (member_id, each) in enumerate(order, start=1):
        tied = bool(rows) and rows[-1].value == each.value
        rank = rows[-1].rank if tied else position
        rows.append(Row(rank, member_id, each.value, each.detail, each.of))
    return tuple(rows)


def seen(people: Roster, on_board: Collection[int], among: Collection[int] | None = None) -> int:
    """Down to which rank the group sees a board: ten, but no further than the better half of those
    who could be on it, and three in any case.
    """
    usual = {
        member.id
        for member in people.members.values()
        if member.state in (ACTIVE, SHADOW) and member.role in (Role.MEMBER, Role.LEAD)
    }
    if among is not None:
        usual &= set(among)
    return min(TOP, max(ALWAYS, (len(usual | set(on_board)) + 1) // 2))


def is_low(db: Db, team_id: int, rank: int) -> bool:
    """Whether a rank among all is one to be told in private only; each receipt asks."""
    if rank <= ALWAYS:
        return False
    shelf = db.memory.shelf("seen")
    last: int | None = shelf.get(team_id)
    if last is None:
        last = shelf[team_id] = seen(roster(db, team_id), ())
    return rank > last


def _refuse_long(which: Which) -> None:
    period = which.period
    if which.kind in _BY_ROW and (period.last - period.first).days >= LONGEST_DAYS:
        raise Refusal("board-too-long", kind=which.kind.value)
    if which.kind in _BOUNDED and period.kind is PeriodKind.ALL:
        raise Refusal("board-too-long", kind=which.kind.value)


_C = Member.__table__.c
_JOINED = (
    select(Member.id, _C.joined_at, Team.__table__.c.created_at, BoardMember.__table__.c.came_at)
    .join(Team, Team.id == Member.team_id)
    .outerjoin(BoardMember, BoardMember.member_id == Member.id)
    .where(
        Member.team_id == bindparam("team"),
        _C.joined_at >= bindparam("since", type_=MOMENT_NUMBER),
    )
)
_FOUNDED = select(Team.__table__.c.created_at).where(Team.id == bindparam("team"))
_LEAGUES = select(BoardMember.member_id, BoardMember.league).where(
    BoardMember.team_id == bindparam("team"), BoardMember.league != ""
)


def newcomers(db: Db, team_id: int, now: dt.datetime) -> frozenset[int]:
    """Who is new in a team: by the day of joining, or because a lead said so."""
    since = milliseconds(now - NEW_FOR)
    found = {
        member_id
        for member_id, joined, founded, came in db.rows(_JOINED, team=team_id, since=since)
        if came is not None or moment(joined) - moment(founded) > FOUNDED_IN
    }
    for member_id, league in db.rows(_LEAGUES, team=team_id):
        found = found | {member_id} if league == "new" else found - {member_id}
    return frozenset(found)


def _is_young(db: Db, team_id: int, now: dt.datetime) -> bool:
    """Whether nobody can have been in a team for longer than a newcomer."""
    row = db.row(_FOUNDED, team=team_id)
    return row is not None and moment(row[0]) >= now - NEW_FOR


def _all_but_old(db: Db, team_id: int) -> frozenset[int]:
    """All members but those whom a lead put out of the league of newcomers."""
    old = {who for who, league in db.rows(_LEAGUES, team=team_id) if league == "old"}
    return frozenset(roster(db, team_id).members) - old


# What a number names: the kind, the league, the kind of period, its first day, its length.
_PERIODS = tuple(PeriodKind)
_LENGTH, _DAYS = 1 << 12, 1 << 17


def packed(which: Which) -> int:
    """A board as one number, as a card keeps it."""
    period = which.period
    length = 0 if period.kind is PeriodKind.ALL else (period.last - period.first).days
    first = min((period.first - EPOCH).days, _DAYS - 1)
    head = (KINDS.index(which.kind) * 2 + which.newcomers) * len(_PERIODS)
    head += _PERIODS.index(period.kind)
    return (head * _DAYS + first) * _LENGTH + min(length, _LENGTH - 1)


def unpacked(number: int) -> Which:
    """The board that `packed` made a number of."""
    rest, length = divmod(number, _LENGTH)
    head, days = divmod(rest, _DAYS)
    which, kind = divmod(head, len(_PERIODS))
    first = EPOCH + dt.timedelta(days=days)
    period = Period.of(_PERIODS[kind], first)
    if period.kind is PeriodKind.RANGE:
        period = replace(period, last=first + dt.timedelta(days=length))
    return Which(KINDS[which // 2], period, bool(which % 2))
