"""`推送`: when the digests go out, to whom and about whom not."""

from __future__ import annotations

import json

from bot.kit import Answer, Card, Ctx, PeriodKind, Refusal, Role, T, t
from handlers.digests.cards import NAMED
from handlers.digests.orders import PushOrder, read_order
from handlers.digests.recipients import ids_in, recipients
from handlers.digests.routing import JOBS, router
from handlers.digests.span_cards import spoken_span
from handlers.digests.words import clock, weekday
from models import schedules
from models.messages import Schedule
from models.rosters import roster
from models.rounds import Every, read_every

NOON = 12 * 60
_PUSH = "推送"
# Days that not every month has.
_RARE = range(29, 31)


def read_push(ctx: Ctx) -> PushOrder | None:
    """The order in a message that begins with 推送; None for talk."""
    return read_order(ctx) if ctx.text.lstrip().startswith(_PUSH) else None


@router.command("push", _PUSH, role=Role.MANAGER, whole=True)
def push(ctx: Ctx) -> Answer:
    """Plan, list or end what is pushed by itself."""
    order = read_order(ctx)
    if order is not None:
        return change_push(ctx, order)
    called = ctx.commands.find(ctx.text)
    if called is not None and called.typed:
        raise Refusal("digest-when")
    return None


@router.listen(read_push, role=Role.MANAGER)
def change_push(ctx: Ctx, order: PushOrder) -> Card:
    """Do what was ordered; the listener tells those who may not who can."""
    if order.action == "list":
        return _planned(ctx)
    if order.action == "off" or order.kind is None:
        return _off(ctx, order.kind)
    level = order.level if order.level or order.people else Role.MANAGER
    settings: dict[str, object] = {
        "role": int(level) if level is not None else None,
        "to": order.people,
        "without": order.without,
        "group": order.group,
        "picture": order.picture,
        "topic": ctx.incoming.chat.topic,
    }
    row = schedules.plan(
        ctx.db,
        ctx.team,
        JOBS[order.kind],
        order.minute,
        settings=settings,
        now=ctx.now,
        every=order.every,
    )
    is_early = order.kind is PeriodKind.DAY and order.minute < NOON
    return Card(
        t("digest-planned", when=_when(row), reach=_reach(ctx, settings)),
        lines=(_starts(ctx, row),),
        note=t("digest-early", when=clock(order.minute)) if is_early else None,
    )


def _starts(ctx: Ctx, row: Schedule) -> T:
    """When the first one comes, and of which week or month it tells."""
    every = read_every(row.every)
    is_today = row.due_on == ctx.now.astimezone(ctx.team.zone).date()
    if every.kind is PeriodKind.DAY:
        return t("digest-starts", day="today" if is_today else "tomorrow")
    return t(
        "digest-first-one",
        kind=every.kind.value,
        date=f"{row.due_on:%m-%d}",
        weekday=weekday(row.due_on),
        span=spoken_span(every.told(row.due_on)),
    )


def _off(ctx: Ctx, kind: PeriodKind | None) -> Card:
    """End a digest; the only one that is planned need not be named."""
    if kind is None:
        planned = [each for each, job in JOBS.items() if _find(ctx, job) is not None]
        if len(planned) > 1:
            raise Refusal("digest-which-off")
        kind = planned[0] if planned else PeriodKind.DAY
    if not schedules.cancel(ctx.db, ctx.team.id, JOBS[kind]):
        raise Refusal("digest-not-planned", kind=kind.value)
    return Card(t("digest-off", kind=kind.value))


def _find(ctx: Ctx, job: str) -> Schedule | None:
    return schedules.find(ctx.db, ctx.team.id, job)


def _planned(ctx: Ctx) -> Card:
    rows = [(kind, row) for kind, job in JOBS.items() if (row := _find(ctx, job)) is not None]
    if not rows:
        return Card(t("digest-none-planned"))
    lines = tuple(
        t(
            "digest-planned-line",
            kind=kind.value,
            when=_when(row),
            reach=_reach(ctx, json.loads(row.settings)),
            date=f"{row.due_on:%m-%d}",
            weekday=weekday(row.due_on),
        )
        for kind, row in rows
    )
    return Card(t("digest-list"), lines=lines)


def _when(row: Schedule) -> T:
    """The days and the time of a plan."""
    every: Every = read_every(row.every)
    when = clock(row.minute)
    if every.kind is PeriodKind.WEEK:
        return t("digest-every-week", weekday=t("digest-weekday", n=every.on), when=when)
    if every.kind is PeriodKind.MONTH:
        return t("digest-every-month", day=every.on, rare=int(every.on in _RARE), when=when)
    return t("digest-every-day", when=when)


def _reach(ctx: Ctx, settings: dict[str, object]) -> T:
    """Whom a plan reaches."""
    people = roster(ctx.db, ctx.team.id)
    names = tuple(member.name for member in recipients(people, settings))
    without = tuple(people.name(i) for i in ids_in(settings, "without"))
    return t(
        "digest-reach",
        who=names[:NAMED],
        people=len(names),
        group=int(bool(settings.get("group"))),
        picture=int(bool(settings.get("picture"))),
        without=without,
        excluded=len(without),
    )
