"""The small door behind which every platform stands."""

from __future__ import annotations

import datetime as dt
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from bot.core.cards import T
from bot.core.events import Chat, Incoming, Sender
from models.values import Role


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What a platform can show: its markup, whether buttons can be pressed, messages edited, and a
    press answered by a notice that only its sender sees.

    `max_units` is the longest text in UTF-16 units. Where at least `gathers` answers wait for one
    chat, several leave as one message; 0 is never.
    """

    markup: Literal["plain", "telegram"] = "plain"
    buttons: bool = False
    edit: bool = False
    notices: bool = False
    max_units: int = 4096
    gathers: int = 0


@dataclass(frozen=True, slots=True)
class Document:
    """A file to send: its name and bytes."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Message:
    """One rendered message for one chat.

    `buttons` are (label, command line); on platforms without buttons the text already holds their
    numbers. `reply_to` and `replaces` are the platform's own message ids. `reaction` is an emoji to
    put on the message replied to, where the chat allows it. `notice_to` is the press that this
    answers with words for its sender alone. With a `document` or a `picture` the text is its
    caption. `rank` is the role that the mentioned person has from now on.
    """

    chat: Chat
    text: str
    buttons: tuple[tuple[str, str], ...] = ()
    reply_to: str | None = None
    replaces: str | None = None
    mentions: tuple[Sender, ...] = ()
    silent: bool = False
    reaction: str = ""
    notice_to: str | None = None
    document: Document | None = None
    picture: Document | None = None
    rank: Role | None = None


class SendFailed(Exception):
    """A platform could not send: `maybe_sent` where the request may have left, `retry_after` in
    seconds where the platform named them, `moved_to` the group's new id, `gone` where the bot may
    not write to that chat any more (blocked, removed, never started).
    """

    def __init__(
        self,
        reason: str,
        *,
        maybe_sent: bool = False,
        permanent: bool = False,
        retry_after: float | None = None,
        moved_to: str | None = None,
        gone: bool = False,
    ) -> None:
        super().__init__(reason)
        self.maybe_sent = maybe_sent
        self.permanent = permanent
        self.retry_after = retry_after
        self.moved_to = moved_to
        self.gone = gone


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of a check-up: ✓ fine, ! worth a look, ✗ the bot cannot serve."""

    mark: Literal["✓", "!", "✗"]
    what: T


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """A command for a platform's menu: its English name, who may use it, and what it does."""

    name: str
    role: Role
    what: T


# Returns when all that was given is durable; only then may the platform be told "received".
Receive = Callable[[Sequence[Incoming]], Awaitable[None]]


class Platform(Protocol):
    """A place people write in."""

    name: str
    account: str
    can: Capabilities

    async def run(self, receive: Receive) -> None:
        """Hand over what happens on the platform until it ends or is cancelled."""

    async def send(self, message: Message) -> str:
        """Send one message and return the platform's id for it; raises SendFailed."""


class Watch(Protocol):
    """Who is told how a platform's line to the world is doing."""

    def trouble(self, platform: Platform, what: T, *, alarm: bool = False) -> None:
        """Something is wrong: into the log, and with `alarm` to the admins on another platform."""

    def well(self, platform: Platform) -> None:
        """The line works (again)."""

    async def missed(self, platform: Platform, since: dt.datetime, until: dt.datetime) -> None:
        """Messages of that time are lost for good: every group there is told, in one line."""


class Host(Protocol):
    """The running bot as a replay or a console sees it: messages in, time moved,
    people declared.
    """

    async def start(self) -> None:
        """Open the database and begin to send."""

    async def receive(self, batch: Sequence[Incoming]) -> None:
        """Take messages; returns when they are durable."""

    async def settle(self) -> None:
        """Return when all that could be sent has been sent."""

    async def tick(self) -> None:
        """Do the scheduled work that is due by the clock."""

    async def next_due(self) -> dt.datetime | None:
        """When the next scheduled work falls due, aware UTC; None when nothing is planned."""

    async def declare(self, person: Incoming, role: str) -> None:
        """Give the sender that role in the chat's team: owner manager lead member guest shadow.

        For places where everybody is at one keyboard; the text may be a time zone for a new team.
        """

    async def stop(self, *, clean: bool = True) -> None:
        """End: cleanly, or as SIGKILL would, leaving the database as the last commit left it."""
