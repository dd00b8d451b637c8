"""Several tasks assigned together: the plan is shown, and done when the lead says so."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.kit import Answer, Button, Card, Ctx, Delivery, Refusal, Role, T, t
from handlers.matching.reasons import joined, levels, name_of, task_words
from handlers.matching.routing import router
from models import dispatching, tasks
from models.matching import Fit, Plan
from models.task_changes import Doer
from models.tasks import TaskInfo

# Above this a plan has a line for each member and not for each task.
SHOWN = 10
_MOST_NUMBERS = 20
_GO, _NO = ("就这样", "派", "go ahead"), ("不派", "先不派")
_PAIR = re.compile(r"T(\d{1,9})=(\d{1,18})")


def together(ctx: Ctx, found: Sequence[TaskInfo]) -> Card:
    """The plan for several tasks, to be said yes to; raises Refusal where there are none."""
    if not found:
        raise Refusal("matching-none-free")
    plan = dispatching.plan(ctx.db, ctx.team, found, ctx.actor, ctx.now)
    by_id = {task.row.id: task for task in found}
    left = [by_id[work.id] for work in plan.left]
    if not plan.pairs:
        return Card(t("matching-plan-none", numbers=_numbers(left)))
    pairs = sorted(
        ((by_id[work.id], fit) for work, fit in plan.pairs), key=lambda each: each[0].number
    )
    lines = _by_task(ctx, pairs) if len(pairs) <= SHOWN else _by_member(ctx, pairs)
    if left:
        lines.append(t("matching-plan-left", numbers=_numbers(left)))
    return Card(
        t("matching-plan", count=len(pairs)),
        lines=tuple(lines),
        buttons=(
            Button(t("matching-button-go"), _line(plan, by_id), words=_GO),
            Button(t("matching-button-no"), "/dismiss keep", words=_NO),
        ),
        question=True,
    )


def _line(plan: Plan, by_id: dict[int, TaskInfo]) -> str:
    """The plan as a command line, in the order of turns."""
    pairs = (f"T{by_id[work.id].number}={fit.person.id}" for work, fit in plan.pairs)
    return f"/carry_out {' '.join(pairs)}"


def _by_task(ctx: Ctx, pairs: Sequence[tuple[TaskInfo, Fit]]) -> list[T]:
    return [_pair(ctx, task, fit) for task, fit in pairs]


def _pair(ctx: Ctx, task: TaskInfo, fit: Fit) -> T:
    """«T31 618海报 → @阿芳(文案3·喜欢)»."""
    why = levels(fit)
    if fit.liking > 0:
        why.append(t("matching-liked"))
    if fit.short:
        why.append(t("matching-short"))
    name = name_of(ctx, fit.person.id)
    words: dict[str, str | int] = {"number": task.number, "title": task.row.title, "name": name}
    if not why:
        return t("matching-pair", **words)
    return t("matching-pair-why", **words, why=joined(why))


def _by_member(ctx: Ctx, pairs: Sequence[tuple[TaskInfo, Fit]]) -> list[T]:
    """A line for each member; what there is no room for is counted."""
    shares: dict[int, list[TaskInfo]] = {}
    for task, fit in pairs:
        shares.setdefault(fit.person.id, []).append(task)
    shown = list(shares.items())[:SHOWN]
    lines = [
        t("matching-share", name=name_of(ctx, member_id), numbers=_numbers(share))
        for member_id, share in shown
    ]
    if len(shares) > len(shown):
        lines.append(t("matching-shares-more", count=len(shares) - len(shown)))
    return lines


def _numbers(found: Sequence[TaskInfo]) -> tuple[str, ...]:
    numbers = [f"T{task.number}" for task in found]
    return tuple(numbers[:_MOST_NUMBERS]) + (("…",) if len(numbers) > _MOST_NUMBERS else ())


@router.command("carry_out", role=Role.LEAD, hidden=True, whole=True)
def carry_out(ctx: Ctx) -> Answer:
    """Do a plan: everybody gets their tasks and a word about them."""
    planned = [
        (tasks.require(ctx.db, ctx.team.id, int(match[1])), int(match[2]))
        for match in _PAIR.finditer(ctx.text)
    ]
    doer = Doer(ctx.actor, ctx.now, ctx.source)
    given = dispatching.carry_out(ctx.db, ctx.team, planned, doer)
    shares: dict[int, list[TaskInfo]] = {}
    for task, member in given:
        shares.setdefault(member.id, []).append(task)
    lines = [
        t("matching-share", name=name_of(ctx, member_id), numbers=_numbers(share))
        for member_id, share in list(shares.items())[:SHOWN]
    ]
    missed = len(planned) - len(given)
    card = Card(
        t("matching-given", count=len(given)),
        lines=tuple(lines),
        note=t("matching-missed", count=missed) if missed else None,
        mentions=tuple(shares),
        delivery=Delivery.IMPORTANT,
    )
    return [card, *(_told(ctx, i, share) for i, share in shares.items() if i != ctx.actor.id)]


def _told(ctx: Ctx, member_id: int, share: Sequence[TaskInfo]) -> Card:
    """A private word to somebody about the tasks they were given."""
    lines = tuple(t("matching-task-line", task=task_words(ctx, each)) for each in share[:SHOWN])
    more = len(share) - SHOWN
    return Card(
        t("matching-given-you", who=ctx.actor.name, count=len(share)),
        lines=lines,
        note=t("matching-load-more-tasks", count=more) if more > 0 else None,
        to=member_id,
        delivery=Delivery.IMPORTANT,
    )
