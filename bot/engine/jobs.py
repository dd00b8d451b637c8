"""Planned work: slots computed from local dates, each done once whatever the clock or the process
does.
"""

from __future__ import annotations

import datetime as dt
import json
import logging
from dataclasses import dataclass

from sqlalchemy import select

from bot.core.cards import Card, t
from bot.core.commands import Table
from bot.core.context import JobCtx
from bot.engine import inbox, late, post
from bot.engine.pipeline import Clock, Pipeline, as_list
from models.base import insert
from models.db import Db
from models.messages import JobRun, Schedule
from models.people import team_info
from models.schedules import local_moment

# A slot posted this long after its time says that it is late.
PUNCTUAL = dt.timedelta(minutes=5)

log = logging.getLogger("jobs")


@dataclass(slots=True)
class Jobs:
    """Does what is due; `tick` may be called as often as one likes, from as many processes as one
    likes.
    """

    table: Table
    clock: Clock
    pipeline: Pipeline

    def tick(self, db: Db) -> list[int]:
        """Do one piece of everything that is due now; returns the chats that have something to
        send.
        """
        now = self.clock.now()
        chats: list[int] = []
        due = select(Schedule.id).where(Schedule.due_at <= now).order_by(Schedule.due_at)
        for key in db.session.scalars(due).all():
            # Read anew for each slot: running one ends the session that the row belongs to.
            while (row := db.session.get(Schedule, key)) is not None and row.due_at <= now:
                chats += self._slot(db, row, now)
        for chat_id, language, card in late.due(db, now):
            outbox = post.Outbox(db, now, None, None)
            outbox.put(card, chat_id, language)
            chats += outbox.chats
        return chats

    def next_due(self, db: Db) -> dt.datetime | None:
        """When something falls due next."""
        times = (
            db.session.scalar(select(Schedule.due_at).order_by(Schedule.due_at).limit(1)),
            late.next_due(db),
            inbox.next_retry(db),
        )
        return min((time for time in times if time is not None), default=None)

    def _slot(self, db: Db, row: Schedule, now: dt.datetime) -> list[int]:
        """Handle one slot and move the schedule on, in the same transaction as what it posts."""
        team = team_info(db, row.team_id)
        day, due_at = row.due_on, row.due_at
        row.due_on = day + dt.timedelta(days=1)
        row.due_at = local_moment(row.due_on, row.minute, team.zone)
        in_grace = now.astimezone(team.zone).date() <= due_at.astimezone(team.zone).date()
        lateness = now - due_at > PUNCTUAL
        outcome = "skipped" if not in_grace else "late" if lateness else "posted"
        if not _claim(db, row, day, outcome, now):
            return []
        if not in_grace:
            return []
        ctx = JobCtx(
            db=db,
            team=team,
            day=day,
            due_at=due_at,
            now=now,
            settings=json.loads(row.settings),
            late=lateness,
            missed=_missed(db, row),
        )
        cards = self._run(ctx, row.job)
        outbox = post.Outbox(db, now, None, None)
        outbox.post_for(team, cards, f"{row.job}:{team.id}:{day.isoformat()}")
        return outbox.chats

    def _run(self, ctx: JobCtx, job: str) -> list[Card]:
        """The slot's cards; a slot that fails says so with an incident code and stops no other."""
        try:
            with ctx.db.savepoint():
                return as_list(self.table.slots[job](ctx))
        except Exception:
            if not ctx.db.is_open:
                raise
            log.exception("slot.failed", extra={"job": job, "team": ctx.team.id})
            return [Card(t("common-slot-failed", job=job))]


def _claim(db: Db, row: Schedule, day: dt.date, outcome: str, now: dt.datetime) -> bool:
    """Write the slot's row; False where another process did."""
    claimed = db.session.execute(
        insert(JobRun)
        .values(
            team_id=row.team_id,
            job=row.job,
            day=day,
            n=0,
            outcome=outcome,
            ran_at=now,
            told=0 if outcome == "skipped" else 1,
        )
        .on_conflict_do_nothing(index_elements=["team_id", "job", "day", "n"])
        .returning(JobRun.id)
    )
    return claimed.first() is not None


def _missed(db: Db, row: Schedule) -> tuple[dt.date, ...]:
    """The days that were skipped and not told yet; they count as told now."""
    runs = db.session.scalars(
        select(JobRun)
        .where(JobRun.team_id == row.team_id, JobRun.job == row.job, JobRun.told == 0)
        .order_by(JobRun.day)
    ).all()
    for run in runs:
        run.told = 1
    return tuple(run.day for run in runs)
