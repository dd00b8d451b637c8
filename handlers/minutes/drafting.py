"""Words that come as minutes: a lead's become a draft, a member's a comment, talk stays talk."""

from __future__ import annotations

import re

from bot.kit import Answer, Button, Card, Ctx, Delivery, Expect, Role, T, doer, t
from handlers.minutes import correcting
from handlers.minutes.reading import (
    Reading,
    as_written,
    is_ahead,
    is_talk,
    is_written,
    nameless,
    read,
)
from handlers.minutes.routing import router
from handlers.minutes.steps import read_step
from handlers.minutes.words import REPLY, Scene, cut, draft, head
from models import minutes, minutes_comments
from models.meeting_tables import Meeting
from models.meetings import CANCELLED, may_run
from models.minutes_lines import Line
from models.rosters import ACTIVE

_WORD = re.compile(r"^\s*[/／#]?(?:会议)?纪要\s*[:：]?\s*|^\s*/minutes\s+", re.IGNORECASE)
_NUMBER = re.compile(r"#M(\d{1,9})(?![A-Za-z0-9-])")
# A text that long is no nod, even where no line of minutes is seen in it.
_LONG = 40


def scene(ctx: Ctx, meeting: Meeting) -> Scene:
    """Where the answer to a message is for."""
    return Scene(ctx.db, ctx.team, ctx.sent_at, meeting)


def quoted_number(ctx: Ctx) -> int | None:
    """The meeting that the first line of the quoted message names."""
    quote = ctx.incoming.quote
    match = _NUMBER.search(quote.text.partition("\n")[0]) if quote is not None else None
    return int(match[1]) if match is not None else None


@router.reply(REPLY, role=Role.GUEST)
def replied(ctx: Ctx, subject: int, text: str) -> Answer:
    """Take what is said to a card of a meeting."""
    meeting = minutes.meeting_of(ctx.db, ctx.team.id, subject)
    if meeting is None or not _is_meant(ctx, meeting, text):
        return None
    return _to_card(ctx, meeting, text)


def read_quoted(ctx: Ctx) -> Meeting | None:
    """The meeting of a quoted card that came without its id and is known by its words alone."""
    number = quoted_number(ctx)
    meeting = minutes.by_number(ctx.db, ctx.team.id, number) if number is not None else None
    return meeting if meeting is not None and _is_meant(ctx, meeting, ctx.text) else None


@router.listen(read_quoted, role=Role.MEMBER)
def quoted(ctx: Ctx, meeting: Meeting) -> Answer:
    """Take what is said to such a card."""
    return _to_card(ctx, meeting, ctx.text)


def _is_meant(ctx: Ctx, meeting: Meeting, text: str) -> bool:
    """Whether a message under a card is for the minutes, and no talk or another feature's."""
    if ctx.actor.state != ACTIVE or ctx.actor.role < Role.MEMBER:
        return False
    words = _WORD.sub("", text, count=1)
    if read_step(text) is not None:
        return True
    return not is_talk(nameless(ctx, words)) and (not is_ahead(ctx, meeting) or is_written(words))


def _to_card(ctx: Ctx, meeting: Meeting, text: str) -> Answer:
    step = read_step(text)
    if step is not None:
        return correcting.run(ctx, step, meeting, quoted=True)
    words = _WORD.sub("", text, count=1)
    return take(ctx, meeting, words, sure=words != text)


def take(ctx: Ctx, meeting: Meeting, words: str, *, sure: bool) -> Answer:
    """Take words for a meeting's minutes; `sure` says that they were called so."""
    if not may_run(meeting, ctx.actor):
        return _comment(ctx, meeting, words)
    found = as_written(ctx, words) if sure or len(words) >= _LONG else read(ctx, words)
    if not found.lines and found.goal is None:
        return None
    return drafted(ctx, meeting, found, words)


def drafted(ctx: Ctx, meeting: Meeting, found: Reading, words: str) -> Card:
    """Add what was read to the speaker's draft, and show it."""
    row = minutes.begin(ctx.db, meeting, doer(ctx))
    fresh: list[Line] = minutes.add(
        ctx.db, row, found.lines, words=words, goal=found.goal, at=ctx.sent_at
    )
    extra = [*_left(found), *_others(ctx, meeting)]
    last = minutes.lines(ctx.db, row)[-1].n if fresh else 0
    first = last - len(fresh) + 1 if fresh else 0
    return draft(scene(ctx, meeting), row, about=first, extra=extra)


def _left(found: Reading) -> list[T]:
    if not found.left:
        return []
    shown = tuple(cut(each, 16) for each in found.left[:2])
    return [t("minutes-left", words=shown, count=len(found.left))]


def _others(ctx: Ctx, meeting: Meeting) -> list[T]:
    """Who else is writing the minutes of a meeting."""
    rows = [row for row in minutes.drafts(ctx.db, meeting.id) if row.by_id != ctx.actor.id]
    if not rows:
        return []
    people = scene(ctx, meeting).people
    return [t("minutes-others", who=tuple(people.name(row.by_id) for row in rows[:3]))]


def _comment(ctx: Ctx, meeting: Meeting, words: str) -> Answer:
    if meeting.state == CANCELLED or is_talk(words):
        return None
    note = minutes_comments.comment(ctx.db, meeting, words, doer(ctx))
    return Card(
        t("minutes-comment-kept", head=head(meeting)),
        (t("minutes-comment", name=ctx.actor.name, words=cut(note.words)),),
        expect=Expect(REPLY, meeting.id),
        delivery=Delivery.IMPORTANT,
    )


def offer_new(ctx: Ctx, words: str) -> Card:
    """Ask whether words are the minutes of a meeting that nobody had planned."""
    return Card(
        t("minutes-no-meeting"),
        (t("minutes-no-meeting-how"),),
        buttons=(
            Button(t("minutes-button-new"), f"/minutes new 1:{words}"),
            Button(t("common-no"), "/dismiss"),
        ),
        question=True,
    )
