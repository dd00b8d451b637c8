"""Tasks offered to the person they fit best: asked once, answered once."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select, update

from models import care, reminders
from models.db import Db
from models.errors import Refusal
from models.matching import Fit
from models.rosters import roster
from models.schedules import local_moment
from models.task_changes import Doer
from models.task_states import ALIVE
from models.task_steps import claim
from models.task_tables import Task, TaskOffer
from models.tasks import TaskInfo, by_id, infos
from models.values import MemberInfo, Period, PeriodKind, TeamInfo

OPEN, TAKEN, DECLINED, OVER = "open", "taken", "declined", "over"
# The reminders of an offer: to tell the group where a private word reaches nobody, and to tell who
# asked that nobody has answered.
JOB = "offer"
ANNOUNCE, UNANSWERED = 0, 1
ANSWER_WITHIN = dt.timedelta(hours=4)


@dataclass(frozen=True, slots=True)
class Offer:
    """An offer as it was read, with its task."""

    row: TaskOffer
    task: TaskInfo


def offer(
    db: Db,
    team: TeamInfo,
    task: TaskInfo,
    asker: MemberInfo,
    *,
    fits: Sequence[Fit],
    now: dt.datetime,
) -> Offer:
    """Ask the first of the fits to take a task; the second stands by. An earlier offer is over.
    Raises Refusal for a task that somebody has or that has ended.
    """
    require_free(db, task)
    close(db, team, task)
    best, backup = fits[0], fits[1] if len(fits) > 1 else None
    row = TaskOffer(
        team_id=team.id,
        task_id=task.row.id,
        member_id=best.person.id,
        backup_id=backup.person.id if backup is not None else None,
        asked_by=asker.id,
        state=OPEN,
        reasons=json.dumps([_reasons(each) for each in fits[:3]], ensure_ascii=False),
        asked_at=now,
    )
    db.session.add(row)
    db.flush()
    at = care.after_quiet(team, now + ANSWER_WITHIN)
    reminders.remind(db, team.id, JOB, row.id, at=at, step=UNANSWERED)
    return Offer(row, task)


def _reasons(fit: Fit) -> dict[str, object]:
    person = fit.person
    return {
        "member": person.id,
        "levels": dict(fit.levels),
        "liked": fit.liking,
        "in_hand": person.in_hand,
        "capacity": person.capacity,
        "absent": fit.absent,
        "points": fit.cost + person.load(),
    }


def require_free(db: Db, task: TaskInfo) -> None:
    """Let pass a task that is to be done and that nobody has; raises Refusal."""
    if not task.is_alive:
        raise Refusal("matching-ended", number=task.number)
    if task.owners:
        people = roster(db, task.row.team_id)
        who = " ".join(f"@{people.name(i)}" for i in task.owners)
        raise Refusal("matching-has-owner", number=task.number, who=who)


def close(db: Db, team: TeamInfo, task: TaskInfo) -> None:
    """Nobody is asked about a task any more."""
    closed = (
        update(TaskOffer)
        .where(TaskOffer.task_id == task.row.id, TaskOffer.state == OPEN)
        .values(state=OVER)
        .returning(TaskOffer.id)
    )
    for offer_id in db.session.scalars(closed).all():
        reminders.forget(db, team.id, JOB, offer_id)


def open_to(db: Db, team_id: int, member_id: int) -> list[Offer]:
    """What a member is asked to take and nobody has taken meanwhile, the oldest first."""
    query = (
        select(TaskOffer, Task)
        .join(Task, Task.id == TaskOffer.task_id)
        .where(
            TaskOffer.member_id == member_id,
            TaskOffer.team_id == team_id,
            TaskOffer.state == OPEN,
            Task.owners == 0,
            Task.state.in_(ALIVE),
        )
        .order_by(TaskOffer.id)
    )
    rows = db.session.execute(query).all()
    tasks = infos(db, [row[1] for row in rows])
    return [Offer(row[0], task) for row, task in zip(rows, tasks, strict=True)]


def find(db: Db, team_id: int, offer_id: int) -> Offer | None:
    """A team's offer that is still open, by our own id."""
    row = db.session.get(TaskOffer, offer_id)
    if row is None or row.team_id != team_id or row.state != OPEN:
        return None
    task = by_id(db, team_id, row.task_id)
    return Offer(row, task) if task is not None and task.is_alive and not task.owners else None


def take(db: Db, team: TeamInfo, found: Offer, doer: Doer) -> TaskInfo:
    """Take an offered task; raises Refusal where somebody else was quicker."""
    _answer(db, team, found, TAKEN, doer)
    task = claim(db, team, found.task, doer)
    care.change_profile(db, doer.member.id, last_duty_at=doer.at)
    return task


def decline(db: Db, team: TeamInfo, found: Offer, doer: Doer, *, reason: str) -> None:
    """Say no to an offer: once a calendar week without a reason, else Refusal asks for one."""
    if not reason and has_declined_freely(db, team, doer.member.id, doer.at):
        raise Refusal("matching-why", number=found.task.number)
    _answer(db, team, found, DECLINED, doer)
    found.row.reply, found.row.is_free = reason[:200], int(not reason)
    db.flush()


def _answer(db: Db, team: TeamInfo, found: Offer, state: str, doer: Doer) -> None:
    """Answer an offer once; raises Refusal where it was answered in the same moment."""
    won = db.session.scalar(
        update(TaskOffer)
        .where(TaskOffer.id == found.row.id, TaskOffer.state == OPEN)
        .values(state=state, answered_at=doer.at)
        .returning(TaskOffer.id)
    )
    if won is None:
        raise Refusal("matching-over", number=found.task.number)
    reminders.forget(db, team.id, JOB, found.row.id)


def has_declined_freely(db: Db, team: TeamInfo, member_id: int, now: dt.datetime) -> bool:
    """Whether somebody has said no without a reason in this calendar week of the team."""
    week = Period.of(PeriodKind.WEEK, now.astimezone(team.zone).date())
    query = select(TaskOffer.id).where(
        TaskOffer.team_id == team.id,
        TaskOffer.member_id == member_id,
        TaskOffer.is_free == 1,
        TaskOffer.answered_at >= local_moment(week.first, 0, team.zone),
    )
    return db.session.scalar(query.limit(1)) is not None


def asked_now(db: Db, team_id: int, task: TaskInfo) -> int | None:
    """The member who is asked about a task at the moment."""
    return db.session.scalar(
        select(TaskOffer.member_id).where(
            TaskOffer.team_id == team_id,
            TaskOffer.task_id == task.row.id,
            TaskOffer.state == OPEN,
        )
    )
