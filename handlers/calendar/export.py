"""The member's calendar as a file for the phone."""

from __future__ import annotations

import datetime as dt
import re

from bot.kit import (
    Answer,
    CalendarEntry,
    Card,
    Ctx,
    File,
    Refusal,
    Role,
    calendar_file,
    t,
)
from handlers.calendar.routing import router
from models import calendars, events
from models.calendars import MeetingEntry
from models.chats import private_chat
from models.event_times import Appointment
from models.task_states import ALIVE
from models.task_tables import Task

# What no file name may hold on a phone or a computer.
_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\s\x00-\x1f.]+')
_NAME_LENGTH = 40


@router.command("ics", "日历", role=Role.MEMBER, whole=True)
def ics(ctx: Ctx) -> Answer:
    """Send the actor, in private, a file with the own appointments and deadlines."""
    called = ctx.commands.find(ctx.text)
    if called is None or (called.line.strip() and not called.typed):
        return None
    now, team = ctx.now, ctx.team
    entries = [
        _appointment(ctx, each) for each in calendars.appointments(ctx.db, team, ctx.actor.id, now)
    ]
    sittings = calendars.meetings(ctx.db, team, ctx.actor.id, now)
    entries += [_meeting(ctx, each) for each in sittings]
    found = calendars.deadlines(ctx.db, team, ctx.actor.id, now)
    entries += [_deadline(ctx, task, changed_at) for task, changed_at in found]
    if not entries:
        raise Refusal("calendar-file-empty")
    name = _NOT_IN_NAMES.sub("_", team.name).strip("_")[:_NAME_LENGTH] or "calendar"
    data = calendar_file(team.name, team.zone, entries, now)
    count = sum(not entry.cancelled for entry in entries)
    card = Card(
        t("calendar-file", count=count),
        (t("calendar-file-how"),),
        file=File(f"{name}.ics", data),
    )
    if not ctx.chat.is_group:
        return card
    if private_chat(ctx.db, ctx.actor.id) is None:
        raise Refusal("calendar-file-unreachable")
    return [card.with_(to=ctx.actor.id), Card(t("calendar-file-sent"))]


def _appointment(ctx: Ctx, event: Appointment) -> CalendarEntry:
    row, zone = event.row, ctx.team.zone
    start: dt.date | dt.datetime = row.first
    end: dt.date | dt.datetime = row.last
    if row.start_at is not None and row.end_at is not None:
        start, end = row.start_at.astimezone(zone), row.end_at.astimezone(zone)
    return CalendarEntry(
        uid=calendars.identity(ctx.db, ctx.team, "A", row.number),
        title=row.title,
        start=start,
        end=end,
        changed_at=row.changed_at,
        sequence=row.sequence,
        place=row.place,
        notes=f"#A{row.number}",
        rule=row.recurrence,
        until=row.recurs_until,
        cancelled=row.state != events.PLANNED,
    )


def _meeting(ctx: Ctx, entry: MeetingEntry) -> CalendarEntry:
    row, zone = entry.row, ctx.team.zone
    end = entry.start + dt.timedelta(minutes=row.minutes)
    way = f"{row.code} / {row.passcode}" if row.code and row.passcode else row.code
    notes = (f"#M{row.number}", row.goal, way, row.link)
    return CalendarEntry(
        uid=calendars.identity(ctx.db, ctx.team, entry.letter, entry.number),
        title=row.title,
        start=entry.start.astimezone(zone),
        end=end.astimezone(zone),
        changed_at=row.changed_at,
        sequence=entry.sequence,
        place=row.place or row.link or row.code,
        notes="\n".join(note for note in notes if note),
        rule=entry.rule,
        until=row.recurs_until if entry.rule else None,
        without=entry.without,
        url=row.link,
        cancelled=entry.is_off,
    )


def _deadline(ctx: Ctx, task: Task, changed_at: dt.datetime) -> CalendarEntry:
    """A deadline stands in the calendar as a moment and not as a to-do: most phones show no VTODO.

    A task that is done or cancelled is taken out.
    """
    if task.due_at is None:
        raise ValueError("a task without a deadline")
    start: dt.date | dt.datetime = task.due_at.astimezone(ctx.team.zone)
    if task.all_day and task.due_day is not None:
        start = task.due_day
    return CalendarEntry(
        uid=calendars.identity(ctx.db, ctx.team, "T", task.number),
        title=f"⏰ {task.title}",
        start=start,
        end=None if isinstance(start, dt.datetime) else start,
        changed_at=changed_at,
        sequence=task.version,
        notes=f"#T{task.number}",
        cancelled=task.state not in ALIVE,
        busy=False,
    )
