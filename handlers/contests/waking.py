"""What happens to contests by the clock: announced, begun, told of once a day, ended, reported."""

from __future__ import annotations

import datetime as dt

from bot.kit import Card, TeamInfo, WakeCtx, t
from handlers.contests.ending import over
from handlers.contests.giving import award
from handlers.contests.routing import router
from handlers.contests.showing import kickoff, planned, running
from handlers.contests.words import head
from models import contest_steps, contests, reminders
from models.care import after_quiet
from models.contest_rows import view
from models.contest_rules import Form, read
from models.contest_tables import Contest
from models.contests import (
    ANNOUNCE,
    CLOSE,
    CLOSE_LATE,
    JOB,
    KICKOFF,
    NEWS,
    REPORT,
    START,
    START_LATE,
)
from models.db import Db

_A_DAY = dt.timedelta(days=1)
# What was sent while we were away may still arrive after so late a start.

_LATE, _WAIT = dt.timedelta(minutes=5), dt.timedelta(minutes=3)


@router.reminder(JOB)
def wake(ctx: WakeCtx) -> list[Card]:
    """Do what is due for a team's contests: the start before the end."""
    cards: list[Card] = []
    for due in sorted(ctx.due, key=lambda each: (each.step, each.subject)):
        row = contests.by_id(ctx.db, ctx.team.id, due.subject)
        if row is None:
            continue
        if due.step in (START, CLOSE) and ctx.now - due.due_at > _LATE:
            again = due.step + 1
            reminders.remind(ctx.db, ctx.team.id, JOB, row.id, at=ctx.now + _WAIT, step=again)
            continue
        cards += _do(ctx, row, due.step)
    return cards


def _do(ctx: WakeCtx, row: Contest, step: int) -> list[Card]:
    if step in (START, START_LATE):
        return _start(ctx, row)
    if step in (CLOSE, CLOSE_LATE):
        return _close(ctx, row)
    if step == NEWS:
        return _news(ctx, row)
    if step == ANNOUNCE and row.state == contests.PLANNED:
        return [planned(ctx.db, ctx.team, row, ctx.now)]
    if step == KICKOFF and row.state == contests.RUNNING:
        return [kickoff(ctx.db, ctx.team, row, ctx.now)]
    if step == KICKOFF and row.state == contests.CANCELLED:
        return [Card(t("contest-too-few", head=head(row)))]
    if step == REPORT and row.state == contests.CLOSED:
        return [over(ctx.db, ctx.team, row, ctx.now, is_news=True)]
    return []


def _start(ctx: WakeCtx, row: Contest) -> list[Card]:
    if row.state != contests.PLANNED:
        return []
    begun = contest_steps.start(ctx.db, ctx.team, row, ctx.now)
    if not _may_tell(ctx.db, ctx.team, row, ctx.now, KICKOFF):
        return []
    if not begun:
        return [Card(t("contest-too-few", head=head(row)))]
    return [kickoff(ctx.db, ctx.team, row, ctx.now)]


def _close(ctx: WakeCtx, row: Contest) -> list[Card]:
    rules = read(row.rules)
    early = rules.form is Form.FIRST and ctx.now < row.end_at
    if early and not contest_steps.is_won(view(ctx.db, row)):
        # What was reached was taken back within the minutes of grace.
        at = row.end_at + contest_steps.GRACE
        reminders.remind(ctx.db, ctx.team.id, JOB, row.id, at=at, step=CLOSE)
        return []
    result = contest_steps.close(ctx.db, ctx.team, row, ctx.now, early=early)
    if result is None:
        return []
    award(ctx.db, ctx.team, row, result, ctx.now)
    if not _may_tell(ctx.db, ctx.team, row, ctx.now, REPORT):
        return []
    return [over(ctx.db, ctx.team, row, ctx.now, is_news=True)]


def _may_tell(db: Db, team: TeamInfo, row: Contest, now: dt.datetime, step: int) -> bool:
    """Whether the group may be told now; at night it is told when the quiet hours end."""
    later = after_quiet(team, now)
    if later > now:
        reminders.remind(db, team.id, JOB, row.id, at=later, step=step)
    return later <= now


def tell_result(db: Db, team: TeamInfo, row: Contest, now: dt.datetime) -> None:
    """Let the group be told of a result that was decided in private."""
    reminders.remind(db, team.id, JOB, row.id, at=after_quiet(team, now), step=REPORT)


def _news(ctx: WakeCtx, row: Contest) -> list[Card]:
    """The standing of the day; hidden or unchanged since nothing, nothing is said."""
    rules = read(row.rules)
    if row.state != contests.RUNNING or rules.news is None:
        return []
    contest_steps.arm_news(ctx.db, ctx.team, row, ctx.now)
    if rules.is_blind(ctx.now) or after_quiet(ctx.team, ctx.now) > ctx.now:
        return []
    since = ctx.now - _A_DAY
    if not any(seen.at > since for seen in view(ctx.db, row).judged):
        return []
    return [running(ctx.db, ctx.team, row, ctx.now).with_(in_place=False)]
