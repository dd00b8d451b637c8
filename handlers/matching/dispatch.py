"""`派活`: a task finds the person it fits best, who is asked; the lead is asked where it is too
much for somebody.
"""

from __future__ import annotations

from dataclasses import replace

from bot.core.due_words import ask as ask_about
from bot.core.due_words import echo
from bot.kit import Answer, Button, Card, Ctx, MemberInfo, RecordRef, Refusal, Role, t
from handlers.matching import plans
from handlers.matching.offering import propose
from handlers.matching.orders import DISPATCH, Order, read_order
from handlers.matching.routing import router, words_of
from models import dispatching, offers, tasks
from models.rosters import ACTIVE
from models.task_changes import Doer
from models.tasks import NewTask, TaskInfo


@router.command("dispatch", DISPATCH, role=Role.LEAD, whole=True)
def dispatch(ctx: Ctx) -> Answer:
    """Ask the best person to take a task, or plan several tasks together."""
    order = read_order(ctx)
    if order is not None:
        return carry(ctx, order)
    words, typed, glued = words_of(ctx)
    if typed or not (words or glued):
        raise Refusal("matching-how")
    return None


def read_dispatch(ctx: Ctx) -> Order | None:
    """An order that is surely one, so that who may not give it is told who can."""
    if not ctx.text.lstrip().startswith(DISPATCH):
        return None
    order = read_order(ctx)
    return order if order is not None and order.is_sure else None


@router.listen(read_dispatch, role=Role.LEAD)
def carry(ctx: Ctx, order: Order) -> Answer:
    """Do what was ordered."""
    if order.is_all:
        return plans.together(ctx, dispatching.unassigned(ctx.db, ctx.team))
    if order.numbers:
        found = [tasks.require(ctx.db, ctx.team.id, number) for number in order.numbers]
        if len(found) == 1:
            return _one(ctx, found[0], order.member)
        if order.member is None:
            return plans.together(ctx, found)
        raise Refusal("matching-one-each", number=order.numbers[0], name=order.member.name)
    return _new(ctx, order)


def _new(ctx: Ctx, order: Order) -> Answer:
    due, local = order.due, ctx.now.astimezone(ctx.team.zone)
    if due is not None and due.recurrence is not None:
        raise Refusal("matching-once")
    if due is not None and due.ask:
        # No date is proposed: there is more in the line than a yes could answer.
        return Card(ask_about(replace(due, start=None), local), note=t("matching-again"))
    if not order.is_sure:
        return _is_it_meant(ctx, order)
    at = (due.end or due.start) if due is not None else None
    new = NewTask(
        title=order.title,
        needs=order.needs,
        due=tasks.deadline(ctx.team, at) if at is not None else None,
    )
    task = tasks.create(ctx.db, ctx.team, new, Doer(ctx.actor, ctx.now, ctx.source))
    return _one(ctx, task, order.member)


def _is_it_meant(ctx: Ctx, order: Order) -> Card:
    """Ask about a line that may as well be talk."""
    local = ctx.now.astimezone(ctx.team.zone)
    words, _, _ = words_of(ctx)
    due = order.due
    when = echo(due, local) if due is not None else t("date-open")
    return Card(
        t("matching-meant", title=order.title, due=when),
        note=t("matching-meant-note", title=order.title),
        buttons=(
            Button(t("matching-button-yes"), f"/dispatch {' '.join(words)}"),
            Button(t("common-no"), "/dismiss"),
        ),
        question=True,
    )


def _one(ctx: Ctx, task: TaskInfo, member: MemberInfo | None) -> list[Card]:
    offers.require_free(ctx.db, task)
    if member is not None:
        return _named(ctx, task, member, is_sure=False)
    fits = dispatching.ranking(ctx.db, ctx.team, task, ctx.actor, now=ctx.now)
    return propose(ctx, task, fits, asker=ctx.actor)


def _named(ctx: Ctx, task: TaskInfo, member: MemberInfo, *, is_sure: bool) -> list[Card]:
    """Ask somebody whom the lead named; the best of the others stands by."""
    if member.state != ACTIVE or member.role < Role.MEMBER:
        raise Refusal("matching-cannot-work", name=member.name)
    first = dispatching.named(ctx.db, ctx.team, task, member, ctx.now)
    rest = dispatching.ranking(ctx.db, ctx.team, task, ctx.actor, now=ctx.now, without={member.id})
    return propose(ctx, task, [first, *rest], asker=ctx.actor, is_named=True, is_sure=is_sure)


@router.command("offer", role=Role.LEAD, hidden=True)
def offer(ctx: Ctx, ref: RecordRef, who: MemberInfo) -> list[Card]:
    """Ask somebody although it is much for them: the lead was asked about that."""
    task = tasks.require(ctx.db, ctx.team.id, ref.number)
    offers.require_free(ctx.db, task)
    return _named(ctx, task, who, is_sure=True)
