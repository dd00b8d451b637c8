"""What comes in from a platform, the same for all of them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class EventKind(StrEnum):
    """What happened in the chat."""

    TEXT = "text"
    PRESS = "press"
    EDIT = "edit"
    RECALL = "recall"
    JOIN = "join"
    LEAVE = "leave"
    RENAME = "rename"
    FILE = "file"
    # The bot itself was put into the group (by the sender) or taken out, or a private chat closed.
    ADDED = "added"
    REMOVED = "removed"
    # The group has a new id, which is the text.
    MOVED = "moved"
    # The platform says that the sender made the group.
    CREATOR = "creator"
    # The platform hides ordinary messages of this group from the bot until an admin allows them.
    DEAF = "deaf"


@dataclass(frozen=True, slots=True)
class Chat:
    """A group or a private chat, by the platform's own id; the title is for people only and never a
    key. `topic` names a part of the group that answers stay in.
    """

    id: str
    is_group: bool
    title: str = ""
    topic: str = ""


@dataclass(frozen=True, slots=True)
class Sender:
    """Who acted or was mentioned, by the platform's own id; the name is for people only and gives
    no rights. `handle` is a unique public name, without «@», where the platform has them.
    """

    id: str
    name: str = ""
    handle: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """The message that was replied to: its platform id where there is one, its
    author and its text.
    """

    message_id: str | None = None
    sender: str | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that came with a message: the platform's reference to fetch it by, its name and size
    in bytes.
    """

    reference: str
    name: str = ""
    size: int = 0


@dataclass(frozen=True, slots=True)
class Incoming:
    """One thing that happened on a platform.

    `message_id` names the message acted on: the same one for a text, its edits and its recall.
    `revision` tells several edits or presses of one message apart. `sent_at` is aware UTC, as the
    platform says it. A press carries the command line of its button as text and the message with
    the button as quote and its own id as revision. `mentions` are people that the text names as
    «@name», with that very name; `addressed` says that the text spoke to the bot, whose name the
    platform has cut off.
    """

    platform: str
    account: str
    chat: Chat
    sender: Sender
    message_id: str
    sent_at: dt.datetime
    text: str = ""
    kind: EventKind = EventKind.TEXT
    revision: str = ""
    quote: Quote | None = None
    attachments: tuple[Attachment, ...] = ()
    mentions: tuple[Sender, ...] = ()
    addressed: bool = False
