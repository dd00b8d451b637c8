"""What may be changed about a team and its people, by whom, and who has the right to what."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Sequence

from sqlalchemy import delete, select

from models.accounts import MAX_NAME
from models.auditing import note
from models.db import Db
from models.errors import Refusal
from models.people import changed, member_info
from models.rosters import ACTIVE, LEFT, SHADOW, roster
from models.team import Identity, Member, MemberAlias, Team
from models.values import MemberInfo, Role

# What no name may hold: «@» and «#» mark people and records, the others end a sentence.
_NO_NAME = frozenset("@#\n?？!！,，。:：")
# How many people a denial names.
_NAMED = 3


def require(db: Db, actor: MemberInfo, role: Role) -> None:
    """Let pass who has at least that role; raises Refusal that names who can."""
    if actor.state == ACTIVE and actor.role >= role:
        return
    able = roster(db, actor.team_id).with_role(role)[:_NAMED]
    level = role.name.lower()
    if not able:
        raise Refusal("common-nobody-may", role=level)
    who = " ".join(f"@{member.name}" for member in able)
    raise Refusal("common-not-allowed", role=level, who=who)


def set_role(db: Db, actor: MemberInfo, target: MemberInfo, role: Role, now: dt.datetime) -> None:
    """Give a member a role: never above one's own, and a team keeps somebody who runs it."""
    if target.state != ACTIVE:
        raise Refusal(f"team-role-{target.state}", name=target.name)
    _require_above(actor, target)
    if role > actor.role:
        raise Refusal("team-role-too-high", role=actor.role.name.lower())
    if role < target.role:
        _require_successor(db, target)
    _row(db, target).role = role
    note(db, actor, "role", f"{target.id}: {target.role} -> {role}", now)
    changed(db)


def _require_above(actor: MemberInfo, target: MemberInfo) -> None:
    """Others' rights are changed from above only; one's own may be given up."""
    if target.role >= actor.role and target.id != actor.id:
        raise Refusal("team-role-too-high", role=actor.role.name.lower())


def _require_successor(db: Db, target: MemberInfo) -> None:
    """A team keeps somebody who can run it."""
    if target.role < Role.MANAGER:
        return
    others = [m for m in roster(db, target.team_id).with_role(target.role) if m.id != target.id]
    if not others:
        raise Refusal("team-last-of-role", role=target.role.name.lower())


def become_owner(db: Db, actor: MemberInfo, now: dt.datetime) -> None:
    """Make somebody who proved it with a one-time code the owner."""
    _row(db, actor).role = Role.OWNER
    note(db, actor, "owner", f"{actor.id}: {actor.role} -> {Role.OWNER}", now)
    changed(db)


def add_shadow(db: Db, actor: MemberInfo, name: str, now: dt.datetime) -> MemberInfo:
    """Add somebody who is not in the group; raises Refusal where the name is taken."""
    name = check_name(name)
    if roster(db, actor.team_id).names.get(name):
        raise Refusal("team-name-taken", name=name)
    row = Member(team_id=actor.team_id, name=name, role=Role.MEMBER, state=SHADOW, joined_at=now)
    db.session.add(row)
    note(db, actor, "shadow", name, now)
    changed(db)
    return member_info(db, row.id)


def check_name(name: str) -> str:
    """A name that can be kept: 1 to 32 characters and none of a sentence; raises Refusal."""
    name = name.strip().removeprefix("@").strip()
    if not name or len(name) > MAX_NAME or _NO_NAME.intersection(name):
        raise Refusal("team-name-bad", name=name[:MAX_NAME])
    return name


def add_aliases(
    db: Db, actor: MemberInfo, target: MemberInfo, names: Sequence[str], *, now: dt.datetime
) -> None:
    """Let a member be called by more names; for somebody else, a lead may."""
    if target.id != actor.id:
        require(db, actor, Role.LEAD)
    known = roster(db, actor.team_id)
    for alias in dict.fromkeys(map(check_name, names)):
        ids = known.names.get(alias, ())
        if any(i != target.id for i in ids):
            raise Refusal("team-name-taken", name=alias)
        if not ids:
            db.session.add(MemberAlias(member_id=target.id, alias=alias))
    note(db, actor, "alias", f"{target.id}: {' '.join(names)}", now)
    changed(db)


def aliases_of(db: Db, member: MemberInfo) -> tuple[str, ...]:
    """The other names of a member."""
    query = select(MemberAlias.alias).where(MemberAlias.member_id == member.id)
    return tuple(db.session.scalars(query.order_by(MemberAlias.id)))


def rename(db: Db, member: MemberInfo, name: str) -> None:
    """Follow a member's new display name; the old one stays an alias, rights stay the same."""
    row = _row(db, member)
    old, row.name = row.name, name[:MAX_NAME] or row.name
    db.session.execute(
        delete(MemberAlias).where(MemberAlias.member_id == member.id, MemberAlias.alias == row.name)
    )
    if old != row.name and old not in aliases_of(db, member):
        db.session.add(MemberAlias(member_id=member.id, alias=old))
    changed(db)


def remove(db: Db, actor: MemberInfo, target: MemberInfo, now: dt.datetime) -> None:
    """End the rights of somebody of a lower role; what they sold stays. Raises Refusal."""
    if target.state == LEFT:
        raise Refusal("team-left-already", name=target.name)
    _require_above(actor, target)
    _require_successor(db, target)
    depart(db, target)
    note(db, actor, "remove", str(target.id), now)
    changed(db)


def restore(db: Db, actor: MemberInfo, target: MemberInfo, now: dt.datetime) -> None:
    """Take a member who left back; raises Refusal for somebody who is here."""
    if target.state != LEFT:
        raise Refusal("team-here-already", name=target.name)
    come_back(db, target)
    note(db, actor, "restore", str(target.id), now)
    changed(db)


def depart(db: Db, member: MemberInfo) -> None:
    """Let a member leave: rights end, history stays."""
    row = _row(db, member)
    row.state, row.role = LEFT, min(member.role, Role.MEMBER)
    changed(db)


def come_back(db: Db, member: MemberInfo) -> None:
    """Let somebody who left be a member again, or a shadow where there is no account."""
    account = select(Identity.id).where(Identity.member_id == member.id).limit(1)
    row = _row(db, member)
    row.state = SHADOW if db.session.scalar(account) is None else ACTIVE
    row.role = Role.MEMBER
    changed(db)


def set_language(db: Db, member: MemberInfo, language: str) -> None:
    """Choose the language a member is answered in."""
    _row(db, member).language = language
    changed(db)


def change_team(db: Db, actor: MemberInfo, setting: str, value: object, now: dt.datetime) -> None:
    """Change one setting of the actor's team: a column of Team; managers may."""
    require(db, actor, Role.MANAGER)
    row = db.session.get_one(Team, actor.team_id)
    note(db, actor, setting, f"{getattr(row, setting)} -> {value}", now)
    setattr(row, setting, value)
    changed(db)


def looks_like_another(name: str) -> bool:
    """Whether a name mixes Latin letters with Cyrillic or Greek ones that look the same."""
    scripts = {unicodedata.name(sign, "").partition(" ")[0] for sign in name if sign.isalpha()}
    return "LATIN" in scripts and bool(scripts & {"CYRILLIC", "GREEK"})


def _row(db: Db, member: MemberInfo) -> Member:
    return db.session.get_one(Member, member.id)
