"""Platform accounts: what names a person on a platform, and the links to a team's members."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Select, select, update

from models.db import Db
from models.team import Chat, Identity

MAX_NAME = 32
# Where a new login may give everybody new ids (wechaty #2030, reliability F17): accounts of another
# login are strangers until a code says who they are.
UNSTEADY = frozenset({"wechat"})


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
    handle: str = ""


def chat_of(who: Account) -> Select[Chat]:
    """The query for the chat that an account speaks in."""
    return select(Chat).where(
        Chat.platform == who.platform, Chat.account == who.account, Chat.native == who.chat
    )


def identity_of(who: Account, team_id: int) -> Select[Identity]:
    """The query for an account's place in a team."""
    return select(Identity).where(
        Identity.platform == who.platform,
        Identity.account == who.account,
        Identity.native == who.person,
        Identity.team_id == team_id,
    )


def link(db: Db, who: Account, member_id: int, team_id: int) -> None:
    """Make a platform account stand for a member."""
    db.session.add(
        Identity(
            platform=who.platform,
            account=who.account,
            native=who.person,
            team_id=team_id,
            member_id=member_id,
            handle=who.handle.lower(),
            display=who.person_name[:MAX_NAME],
        )
    )
    db.flush()


def of_handle(db: Db, platform: str, team_id: int, handle: str) -> int | None:
    """The member with that public name on a platform."""
    return db.session.scalar(
        select(Identity.member_id).where(
            Identity.platform == platform,
            Identity.team_id == team_id,
            Identity.handle == handle.lower(),
        )
    )


def adopt(db: Db, platform: str, account: str) -> None:
    """Let a new bot on a platform whose ids are everybody's own go on where the old one stopped;
    elsewhere what another login reached is out of reach.
    """
    if platform in UNSTEADY:
        # The chats of another login cannot be written to from this one.
        db.session.execute(
            update(Chat)
            .where(Chat.platform == platform, Chat.account != account, Chat.state == "open")
            .values(state="gone")
        )
        db.flush()
        db.memory.forget()
        return
    for table in (Chat, Identity):
        db.session.execute(
            update(table)
            .where(table.platform == platform, table.account != account)
            .values(account=account)
        )
    db.flush()
    db.memory.forget()
