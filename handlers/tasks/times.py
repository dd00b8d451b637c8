"""`延期`: another deadline; where it is over already, who gave the task is asked."""

from __future__ import annotations

import re

from bot.core import due_words
from bot.kit import Answer, Button, Card, Ctx, Delivery, Refusal, doer, t
from bot.language.dates import Due, read_due, without
from handlers.tasks.cards import due_words as spoken_due
from handlers.tasks.cards import facts, head, told
from handlers.tasks.talking import Call, step, written
from models import task_dates, tasks
from models.rosters import roster
from models.tasks import TaskInfo

_FILLER = re.compile(
    r"^(?:到|至|为|成|to|until)\s*|^[,,。;;\s]+|^(?:因为|由于|原因[::]?|because)\s*", re.I
)


@step("postpone", "延期", "推迟", "顺延", "改期", "改时间")
def postpone(ctx: Ctx, call: Call) -> Answer:
    """Move a deadline: `延期 T31 周六 因为缺图`."""
    due = call.due or _shifted(ctx, call) or read_due(call.words, ctx.local)
    if due is None or (due.start is None and not due.ask):
        raise Refusal("task-postpone-when", number=call.task.number)
    words = call.words if call.due or call.shift else _reason(call.words, due)
    if due.ask:
        return _ask(ctx, call.task, due, words)
    value = due.end or due.start
    if value is None or due.recurrence:
        raise Refusal("task-postpone-when", number=call.task.number)
    was = spoken_due(ctx.team, call.task, ctx.sent_at)
    request = task_dates.postpone(
        ctx.db, ctx.team, call.task, doer(ctx), due=tasks.deadline(ctx.team, value), words=words
    )
    if request is not None:
        return _asked_giver(ctx, call.task, due, words)
    task = tasks.require(ctx.db, ctx.team.id, call.task.number)
    card = Card(
        t("task-postponed", head=head(task)),
        (
            t(
                "task-moved",
                before=was or t("date-open"),
                after=spoken_due(ctx.team, task, ctx.sent_at),
            ),
            *((t("task-because", words=words),) if words else ()),
        ),
        delivery=Delivery.IMPORTANT,
    )
    return told(ctx, card, [task.row.giver_id, *task.owners, task.row.promised_to])


def _shifted(ctx: Ctx, call: Call) -> Due | None:
    """The deadline so much later as was said: 晚两天."""
    row = call.task.row
    if call.shift is None or row.due_at is None or row.due_day is None:
        return None
    if row.all_day:
        return Due(row.due_day + call.shift)
    return Due(row.due_at.astimezone(ctx.team.zone) + call.shift)


def _reason(words: str, due: Due) -> str:
    rest = without(words, due)
    while (cut := _FILLER.sub("", rest)) != rest:
        rest = cut
    return rest


def _ask(ctx: Ctx, task: TaskInfo, due: Due, words: str) -> Card:
    """The question about a date that is not sure."""
    if due.start is None or due.recurrence or due.ask == "past":
        raise Refusal(
            "task-past" if due.ask == "past" else "task-postpone-when", number=task.number
        )
    line = f"/postpone T{task.number} {written(due)} {words}".strip()
    return Card(
        due_words.ask(due, ctx.local),
        buttons=(
            Button(t("common-yes"), line, ("是", "对")),
            Button(t("common-no"), "/dismiss keep"),
        ),
        question=True,
    )


def _asked_giver(ctx: Ctx, task: TaskInfo, due: Due, words: str) -> list[Card]:
    """Ask who gave the task, where the assignee spoke."""
    giver = roster(ctx.db, ctx.team.id).name(task.row.giver_id)
    question = Card(
        t("task-ask-giver", name=ctx.actor.name, head=head(task), who=f"@{giver}"),
        (
            t(
                "task-moved",
                before=spoken_due(ctx.team, task, ctx.sent_at),
                after=due_words.echo(due, ctx.local),
            ),
            t("task-because", words=words or t("task-no-reason")),
        ),
        buttons=(
            Button(t("task-button-grant"), f"/grant T{task.number}", ("同意", "好", "可以")),
            Button(t("task-button-deny"), f"/deny T{task.number}", ("不同意", "不行")),
        ),
        question=True,
        asks=task.row.giver_id,
        delivery=Delivery.IMPORTANT,
    )
    if ctx.chat.is_group:
        return [question.with_(mentions=(task.row.giver_id,))]
    told_so = Card(t("task-asked-giver", number=task.number, who=f"@{giver}"))
    return [told_so, question.with_(to=task.row.giver_id)]


@step("grant", "同意延期")
def grant(ctx: Ctx, call: Call) -> Answer:
    """Grant the later deadline that an assignee asked for."""
    return _answered(ctx, call.task, is_granted=True)


@step("deny", "不同意延期")
def deny(ctx: Ctx, call: Call) -> Answer:
    """Leave the deadline as it is."""
    return _answered(ctx, call.task, is_granted=False)


def _answered(ctx: Ctx, task: TaskInfo, *, is_granted: bool) -> list[Card]:
    request = task_dates.answer_request(ctx.db, ctx.team, task, doer(ctx), is_granted=is_granted)
    now = tasks.require(ctx.db, ctx.team.id, task.number)
    card = Card(
        t("task-granted" if is_granted else "task-denied", head=head(now), name=ctx.actor.name),
        (facts(ctx.db, ctx.team, now, ctx.sent_at),),
        delivery=Delivery.IMPORTANT,
    )
    return told(ctx, card, [request.member_id])
