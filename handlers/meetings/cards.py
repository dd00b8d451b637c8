"""Meetings in words: when, for whom, what for, and how one gets in."""

from __future__ import annotations

import datetime as dt

from bot.core import due_words
from bot.core.meeting_words import next_one
from bot.kit import Button, Card, Ctx, Delivery, Expect, T, TeamInfo, t
from bot.language.dates import Due
from models import (
    meeting_counts,
    meeting_members,
    meeting_reminders,
    meeting_times,
    reminders,
)
from models.care import after_quiet
from models.db import Db
from models.event_times import Occurrence
from models.meeting_reminders import end_of
from models.meeting_series import left_out
from models.meeting_tables import Meeting
from models.meeting_times import Sitting
from models.rosters import roster

# How many people and how many clashes are named; the others are counted.
NAMED, CLASHES = 6, 2


def expect(row: Meeting) -> Expect:
    """What quoting a card about a meeting means: its minutes."""
    return Expect("minutes", row.id)


def head(row: Meeting) -> T:
    """A meeting by its number and name: «#M12 周会»."""
    return t("meeting-head", number=row.number, title=row.title)


def when(team: TeamInfo, row: Meeting, now: dt.datetime) -> T:
    """When a meeting is: «06-18 周三 20:00~21:00», with its rule where it recurs."""
    span = hours(team, row.start_at, end_of(row), now)
    if not row.recurrence:
        return span
    here = now.astimezone(team.zone)
    every = due_words.echo(Due(None, None, row.recurrence), here)
    if row.recurs_until is not None:
        every = t("date-every-until", every=every, last=due_words.moment(row.recurs_until, here))
    return t("meeting-when-again", when=span, every=every)


def hours(team: TeamInfo, start: dt.datetime, end: dt.datetime, now: dt.datetime) -> T:
    """A span of time on the clock of the team."""
    here = now.astimezone(team.zone)
    return due_words.echo(Due(start.astimezone(team.zone), end.astimezone(team.zone)), here)


def people_of(db: Db, row: Meeting, *, is_called: bool = False) -> T:
    """For whom a meeting is; `is_called` writes names so that platforms call them."""
    members = meeting_members.named(db, row)
    if not members:
        return t("meeting-everybody")
    people = roster(db, row.team_id)
    shown = tuple(people.name(member) for member in members[:NAMED])
    more = len(members) - len(shown)
    if is_called:
        return t("meeting-people", names=" ".join(f"@{name}" for name in shown), more=more)
    return t("meeting-people", names=shown, more=more)


def facts(db: Db, row: Meeting, *, is_called: bool = False) -> T:
    """Who comes, who runs it, where it is, and how many must be there."""
    return t(
        "meeting-facts",
        who=people_of(db, row, is_called=is_called),
        lead=roster(db, row.team_id).name(row.lead_id),
        place=row.place,
        has_place=int(bool(row.place)),
        quorum=row.quorum or 0,
    )


def way_in(row: Meeting) -> list[T]:
    """How one gets in, where that is known."""
    if not row.link and not row.code:
        return []
    return [
        t(
            "meeting-way-in",
            code=row.code,
            has_code=int(bool(row.code)),
            passcode=row.passcode,
            has_passcode=int(bool(row.passcode)),
            link=row.link,
            has_link=int(bool(row.link)),
        )
    ]


def goal(row: Meeting) -> list[T]:
    """What it is for, where that was said."""
    return [t("meeting-goal", goal=row.goal)] if row.goal else []


def announced(
    ctx: Ctx, row: Meeting, title: T, *lines: T, buttons: tuple[Button, ...] = ()
) -> Card:
    """The answer to a change; what was planned in private is told to the group too."""
    note = None
    if not ctx.chat.is_group:
        at = after_quiet(ctx.team, ctx.now)
        reminders.remind(
            ctx.db, ctx.team.id, meeting_reminders.NEWS, row.id, at=at, step=meeting_reminders.TOLD
        )
        note = t("meeting-group-told")
    others = tuple(i for i in meeting_members.named(ctx.db, row) if i != ctx.actor.id)
    return Card(
        title,
        lines,
        note,
        buttons=buttons,
        expect=expect(row),
        mentions=others if ctx.chat.is_group else (),
        delivery=Delivery.IMPORTANT,
    )


def next_line(
    db: Db, team: TeamInfo, row: Meeting, *, after: Meeting | None, now: dt.datetime
) -> list[T]:
    """The next one of a series, where there is one, with the holidays left out before it."""
    if after is None:
        return []
    start, here = after.start_at.astimezone(team.zone), now.astimezone(team.zone)
    return [next_one(after.number, start, left_out(team, row, after), here)]


def warnings(ctx: Ctx, row: Meeting) -> list[T]:
    """What a meeting clashes with and who is on leave then: a line for each kind."""
    found = meeting_times.clashes(ctx.db, ctx.team, row)
    shown = [_sitting(ctx, each, who) for each, who in found.meetings]
    shown += [_event(ctx, each, who) for each, who in found.events]
    lines = []
    if shown:
        more = len(shown) - CLASHES
        lines.append(t("meeting-clashes", found=tuple(shown[:CLASHES]), more=max(more, 0)))
    if found.away:
        lines.append(t("meeting-away", names=names(ctx.db, ctx.team, found.away)))
    return lines


def names(db: Db, team: TeamInfo, members: tuple[int, ...]) -> tuple[str, ...]:
    """The names of members, as many as one line holds."""
    people = roster(db, team.id)
    return tuple(people.name(member) for member in members[:NAMED])


def _sitting(ctx: Ctx, each: Sitting, who: tuple[int, ...]) -> T:
    shown = names(ctx.db, ctx.team, who)[:CLASHES]
    at = hours(ctx.team, each.start, each.end, ctx.now)
    return t("meeting-clash", what=head(each.row), when=at, names=shown, named=len(shown))


def _event(ctx: Ctx, each: Occurrence, who: tuple[int, ...]) -> T:
    """An appointment, without what the reader may not know of it."""
    event = each.event
    shown = names(ctx.db, ctx.team, who)[:CLASHES]
    at = hours(ctx.team, each.start, each.end, ctx.now)
    if event.row.is_private and (ctx.chat.is_group or not event.may_see(ctx.actor.id)):
        return t("meeting-clash-hidden", when=at, names=shown)
    what = t("meeting-clash-event", number=event.row.number, title=event.row.title)
    return t("meeting-clash", what=what, when=at, names=shown, named=len(shown))


def counts(db: Db, row: Meeting) -> list[T]:
    """How much is on the agenda and how many have reported, where there is anything."""
    agenda, reports = meeting_counts.agenda_count(db, row), meeting_counts.report_count(db, row)
    return [t("meeting-counts", agenda=agenda, reports=reports)] if agenda or reports else []
