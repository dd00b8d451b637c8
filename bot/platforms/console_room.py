"""The group chat in the console: who is in it, and what it asks of the running bot."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from typing import Protocol

from bot.core.clock import Clock
from bot.core.events import Chat, EventKind, Incoming, Quote
from bot.platforms.cast import Cast

# The id of the group everybody is in at first; it stays, whatever the language calls the group.
_HOME = "console"


class Desk(Protocol):
    """The running bot as the console needs it, beside taking messages."""

    async def settle(self) -> None:
        """Return when all that could be sent has been sent."""

    async def declare(self, person: Incoming, role: str) -> None:
        """Give the sender that role in the chat's team."""

    async def role_of(self, person: Incoming) -> str | None:
        """The sender's role in the chat's team; None where there is no such member yet."""

    async def open_session(self) -> str:
        """A token for one stream of lines: the interrupted one after a kill, else a new one."""


@dataclass(slots=True)
class Room:
    """Makes events of what is written; `answers` are the bot's, for quoting by number.

    `token` tells this run of the console from all others in the ids of its messages, `said` counts
    the bot's messages and `written` those that are typed.
    """

    clock: Clock
    home: Chat
    group: Chat
    cast: Cast = field(default_factory=Cast)
    answers: dict[int, Quote] = field(default_factory=dict)
    token: str = field(default_factory=lambda: secrets.token_hex(4))
    said: int = 0
    written: int = 0

    @classmethod
    def named(cls, title: str, clock: Clock) -> Room:
        """A room whose first group has that title."""
        home = Chat(_HOME, is_group=True, title=title)
        return cls(clock, home, home)

    def switch(self, title: str) -> None:
        """Open a group by its title."""
        self.group = self.home if title == self.home.title else self.cast.group(title)

    def says(self, name: str, text: str, message_id: str, *, private: bool = False) -> Incoming:
        """A message of that person."""
        person = self.cast.person(name)
        chat = self.cast.private(person) if private else self.group
        return Incoming("console", "console", chat, person, message_id, self.clock.now(), text=text)

    def person(self, name: str) -> Incoming:
        """That person in the open group, as declarations name them."""
        return Incoming(
            "console",
            "console",
            self.group,
            self.cast.person(name),
            self.next_id(),
            self.clock.now(),
            kind=EventKind.JOIN,
        )

    def next_id(self) -> str:
        """An id that no other message has."""
        self.written += 1
        return f"{self.token}:{self.written}"
