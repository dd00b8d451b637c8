"""What happens to a chat itself: it gets a new id, or the bot is put out of it."""

from __future__ import annotations

import datetime as dt

from bot.core.events import EventKind, Incoming
from bot.engine.post import tell_unreachable
from bot.engine.waiting import Due
from models import chats
from models.db import Db

KINDS = frozenset({EventKind.MOVED, EventKind.REMOVED})


def follow(db: Db, incoming: Incoming, now: dt.datetime) -> list[Due]:
    """Note the change; returns the chats that have something to send."""
    if incoming.kind is EventKind.MOVED:
        chats.move(db, incoming.platform, incoming.chat.id, incoming.text)
        return []
    chat_id = chats.find(db, incoming.platform, incoming.account, incoming.chat.id)
    if chat_id is None:
        return []
    if incoming.chat.is_group:
        chats.close(db, chat_id)
        return []
    return tell_unreachable(db, chat_id, now)
