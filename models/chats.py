"""Where to write to: a team's group and a member's private chat."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import bindparam, func, select, update

from models.db import Db
from models.messages import OUTGOING_OPEN, Outgoing
from models.team import Chat, Identity, Member, Team
from models.values import Role

# What a chat can be: the bot may write there, may not, has asked whose group it is, or knows that
# it has another id now.
OPEN, GONE, ASKED, MOVED = "open", "gone", "asked", "moved"

_HOME = (
    select(Chat.id)
    .where(Chat.team_id == bindparam("team"), Chat.is_group == 1, Chat.state == OPEN)
    .order_by(Chat.id)
    .limit(1)
)
# The account of a member that was seen last and may be written to, with its private chat where
# there is one.
_PRIVATE = (
    select(Chat.id, Identity.platform, Identity.account, Identity.native, Chat.state)
    .select_from(Identity)
    .outerjoin(
        Chat,
        (Chat.platform == Identity.platform)
        & (Chat.account == Identity.account)
        & (Chat.native == Identity.native),
    )
    .where(Identity.member_id == bindparam("member"))
    .order_by(func.coalesce(Chat.state, OPEN) == GONE, Identity.id.desc())
    .limit(1)
)
_ACCOUNT = (
    select(Identity.native, Member.name)
    .join(Member, Member.id == Identity.member_id)
    .join(Chat, (Chat.platform == Identity.platform) & (Chat.account == Identity.account))
    .where(Identity.member_id == bindparam("member"), Chat.id == bindparam("chat"))
    .order_by(Identity.id.desc())
    .limit(1)
)
_TELL = update(Chat).where(Chat.id == bindparam("chat"), Chat.told == 0).values(told=1)


def home_chat(db: Db, team_id: int) -> int | None:
    """The chat id of a team's group that the bot is in, the first one where it has several."""
    row = db.row(_HOME, team=team_id)
    return None if row is None else int(row[0])


def private_chat(db: Db, member_id: int) -> int | None:
    """The chat id for writing to a member in private, made on first use; None for a shadow and for
    somebody who does not want to hear from the bot.
    """
    row = db.row(_PRIVATE, member=member_id)
    if row is None or row[4] == GONE:
        return None
    chat_id, platform, account, native, _ = row
    if chat_id is not None:
        return int(chat_id)
    return _new_private(db, Identity(platform=platform, account=account, native=native))


def _new_private(db: Db, identity: Identity) -> int:
    """A chat that the bot begins: which team is talked about there, its first message decides."""
    chat = Chat(
        platform=identity.platform,
        account=identity.account,
        native=identity.native,
        is_group=0,
    )
    db.session.add(chat)
    db.flush()
    return chat.id


def accounts_of(db: Db, members: Iterable[int], chat_id: int) -> list[tuple[str, str]]:
    """The accounts of members on the platform of a chat: (the platform's id, the member's name)."""
    found = []
    for member_id in members:
        row = db.row(_ACCOUNT, member=member_id, chat=chat_id)
        if row is not None:
            found.append((str(row[0]), str(row[1])))
    return found


def move(db: Db, platform: str, old: str, new: str) -> None:
    """Follow a group that has a new id on its platform; its team, questions and answers stay.

    The old id goes on meaning the team: messages that were sent there may still be on their way.
    Where the new id has spoken first, it becomes part of the old one's team.
    """
    before = _find(db, platform, old)
    if before is None or old == new:
        return
    after = _find(db, platform, new)
    if after is None:
        before.native = new
        db.flush()
        _remember(db, before, old)
    else:
        if before.state != MOVED:
            after.team_id, before.state = before.team_id, MOVED
        db.session.execute(
            update(Outgoing)
            .where(OUTGOING_OPEN, Outgoing.chat_id == before.id)
            .values(chat_id=after.id)
        )
    db.flush()
    db.memory.forget()


def _remember(db: Db, chat: Chat, old: str) -> None:
    alias = Chat(
        platform=chat.platform,
        account=chat.account,
        native=old,
        is_group=chat.is_group,
        title=chat.title,
        team_id=chat.team_id,
        state=MOVED,
    )
    db.session.add(alias)


def _find(db: Db, platform: str, native: str) -> Chat | None:
    return db.session.scalar(
        select(Chat)
        .where(Chat.platform == platform, Chat.native == native)
        .order_by(Chat.id.desc())
        .limit(1)
    )


def find(db: Db, platform: str, account: str, native: str) -> int | None:
    """The chat id of a platform's chat that has been seen."""
    return db.session.scalar(
        select(Chat.id).where(
            Chat.platform == platform, Chat.account == account, Chat.native == native
        )
    )


def reopen(db: Db, chat_id: int, team_id: int) -> None:
    """Let a group be a team's."""
    chat = db.session.get_one(Chat, chat_id)
    chat.state, chat.team_id = OPEN, team_id
    db.flush()
    db.memory.forget()


def unreachable(db: Db, chat_id: int) -> None:
    """Note that the bot may not write to a chat any more; its team and ledger stay."""
    db.session.get_one(Chat, chat_id).state = GONE
    db.flush()
    db.memory.forget()


def told_first(db: Db, chat_id: int) -> bool:
    """Whether this is the first time that something about a chat is told; it counts as told now."""
    return db.change(_TELL, chat=chat_id) > 0


def private_of(db: Db, member_id: int) -> tuple[int, str] | None:
    """A member's private chat that has been seen, and its state."""
    row = db.row(_PRIVATE, member=member_id)
    return None if row is None or row[0] is None else (int(row[0]), str(row[4]))


def team_of(db: Db, chat_id: int) -> int | None:
    """The team that a chat belongs to."""
    return db.session.scalar(select(Chat.team_id).where(Chat.id == chat_id))


def elsewhere(db: Db, platform: str) -> list[tuple[int, str]]:
    """Where to tell those who run the teams of a platform without using it: (chat id, language)."""
    members = db.session.execute(
        select(Member, Identity, Team.language)
        .join(Identity, Identity.member_id == Member.id)
        .join(Team, Team.id == Member.team_id)
        .where(
            Member.role >= Role.MANAGER,
            Identity.platform != platform,
            select(Chat.id)
            .where(Chat.team_id == Member.team_id, Chat.platform == platform)
            .exists(),
        )
        .order_by(Identity.id)
    )
    found: dict[int, str] = {}
    for member, identity, language in members:
        chat_id = _private_of(db, identity)
        if chat_id is not None:
            found[chat_id] = member.language or language
    return list(found.items())


def _private_of(db: Db, identity: Identity) -> int | None:
    """An account's private chat, made on first use; None where the bot may not write."""
    chat = db.session.scalar(
        select(Chat).where(
            Chat.platform == identity.platform,
            Chat.account == identity.account,
            Chat.native == identity.native,
        )
    )
    if chat is None:
        return _new_private(db, identity)
    return None if chat.state == GONE else chat.id


def groups_of(db: Db, platform: str, account: str) -> list[tuple[int, int]]:
    """The groups of teams that the bot is in on a platform: (chat id, team id)."""
    rows = db.session.execute(
        select(Chat.id, Chat.team_id).where(
            Chat.platform == platform,
            Chat.account == account,
            Chat.is_group == 1,
            Chat.state == OPEN,
            Chat.team_id.is_not(None),
        )
    )
    return [(chat_id, team_id) for chat_id, team_id in rows if team_id is not None]


def of_team(db: Db, team_id: int) -> list[int]:
    """All chats in which a team is talked about."""
    return list(db.session.scalars(select(Chat.id).where(Chat.team_id == team_id)))


def owner_of(db: Db, chat_id: int) -> tuple[int, int] | None:
    """Whose private chat it is: (team id, member id)."""
    row = db.session.execute(
        select(Identity.team_id, Identity.member_id)
        .select_from(Chat)
        .join(
            Identity,
            (Identity.platform == Chat.platform)
            & (Identity.account == Chat.account)
            & (Identity.native == Chat.native)
            # A chat in which nobody has spoken yet is of the team joined last.
            & (Identity.team_id == func.coalesce(Chat.team_id, Identity.team_id)),
        )
        .where(Chat.id == chat_id, Chat.is_group == 0)
        .order_by(Identity.id.desc())
    ).first()
    return None if row is None or row[0] is None else (row[0], row[1])
