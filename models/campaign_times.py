"""When a campaign is heard of: its reports on its days, and its end."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence

from models import reminders
from models.base import insert
from models.campaign_tables import Campaign, CampaignSetting
from models.care import after_quiet
from models.db import Db
from models.errors import Refusal
from models.plan_changes import ACTIVE
from models.schedules import local_moment
from models.values import TeamInfo

# Both are woken by a campaign's id: `REPORT` is armed for the next report only, `END` once.
REPORT, END = "campaign_report", "campaign_end"
USUAL = (12 * 60, 18 * 60, 22 * 60)
MOST = 6
# A report that is later than this is dropped: the next one says more.
LATE = dt.timedelta(hours=1)
# From here on a late one says so.
PUNCTUAL = dt.timedelta(minutes=10)
# How long after the quiet hours the end is told.
_AFTER_QUIET = 60
_DAY = dt.timedelta(days=1)


def slots_of(row: Campaign) -> tuple[int, ...]:
    """The local minutes at which a campaign is reported."""
    return tuple(int(each) for each in json.loads(row.slots))


def usual(db: Db, team_id: int) -> tuple[int, ...]:
    """The local minutes at which a team's campaigns are reported unless they have their own."""
    row = db.session.get(CampaignSetting, team_id)
    return USUAL if row is None else tuple(int(each) for each in json.loads(row.slots))


def set_usual(db: Db, team_id: int, slots: Sequence[int]) -> None:
    """Let a team's new campaigns be reported at these minutes."""
    row = insert(CampaignSetting).values(team_id=team_id, slots=json.dumps(list(slots)))
    db.session.execute(
        row.on_conflict_do_update(index_elements=["team_id"], set_={"slots": row.excluded.slots})
    )
    db.session.expire_all()


def check_slots(team: TeamInfo, minutes: Sequence[int]) -> tuple[int, ...]:
    """Times of reports in order, each once; raises Refusal for too many and for one at night."""
    found = tuple(sorted(set(minutes)))
    if len(found) > MOST:
        raise Refusal("campaign-slots-many", most=MOST)
    for minute in found:
        if _is_quiet(team, minute):
            until = f"{team.quiet_until // 60:02d}:{team.quiet_until % 60:02d}"
            since = f"{team.quiet_from // 60:02d}:{team.quiet_from % 60:02d}"
            time = f"{minute // 60:02d}:{minute % 60:02d}"
            raise Refusal("campaign-slot-quiet", time=time, since=since, until=until)
    return found


def _is_quiet(team: TeamInfo, minute: int) -> bool:
    if team.quiet_from == team.quiet_until:
        return False
    if team.quiet_from > team.quiet_until:
        return minute >= team.quiet_from or minute < team.quiet_until
    return team.quiet_from <= minute < team.quiet_until


def moments(team: TeamInfo, row: Campaign, day: dt.date) -> list[dt.datetime]:
    """When a campaign is reported on one of its days; a time in the quiet hours is left out."""
    if not row.first <= day <= row.last:
        return []
    return [
        local_moment(day, minute, team.zone)
        for minute in slots_of(row)
        if not _is_quiet(team, minute)
    ]


def next_report(team: TeamInfo, row: Campaign, now: dt.datetime) -> dt.datetime | None:
    """The next report after a moment, None where there is none left."""
    day = max(row.first, now.astimezone(team.zone).date())
    while day <= row.last:
        coming = [moment for moment in moments(team, row, day) if moment > now]
        if coming:
            return coming[0]
        day += _DAY
    return None


def newest_due(team: TeamInfo, row: Campaign, now: dt.datetime) -> dt.datetime | None:
    """The report that is due now: the last one whose moment is over and not too long ago; after an
    absence there is one at most.
    """
    if after_quiet(team, now) != now:
        return None
    day = now.astimezone(team.zone).date()
    over = [moment for moment in moments(team, row, day) if moment <= now]
    return over[-1] if over and now - over[-1] <= LATE else None


def end_at(team: TeamInfo, row: Campaign) -> dt.datetime:
    """When the end of a campaign is told: in the morning after its last day."""
    has_quiet = team.quiet_from != team.quiet_until
    minute = (team.quiet_until if has_quiet else 8 * 60) + _AFTER_QUIET
    return local_moment(row.last + _DAY, min(minute, 24 * 60 - 1), team.zone)


def arm(db: Db, team: TeamInfo, row: Campaign, now: dt.datetime) -> None:
    """Plan the next report and the end of a campaign anew; one that is over has none."""
    reminders.forget(db, team.id, REPORT, row.id)
    reminders.forget(db, team.id, END, row.id)
    if row.state != ACTIVE:
        return
    arm_report(db, team, row, now)
    reminders.remind(db, team.id, END, row.id, at=max(end_at(team, row), now))


def arm_report(db: Db, team: TeamInfo, row: Campaign, now: dt.datetime) -> None:
    """Plan the next report of a campaign."""
    at = next_report(team, row, now)
    if at is not None:
        reminders.remind(db, team.id, REPORT, row.id, at=at)
