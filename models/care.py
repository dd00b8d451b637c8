"""When somebody may be reminded of something: not at night, not on leave, not on a quiet day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

from sqlalchemy import bindparam, select

from models.base import DAY_TEXT, insert
from models.db import Db
from models.errors import Refusal
from models.people_tables import Leave, MemberProfile
from models.schedules import local_moment
from models.values import MemberInfo, TeamInfo

_DAY = dt.timedelta(days=1)
_HALF_AN_HOUR = 30
# Where it is remembered who has which title.
TITLES = "titles"
# The longest leave that is taken without a doubt about the year, in days.
LONGEST_LEAVE = 366

_LEAVES = (
    select(Leave.member_id, Leave.__table__.c.first, Leave.__table__.c.last)
    .where(
        Leave.team_id == bindparam("team"),
        Leave.cancelled == 0,
        Leave.__table__.c.last >= bindparam("day", type_=DAY_TEXT),
        Leave.__table__.c.first <= bindparam("until", type_=DAY_TEXT),
    )
    .order_by(Leave.first)
)
_MUTED = select(MemberProfile.muted_until).where(MemberProfile.member_id == bindparam("member"))


def after_quiet(team: TeamInfo, moment: dt.datetime) -> dt.datetime:
    """The moment, or the end of the team's quiet hours where it lies in them."""
    while (end := _quiet_end(team, moment)) is not None:
        # Where clocks go forward the end may be in the next quiet hours already.
        moment = end
    return moment


def before_start(team: TeamInfo, wanted: dt.datetime, start: dt.datetime) -> dt.datetime:
    """When to tell of something that begins at `start`: at the wanted moment, or when the quiet
    hours end, where that is not too late; else half an hour before they begin.
    """
    moment = after_quiet(team, wanted)
    if moment < start:
        return moment
    local = wanted.astimezone(team.zone)
    is_early = local.hour * 60 + local.minute < team.quiet_from
    day = local.date() - _DAY if is_early else local.date()
    return local_moment(day, max(team.quiet_from - _HALF_AN_HOUR, 0), team.zone)


def _quiet_end(team: TeamInfo, moment: dt.datetime) -> dt.datetime | None:
    """When the quiet hours end that a moment lies in, None where it lies in none."""
    if team.quiet_from == team.quiet_until:
        return None
    local = moment.astimezone(team.zone)
    minute = local.hour * 60 + local.minute
    over_night = team.quiet_from > team.quiet_until
    is_late = minute >= team.quiet_from
    is_early = minute < team.quiet_until
    if not (is_late or is_early if over_night else is_late and is_early):
        return None
    day = local.date() + _DAY if over_night and is_late else local.date()
    end = local_moment(day, team.quiet_until, team.zone)
    if end > moment:
        return end
    # Clocks were put back: that time comes a second time.
    again = end.astimezone(team.zone).replace(fold=1)
    return again.astimezone(dt.UTC)


def may_nudge_at(db: Db, team: TeamInfo, member_id: int, moment: dt.datetime) -> dt.datetime:
    """The first moment from then on at which a member may be reminded of something."""
    muted = db.session.scalar(_MUTED, {"member": member_id})
    if muted is not None and muted > moment:
        moment = muted
    moment = after_quiet(team, moment)
    day = moment.astimezone(team.zone).date()
    back = back_on(db, member_id, team, day)
    if back != day:
        moment = after_quiet(team, local_moment(back, team.quiet_until % 1440, team.zone))
    return moment


def back_on(db: Db, member_id: int, team: TeamInfo, day: dt.date) -> dt.date:
    """The first day from that one on which a member is here; leaves that touch count as one."""
    for who, first, last in leaves(db, team, day, day + LONGEST_LEAVE * _DAY):
        if who == member_id and first <= day <= last:
            day = last + _DAY
    return day


def leaves(
    db: Db, team: TeamInfo, first: dt.date, last: dt.date
) -> list[tuple[int, dt.date, dt.date]]:
    """Who is away in a span of days: (member id, first day, last day), by first day."""
    rows = db.rows(_LEAVES, team=team.id, day=first.isoformat(), until=last.isoformat())
    read = dt.date.fromisoformat
    return [(member_id, read(begin), read(end)) for member_id, begin, end in rows]


def away(db: Db, team: TeamInfo, day: dt.date) -> set[int]:
    """The members who are on leave on a day."""
    return {member_id for member_id, _, _ in leaves(db, team, day, day)}


def take_leave(
    db: Db,
    actor: MemberInfo,
    member: MemberInfo,
    days: tuple[dt.date, dt.date],
    *,
    reason: str,
    now: dt.datetime,
) -> Leave:
    """Note that a member is away from the first to the last day; raises Refusal for a span that
    ends before it begins or is longer than a year.
    """
    first, last = days
    if last < first or (last - first).days > LONGEST_LEAVE:
        raise Refusal("leave-bad-span")
    row = Leave(
        team_id=actor.team_id,
        member_id=member.id,
        first=first,
        last=last,
        reason=reason[:200],
        recorded_by=actor.id,
        at=now,
    )
    db.session.add(row)
    db.flush()
    return row


def mute(db: Db, member_id: int, until: dt.datetime | None) -> None:
    """Leave a member in peace until then; None ends it."""
    change_profile(db, member_id, muted_until=until)


def profile(db: Db, member_id: int) -> MemberProfile:
    """What is known about a member's work; defaults for somebody of whom nothing is."""
    found = db.session.get(MemberProfile, member_id)
    return found if found is not None else MemberProfile(member_id=member_id, title="", off_days="")


def profiles(db: Db, member_ids: Collection[int]) -> dict[int, MemberProfile]:
    """What is known about members, by id; only those of whom something is."""
    query = select(MemberProfile).where(MemberProfile.member_id.in_(member_ids))
    return {row.member_id: row for row in db.session.scalars(query)}


def change_profile(db: Db, member_id: int, **values: object) -> None:
    """Change some columns of a member's profile, made where there is none."""
    row = insert(MemberProfile).values(
        member_id=member_id, **{"title": "", "off_days": ""} | values
    )
    db.session.execute(row.on_conflict_do_update(index_elements=["member_id"], set_=dict(values)))
    db.session.expire_all()
    db.memory.shelf(TITLES).clear()
