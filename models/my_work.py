"""What one member has to do now, by when it is due; from indexes that hold only what is open."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import and_, bindparam, or_, select

from models import event_times, meeting_times
from models.base import moment
from models.db import Db, Row, Statement
from models.people_tables import MemberProfile
from models.task_states import PROMISE, REVIEW, TASK
from models.task_tables import SHARE_OPEN, TASK_IN_REVIEW, Task, TaskMember
from models.values import TeamInfo


@dataclass(frozen=True, slots=True)
class Item:
    """A task in a list; `due_at` is aware UTC and the end of `due_day` where no time was named
    (`all_day`). `owners` counts who is to do it.
    """

    number: int
    title: str
    kind: str
    state: str
    due_at: dt.datetime | None
    due_day: dt.date | None
    all_day: bool
    owners: int


@dataclass(frozen=True, slots=True)
class Work:
    """A member's open tasks, each in one list, the next deadline first; promises have their own.

    `in_hand` is what has time: begun or sent back, then open. `handed_in` waits for somebody else,
    `to_accept` for this member.
    """

    overdue: tuple[Item, ...] = ()
    due_today: tuple[Item, ...] = ()
    in_hand: tuple[Item, ...] = ()
    handed_in: tuple[Item, ...] = ()
    to_accept: tuple[Item, ...] = ()
    promises: tuple[Item, ...] = ()
    promises_due: tuple[Item, ...] = ()
    promises_late: tuple[Item, ...] = ()


_T = Task.__table__.c
ITEM_COLUMNS = (
    Task.number,
    Task.title,
    Task.kind,
    Task.state,
    _T.due_at,
    _T.due_day,
    Task.all_day,
    Task.owners,
)
_BY_DEADLINE = (_T.due_at.is_(None), _T.due_at, Task.priority.desc(), Task.number)
OPEN_OF: Statement = (
    select(*ITEM_COLUMNS)
    .join(TaskMember, TaskMember.task_id == Task.id)
    .where(TaskMember.member_id == bindparam("member"), SHARE_OPEN)
    .order_by(*_BY_DEADLINE)
)
# Who has to accept a task, as `TaskInfo.acceptor` has it; what waits longest comes first.
TO_ACCEPT: Statement = (
    select(*ITEM_COLUMNS)
    .where(
        Task.team_id == bindparam("team"),
        TASK_IN_REVIEW,
        or_(
            Task.acceptor_id == bindparam("member"),
            and_(
                Task.acceptor_id.is_(None),
                Task.giver_id == bindparam("member"),
                Task.criteria != "",
                Task.kind == TASK,
            ),
        ),
    )
    .order_by(Task.submitted_at)
)
_TITLE = select(MemberProfile.title).where(MemberProfile.member_id == bindparam("member"))


def work_of(db: Db, team: TeamInfo, member_id: int, now: dt.datetime) -> Work:
    """What a member has to do, as of now and the team's local day."""
    items = [read_item(row) for row in db.rows(OPEN_OF, member=member_id)]
    waiting = [read_item(row) for row in db.rows(TO_ACCEPT, team=team.id, member=member_id)]
    today = now.astimezone(team.zone).date()
    mine = [each for each in items if each.state != REVIEW]
    tasks = [each for each in mine if each.kind != PROMISE]
    promises = [each for each in mine if each.kind == PROMISE]
    late, due, rest = by_deadline(tasks, now, today)
    promises_late, promises_due, _ = by_deadline(promises, now, today)
    return Work(
        overdue=late,
        due_today=due,
        in_hand=tuple(sorted(rest, key=lambda each: each.state == "open")),
        handed_in=tuple(each for each in items if each.state == REVIEW),
        to_accept=tuple(waiting),
        promises=tuple(promises),
        promises_due=promises_due,
        promises_late=promises_late,
    )


def by_deadline(
    items: Sequence[Item], now: dt.datetime, today: dt.date
) -> tuple[tuple[Item, ...], tuple[Item, ...], tuple[Item, ...]]:
    """Tasks whose deadline is over, those that are due later today, and the others."""
    late = tuple(each for each in items if each.due_at is not None and each.due_at <= now)
    rest = [each for each in items if each.due_at is None or each.due_at > now]
    due = tuple(each for each in rest if each.due_day == today)
    return late, due, tuple(each for each in rest if each.due_day != today)


def read_item(row: Row) -> Item:
    """An item from a row of ITEM_COLUMNS."""
    number, title, kind, state, due_at, due_day, all_day, owners = row
    return Item(
        number,
        title,
        kind,
        state,
        None if due_at is None else moment(due_at),
        None if due_day is None else dt.date.fromisoformat(due_day),
        bool(all_day),
        owners,
    )


def trade_of(db: Db, member_id: int) -> str:
    """A member's trade, empty where none is known."""
    row = db.row(_TITLE, member=member_id)
    return str(row[0]) if row is not None else ""


@dataclass(frozen=True, slots=True)
class Next:
    """What a member takes part in next: an appointment or a meeting, by its letter and number; its
    start is aware UTC, or a day where it takes the whole day.
    """

    letter: str
    number: int
    title: str
    start: dt.datetime | dt.date


def next_of(
    db: Db, team: TeamInfo, member_id: int, now: dt.datetime, *, is_public: bool
) -> Next | None:
    """The earlier of a member's next appointment and next meeting."""
    event = event_times.next_for(db, team, member_id, now, is_public=is_public)
    meeting = meeting_times.next_for(db, team, member_id, now)
    if event is not None and (meeting is None or event.start <= meeting.start):
        row = event.event.row
        return Next("A", row.number, row.title, event.first if row.all_day else event.start)
    if meeting is None:
        return None
    return Next("M", meeting.row.number, meeting.row.title, meeting.start)
