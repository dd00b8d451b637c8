"""Who has a task and what belongs to it: `认领`, `转`, `子项`, `备注`, `依赖`, `改`, `合并`."""

from __future__ import annotations

import re

from bot.kit import Answer, Card, Ctx, Delivery, Refusal, T, doer, t
from bot.language.task_orders import read_orders
from handlers.tasks.cards import facts, head, more, receipt, requirement, told
from handlers.tasks.people import everyone, is_known, person, with_marks
from handlers.tasks.talking import Call, of_quote, require, step
from models import merging, task_parts, task_steps

_NAMES = re.compile(r"[\s@,、,]+|给|和|跟|(?<![A-Za-z])(?:to|and)(?![A-Za-z])")
_ITEMS = re.compile(r"[、;;\n,,]|(?<=\S)\s{2,}")
_TICKS = re.compile(r"^(?:第)?((?:\d{1,2}[\s,、,]*)+)(?:条|项)?\s*(.*)$")
_DONE = frozenset({"", "完成", "好了", "done", "ok", "✓", "✅", "☑"})
_UNDONE = frozenset({"没完成", "未完成", "取消", "undone", "open"})
_NONE = frozenset({"无", "取消", "清空", "不等", "none"})
# Without «@» a longer word behind 转 is no name of somebody unknown.
_LONGEST_NAME = 4
# Words about what a task waits for that are no more than that.
_WAITING = re.compile(
    r"#?[Tt]\d{1,9}|[\s,、，和与跟及]|(?:完成|做完|弄完|好了?)?(?:之后|以后|后)再?(?:做|弄|开始)?|and"
)
_LABEL = re.compile(r"^(?:标题|题目|名称|名字|内容|title)\s*(?:改[成为]|[:：为是])?\s*(?=\S)")


@step("claim", "认领", "我来领", "领")
def claim(ctx: Ctx, call: Call) -> Answer:
    """Take tasks that nobody has; the first one wins."""
    cards: list[Card] = []
    for each in call.tasks:
        task = task_steps.claim(ctx.db, ctx.team, each, doer(ctx))
        card = receipt(ctx, task, t("task-claimed", head=head(task), name=ctx.actor.name))
        cards += told(ctx, card, [task.row.giver_id])
    return cards


@step("transfer", "转", "转给", "转交", "指派", "派给")
def transfer(ctx: Ctx, call: Call) -> Answer:
    """Give a task to somebody else: one's own part, or all of it where one gave it."""
    wanted = call.people or tuple(name for name in _NAMES.split(call.words) if name)
    if not wanted:
        raise Refusal("task-transfer-who", number=call.task.number)
    if not call.people and not _are_people(ctx, call.words, wanted):
        return None
    to = everyone(ctx, wanted)
    cards: list[Card] = []
    for each in call.tasks:
        task = task_steps.hand_over(ctx.db, ctx.team, each, doer(ctx), to=to)
        who = " ".join(f"@{member.name}" for member in to)
        card = receipt(ctx, task, t("task-transferred", head=head(task), who=who))
        cards += told(ctx, card, [*task.owners, *each.owners, task.row.giver_id])
    return cards


def _are_people(ctx: Ctx, words: str, wanted: tuple[str, ...]) -> bool:
    """Whether words behind 转 are names, and not talk about money or parcels."""
    if "@" in words or all(is_known(ctx, name) for name in wanted):
        return True
    return len(wanted) == 1 and len(wanted[0]) <= _LONGEST_NAME


@step("item", "子项")
def items(ctx: Ctx, call: Call) -> Answer:
    """Add lines to a checklist, or tick them: `子项 T31 选图、写字`, `子项 T31 2 完成`."""
    task = call.task
    if not call.words:
        lines = more(task) if task.items else (t("task-items-none", number=task.number),)
        return Card(head(task), lines)
    ticked = _TICKS.match(call.words)
    if ticked is not None and ticked[2].strip() in _DONE | _UNDONE:
        numbers = tuple(int(each) for each in re.findall(r"\d+", ticked[1]))
        is_done = ticked[2].strip() in _DONE
        task = task_parts.tick(ctx.db, task, doer(ctx), numbers=numbers, is_done=is_done)
    else:
        words = tuple(each.strip(" -·□") for each in _ITEMS.split(call.words) if each.strip(" -·□"))
        task = task_parts.add_items(ctx.db, task, doer(ctx), words=words)
    is_full = all(item.done_at is not None for item in task.items)
    hint = (t("task-items-full", number=task.number),) if is_full else ()
    return Card(head(task), (*more(task), *hint), delivery=Delivery.IMPORTANT)


@step("note", "备注", "进展", "进度")
def note(ctx: Ctx, call: Call) -> Answer:
    """Keep a remark with a task; it stands in its history."""
    if not call.words:
        raise Refusal("task-note-what", number=call.task.number)
    task_parts.note(ctx.db, call.task, doer(ctx), words=call.words)
    return told(ctx, Card(t("task-noted", head=head(call.task))), [call.task.row.giver_id])


@step("after", "依赖", "等")
def after(ctx: Ctx, call: Call) -> Answer:
    """Let a task wait for others: `依赖 T31 T30`; `依赖 T31 无` lets it wait for nothing."""
    task, others = call.tasks[0], [each.number for each in call.tasks[1:]]
    words = call.words.strip()
    if not call.typed and words not in _NONE and _WAITING.sub("", words):
        return None
    others += [each.number for each in require(ctx, words)]
    quoted = of_quote(ctx)
    if not others and not words and quoted:
        # 等 T30 under the card of another task.
        task, others = quoted[0], [task.number]
    if words in _NONE and not others:
        task = task_parts.wait_no_more(ctx.db, task, doer(ctx))
        return Card(t("task-waits-no-more", head=head(task)))
    if not others:
        raise Refusal("task-after-what", number=task.number)
    task = task_parts.wait_for(ctx.db, task, doer(ctx), numbers=tuple(others))
    return told(ctx, Card(head(task), more(task), delivery=Delivery.IMPORTANT), task.owners)


@step("edit", "改", "改任务", "更正")
def edit(ctx: Ctx, call: Call) -> Answer:
    """Change what a task says: `改 T31 出5版文案`, `改 T31 验收:含价格`, `改 T31 紧急`."""
    if not call.words:
        raise Refusal("task-edit-what", number=call.task.number)
    said = _LABEL.sub("", call.words)
    order = read_orders(with_marks(said), ctx.local, lambda name: is_known(ctx, name))[0]
    values: dict[str, object] = {}
    if order.title:
        values["title"] = order.title
    if order.criteria:
        values["criteria"] = order.criteria
    if order.detail:
        values["detail"] = order.detail
    if order.acceptor:
        values["acceptor_id"] = person(ctx, order.acceptor).id
    if order.priority:
        values["priority"] = order.priority
    if order.customer:
        values["customer"] = order.customer
    if order.items and not (values or order.tags or order.due or order.people):
        return items(ctx, Call(call.tasks, "、".join(order.items)))
    if order.due is not None or order.people or not (values or order.tags):
        raise Refusal("task-edit-else", number=call.task.number)
    task = task_parts.edit(
        ctx.db,
        ctx.team,
        call.task,
        doer(ctx),
        words=call.words,
        values=values,
        tags=order.tags,
    )
    card = receipt(ctx, task, t("task-edited", head=head(task)))
    return told(ctx, card, task.owners)


@step("merge", "合并")
def merge(ctx: Ctx, call: Call) -> Answer:
    """Make two tasks one: the first goes into the second."""
    others = [*call.tasks[1:], *require(ctx, call.words)]
    if len(others) != 1:
        raise Refusal("task-merge-which", number=call.task.number)
    task = merging.merge(ctx.db, ctx.team, others[0], call.task, doer(ctx))
    lines: tuple[T, ...] = (facts(ctx.db, ctx.team, task, ctx.sent_at),)
    title = t("task-merged", number=call.task.number, head=head(task))
    card = Card(title, (*lines, *requirement(ctx.db, ctx.team, task)), delivery=Delivery.IMPORTANT)
    return told(ctx, card, [*task.owners, *call.task.owners, task.row.giver_id])
