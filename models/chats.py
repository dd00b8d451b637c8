"""Where to write to: a team's group and a member's private chat."""

from __future__ import annotations

from sqlalchemy import bindparam, select

from models.db import Db
from models.team import Chat, Identity

_HOME = (
    select(Chat.id)
    .where(Chat.team_id == bindparam("team"), Chat.is_group == 1)
    .order_by(Chat.id)
    .limit(1)
)
# The account of a member that was seen last, and its private chat where there is one.
_PRIVATE = (
    select(Chat.id, Identity.platform, Identity.account, Identity.native, Identity.team_id)
    .select_from(Identity)
    .outerjoin(
        Chat,
        (Chat.platform == Identity.platform)
        & (Chat.account == Identity.account)
        & (Chat.native == Identity.native),
    )
    .where(Identity.member_id == bindparam("member"))
    .order_by(Identity.id.desc())
    .limit(1)
)


def home_chat(db: Db, team_id: int) -> int | None:
    """The chat id of a team's group, the first one where it has several."""
    row = db.row(_HOME, team=team_id)
    return None if row is None else int(row[0])


def private_chat(db: Db, member_id: int) -> int | None:
    """The chat id for writing to a member in private, made on first use; None for a shadow."""
    row = db.row(_PRIVATE, member=member_id)
    if row is None:
        return None
    chat_id, platform, account, native, team_id = row
    if chat_id is not None:
        return int(chat_id)
    chat = Chat(platform=platform, account=account, native=native, is_group=0, team_id=team_id)
    db.session.add(chat)
    db.flush()
    return chat.id
