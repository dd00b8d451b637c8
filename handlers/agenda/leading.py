"""The way through a meeting: the next point, one again, one left out, and when its time is over."""

from __future__ import annotations

import datetime as dt
import re

from bot.kit import Answer, Button, Card, Ctx, Refusal, Role, T, WakeCtx, doer, t
from handlers.agenda.routing import here, line_of, quotable, router
from handlers.agenda.words import action_lines, details, title_of
from models import agenda, agenda_inputs, meetings, session_notes, sessions
from models.agenda import ACTIONS
from models.meeting_tables import Meeting
from models.sessions import Stand

_NUMBER = re.compile(r"(?:第\s*)?#?(\d{1,2})\s*项?")
# That the time was over is no news any more so long after.
_STALE = dt.timedelta(minutes=30)
_DETAIL = 80


@router.command("next_item", "下一项", role=Role.MEMBER, whole=True)
def next_(ctx: Ctx) -> Answer:
    """Take up the next point; the present one is done."""
    return _step(ctx, done=True)


@router.command("skip_item", "跳过", role=Role.MEMBER, whole=True)
def skip(ctx: Ctx) -> Answer:
    """Take up the next point; the present one stays open."""
    return _step(ctx, done=False)


def _step(ctx: Ctx, *, done: bool) -> Answer:
    """Go on; a pressed button names the point that it stands under."""
    found = line_of(ctx)
    if found is None or (found[0] and not found[1]):
        return None
    line, typed = found
    row = here(ctx, typed=typed)
    if row is None:
        return None
    sessions.require_leader(row, ctx.actor, ctx.db)
    before = sessions.stand(ctx.db, row)
    if line.isdecimal() and int(line) != before.number:
        raise Refusal("agenda-moved-on", number=before.number)
    sessions.go_on(ctx.db, row, doer(ctx), done=done)
    return _gone_on(ctx, row, before, done=done)


@router.command("back_to", "回到", role=Role.MEMBER, whole=True)
def back(ctx: Ctx) -> Answer:
    """Take up a point again by its number."""
    found = line_of(ctx)
    if found is None:
        return None
    match = _NUMBER.fullmatch(found[0])
    if match is None:
        if found[1]:
            raise Refusal("agenda-back-which")
        return None
    row = here(ctx, typed=found[1])
    if row is None:
        return None
    sessions.require_leader(row, ctx.actor, ctx.db)
    before = sessions.stand(ctx.db, row)
    now = sessions.go_back(ctx.db, row, int(match[1]), doer(ctx))
    return _gone_on(ctx, row, before, done=before.number < now.number)


def _gone_on(ctx: Ctx, row: Meeting, before: Stand, *, done: bool) -> Card:
    left: tuple[T, ...] = ()
    item = before.item
    if item is not None and item.state != agenda.CURRENT:
        minutes = round(item.spent / 60)
        key = "agenda-item-done" if done else "agenda-item-skipped"
        left = (
            t(
                key,
                number=before.number,
                title=title_of(ctx, item),
                spent=minutes,
                minutes=item.minutes or 0,
            ),
        )
    card = current_card(ctx, row)
    return card.with_(lines=(*left, *card.lines))


def current_card(ctx: Ctx, row: Meeting) -> Card:
    """The point that is talked about now, or that there is none left."""
    now = sessions.stand(ctx.db, row)
    item = now.item
    if item is None:
        skipped = (t("agenda-skipped", numbers=_numbers(now)),) if now.skipped else ()
        return Card(t("agenda-through"), skipped, t("agenda-through-how"), expect=quotable(row))
    title = t("agenda-current", number=now.number, what=details(ctx, item, called=True))
    lines: tuple[T, ...] = ()
    if item.detail:
        lines = (t("common-as-is", text=item.detail.splitlines()[0][:_DETAIL]),)
    if item.kind == ACTIONS:
        lines = tuple(action_lines(ctx, agenda_inputs.open_actions(ctx.db, row)))
    owner = (item.owner_id,) if item.owner_id is not None else ()
    return Card(
        title,
        lines,
        t("agenda-current-how"),
        buttons=(
            Button(t("agenda-button-next"), f"/next_item {now.number}"),
            Button(t("agenda-button-skip"), f"/skip_item {now.number}"),
        ),
        mentions=owner,
        expect=quotable(row),
    )


def _numbers(now: Stand) -> tuple[str, ...]:
    return tuple(str(number) for number in now.skipped)


@router.reminder(sessions.JOB)
def time_is_over(ctx: WakeCtx) -> Answer:
    """Say gently that a point has had its time; the meeting goes on as it likes."""
    cards = []
    for wake in ctx.due:
        row = meetings.by_id(ctx.db, ctx.team.id, wake.subject)
        if row is None or row.state != meetings.OPEN or ctx.now - wake.due_at > _STALE:
            continue
        now = sessions.stand(ctx.db, row)
        if now.item is None or now.item.minutes is None:
            continue
        title = t(
            "agenda-time-over",
            number=now.number,
            title=now.item.title,
            minutes=now.item.minutes,
            waiting=len(session_notes.queue(ctx.db, row)),
        )
        cards.append(Card(title, expect=quotable(row)))
    return cards
