"""Who changed what about a team and its people."""

from __future__ import annotations

import datetime as dt

from models.db import Db
from models.team import Audit
from models.values import MemberInfo

# As much as the column holds.
_LONGEST = 400


def note(db: Db, member: MemberInfo, action: str, details: str, now: dt.datetime) -> None:
    """Write down what a member did, or what was done with one."""
    db.session.add(
        Audit(
            team_id=member.team_id,
            member_id=member.id,
            action=action,
            details=details[:_LONGEST],
            at=now,
        )
    )
