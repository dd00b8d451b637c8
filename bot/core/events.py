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


@dataclass(frozen=True, slots=True)
class Chat:
    """A group or a private chat, by the platform's own id; the title is for people only and never a
    key.
    """

    id: str
    is_group: bool
    title: str = ""


@dataclass(frozen=True, slots=True)
class Sender:
    """Who acted, by the platform's own id; the name is for people only and gives no rights."""

    id: str
    name: str = ""


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
    the button as quote.
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
