"""The small door behind which every platform stands."""

from __future__ import annotations

import datetime as dt
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from bot.core.events import Chat, Incoming


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What a platform can show: its markup, whether buttons can be pressed and messages edited.

    `max_units` is the longest text in UTF-16 units.
    """

    markup: Literal["plain", "telegram"] = "plain"
    buttons: bool = False
    edit: bool = False
    max_units: int = 4096


@dataclass(frozen=True, slots=True)
class Message:
    """One rendered message for one chat.

    `buttons` are (label, command line); on platforms without buttons the text already holds their
    numbers. `reply_to` and `replaces` are the platform's own message ids.
    """

    chat: Chat
    text: str
    buttons: tuple[tuple[str, str], ...] = ()
    reply_to: str | None = None
    replaces: str | None = None
    mentions: tuple[str, ...] = ()
    silent: bool = False


class SendFailed(Exception):
    """A platform could not send: `maybe_sent` where the request may have left, `retry_after` in
    seconds.
    """

    def __init__(
        self,
        reason: str,
        *,
        maybe_sent: bool = False,
        permanent: bool = False,
        retry_after: float | None = None,
    ) -> None:
        super().__init__(reason)
        self.maybe_sent = maybe_sent
        self.permanent = permanent
        self.retry_after = retry_after


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
