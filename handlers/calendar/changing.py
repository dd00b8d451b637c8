"""Moving an appointment to another time and calling it off."""

from __future__ import annotations

import datetime as dt
import re

from bot.core import due_words
from bot.kit import Answer, Button, Card, Ctx, Refusal, Role, t
from bot.language.dates import Due, read_due
from bot.language.wishes import is_chatty, is_clock_alone, lacks_hour
from handlers.calendar.booking import announced, asked
from handlers.calendar.reading import when_of
from handlers.calendar.routing import router
from models import events
from models.event_times import Appointment
from models.events import When
from models.recurrence import read_rule
from models.wall_clock import at

_REF = re.compile(r"(?<![A-Za-z0-9])#?[Aa](\d{1,9})(?![A-Za-z0-9-])")
_TO = re.compile(r"^\s*(?:改到|改为|改成|推迟到|提前到|挪到|到|为|成|to)\s*(?=\S)")
_WEEKDAYS = "一二三四五六日"
# 取消 A2 这次
_ONCE = re.compile(
    r"只?(?:(?:这|本|下)(?:一?次|周|个?星期|天)|今天|明天)的?|once|this (?:time|week)",
    re.IGNORECASE,
)
# As much of a reason as a receipt shows.
_REASON = 60


def _named(ctx: Ctx) -> tuple[int, str] | None:
    """The number that a command's line, or the quoted card, names, and the line without it."""
    called = ctx.commands.find(ctx.text)
    line = called.line if called is not None else ""
    match = _REF.search(line)
    if match is not None:
        return int(match[1]), f"{line[: match.start()]} {line[match.end() :]}".strip(" :：,，")
    quote = ctx.incoming.quote
    match = _REF.search(quote.text) if quote is not None else None
    return (int(match[1]), line.strip(" :：,，")) if match is not None else None


def _is_typed(ctx: Ctx) -> bool:
    called = ctx.commands.find(ctx.text)
    return called is not None and called.typed


@router.command("cancel", "取消", role=Role.MEMBER, whole=True, letter="A")
def cancel(ctx: Ctx) -> Answer:
    """Call an appointment off: `取消 A2`, or 取消 in reply to its card."""
    return _cancel(ctx)


@router.command("undo", "撤销", "撤回", role=Role.MEMBER, whole=True, letter="A", hidden=True)
def undo(ctx: Ctx) -> Answer:
    """Take a booking back, which is to call it off."""
    return _cancel(ctx)


def _cancel(ctx: Ctx) -> Answer:
    named = _named(ctx)
    if named is None or (not _is_typed(ctx) and is_chatty(named[1])):
        if named is None and _is_typed(ctx):
            raise Refusal("calendar-cancel-what")
        return None
    number, reason = named
    event = _find(ctx, number)
    if event.row.recurrence and _ONCE.fullmatch(reason):
        return _really_all(event)
    events.cancel(ctx.db, ctx.team, event, actor=ctx.actor, now=ctx.now)
    return announced(ctx, event, "calendar-cancelled", reason=reason[:_REASON])


def _really_all(event: Appointment) -> Card:
    """Ask about a recurring one of which only the next time was meant: it goes as a whole."""
    number, title = event.row.number, event.row.title
    return Card(
        t("calendar-cancel-all", number=number, title=title),
        buttons=(
            Button(t("common-yes"), f"/cancel A{number}"),
            Button(t("common-no"), "/dismiss keep"),
        ),
        question=True,
    )


@router.command("reschedule", "改期", role=Role.MEMBER, whole=True, letter="A")
def reschedule(ctx: Ctx) -> Answer:
    """Move an appointment: `改期 A2 周五19:00`, or 改期 周五19:00 in reply to its card."""
    named = _named(ctx)
    if named is None:
        if _is_typed(ctx):
            raise Refusal("calendar-move-what")
        return None
    number, line = named
    line = _TO.sub("", line)
    due = _read(ctx, number, line)
    if due is None:
        if not _is_typed(ctx) and is_chatty(line):
            return None
        raise Refusal("calendar-move-when", number=number)
    event = _find(ctx, number)
    if lacks_hour(line, due) and event.row.all_day and not due.ask:
        raise Refusal("calendar-which-hour", title=event.row.title[:20])
    question = asked(ctx, due, f"/reschedule A{number} {{}}") or _series(ctx, event, line, due)
    if question is not None:
        return question
    before = event.row.start_at, event.row.first, event.row.recurrence
    events.move(
        ctx.db, ctx.team, event, _moved(ctx, event, line, due), actor=ctx.actor, now=ctx.now
    )
    key = "calendar-moved"
    if (event.row.start_at, event.row.first, event.row.recurrence) == before:
        key = "calendar-moved-same"
    return announced(ctx, event, key)


def _find(ctx: Ctx, number: int) -> Appointment:
    event = events.require(ctx.db, ctx.team.id, number, ctx.actor)
    if event.row.is_private and ctx.chat.is_group:
        raise Refusal("calendar-not-found", number=number)
    return event


def _read(ctx: Ctx, number: int, line: str) -> Due | None:
    """The new time; an hour without a day is meant on the day of the appointment."""
    now = ctx.local
    due = read_due(line, now)
    if due is None or due.recurrence is not None or not is_clock_alone(line, due):
        return due
    event = _find(ctx, number)
    day = now.date() + dt.timedelta(days=1) if event.row.recurrence else event.row.first
    return due if day <= now.date() else read_due(line, at(day, dt.time(), ctx.team.zone))


def _moved(ctx: Ctx, event: Appointment, line: str, due: Due) -> When:
    """The new times: the length stays where no end was said, the hour where no hour was."""
    row, zone = event.row, ctx.team.zone
    when = when_of(due)
    if row.recurrence and due.recurrence is None:
        return _same_days(ctx, event, due)
    if row.start_at is None or row.end_at is None:
        if not isinstance(when.start, dt.datetime) and due.end is None:
            return When(when.start, when.start + (row.last - row.first), when.rule, when.until)
        return when
    length = row.end_at - row.start_at
    if not isinstance(when.start, dt.datetime):
        if due.end is not None and due.recurrence is None:
            return when
        clock = row.start_at.astimezone(zone).time()
        start = at(when.start, clock, zone)
    elif isinstance(due.end, dt.datetime):
        return when
    else:
        start = when.start
    end = (start.astimezone(dt.UTC) + length).astimezone(zone)
    return When(start, end, when.rule, when.until)


def _same_days(ctx: Ctx, event: Appointment, due: Due) -> When:
    """Another hour for something that recurs; its days stay."""
    row, zone = event.row, ctx.team.zone
    if not isinstance(due.start, dt.datetime):
        raise Refusal("calendar-move-series", number=row.number)
    start = at(row.first, due.start.time(), zone)
    length = dt.timedelta(hours=1)
    if row.start_at is not None and row.end_at is not None:
        length = row.end_at - row.start_at
    if isinstance(due.end, dt.datetime):
        length = due.end - due.start
    end = (start.astimezone(dt.UTC) + length).astimezone(zone)
    return When(start, end, row.recurrence, row.recurs_until)


def _series(ctx: Ctx, event: Appointment, line: str, due: Due) -> Card | None:
    """The question whether a new day is meant for all times of what recurs; None where it is clear.

    Raises Refusal where no rule follows from the day.
    """
    row = event.row
    if not row.recurrence or due.recurrence is not None or is_clock_alone(line, due):
        return None
    rule = read_rule(row.recurrence)
    if rule.frequency != "WEEKLY" or rule.interval > 1 or len(rule.weekdays) != 1:
        raise Refusal("calendar-move-series", number=row.number)
    start = due.start
    if start is None:
        raise Refusal("calendar-move-series", number=row.number)
    words = f"每周{_WEEKDAYS[start.weekday()]}"
    if isinstance(start, dt.datetime):
        words += f" {start:%H:%M}"
    meant = read_due(words, ctx.local)
    if meant is None or meant.ask:
        raise Refusal("calendar-move-series", number=row.number)
    every = due_words.echo(meant, ctx.local)
    return Card(
        t("calendar-move-all", number=row.number, every=every),
        buttons=(
            Button(t("common-yes"), f"/reschedule A{row.number} {words}", ("是", "对", "yes")),
            Button(t("common-no"), "/dismiss keep", ("不是", "不", "no")),
        ),
        question=True,
    )
