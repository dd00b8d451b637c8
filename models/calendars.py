"""What stands in a member's own calendar beside the appointments, and how its entries are known."""

from __future__ import annotations

import datetime as dt
from hashlib import blake2s

from sqlalchemy import func, or_, select

from models.db import Db
from models.event_times import Appointment, all_planned
from models.events import ended_lately
from models.task_states import ALIVE
from models.task_tables import Task, TaskChange, TaskMember
from models.team import Team
from models.values import TeamInfo

# How long a calendar is told that something is off, so that it takes it out.
TOLD_FOR = dt.timedelta(days=30)
# More entries than that nobody looks at on a phone.
_MOST = 500


def identity(db: Db, team: TeamInfo, letter: str, number: int) -> str:
    """The name of a record that no other record of any team anywhere has, always the same.

    The moment at which the team was made tells the databases of several bots apart.
    """
    made = db.session.get_one(Team, team.id).created_at
    digest = blake2s(f"{team.id} {made.isoformat()}".encode(), digest_size=8).hexdigest()
    return f"{letter.lower()}{number}-{digest}@duizhang"


def appointments(db: Db, team: TeamInfo, member_id: int, now: dt.datetime) -> list[Appointment]:
    """The appointments of a member that are not over, and those cancelled lately."""
    since = now - TOLD_FOR
    found = [*all_planned(db, team.id, since.date()), *ended_lately(db, team.id, since)]
    return [each for each in found if each.concerns(member_id)][:_MOST]


def deadlines(
    db: Db, team: TeamInfo, member_id: int, now: dt.datetime
) -> list[tuple[Task, dt.datetime]]:
    """The tasks of a member that have a deadline, open or ended lately, each with the moment of its
    last change.
    """
    changed = func.max(TaskChange.__table__.c.at, type_=TaskChange.__table__.c.at.type)
    rows = db.session.execute(
        select(Task, changed)
        .join(TaskMember, TaskMember.task_id == Task.id)
        .outerjoin(TaskChange, TaskChange.task_id == Task.id)
        .where(
            TaskMember.member_id == member_id,
            Task.team_id == team.id,
            Task.due_at.is_not(None),
            or_(Task.state.in_(ALIVE), Task.closed_at >= now - TOLD_FOR),
        )
        .group_by(Task.id)
        .order_by(Task.due_at)
        .limit(_MOST)
    )
    return [(task, at or task.created_at) for task, at in rows]
