"""`纪要`: writing, reading, finding and exporting minutes; the words behind it decide."""

from __future__ import annotations

import re

from bot.kit import Answer, Button, Card, Ctx, Expect, Refusal, Role, doer, t, written
from handlers.minutes import correcting
from handlers.minutes.drafting import drafted, offer_new, quoted_number, scene, take
from handlers.minutes.export import exported, read_export
from handlers.minutes.reading import as_written, is_about_minutes, is_query, is_written, read
from handlers.minutes.routing import router
from handlers.minutes.steps import read_step
from handlers.minutes.words import REPLY, cut, draft, head, numbered, whole
from models import minutes, minutes_finding
from models.meeting_tables import Meeting
from models.meetings import OPEN, find, may_run
from models.minutes_lines import counted
from models.rosters import roster

_NUMBER = re.compile(r"\s*#?M(\d{1,9})(?![A-Za-z0-9-])\s*[:：,，]?\s*", re.IGNORECASE)
_PAGE = re.compile(r"(?:第\s*(\d{1,2})\s*页|(?:p|page)\s*(\d{1,2}))", re.IGNORECASE)
_VERSION = re.compile(r"(?:第\s*(\d{1,3})\s*版|v(?:ersion)?\s*(\d{1,3}))", re.IGNORECASE)
_NEW = re.compile(r"\s*(?:新会议?|补记|new)(?:\s+|\s*[:：]\s*)(\S.*)", re.DOTALL | re.IGNORECASE)
_TITLE = re.compile(r"([^\n:：]{1,60})(?:\s*[:：\n]\s*|$)(.*)", re.DOTALL)
# A text that begins with its first item has no title before it.
_UNTITLED = re.compile(r"\s*(?:1\s*[.、:：)）]|[-*•①])")
_LIST = frozenset({"列表", "list", "全部"})
# As many lines as a search shows, and notes of a running meeting.
SHOWN = 9
_EDGES = " \t\n:：,，"


@router.command("minutes", "纪要", "会议纪要", role=Role.MEMBER, whole=True)
def minutes_(ctx: Ctx) -> Answer:
    """Write, show, find or export minutes."""
    called = ctx.commands.find(ctx.text)
    if called is None or (called.glued and not called.typed):
        return None
    words, number = called.line, quoted_number(ctx)
    match = _NUMBER.match(words)
    if match is not None:
        number, words = int(match[1]), words[match.end() :]
    is_marked = called.typed or words.lstrip()[:1] in (":", "：")
    words = words.strip(_EDGES)
    if number is None and not is_marked and is_about_minutes(words):
        return None
    quote = ctx.incoming.quote
    if number is None and quote is not None and not quote.text and not called.typed:
        # The card is known by its id alone, which the reply route looks up.
        return None
    if number is not None:
        meeting = find(ctx.db, ctx.team.id, number)
        return _of_meeting(ctx, meeting, words) or take(ctx, meeting, words, sure=True)
    return _loose(ctx, words, is_marked=is_marked)


def _loose(ctx: Ctx, words: str, *, is_marked: bool) -> Answer:
    """What 纪要 without a meeting's number means: the running or last meeting, or a search."""
    match = _NEW.match(words)
    if match is not None:
        return _held(ctx, match[1])
    if words in _LIST:
        return _list(ctx)
    meeting = minutes.about(ctx.db, ctx.team.id, ctx.sent_at)
    if meeting is None:
        if words and not is_query(words):
            return offer_new(ctx, words)
        raise Refusal("minutes-none")
    found = _of_meeting(ctx, meeting, words)
    if found is not None:
        return found
    if is_query(words) and not (is_marked and is_written(words)):
        reading = read(ctx, words)
        if not reading.lines or len(words) <= SHOWN:
            return _search(ctx, meeting, words)
    return take(ctx, meeting, words, sure=True)


def _of_meeting(ctx: Ctx, meeting: Meeting, words: str) -> Answer:
    """What stands behind a meeting's number, where it is no text for its minutes."""
    if not words:
        return shown(ctx, meeting)
    step = read_step(words)
    if step is not None:
        return correcting.run(ctx, step, meeting, quoted=True)
    kinds = read_export(words)
    if kinds is not None:
        return exported(ctx, meeting, kinds)
    page = _PAGE.fullmatch(words)
    if page is not None:
        return shown(ctx, meeting, page=int(page[1] or page[2]))
    version = _VERSION.fullmatch(words)
    if version is not None:
        number = int(version[1] or version[2])
        row = minutes.version(ctx.db, meeting.id, number)
        if row is None:
            raise Refusal("minutes-no-version", number=meeting.number, version=number)
        return whole(scene(ctx, meeting), row)
    return None


def shown(ctx: Ctx, meeting: Meeting, *, page: int = 1) -> Answer:
    """The open draft to who writes it, else what was posted, else how to begin."""
    here = scene(ctx, meeting)
    row = minutes.draft_of(ctx.db, ctx.team.id, ctx.actor.id, meeting.id)
    standing = minutes.posted(ctx.db, meeting.id)
    if row is None and standing is not None:
        return whole(here, standing, page=page)
    if not may_run(meeting, ctx.actor):
        people = roster(ctx.db, ctx.team.id)
        raise Refusal("minutes-not-yet", number=meeting.number, who=people.name(meeting.lead_id))
    notes = minutes.noted(ctx.db, meeting)
    if row is None and notes and meeting.state == OPEN:
        lines = tuple(numbered(here, line) for line in counted(notes)[:SHOWN])
        title = t("minutes-so-far", head=head(meeting), count=len(notes))
        return Card(title, lines, t("minutes-so-far-how"), expect=Expect(REPLY, meeting.id))
    if row is None and not notes:
        return Card(
            t("minutes-begin", head=head(meeting)),
            (t("minutes-begin-how"), t("minutes-begin-example")),
            expect=Expect(REPLY, meeting.id),
        )
    row = minutes.begin(ctx.db, meeting, doer(ctx))
    minutes.touch(ctx.db, row, ctx.sent_at)
    return draft(here, row, page=page)


def _held(ctx: Ctx, words: str) -> Answer:
    """Write down a meeting that nobody had planned, with its minutes."""
    untitled = _UNTITLED.match(words)
    match = _TITLE.match(words) if untitled is None else None
    title, text = (match[1].strip(), match[2].strip()) if match is not None else ("", words)
    if untitled is not None:
        text = words.removeprefix("1:")
    if not title:
        title = written(t("minutes-untitled", day=f"{ctx.today:%m-%d}"), ctx.team.language)
    if ctx.actor.role < Role.LEAD:
        who = " ".join(f"@{m.name}" for m in roster(ctx.db, ctx.team.id).with_role(Role.LEAD)[:3])
        raise Refusal("minutes-new-lead", who=who)
    meeting = minutes.held(ctx.db, ctx.team, title, doer(ctx))
    if not text:
        return shown(ctx, meeting)
    return drafted(ctx, meeting, as_written(ctx, text), text)


def _search(ctx: Ctx, meeting: Meeting, words: str) -> Card:
    """The newest lines of minutes and comments that hold the words."""
    found = minutes_finding.find(ctx.db, ctx.team.id, words, most=SHOWN + 1)
    if not found:
        buttons: tuple[Button, ...] = ()
        if may_run(meeting, ctx.actor):
            line = f"/minutes M{meeting.number} {words}"
            buttons = (
                Button(t("minutes-button-into", number=meeting.number), line),
                Button(t("common-no"), "/dismiss"),
            )
        return Card(
            t("minutes-not-found", words=cut(words, 20)), buttons=buttons, question=bool(buttons)
        )
    people = roster(ctx.db, ctx.team.id)
    local = ctx.local
    lines = tuple(
        t(
            "minutes-hit",
            number=each.meeting,
            day=f"{each.day:%m-%d}" if each.day.year == local.year else f"{each.day:%Y-%m-%d}",
            kind=each.kind,
            name=people.name(each.by_id) if each.by_id else "",
            words=cut(each.words),
            task=each.task,
        )
        for each in found[:SHOWN]
    )
    is_more = int(len(found) > SHOWN)
    title = t("minutes-found", words=cut(words, 20), count=len(lines), more=is_more)
    return Card(title, lines, note=t("minutes-found-how", number=found[0].meeting))


def _list(ctx: Ctx) -> Card:
    """The newest posted minutes."""
    found = minutes_finding.newest(ctx.db, ctx.team.id, most=SHOWN)
    if not found:
        raise Refusal("minutes-none")
    lines = tuple(
        t("minutes-listed", head=head(meeting), day=f"{meeting.day:%m-%d}", lines=count,
          version=row.version or 1)
        for meeting, row, count in found
    )  # fmt: skip
    return Card(t("minutes-list"), lines, note=t("minutes-found-how", number=found[0][0].number))
