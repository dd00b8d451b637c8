"""What all ways to a meeting share: unsure dates, the first time of a series, the receipt."""

from __future__ import annotations

import datetime as dt

from bot.core.due_questions import propose, reason_of, wrong
from bot.kit import Button, Card, Ctx, Refusal, T, t
from bot.language.dates import Due
from handlers.meetings.cards import announced, facts, goal, head, warnings, way_in, when
from models import meetings
from models.meeting_series import Series, next_turn
from models.meeting_tables import Meeting

# How long a meeting takes where nobody said it, in minutes.
USUAL = 60


def asked(ctx: Ctx, due: Due, command: str) -> Card | None:
    """The question about a date that may not be booked as it is; None for a sure one.

    `command` is the line that books the date put into it. Where there is nothing to propose, the
    answer says what is wrong.
    """
    reason = reason_of(due, is_past=_is_past(ctx, due), deadline=t("meeting-deadline"))
    if reason is None:
        return None
    question = propose(
        due,
        ctx.local,
        command,
        reason=reason,
        fits=lambda again: isinstance(again.start, dt.datetime) and not _is_past(ctx, again),
    )
    return question or wrong(due, reason, t("meeting-date-example"))


def _is_past(ctx: Ctx, due: Due) -> bool:
    """Whether it has begun already, also where the message came late."""
    if due.recurrence is not None or not isinstance(due.start, dt.datetime):
        return False
    return due.start.astimezone(dt.UTC) <= ctx.now


def length(due: Due, minutes: int | None) -> int:
    """How many minutes a meeting takes: as was said, else from its hours, else the usual; raises
    Refusal for hours of several days.
    """
    if minutes is not None:
        return minutes
    if due.end is None or (due.recurrence and not isinstance(due.end, dt.datetime)):
        return USUAL
    if not isinstance(due.start, dt.datetime) or not isinstance(due.end, dt.datetime):
        raise Refusal("meeting-bad-length", least=meetings.SHORTEST, most=meetings.LONGEST // 60)
    return round((due.end.astimezone(dt.UTC) - due.start.astimezone(dt.UTC)).total_seconds() / 60)


def last_day(due: Due) -> dt.date | None:
    """The last day of a series, None where it has none."""
    is_day = due.recurrence and not isinstance(due.end, dt.datetime)
    return due.end if is_day else None


def first_time(ctx: Ctx, due: Due) -> tuple[dt.datetime, tuple[dt.date, ...]]:
    """When it begins (aware UTC), and the holidays that its series leaves out before."""
    if not isinstance(due.start, dt.datetime):
        raise TypeError("a meeting without an hour")
    start = due.start.astimezone(dt.UTC)
    if due.recurrence is None:
        return start, ()
    minute = due.start.hour * 60 + due.start.minute
    series = Series(due.recurrence, due.start.date(), minute, last_day(due))
    turn = next_turn(ctx.team, series, due.start.date(), ctx.now)
    if turn is None:
        raise Refusal("meeting-no-turn")
    return turn.start, turn.skipped


def receipt(ctx: Ctx, row: Meeting, *extra: T) -> Card:
    """What was understood of a new meeting."""
    title = t("meeting-planned", head=head(row), when=when(ctx.team, row, ctx.sent_at))
    lines = (
        facts(ctx.db, row, is_called=ctx.chat.is_group),
        *goal(row),
        *way_in(row),
        *extra,
        *warnings(ctx, row),
    )
    buttons = (Button(t("meeting-button-undo"), f"/undo M{row.number}"),)
    return announced(ctx, row, title, *lines, buttons=buttons)
