"""Reminders before a meeting, the question whether one without a goal is needed, and what becomes
of one that nobody opened.
"""

from __future__ import annotations

import datetime as dt

from bot.kit import Button, Card, T, WakeCtx, t
from handlers.meetings.cards import (
    expect,
    facts,
    goal,
    head,
    hours,
    next_line,
    way_in,
    when,
)
from handlers.meetings.routing import router
from models import meeting_counts, meeting_members, meeting_plans, meetings, reminders
from models.care import after_quiet, may_nudge_at
from models.meeting_reminders import CHECK, JOB, MISSED_NEWS, NEWS, NOW, OVER, SOON, end_of
from models.meeting_states import ALIVE, MISSED, PLANNED
from models.meeting_tables import Meeting
from models.rosters import ACTIVE, roster
from models.task_changes import Doer

_MINUTE = dt.timedelta(minutes=1)
# The reminder half an hour before is left out where the one five minutes before comes so soon.
_TOO_CLOSE = dt.timedelta(minutes=10)


@router.reminder(JOB)
def wake(ctx: WakeCtx) -> list[Card]:
    """Remind of what begins soon, ask about what has no goal, and let go of what is over."""
    cards: list[Card] = []
    told: set[int] = set()
    for due in sorted(ctx.due, key=lambda each: each.step):
        row = meetings.by_id(ctx.db, ctx.team.id, due.subject)
        if row is None:
            continue
        if due.step == OVER:
            cards += _over(ctx, row)
        elif row.state == PLANNED and row.start_at > ctx.now:
            if due.step == CHECK:
                cards += _check(ctx, row)
            elif row.id not in told:
                told.add(row.id)
                cards += _soon(ctx, row, due.step)
    return cards


def _soon(ctx: WakeCtx, row: Meeting, step: int) -> list[Card]:
    left = row.start_at - ctx.now
    if step == SOON and NOW * _MINUTE < left <= _TOO_CLOSE:
        return []
    later = after_quiet(ctx.team, ctx.now)
    if later > ctx.now:
        # The quiet hours were changed since.
        if later < row.start_at and step == SOON:
            reminders.remind(ctx.db, ctx.team.id, JOB, row.id, at=later, step=step)
        return []
    minutes = -(-left // _MINUTE)
    title = t(
        "meeting-remind",
        head=head(row),
        kind="soon" if minutes <= SOON else "later",
        minutes=minutes,
    )
    agenda = meeting_counts.agenda_count(ctx.db, row)
    lines = [
        when(ctx.team, row, ctx.now),
        *goal(row),
        *way_in(row),
        *([t("meeting-agenda", agenda=agenda)] if agenda else []),
    ]
    invited = meeting_members.named(ctx.db, row)
    expected = meeting_members.attendance(ctx.db, ctx.team, row).expected
    called = tuple(i for i in invited if i in expected)
    if called and step != NOW:
        lines.insert(1, facts(ctx.db, row, is_called=True))
    return [Card(title, tuple(lines), expect=expect(row), mentions=called)]


def _check(ctx: WakeCtx, row: Meeting) -> list[Card]:
    """Ask the lead whether a meeting is needed that has neither goal nor agenda."""
    if row.goal or meeting_counts.agenda_count(ctx.db, row):
        return []
    lead = roster(ctx.db, ctx.team.id).members[row.lead_id]
    if lead.state != ACTIVE:
        return []
    later = may_nudge_at(ctx.db, ctx.team, lead.id, ctx.now)
    if later > ctx.now:
        if later < row.start_at - _MINUTE * SOON:
            reminders.remind(ctx.db, ctx.team.id, JOB, row.id, at=later, step=CHECK)
        return []
    return [
        Card(
            t("meeting-no-aim", head=head(row), when=_hours(ctx, row)),
            (t("meeting-no-aim-how", number=row.number),),
            buttons=(
                Button(t("meeting-button-cancel"), f"/cancel M{row.number} once", ("取消",)),
                Button(t("meeting-button-hold"), "/dismiss keep", ("照开",)),
            ),
            question=True,
            expect=expect(row),
            to=lead.id,
        )
    ]


def _over(ctx: WakeCtx, row: Meeting) -> list[Card]:
    """Let go of a meeting that nobody opened; its lead learns it, not at night."""
    if row.state not in ALIVE:
        return []
    lead = roster(ctx.db, ctx.team.id).members[row.lead_id]
    meeting_plans.end_unopened(ctx.db, ctx.team, row, Doer(lead, ctx.now))
    if row.state == MISSED:
        at = may_nudge_at(ctx.db, ctx.team, lead.id, ctx.now)
        reminders.remind(ctx.db, ctx.team.id, NEWS, row.id, at=at, step=MISSED_NEWS)
    return []


def _hours(ctx: WakeCtx, row: Meeting) -> T:
    return hours(ctx.team, row.start_at, end_of(row), ctx.now)


@router.reminder(NEWS)
def news(ctx: WakeCtx) -> list[Card]:
    """Tell the group what was planned, moved or called off in private, and a lead what was
    missed.
    """
    cards = []
    for due in ctx.due:
        row = meetings.by_id(ctx.db, ctx.team.id, due.subject)
        if row is None:
            continue
        if due.step == MISSED_NEWS:
            cards += _missed(ctx, row)
            continue
        title = t("meeting-news", head=head(row), state=row.state, changed=int(row.version > 1))
        lines = [
            when(ctx.team, row, ctx.now),
            facts(ctx.db, row, is_called=True),
            *goal(row),
            *way_in(row),
        ]
        shown = tuple(lines if row.state in ALIVE else lines[:1])
        called = meeting_members.named(ctx.db, row)
        cards.append(Card(title, shown, expect=expect(row), mentions=called))
    return cards


def _missed(ctx: WakeCtx, row: Meeting) -> list[Card]:
    if row.state != MISSED:
        return []
    lines: list[T] = [t("meeting-missed-how", number=row.number)]
    after = meeting_plans.next_of(ctx.db, row)
    lines += next_line(ctx.db, ctx.team, row, after=after, now=ctx.now)
    title = t("meeting-missed", head=head(row), when=_hours(ctx, row))
    return [Card(title, tuple(lines), expect=expect(row), to=row.lead_id, silent=True)]
