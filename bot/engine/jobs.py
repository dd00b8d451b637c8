"""Planned work: slots computed from local dates, each done once whatever the clock or the process
does.
"""

from __future__ import annotations

import datetime as dt
import json
import logging
from dataclasses import dataclass

from sqlalchemy import bindparam, select, update

from bot.core.cards import Card, t
from bot.core.context import JobCtx, WakeCtx
from bot.core.table import Table
from bot.engine import inbox, late, post
from bot.engine.connect import meaning
from bot.engine.pipeline import Clock, Pipeline, as_list
from bot.engine.waiting import Due
from models import reminders
from models.base import DAY_TEXT, MOMENT_NUMBER, insert, milliseconds, moment
from models.db import Db, Row
from models.messages import JobRun, Schedule
from models.rounds import Every, read_every
from models.schedules import local_moment
from models.teams import team_info

# A slot posted this long after its time says that it is late.
PUNCTUAL = dt.timedelta(minutes=5)
# A reminder whose job fails is tried again so often and so much later.
WAKE_TRIES, WAKE_AGAIN = 5, dt.timedelta(minutes=10)

_PLAN = Schedule.__table__.c
_DUE = (
    select(
        Schedule.id,
        Schedule.team_id,
        Schedule.job,
        Schedule.minute,
        Schedule.due_on,
        Schedule.due_at,
        Schedule.settings,
        Schedule.every,
    )
    .where(_PLAN.due_at <= bindparam("now", type_=MOMENT_NUMBER))
    .order_by(Schedule.due_at)
)
_MOVE = (
    update(Schedule)
    .where(Schedule.id == bindparam("key"))
    .values(
        due_on=bindparam("next_on", type_=DAY_TEXT),
        due_at=bindparam("next_at", type_=MOMENT_NUMBER),
    )
)
_CLAIM = (
    insert(JobRun)
    .values(
        team_id=bindparam("team"),
        job=bindparam("name"),
        day=bindparam("day", type_=DAY_TEXT),
        n=0,
        outcome=bindparam("outcome"),
        ran_at=bindparam("ran", type_=MOMENT_NUMBER),
        told=bindparam("told"),
    )
    .on_conflict_do_nothing(index_elements=["team_id", "job", "day", "n"])
)
_TELL = (
    update(JobRun)
    .where(JobRun.team_id == bindparam("team"), JobRun.job == bindparam("name"), JobRun.told == 0)
    .values(told=1)
    .returning(JobRun.day)
)

log = logging.getLogger("jobs")


@dataclass(slots=True)
class _Slot:
    """One due slot of a plan."""

    plan: int
    team_id: int
    job: str
    minute: int
    day: dt.date
    due_at: dt.datetime
    settings: str
    every: Every


def _read_slot(row: Row) -> _Slot:
    plan, team_id, job, minute, day, due_at, settings, every = row
    return _Slot(
        plan,
        team_id,
        job,
        minute,
        day=dt.date.fromisoformat(day),
        due_at=moment(due_at),
        settings=settings,
        every=read_every(every),
    )


@dataclass(slots=True)
class Jobs:
    """Does what is due; `tick` may be called as often as one likes, from as many processes as one
    likes.
    """

    table: Table
    clock: Clock
    pipeline: Pipeline

    def tick(self, db: Db) -> list[Due]:
        """Do one piece of everything that is due now; returns what is due to be sent."""
        now = self.clock.now()
        due: list[Due] = []
        for row in db.rows(_DUE, now=milliseconds(now)):
            slot = _read_slot(row)
            while slot.due_at <= now:
                due += self._slot(db, slot, now)
        due += self._wake(db, now)
        for chat_id, language, card in late.due(db, now):
            outbox = post.Outbox(db, now, None, None)
            outbox.put(card, chat_id, language)
            due += outbox.due
        return due

    def next_due(self, db: Db) -> dt.datetime | None:
        """When something falls due next."""
        times = (
            db.session.scalar(select(Schedule.due_at).order_by(Schedule.due_at).limit(1)),
            late.next_due(db),
            reminders.next_due(db),
            inbox.next_retry(db),
        )
        return min((time for time in times if time is not None), default=None)

    def _slot(self, db: Db, slot: _Slot, now: dt.datetime) -> list[Due]:
        """Handle one slot and move the plan on, in the same transaction as what it posts."""
        team = team_info(db, slot.team_id)
        day, due_at, told = slot.day, slot.due_at, slot.every.told(slot.day)
        slot.day = slot.every.after(day)
        slot.due_at = local_moment(slot.day, slot.minute, team.zone)
        next_at = milliseconds(slot.due_at)
        if not db.change(_MOVE, key=slot.plan, next_on=slot.day.isoformat(), next_at=next_at):
            # What an earlier slot of this tick did has cancelled the plan.
            return []
        last = due_at.astimezone(team.zone).date() + slot.every.grace
        in_grace = now.astimezone(team.zone).date() <= last
        lateness = now - due_at > PUNCTUAL
        outcome = "skipped" if not in_grace else "late" if lateness else "posted"
        if not _claim(db, slot, told.first, outcome, now) or not in_grace:
            return []
        ctx = JobCtx(
            db=db,
            team=team,
            day=day,
            told=told,
            due_at=due_at,
            now=now,
            settings=json.loads(slot.settings),
            late=lateness,
            missed=_missed(db, slot),
        )
        cards = self._run(ctx, slot.job)
        outbox = post.Outbox(db, now, None, None)
        topic = str(ctx.settings.get("topic") or "")
        outbox.post_for(team, cards, f"{slot.job}:{team.id}:{told.first.isoformat()}", topic)
        return outbox.due

    def _wake(self, db: Db, now: dt.datetime) -> list[Due]:
        """Do what reminders are due for, each team's of one job together."""
        found: dict[tuple[int, str], list[reminders.Wake]] = {}
        for wake in reminders.take(db, now):
            found.setdefault((wake.team_id, wake.job), []).append(wake)
        due: list[Due] = []
        for (team_id, job), wakes in found.items():
            team = team_info(db, team_id)
            cards = self._woken(WakeCtx(db, team, now, tuple(wakes)), job)
            first = wakes[0]
            key = f"{job}:{team_id}:{first.subject}:{first.step}:{milliseconds(now)}"
            outbox = post.Outbox(db, now, None, None)
            outbox.post_for(team, cards, key)
            due += outbox.due
        return due

    def _woken(self, ctx: WakeCtx, job: str) -> list[Card]:
        """What a job has to say; one that fails is tried again and holds up no other."""
        try:
            with ctx.db.savepoint():
                return as_list(self.table.reminders[job](ctx))
        except Exception as error:
            if not ctx.db.is_open or meaning(error) is not None:
                raise
            log.exception("reminder.failed", extra={"job": job, "team": ctx.team.id})
            for wake in ctx.due:
                if wake.tries < WAKE_TRIES:
                    reminders.put_off(ctx.db, wake, ctx.now + WAKE_AGAIN)
            return []

    def _run(self, ctx: JobCtx, job: str) -> list[Card]:
        """The slot's cards; a slot that fails says so with an incident code and stops no other."""
        try:
            with ctx.db.savepoint():
                return as_list(self.table.slots[job](ctx))
        except Exception as error:
            if not ctx.db.is_open or meaning(error) is not None:
                raise
            log.exception("slot.failed", extra={"job": job, "team": ctx.team.id})
            return [Card(t("common-slot-failed", job=job))]


def _claim(db: Db, slot: _Slot, day: dt.date, outcome: str, now: dt.datetime) -> bool:
    """Write the row of the period that begins on a day; False where another process did."""
    claimed = db.change(
        _CLAIM,
        team=slot.team_id,
        name=slot.job,
        day=day.isoformat(),
        outcome=outcome,
        ran=milliseconds(now),
        told=0 if outcome == "skipped" else 1,
    )
    return claimed > 0


def _missed(db: Db, slot: _Slot) -> tuple[dt.date, ...]:
    """The first days of what was skipped and not told yet; they count as told now."""
    days = sorted(day for (day,) in db.rows(_TELL, team=slot.team_id, name=slot.job))
    return tuple(map(dt.date.fromisoformat, days))
