"""The agenda as a card."""

from __future__ import annotations

import re

from bot.core.report_words import section
from bot.kit import Answer, Button, Card, Ctx, Refusal, Role, t
from handlers.agenda.reading import take_meeting
from handlers.agenda.routing import line_of, quotable, router
from handlers.agenda.words import (
    SHOWN_POINTS,
    begins,
    details,
    head,
    point_lines,
    total,
)
from models import agenda, agenda_inputs, meeting_reports, meetings
from models.meeting_tables import Meeting

_PAGE = re.compile(r"第\s*(\d{1,2})\s*页|page\s*(\d{1,2})", re.IGNORECASE)
# Lines that fit between the title and the note.
ROOM = 13
# As much of a goal as one line shows.
GOAL = 80


@router.command("agenda", "议程", role=Role.MEMBER, whole=True)
def show(ctx: Ctx) -> Answer:
    """Show the agenda of the meeting that runs or comes next, or of one by its number."""
    found = line_of(ctx)
    if found is None:
        return None
    line, typed = found
    page = _PAGE.search(line)
    rest, number = take_meeting(_PAGE.sub("", line))
    if rest:
        if typed:
            raise Refusal("agenda-show-which")
        return None
    row = meeting(ctx, number)
    first = (int(page[1] or page[2]) - 1) * SHOWN_POINTS + 1 if page is not None else 1
    return card(ctx, row, max(first, 1)) if row is not None else _waiting(ctx)


def meeting(ctx: Ctx, number: int | None) -> Meeting | None:
    """The meeting of a number, else the one that runs, else the next; it takes over what waits for
    it. None where none is planned.
    """
    coming = meetings.upcoming(ctx.db, ctx.team.id, ctx.now)
    row = meetings.running(ctx.db, ctx.team.id) or coming
    if number is not None:
        row = meetings.find(ctx.db, ctx.team.id, number)
    if row is not None and (row.state == meetings.OPEN or (coming and row.id == coming.id)):
        agenda.adopt(ctx.db, ctx.team.id, row)
    return row


def card(ctx: Ctx, row: Meeting, first: int = 1) -> Card:
    """The agenda of a meeting, from a point on."""
    items = agenda.points(ctx.db, row)
    lines = [t("agenda-goal", goal=row.goal[:GOAL])] if row.goal else []
    left = agenda_inputs.open_actions(ctx.db, row) if row.state == meetings.PLANNED else []
    if left:
        lines.append(t("agenda-actions-first", count=len(left)))
    lines += point_lines(ctx, items, first)
    if items:
        lines.append(total(row, items))
    reported = section(meeting_reports.summary(ctx.db, row))
    lines += reported[: max(1, ROOM - len(lines))]
    is_alive = row.state in meetings.ALIVE
    again = (Button(t("agenda-button-again"), f"/agenda M{row.number}"),) if is_alive else ()
    return Card(
        t("agenda-title", head=head(row), when=begins(ctx, row), state=row.state),
        tuple(lines),
        t("agenda-how" if items else "agenda-empty") if is_alive else None,
        buttons=again,
        expect=quotable(row),
        in_place=True,
    )


def _waiting(ctx: Ctx) -> Card:
    found = agenda.waiting(ctx.db, ctx.team.id)
    lines = tuple(
        t("agenda-waiting-line", number=n, what=details(ctx, item), carried=item.carried)
        for n, item in enumerate(found[:SHOWN_POINTS], start=1)
    )
    return Card(t("agenda-waiting", count=len(found)), lines, t("agenda-waiting-how"))
