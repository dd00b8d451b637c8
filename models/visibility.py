"""Members who do not want their names on boards: they count like anybody else, unnamed."""

from __future__ import annotations

import datetime as dt

from models.base import insert
from models.board_tables import BoardMember
from models.db import Db
from models.people import changed
from models.rosters import roster
from models.values import MemberInfo


def hide(db: Db, member: MemberInfo, now: dt.datetime, *, is_hidden: bool) -> bool:
    """Take a member's name off boards and digests, or put it back; returns whether that changed
    anything.
    """
    if (member.id in roster(db, member.team_id).hidden) == is_hidden:
        return False
    change(db, member, hidden_since=now if is_hidden else None)
    return True


def change(db: Db, member: MemberInfo, **values: object) -> None:
    """Change how a member stands on boards: columns of BoardMember."""
    row = insert(BoardMember).values(
        **{"member_id": member.id, "team_id": member.team_id, "league": ""} | values
    )
    db.session.execute(row.on_conflict_do_update(index_elements=["member_id"], set_=values))
    db.session.expire_all()
    changed(db)
