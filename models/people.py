"""Who is who: teams and members by platform account or by name."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from sqlalchemy import bindparam, select
from sqlalchemy.orm import aliased

from models.db import Db
from models.rosters import ACTIVE
from models.team import Chat, Identity, Member, Team
from models.values import ChatInfo, MemberInfo, Role, TeamInfo

MAX_NAME = 32

_TEAM = select(
    Team.name,
    Team.timezone,
    Team.language,
    Team.currency,
    Team.cutoff,
    Team.auto_read,
    Team.basis,
).where(Team.id == bindparam("team"))


@dataclass(frozen=True, slots=True)
class Account:
    """A platform account as it appears in a message: who, where, and the names for people."""

    platform: str
    account: str
    chat: str
    is_group: bool
    chat_title: str
    person: str
    person_name: str


@dataclass(frozen=True, slots=True)
class Scene:
    """The team, member and chat of a message; no team for a stranger in a private chat."""

    chat: ChatInfo
    team: TeamInfo | None
    member: MemberInfo | None


@dataclass(frozen=True, slots=True)
class Defaults:
    """What a new team starts with."""

    timezone: str = "Asia/Shanghai"
    language: str = "zh-CN"


def recognise(db: Db, who: Account, defaults: Defaults, now: dt.datetime) -> Scene:
    """The scene of a message; a group's first one makes a team, a person's first one a member."""
    shelf = db.memory.shelf("scene")
    key = (who.platform, who.account, who.chat, who.person)
    found = shelf.get(key)
    if found is None:
        found = shelf[key] = _look_up(db, who, defaults, now)
    scene: Scene = found
    return scene


def _look_up(db: Db, who: Account, defaults: Defaults, now: dt.datetime) -> Scene:
    chat = _chat(db, who)
    if chat.team_id is None and who.is_group:
        team = Team(
            name=who.chat_title or who.chat,
            timezone=defaults.timezone,
            language=defaults.language,
            created_at=now,
        )
        db.session.add(team)
        db.flush()
        chat.team_id = team.id
    if chat.team_id is None:
        chat.team_id = _latest_team(db, who)
    if chat.team_id is None:
        return Scene(_chat_info(chat), None, None)
    member = _member(db, who, chat.team_id, now)
    return Scene(
        _chat_info(chat), team_info(db, chat.team_id), _member_info(member) if member else None
    )


def _chat(db: Db, who: Account) -> Chat:
    chat = db.session.scalar(
        select(Chat).where(
            Chat.platform == who.platform, Chat.account == who.account, Chat.native == who.chat
        )
    )
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


def _member(db: Db, who: Account, team_id: int, now: dt.datetime) -> Member | None:
    member = db.session.scalar(
        select(Member)
        .join(Identity, Identity.member_id == Member.id)
        .where(
            Identity.platform == who.platform,
            Identity.account == who.account,
            Identity.native == who.person,
            Identity.team_id == team_id,
        )
    )
    if member is None and who.is_group:
        member = Member(
            team_id=team_id,
            name=who.person_name[:MAX_NAME] or who.person,
            role=Role.MEMBER,
            state=ACTIVE,
            joined_at=now,
        )
        db.session.add(member)
        db.flush()
        link(db, who, member.id, team_id)
        db.memory.forget()
    return member


def link(db: Db, who: Account, member_id: int, team_id: int) -> None:
    """Make a platform account stand for a member."""
    db.session.add(
        Identity(
            platform=who.platform,
            account=who.account,
            native=who.person,
            team_id=team_id,
            member_id=member_id,
        )
    )
    db.flush()


def team_info(db: Db, team_id: int) -> TeamInfo:
    """The settings of a team that exists."""
    shelf = db.memory.shelf("team")
    found: TeamInfo | None = shelf.get(team_id)
    if found is None:
        row = db.row(_TEAM, team=team_id)
        if row is None:
            raise LookupError(f"no team {team_id}")
        name, zone, language, currency, cutoff, auto_read, basis = row
        found = shelf[team_id] = TeamInfo(
            id=team_id,
            name=name,
            zone=ZoneInfo(zone),
            language=language,
            currency=currency,
            cutoff=cutoff,
            auto_read=bool(auto_read),
            basis=basis,
        )
    return found


def _chat_info(chat: Chat) -> ChatInfo:
    return ChatInfo(chat.id, bool(chat.is_group), chat.title, chat.platform)


def _member_info(row: Member) -> MemberInfo:
    return MemberInfo(row.id, row.team_id, row.name, Role(row.role), row.state, row.language)


def member_info(db: Db, member_id: int) -> MemberInfo:
    """A member that exists."""
    return _member_info(db.session.get_one(Member, member_id))


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
