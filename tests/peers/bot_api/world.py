"""People, chats and messages as Telegram keeps them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

Raw = dict[str, Any]

ANONYMOUS = {
    "id": 1087968824,
    "is_bot": True,
    "first_name": "Group",
    "username": "GroupAnonymousBot",
}
INSIDE = ("creator", "administrator", "member", "restricted")


@dataclass
class Person:
    """An account."""

    id: int
    first_name: str
    last_name: str = ""
    username: str = ""
    is_bot: bool = False
    has_started: bool = False
    has_blocked: bool = False

    @property
    def raw(self) -> Raw:
        raw: Raw = {"id": self.id, "is_bot": self.is_bot, "first_name": self.first_name}
        if self.last_name:
            raw["last_name"] = self.last_name
        if self.username:
            raw["username"] = self.username
        return raw


@dataclass
class Place:
    """A chat. `members` maps ids to their status; `muted` members and the bot may not write."""

    id: int
    kind: str
    title: str = ""
    person: Person | None = None
    members: dict[int, str] = field(default_factory=dict)
    anonymous: set[int] = field(default_factory=set)
    topics: dict[int, str] = field(default_factory=dict)
    is_forum: bool = False
    allows_reactions: bool = True
    may_write: bool = True
    migrated_to: int | None = None
    messages: dict[int, Raw] = field(default_factory=dict)
    pinned: int | None = None

    @property
    def is_group(self) -> bool:
        return self.kind != "private"

    @property
    def raw(self) -> Raw:
        if self.person is not None:
            parts = {k: v for k, v in self.person.raw.items() if k != "is_bot"}
            return {**parts, "type": "private"}
        raw: Raw = {"id": self.id, "type": self.kind, "title": self.title}
        if self.is_forum:
            raw["is_forum"] = True
        if self.kind == "group":
            raw["all_members_are_administrators"] = False
        return raw


@dataclass(frozen=True)
class Shown:
    """Something that the bot made people see: a message, an edit of one, or words on a press.

    `chat` is where, `number` the message (for words on a press the one with the button).
    """

    kind: str
    chat: int
    number: int
    text: str
    buttons: tuple[str, ...] = ()
    query: str = ""
    file: str = ""
    picture: str = ""


@dataclass(frozen=True)
class Said:
    """What a person said: its number, whether the bot is told, and why not."""

    id: int
    delivered: bool
    why: str = ""
