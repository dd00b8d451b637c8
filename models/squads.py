"""Squads (战队) that contests are set by, and other groups that a team has names for."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import delete, select

from models import duties, membership
from models.care import profiles
from models.contest_tables import SquadMember
from models.db import Db
from models.errors import Refusal
from models.rosters import ACTIVE, SHADOW, roster
from models.values import MemberInfo, Role

MAX_NAME, MAX_SQUADS = 12, 20
_NO_NAME = frozenset("@#\n?？!！,，。:：")


def squads(db: Db, team_id: int) -> dict[str, tuple[int, ...]]:
    """A team's squads with their members in order, those who left are not shown."""
    query = select(SquadMember).where(SquadMember.team_id == team_id)
    people = roster(db, team_id).members
    found: dict[str, tuple[int, ...]] = {}
    for row in db.session.scalars(query.order_by(SquadMember.squad, SquadMember.n)):
        if people[row.member_id].state in (ACTIVE, SHADOW):
            found[row.squad] = (*found.get(row.squad, ()), row.member_id)
    return found


def set_squad(db: Db, actor: MemberInfo, name: str, members: Sequence[int]) -> None:
    """Name a squad's members; nobody is in two, so they leave the one they were in. Leads may."""
    membership.require(db, actor, Role.LEAD)
    name = check_name(name)
    if name not in squads(db, actor.team_id) and len(squads(db, actor.team_id)) >= MAX_SQUADS:
        raise Refusal("contest-squads-many", most=MAX_SQUADS)
    table = SquadMember
    db.session.execute(
        delete(table).where(
            table.team_id == actor.team_id,
            (table.squad == name) | table.member_id.in_(members),
        )
    )
    for n, member_id in enumerate(dict.fromkeys(members)):
        db.session.add(SquadMember(team_id=actor.team_id, squad=name, member_id=member_id, n=n))
    db.flush()


def drop_squad(db: Db, actor: MemberInfo, name: str) -> bool:
    """Give a squad up; False where there is none of that name. Leads may."""
    membership.require(db, actor, Role.LEAD)
    was = name in squads(db, actor.team_id)
    table = SquadMember
    db.session.execute(delete(table).where(table.team_id == actor.team_id, table.squad == name))
    return was


def check_name(name: str) -> str:
    """A name that can be kept; raises Refusal."""
    if not 0 < len(name) <= MAX_NAME or _NO_NAME.intersection(name):
        raise Refusal("contest-side-name", name=name[:MAX_NAME], most=MAX_NAME)
    return name


def group(db: Db, team_id: int, name: str) -> tuple[int, ...]:
    """The members of a group that has that name: a squad, a trade (客服), or those who answer for a
    duty; empty where there is none.
    """
    found = squads(db, team_id).get(name)
    if found:
        return found
    here = [m.id for m in roster(db, team_id).members.values() if m.state in (ACTIVE, SHADOW)]
    titled = tuple(i for i, each in profiles(db, here).items() if each.title == name)
    if titled:
        return titled
    duty = duties.find(db, team_id, name)
    return tuple(m.id for m in duty.holders) if duty is not None else ()
