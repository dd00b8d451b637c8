"""The prizes of a result, handed on to where awards are kept."""

from __future__ import annotations

import datetime as dt

from bot.core.cards import write_words
from bot.kit import TeamInfo, t
from handlers.contests.words import head
from models import contest_awards
from models.contest_tables import Contest, ContestResult
from models.db import Db


def award(db: Db, team: TeamInfo, row: Contest, result: ContestResult, now: dt.datetime) -> None:
    """Make an award of each prize of a result; those that no longer hold are taken back."""
    words = write_words(t("contest-award", head=head(row)))
    contest_awards.hand_over(db, team, row, result, words=words, now=now)
