"""Whom a rule of rewards is for."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import bindparam, select

from models.base import moment
from models.db import Db
from models.people_tables import MemberProfile
from models.reward_clauses import NEWCOMER_DAYS, NEWCOMERS
from models.reward_rules import Rules
from models.rosters import ACTIVE, SHADOW, roster
from models.team import Member
from models.teams import team_info
from models.values import Role

_JOINED = select(Member.__table__.c.joined_at).where(Member.id == bindparam("member"))
_TITLE = select(MemberProfile.title).where(MemberProfile.member_id == bindparam("member"))


def holds(db: Db, team_id: int, group: str, member_id: int, day: dt.date) -> bool:
    """Whether a member belonged to a group on a day."""
    if not group:
        return True
    if group == NEWCOMERS:
        row = db.row(_JOINED, member=member_id)
        if row is None:
            return False
        joined = moment(row[0]).astimezone(team_info(db, team_id).zone).date()
        return (day - joined).days < NEWCOMER_DAYS
    row = db.row(_TITLE, member=member_id)
    return row is not None and row[0] == group


def everybody(db: Db, rules: Rules) -> list[int]:
    """Who gets what the team has earned together."""
    people = roster(db, rules.team_id).members.values()
    return [m.id for m in people if m.state in (ACTIVE, SHADOW) and m.role >= Role.MEMBER]


def is_title(db: Db, team_id: int, group: str) -> bool:
    """Whether somebody in a team has that title."""
    query = (
        select(MemberProfile.member_id)
        .join(Member, Member.id == MemberProfile.member_id)
        .where(Member.team_id == team_id, MemberProfile.title == group)
    )
    return db.session.scalar(query.limit(1)) is not None
