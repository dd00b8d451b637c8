"""Duties: what somebody in the team always answers for, who does, and who stands in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import bindparam, delete, select, update

from models import care, membership
from models.auditing import note
from models.base import insert
from models.db import Db
from models.errors import Refusal
from models.people_tables import Duty, DutyHolder
from models.rosters import ACTIVE, LEFT, SHADOW, roster
from models.values import MemberInfo, Role, TeamInfo

MAX_NAME, MAX_TITLE, MAX_DUTIES = 16, 16, 60
# A name must be this like a known one, of 100, to be offered for it; of three signs one may differ.
_ALIKE = 60
# What no name of a duty or title may hold: the signs of people, records and sentences.
_NO_NAME = frozenset("@#\n?？!！,，。:：;；、/／")

_DUTIES = (
    select(Duty.id, Duty.name, DutyHolder.member_id, DutyHolder.is_backup)
    .outerjoin(DutyHolder, DutyHolder.duty_id == Duty.id)
    .where(Duty.team_id == bindparam("team"))
    .order_by(Duty.id, DutyHolder.since, DutyHolder.member_id)
)


class Gap(StrEnum):
    """What a duty lacks or has too much of."""

    NO_HOLDER = "no-holder"
    NO_BACKUP = "no-backup"
    TWO_HOLDERS = "two-holders"


@dataclass(frozen=True, slots=True)
class DutyInfo:
    """A duty with the present people who answer for it, in the order in which they took it; `gone`
    are holders who left the team.
    """

    id: int
    name: str
    holders: tuple[MemberInfo, ...] = ()
    backups: tuple[MemberInfo, ...] = ()
    gone: tuple[MemberInfo, ...] = ()

    @property
    def gap(self) -> Gap | None:
        """Its worst gap; two holders can stand in for each other and need no backup."""
        if not self.holders:
            return Gap.NO_HOLDER
        if len(self.holders) > 1:
            return Gap.TWO_HOLDERS
        return None if self.backups else Gap.NO_BACKUP


@dataclass(frozen=True, slots=True)
class Gaps:
    """The names of a team's duties that have a gap, each under its worst one."""

    no_holder: tuple[str, ...]
    no_backup: tuple[str, ...]
    two_holders: tuple[str, ...]


def of_team(db: Db, team_id: int) -> list[DutyInfo]:
    """All duties of a team, the oldest first."""
    members = roster(db, team_id).members
    found: dict[int, tuple[str, list[tuple[MemberInfo, bool]]]] = {}
    for duty_id, name, member_id, is_backup in db.rows(_DUTIES, team=team_id):
        people = found.setdefault(duty_id, (name, []))[1]
        if member_id is not None:
            people.append((members[member_id], bool(is_backup)))
    return [_info(duty_id, name, people) for duty_id, (name, people) in found.items()]


def _info(duty_id: int, name: str, people: list[tuple[MemberInfo, bool]]) -> DutyInfo:
    here = [each for each in people if each[0].state in (ACTIVE, SHADOW)]
    return DutyInfo(
        duty_id,
        name,
        holders=tuple(member for member, is_backup in here if not is_backup),
        backups=tuple(member for member, is_backup in here if is_backup),
        gone=tuple(m for m, is_backup in people if m.state == LEFT and not is_backup),
    )


def find(db: Db, team_id: int, name: str) -> DutyInfo | None:
    """The duty of that name, however its letters are written."""
    wanted = _folded(name)
    return next((duty for duty in of_team(db, team_id) if _folded(duty.name) == wanted), None)


def near(db: Db, team_id: int, name: str) -> str | None:
    """The name of the duty that a name sounds like, or is in it or holds it: 售后问题 for 售后."""
    names = [duty.name for duty in of_team(db, team_id)]
    wanted = _folded(name)
    inside = [n for n in names if len(wanted) > 1 and _holds(wanted, _folded(n))]
    if inside:
        return max(inside, key=len)
    # Costs 4 MB, which a bot that nobody mistypes to never needs.
    from rapidfuzz import fuzz, process

    close = process.extractOne(
        wanted, names, scorer=fuzz.ratio, processor=_folded, score_cutoff=_ALIKE
    )
    return close[0] if close is not None else None


def _holds(one: str, other: str) -> bool:
    return len(other) > 1 and (one in other or other in one)


def of_member(db: Db, member: MemberInfo) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The names of what a member answers for, and of what they stand in for."""
    duties = of_team(db, member.team_id)
    held = tuple(d.name for d in duties if any(m.id == member.id for m in d.holders))
    backed = tuple(d.name for d in duties if any(m.id == member.id for m in d.backups))
    return held, backed


def partners_of(db: Db, member: MemberInfo) -> dict[int, tuple[str, ...]]:
    """Who answers for the same duties as a member or stands in for them, and for which."""
    found: dict[int, tuple[str, ...]] = {}
    for duty in of_team(db, member.team_id):
        people = [each.id for each in (*duty.holders, *duty.backups)]
        if member.id in people:
            for partner in people:
                if partner != member.id:
                    found[partner] = (*found.get(partner, ()), duty.name)
    return found


def gaps(db: Db, team: TeamInfo) -> Gaps:
    """Which duties nobody answers for, nobody stands in for, or several people answer for."""
    duties = of_team(db, team.id)

    def named(gap: Gap) -> tuple[str, ...]:
        return tuple(duty.name for duty in duties if duty.gap is gap)

    return Gaps(named(Gap.NO_HOLDER), named(Gap.NO_BACKUP), named(Gap.TWO_HOLDERS))


def holders(db: Db, team: TeamInfo, name: str, day: dt.date) -> tuple[MemberInfo, ...]:
    """To whom to go with a duty on a day: its holders who are here, else the backups who are; empty
    where nobody is or there is no such duty.
    """
    duty = find(db, team.id, name)
    if duty is None:
        return ()
    away = care.away(db, team, day)
    here = tuple(member for member in duty.holders if member.id not in away)
    return here or tuple(member for member in duty.backups if member.id not in away)


def hold(
    db: Db,
    actor: MemberInfo,
    people: Sequence[MemberInfo],
    names: Iterable[str],
    *,
    is_backup: bool = False,
    now: dt.datetime,
) -> list[DutyInfo]:
    """Let people answer for duties, or stand in; a new name is a new duty. Leads may.

    Raises Refusal for a name that cannot be, somebody who left, and a backup who is the only
    holder.
    """
    membership.require(db, actor, Role.LEAD)
    for member in people:
        _require_here(member)
    found = []
    for name in dict.fromkeys(map(check_name, names)):
        duty = find(db, actor.team_id, name) or _make(db, actor.team_id, name)
        for member in people:
            if is_backup and [m.id for m in duty.holders] == [member.id]:
                raise Refusal("duty-own-backup", name=member.name, duty=duty.name)
            _give(db, duty.id, member.id, is_backup=is_backup, now=now)
            verb = "backup" if is_backup else "duty"
            note(db, actor, verb, f"{member.id}: {duty.name}", now)
        found.append(duty.id)
    return [duty for duty in of_team(db, actor.team_id) if duty.id in found]


def _require_here(member: MemberInfo) -> None:
    if member.state not in (ACTIVE, SHADOW):
        raise Refusal("duty-person-left", name=member.name)


def _make(db: Db, team_id: int, name: str) -> DutyInfo:
    if len(of_team(db, team_id)) >= MAX_DUTIES:
        raise Refusal("duty-too-many", most=MAX_DUTIES)
    row = insert(Duty).values(team_id=team_id, name=name)
    db.session.execute(row.on_conflict_do_nothing(index_elements=["team_id", "name"]))
    query = select(Duty.id).where(Duty.team_id == team_id, Duty.name == name)
    return DutyInfo(db.session.execute(query).scalar_one(), name)


def _give(db: Db, duty_id: int, member_id: int, *, is_backup: bool, now: dt.datetime) -> None:
    row = insert(DutyHolder).values(
        duty_id=duty_id, member_id=member_id, is_backup=int(is_backup), since=now
    )
    db.session.execute(
        row.on_conflict_do_update(
            index_elements=["duty_id", "member_id"], set_={"is_backup": int(is_backup)}
        )
    )


def let_go(
    db: Db, actor: MemberInfo, people: Sequence[MemberInfo], duty: DutyInfo, now: dt.datetime
) -> DutyInfo:
    """Let people answer or stand in for a duty no longer; leads may. Raises Refusal for somebody
    who does not.
    """
    membership.require(db, actor, Role.LEAD)
    for member in people:
        gone = db.session.execute(
            delete(DutyHolder)
            .where(DutyHolder.duty_id == duty.id, DutyHolder.member_id == member.id)
            .returning(DutyHolder.member_id)
        )
        if gone.first() is None:
            raise Refusal("duty-not-theirs", name=member.name, duty=duty.name)
        note(db, actor, "no_duty", f"{member.id}: {duty.name}", now)
    return next(each for each in of_team(db, actor.team_id) if each.id == duty.id)


def drop(db: Db, actor: MemberInfo, duty: DutyInfo, now: dt.datetime) -> None:
    """Take a duty out of the team's chart with all who answer for it; leads may."""
    membership.require(db, actor, Role.LEAD)
    db.session.execute(delete(DutyHolder).where(DutyHolder.duty_id == duty.id))
    db.session.execute(delete(Duty).where(Duty.id == duty.id, Duty.team_id == actor.team_id))
    note(db, actor, "drop_duty", duty.name, now)


def set_title(db: Db, actor: MemberInfo, member: MemberInfo, title: str, now: dt.datetime) -> None:
    """Name a member's trade, empty for none; leads may, and no right follows from it."""
    membership.require(db, actor, Role.LEAD)
    _require_here(member)
    if len(title) > MAX_TITLE or _NO_NAME.intersection(title):
        raise Refusal("duty-title-bad", title=title[:MAX_TITLE], most=MAX_TITLE)
    care.change_profile(db, member.id, title=title)
    note(db, actor, "title", f"{member.id}: {title}", now)


def pass_on(db: Db, source_id: int, target_id: int) -> None:
    """Let one member have another's duties, where the two are the same person."""
    answered = select(DutyHolder.duty_id).where(
        DutyHolder.member_id == source_id, DutyHolder.is_backup == 0
    )
    held = select(DutyHolder.duty_id).where(DutyHolder.member_id == target_id)
    db.session.execute(
        update(DutyHolder)
        .where(
            DutyHolder.member_id == target_id, DutyHolder.duty_id.in_(answered.scalar_subquery())
        )
        .values(is_backup=0)
    )
    db.session.execute(
        delete(DutyHolder).where(
            DutyHolder.member_id == source_id, DutyHolder.duty_id.in_(held.scalar_subquery())
        )
    )
    moved = update(DutyHolder).where(DutyHolder.member_id == source_id)
    db.session.execute(moved.values(member_id=target_id))


def check_name(name: str) -> str:
    """A duty's name that can be kept: 2 to 16 characters and none of a sentence; raises Refusal."""
    name = " ".join(name.split())
    if not 2 <= len(name) <= MAX_NAME or _NO_NAME.intersection(name):
        raise Refusal("duty-name-bad", name=name[:MAX_NAME], most=MAX_NAME)
    return name


def _folded(name: str) -> str:
    return "".join(name.split()).casefold()
