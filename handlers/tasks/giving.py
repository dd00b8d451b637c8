"""`任务`: giving work in words, one piece or several at once; what is unclear is asked first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from bot.core import due_words
from bot.kit import Answer, Button, Card, Ctx, Delivery, Refusal, Role, T, doer, t
from bot.language.dates import Due
from bot.language.task_orders import TaskOrder, read_orders
from bot.language.task_talk import is_order
from handlers.tasks.cards import due_words as spoken_due
from handlers.tasks.cards import head, names, receipt, short
from handlers.tasks.listing import listed, read_query
from handlers.tasks.people import everyone, is_known, nearest, person, with_marks
from handlers.tasks.routing import router
from handlers.tasks.talking import proposal, written
from models import care, similar, stages, tasks, workloads
from models.rosters import roster
from models.tasks import Deadline, NewTask, TaskInfo

# As many lines as one message may give out, and as many as are echoed.
MOST, ECHOED = 20, 10


@router.command("task", "任务", role=Role.MEMBER, whole=True)
def task(ctx: Ctx) -> Answer:
    """Give work, or list what there is: the words decide."""
    found = ctx.commands.find(ctx.text)
    if found is None:
        return None
    query = read_query(ctx, found.line)
    if query is not None:
        return listed(ctx, query) if found.typed or not found.glued else None
    quote = ctx.incoming.quote
    if not found.typed and (found.glued or not is_order(found.line)):
        has_quote = quote is not None and quote.text and _only_parts(ctx, found.line)
        if not has_quote or found.glued:
            return None
    orders = read_orders(
        with_marks(found.line),
        ctx.local,
        lambda name: is_known(ctx, name),
        quoted=quote.text if quote is not None else "",
    )
    return give(ctx, orders)


def _only_parts(ctx: Ctx, line: str) -> bool:
    """Whether a line under a quote says nothing but who and when."""
    order = read_orders(with_marks(line), ctx.local, lambda name: is_known(ctx, name))
    return len(order) == 1 and not order[0].title


def give(ctx: Ctx, orders: Sequence[TaskOrder]) -> Answer:
    """Make the tasks of a message, all or none; raises Refusal for what is not possible."""
    if not orders or not any(order.title for order in orders):
        raise Refusal("task-no-title")
    if len(orders) > MOST:
        raise Refusal("task-many", count=len(orders), most=MOST)
    if len(orders) == 1:
        order = orders[0]
        return _unclear(ctx, order) or _given(ctx, order)
    for n, order in enumerate(orders, start=1):
        _refuse_unclear(ctx, n, order)
    made = [tasks.create(ctx.db, ctx.team, wanted(ctx, order), doer(ctx)) for order in orders]
    return _several(ctx, made)


def _refuse_unclear(ctx: Ctx, n: int, order: TaskOrder) -> None:
    """Among several, one that would be asked about holds up all: nothing is half-written."""
    if not order.title:
        raise Refusal("task-line-no-title", line=n)
    if order.due is not None and order.due.ask:
        raise Refusal("task-line-date", line=n, title=order.title[:24])
    everyone(ctx, order.people)


def _unclear(ctx: Ctx, order: TaskOrder) -> Card | None:
    """The question about somebody unknown or an unsure date, None where all is clear."""
    for name in order.people:
        if not is_known(ctx, name):
            return _who(ctx, order, name)
    due = order.due
    if due is None or not due.ask:
        return None
    due = proposal(due, ctx.local)
    buttons = [Button(t("task-button-no-date"), f"/task {as_line(order)}", ("不定时间",))]
    if due.start is not None and due.recurrence is None:
        buttons.insert(0, Button(t("common-yes"), f"/task {as_line(order, due)}", ("是", "对")))
    return Card(
        t("task-ask-date", title=order.title[:40]),
        (due_words.ask(due, ctx.local),),
        buttons=tuple(buttons),
        question=True,
    )


def _who(ctx: Ctx, order: TaskOrder, name: str) -> Card:
    found = roster(ctx.db, ctx.team.id).find(name)
    near = None if found is not None else nearest(ctx, name)
    rest = tuple(each for each in order.people if each != name)
    buttons = [
        Button(t("task-button-nobody"), f"/task {as_line(replace(order, people=rest), order.due)}")
    ]
    if near is not None:
        people = tuple(near if each == name else each for each in order.people)
        line = f"/task {as_line(replace(order, people=people), order.due)}"
        buttons.insert(0, Button(t("task-button-person", name=near), line))
    title = (
        t("task-ask-left", name=name) if found is not None else t("task-ask-who", name=name[:32])
    )
    return Card(title, buttons=tuple(buttons), question=True)


def as_line(order: TaskOrder, due: Due | None = None) -> str:
    """The words of an order as one line that means the same, with the date that was settled."""
    parts = [f"@{name}" for name in order.people]
    if due is not None and due.start is not None and due.recurrence is None:
        parts.append(written(due))
    parts.append(order.title)
    parts += [f"#{tag}" for tag in order.tags]
    parts += [{2: "紧急", 1: "急", -1: "不急"}[order.priority]] if order.priority else []
    parts += [f"等T{number}" for number in order.after]
    parts += [f"客户:{order.customer}"] if order.customer else []
    parts += [f"阶段:{order.stage}"] if order.stage else []
    parts += [f"验收人:@{order.acceptor}"] if order.acceptor else []
    parts += [f"子项:{'、'.join(order.items)}"] if order.items else []
    parts += [f"验收:{order.criteria}"] if order.criteria else []
    parts += [f"说明:{order.detail}"] if order.detail else []
    return " ".join(part for part in parts if part)


def wanted(ctx: Ctx, order: TaskOrder) -> NewTask:
    """The task that an order means; raises Refusal for people, stages or tasks that are not
    there.
    """
    due = order.due
    deadline = _deadline(ctx, due)
    return NewTask(
        title=order.title,
        owners=tuple(member.id for member in everyone(ctx, order.people)),
        due=deadline,
        detail=order.detail,
        criteria=order.criteria,
        acceptor_id=person(ctx, order.acceptor).id if order.acceptor else None,
        priority=order.priority,
        tags=order.tags,
        items=order.items,
        after=order.after,
        needs=order.needs,
        customer=order.customer,
        stage_id=_stage(ctx, order.stage) if order.stage else None,
        recurrence=(due.recurrence or "") if due and deadline else "",
        recurs_until=_last_day(due),
    )


def _stage(ctx: Ctx, name: str) -> int:
    found = stages.find(ctx.db, ctx.team.id, name)
    if found is None or not found.is_sure:
        raise stages.unknown(ctx.db, ctx.team.id, name)
    return found.stage.id


def _deadline(ctx: Ctx, due: Due | None) -> Deadline | None:
    if due is None or due.start is None or due.ask:
        return None
    value = due.start if due.recurrence else due.end or due.start
    return tasks.deadline(ctx.team, value)


def _last_day(due: Due | None) -> dt.date | None:
    """The last day of a recurrence, None where it has none."""
    if due is None or due.recurrence is None or isinstance(due.end, dt.datetime):
        return None
    return due.end


def _given(ctx: Ctx, order: TaskOrder) -> Answer:
    made = tasks.create(ctx.db, ctx.team, wanted(ctx, order), doer(ctx))
    card = receipt(ctx, made)
    notes = _notes(ctx, made, order)
    alike = similar.similar_to(
        ctx.db, ctx.team.id, made.row.title, made.row.customer, without=(made.number,)
    )
    if alike:
        return [_maybe_twice(ctx, card, made, alike[0][0]), *_private(ctx, card, made)]
    return [card.with_(lines=(*card.lines, *notes)), *_private(ctx, card, made)]


def _private(ctx: Ctx, card: Card, made: TaskInfo) -> list[Card]:
    """A word to each assignee where the task was given out of the group's sight."""
    if ctx.chat.is_group:
        return []
    title = t("task-for-you", head=head(made), name=ctx.actor.name)
    return [card.with_(title=title, to=i, mentions=()) for i in made.owners if i != ctx.actor.id]


def _maybe_twice(ctx: Ctx, card: Card, made: TaskInfo, other: TaskInfo) -> Card:
    """The receipt with the question whether it is the same as an open one."""
    people = roster(ctx.db, ctx.team.id)
    line = t(
        "task-alike",
        head=short(other),
        who=names(people, other.owners),
        due=spoken_due(ctx.team, other, ctx.sent_at),
    )
    keep, drop = other.number, made.number
    return card.with_(
        lines=(*card.lines, line),
        buttons=(
            Button(t("task-button-merge"), f"/merge T{drop} T{keep}", ("合并", "merge")),
            Button(t("task-button-both"), "/dismiss keep", ("照建", "不合并", "both")),
        ),
        question=True,
    )


def _notes(ctx: Ctx, made: TaskInfo, order: TaskOrder) -> list[T]:
    """What to know about it: who is away, who has a lot in hand, and that nobody is called."""
    lines: list[T] = []
    people = roster(ctx.db, ctx.team.id)
    until = made.row.due_day or ctx.today
    for who, first, last in care.leaves(ctx.db, ctx.team, ctx.today, max(until, ctx.today)):
        if who in made.owners:
            span = f"{first:%m-%d}~{last:%m-%d}" if first != last else f"{first:%m-%d}"
            lines.append(t("task-note-away", name=people.name(who), span=span))
    members = [people.members[i] for i in made.owners]
    for load in workloads.loads(ctx.db, ctx.team, members, ctx.now):
        if load.is_over:
            name = load.member.name
            lines.append(t("task-note-full", name=name, count=load.open, most=load.capacity))
    if order.everybody:
        lines.append(t("task-note-everybody"))
    return lines[:3]


def _several(ctx: Ctx, made: Sequence[TaskInfo]) -> list[Card]:
    """One receipt for several tasks, a line each."""
    people = roster(ctx.db, ctx.team.id)
    lines = tuple(
        t(
            "task-made-line",
            head=short(each),
            who=names(people, each.owners) if each.owners else t("task-nobody"),
            due=spoken_due(ctx.team, each, ctx.sent_at) or t("date-open"),
        )
        for each in made[:ECHOED]
    )
    more = len(made) - len(lines)
    card = Card(
        t("task-made-several", count=len(made)),
        (*lines, *((t("task-more", count=more),) if more else ())),
        mentions=tuple({i for each in made for i in each.owners if i != ctx.actor.id}),
        delivery=Delivery.IMPORTANT,
    )
    if ctx.chat.is_group:
        return [card]
    private = [note for each in made for note in _private(ctx, receipt(ctx, each), each)]
    return [card.with_(mentions=()), *private]
