"""Where to write to: a team's group and a member's private chat."""

from __future__ import annotations

from sqlalchemy import select

from models.db import Db
from models.team import Chat, Identity


def home_chat(db: Db, team_id: int) -> int | None:
    """The chat id of a team's group, the first one where it has several."""
    return db.session.scalar(
        select(Chat.id)
        .where(Chat.team_id == team_id, Chat.is_group == 1)
        .order_by(Chat.id)
        .limit(1)
    )


def private_chat(db: Db, member_id: int) -> int | None:
    """The chat id for writing to a member in private, made on first use; None for a shadow."""
    identity = db.session.scalar(
        select(Identity)
        .where(Identity.member_id == member_id)
        .order_by(Identity.id.desc())
        .limit(1)
    )
    if identity is None:
        return None
    chat = db.session.scalar(
        select(Chat).where(
            Chat.platform == identity.platform,
            Chat.account == identity.account,
            Chat.native == identity.native,
        )
    )
    if chat is None:
        chat = Chat(
            platform=identity.platform,
            account=identity.account,
            native=identity.native,
            is_group=0,
            team_id=identity.team_id,
        )
        db.session.add(chat)
        db.flush()
    return chat.id
