"""`我的一天`: the own day on a private card each morning, or shown when it is asked for."""

from __future__ import annotations

from bot.core.due_words import moment
from bot.kit import Card, ClockTime, Ctx, Role, Switch, T, WakeCtx, t
from handlers.mine.lines import (
    View,
    appointment_lines,
    due_promises,
    goal_lines,
    task_lines,
    view_of,
)
from handlers.mine.routing import router
from models import care, duties, my_day
from models.rosters import roster


@router.command("my_day", "我的一天", role=Role.MEMBER)
def own_day(ctx: Ctx, switch: Switch | None = None, at: ClockTime | None = None) -> Card:
    """Show one's day, or let it come each day at a time: `我的一天 开 8:30`."""
    if switch is Switch.OFF:
        was_on = my_day.switch_off(ctx.db, ctx.team, ctx.actor.id)
        return Card(t("mine-day-off" if was_on else "mine-day-off-already"))
    if switch is Switch.ON or at is not None:
        minute = my_day.USUAL if at is None else at
        first = my_day.switch_on(ctx.db, ctx.team, ctx.actor.id, minute, now=ctx.now)
        local = first.astimezone(ctx.team.zone)
        words = moment(local, ctx.now.astimezone(ctx.team.zone))
        return Card(t("mine-day-on", when=f"{local:%H:%M}", first=words))
    view = view_of(ctx.db, ctx.team, ctx.actor, ctx.now, is_private=not ctx.chat.is_group)
    card = day_card(view)
    if card is None and not view.is_private:
        # What is late or private is told elsewhere: nothing is said about how free the day is.
        return Card(t("mine-day-title", **_heading(view)), note=t("mine-day-private"))
    is_on = my_day.minute_of(ctx.db, ctx.actor.id) is not None
    note = None if is_on else t("mine-day-offer")
    return (card or Card(t("mine-day-free", **_heading(view)))).with_(note=note)


@router.reminder(my_day.JOB)
def send_days(ctx: WakeCtx) -> list[Card]:
    """The cards of all whose minute has come; a day with nothing in it is let alone."""
    people = roster(ctx.db, ctx.team.id).members
    cards = []
    for member_id in my_day.due(ctx.db, ctx.team, ctx.due, ctx.now):
        card = day_card(view_of(ctx.db, ctx.team, people[member_id], ctx.now, is_private=True))
        if card is not None:
            cards.append(card.with_(to=member_id))
    return cards


def day_card(view: View) -> Card | None:
    """What the day holds; None where there is nothing to say."""
    work = view.work
    promises = due_promises(view) if view.is_private else []
    away, goal, appointments = _away(view), goal_lines(view), appointment_lines(view)
    has_work = work.due_today or work.to_accept or (work.overdue and view.is_private)
    if not (has_work or promises or away or goal or appointments):
        return None
    lines = (*appointments, *task_lines(view, today_only=True), *promises, *goal, *away)
    return Card(t("mine-day-title", **_heading(view)), lines)


def _heading(view: View) -> dict[str, str | T]:
    return {"name": view.member.name, "date": moment(view.local.date(), view.local)}


def _away(view: View) -> list[T]:
    """Who is on leave today of those with whom the member shares duties."""
    partners = duties.partners_of(view.db, view.member)
    if not partners:
        return []
    people = roster(view.db, view.team.id)
    away = care.away(view.db, view.team, view.local.date())
    shown = tuple(
        t("mine-away-who", name=people.name(member_id), duties=shared)
        for member_id, shared in partners.items()
        if member_id in away
    )
    return [t("mine-away", who=shown)] if shown else []
