"""What happens to tasks when their message is edited or recalled, and when somebody leaves."""

from __future__ import annotations

from bot.kit import Answer, Button, Card, Ctx, MemberInfo, Role, doer, t
from bot.language.task_orders import read_orders
from handlers.tasks.cards import head, receipt, short
from handlers.tasks.giving import wanted
from handlers.tasks.people import is_known, with_marks
from handlers.tasks.routing import router
from models import task_parts, task_steps, tasks
from models.rosters import roster
from models.task_changes import Doer, history
from models.tasks import TaskInfo


@router.on("edit")
def edited(ctx: Ctx) -> Answer:
    """An edited message changes the task that it made, as long as nothing else happened to it; one
    that made none is read anew.
    """
    found = tasks.from_source(ctx.db, ctx.team.id, ctx.source)
    if not found:
        return None
    call = ctx.commands.find(ctx.text)
    if call is None or call.command.name != "task" or len(found) != 1:
        return _ask(found, "task-edit-unclear")
    orders = read_orders(with_marks(call.line), ctx.local, lambda name: is_known(ctx, name))
    if len(orders) != 1 or (orders[0].due is not None and orders[0].due.ask):
        return _ask(found, "task-edit-unclear")
    task = found[0]
    if len(history(ctx.db, task.row)) > 1 or not task.is_alive:
        return Card(t("task-edit-late", head=head(task)))
    task = task_parts.rewrite(ctx.db, ctx.team, task, doer(ctx), new=wanted(ctx, orders[0]))
    return receipt(ctx, task, t("task-edited", head=head(task)))


@router.on("recall")
def recalled(ctx: Ctx) -> Answer:
    """A recalled message asks whether its tasks are called off; never a silent guess."""
    found = [each for each in tasks.from_source(ctx.db, ctx.team.id, ctx.source) if each.is_alive]
    return _ask(found, "task-recalled") if found else None


def _ask(found: list[TaskInfo], key: str) -> Card:
    numbers = " ".join(f"T{each.number}" for each in found)
    return Card(
        t(key, tasks=tuple(short(each) for each in found[:3])),
        buttons=(
            Button(t("task-button-cancel"), f"/cancel {numbers} once"),
            Button(t("task-button-keep"), "/dismiss keep"),
        ),
        question=True,
    )


@router.on("leave")
def left(ctx: Ctx) -> Answer:
    """What somebody who leaves had in hand is nobody's now, and a lead is told."""
    return _orphaned(ctx, ctx.actor)


def _orphaned(ctx: Ctx, member: MemberInfo) -> Answer:
    leads = [m for m in roster(ctx.db, ctx.team.id).with_role(Role.LEAD) if m.id != member.id]
    found = task_steps.leave_open(ctx.db, ctx.team, member, Doer(member, ctx.now, ctx.source))
    if not found or not leads:
        return None
    title = t("task-orphaned", name=member.name, count=len(found))
    lines = tuple(short(each) for each in found[:8])
    return [Card(title, lines, note=t("task-orphaned-how"), to=leads[-1].id)]
