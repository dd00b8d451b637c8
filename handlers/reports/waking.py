"""The drafts before a meeting, and the word to those who are missing: to each alone, in private."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from bot.kit import Answer, Button, Card, Expect, MemberInfo, WakeCtx, t
from handlers.reports.routing import router
from handlers.reports.words import begins, fact_lines, shortened
from models import meeting_reports, meetings, reminders
from models.care import after_quiet, may_nudge_at
from models.meeting_tables import Meeting
from models.report_facts import facts_of
from models.report_times import ASK, JOB, LEAST, NUDGE, ask_at, rearm
from models.rosters import ACTIVE, roster

NAMED = 12


@router.reminder(JOB)
def report_due(ctx: WakeCtx) -> Answer:
    """Send drafts, then follow up; nothing about a meeting that has begun or was called off."""
    cards: list[Card] = []
    for wake in sorted(ctx.due, key=lambda each: each.step == NUDGE):
        row = meetings.by_id(ctx.db, ctx.team.id, wake.subject)
        if row is None or row.state != meetings.PLANNED or row.start_at <= ctx.now:
            continue
        if ask_at(ctx.team, row) > ctx.now:
            # It was moved to a later time meanwhile.
            rearm(ctx.db, ctx.team, row, ctx.now)
        elif wake.step == NUDGE:
            cards += _follow_up(ctx, row)
        elif wake.step == ASK:
            cards += _drafts(ctx, row, meeting_reports.to_ask(ctx.db, row, ctx.now))
        else:
            people = meeting_reports.to_ask(ctx.db, row, ctx.now)
            cards += _drafts(ctx, row, (each for each in people if each.id == -wake.step))
    return cards


def _drafts(ctx: WakeCtx, row: Meeting, people: Iterable[MemberInfo]) -> list[Card]:
    """The drafts for those who may be spoken to now; the others get theirs later."""
    if row.start_at - ctx.now < LEAST:
        return []
    cards = []
    for member in people:
        later = may_nudge_at(ctx.db, ctx.team, member.id, ctx.now)
        if later <= ctx.now:
            meeting_reports.note_asked(ctx.db, row, member.id, ctx.now)
            cards.append(_draft(ctx, row, member.id))
        elif row.start_at - later >= LEAST:
            reminders.remind(ctx.db, ctx.team.id, JOB, row.id, at=later, step=-member.id)
    return cards


def _draft(ctx: WakeCtx, row: Meeting, member_id: int) -> Card:
    lines = fact_lines(facts_of(ctx.db, ctx.team, member_id, ctx.now))
    title = t(
        "report-draft",
        number=row.number,
        title=shortened(row.title, 40),
        when=begins(row, ctx.team, ctx.now),
    )
    return _asking(Card(title, (*lines, t("report-blank")), note=t("report-how")), row, member_id)


def _asking(card: Card, row: Meeting, member_id: int) -> Card:
    return card.with_(
        buttons=(Button(t("report-button-as-is"), f"/hand_in M{row.number}"),),
        expect=Expect("report", row.id),
        to=member_id,
    )


def _follow_up(ctx: WakeCtx, row: Meeting) -> list[Card]:
    """A word to each who is missing, the names to the lead, the count to the group."""
    cards = []
    when = begins(row, ctx.team, ctx.now)
    for member in meeting_reports.to_nudge(ctx.db, row, ctx.now):
        if may_nudge_at(ctx.db, ctx.team, member.id, ctx.now) <= ctx.now:
            meeting_reports.note_nudged(ctx.db, row, member.id, ctx.now)
            title = t("report-nudge", number=row.number, title=row.title, when=when)
            cards.append(_asking(Card(title, note=t("report-how")), row, member.id))
    found = meeting_reports.standing(ctx.db, row)
    count: dict[str, str | int] = {
        "number": row.number,
        "title": row.title,
        "handed": len(found.reports),
        "total": found.total,
    }
    if found.total and _may_tell(ctx, row.lead_id, ctx.now):
        names = tuple(each.name for each in found.missing[:NAMED])
        line = t("report-missing", names=names, more=len(found.missing) - len(names))
        lines = (line,) if names else ()
        cards.append(Card(t("report-count", **count), lines, to=row.lead_id))
    if found.reports and row.everybody and after_quiet(ctx.team, ctx.now) <= ctx.now:
        cards.append(Card(t("report-count-group", **count), silent=True))
    return cards


def _may_tell(ctx: WakeCtx, member_id: int, now: dt.datetime) -> bool:
    is_here = roster(ctx.db, ctx.team.id).members[member_id].state == ACTIVE
    return is_here and may_nudge_at(ctx.db, ctx.team, member_id, now) <= now
