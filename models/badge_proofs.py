"""What badges stand on: the rows of the ledger, as of the moment at which they were given."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from sqlalchemy import select

from models import counting
from models.badge_kinds import FIRST, HELP
from models.badge_tables import Badge
from models.badge_values import Held, Reached
from models.counting import Counted
from models.db import Db
from models.entries import REFUND
from models.evidence import Evidence, evidence
from models.values import TeamInfo


def rows_behind(
    db: Db, team_id: int, badge: Held | Reached, member_id: int, until: int = counting.NEWEST
) -> list[Counted]:
    """The rows that a badge stands on, counting or not, as of a position of the ledger."""
    if badge.kind == HELP:
        return []
    rows = counting.rows_of(db, team_id, [member_id], badge.first, badge.last, until=until)
    if badge.kind == FIRST:
        return [row for row in rows if row.number == badge.sale]
    return rows


def proof(db: Db, team: TeamInfo, member_id: int, reached: Reached) -> tuple[int, str]:
    """The ledger's position and the fingerprint of what counts for a badge at it."""
    rows = rows_behind(db, team.id, reached, member_id)
    return counting.position(db, team.id), counting.snapshot(counting.counting(rows))


def proof_of(db: Db, team: TeamInfo, badge: Held) -> Evidence:
    """The evidence as it was when the badge was given; it comes out the same for ever."""
    rows = rows_behind(db, team.id, badge, badge.member_id, until=badge.position)
    return evidence(rows, _proved_at(db, badge), badge.position)


def _proved_at(db: Db, badge: Held) -> dt.datetime:
    return db.session.scalars(select(Badge.at).where(Badge.id == badge.id)).one()


def gross(rows: Iterable[Counted]) -> int:
    """What was sold without what customers gave back later, in minor units."""
    return sum(row.amount for row in counting.counting(rows) if row.type != REFUND)
