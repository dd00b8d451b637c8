"""What happens to a chat itself: it gets a new id, or the bot is put out of it."""

from __future__ import annotations

from bot.core.events import EventKind, Incoming
from models import chats
from models.db import Db

KINDS = frozenset({EventKind.MOVED, EventKind.REMOVED})


def follow(db: Db, incoming: Incoming) -> None:
    """Note the change; there is nothing to say."""
    if incoming.kind is EventKind.MOVED:
        chats.move(db, incoming.platform, incoming.chat.id, incoming.text)
        return
    chat_id = chats.find(db, incoming.platform, incoming.account, incoming.chat.id)
    if chat_id is not None:
        chats.unreachable(db, chat_id)
