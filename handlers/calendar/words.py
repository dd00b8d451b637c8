"""Appointments in words: when they are, for whom, and what they clash with."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from bot.core import due_words
from bot.kit import Ctx, T, TeamInfo, t
from bot.language.dates import Due
from models import event_times, meeting_times
from models.db import Db
from models.event_times import Appointment, Clash, Occurrence
from models.meeting_times import Sitting
from models.rosters import roster

# How many people or clashes are named; the others are counted.
NAMED, CLASHES = 6, 2


def when(event: Appointment, team: TeamInfo, now: dt.datetime) -> T:
    """When an appointment is, with its weekday: «06-19 周四 20:00~21:00», «每周三 20:00~21:00»."""
    row = event.row
    here = now.astimezone(team.zone)
    start: dt.date | dt.datetime = row.first
    end: dt.date | dt.datetime | None = row.last if row.last != row.first else None
    if row.start_at is not None and row.end_at is not None:
        start, end = row.start_at.astimezone(team.zone), row.end_at.astimezone(team.zone)
    rule = row.recurrence or None
    words = due_words.echo(Due(start, None if rule and row.all_day else end, rule), here)
    if row.recurs_until is not None:
        last = due_words.moment(row.recurs_until, here)
        words = t("date-every-until", every=words, last=last)
    return t("calendar-all-day", when=words) if row.all_day else words


def who(event: Appointment, db: Db, team: TeamInfo, *, called: bool = False) -> T:
    """For whom an appointment is; `called` writes names so that platforms call them."""
    if event.row.everybody:
        return t("calendar-everybody")
    people = roster(db, team.id)
    shown = tuple(people.name(member) for member in event.members[:NAMED])
    more = len(event.members) - len(shown)
    if called:
        # A platform's mention ends with a blank.
        return t("calendar-people", names=" ".join(f"@{name}" for name in shown), more=more)
    return t("calendar-people", names=shown, more=more)


def details(event: Appointment, db: Db, team: TeamInfo, now: dt.datetime) -> T:
    """When, for whom and where, in one line."""
    return t(
        "calendar-details",
        when=when(event, team, now),
        who=who(event, db, team, called=True),
        place=event.row.place,
        has_place=int(bool(event.row.place)),
    )


def one_time(each: Occurrence, team: TeamInfo, now: dt.datetime, *, only_clock: bool = False) -> T:
    """One time of an appointment; without its day where that is clear."""
    here = now.astimezone(team.zone)
    if each.event.row.all_day:
        if only_clock and each.first == each.last:
            return t("calendar-whole-day")
        return due_words.echo(Due(each.first, each.last if each.last != each.first else None), here)
    return hours((each.start, each.end), team, now, only_clock=only_clock)


def hours(
    span: tuple[dt.datetime, dt.datetime], team: TeamInfo, now: dt.datetime, *, only_clock: bool
) -> T:
    """Two times on the clock of the team; without their day where that is clear."""
    start, end = (each.astimezone(team.zone) for each in span)
    if only_clock and start.date() == end.date():
        return t("calendar-hours", first=f"{start:%H:%M}", last=f"{end:%H:%M}")
    return due_words.echo(Due(start, end), now.astimezone(team.zone))


def warnings(ctx: Ctx, event: Appointment) -> tuple[T, ...]:
    """What an appointment clashes with and who of it is on leave then: a line for each kind."""
    times = event_times.ahead(event, ctx.team, ctx.now)
    found = [_clash(ctx, each) for each in event_times.clashes(ctx.db, ctx.team, event, ctx.now)]
    beside = meeting_times.beside(ctx.db, ctx.team, times)
    found += [_meeting(ctx, sitting, who) for sitting, who in beside]
    lines = []
    if found:
        shown = tuple(found[:CLASHES])
        lines.append(t("calendar-clashes", found=shown, more=len(found) - len(shown)))
    away = event_times.on_leave(ctx.db, ctx.team, event, times)
    if away:
        lines.append(_away(ctx, away, is_one_day=times[0].first == times[-1].last))
    return tuple(lines)


def _clash(ctx: Ctx, clash: Clash) -> T:
    """The other appointment, without what the reader may not know of it."""
    other = clash.other.event
    people = roster(ctx.db, ctx.team.id)
    names = tuple(people.name(member) for member in clash.people[:CLASHES])
    at = one_time(clash.other, ctx.team, ctx.now)
    hidden = bool(other.row.is_private) and (ctx.chat.is_group or not other.may_see(ctx.actor.id))
    if hidden:
        return t("calendar-clash-hidden", when=at, names=names)
    return t(
        "calendar-clash",
        number=other.row.number,
        title=other.row.title,
        when=at,
        names=names,
        named=len(names),
    )


def _meeting(ctx: Ctx, sitting: Sitting, who: tuple[int, ...]) -> T:
    people = roster(ctx.db, ctx.team.id)
    names = tuple(people.name(member) for member in who[:CLASHES])
    return t(
        "calendar-clash-meeting",
        number=sitting.row.number,
        title=sitting.row.title,
        when=hours((sitting.start, sitting.end), ctx.team, ctx.now, only_clock=False),
        names=names,
        named=len(names),
    )


def _away(ctx: Ctx, away: Sequence[tuple[int, dt.date]], *, is_one_day: bool) -> T:
    people = roster(ctx.db, ctx.team.id)
    here = ctx.now.astimezone(ctx.team.zone)
    shown = tuple(
        people.name(member)
        if is_one_day
        else t("calendar-away-on", name=people.name(member), day=due_words.moment(day, here))
        for member, day in away[:NAMED]
    )
    return t("calendar-away", names=shown, more=len(away) - len(shown))
