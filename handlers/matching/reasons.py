"""Why somebody is proposed, and a task, in words."""

from __future__ import annotations

from bot.core.due_words import moment
from bot.kit import Ctx, T, WakeCtx, t
from models.matching import Fit
from models.rosters import roster
from models.tasks import TaskInfo


def joined(parts: list[T]) -> T:
    """Parts as one text with a dot between them."""
    found = parts[0]
    for part in parts[1:]:
        found = t("matching-joined", first=found, second=part)
    return found


def name_of(ctx: Ctx | WakeCtx, member_id: int) -> str:
    """A member's display name."""
    return roster(ctx.db, ctx.team.id).name(member_id)


def task_words(ctx: Ctx | WakeCtx, task: TaskInfo) -> T:
    """A task by number, title and deadline: «T31 618海报 06-20 周五 18:00»."""
    row, local = task.row, ctx.now.astimezone(ctx.team.zone)
    if row.due_at is None or row.due_day is None:
        return t("matching-task", number=task.number, title=row.title)
    due = row.due_day if row.all_day else row.due_at.astimezone(ctx.team.zone)
    return t("matching-task-due", number=task.number, title=row.title, due=moment(due, local))


def reasons(ctx: Ctx | WakeCtx, fit: Fit, *, in_full: bool = True) -> T:
    """What speaks for somebody: skill, liking, load, days away and, in full, the last turn."""
    person = fit.person
    parts = levels(fit)
    if fit.liking > 0:
        parts.append(t("matching-liked"))
    parts.append(t("matching-in-hand", open=person.in_hand, capacity=person.capacity))
    if fit.absent:
        parts.append(t("matching-absent", days=fit.absent))
    if in_full:
        parts.append(_turn(ctx, fit))
    return joined(parts)


def levels(fit: Fit) -> list[T]:
    """The skills that are asked for, with the levels somebody has."""
    return [
        t("matching-skill", skill=skill, level=level)
        if level
        else t("matching-no-skill", skill=skill)
        for skill, level in fit.levels
    ]


def _turn(ctx: Ctx | WakeCtx, fit: Fit) -> T:
    last = fit.person.last_turn
    if last is None:
        return t("matching-turn-never")
    zone = ctx.team.zone
    days = (ctx.now.astimezone(zone).date() - last.astimezone(zone).date()).days
    return t("matching-turn", days=max(0, days))
