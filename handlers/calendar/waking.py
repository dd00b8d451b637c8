"""Reminders of appointments, and news for the group about what was arranged in private."""

from __future__ import annotations

import datetime as dt

from bot.kit import Answer, Card, WakeCtx, t
from handlers.calendar.routing import router
from handlers.calendar.words import details, one_time, who
from models import events, reminders
from models.care import after_quiet, may_nudge_at
from models.event_reminders import JOB, NEWS, arm_next, due_now
from models.event_times import Occurrence
from models.reminders import Wake
from models.rosters import ACTIVE, roster

_MINUTE = dt.timedelta(minutes=1)


@router.reminder(JOB)
def remind(ctx: WakeCtx) -> Answer:
    """Remind of what begins soon: the group of what is for everybody, the others one by one."""
    cards: list[Card] = []
    for wake in ctx.due:
        event = events.by_id(ctx.db, ctx.team.id, wake.subject)
        if event is None:
            continue
        each = due_now(ctx.team, event, ctx.now)
        if not wake.step:
            arm_next(ctx.db, ctx.team, event, ctx.now)
        if each is None:
            continue
        cards += _to_all(ctx, each) if event.row.everybody else _to_some(ctx, wake, each)
    return cards


def _to_all(ctx: WakeCtx, each: Occurrence) -> list[Card]:
    later = after_quiet(ctx.team, ctx.now)
    if later > ctx.now:
        # The quiet hours were changed since.
        _again(ctx, each, later, step=0)
        return []
    return [_reminder(ctx, each)]


def _to_some(ctx: WakeCtx, wake: Wake, each: Occurrence) -> list[Card]:
    """Those who may be reminded now; who wants to be left alone for some time, after it."""
    people = roster(ctx.db, ctx.team.id).members
    cards = []
    for member_id in (wake.step,) if wake.step else each.event.members:
        if member_id not in each.event.members or people[member_id].state != ACTIVE:
            continue
        later = may_nudge_at(ctx.db, ctx.team, member_id, ctx.now)
        if later > ctx.now:
            _again(ctx, each, later, step=member_id)
        else:
            cards.append(_reminder(ctx, each).with_(to=member_id))
    return cards


def _again(ctx: WakeCtx, each: Occurrence, later: dt.datetime, *, step: int) -> None:
    """Remind then, unless it has begun by then."""
    if later < each.start:
        subject = each.event.row.id
        reminders.remind(ctx.db, ctx.team.id, JOB, subject, at=later, step=step)


def _reminder(ctx: WakeCtx, each: Occurrence) -> Card:
    row = each.event.row
    minutes = -(-(each.start - ctx.now) // _MINUTE)
    title = t(
        "calendar-remind",
        number=row.number,
        title=row.title,
        kind="day" if row.all_day else "soon" if minutes <= 60 else "later",
        minutes=minutes,
    )
    line = t(
        "calendar-details",
        when=one_time(each, ctx.team, ctx.now),
        who=who(each.event, ctx.db, ctx.team),
        place=row.place,
        has_place=int(bool(row.place)),
    )
    return Card(title, (line,))


@router.reminder(NEWS)
def news(ctx: WakeCtx) -> Answer:
    """Tell the group what was booked, moved or called off in private and is for everybody."""
    cards = []
    for wake in ctx.due:
        event = events.by_id(ctx.db, ctx.team.id, wake.subject)
        if event is None or not event.row.everybody:
            continue
        row = event.row
        kind = "cancelled" if row.state != events.PLANNED else "moved" if row.sequence else "booked"
        title = t(f"calendar-{kind}", number=row.number, title=row.title, reason="", has_reason=0)
        cards.append(Card(title, (details(event, ctx.db, ctx.team, ctx.now),)))
    return cards
