"""Members who do not want their names on boards: they count like anybody else, unnamed."""

from __future__ import annotations

import datetime as dt

from models.base import insert
from models.board_tables import BoardMember
from models.db import Db
from models.people import changed
from models.rosters import roster
from models.team import Member, Team
from models.values import MemberInfo

# A member whom the event of joining has made is as young as this.
JUST_NOW = dt.timedelta(minutes=1)


def hide(db: Db, member: MemberInfo, now: dt.datetime, *, is_hidden: bool) -> bool:
    """Take a member's name off boards and digests, or put it back; returns whether that changed
    anything.
    """
    if (member.id in roster(db, member.team_id).hidden) == is_hidden:
        return False
    change(db, member, hidden_since=now if is_hidden else None)
    return True


def came(db: Db, member: MemberInfo, now: dt.datetime) -> None:
    """Remember who was seen to come into a running group: who was there before is no newcomer."""
    row = db.session.get_one(Member, member.id)
    founded = db.session.get_one(Team, member.team_id).created_at
    if row.joined_at > founded and now - row.joined_at < JUST_NOW:
        change(db, member, came_at=now)


def change(db: Db, member: MemberInfo, **values: object) -> None:
    """Change how a member stands on boards: columns of BoardMember."""
    row = insert(BoardMember).values(
        **{"member_id": member.id, "team_id": member.team_id, "league": ""} | values
    )
    db.session.execute(row.on_conflict_do_update(index_elements=["member_id"], set_=values))
    db.session.expire_all()
    changed(db)
