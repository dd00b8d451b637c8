"""Who is on which side of a contest whose sides were not settled: signed up, named or drawn."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from models import contest_log as log
from models import contests, membership
from models.contest_rows import IN
from models.contest_rules import read, write
from models.contest_tables import Contest, ContestMember
from models.contests import CALLED, DECLINED, PLANNED
from models.db import Db
from models.errors import Refusal
from models.values import MemberInfo, Role


def smaller(db: Db, row: Contest) -> int:
    """The side with the fewest members, of equals the first."""
    rows = contests.members(db, row, CALLED, IN)
    sizes = [sum(m.side == side for m in rows) for side in range(len(read(row.rules).sides))]
    return sizes.index(min(sizes))


def unsettled(db: Db, team_id: int) -> tuple[tuple[int, tuple[str, ...]], ...]:
    """The planned contests, by their rows, whose members choose a side; remembered, because plain
    talk asks for them.
    """
    shelf = db.memory.shelf(contests.SHELF)
    key = (team_id, "unsettled")
    found: tuple[tuple[int, tuple[str, ...]], ...] | None = shelf.get(key)
    if found is None:
        read_rows = [(row, read(row.rules)) for row in contests.planned(db, team_id)]
        found = shelf[key] = tuple(
            (row.id, rules.sides) for row, rules in read_rows if rules.is_open
        )
    return found


def may_settle(row: Contest, by: MemberInfo) -> bool:
    """Whether somebody may say who is on which side: who set the contest, and leads."""
    return by.id == row.made_by or by.role >= Role.LEAD


def fill(
    db: Db, row: Contest, side: int, ids: Sequence[int], *, by: MemberInfo, now: dt.datetime
) -> None:
    """Put members on a side: who is in already moves, others are called. Raises Refusal."""
    _require_unsettled(db, row, by)
    rules = read(row.rules)
    if rules.draw:
        raise Refusal("contest-sides-settled", number=row.number)
    for member_id in dict.fromkeys(ids):
        found = contests.member(db, row, member_id)
        if found is not None and found.side == side and found.state != DECLINED:
            continue
        place = contests.order_of(contests.members(db, row), side)
        if found is None:
            found = ContestMember(contest_id=row.id, member_id=member_id, side=side, n=place)
            found.state = CALLED
            db.session.add(found)
        found.side, found.n = side, place
        found.is_captain = 0
        if found.state != IN:
            found.state = IN if member_id == by.id or rules.opt_out else CALLED
        db.flush()
    log.note(db, row, "fill", now, by=by.id, side=rules.sides[side], members=list(ids))
    db.flush()


def draw(
    db: Db, row: Contest, ids: Sequence[int], *, by: MemberInfo, now: dt.datetime, seed: str
) -> None:
    """Let the sides be drawn at the start among members and those who are in; without members
    among everybody, who are in unless they decline where a lead says so. Raises Refusal.
    """
    _require_unsettled(db, row, by)
    rules = read(row.rules)
    if not rules.is_open:
        raise Refusal("contest-sides-settled", number=row.number)
    opt_out = not ids and by.role >= Role.LEAD
    for member_id in ids or contests.everybody(db, row.team_id):
        if contests.member(db, row, member_id) is None:
            new = ContestMember(contest_id=row.id, member_id=member_id, side=-1, n=0, state=CALLED)
            db.session.add(new)
    db.flush()
    there = contests.members(db, row, CALLED, IN)
    if len(there) < len(rules.sides):
        raise Refusal("contest-draw-few", people=len(there), sides=len(rules.sides))
    for member in there:
        member.side, member.is_captain = -1, 0
        if opt_out or member.member_id == by.id:
            member.state = IN
    made = replace(rules, is_open=False, draw=True, seed=seed, opt_out=opt_out)
    contests.must_turn(db, row, PLANNED, rules=write(made))
    log.note(db, row, "draw", now, by=by.id)


def _require_unsettled(db: Db, row: Contest, by: MemberInfo) -> None:
    """Let pass who may settle the sides of a contest that has not begun; raises Refusal."""
    if row.state != PLANNED:
        raise Refusal("contest-begun", number=row.number, state=row.state)
    if not read(row.rules).of_sides:
        raise Refusal("contest-no-sides", number=row.number)
    if by.id != row.made_by:
        membership.require(db, by, Role.LEAD)
