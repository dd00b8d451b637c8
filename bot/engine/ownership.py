"""One-time codes from the command line: how a team gets its first owner on a platform."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import select

from bot.engine.db import Database
from bot.engine.exports import NoSuchTeam
from bot.engine.upgrade import prepare
from models.codes import create_owner_code
from models.db import Db
from models.team import Team


def make_code(url: str, team: str, now: dt.datetime) -> str:
    """A code for the team, or for whichever team it is used in while there is at most one; raises
    NoSuchTeam.

    It is written beside a running bot: SQLite lets one process at a time write and makes the other
    wait.
    """
    prepare(url)
    database = Database(url)
    database.start()

    def write(db: Db) -> str:
        teams = {row.name: row.id for row in db.session.scalars(select(Team).order_by(Team.id))}
        if (team and team not in teams) or (not team and len(teams) > 1):
            raise NoSuchTeam(", ".join(teams) or "none")
        team_id = teams[team] if team else next(iter(teams.values()), None)
        return create_owner_code(db, team_id, now)

    try:
        return database.write_now(write)
    finally:
        database.stop()
