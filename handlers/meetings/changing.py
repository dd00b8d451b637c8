"""What a meeting is for, moving it, calling it off, and taking a change back."""

from __future__ import annotations

import datetime as dt
import re

from bot.core.due_words import moment
from bot.core.meeting_words import holidays
from bot.kit import Answer, Button, Card, Ctx, Refusal, Role, T, t
from bot.language.dates import Due, read_due, without
from bot.language.wishes import is_chatty, is_clock_alone, is_question, lacks_hour
from handlers.meetings.cards import (
    announced,
    expect,
    goal,
    head,
    hours,
    next_line,
    warnings,
    when,
)
from handlers.meetings.making import asked, first_time, last_day, length
from handlers.meetings.naming import Call, called, doer, is_typed, meant
from handlers.meetings.routing import router
from models import meeting_plans, meetings
from models.meeting_reminders import end_of
from models.meeting_series import following
from models.meeting_states import CANCELLED, OPEN, PLANNED
from models.meeting_tables import Meeting
from models.wall_clock import at

_TO = re.compile(r"^\s*(?:改到|改为|改成|推迟到|提前到|挪到|到|为|成|to)\s*(?=\S)")
_ONCE, _ALL = (
    frozenset({"once", "只这次", "这次"}),
    frozenset({"all", "全部", "以后都不要", "都取消"}),
)
# As much of a reason as a receipt shows.
_REASON = 60
_WEEKDAYS = "一二三四五六日"


@router.command("meeting_goal", "会议目标", role=Role.MEMBER, whole=True)
def set_goal(ctx: Ctx) -> Answer:
    """Say what a meeting is for: `会议目标 M12 定下主推`; without a number the next one."""
    call = called(ctx)
    if call is None:
        call = _next_one(ctx)
        if call is None:
            return None
    if not call.typed and is_question(call.words):
        return None
    row = call.row(ctx)
    if not call.words:
        raise Refusal("meeting-goal-what", number=row.number)
    meeting_plans.set_goal(ctx.db, ctx.team, row, call.words, doer(ctx))
    button = Button(t("meeting-button-undo"), f"/undo M{row.number}")
    return Card(
        t("meeting-goal-set", head=head(row)),
        tuple(goal(row)),
        buttons=(button,),
        expect=expect(row),
    )


def _next_one(ctx: Ctx) -> Call | None:
    """The goal of the meeting that comes next, for a line that names none."""
    found = ctx.commands.find(ctx.text)
    if found is None or (not found.typed and (found.glued or is_chatty(found.line))):
        return None
    words = found.line.strip(" :：,，")
    row = meetings.running(ctx.db, ctx.team.id) or meetings.upcoming(ctx.db, ctx.team.id, ctx.now)
    if row is None or not words:
        if found.typed or row is not None:
            raise Refusal("meeting-goal-which")
        return None
    return Call(row.number, words, found.typed)


@router.command("cancel", "取消", role=Role.MEMBER, whole=True, letter="M")
def cancel(ctx: Ctx) -> Answer:
    """Call a meeting off; of a series it is asked whether only this one is meant."""
    call = meant(ctx, is_needed=True)
    if call is None:
        return None
    row = call.row(ctx)
    meeting_plans.require_change(ctx.db, row, ctx.actor, PLANNED)
    first, _, rest = call.words.partition(" ")
    is_once, is_all = first.lower() in _ONCE, first.lower() in _ALL
    reason = rest if is_once or is_all else call.words
    if row.recurrence and not (is_once or is_all):
        return _this_or_all(row, reason)
    after = meeting_plans.cancel(ctx.db, ctx.team, row, doer(ctx), for_good=is_all)
    title = t(
        "meeting-cancelled",
        head=head(row),
        when=hours(ctx.team, row.start_at, end_of(row), ctx.sent_at),
        reason=reason[:_REASON],
        has_reason=int(bool(reason)),
        series=int(is_all and bool(row.recurrence)),
    )
    lines = next_line(ctx.db, ctx.team, row, after=after, now=ctx.sent_at)
    return announced(ctx, row, title, *lines, buttons=_undo(row))


def _undo(row: Meeting) -> tuple[Button, ...]:
    return (Button(t("meeting-button-undo"), f"/undo M{row.number}"),)


def _this_or_all(row: Meeting, reason: str) -> Card:
    line = f"/cancel M{row.number}"
    return Card(
        t("meeting-ask-series", head=head(row)),
        buttons=(
            Button(t("meeting-button-once"), f"{line} once {reason}".strip(), ("只这次", "这次")),
            Button(t("meeting-button-all"), f"{line} all {reason}".strip(), ("以后都不要", "全部")),
        ),
        question=True,
        expect=expect(row),
    )


@router.command("undo", "撤销", "撤回", role=Role.MEMBER, whole=True, letter="M", hidden=True)
def undo(ctx: Ctx) -> Answer:
    """Take the newest change of a meeting back."""
    call = called(ctx)
    if call is None or (not call.typed and is_chatty(call.words)):
        return None
    row = call.row(ctx)
    verb = meeting_plans.undo(ctx.db, ctx.team, row, doer(ctx))
    title = t("meeting-undone", head=head(row), verb=verb)
    lines = [] if row.state == CANCELLED else [when(ctx.team, row, ctx.sent_at), *goal(row)]
    return announced(ctx, row, title, *lines)


@router.command("reschedule", "改期", role=Role.MEMBER, whole=True, letter="M")
def reschedule(ctx: Ctx) -> Answer:
    """Move a meeting: `改期 M12 周五20:00`, or 改期 周五20:00 in reply to its card."""
    call = called(ctx)
    if call is None:
        if is_typed(ctx):
            raise Refusal("meeting-which")
        return None
    row = call.row(ctx)
    line = _TO.sub("", call.words)
    due = _read(ctx, row, line)
    if due is None:
        if not call.typed and is_chatty(line):
            return None
        raise Refusal("meeting-move-when", number=row.number)
    meeting_plans.require_change(ctx.db, row, ctx.actor)
    due = _with_hour(ctx, row, line, due)
    question = asked(ctx, due, f"/reschedule M{row.number} {{}}")
    return question if question is not None else _moved(ctx, row, due, without(line, due))


def _read(ctx: Ctx, row: Meeting, line: str) -> Due | None:
    """The new time; an hour without a day is meant on the day of the meeting."""
    now = ctx.local
    due = read_due(line, now)
    if due is None or due.recurrence is not None or not is_clock_alone(line, due):
        return due
    return due if row.day <= now.date() else read_due(line, at(row.day, dt.time(), ctx.team.zone))


def _with_hour(ctx: Ctx, row: Meeting, line: str, due: Due) -> Due:
    """A day without an hour keeps the meeting's own; raises Refusal for an evening without one."""
    if due.ask or due.start is None or isinstance(due.start, dt.datetime):
        return due
    if lacks_hour(line, due) or (due.end is not None and due.recurrence is None):
        raise Refusal("meeting-move-when", number=row.number)
    clock = row.start_at.astimezone(ctx.team.zone).time()
    start = at(due.start, clock, ctx.team.zone)
    return Due(start, due.end, due.recurrence, due.ask, due.spans, due.deadline)


def _moved(ctx: Ctx, row: Meeting, due: Due, reason: str) -> Card:
    was_open, minutes = row.state == OPEN, row.minutes
    before = (row.start_at, row.minutes, row.recurrence)
    start, skipped = first_time(ctx, due)
    if isinstance(due.end, dt.datetime):
        minutes = length(due, None)
    meeting_plans.move(
        ctx.db,
        ctx.team,
        row,
        doer(ctx),
        start=start,
        minutes=minutes,
        rule=due.recurrence,
        until=last_day(due),
    )
    is_same = before == (row.start_at, row.minutes, row.recurrence) and not was_open
    title = t(
        "meeting-moved-same" if is_same else "meeting-moved",
        head=head(row),
        when=when(ctx.team, row, ctx.sent_at),
    )
    lines: list[T] = []
    if reason:
        lines.append(t("meeting-because", reason=reason[:_REASON]))
    if was_open:
        lines.append(t("meeting-moved-open"))
    if skipped:
        lines.append(holidays(skipped, row.day, ctx.local))
    buttons = _undo(row)
    if row.recurrence and due.recurrence is None:
        lines += _series_stays(ctx, row)
        buttons = (*buttons, *_for_all(ctx, row))
    return announced(ctx, row, title, *lines, *warnings(ctx, row), buttons=buttons)


def _series_stays(ctx: Ctx, row: Meeting) -> list[T]:
    turn = following(ctx.team, row, ctx.now)
    if turn is None:
        return []
    day = turn.start.astimezone(ctx.team.zone)
    return [t("meeting-series-stays", when=moment(day, ctx.local))]


def _for_all(ctx: Ctx, row: Meeting) -> tuple[Button, ...]:
    """The offer to move all of a weekly series to the new day."""
    if not row.recurrence.startswith("FREQ=WEEKLY;BYDAY=") or "," in row.recurrence:
        return ()
    start = row.start_at.astimezone(ctx.team.zone)
    words = f"每周{_WEEKDAYS[start.weekday()]} {start:%H:%M}"
    return (Button(t("meeting-button-every"), f"/reschedule M{row.number} {words}"),)
