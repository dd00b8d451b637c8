"""Taking up a contest or not, while it has not begun."""

from __future__ import annotations

import datetime as dt

from models import contest_log as log
from models import contest_sides, contests, membership
from models.contest_rows import IN
from models.contest_rules import read
from models.contest_tables import Contest, ContestMember
from models.contests import CALLED, DECLINED, PLANNED
from models.db import Db
from models.errors import Refusal
from models.rosters import GONE
from models.values import MemberInfo, Role


def accept(
    db: Db,
    row: Contest,
    *,
    who: MemberInfo,
    by: MemberInfo,
    now: dt.datetime,
    side: int | None = None,
) -> bool:
    """Take somebody in; False where they are in already. For others a lead may. Raises Refusal for
    a contest that has begun, and for who was not called to a closed one. Who signs up without a
    side gets the smaller one.
    """
    _require_open(db, row, who, by)
    rules = read(row.rules)
    found = contests.member(db, row, who.id)
    if found is None and not rules.is_open:
        raise Refusal("contest-not-called", name=who.name, number=row.number)
    if found is not None and found.state == IN and side in (None, found.side):
        return False
    if rules.is_open and side is None:
        # Who does not say which side makes the smaller one bigger.
        has_side = found is not None and found.side >= 0
        side = found.side if found is not None and has_side else contest_sides.smaller(db, row)
    if found is None:
        found = ContestMember(contest_id=row.id, member_id=who.id, side=-1, n=0, state=CALLED)
        db.session.add(found)
    if side is not None and rules.is_open:
        found.n = contests.order_of(contests.members(db, row), side)
        found.side = side
    found.state = IN
    log.note(db, row, "accept", now, by=by.id, who=who.id)
    db.flush()
    return True


def decline(db: Db, row: Contest, *, who: MemberInfo, by: MemberInfo, now: dt.datetime) -> bool:
    """Let somebody out; False where they are out already. Raises Refusal as `accept`."""
    _require_open(db, row, who, by)
    found = contests.member(db, row, who.id)
    if found is None:
        raise Refusal("contest-not-called", name=who.name, number=row.number)
    if found.state == DECLINED:
        return False
    found.state = DECLINED
    log.note(db, row, "decline", now, by=by.id, who=who.id)
    db.flush()
    return True


def _require_open(db: Db, row: Contest, who: MemberInfo, by: MemberInfo) -> None:
    if row.state != PLANNED:
        raise Refusal("contest-begun", number=row.number, state=row.state)
    if who.id != by.id:
        membership.require(db, by, Role.LEAD)
    if who.state in GONE:
        raise Refusal("contest-person-left", name=who.name)


def all_answered(db: Db, row: Contest) -> bool:
    """Whether nobody is waited for any longer."""
    return not read(row.rules).is_open and not contests.members(db, row, CALLED)


def make_captain(
    db: Db, row: Contest, *, who: MemberInfo, by: MemberInfo, now: dt.datetime
) -> None:
    """Let somebody speak for their side: the present captain, who set it, or a lead decides."""
    found = contests.member(db, row, who.id)
    if found is None or found.state != IN or not read(row.rules).of_sides:
        raise Refusal("contest-no-captain", name=who.name, number=row.number)
    if row.state not in (PLANNED, contests.RUNNING):
        raise Refusal("contest-over", number=row.number)
    if by.id not in (row.made_by, *contests.captains(db, row)):
        membership.require(db, by, Role.LEAD)
    for other in contests.members(db, row):
        if other.side == found.side:
            other.is_captain = int(other.member_id == who.id)
    log.note(db, row, "captain", now, by=by.id, who=who.id)
    db.flush()
