"""What happens to minutes when a message that went into them is edited or recalled."""

from __future__ import annotations

import re

from bot.kit import Answer, Button, Card, Ctx, Delivery, Refusal, Role, doer, t
from handlers.minutes.drafting import scene
from handlers.minutes.reading import as_written
from handlers.minutes.routing import router
from handlers.minutes.words import cut, draft, head
from models import minutes, minutes_comments
from models.meeting_tables import Meeting, MeetingNote, Minutes
from models.meetings import find, may_run
from models.minutes_lines import Line

_WORD = re.compile(
    r"^\s*[/／#]?(?:会议纪要|纪要|minutes)\s*(?:#?M\d{1,9})?\s*[:：]?\s*|^\s*(?:加|add)[\s:：]+",
    re.IGNORECASE,
)
_NEW = re.compile(
    r"^(?:新会议?|补记|new)(?:\s+|\s*[:：]\s*)[^\n:：]{1,60}[:：\n]\s*", re.IGNORECASE
)
_AGAIN = re.compile(r"\s*M(\d{1,9})\s+(\d{1,15})\s+(\S.*)", re.DOTALL)


@router.on("edit")
def edited(ctx: Ctx) -> Answer:
    """An edited message is read anew into the draft; where its minutes are posted, a new version
    is offered.
    """
    note = minutes_comments.comment_of(ctx.db, ctx.actor, ctx.source)
    if note is not None:
        return _comment_changed(ctx, note, ctx.text.strip())
    found = minutes.from_source(ctx.db, ctx.team.id, ctx.source)
    if not found:
        return None
    words = _NEW.sub("", _WORD.sub("", ctx.text, count=1), count=1)
    own = [row for row, _ in found if row.state == minutes.DRAFT and row.by_id == ctx.actor.id]
    if own:
        meeting = _meeting(ctx, own[-1])
        return reread(ctx, meeting, own[-1], ctx.source, words=words)
    row, _ = found[-1]
    meeting = _meeting(ctx, row)
    line = f"/reread M{meeting.number} {ctx.source} {words}"
    return Card(
        t("minutes-edited-late", head=head(meeting), version=row.version or 1),
        buttons=(
            Button(t("minutes-button-next"), line, ("是", "要", "yes")),
            Button(t("minutes-button-keep"), "/dismiss keep", ("不用", "留着", "keep")),
        ),
        question=True,
    )


@router.command("reread", role=Role.MEMBER, hidden=True, whole=True)
def again(ctx: Ctx) -> Answer:
    """Begin the next version with what an edited message says now."""
    called = ctx.commands.find(ctx.text)
    match = _AGAIN.fullmatch(called.line) if called is not None else None
    if match is None:
        return None
    meeting = find(ctx.db, ctx.team.id, int(match[1]))
    if not may_run(meeting, ctx.actor):
        raise Refusal("minutes-no-draft-of", number=meeting.number)
    row = minutes.begin(ctx.db, meeting, doer(ctx))
    return reread(ctx, meeting, row, int(match[2]), words=match[3])


def reread(ctx: Ctx, meeting: Meeting, row: Minutes, source: int, *, words: str) -> Card:
    """Let a draft say what a message says now, and show it."""
    ctx.source = source
    found = as_written(ctx, words)
    minutes.reread(ctx.db, row, source, found.lines, words=words, at=ctx.sent_at)
    if found.goal is not None:
        row.goal = found.goal
    return draft(scene(ctx, meeting), row, extra=(t("minutes-reread"),))


@router.on("recall")
def recalled(ctx: Ctx) -> Answer:
    """A recalled message asks whether its lines go; never a silent guess."""
    note = minutes_comments.comment_of(ctx.db, ctx.actor, ctx.source)
    if note is not None:
        return _comment_changed(ctx, note, "")
    found = minutes.from_source(ctx.db, ctx.team.id, ctx.source)
    found = [(row, lines) for row, lines in found if lines]
    if not found:
        return None
    row, lines = found[-1]
    return _ask(ctx, row, lines)


def _ask(ctx: Ctx, row: Minutes, lines: list[Line]) -> Card:
    meeting = _meeting(ctx, row)
    numbers = " ".join(str(line.n) for line in lines)
    return Card(
        t("minutes-recalled", head=head(meeting), posted=int(row.state == minutes.POSTED)),
        tuple(
            t("minutes-recalled-line", n=each.n, words=cut(each.words, 30)) for each in lines[:6]
        ),
        buttons=(
            Button(t("minutes-button-strike"), f"/delete M{meeting.number} {numbers}", ("删",)),
            Button(t("minutes-button-keep"), "/dismiss keep", ("留着", "keep")),
        ),
        question=True,
    )


def _comment_changed(ctx: Ctx, note: MeetingNote, words: str) -> Card | None:
    meeting = minutes.meeting_of(ctx.db, ctx.team.id, note.meeting_id)
    if meeting is None:
        return None
    words = _WORD.sub("", words, count=1)
    minutes_comments.change_comment(ctx.db, meeting, note, words)
    if not words:
        return Card(t("minutes-comment-gone", head=head(meeting)))
    return Card(
        t("minutes-comment-kept", head=head(meeting)),
        (t("minutes-comment", name=ctx.actor.name, words=cut(words)),),
        delivery=Delivery.IMPORTANT,
    )


def _meeting(ctx: Ctx, row: Minutes) -> Meeting:
    meeting = minutes.meeting_of(ctx.db, ctx.team.id, row.meeting_id)
    if meeting is None:
        raise LookupError(f"minutes {row.id} without a meeting")
    return meeting
