"""What is noted while a meeting runs: 决议, 行动, 数据, 未尽."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping

from bot.core import due_words
from bot.kit import Answer, Button, Card, Ctx, MemberInfo, Refusal, Role, T, doer, t
from bot.language.dates import Due, read_due, without
from bot.language.task_quote import read_quote
from handlers.agenda.reading import asks, take_people
from handlers.agenda.routing import here, line_of, quotable, router
from handlers.agenda.words import head, note_line
from models import meetings, session_notes, tasks
from models.meeting_tables import Meeting
from models.session_notes import ACTION, DATA, DECISION, KINDS, UNSETTLED, Noted

# What is said about decisions or figures, and is none: 数据 发我, 决议 是什么.
_ABOUT = re.compile(r"^(?:发|给我|呢|在哪|看|还没|出来|不错|是|都|太|很|什么|怎么|快|谁|了|的)")
_TAKEN_BACK: Mapping[str, str] = {
    "决议": DECISION,
    "行动": ACTION,
    "数据": DATA,
    "未尽": UNSETTLED,
    "decision": DECISION,
    "action": ACTION,
    "data": DATA,
    "open": UNSETTLED,
}
_WHICH = re.compile(
    r"\s*[/／]?(?:撤销|take_back\s+)(决议|行动|数据|未尽|decision|action|data|open)\s*#?(\d{1,3})?\s*",
    re.IGNORECASE,
)
_LINES = 12


@router.command("decision", "决议", role=Role.MEMBER, whole=True)
def decision(ctx: Ctx) -> Answer:
    """Note what was decided."""
    return _note(ctx, DECISION)


@router.command("datum", "数据", role=Role.MEMBER, whole=True)
def datum(ctx: Ctx) -> Answer:
    """Note a figure that was named."""
    return _note(ctx, DATA)


@router.command("unsettled", "未尽", role=Role.MEMBER, whole=True)
def unsettled(ctx: Ctx) -> Answer:
    """Note what was left open."""
    return _note(ctx, UNSETTLED)


def _note(ctx: Ctx, kind: str) -> Answer:
    said = _said(ctx)
    if said is None:
        return None
    row, words, typed = said
    # What is left open may well be a question.
    is_asked = kind != UNSETTLED and asks(words)
    if not typed and (not words or is_asked or _ABOUT.match(words)):
        return None
    noted = session_notes.note(ctx.db, row, kind, words, doer=doer(ctx))
    return _receipt(ctx, row, noted)


def _said(ctx: Ctx) -> tuple[Meeting, str, bool] | None:
    """The running meeting, the words behind the command or of the quoted message, and whether it
    was surely meant; None for talk.
    """
    found = line_of(ctx)
    if found is None:
        return None
    line, typed = found
    row = here(ctx, typed=typed)
    if row is None:
        return None
    quote = ctx.incoming.quote
    if quote is not None and "\n" in line and not typed:
        # Several lines under a card are minutes.
        return None
    if not line and quote is not None and quote.text:
        return row, read_quote(quote.text).title, typed
    return row, line, typed


def _receipt(ctx: Ctx, row: Meeting, noted: Noted) -> Card:
    others = tuple(member for member in noted.people if member != ctx.actor.id)
    title = t("agenda-noted", note=note_line(ctx, noted))
    return Card(title, mentions=others, expect=quotable(row))


@router.command("action", "行动", role=Role.MEMBER, whole=True)
def action(ctx: Ctx) -> Answer:
    """Note who is to do what until when; it becomes a task with the minutes."""
    said = _said(ctx)
    if said is None:
        return None
    row, line, typed = said
    if not typed and (not line or asks(line)):
        return None
    words, people = take_people(ctx, line)
    due = read_due(words, ctx.local)
    if not people:
        if due is None and not typed:
            return None
        raise Refusal("agenda-action-who")
    what = " ".join((without(words, due) if due is not None else words).split())
    if not what:
        raise Refusal("agenda-note-empty-action")
    if due is not None:
        question = _asked(ctx, due, people, what)
        if question is not None:
            return question
    noted = session_notes.note(
        ctx.db,
        row,
        ACTION,
        what,
        doer=doer(ctx),
        people=tuple(member.id for member in people),
        due=_deadline(ctx, due),
    )
    return _receipt(ctx, row, noted)


def _deadline(ctx: Ctx, due: Due | None) -> tasks.Deadline | None:
    last = (due.end or due.start) if due is not None else None
    return tasks.deadline(ctx.team, last) if last is not None else None


def _asked(ctx: Ctx, due: Due, people: tuple[MemberInfo, ...], what: str) -> Card | None:
    """The question about a date that is not sure; None for a sure one."""
    if due.recurrence is not None:
        raise Refusal("agenda-action-again")
    if not due.ask:
        return None
    words = due_words.ask(due, ctx.local)
    last = due.end or due.start
    if last is None or (due.ask == "past" and last <= _as_of(ctx, last)):
        return Card(words, (t("agenda-action-date"),))
    form = "%Y-%m-%d %H:%M" if isinstance(last, dt.datetime) else "%Y-%m-%d"
    names = " ".join(f"@{member.name}#{member.id}" for member in people)
    line = f"/action {names} {last.strftime(form)} {what}"
    return Card(
        words,
        buttons=(
            Button(t("common-yes"), line, ("是", "对", "好", "yes")),
            Button(t("common-no"), "/dismiss", ("不是", "不", "no")),
        ),
        question=True,
    )


def _as_of(ctx: Ctx, like: dt.date | dt.datetime) -> dt.date | dt.datetime:
    return ctx.local if isinstance(like, dt.datetime) else ctx.local.date()


@router.command("notes", "记录", role=Role.MEMBER, whole=True)
def notes(ctx: Ctx) -> Answer:
    """Show what was noted in the meeting."""
    found = line_of(ctx)
    if found is None or found[0]:
        return None
    row = meetings.running(ctx.db, ctx.team.id)
    if row is None:
        if found[1]:
            raise Refusal("agenda-none-open")
        return None
    noted = [n for kind in KINDS for n in session_notes.notes(ctx.db, row, kind)]
    lines: list[T] = [note_line(ctx, each) for each in noted[:_LINES]]
    if len(noted) > _LINES:
        lines.append(t("agenda-notes-more", count=len(noted) - _LINES))
    return Card(
        t("agenda-notes", head=head(row), count=len(noted)), tuple(lines), expect=quotable(row)
    )


@router.command(
    "take_back", "撤销决议", "撤销行动", "撤销数据", "撤销未尽", role=Role.MEMBER, whole=True
)
def take_back(ctx: Ctx) -> Answer:
    """Take a note back: the last own one, or one by its number."""
    found = line_of(ctx)
    if found is None:
        return None
    match = _WHICH.fullmatch(ctx.text)
    if match is None:
        if found[1]:
            raise Refusal("agenda-take-back-which")
        return None
    row = here(ctx, typed=found[1])
    if row is None:
        return None
    kind = _TAKEN_BACK[match[1].lower()]
    number = int(match[2]) if match[2] else None
    noted = session_notes.take_back(ctx.db, row, kind, number, ctx.actor)
    return Card(t("agenda-struck", note=note_line(ctx, noted)), expect=quotable(row))
