"""Who is who: teams and members by platform account or by name."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import aliased

from models.db import Db
from models.errors import Ambiguous
from models.team import Chat, Identity, Member, MemberAlias, Team
from models.values import ChatInfo, MemberInfo, Role, TeamInfo

ACTIVE, LEFT, SHADOW = "active", "left", "shadow"
MAX_NAME = 32


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
        row = db.session.get_one(Team, team_id)
        found = shelf[team_id] = TeamInfo(
            id=row.id,
            name=row.name,
            zone=ZoneInfo(row.timezone),
            language=row.language,
            currency=row.currency,
            cutoff=row.cutoff,
            auto_read=bool(row.auto_read),
            basis=row.basis,
        )
    return found


def _chat_info(chat: Chat) -> ChatInfo:
    return ChatInfo(chat.id, bool(chat.is_group), chat.title, chat.platform)


def _member_info(row: Member) -> MemberInfo:
    return MemberInfo(row.id, row.team_id, row.name, Role(row.role), row.state, row.language)


def member_info(db: Db, member_id: int) -> MemberInfo:
    """A member that exists."""
    return _member_info(db.session.get_one(Member, member_id))


@dataclass(frozen=True, slots=True)
class Roster:
    """A team's members by id, also those who left, and every name and alias with its ids."""

    members: dict[int, MemberInfo]
    names: dict[str, tuple[int, ...]]

    def find(self, name: str) -> MemberInfo | None:
        """The member of that name or alias, present ones first; raises Ambiguous for several.

        `张三#12` names the member with our own id 12, as numbered questions write it.
        """
        base, mark, number = name.partition("#")
        if mark and number.isdigit():
            found = self.members.get(int(number))
            return found if found is not None and base in (found.name, "") else None
        ids = self.names.get(name) or self.names.get(name.lower()) or ()
        here = tuple(i for i in ids if self.members[i].state != LEFT) or ids
        if len(here) > 1:
            raise Ambiguous(name, tuple((i, f"{self.members[i].name} {i:03d}") for i in here))
        return self.members[here[0]] if here else None

    def name(self, member_id: int) -> str:
        """A member's display name."""
        return self.members[member_id].name

    def with_role(self, at_least: Role) -> list[MemberInfo]:
        """The present members who have at least that role, the highest first."""
        able = [m for m in self.members.values() if m.role >= at_least and m.state == ACTIVE]
        return sorted(able, key=lambda m: (-m.role, m.id))


def roster(db: Db, team_id: int) -> Roster:
    """Everybody in a team."""
    shelf = db.memory.shelf("roster")
    found: Roster | None = shelf.get(team_id)
    if found is None:
        members = {
            row.id: _member_info(row)
            for row in db.session.scalars(select(Member).where(Member.team_id == team_id))
        }
        names: dict[str, tuple[int, ...]] = {}
        for member in members.values():
            _add_name(names, member.name, member.id)
        aliases = select(MemberAlias).join(Member, Member.id == MemberAlias.member_id)
        for row in db.session.scalars(aliases.where(Member.team_id == team_id)):
            _add_name(names, row.alias, row.member_id)
        found = shelf[team_id] = Roster(members, names)
    return found


def _add_name(names: dict[str, tuple[int, ...]], name: str, member_id: int) -> None:
    for form in {name, name.lower()}:
        if member_id not in names.get(form, ()):
            names[form] = (*names.get(form, ()), member_id)


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
