"""Who is who: teams and members by platform account or by name."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import bindparam, select
from sqlalchemy.orm import aliased

from models.accounts import MAX_NAME, UNSTEADY, Account, chat_of, identity_of, link
from models.chats import ASKED, GONE, OPEN
from models.db import Db
from models.rosters import ACTIVE, UNBOUND
from models.team import Chat, Identity, Member, MemberAlias
from models.teams import Defaults, new_team, team_info
from models.values import ChatInfo, MemberInfo, Role, TeamInfo

# Everything about a message's chat and speaker at once: what a busy bot asks all day.
_KNOWN = (
    select(
        Chat.id,
        Chat.is_group,
        Chat.title,
        Chat.team_id,
        Chat.state,
        Identity.handle,
        Identity.display,
        Member.id,
        Member.name,
        Member.role,
        Member.state,
        Member.language,
    )
    .select_from(Chat)
    .join(
        Identity,
        (Identity.platform == Chat.platform)
        & (Identity.account == Chat.account)
        & (Identity.native == bindparam("person"))
        & (Identity.team_id == Chat.team_id),
    )
    .join(Member, Member.id == Identity.member_id)
    .where(
        Chat.platform == bindparam("platform"),
        Chat.account == bindparam("account"),
        Chat.native == bindparam("chat"),
    )
)


@dataclass(frozen=True, slots=True)
class Scene:
    """The team, member and chat of a message; no team for a stranger in a private chat and for a
    group that nobody has claimed since a new login. `is_new` tells that somebody unclaimed is to be
    asked.
    """

    chat: ChatInfo
    team: TeamInfo | None
    member: MemberInfo | None
    is_new: bool = False


def recognise(db: Db, who: Account, defaults: Defaults, now: dt.datetime) -> Scene:
    """The scene of a message; a group's first one makes a team, a person's first one a member."""
    shelf = db.memory.shelf("scene")
    key = (who.platform, who.account, who.chat, who.person, who.person_name, who.handle)
    found = shelf.get(key)
    if found is None:
        found = _well_known(db, who) or _look_up(db, who, defaults, now)
        if not found.is_new:
            shelf[key] = found
    scene: Scene = found
    return scene


def _well_known(db: Db, who: Account) -> Scene | None:
    """The scene of somebody who spoke here before and of whom nothing is new; None otherwise."""
    row = db.row(
        _KNOWN, platform=who.platform, account=who.account, chat=who.chat, person=who.person
    )
    if row is None:
        return None
    chat_id, is_group, title, team_id, state, handle, display, *member = row
    is_new_name = who.person_name[:MAX_NAME] not in ("", display)
    is_new_handle = who.handle.lower() not in ("", handle)
    if state != OPEN or is_new_name or is_new_handle:
        return None
    member_id, name, role, standing, language = member
    return Scene(
        ChatInfo(chat_id, bool(is_group), title, who.platform),
        team_info(db, team_id),
        MemberInfo(member_id, team_id, name, Role(role), standing, language),
    )


def _look_up(db: Db, who: Account, defaults: Defaults, now: dt.datetime) -> Scene:
    chat = _chat(db, who)
    if chat.state == GONE:
        chat.state, chat.told = OPEN, 0
    if chat.team_id is None and who.is_group:
        if chat.state == ASKED or _is_of_new_login(db, who):
            is_new, chat.state = chat.state != ASKED, ASKED
            db.flush()
            return Scene(_chat_info(chat), None, None, is_new)
        chat.team_id = new_team(db, who.chat_title or who.chat, defaults, now)
    if chat.team_id is None:
        chat.team_id = _latest_team(db, who)
    if chat.team_id is None:
        return Scene(_chat_info(chat), None, None)
    member, is_new = _member(db, who, chat.team_id, now)
    if member is not None:
        _follow(db, member, who)
    return Scene(
        _chat_info(chat),
        team_info(db, chat.team_id),
        _member_info(member) if member else None,
        is_new,
    )


def _is_of_new_login(db: Db, who: Account) -> bool:
    """Whether this login is new and teams of an earlier one may be behind the unknown ids."""
    if who.platform not in UNSTEADY:
        return False
    earlier = select(Chat.id).where(
        Chat.platform == who.platform,
        Chat.account != who.account,
        Chat.is_group == 1,
        Chat.team_id.is_not(None),
    )
    return db.session.scalar(earlier.limit(1)) is not None


def _chat(db: Db, who: Account) -> Chat:
    chat = db.session.scalar(chat_of(who))
    if chat is None:
        chat = Chat(
            platform=who.platform,
            account=who.account,
            native=who.chat,
            is_group=int(who.is_group),
            title=who.chat_title,
        )
        db.session.add(chat)
        db.flush()
    return chat


def is_in_several_teams(db: Db, member_id: int) -> bool:
    """Whether the account behind a member belongs to another team as well."""
    other = aliased(Identity)
    same = (
        (other.platform == Identity.platform)
        & (other.account == Identity.account)
        & (other.native == Identity.native)
        & (other.member_id != Identity.member_id)
    )
    query = select(other.id).join(Identity, same).where(Identity.member_id == member_id).limit(1)
    return db.session.scalar(query) is not None


def _latest_team(db: Db, who: Account) -> int | None:
    """The team a person joined last, for a private chat; None for a stranger."""
    return db.session.scalar(
        select(Identity.team_id)
        .where(
            Identity.platform == who.platform,
            Identity.account == who.account,
            Identity.native == who.person,
        )
        .order_by(Identity.id.desc())
        .limit(1)
    )


def _member(db: Db, who: Account, team_id: int, now: dt.datetime) -> tuple[Member | None, bool]:
    """The member behind an account, made where there is none in a group, and whether it is to be
    asked who it is.
    """
    found = db.session.execute(
        select(Member, Identity)
        .join(Identity, Identity.member_id == Member.id)
        .where(
            Identity.platform == who.platform,
            Identity.account == who.account,
            Identity.native == who.person,
            Identity.team_id == team_id,
        )
    ).first()
    if found is not None:
        if who.handle and found[1].handle != who.handle.lower():
            found[1].handle = who.handle.lower()
        return found[0], False
    if not who.is_group or not who.person:
        return None, False
    is_unknown = who.platform in UNSTEADY and _knew_others(db, who, team_id)
    member = Member(
        team_id=team_id,
        name=who.person_name[:MAX_NAME] or who.person,
        role=Role.GUEST if is_unknown else Role.MEMBER,
        state=UNBOUND if is_unknown else ACTIVE,
        joined_at=now,
    )
    db.session.add(member)
    db.flush()
    link(db, who, member.id, team_id)
    db.memory.forget()
    return member, is_unknown


def _follow(db: Db, member: Member, who: Account) -> None:
    """Take over a speaker's new display name: the old one stays an alias, rights stay the same.

    An account that never gave the member its name changes nothing, and nor does a name that the
    member had before: who is called differently in two groups keeps the newer one in both.
    """
    identity = db.session.scalar(identity_of(who, member.team_id))
    new = who.person_name[:MAX_NAME]
    if identity is None or not new or new == identity.display:
        return
    old, identity.display = identity.display, new
    known = select(MemberAlias.alias).where(MemberAlias.member_id == member.id)
    aliases = set(db.session.scalars(known))
    if old and member.name == old and new not in aliases:
        member.name = new
        if old not in aliases:
            db.session.add(MemberAlias(member_id=member.id, alias=old))
    db.flush()
    db.memory.forget()


def _knew_others(db: Db, who: Account, team_id: int) -> bool:
    """Whether people of this team spoke through an earlier login."""
    earlier = select(Identity.id).where(
        Identity.platform == who.platform,
        Identity.account != who.account,
        Identity.team_id == team_id,
    )
    return db.session.scalar(earlier.limit(1)) is not None


def _chat_info(chat: Chat) -> ChatInfo:
    return ChatInfo(chat.id, bool(chat.is_group), chat.title, chat.platform)


def _member_info(row: Member) -> MemberInfo:
    return MemberInfo(row.id, row.team_id, row.name, Role(row.role), row.state, row.language)


def member_info(db: Db, member_id: int) -> MemberInfo:
    """A member that exists."""
    return _member_info(db.session.get_one(Member, member_id))


def behind(db: Db, who: Account, team_id: int, now: dt.datetime) -> MemberInfo | None:
    """The member that a mentioned account is, made where a group has not heard of it yet."""
    member, _ = _member(db, who, team_id, now)
    return _member_info(member) if member is not None else None


def declare(db: Db, member_id: int, role: Role, state: str = ACTIVE) -> None:
    """Set a member's role and state without asking: for the console and dialog files."""
    row = db.session.get_one(Member, member_id)
    row.role = role
    row.state = state
    changed(db)


def changed(db: Db) -> None:
    """Write what is pending and forget what was remembered about people."""
    db.flush()
    db.memory.forget()


def role_of(db: Db, who: Account) -> str | None:
    """An account's role in a chat's team, in lower case; None where it has not spoken there."""
    found = db.session.scalar(
        select(Member.role)
        .join(Identity, Identity.member_id == Member.id)
        .join(Chat, Chat.team_id == Member.team_id)
        .where(
            Chat.platform == who.platform,
            Chat.account == who.account,
            Chat.native == who.chat,
            Identity.platform == who.platform,
            Identity.account == who.account,
            Identity.native == who.person,
        )
    )
    return None if found is None else Role(found).name.lower()
