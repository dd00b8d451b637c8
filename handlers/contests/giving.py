"""The prizes of a result, handed on to where awards are kept."""

from __future__ import annotations

import datetime as dt

from bot.kit import TeamInfo
from models.contest_tables import Contest, ContestResult
from models.db import Db


def award(db: Db, team: TeamInfo, row: Contest, result: ContestResult, now: dt.datetime) -> None:
    """Make an award of each prize of a result."""
