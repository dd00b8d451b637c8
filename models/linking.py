"""Accounts and groups joined by one-time codes: one person and one ledger on several platforms.

Nobody is ever recognised by a display name: names are free to take (reliability P19).
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import func, select, update

from models import codes, contests, duties, entries, goal_setting, sales
from models.accounts import Account, chat_of, identity_of, link
from models.auditing import note
from models.db import Db
from models.errors import Refusal
from models.ledger import Sale
from models.people import behind, changed, member_info
from models.people_tables import Leave
from models.rosters import ACTIVE, MERGED, roster
from models.sales import By
from models.team import Chat, Identity, Member, MemberAlias, OneTimeCode
from models.teams import team_info
from models.values import MemberInfo, Role

# Wrong codes from one chat before no more are looked at there.
MAX_TRIES = 10


@dataclass(frozen=True, slots=True)
class Bound:
    """Whom an account belongs to now, and how many records came along."""

    member: MemberInfo
    records: int


def person_code(db: Db, actor: MemberInfo, target: MemberInfo, now: dt.datetime) -> str:
    """Four digits by which an account becomes that member's; for somebody else, a manager may.

    Raises Refusal for a member who stands as high as the one who asks.
    """
    if target.id != actor.id and (actor.role < Role.MANAGER or target.role >= actor.role):
        raise Refusal("link-not-above", name=target.name)
    if target.state == MERGED:
        raise Refusal("link-merged", name=target.name)
    return codes.create_person_code(db, target, now)


def bind(db: Db, who: Account, code: str, now: dt.datetime) -> Bound | None:
    """Give an account to the member that the code names; None for a wrong code.

    Records that the account made as somebody else of that team go to the member by linked rows.
    Raises Refusal after too many wrong codes.
    """
    used = _use(db, who, codes.PERSON, code, now)
    if used is None or used.member_id is None:
        return None
    target = member_info(db, used.member_id)
    identity = _identity(db, who, target.team_id)
    records = 0
    if identity is None:
        link(db, who, target.id, target.team_id)
    elif identity.member_id != target.id:
        records = _merge(db, member_info(db, identity.member_id), target, now)
    note(db, target, "bind", f"{who.platform}: {target.id}", now)
    private = _private(db, who)
    if private is not None:
        private.team_id = target.team_id
    changed(db)
    return Bound(target, records)


def _merge(db: Db, source: MemberInfo, target: MemberInfo, now: dt.datetime) -> int:
    """Make one member part of another; returns how many records changed hands."""
    team = team_info(db, target.team_id)
    found = [r for r in entries.of_member(db, source) if r.state == entries.ACTIVE]
    for record in found:
        sales.correct(
            db, team, record, sales.as_new(record, member_id=target.id), By(target.id, now)
        )
    duties.pass_on(db, source.id, target.id)
    contests.pass_on(db, source.id, target.id)
    goal_setting.pass_on(db, source, target)
    for table in (Identity, MemberAlias, Leave):
        db.session.execute(
            update(table).where(table.member_id == source.id).values(member_id=target.id)
        )
    row = db.session.get_one(Member, source.id)
    row.state, row.role = MERGED, Role.GUEST
    return len(found)


def group_code(db: Db, team_id: int, now: dt.datetime) -> str:
    """A code such as «K7PM-3XQD» by which another group becomes part of a team."""
    return codes.create(db, codes.GROUP, team_id, now)


def join_group(db: Db, who: Account, code: str, now: dt.datetime) -> int | None:
    """Make a group part of the team that the code names; returns the team, None for a wrong code.

    Raises Refusal for a group with a ledger of its own, and after too many wrong codes.
    """
    chat = _chat(db, who)
    if chat is None:
        return None
    if chat.team_id is not None:
        query = select(func.count()).where(Sale.team_id == chat.team_id)
        count = db.session.scalar(query) or 0
        if count:
            raise Refusal("link-group-has-ledger", count=count)
    used = _use(db, who, codes.GROUP, code, now)
    if used is None or used.team_id is None:
        return None
    chat.team_id, chat.state = used.team_id, "open"
    changed(db)
    return used.team_id


def is_empty(db: Db, team_id: int) -> bool:
    """Whether a team is only a group that has said something: nobody runs it, nothing is booked."""
    return not roster(db, team_id).with_role(Role.MANAGER) and not entries.has_any(db, team_id)


def claim_group(db: Db, who: Account, code: str, now: dt.datetime) -> MemberInfo | None:
    """Take a group that nobody recognises for the team of an owner's code, and the speaker for its
    owner; None for a wrong code. Raises Refusal after too many.

    The code comes from the terminal of whoever runs the bot, and so stands for the owner.
    """
    chat = _chat(db, who)
    used = _use(db, who, codes.OWNER, code, now)
    if chat is None or used is None or used.team_id is None:
        return None
    chat.team_id, chat.state = used.team_id, "open"
    changed(db)
    owners = roster(db, used.team_id).with_role(Role.OWNER)
    if _identity(db, who, used.team_id) is None and len(owners) == 1:
        link(db, who, owners[0].id, used.team_id)
    member = behind(db, who, used.team_id, now)
    if member is None:
        return None
    row = db.session.get_one(Member, member.id)
    row.state, row.role = ACTIVE, Role.OWNER
    note(db, member, "claim", f"{who.platform}: {chat.id}", now)
    changed(db)
    return member_info(db, member.id)


def start_anew(db: Db, member: MemberInfo) -> None:
    """Let somebody whom nobody claimed be a member like any other."""
    row = db.session.get_one(Member, member.id)
    row.state, row.role = ACTIVE, Role.MEMBER
    changed(db)


def _use(db: Db, who: Account, purpose: str, code: str, now: dt.datetime) -> OneTimeCode | None:
    chat = _chat(db, who)
    if chat is not None and chat.tries >= MAX_TRIES:
        raise Refusal("link-too-many")
    used = codes.use(db, purpose, code, now)
    if chat is not None:
        chat.tries = 0 if used is not None else chat.tries + 1
        db.flush()
    return used


def _chat(db: Db, who: Account) -> Chat | None:
    return db.session.scalar(chat_of(who))


def _private(db: Db, who: Account) -> Chat | None:
    return None if who.is_group else _chat(db, who)


def _identity(db: Db, who: Account, team_id: int) -> Identity | None:
    return db.session.scalar(identity_of(who, team_id))
