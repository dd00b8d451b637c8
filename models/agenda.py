"""What a meeting is to talk about: points in their order, which come from and go on to other
meetings.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select

from models.db import Db
from models.errors import Refusal
from models.meeting_tables import AgendaItem, Meeting
from models.meetings import ALIVE, may_run
from models.rosters import roster
from models.task_changes import Doer
from models.values import MemberInfo, TeamInfo

WAITING, CURRENT, DONE, CARRIED, DROPPED = "open", "current", "done", "carried", "dropped"
TOPIC, ACTIONS = "topic", "actions"
MAX_TITLE, MAX_MINUTES, MAX_ITEMS = 100, 300, 40
# What a meeting that will not be held leaves behind.
_NOT_HELD = ("cancelled", "missed")


@dataclass(frozen=True, slots=True)
class NewItem:
    """What is to be talked about, for how many minutes and by whom."""

    title: str
    minutes: int | None = None
    owner_id: int | None = None
    detail: str = ""
    standing: bool = False


def series(row: Meeting) -> int:
    """What the meetings of one series share; a meeting that comes once is a series of its own."""
    return row.series_id or row.id


def comes_again(row: Meeting) -> bool:
    """Whether a meeting is one of a series."""
    return bool(row.recurrence) or row.series_id is not None


def points(db: Db, row: Meeting) -> list[AgendaItem]:
    """The points of a meeting in their order; their place in this list is the number people use."""
    query = select(AgendaItem).where(
        AgendaItem.meeting_id == row.id, AgendaItem.state.not_in((CARRIED, DROPPED))
    )
    return list(db.session.scalars(query.order_by(AgendaItem.position, AgendaItem.id)))


def waiting(db: Db, team_id: int) -> list[AgendaItem]:
    """The points that have no meeting yet."""
    query = select(AgendaItem).where(
        AgendaItem.team_id == team_id,
        AgendaItem.state == WAITING,
        AgendaItem.meeting_id.is_(None),
    )
    return list(db.session.scalars(query.order_by(AgendaItem.id)))


def number_of(db: Db, row: Meeting, item: AgendaItem) -> int:
    """The number of a point in its meeting."""
    return [each.id for each in points(db, row)].index(item.id) + 1


def numbered(db: Db, row: Meeting, number: int) -> AgendaItem:
    """The point of that number; raises Refusal where there is none."""
    found = points(db, row)
    if not 1 <= number <= len(found):
        raise Refusal("agenda-no-item", number=number, meeting=row.number, count=len(found))
    return found[number - 1]


def add(db: Db, team: TeamInfo, row: Meeting | None, new: NewItem, doer: Doer) -> AgendaItem:
    """Put a point at the end of a meeting's agenda, or let it wait for the next meeting.

    Raises Refusal for one without a title or too long, and for a meeting that is over.
    """
    title = _fitting(new)
    if not title:
        raise Refusal("agenda-no-title")
    if row is not None:
        _require_alive(row)
    before = points(db, row) if row is not None else waiting(db, team.id)
    if len(before) >= MAX_ITEMS:
        raise Refusal("agenda-full", most=MAX_ITEMS)
    item = AgendaItem(
        team_id=team.id,
        meeting_id=row.id if row is not None else None,
        series_id=series(row) if row is not None and comes_again(row) else None,
        position=_last_position(db, row) + 1,
        title=title,
        detail=new.detail[:2000],
        minutes=new.minutes,
        owner_id=new.owner_id,
        standing=int(new.standing),
        by_id=doer.member.id,
        at=doer.at,
        source=doer.source,
    )
    db.session.add(item)
    db.flush()
    return item


def _fitting(new: NewItem) -> str:
    """The title as it is written down; raises Refusal for what does not fit."""
    title = " ".join(new.title.split())
    if len(title) > MAX_TITLE:
        raise Refusal("agenda-title-long", length=len(title), most=MAX_TITLE)
    if new.minutes is not None and not 1 <= new.minutes <= MAX_MINUTES:
        raise Refusal("agenda-minutes", most=MAX_MINUTES)
    return title


def rewrite(db: Db, item: AgendaItem, new: NewItem) -> None:
    """Give a point another title, other minutes or another owner, as far as they are named; raises
    Refusal for what does not fit.
    """
    item.title = _fitting(new) or item.title
    item.minutes = new.minutes or item.minutes
    item.owner_id = new.owner_id or item.owner_id
    db.flush()


def _require_alive(row: Meeting) -> None:
    if row.state not in ALIVE:
        raise Refusal("agenda-over", number=row.number)


def _last_position(db: Db, row: Meeting | None) -> int:
    if row is None:
        return 0
    query = select(func.max(AgendaItem.position)).where(AgendaItem.meeting_id == row.id)
    return db.session.scalar(query) or 0


def require_mine(db: Db, row: Meeting, item: AgendaItem, member: MemberInfo) -> None:
    """Let pass who may change a point: who added it, whose it is, or who runs the meeting; raises
    Refusal for others, and for a point or meeting that is over.
    """
    _require_alive(row)
    if not may_run(row, member) and member.id not in (item.by_id, item.owner_id):
        names = roster(db, row.team_id)
        who = dict.fromkeys(names.name(i) for i in (item.by_id, row.lead_id))
        raise Refusal("agenda-not-yours", who=" ".join(f"@{name}" for name in who))
    if item.state == DONE or item.kind == ACTIONS:
        raise Refusal("agenda-item-over", title=item.title)


def move(db: Db, row: Meeting, item: AgendaItem, to: int) -> int:
    """Move a point to a place counted from 1, behind what was talked about or is; returns it."""
    if item.state == CURRENT:
        raise Refusal("agenda-item-current", title=item.title)
    order = [each for each in points(db, row) if each is not item]
    fixed = [n for n, each in enumerate(order, start=1) if is_fixed(each)]
    first = max(fixed, default=0) + 1
    place = min(max(to, first), len(order) + 1)
    order.insert(place - 1, item)
    _renumber(order)
    db.flush()
    return place


def is_fixed(item: AgendaItem) -> bool:
    """Whether nothing can be put before a point: it was talked about, is, or must come first."""
    return item.state in (DONE, CURRENT) or item.kind == ACTIONS


def _renumber(order: Sequence[AgendaItem]) -> None:
    for n, each in enumerate(order, start=1):
        each.position = n


def drop(db: Db, item: AgendaItem) -> None:
    """Take a point off the agenda; a standing one will not come again."""
    if item.state == CURRENT:
        raise Refusal("agenda-item-current", title=item.title)
    item.state = DROPPED
    db.flush()


def total(items: Sequence[AgendaItem]) -> int:
    """The minutes that the points are meant to take together."""
    return sum(each.minutes or 0 for each in items)


def adopt(db: Db, team_id: int, row: Meeting) -> int:
    """Let a meeting take over the points that wait for it, also what meetings that were not held
    leave behind; returns how many. A point of a series that has no more meetings waits for any.
    """
    if row.state not in ALIVE:
        return 0
    _release(db, team_id, row)
    held = _held(db, team_id) - {series(row)}
    taken = [each for each in waiting(db, team_id) if each.series_id not in held]
    last = _last_position(db, row)
    for n, each in enumerate(taken, start=last + 1):
        each.meeting_id, each.position = row.id, n
        each.series_id = series(row) if comes_again(row) else None
    db.flush()
    return len(taken)


def _held(db: Db, team_id: int) -> set[int]:
    """The series that have a meeting to come."""
    query = select(func.coalesce(Meeting.series_id, Meeting.id)).where(
        Meeting.team_id == team_id, Meeting.state.in_(ALIVE)
    )
    return set(db.session.scalars(query))


def _release(db: Db, team_id: int, row: Meeting) -> None:
    """Let the points of meetings that were not held wait again."""
    query = (
        select(Meeting)
        .join(AgendaItem, AgendaItem.meeting_id == Meeting.id)
        .where(
            AgendaItem.team_id == team_id,
            AgendaItem.state == WAITING,
            Meeting.state.in_(_NOT_HELD),
        )
        .distinct()
    )
    for each in db.session.scalars(query.order_by(Meeting.id)).all():
        carry_over(db, each, row if series(each) == series(row) else None)


def carry_over(db: Db, closed: Meeting, following: Meeting | None) -> list[AgendaItem]:
    """Let what was not talked about go on to the next meeting of the series, or wait for one, and
    let standing points come again; returns what was put off.

    Done once however often it is called: what has gone on is no longer open.
    """
    put_off = []
    for item in points(db, closed):
        if item.kind != TOPIC:
            continue
        left = item.state in (WAITING, CURRENT)
        if not left and not item.standing:
            continue
        again = _again(db, item, following, put_off=left)
        # A standing point that was done goes on once as well.
        item.carried_to = again.id
        if left:
            item.state = CARRIED
            put_off.append(again)
    db.flush()
    return put_off


def _again(db: Db, item: AgendaItem, following: Meeting | None, *, put_off: bool) -> AgendaItem:
    before = db.session.get(AgendaItem, item.carried_to) if item.carried_to else None
    if before is not None:
        return before
    again = AgendaItem(
        team_id=item.team_id,
        meeting_id=following.id if following is not None else None,
        series_id=item.series_id,
        position=_last_position(db, following) + 1,
        title=item.title,
        detail=item.detail,
        minutes=item.minutes,
        owner_id=item.owner_id,
        standing=item.standing,
        carried=item.carried + 1 if put_off else 0,
        by_id=item.by_id,
        at=item.at,
        source=item.source,
    )
    db.session.add(again)
    db.flush()
    return again
