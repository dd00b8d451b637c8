"""What the ledger and the tasks say about a member's week: the part of a report nobody writes."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import asdict, dataclass, fields

from sqlalchemy import select

from models import goals, my_work
from models.db import Db
from models.goals import NewGoal
from models.schedules import local_moment
from models.task_states import DONE
from models.task_tables import Task, TaskMember
from models.totals import sold
from models.values import Metric, Period, PeriodKind, TeamInfo

# Tasks of a kind that are named; the others are counted.
NAMED = 3
_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Facts:
    """A member's week: amounts in minor units, tasks as (number, title), the first of them named.

    `last_week` tells that it is the week before, as on a Monday. `target` is the goal of the week,
    `month_target` that of the month where there is none for the week; None where there is no goal.
    """

    amount: int = 0
    target: int | None = None
    month: int = 0
    month_target: int | None = None
    last_week: bool = False
    done: int = 0
    done_first: tuple[tuple[int, str], ...] = ()
    late: int = 0
    late_first: tuple[tuple[int, str], ...] = ()


def facts_of(db: Db, team: TeamInfo, member_id: int, now: dt.datetime) -> Facts:
    """A member's week as of now; on a Monday the week before, of which there is more to tell."""
    today = team.day_of(now)
    week = Period.of(PeriodKind.WEEK, today - _DAY)
    target = _target(db, team, member_id, week)
    month, month_target = 0, None
    if target is None:
        period = Period.of(PeriodKind.MONTH, today)
        month_target = _target(db, team, member_id, period)
        month = sold(db, team.id, period, member_id)[0]
    done = _done(db, team, member_id, week.first)
    work = my_work.work_of(db, team, member_id, now)
    late = [(each.number, each.title) for each in (*work.overdue, *work.promises_late)]
    return Facts(
        amount=sold(db, team.id, week, member_id)[0],
        target=target,
        month=month,
        month_target=month_target,
        last_week=week.last < today,
        done=len(done),
        done_first=tuple(done[:NAMED]),
        late=len(late),
        late_first=tuple(late[:NAMED]),
    )


def _target(db: Db, team: TeamInfo, member_id: int, period: Period) -> int | None:
    goal = goals.same(db, team.id, NewGoal(member_id, Metric.AMOUNT, period, 0))
    return goal.target if goal is not None else None


def _done(db: Db, team: TeamInfo, member_id: int, first: dt.date) -> list[tuple[int, str]]:
    """What a member finished since a day began, the newest first."""
    query = (
        select(Task.number, Task.title)
        .join(TaskMember, TaskMember.task_id == Task.id)
        .where(
            Task.team_id == team.id,
            Task.state == DONE,
            Task.closed_at >= local_moment(first, 0, team.zone),
            TaskMember.member_id == member_id,
        )
        .order_by(Task.closed_at.desc(), Task.number)
    )
    return [(number, title) for number, title in db.session.execute(query)]


def write_facts(facts: Facts) -> str:
    """Facts as JSON for a column."""
    return json.dumps(asdict(facts), ensure_ascii=False)


def read_facts(row: str) -> Facts:
    """The facts that `write_facts` wrote; none for an empty text."""
    found = json.loads(row) if row else {}
    for name in ("done_first", "late_first"):
        found[name] = tuple((number, title) for number, title in found.get(name, ()))
    return Facts(**{each.name: found[each.name] for each in fields(Facts) if each.name in found})
