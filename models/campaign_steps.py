"""A campaign's checklist as tasks: when each is due, who does it, and how it follows the days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from models import care, duties, plan_changes, tasks
from models.campaign_tables import Campaign
from models.campaign_templates import FIRST, Step
from models.db import Db
from models.rosters import ACTIVE, SHADOW, roster
from models.schedules import local_moment
from models.task_changes import Doer, change
from models.task_states import ALIVE
from models.task_tables import Task
from models.tasks import NewTask, TaskInfo, deadline
from models.values import TeamInfo

_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Planned:
    """The tasks that were made, and the steps whose day was over already."""

    made: tuple[TaskInfo, ...]
    past: tuple[tuple[Step, dt.date], ...]


def due_day(first: dt.date, last: dt.date, step: Step) -> dt.date:
    """The local day on which a step is due; the second day of a campaign of one day is its last."""
    if step.anchor == FIRST and step.offset > 0:
        return min(last, first + step.offset * _DAY)
    return (first if step.anchor == FIRST else last) + step.offset * _DAY


def make_tasks(db: Db, team: TeamInfo, row: Campaign, steps: Sequence[Step], doer: Doer) -> Planned:
    """Make a task of each step that can still be done; the name of the campaign is in its title."""
    today = doer.at.astimezone(team.zone).date()
    made, past = [], []
    for step in steps:
        day = due_day(row.first, row.last, step)
        if day < today:
            past.append((step, day))
            continue
        new = NewTask(
            title=f"{row.name} {step.title}",
            owners=(owner_of(db, team, row, step),),
            due=deadline(team, day),
            origin=f"K{row.number}",
        )
        task = tasks.create(db, team, new, doer)
        plan_changes.attach(db, row, task.row, anchor=step.anchor, offset=step.offset)
        made.append(task)
    return Planned(tuple(made), tuple(past))


def owner_of(db: Db, team: TeamInfo, row: Campaign, step: Step) -> int:
    """Who does a step: who is named for it, who answers for a duty of that name, who has a trade of
    that name, else who answers for the campaign. Somebody on leave that day is passed over where
    another one is to be had.
    """
    people = roster(db, team.id)
    named = people.members.get(step.member_id or 0)
    if named is not None and named.state in (ACTIVE, SHADOW):
        return named.id
    day = due_day(row.first, row.last, step)
    for name in _trades(step.title):
        holders = duties.holders(db, team, name, day)
        if holders:
            return holders[0].id
    here = [member for member in people.members.values() if member.state == ACTIVE]
    profiles = care.profiles(db, [member.id for member in here])
    away = care.away(db, team, day)
    for member in here:
        profile = profiles.get(member.id)
        if profile is not None and profile.title in _trades(step.title) and member.id not in away:
            return member.id
    return row.owner_id


def _trades(title: str) -> tuple[str, ...]:
    """What a duty or trade for a step may be called: its title, and the first word of it."""
    words = title.split()
    return tuple(dict.fromkeys((title, *words[:1])))


def shift_tasks(
    db: Db, team: TeamInfo, row: Campaign, was: tuple[dt.date, dt.date], doer: Doer
) -> tuple[int, tuple[int, ...]]:
    """Move what is still to be done as far as the day that it hangs on has moved; returns how many
    moved, and the numbers of those that stay because their new day would be over.
    """
    shifts = {FIRST: row.first - was[0], "last": row.last - was[1]}
    moved, stayed = 0, []
    for link, task in plan_changes.attached(db, row):
        shift = shifts.get(link.anchor)
        if not shift or task.state not in ALIVE or task.due_at is None or task.due_day is None:
            continue
        if _shift(db, team, task, shift, doer):
            moved += 1
        else:
            stayed.append(task.number)
    return moved, tuple(stayed)


def _shift(db: Db, team: TeamInfo, task: Task, shift: dt.timedelta, doer: Doer) -> bool:
    if task.due_at is None or task.due_day is None:
        return False
    day = task.due_day + shift
    local = task.due_at.astimezone(team.zone)
    minute = local.hour * 60 + local.minute
    due = deadline(team, day if task.all_day else local_moment(day, minute, team.zone))
    if due.at <= doer.at:
        return False
    change(db, team, task, "due", doer=doer, due_at=due.at, due_day=due.day)
    return True
