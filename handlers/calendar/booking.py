"""Booking an appointment, and asking where its date is not sure."""

from __future__ import annotations

import datetime as dt
import re

from bot.core.due_questions import propose, reason_of, wrong
from bot.kit import Answer, Button, Card, Ctx, Refusal, Role, T, t
from bot.language.dates import Due
from bot.language.wishes import (
    Wish,
    is_chatty,
    is_question,
    lacks_hour,
    read_wish,
    without_people,
)
from handlers.calendar import listing
from handlers.calendar.reading import people, when_of
from handlers.calendar.routing import router
from handlers.calendar.words import details, warnings
from models import event_reminders, events, reminders
from models.care import after_quiet
from models.event_times import Appointment

# What makes a line without a date talk, and more words than that.
_TALK = re.compile(
    r"[我你他她咱您]|大家|看看|一下|安排|[再先还已没不别都太]|\b(?:i|you|we|is|are|not?)\b",
    re.IGNORECASE,
)
_FEW = 4
# What is no name of an appointment: 周四20点再说.
_NO_NAME = re.compile(
    r"(?:那就|就|都|也)?(?:再[说议定看聊]|[不没别]|可以|有事|行|好|ok$)", re.IGNORECASE
)
# What recurs: a single day in such a line is only a part of what was said.
_AGAIN = re.compile(r"每|\b(?:every|each|daily|weekly|monthly)\b", re.IGNORECASE)


@router.command("event", "日程", role=Role.MEMBER, whole=True)
def event(ctx: Ctx) -> Answer:
    """Book an appointment, or list those there are: `日程 周四20:00 新品培训`, `日程 本周`."""
    called = ctx.commands.find(ctx.text)
    if called is None:
        return None
    line = called.line.strip().lstrip(":：").strip()
    asked = listing.read_asked(ctx, line)
    if asked is not None:
        return listing.list_(ctx, asked)
    wish = read_wish(line, ctx.local)
    words = without_people(line)[0]
    if not called.typed and _is_talk(wish, words, glued=called.glued):
        return None
    return _book(ctx, wish, line)


def _is_talk(wish: Wish, line: str, *, glued: bool) -> bool:
    """Whether what begins with 日程 is a sentence about it and books nothing."""
    if is_question(line):
        return True
    if glued:
        # 日程周四20:00 新品培训 is a line in a hurry, 日程排满了 is none.
        begins = wish.due is not None and wish.due.spans[0][0] == 0
        return not (begins and wish.is_sure_of_time and " " in line) or is_chatty(line)
    if wish.due is None:
        return is_chatty(line) or len(line.split()) > _FEW or _TALK.search(line) is not None
    return _NO_NAME.match(wish.title) is not None or (is_chatty(line) and not wish.is_sure_of_time)


def _book(ctx: Ctx, wish: Wish, line: str) -> Answer:
    due = wish.due
    if due is None:
        raise Refusal("calendar-no-date")
    members = people(ctx, wish.names)
    if not wish.title and not due.ask:
        if isinstance(due.start, dt.datetime) or due.recurrence or due.start is None:
            raise Refusal("calendar-no-title")
        span = listing.Asked(due.start, listing.last_day(due), members)
        return listing.list_(ctx, span)
    if not wish.title:
        raise Refusal("calendar-no-title")
    if len(wish.title) > events.MAX_TITLE:
        raise Refusal("calendar-title-long", length=len(wish.title), most=events.MAX_TITLE)
    if lacks_hour(line, due) and not due.ask:
        raise Refusal("calendar-which-hour", title=wish.title[:20])
    if due.ask and _AGAIN.search(wish.title):
        reason = t(f"date-ask-{due.ask.replace('_', '-')}")
        return wrong(due, reason, t("calendar-date-example"))
    command = " ".join(
        [
            wish.title,
            *(f"@{member.name}#{member.id}" for member in members),
            *([f"地点:{wish.place}"] if wish.place else []),
        ]
    )
    question = asked(ctx, due, f"/event {{}} {command}")
    if question is not None:
        return question
    new = events.NewAppointment(
        wish.title,
        when_of(due),
        wish.place,
        tuple(member.id for member in members),
        is_private=not ctx.chat.is_group,
        source=ctx.source,
    )
    made = events.create(ctx.db, ctx.team, ctx.actor, new, now=ctx.now)
    return announced(ctx, made, "calendar-booked")


def asked(ctx: Ctx, due: Due, command: str) -> Card | None:
    """The question about a date that may not be booked as it is; None for a sure one.

    `command` is the line that books the date put into it. Where there is nothing to propose, the
    answer says what is wrong.
    """
    reason = reason_of(due, is_past=_is_past(ctx, due), deadline=t("calendar-deadline"))
    if reason is None:
        return None
    question = propose(
        due, ctx.local, command, reason=reason, fits=lambda again: not _is_past(ctx, again)
    )
    return question or wrong(due, reason, t("calendar-date-example"))


def _is_past(ctx: Ctx, due: Due) -> bool:
    """Whether it has begun already, also where the message came late."""
    if due.start is None or due.recurrence is not None:
        return False
    if isinstance(due.start, dt.datetime):
        return due.start.astimezone(dt.UTC) <= ctx.now
    return listing.last_day(due) < ctx.now.astimezone(ctx.team.zone).date()


def announced(ctx: Ctx, event: Appointment, key: str, *, reason: str = "") -> list[Card]:
    """The receipt of what became of an appointment, and word of it to those who do not see it."""
    row = event.row
    lines = [details(event, ctx.db, ctx.team, ctx.now)]
    buttons: tuple[Button, ...] = ()
    if row.state == events.PLANNED:
        lines += warnings(ctx, event)
        buttons = (Button(t("calendar-button-cancel"), f"/cancel A{row.number}"),)
    title = t(key, number=row.number, title=row.title, reason=reason, has_reason=int(bool(reason)))
    others = tuple(member for member in event.members if member != ctx.actor.id)
    if ctx.chat.is_group:
        return [Card(title, tuple(lines), buttons=buttons, mentions=others)]
    note = None
    if row.everybody:
        soon = after_quiet(ctx.team, ctx.now)
        reminders.remind(ctx.db, ctx.team.id, event_reminders.NEWS, row.id, at=soon)
        note = t("calendar-group-told")
    told = [_told(ctx, event, member, title) for member in others]
    return [Card(title, tuple(lines), note, buttons=buttons), *told]


def _told(ctx: Ctx, event: Appointment, member_id: int, title: T) -> Card:
    lines = (details(event, ctx.db, ctx.team, ctx.now),)
    return Card(t("calendar-told", who=ctx.actor.name, what=title), lines, to=member_id)
