"""Teams as a whole: making one, and its settings."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from sqlalchemy import bindparam, select

from models.db import Db
from models.team import Team
from models.values import TeamInfo

_TEAM = select(
    Team.name,
    Team.timezone,
    Team.language,
    Team.currency,
    Team.cutoff,
    Team.auto_read,
    Team.basis,
    Team.quiet_from,
    Team.quiet_until,
).where(Team.id == bindparam("team"))


@dataclass(frozen=True, slots=True)
class Defaults:
    """What a new team starts with."""

    timezone: str = "Asia/Shanghai"
    language: str = "zh-CN"


def new_team(db: Db, name: str, defaults: Defaults, now: dt.datetime) -> int:
    """Make a team; returns its id."""
    team = Team(name=name, timezone=defaults.timezone, language=defaults.language, created_at=now)
    db.session.add(team)
    db.flush()
    return team.id


def team_info(db: Db, team_id: int) -> TeamInfo:
    """The settings of a team that exists."""
    shelf = db.memory.shelf("team")
    found: TeamInfo | None = shelf.get(team_id)
    if found is None:
        row = db.row(_TEAM, team=team_id)
        if row is None:
            raise LookupError(f"no team {team_id}")
        name, zone, language, currency, cutoff, auto_read, basis, quiet_from, quiet_until = row
        found = shelf[team_id] = TeamInfo(
            id=team_id,
            name=name,
            zone=ZoneInfo(zone),
            language=language,
            currency=currency,
            cutoff=cutoff,
            auto_read=bool(auto_read),
            basis=basis,
            quiet_from=quiet_from,
            quiet_until=quiet_until,
        )
    return found
