"""Reminders of tasks: a day and two hours before, once when the time is over, then only the digest;
after a night, a leave, a quiet day or an absence of the bot one summary and never a flood.
"""

from __future__ import annotations

import datetime as dt

from bot.kit import Button, Card, T, WakeCtx, t
from handlers.tasks.cards import due_words, head, names, short
from handlers.tasks.routing import router
from models import care, reminders, tasks
from models.reminders import Wake
from models.rosters import LEFT, MERGED, roster
from models.task_reminders import (
    DAY_BEFORE,
    FOR_MEMBER,
    HOURS_BEFORE,
    JOB,
    OVERDUE,
    UNSEEN,
    step_for,
)
from models.task_states import REVIEW
from models.tasks import TaskInfo

# A reminder that is later than this says nothing new by itself.
PUNCTUAL = dt.timedelta(minutes=15)
# So many at once are told in one card.
MANY = 3
SHOWN = 8
# The reminder of the day before is left out where the one two hours before comes so soon after.
_TOO_CLOSE = dt.timedelta(hours=3)


@router.reminder(JOB)
def task_due(ctx: WakeCtx) -> list[Card]:
    """Tell each assignee what falls due, now or as soon as they may be told."""
    told: dict[int, list[tuple[TaskInfo, Wake]]] = {}
    for wake in ctx.due:
        task = tasks.by_id(ctx.db, ctx.team.id, wake.subject)
        if task is None or not task.is_alive or not _is_news(task, wake, ctx.now):
            continue
        for member_id in _whom(ctx, task, wake):
            told.setdefault(member_id, []).append((task, wake))
    cards: list[Card] = []
    for member_id, found in told.items():
        at = care.may_nudge_at(ctx.db, ctx.team, member_id, ctx.now)
        if at > ctx.now:
            for task, wake in found:
                later = step_for(wake.step % FOR_MEMBER, member_id)
                reminders.remind(ctx.db, ctx.team.id, JOB, task.row.id, at=at, step=later)
        else:
            cards += _told(ctx, member_id, found)
    return cards


def _told(ctx: WakeCtx, member_id: int, found: list[tuple[TaskInfo, Wake]]) -> list[Card]:
    """What one member is told now: a card each, or one card for what has piled up."""
    last = {task.number: (task, wake) for task, wake in found}
    is_stale = any(ctx.now - wake.due_at > PUNCTUAL for _, wake in last.values())
    if len(last) >= MANY or (is_stale and len(last) > 1):
        return [_summary(ctx, member_id, [task for task, _ in last.values()])]
    return [_one(ctx, member_id, task, wake) for task, wake in last.values()]


def _is_news(task: TaskInfo, wake: Wake, now: dt.datetime) -> bool:
    """Whether a reminder still tells something: the deadline may have moved or come too near."""
    if wake.step % FOR_MEMBER == UNSEEN:
        return task.row.state == REVIEW
    if task.row.state == REVIEW or task.row.due_at is None:
        return False
    left = task.row.due_at - now
    return wake.step % FOR_MEMBER != DAY_BEFORE or task.row.all_day == 1 or left > _TOO_CLOSE


def _whom(ctx: WakeCtx, task: TaskInfo, wake: Wake) -> tuple[int, ...]:
    people = roster(ctx.db, ctx.team.id).members
    if wake.step >= FOR_MEMBER:
        return (wake.step // FOR_MEMBER,)
    wanted = (task.acceptor or task.row.giver_id,) if wake.step == UNSEEN else task.owners
    return tuple(i for i in wanted if people[i].state not in (LEFT, MERGED))


def _one(ctx: WakeCtx, member_id: int, task: TaskInfo, wake: Wake) -> Card:
    number, step = task.number, wake.step % FOR_MEMBER
    if step == UNSEEN:
        who = names(roster(ctx.db, ctx.team.id), task.owners)
        return Card(
            t("task-remind-unseen", head=head(task), who=who),
            buttons=(Button(t("task-button-accept"), f"/accept T{number}"),),
            to=member_id,
        )
    key = {DAY_BEFORE: "day", HOURS_BEFORE: "hours", OVERDUE: "over"}[step]
    if step == OVERDUE and task.row.due_at is not None and ctx.now - task.row.due_at < PUNCTUAL:
        key = "now"
    if step == DAY_BEFORE and task.row.due_day == ctx.now.astimezone(ctx.team.zone).date():
        # A night, a leave or a quiet day came between.
        key = "today"
    lines: tuple[T, ...] = ()
    if step == OVERDUE:
        lines = (t("task-remind-over-how", number=number),)
    elif task.waits_for:
        lines = (t("task-waits", numbers=" ".join(f"#T{n}" for n in task.waits_for)),)
    return Card(
        t("task-remind", step=key, head=head(task), date=due_words(ctx.team, task, ctx.now)),
        lines,
        buttons=(Button(t("task-button-done"), f"/done T{number}"),),
        to=member_id,
    )


def _summary(ctx: WakeCtx, member_id: int, found: list[TaskInfo]) -> Card:
    over = sum(task.is_late(ctx.now) for task in found)
    lines = [
        t(
            "task-remind-line",
            head=short(task),
            date=due_words(ctx.team, task, ctx.now),
            over=int(task.is_late(ctx.now)),
        )
        for task in found[:SHOWN]
    ]
    if len(found) > SHOWN:
        lines.append(t("task-more", count=len(found) - SHOWN))
    title = t("task-remind-summary", over=over, soon=len(found) - over)
    return Card(title, tuple(lines), note=t("task-remind-how"), to=member_id)
