"""Which orders are worth the question what was done right: a member's first one, and big ones.

A big order is at least three times the median of the member's orders of the last ninety days, of
which there must be five, and twice their average of all time: that one is known when it is booked,
so that booking an ordinary order asks nothing of the database.
"""

from __future__ import annotations

import datetime as dt
import statistics

from models import care, entries, reminders
from models.chats import private_of, team_of
from models.db import Db
from models.entries import ACTIVE, SALE, Record
from models.people import is_in_several_teams
from models.reminders import Wake
from models.sales import Booked
from models.values import Period, PeriodKind, TeamInfo

# The job's subject is the order's number, its step why it is asked about.
JOB = "experience"
FIRST, BIG = 1, 2
# An order that is taken back or turns out small within this time is not asked about.
SETTLED = dt.timedelta(minutes=10)
TIMES, AT_LEAST, DAYS = 3, 5, 90
# How many times the average of all time makes an order worth a look at the median.
WORTH_A_LOOK = 2
# Later than this nobody remembers.
STALE = dt.timedelta(hours=24)


def watch(db: Db, team: TeamInfo, booked: Booked, now: dt.datetime) -> None:
    """Look at an order again in ten minutes, if it may be a first or a big one."""
    sale, totals = booked.sale, booked.totals
    before = totals.ever_orders - sale.orders
    if sale.type != SALE or sale.amount <= 0 or sale.orders <= 0 or before < 0:
        return
    is_big = (
        before >= AT_LEAST
        and sale.amount * totals.ever_orders >= WORTH_A_LOOK * totals.ever * sale.orders
    )
    if before == 0 or is_big:
        step = BIG if before else FIRST
        reminders.remind(db, team.id, JOB, booked.number, at=now + SETTLED, step=step)


def settled(db: Db, team: TeamInfo, wake: Wake, now: dt.datetime) -> Record | None:
    """The order that its seller is to be asked about now; None where it is not worth it after all,
    and where the seller was asked today, is away or speaks with us in private about another
    team. In the night the question waits for the day.
    """
    if now - wake.due_at > STALE:
        return None
    rows = entries.history(db, team.id, wake.subject)
    if not rows or rows[-1].state != ACTIVE or rows[-1].type != SALE:
        return None
    record = rows[-1]
    if wake.step == FIRST and record.member_id != rows[0].member_id:
        return None
    if wake.step == BIG and not is_big(db, team, record):
        return None
    later = care.may_nudge_at(db, team, record.member_id, now)
    if later > now:
        if later - now <= STALE:
            reminders.remind(db, team.id, JOB, record.number, at=later, step=wake.step)
        return None
    if not _is_heard(db, team, record.member_id):
        return None
    return record if _may_ask(db, team, record.member_id, now) else None


def _is_heard(db: Db, team: TeamInfo, member_id: int) -> bool:
    """Whether what a member answers in private is for this team: who is in several is asked where
    the private chat is about this one.
    """
    seen = private_of(db, member_id)
    if seen is not None and team_of(db, seen[0]) == team.id:
        return True
    return not is_in_several_teams(db, member_id)


def _may_ask(db: Db, team: TeamInfo, member_id: int, now: dt.datetime) -> bool:
    """Whether a member was not asked today yet; from now on they were."""
    asked = care.profile(db, member_id).experience_asked_at
    today = now.astimezone(team.zone).date()
    if asked is not None and asked.astimezone(team.zone).date() == today:
        return False
    care.change_profile(db, member_id, experience_asked_at=now)
    return True


def is_big(db: Db, team: TeamInfo, record: Record) -> bool:
    """Whether an order is three times the member's usual one."""
    span = Period(
        PeriodKind.RANGE, record.day - dt.timedelta(days=DAYS), record.day + dt.timedelta(days=1)
    )
    usual = [
        each.amount / each.orders
        for each in entries.listed(db, team.id, span, member_id=record.member_id)
        if each.type == SALE and each.orders > 0 and each.number != record.number
    ]
    if len(usual) < AT_LEAST or record.orders <= 0:
        return False
    return record.amount / record.orders >= TIMES * statistics.median(usual)
