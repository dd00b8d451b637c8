"""Goals of members, of groups with a title and of the team: which there are and which count."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import bindparam, select

from models.base import DAY_TEXT
from models.care import TITLES
from models.db import Db, Row
from models.errors import Refusal
from models.goal_tables import Goal
from models.people_tables import MemberProfile
from models.rosters import GONE, roster
from models.values import Metric, Period, PeriodKind

ACTIVE, REPLACED, CANCELLED = "active", "replaced", "cancelled"
LETTER = "G"
# Where the targets of a month and the goals of a day are remembered: each receipt asks for them.
_SHELF, _COVERED = "goals", "goals_of_day"


@dataclass(frozen=True, slots=True)
class NewGoal:
    """A goal to be set, as the table keeps it; neither member nor title means the team."""

    member_id: int | None
    metric: Metric
    period: Period
    target: int
    title: str = ""
    subject: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class GoalInfo:
    """A goal as of now, known by its number (#G4); `set_at` in milliseconds."""

    id: int
    number: int
    team_id: int
    member_id: int | None
    metric: Metric
    period: Period
    target: int
    state: str
    title: str = ""
    subject: str = ""
    unit: str = ""
    set_by: int = 0
    replaces: int | None = None
    set_at: int = 0

    @property
    def owner(self) -> tuple[int | None, str]:
        """Whose it is: a member, the title of a group, or with neither the team."""
        return (self.member_id, self.title)

    @property
    def measure(self) -> tuple[Metric, str]:
        """What it counts."""
        return (self.metric, self.subject)

    @property
    def is_team(self) -> bool:
        """Whether it is the whole team's."""
        return self.member_id is None and not self.title


_C = Goal.__table__.c
_COLUMNS = (
    Goal.id,
    Goal.number,
    Goal.team_id,
    Goal.member_id,
    Goal.metric,
    Goal.period,
    _C.first,
    _C.last,
    Goal.target,
    Goal.state,
    Goal.title,
    Goal.subject,
    Goal.unit,
    Goal.set_by,
    Goal.replaces,
    _C.at,
)
_CURRENT = (
    select(*_COLUMNS)
    .where(
        Goal.team_id == bindparam("team"),
        Goal.state == ACTIVE,
        _C.last >= bindparam("day", type_=DAY_TEXT),
    )
    .order_by(Goal.last, Goal.number)
)
_RUNNING_OF = _CURRENT.where(
    Goal.member_id == bindparam("member"), _C.first <= bindparam("day", type_=DAY_TEXT)
)
_OF_DAY = _CURRENT.where(_C.first <= bindparam("day", type_=DAY_TEXT))
_ONE = select(*_COLUMNS).where(
    Goal.team_id == bindparam("team"), Goal.number == bindparam("record")
)
_BY_ID = select(*_COLUMNS).where(Goal.id == bindparam("key"))
_SAME_SPAN = (
    select(*_COLUMNS)
    .where(
        Goal.team_id == bindparam("team"),
        Goal.state == ACTIVE,
        _C.first == bindparam("begin", type_=DAY_TEXT),
        _C.last == bindparam("end", type_=DAY_TEXT),
    )
    .order_by(Goal.number.desc())
)
_MONTH = select(Goal.member_id, Goal.target).where(
    Goal.team_id == bindparam("team"),
    Goal.state == ACTIVE,
    Goal.period == PeriodKind.MONTH.value,
    Goal.metric == Metric.AMOUNT.value,
    Goal.member_id.is_not(None),
    _C.first == bindparam("begin", type_=DAY_TEXT),
)


def current(db: Db, team_id: int, today: dt.date) -> list[GoalInfo]:
    """The goals of a team, its groups and members whose period is not over, the nearest end
    first.
    """
    return [goal_info(row) for row in db.rows(_CURRENT, team=team_id, day=today.isoformat())]


def running_of(db: Db, team_id: int, member_id: int, today: dt.date) -> list[GoalInfo]:
    """The goals of a member whose period has begun and is not over, the nearest end first."""
    rows = db.rows(_RUNNING_OF, team=team_id, member=member_id, day=today.isoformat())
    return [goal_info(row) for row in rows]


def of_day(db: Db, team_id: int, day: dt.date) -> tuple[GoalInfo, ...]:
    """The goals whose period holds a day, remembered: every sale asks for those of its day."""
    shelf = db.memory.shelf(_COVERED)
    found: tuple[GoalInfo, ...] | None = shelf.get((team_id, day))
    if found is None:
        rows = db.rows(_OF_DAY, team=team_id, day=day.isoformat())
        found = shelf[team_id, day] = tuple(goal_info(row) for row in rows)
    return found


def find(db: Db, team_id: int, number: int) -> GoalInfo | None:
    """The goal of that number, in any state."""
    row = db.row(_ONE, team=team_id, record=number)
    return goal_info(row) if row is not None else None


def require(db: Db, team_id: int, number: int) -> GoalInfo:
    """The goal of that number; raises Refusal where there is none."""
    found = find(db, team_id, number)
    if found is None:
        raise Refusal("goal-not-found", number=number)
    return found


def by_id(db: Db, goal_id: int) -> GoalInfo | None:
    """The goal of that row."""
    row = db.row(_BY_ID, key=goal_id)
    return goal_info(row) if row is not None else None


def same(db: Db, team_id: int, new: NewGoal | GoalInfo) -> GoalInfo | None:
    """The goal that holds for the same owner, measure and period."""
    period = new.period
    rows = db.rows(
        _SAME_SPAN, team=team_id, begin=period.first.isoformat(), end=period.last.isoformat()
    )
    wanted = (new.member_id, new.title, new.metric, new.subject)
    found = (goal_info(row) for row in rows)
    return next((g for g in found if (*g.owner, *g.measure) == wanted), None)


def percent(done: int, target: int) -> int:
    """How much of a target is reached, rounded down; refunds alone are nothing."""
    return max(0, done * 100 // target)


def month_target(db: Db, team_id: int, member_id: int, month_first: str) -> int | None:
    """The amount that a member wants to sell in the month that begins on that day, minor units."""
    shelf = db.memory.shelf(_SHELF)
    found: dict[int, int] | None = shelf.get((team_id, month_first))
    if found is None:
        found = dict(db.rows(_MONTH, team=team_id, begin=month_first))
        shelf[team_id, month_first] = found
    return found.get(member_id)


def titles(db: Db, team_id: int) -> dict[str, frozenset[int]]:
    """The titles that members have, in lower case, with who has them; titles give no rights."""
    shelf = db.memory.shelf(TITLES)
    known: dict[str, frozenset[int]] | None = shelf.get(team_id)
    if known is not None:
        return known
    members = roster(db, team_id).members
    query = select(MemberProfile.member_id, MemberProfile.title).where(
        MemberProfile.member_id.in_(members), MemberProfile.title != ""
    )
    found: dict[str, set[int]] = {}
    for member_id, title in db.session.execute(query):
        if members[member_id].state not in GONE:
            found.setdefault(title.lower(), set()).add(member_id)
    known = shelf[team_id] = {title: frozenset(ids) for title, ids in found.items()}
    return known


def members_of(db: Db, goal: GoalInfo) -> frozenset[int] | None:
    """Whose sales count for a goal; None for everybody's."""
    if goal.member_id is not None:
        return frozenset({goal.member_id})
    if not goal.title:
        return None
    return titles(db, goal.team_id).get(goal.title.lower(), frozenset())


def forget(db: Db) -> None:
    """Empty what is remembered about goals: rows have changed."""
    for name in (_SHELF, _COVERED):
        db.memory.shelf(name).clear()


def goal_info(row: Row) -> GoalInfo:
    """A row of the columns of a goal."""
    key, number, team_id, member_id, metric, kind, first, last, target, state, *rest = row
    read = dt.date.fromisoformat
    period = Period(PeriodKind(kind), read(first), read(last))
    return GoalInfo(key, number, team_id, member_id, Metric(metric), period, target, state, *rest)
