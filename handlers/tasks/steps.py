"""What becomes of a task: `开始`, `完成`, `验收`, `退回`, `取消`, `重开`, `卡住`, `撤销`."""

from __future__ import annotations

from bot.kit import Answer, Button, Card, Ctx, Delivery, Refusal, T, doer, t
from handlers.tasks.cards import due_words, facts, head, names, requirement, told
from handlers.tasks.talking import Call, step
from models import task_series, task_steps
from models.rosters import roster
from models.task_states import DONE
from models.task_steps import Ended
from models.tasks import TaskInfo, may_steer


@step("start", "开始", offer=True)
def start(ctx: Ctx, call: Call) -> Answer:
    """Begin tasks."""
    cards: list[Card] = []
    for task in call.tasks:
        now = task_steps.start(ctx.db, ctx.team, task, doer(ctx))
        cards += told(ctx, _brief(ctx, now, "start"), [now.row.giver_id])
    return cards


@step("done", "完成", "做完", "搞定", "交活", offer=True)
def done(ctx: Ctx, call: Call) -> Answer:
    """Hand tasks in, or finish them where nobody judges them; what is missing is asked first."""
    cards: list[Card] = []
    for task in call.tasks:
        doubt = None if ctx.is_press else _doubt(ctx, task)
        cards += [doubt] if doubt is not None else _done(ctx, task)
    return cards


def _doubt(ctx: Ctx, task: TaskInfo) -> Card | None:
    """What to ask before a task counts as done: open items, or the requirement where one judges
    one's own work.
    """
    left = [item for item in task.items if item.done_at is None]
    if not task.is_alive or (not left and task.acceptor != ctx.actor.id):
        return None
    if not left and not task.row.criteria:
        return None
    shown = tuple(t("task-item", n=item.n, words=item.words, done=0) for item in left[:5])
    title = (
        t("task-ask-items", head=head(task), count=len(left), items=shown)
        if left
        else t("task-ask-criteria", head=head(task), criteria=task.row.criteria)
    )
    return Card(
        title,
        buttons=(
            Button(t("task-button-all-done"), f"/done T{task.number}", ("都做到了", "完成", "yes")),
            Button(t("task-button-not-yet"), "/dismiss keep", ("还没", "还差", "no")),
        ),
        question=True,
    )


def _done(ctx: Ctx, task: TaskInfo) -> list[Card]:
    ended = task_steps.finish(ctx.db, ctx.team, task, doer(ctx))
    if ended.task.row.state == DONE:
        return _ended(ctx, ended, "done")
    judge = ended.task.acceptor
    card = Card(
        t("task-handed-in", head=head(ended.task), name=ctx.actor.name),
        (*requirement(ctx.db, ctx.team, ended.task), t("task-judge", number=task.number)),
        buttons=(Button(t("task-button-accept"), f"/accept T{task.number}"),),
        delivery=Delivery.IMPORTANT,
    )
    return told(ctx, card, [judge])


def _ended(ctx: Ctx, ended: Ended, how: str) -> list[Card]:
    """A task has ended: praise, the next one of its series, and who can go on now."""
    task = ended.task
    people = roster(ctx.db, ctx.team.id)
    lines: list[T] = []
    if how != "cancelled":
        lines.append(_punctual(task))
    if ended.following is not None:
        date = due_words(ctx.team, ended.following, ctx.sent_at)
        number = ended.following.number
        lines.append(
            t("task-comes-again", number=number, date=date, skipped=ended.following.row.skipped)
        )
    for free in ended.freed[:3]:
        who = names(people, free.owners)
        lines.append(t("task-freed", head=head(free), who=who))
    who = names(people, task.owners) if task.owners else ctx.actor.name
    card = Card(
        t(f"task-{how}", head=head(task), who=who),
        tuple(lines),
        delivery=Delivery.IMPORTANT,
    )
    freed = [i for free in ended.freed for i in free.owners]
    return told(ctx, card, [*task.owners, task.row.giver_id, task.row.promised_to, *freed])


def _punctual(task: TaskInfo) -> T:
    row = task.row
    in_time = row.due_at is None or row.submitted_at is None or row.submitted_at <= row.due_at
    return t(
        "task-punctual", dated=int(row.due_at is not None and in_time), first=int(row.returned == 0)
    )


@step("accept", "验收", "通过")
def accept(ctx: Ctx, call: Call) -> Answer:
    """Accept what was handed in; `验收 T31 退回 …` returns it."""
    words = call.words
    for word in ("不通过", "退回", "打回"):
        if words.startswith(word):
            return send_back(ctx, Call(call.tasks, words.removeprefix(word).strip(" ,，:：")))
    cards: list[Card] = []
    for task in call.tasks:
        cards += _ended(ctx, task_steps.accept(ctx.db, ctx.team, task, doer(ctx)), "accepted")
    return cards


@step("return", "退回", "打回", "返工")
def send_back(ctx: Ctx, call: Call) -> Answer:
    """Return a task with what is missing; the history keeps it."""
    task = task_steps.send_back(ctx.db, ctx.team, call.task, doer(ctx), words=call.words)
    who = names(roster(ctx.db, ctx.team.id), task.owners)
    card = Card(
        t("task-returned", head=head(task), who=who),
        (t("task-missing", words=call.words), facts(ctx.db, ctx.team, task, ctx.sent_at)),
        delivery=Delivery.IMPORTANT,
    )
    return told(ctx, card, task.owners)


@step("cancel", "取消", "删除")
def cancel(ctx: Ctx, call: Call) -> Answer:
    """Call a task off; of a recurring one it is asked whether only this time is meant."""
    task = call.task
    words = call.words
    for_good = words in ("全部", "以后都不要", "all")
    if task.row.recurrence and task.is_alive and not for_good and words != "once":
        if not may_steer(task, ctx.actor):
            return _ended(ctx, task_steps.cancel(ctx.db, ctx.team, task, doer(ctx)), "cancelled")
        return _this_or_all(task)
    if for_good and task.row.recurrence:
        task = task_series.end_series(ctx.db, ctx.team, task.row, doer(ctx))
    cards: list[Card] = []
    for each in (task, *call.tasks[1:]):
        ended = task_steps.cancel(
            ctx.db, ctx.team, each, doer(ctx), words="" if for_good or words == "once" else words
        )
        cards += _ended(ctx, ended, "cancelled")
    return cards


def _this_or_all(task: TaskInfo) -> Card:
    line = f"/cancel T{task.number}"
    return Card(
        t("task-ask-series", head=head(task)),
        buttons=(
            Button(t("task-button-once"), f"{line} once", ("只这次", "这次")),
            Button(t("task-button-all"), f"{line} all", ("以后都不要", "全部")),
        ),
        question=True,
    )


@step("reopen", "重开", "重新打开", "恢复")
def reopen(ctx: Ctx, call: Call) -> Answer:
    """Let a task that had ended be open again."""
    task = task_steps.reopen(ctx.db, ctx.team, call.task, doer(ctx))
    return told(ctx, _brief(ctx, task, "reopen"), [*task.owners, task.row.giver_id])


@step("block", "卡住", "卡点", offer=True)
def block(ctx: Ctx, call: Call) -> Answer:
    """Say what a task is stuck on: who gave it is told, and the digest keeps it in sight."""
    if not call.words:
        raise Refusal("task-block-why", number=call.task.number)
    task = task_steps.block(ctx.db, ctx.team, call.task, doer(ctx), words=call.words)
    card = Card(
        t("task-blocked", head=head(task)),
        (t("task-blocked-by", words=call.words),),
        delivery=Delivery.IMPORTANT,
    )
    return told(ctx, card, [task.row.giver_id, *task.owners])


@step("unblock", "解除", "不卡了")
def unblock(ctx: Ctx, call: Call) -> Answer:
    """A task can go on."""
    task = task_steps.block(ctx.db, ctx.team, call.task, doer(ctx), words="")
    return told(ctx, _brief(ctx, task, "unblock"), [task.row.giver_id, *task.owners])


@step("undo", "撤销", "撤回", "作废", "撤消")
def undo(ctx: Ctx, call: Call) -> Answer:
    """Take back the newest change of a task."""
    cards: list[Card] = []
    for task in call.tasks:
        now, verb = task_steps.undo(ctx.db, ctx.team, task, doer(ctx))
        card = Card(
            t("task-undone", head=head(now), verb=verb, state=now.row.state),
            (facts(ctx.db, ctx.team, now, ctx.sent_at),),
            delivery=Delivery.IMPORTANT,
        )
        cards += told(ctx, card, [*now.owners, now.row.giver_id])
    return cards


def _brief(ctx: Ctx, task: TaskInfo, verb: str) -> Card:
    """One line about a small step, and the facts below."""
    return Card(
        t("task-step-taken", head=head(task), verb=verb, name=ctx.actor.name),
        (facts(ctx.db, ctx.team, task, ctx.sent_at),),
        delivery=Delivery.IMPORTANT,
    )
