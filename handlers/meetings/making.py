"""What all ways to a meeting share: unsure dates, the first time of a series, the receipt."""

from __future__ import annotations

import datetime as dt

from bot.core import due_words
from bot.kit import Button, Card, Ctx, Refusal, T, t
from bot.language.dates import Due, read_due
from bot.language.wishes import exact
from handlers.meetings.cards import announced, facts, goal, head, warnings, way_in, when
from handlers.meetings.naming import local
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
    now = local(ctx)
    reason = _reason(ctx, due)
    if reason is None:
        return None
    lines = () if due.ask in ("no_such_day", "no_such_time") else (t("meeting-date-example"),)
    if due.start is None or due.recurrence is not None:
        return Card(reason, lines)
    words = exact(due)
    again = read_due(words, now)
    if (
        again is None
        or again.ask
        or _is_past(ctx, again)
        or not isinstance(again.start, dt.datetime)
    ):
        return Card(reason, lines)
    return Card(
        t("date-ask-proposal", reason=reason, date=due_words.echo(Due(due.start, due.end), now)),
        buttons=(
            Button(t("common-yes"), command.format(words), ("是", "对", "好", "yes")),
            Button(t("common-no"), "/dismiss", ("不是", "不", "no")),
        ),
        question=True,
    )


def _reason(ctx: Ctx, due: Due) -> T | None:
    if due.ask:
        return t(f"date-ask-{due.ask.replace('_', '-')}")
    if due.deadline:
        return t("meeting-deadline")
    return t("date-ask-past") if _is_past(ctx, due) else None


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
