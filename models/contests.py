"""Contests as people know them: setting one, finding it, and who takes part."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select, update

from models import contest_log as log
from models import membership, reminders
from models.contest_rows import IN, LEFT
from models.contest_rules import Rules, day_begin, end, read, write
from models.contest_tables import Contest, ContestMember
from models.db import Db
from models.errors import Refusal
from models.numbering import next_number
from models.rosters import ACTIVE, SHADOW, roster
from models.values import MemberInfo, Role, TeamInfo

LETTER = "PK"
PLANNED, RUNNING, CLOSED, CANCELLED = "planned", "running", "closed", "cancelled"
CALLED, DECLINED, OUT = "called", "declined", "out"
JOB = "contest"
# The steps of a contest's reminder, in the order in which they are done where several are due.
ANNOUNCE, START, START_LATE, KICKOFF, NEWS, CLOSE, CLOSE_LATE, REPORT = range(8)
# What is called on a day that has begun is answered within two hours at most.
ANSWER = dt.timedelta(hours=2)
MAX_TITLE, MAX_DAYS, MAX_SIDES, MAX_RUNNING = 40, 366, 8, 10
# How many results are worth showing in a list.
RECENT = dt.timedelta(days=7)
# Where the contests that run are remembered, by team: each order asks for them.
SHELF = "contests"


@dataclass(frozen=True, slots=True)
class NewContest:
    """What a contest is to be; `called` are (member id, side)."""

    title: str
    rules: Rules
    called: tuple[tuple[int, int], ...]


def create(
    db: Db, team: TeamInfo, new: NewContest, *, by: MemberInfo, now: dt.datetime, source: int | None
) -> Contest:
    """Set a contest and call its members; raises Refusal. The maker is in unasked."""
    if new.rules.opt_out:
        membership.require(db, by, Role.LEAD)
    if len(open_of(db, team.id)) >= MAX_RUNNING:
        raise Refusal("contest-too-many", most=MAX_RUNNING)
    row = Contest(
        team_id=team.id,
        number=next_number(db, team.id, LETTER),
        title=new.title[:MAX_TITLE],
        state=PLANNED,
        rules=write(new.rules),
        start_at=start_moment(team, new.rules, now),
        end_at=end(new.rules),
        made_by=by.id,
        made_at=now,
        source=source,
    )
    db.session.add(row)
    db.flush()
    for n, (member_id, side) in enumerate(new.called):
        state = IN if new.rules.opt_out or member_id == by.id else CALLED
        place = sum(other == side for _, other in new.called[:n])
        db.session.add(
            ContestMember(contest_id=row.id, member_id=member_id, side=side, n=place, state=state)
        )
    db.memory.shelf(SHELF).clear()
    log.note(db, row, "create", now, by=by.id)
    reminders.remind(db, team.id, JOB, row.id, at=row.start_at, step=START)
    db.flush()
    return row


def start_moment(team: TeamInfo, rules: Rules, now: dt.datetime) -> dt.datetime:
    """When the rules are frozen: as the first day begins; where that has begun, within two hours
    and in the first half of the time that is left.
    """
    begin = day_begin(team, rules.first)
    if begin > now:
        return begin
    return min(now + ANSWER, now + (end(rules) - now) / 2)


def find(db: Db, team_id: int, number: int) -> Contest:
    """A team's contest by its number; another team's is the same as none. Raises Refusal."""
    query = select(Contest).where(Contest.team_id == team_id, Contest.number == number)
    row = db.session.scalar(query)
    if row is None:
        raise Refusal("contest-not-found", number=number)
    return row


def has_number(db: Db, team_id: int, number: int) -> bool:
    """Whether a team has or had a contest of that number."""
    query = select(Contest.id).where(Contest.team_id == team_id, Contest.number == number)
    return db.session.scalar(query) is not None


def by_id(db: Db, team_id: int, contest_id: int) -> Contest | None:
    """A team's contest by its row."""
    query = select(Contest).where(Contest.team_id == team_id, Contest.id == contest_id)
    return db.session.scalar(query)


def open_of(db: Db, team_id: int) -> list[Contest]:
    """The contests that are planned or running, the nearest end first."""
    query = select(Contest).where(Contest.team_id == team_id, Contest.state.in_((PLANNED, RUNNING)))
    return list(db.session.scalars(query.order_by(Contest.end_at, Contest.number)))


def recent(db: Db, team_id: int, now: dt.datetime) -> list[Contest]:
    """The contests that ended within a week, the newest first."""
    query = select(Contest).where(
        Contest.team_id == team_id, Contest.state == CLOSED, Contest.end_at >= now - RECENT
    )
    return list(db.session.scalars(query.order_by(Contest.end_at.desc())))


def running_ids(db: Db, team_id: int) -> tuple[int, ...]:
    """The rows of a team's running contests; remembered until one changes."""
    shelf = db.memory.shelf(SHELF)
    found: tuple[int, ...] | None = shelf.get(team_id)
    if found is None:
        query = select(Contest.id).where(Contest.team_id == team_id, Contest.state == RUNNING)
        found = shelf[team_id] = tuple(db.session.scalars(query.order_by(Contest.id)))
    return found


def turn(db: Db, row: Contest, state: str, **values: object) -> bool:
    """Bring a contest into a state by compare-and-set; False where somebody was faster."""
    statement = (
        update(Contest)
        .where(Contest.id == row.id, Contest.version == row.version)
        .values(state=state, version=row.version + 1, **values)
        .returning(Contest.id)
        .execution_options(synchronize_session=False)
    )
    db.flush()
    won = db.session.scalar(statement) is not None
    db.memory.shelf(SHELF).clear()
    if not won:
        return False
    db.session.refresh(row)
    return True


def must_turn(db: Db, row: Contest, state: str, **values: object) -> None:
    """As `turn`; raises Refusal where somebody was faster."""
    if not turn(db, row, state, **values):
        raise Refusal("contest-changed-meanwhile", number=row.number)


def members(db: Db, row: Contest, *states: str) -> list[ContestMember]:
    """Who was called, by side and order; with states, only those in one of them."""
    query = select(ContestMember).where(ContestMember.contest_id == row.id)
    if states:
        query = query.where(ContestMember.state.in_(states))
    order = (ContestMember.side, ContestMember.n, ContestMember.member_id)
    return list(db.session.scalars(query.order_by(*order)))


def member(db: Db, row: Contest, member_id: int) -> ContestMember | None:
    """Somebody's place in a contest."""
    return db.session.get(ContestMember, (row.id, member_id))


def planned(db: Db, team_id: int) -> list[Contest]:
    """The contests that have not begun, in the order of their numbers."""
    query = select(Contest).where(Contest.team_id == team_id, Contest.state == PLANNED)
    return list(db.session.scalars(query.order_by(Contest.number)))


def calling(db: Db, team_id: int, member_id: int) -> list[Contest]:
    """The planned contests that wait for somebody's answer; where there are none, those that
    anybody may sign up for.
    """
    rows = [(row, member(db, row, member_id)) for row in planned(db, team_id)]
    called = [row for row, place in rows if place is not None and place.state == CALLED]
    return called or [row for row, place in rows if place is None and read(row.rules).is_open]


def captains(db: Db, row: Contest) -> tuple[int, ...]:
    """Who speaks for the sides: in a contest of sides the captain of each, of few members each of
    them, else who set it.
    """
    rules = read(row.rules)
    here = [m for m in members(db, row, IN) if _is_here(db, row.team_id, m.member_id)]
    if rules.of_sides:
        found = []
        for side in range(len(rules.sides)):
            own = [m for m in here if m.side == side]
            found += [m.member_id for m in sorted(own, key=lambda m: _first(row, m))[:1]]
        return tuple(found)
    if 1 < len(here) <= 2:
        return tuple(m.member_id for m in here)
    return (row.made_by,)


def _first(row: Contest, member: ContestMember) -> tuple[int, bool, int]:
    """Who of a side is its captain: who was made so, who set the contest, who was named first."""
    return -member.is_captain, member.member_id != row.made_by, member.n


def _is_here(db: Db, team_id: int, member_id: int) -> bool:
    return roster(db, team_id).members[member_id].state == ACTIVE


def everybody(db: Db, team_id: int) -> tuple[int, ...]:
    """All who may sell with a team."""
    people = roster(db, team_id).members.values()
    return tuple(m.id for m in people if m.state in (ACTIVE, SHADOW) and m.role >= Role.MEMBER)


def pass_on(db: Db, source_id: int, target_id: int) -> None:
    """Let one member take another's place in what is not over, where the two are the same person;
    results that are made stay as they are.
    """
    query = (
        select(ContestMember)
        .join(Contest, Contest.id == ContestMember.contest_id)
        .where(ContestMember.member_id == source_id, Contest.state.in_((PLANNED, RUNNING)))
    )
    for place in db.session.scalars(query).all():
        if db.session.get(ContestMember, (place.contest_id, target_id)) is None:
            place.member_id = target_id
        else:
            db.session.delete(place)
    db.flush()


def order_of(rows: Sequence[ContestMember], side: int) -> int:
    """The next place in a side's order."""
    return max((m.n for m in rows if m.side == side), default=-1) + 1


__all__ = [
    "CALLED", "CANCELLED", "CLOSED", "DECLINED", "IN", "LEFT", "OUT", "PLANNED", "RUNNING",
    "NewContest", "by_id", "calling", "captains", "create", "everybody", "find", "member",
    "members", "open_of", "planned", "recent", "running_ids", "start_moment", "turn",
]  # fmt: skip
