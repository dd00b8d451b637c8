"""What the digest tells of rewards: what is owed, and how many were earned on a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import bindparam, literal_column, select

from models.award_rows import DUE, PAID, WAITING, WITHDRAWN
from models.db import Db, Statement
from models.reward_tables import Award
from models.values import TeamInfo

_ANY: Statement = select(literal_column("1")).where(Award.team_id == bindparam("team")).limit(1)


@dataclass(frozen=True, slots=True)
class RewardFigures:
    """The rewards of some days: `earned` by `winners` people; owed altogether `due` of `due_amount`
    in minor units, the oldest for `oldest` days; waiting for room in the budget; handed out and not
    confirmed yet; paid though the reason went away.
    """

    days: int
    earned: int
    winners: int
    due: int
    due_amount: int
    oldest: int
    waiting: int
    unconfirmed: int
    groundless: int


def figures(
    db: Db,
    team: TeamInfo,
    day: dt.date,
    now: dt.datetime,
    *,
    without: Collection[int] = (),
    days: int = 1,
) -> RewardFigures | None:
    """The rewards of a team as the digest of some days, up to that one, tells them; None where
    there is nothing to tell.

    `without` are members whom the digest leaves out of what was earned.
    """
    if db.row(_ANY, team=team.id) is None:
        return None
    open_ = select(Award).where(
        Award.team_id == team.id,
        Award.state.in_((DUE, WAITING, PAID)) | (Award.groundless == 1),
    )
    rows = list(db.session.scalars(open_))
    due = [row for row in rows if row.state == DUE]
    first = day - dt.timedelta(days=days - 1)
    earned = _earned(db, team, (first, day), without)
    found = RewardFigures(
        days=days,
        earned=len(earned),
        winners=len(set(earned)),
        due=len(due),
        due_amount=sum(row.amount for row in due),
        oldest=max((_days(team, row, now) for row in due), default=0),
        waiting=sum(row.state == WAITING for row in rows),
        unconfirmed=sum(row.state == PAID for row in rows),
        groundless=sum(row.groundless for row in rows),
    )
    is_something = found.earned or found.due or found.waiting or found.groundless
    return found if is_something or found.unconfirmed else None


def _days(team: TeamInfo, row: Award, now: dt.datetime) -> int:
    return (team.day_of(now) - team.day_of(row.made_at)).days


def _earned(
    db: Db, team: TeamInfo, days: tuple[dt.date, dt.date], without: Collection[int]
) -> list[int]:
    """The winners of what was earned from a day to another, each as often as they did."""
    first, last = days
    query = select(Award.member_id, Award.made_at).where(
        Award.team_id == team.id,
        Award.state != WITHDRAWN,
        Award.made_at >= dt.datetime.combine(first - dt.timedelta(days=2), dt.time(), dt.UTC),
        Award.made_at <= dt.datetime.combine(last + dt.timedelta(days=2), dt.time(), dt.UTC),
    )
    return [
        who
        for who, at in db.session.execute(query)
        if first <= team.day_of(at) <= last and who not in without
    ]
