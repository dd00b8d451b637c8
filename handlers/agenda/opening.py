"""Opening a meeting and closing it."""

from __future__ import annotations

import re

from bot.core.meeting_words import next_one
from bot.core.report_words import section
from bot.kit import Answer, Button, Card, Ctx, Refusal, Role, T, doer, t
from bot.language.dates import read_due
from handlers.agenda.leading import current_card
from handlers.agenda.reading import is_talk, take_meeting
from handlers.agenda.routing import here, line_of, quotable, router
from handlers.agenda.showing import GOAL
from handlers.agenda.voting import closed
from handlers.agenda.words import SHOWN_NOTES, head, note_line, point_lines, total
from models import agenda, meeting_plans, meeting_reports, meetings, polls, session_notes, sessions
from models.meeting_series import left_out
from models.meeting_tables import Meeting
from models.meetings import NewMeeting

# A meeting that is opened by its name has so many letters and words at most.
_LONGEST, _WORDS = 20, 3
# What is said to those who are late, and no name of a meeting: 开会 快来, 开会 准备.
_CALL = re.compile(
    r"快|准备|马上|集合|通知|迟到|链接|几点|时间|来|进|等|开始|中|ing", re.IGNORECASE
)
_REACHED = ("是", "部分", "否")


@router.command("open_meeting", "开会", role=Role.MEMBER, whole=True)
def begin(ctx: Ctx) -> Answer:
    """Open the meeting of a number, the one that is due, or a new one by its name."""
    found = line_of(ctx)
    if found is None:
        return None
    line, typed = found
    rest, number = take_meeting(line)
    if rest and number is not None:
        if typed:
            raise Refusal("agenda-open-which")
        return None
    if rest:
        return _begin_new(ctx, rest, typed=typed)
    row = _meant(ctx, number, typed=typed)
    if row is None:
        return None
    _require_group(ctx)
    sessions.start(ctx.db, ctx.team, row, doer(ctx))
    return _begun(ctx, row)


def _require_group(ctx: Ctx) -> None:
    if not ctx.chat.is_group:
        raise Refusal("agenda-only-in-group")


def _meant(ctx: Ctx, number: int | None, *, typed: bool) -> Meeting | None:
    """The meeting of that number, or the one whose time it is; None where the word was only said
    by somebody who could not mean it.
    """
    if number is not None:
        return meetings.find(ctx.db, ctx.team.id, number)
    row = sessions.due(ctx.db, ctx.team.id, ctx.sent_at)
    if row is not None and (typed or meetings.may_run(row, ctx.actor)):
        return row
    if typed or (row is None and ctx.actor.role >= Role.LEAD and ctx.chat.is_group):
        other = meetings.running(ctx.db, ctx.team.id)
        if other is not None:
            raise Refusal("agenda-other-open", number=other.number, title=other.title)
        raise Refusal("agenda-none-due")
    return None


def _begin_new(ctx: Ctx, title: str, *, typed: bool) -> Answer:
    """Make a meeting of that name and open it at once."""
    fits = len(title) <= _LONGEST and len(title.split()) <= _WORDS
    if not typed and (not fits or is_talk(title) or _CALL.search(title) is not None):
        return None
    if read_due(title, ctx.local) is not None:
        raise Refusal("agenda-open-later")
    if ctx.actor.role < Role.LEAD:
        if typed:
            raise Refusal("agenda-only-leads")
        return None
    _require_group(ctx)
    row = meetings.create(ctx.db, ctx.team, NewMeeting(title, ctx.sent_at), doer(ctx))
    sessions.start(ctx.db, ctx.team, row, doer(ctx))
    return _begun(ctx, row)


def _begun(ctx: Ctx, row: Meeting) -> list[Card]:
    """What the meeting is for and about, and its first point."""
    items = agenda.points(ctx.db, row)
    lines: list[T] = [t("agenda-goal", goal=row.goal[:GOAL])] if row.goal else []
    lines += point_lines(ctx, items)
    if agenda.total(items):
        lines.append(total(row, items))
    note = t("agenda-opened-how" if items else "agenda-opened-empty")
    opened = Card(t("agenda-opened", head=head(row)), tuple(lines), note, expect=quotable(row))
    cards = [opened, *_reported(ctx, row)]
    return [*cards, current_card(ctx, row)] if items else cards


def _reported(ctx: Ctx, row: Meeting) -> list[Card]:
    """What was reported before the meeting, on a card of its own."""
    lines = section(meeting_reports.summary(ctx.db, row))
    return [Card(lines[0], lines[1:], expect=quotable(row))] if lines[1:] else []


@router.command("adjourn", "散会", role=Role.MEMBER, whole=True)
def adjourn(ctx: Ctx) -> Answer:
    """Close the meeting: what was noted, what goes on to the next one, and whether it reached its
    goal.
    """
    found = line_of(ctx)
    if found is None or (found[0] and not found[1]):
        return None
    row = here(ctx, typed=found[1])
    if row is None:
        return None
    sessions.require_leader(row, ctx.actor, ctx.db)
    poll = polls.current(ctx.db, row)
    cards = closed(ctx, row, poll) if poll is not None else []
    sessions.close(ctx.db, row, doer(ctx))
    following = meeting_plans.finish(ctx.db, ctx.team, row, doer(ctx))
    put_off = agenda.carry_over(ctx.db, row, following)
    cards.append(_summary(ctx, row, len(put_off), following))
    if row.goal:
        cards.append(_judged(row))
    return cards


def _summary(ctx: Ctx, row: Meeting, put_off: int, following: Meeting | None) -> Card:
    noted = [n for kind in session_notes.KINDS for n in session_notes.notes(ctx.db, row, kind)]
    lines = [note_line(ctx, each) for each in noted[:SHOWN_NOTES]]
    if len(noted) > SHOWN_NOTES:
        lines.append(t("agenda-notes-more", count=len(noted) - SHOWN_NOTES))
    if put_off:
        number = following.number if following is not None else 0
        lines.append(t("agenda-put-off", count=put_off, number=number))
    if following is not None:
        zone, skipped = ctx.team.zone, left_out(ctx.team, row, following)
        start, here = following.start_at.astimezone(zone), ctx.sent_at.astimezone(zone)
        lines.append(next_one(following.number, start, skipped, here))
    there = len(sessions.attending(ctx.db, row))
    minutes = 0
    if row.opened_at is not None and row.closed_at is not None:
        minutes = max(round((row.closed_at - row.opened_at).total_seconds() / 60), 0)
    return Card(
        t("agenda-closed", head=head(row), minutes=minutes, there=there),
        tuple(lines),
        t("agenda-closed-how"),
        expect=quotable(row),
    )


def _judged(row: Meeting) -> Card:
    """The question whether the goal was reached, for the one who closed the meeting."""
    buttons = tuple(
        Button(t(f"agenda-reached-{n}"), f"/reached M{row.number} {n}", (word,))
        for n, word in enumerate(_REACHED, start=1)
    )
    title = t("agenda-reached-ask", goal=row.goal[:GOAL])
    return Card(title, buttons=buttons, question=True, expect=quotable(row))


@router.command("reached", role=Role.MEMBER, hidden=True, whole=True)
def reached(ctx: Ctx) -> Answer:
    """Note whether a meeting reached its goal."""
    found = line_of(ctx)
    rest, number = take_meeting(found[0]) if found is not None else ("", None)
    if number is None or not rest.isdecimal():
        return None
    row = meetings.find(ctx.db, ctx.team.id, number)
    sessions.judge(ctx.db, row, int(rest), ctx.actor)
    return Card(t("agenda-reached-noted", reached=int(rest), number=number), expect=quotable(row))
