"""Who and where raw updates speak of: ourselves, senders, chats, and who is never a member."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from bot.core.events import Chat, Sender
from bot.language.text import clean

# What the Bot API sends is JSON of a hundred shapes; each reader takes the fields it knows.
Raw = dict[str, Any]

# Accounts of Telegram itself that stand for others: service messages, anonymous admins, people who
# write as a channel (reliability §6, 53 and 54).
STAND_INS = frozenset({777000, 1087968824, 136817688})
GROUPS = ("group", "supergroup")
_FORWARDED = (
    "forward_origin",
    "forward_date",
    "forward_from",
    "forward_from_chat",
    "forward_sender_name",
    "is_automatic_forward",
)


@dataclass(frozen=True, slots=True)
class Me:
    """Our own bot; `reads_all` says that ordinary group messages reach it, that privacy mode is
    off.
    """

    id: int
    username: str
    name: str
    reads_all: bool


def sender(user: Raw) -> Sender:
    """A person; the name is first and last name together."""
    names = (str(user.get("first_name") or ""), str(user.get("last_name") or ""))
    return Sender(str(user["id"]), clean(" ".join(filter(None, names))), user.get("username") or "")


def stand_in(user: Raw | None) -> Sender:
    """Who did something to a group, with an empty id for those who hide behind Telegram's own
    accounts: nobody must be given anything for that.
    """
    if user is None or user.get("is_bot") or user["id"] in STAND_INS:
        return Sender("")
    return sender(user)


def chat(message: Raw) -> Chat | None:
    """Where a message was said; None for channels."""
    return place(message["chat"], _topic(message))


def place(raw: Raw, topic: str = "") -> Chat | None:
    """A chat by its raw form; None for channels."""
    kind = raw.get("type")
    if kind not in (*GROUPS, "private"):
        return None
    title = raw.get("title") if kind in GROUPS else sender(raw).name
    return Chat(str(raw["id"]), kind in GROUPS, clean(title or ""), topic)


def is_a_members_act(message: Raw) -> bool:
    """Whether a person said this: not a channel, a bot, an anonymous admin, and no forward."""
    user = message.get("from")
    if user is None or user.get("is_bot") or user["id"] in STAND_INS:
        return False
    if "sender_chat" in message or "via_bot" in message:
        return False
    return not any(key in message for key in _FORWARDED)


def _topic(message: Raw) -> str:
    """The forum topic; threads of replies in other groups are none."""
    if not message.get("is_topic_message"):
        return ""
    return str(message.get("message_thread_id") or "")
