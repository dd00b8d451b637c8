"""Pasted invitations of online meetings: the meeting is planned, or gets its number and link."""

from __future__ import annotations

import datetime as dt

from bot.core import due_words
from bot.kit import Answer, Button, Card, Ctx, Refusal, Role, t
from bot.language.dates import Due
from bot.language.invitation_times import Span
from bot.language.invitations import Invitation, read_invitation
from bot.language.meeting_codes import NUMBER
from bot.language.meeting_lines import read_meeting
from bot.language.wishes import exact, is_question
from handlers.meetings.cards import announced, expect, head, hours, way_in, when
from handlers.meetings.making import USUAL, first_time, receipt
from handlers.meetings.naming import doer, meant
from handlers.meetings.routing import router
from models import meeting_plans, meetings
from models.meeting_reminders import end_of
from models.meeting_tables import Meeting
from models.meetings import NewMeeting
from models.rosters import ACTIVE

# Meetings that a number without a time may belong to, and how soon they are.
_OFFERED, _SOON = 3, dt.timedelta(days=7)
# As long as a title is that is read out of a sentence; what a meeting is called without one.
_TITLE, _UNNAMED = 30, "会议"


def read(ctx: Ctx) -> Invitation | None:
    """The invitation in a message that there is something to say to; None for talk and strangers.

    One without a time in the form of a program may say it in words: 今晚8点半开会,会议号 ….
    """
    said = read_invitation(ctx.text, ctx.local) if ctx.actor.state == ACTIVE else None
    if said is None or said.is_written:
        return said
    if is_question(ctx.text.split("\n")[0]):
        return None
    if _in_words(ctx) is not None or _without_way(ctx):
        return said
    return None


def _in_words(ctx: Ctx) -> tuple[Due, str] | None:
    """The one time that a sentence names beyond doubt, and what else it says."""
    line = read_meeting(ctx.text, ctx.local)
    due = line.due
    if due is None or not line.is_sure_of_time or due.recurrence is not None or due.deadline:
        return None
    if not isinstance(due.start, dt.datetime) or due.start.astimezone(dt.UTC) <= ctx.now:
        return None
    title = line.title if 0 < len(line.title) <= _TITLE else _UNNAMED
    return due, title


def _without_way(ctx: Ctx) -> list[Meeting]:
    """The meetings soon to come of which nobody has said how one gets in."""
    coming = meeting_plans.coming(ctx.db, ctx.team.id, ctx.now)
    soon = [each for each in coming if each.start_at <= ctx.now + _SOON]
    return [each for each in soon if not each.link and not each.code][:_OFFERED]


@router.listen(read, role=Role.MEMBER)
def pasted(ctx: Ctx, said: Invitation) -> Answer:
    """Plan what somebody was invited to, or keep how one gets in; ask about what is not clear."""
    if said.span is not None and said.is_written:
        return _planned(ctx, said, said.span)
    words = _in_words(ctx)
    if words is None:
        return _which(ctx, said)
    due, title = words
    start, _ = first_time(ctx, due)
    return _known(ctx, said, due, start) or _wanted(said, due, title, ctx)


def _planned(ctx: Ctx, said: Invitation, span: Span) -> Answer:
    here = span.start.astimezone(ctx.team.zone)
    end = span.end.astimezone(ctx.team.zone) if span.end is not None else None
    if not span.recurrence and here.astimezone(dt.UTC) <= ctx.now:
        return Card(t("meeting-pasted-past", when=due_words.echo(Due(here, end), ctx.local)))
    start, _ = first_time(ctx, Due(here, span.until or end, span.recurrence or None))
    length = span.end - span.start if span.end is not None else dt.timedelta(minutes=USUAL)
    first = start.astimezone(ctx.team.zone)
    due = Due(first, (start + length).astimezone(ctx.team.zone))
    known = _known(ctx, said, due, start)
    if known is not None:
        return known
    if not said.title:
        return _wanted(said, due, _UNNAMED, ctx)
    new = NewMeeting(
        title=said.title[: meetings.MAX_TITLE],
        start_at=start,
        minutes=round(length.total_seconds() / 60),
        link=said.link,
        code=said.code,
        passcode=said.passcode,
        recurrence=span.recurrence,
        recurs_until=span.until,
    )
    return receipt(ctx, meetings.create(ctx.db, ctx.team, new, doer(ctx)))


def _known(ctx: Ctx, said: Invitation, due: Due, start: dt.datetime) -> Card | None:
    """The answer where the meeting is planned already: by its number, or by its time."""
    same = meeting_plans.with_way(ctx.db, ctx.team.id, link=said.link, code=said.code, now=ctx.now)
    if same is not None and same.start_at == start:
        title = t("meeting-known", head=head(same), when=when(ctx.team, same, ctx.sent_at))
        return Card(title, tuple(way_in(same)), expect=expect(same))
    if same is not None and not same.recurrence:
        return _elsewhen(ctx, said, due, same)
    for row in _without_way(ctx):
        if abs(row.start_at - start) <= meeting_plans.SAME:
            return _kept(ctx, row, said)
    return None


def _elsewhen(ctx: Ctx, said: Invitation, due: Due, row: Meeting) -> Card:
    """The question whether a known meeting is moved, or whether it is another one."""
    title = t(
        "meeting-pasted-moved",
        head=head(row),
        before=hours(ctx.team, row.start_at, end_of(row), ctx.sent_at),
        after=due_words.echo(due, ctx.local),
    )
    return Card(
        title,
        buttons=(
            Button(t("meeting-button-move"), f"/reschedule M{row.number} {exact(due)}", ("改期",)),
            Button(t("meeting-button-new"), _line(said, due, said.title or _UNNAMED)),
        ),
        question=True,
        expect=expect(row),
    )


def _kept(ctx: Ctx, row: Meeting, said: Invitation) -> Card:
    """Keep how one gets into a meeting that was planned before."""
    meeting_plans.set_link(
        ctx.db,
        ctx.team,
        row,
        doer(ctx),
        link=said.link,
        code=said.code,
        passcode=said.passcode,
    )
    title = t("meeting-way-kept", head=head(row), when=when(ctx.team, row, ctx.sent_at))
    buttons = (Button(t("meeting-button-undo"), f"/undo M{row.number}"),)
    return announced(ctx, row, title, *way_in(row), buttons=buttons)


def _line(said: Invitation, due: Due, title: str) -> str:
    """A command line that plans what was said."""
    parts = [
        f"/meeting {exact(due)} {title}",
        said.link,
        f"会议号 {said.code}" if said.code else "",
        f"密码:{said.passcode}" if said.passcode else "",
    ]
    return " ".join(part for part in parts if part)


def _wanted(said: Invitation, due: Due, title: str, ctx: Ctx) -> Card:
    """The question whether a meeting that somebody spoke of is to be planned."""
    return Card(
        t("meeting-pasted-plan", title=title, when=due_words.echo(due, ctx.local)),
        buttons=(
            Button(t("meeting-button-plan"), _line(said, due, title), ("记下", "是", "好")),
            Button(t("meeting-button-no"), "/dismiss", ("不用", "不")),
        ),
        question=True,
    )


def _which(ctx: Ctx, said: Invitation) -> Answer:
    """A way in without a time: for a meeting that has none yet, else a question when it is."""
    known = meeting_plans.with_way(ctx.db, ctx.team.id, link=said.link, code=said.code, now=ctx.now)
    if known is not None:
        return None
    rows = _without_way(ctx)
    if not rows:
        return Card(t("meeting-pasted-when"), (t("meeting-pasted-how"),))
    way = said.link or f"会议号 {said.code}"
    more = f" 会议号 {said.code}" if said.link and said.code else ""
    buttons = [
        Button(
            t("meeting-pasted-for", head=head(row), when=when(ctx.team, row, ctx.sent_at)),
            f"/meeting_link M{row.number} {way}{more}",
        )
        for row in rows
    ]
    buttons.append(Button(t("meeting-button-no"), "/dismiss", ("不用", "不")))
    return Card(t("meeting-pasted-which"), buttons=tuple(buttons), question=True)


@router.command("meeting_link", "会议链接", role=Role.MEMBER, whole=True)
def link(ctx: Ctx) -> Answer:
    """Keep how one gets into a meeting: `会议链接 M12 https://…`, `会议链接 M12 675-392-234`."""
    call = meant(ctx, is_needed=True)
    if call is None:
        return None
    row = call.row(ctx)
    said = read_meeting(call.words, ctx.local)
    number = NUMBER.search(call.words)
    code = said.code or (number[0] if number is not None and not said.link else "")
    if not said.link and not code:
        raise Refusal("meeting-link-what", number=row.number)
    return _kept(ctx, row, Invitation("", None, said.link, code, said.passcode))
