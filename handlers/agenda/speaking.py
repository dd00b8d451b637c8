"""Who is there and who wants to speak."""

from __future__ import annotations

import re

from bot.kit import Answer, Card, Ctx, Refusal, Role, doer, t
from handlers.agenda.routing import here, line_of, quotable, router
from models import meetings, session_notes, sessions
from models.meeting_tables import Meeting
from models.rosters import roster

_OFF = re.compile(r"取消|放下|不用了|off|down", re.IGNORECASE)
_SHOWN = 10


def _bare(ctx: Ctx) -> Meeting | None:
    """The running meeting, for a command that stands alone; None for talk."""
    found = line_of(ctx)
    if found is None or (found[0] and not found[1]):
        return None
    return here(ctx, typed=found[1])


@router.command("hand", "举手", role=Role.MEMBER, whole=True)
def hand(ctx: Ctx) -> Answer:
    """Line up to speak, or step out of the line."""
    found = line_of(ctx)
    if found is None:
        return None
    line, typed = found
    off = _OFF.fullmatch(line) is not None
    if line and not off and not typed:
        return None
    row = here(ctx, typed=typed)
    if row is None:
        return None
    if off:
        was_in = session_notes.lower_hand(ctx.db, row, ctx.actor)
        return Card(t("agenda-hand-down" if was_in else "agenda-hand-not-up", name=ctx.actor.name))
    place, is_new = session_notes.raise_hand(ctx.db, row, doer(ctx))
    key = "agenda-hand-up" if is_new else "agenda-hand-already"
    return Card(t(key, name=ctx.actor.name, place=place), expect=quotable(row))


@router.command("speakers", "发言", role=Role.MEMBER, whole=True)
def speakers(ctx: Ctx) -> Answer:
    """Show who speaks and who wants to."""
    row = _bare(ctx)
    if row is None:
        return None
    people = roster(ctx.db, ctx.team.id)
    line = [people.name(each.member_id) for each in session_notes.queue(ctx.db, row)]
    now = session_notes.speaking(ctx.db, row)
    title = t(
        "agenda-queue",
        count=len(line),
        names=tuple(line[:_SHOWN]),
        more=max(len(line) - _SHOWN, 0),
    )
    lines = (t("agenda-speaking", name=people.name(now)),) if now is not None else ()
    return Card(title, lines, t("agenda-queue-how"), expect=quotable(row))


@router.command("next_speaker", "下一位", role=Role.MEMBER, whole=True)
def next_speaker(ctx: Ctx) -> Answer:
    """Let the next in the line speak."""
    row = _bare(ctx)
    if row is None:
        return None
    sessions.require_leader(row, ctx.actor, ctx.db)
    called = session_notes.call_next(ctx.db, row)
    if called is None:
        raise Refusal("agenda-queue-empty")
    name = roster(ctx.db, ctx.team.id).name(called)
    left = len(session_notes.queue(ctx.db, row))
    return Card(
        t("agenda-called", name=f"@{name}", left=left), mentions=(called,), expect=quotable(row)
    )


@router.command("check_in", "签到", role=Role.MEMBER, whole=True)
def check_in(ctx: Ctx) -> Answer:
    """Note that one is there."""
    row = _bare(ctx)
    if row is None:
        return None
    sessions.attend(ctx.db, row, ctx.actor.id)
    able = len(meetings.invited(ctx.db, row))
    there = len(sessions.attending(ctx.db, row))
    title = t("agenda-there", name=ctx.actor.name, there=there, able=able)
    return Card(title, expect=quotable(row), reaction="👌")
