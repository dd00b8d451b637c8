"""`汇报`, `交`, or a reply to the draft: handing in a report before a meeting."""

from __future__ import annotations

from bot.kit import Answer, Card, Ctx, Refusal, Role, T, t
from handlers.reports.reading import (
    SIGNS,
    is_as_is,
    is_chatty,
    is_later,
    is_question,
    number_in,
    said,
)
from handlers.reports.routing import router
from handlers.reports.showing import shown
from handlers.reports.words import begins, fact_lines, said_lines, shortened
from models import meeting_reports, meetings
from models.meeting_reports import Handed
from models.meeting_tables import Meeting


@router.command("report", "汇报", "小结", role=Role.MEMBER, whole=True)
def report(ctx: Ctx) -> Answer:
    """Hand a report in, or show those of a meeting where nothing is said: `小结 M12`."""
    called = ctx.commands.find(ctx.text)
    if called is None or (called.glued and not called.typed):
        return None
    number, line = _named(ctx, called.line)
    words = line.strip(SIGNS)
    row = _meeting(ctx, number)
    if number is None and not called.typed and not _is_meant(ctx, row, called.line):
        return None
    if row is None:
        raise Refusal("report-no-meeting")
    if not words:
        return shown(ctx, row)
    return handed_in(ctx, row, words)


@router.command("hand_in", "交", role=Role.MEMBER, whole=True, hidden=True)
def as_is(ctx: Ctx) -> Answer:
    """Hand the draft in as it is, or with some words behind it."""
    called = ctx.commands.find(ctx.text)
    if called is None:
        return None
    number, line = _named(ctx, called.line)
    words = line.strip(SIGNS)
    row = _meeting(ctx, number)
    if number is None and not called.typed:
        is_awaited = row is not None and meeting_reports.is_asked(ctx.db, row, ctx.actor)
        if words or not (is_awaited or not ctx.chat.is_group):
            return None
    if row is None:
        raise Refusal("report-no-meeting")
    return handed_in(ctx, row, words)


@router.reply("report", role=Role.MEMBER)
def to_draft(ctx: Ctx, meeting_id: int, text: str) -> Answer:
    """Take a reply to the draft as what its reader adds."""
    row = meetings.by_id(ctx.db, ctx.team.id, meeting_id)
    if row is None:
        raise Refusal("report-other-team")
    if is_later(text):
        return Card(t("report-later", when=begins(row, ctx.team, ctx.now)))
    if is_question(text) and not any(each for each in said(text)[1:]):
        return Card(t("report-how"))
    return handed_in(ctx, row, text)


def _named(ctx: Ctx, line: str) -> tuple[int | None, str]:
    """The meeting that a line, else the quoted card, names; and the line without it."""
    number, rest = number_in(line)
    quote = ctx.incoming.quote
    if number is None and quote is not None:
        number = number_in(quote.text.partition("\n")[0])[0]
    return number, rest


def _meeting(ctx: Ctx, number: int | None) -> Meeting | None:
    if number is not None:
        return meetings.find(ctx.db, ctx.team.id, number)
    return meeting_reports.meeting_of(ctx.db, ctx.team, ctx.actor, ctx.sent_at)


def _is_meant(ctx: Ctx, row: Meeting | None, line: str) -> bool:
    """Whether words behind a bare 汇报 are a report: of somebody who was asked for one, or in
    private; alone it asks for them.
    """
    if row is None:
        return not line.strip() and not ctx.chat.is_group
    if not line.strip():
        return not ctx.chat.is_group or meeting_reports.is_asked(ctx.db, row, ctx.actor)
    if is_chatty(line) or is_question(line):
        return False
    return not ctx.chat.is_group or meeting_reports.is_asked(ctx.db, row, ctx.actor)


def handed_in(ctx: Ctx, row: Meeting, text: str) -> Card:
    """Hand in what a text says and answer with what was kept."""
    words = ("", "") if is_as_is(text) else said(text)
    found = meeting_reports.hand_in(ctx.db, row, ctx.actor, words, ctx.sent_at)
    report = found.report
    title = t(
        "report-in",
        number=row.number,
        title=shortened(row.title, 40),
        late=int(report.is_late),
        again=int(found.is_again),
    )
    facts = () if ctx.chat.is_group else tuple(fact_lines(report.facts))
    return Card(title, (*facts, *said_lines(report)), note=_note(ctx, row, found))


def _note(ctx: Ctx, row: Meeting, found: Handed) -> T | None:
    if found.is_same:
        return t("report-same")
    if found.report.is_late:
        return None
    return t("report-until", when=begins(row, ctx.team, ctx.now))
