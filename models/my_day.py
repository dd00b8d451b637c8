"""The card of one's own day: at which minute it comes, and on which days it does not."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import bindparam, select

from models import care, reminders
from models.base import moment
from models.db import Db
from models.people_tables import MemberProfile
from models.reminders import Wake
from models.rosters import ACTIVE, roster
from models.schedules import local_moment
from models.values import TeamInfo

JOB = "my_day"
# The minute after midnight at which it comes where none was named.
USUAL = 8 * 60 + 30
# A card that is later than this is of no use any more in the afternoon.
_LATE, _NOON = dt.timedelta(hours=1), 12
_A_DAY = dt.timedelta(days=1)

_PROFILE = select(MemberProfile.my_day, MemberProfile.__table__.c.muted_until).where(
    MemberProfile.member_id == bindparam("member")
)


def switch_on(
    db: Db, team: TeamInfo, member_id: int, minute: int, *, now: dt.datetime
) -> dt.datetime:
    """Send a member their day at that minute from now on; returns when the first one comes."""
    care.change_profile(db, member_id, my_day=minute % 1440)
    return _arm(db, team, member_id, minute % 1440, now)


def switch_off(db: Db, team: TeamInfo, member_id: int) -> bool:
    """Send it no more; False where it was not sent."""
    if minute_of(db, member_id) is None:
        return False
    care.change_profile(db, member_id, my_day=None)
    reminders.forget(db, team.id, JOB, member_id)
    return True


def minute_of(db: Db, member_id: int) -> int | None:
    """The minute after midnight at which a member is sent their day, None for never."""
    row = db.row(_PROFILE, member=member_id)
    return row[0] if row is not None else None


def _arm(db: Db, team: TeamInfo, member_id: int, minute: int, now: dt.datetime) -> dt.datetime:
    """Plan the next card by the local clock; returns its moment."""
    day = now.astimezone(team.zone).date()
    due = local_moment(day, minute, team.zone)
    if due <= now:
        due = local_moment(day + _A_DAY, minute, team.zone)
    reminders.remind(db, team.id, JOB, member_id, at=due)
    return due


def due(db: Db, team: TeamInfo, wakes: Sequence[Wake], now: dt.datetime) -> list[int]:
    """Plan each one's next card, and tell who is to get one now: nobody who is away, wants to be
    left in peace or has left; none of yesterday, and none in the afternoon that was for the
    morning.
    """
    people = roster(db, team.id).members
    away = care.away(db, team, now.astimezone(team.zone).date())
    found = []
    for wake in wakes:
        row = db.row(_PROFILE, member=wake.subject)
        if row is None or row[0] is None:
            continue
        minute, muted = row
        following = _arm(db, team, wake.subject, minute, now)
        is_here = people[wake.subject].state == ACTIVE and wake.subject not in away
        is_muted = muted is not None and moment(muted) > now
        if is_here and not is_muted and _is_in_time(team, wake.due_at, following, now):
            found.append(wake.subject)
    return found


def _is_in_time(
    team: TeamInfo, due_at: dt.datetime, following: dt.datetime, now: dt.datetime
) -> bool:
    """Whether a card is still of use; where clocks were changed it may come later the same day."""
    local = now.astimezone(team.zone)
    planned = due_at.astimezone(team.zone)
    if planned.date() != local.date() or following.astimezone(team.zone).date() == local.date():
        return False
    return now - due_at <= _LATE or local.hour < _NOON
