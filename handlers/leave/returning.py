"""Back from leave before its end, or leave that is called off."""

from __future__ import annotations

import datetime as dt

from bot.kit import Answer, Button, Card, Ctx, Delivery, MemberInfo, Refusal, Role, T, t
from handlers.leave.routing import router
from handlers.leave.spans import Days, span
from handlers.leave.words import calling, days_in, is_talk, read_line
from models import absences
from models.absences import Absence

# Leaves that a question or a note names.
SHOWN = 3


@router.command("back", "销假", role=Role.MEMBER, whole=True)
def back(ctx: Ctx) -> Answer:
    """End a leave early, or call off one that has not begun."""
    called = ctx.commands.find(ctx.text)
    if called is None or (not called.typed and (called.glued or is_talk(called.line))):
        return None
    said = read_line(ctx, called.line)
    days = days_in(said.rest, ctx.local, is_typed=True) if said.rest else None
    if said.rest and (days is None or (days.rest and not called.typed)):
        if called.typed:
            raise Refusal("leave-back-how")
        return None
    member = said.one(ctx)
    absences.require_may(ctx.db, ctx.actor, member)
    found = absences.of_member(ctx.db, ctx.team, member.id, ctx.local.date())
    if not found:
        return Card(t("leave-not-away", name=member.name))
    if days is not None:
        return _back_on(ctx, member, found, days)
    if found[0].holds(ctx.local.date()) or len(found) == 1:
        return _end(ctx, member, found[0], max(found[0].first, ctx.local.date()))
    return _which(ctx, member, found)


def _back_on(ctx: Ctx, member: MemberInfo, found: list[Absence], days: Days) -> Answer:
    if days.question is not None or days.first is None or days.first != days.last:
        raise Refusal("leave-back-how")
    day = days.first
    for absence in found:
        if absence.holds(day):
            return _end(ctx, member, absence, day)
    return Card(t("leave-not-then", name=member.name, day=span(day, day, ctx.local)))


def _which(ctx: Ctx, member: MemberInfo, found: list[Absence]) -> Card:
    whose = f" @{member.name}#{member.id}" if member.id != ctx.actor.id else ""
    options = tuple(
        Button(span(each.first, each.last, ctx.local), f"/back {each.first}{whose}")
        for each in found[:SHOWN]
    )
    return Card(t("leave-back-which"), buttons=options, question=True)


def _end(ctx: Ctx, member: MemberInfo, absence: Absence, day: dt.date) -> Answer:
    absences.end(ctx.db, ctx.actor, absence, day, now=ctx.now)
    left = absences.of_member(ctx.db, ctx.team, member.id, ctx.local.date())
    others = tuple(span(each.first, each.last, ctx.local) for each in left)
    is_for_another = member.id != ctx.actor.id
    card = Card(
        _ended(ctx, calling(ctx, member), absence, day),
        note=t("leave-others-stay", spans=others[:SHOWN]) if others else None,
        mentions=(member.id,) if is_for_another else (),
        delivery=Delivery.IMPORTANT,
    )
    if not is_for_another:
        return card
    what = _ended(ctx, member.name, absence, day)
    return [card, Card(t("leave-back-told", who=ctx.actor.name, what=what), to=member.id)]


def _ended(ctx: Ctx, name: str, absence: Absence, day: dt.date) -> T:
    """Back today, the last day of a shorter leave, or the leave that is called off."""
    if day == ctx.local.date():
        return t("leave-back", name=name, day=span(day, day, ctx.local))
    if day > absence.first:
        last = day - dt.timedelta(days=1)
        return t("leave-shortened", name=name, last=span(last, last, ctx.local))
    return t("leave-called-off", name=name, span=span(absence.first, absence.last, ctx.local))
