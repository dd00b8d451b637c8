"""How fast Telegram lets a bot write: sliding windows, and chats that it has closed for a while.

One message a second in a chat, twenty a minute in a group, thirty a second in all (the Bot API's
FAQ); edits count. A sliding window keeps each figure in every period, which a leaky bucket does not
(reliability F2).
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from bot.core.events import Chat

# Seconds added to each window: two requests may come closer together on their way.
_MARGIN = 0.05
# Chats remembered before those that were quiet for a minute are forgotten.
_MANY = 2000


@dataclass(frozen=True, slots=True)
class Rate:
    """So many messages in so many seconds."""

    most: int
    seconds: float


A_CHAT = Rate(1, 1.0)
A_GROUP = Rate(20, 60.0)
IN_ALL = Rate(30, 1.0)


class _Window:
    """The moments of the last messages under one rate."""

    __slots__ = ("_moments", "_rate")

    def __init__(self, rate: Rate) -> None:
        self._rate = rate
        self._moments: deque[float] = deque(maxlen=rate.most)

    def delay(self, now: float) -> float:
        """Seconds until one more may leave."""
        if len(self._moments) < self._rate.most:
            return 0.0
        return max(0.0, self._moments[0] + self._rate.seconds + _MARGIN - now)

    def note(self, now: float) -> None:
        """One leaves now."""
        self._moments.append(now)

    def is_quiet(self, now: float) -> bool:
        """Whether nothing in it counts any more."""
        return not self._moments or self._moments[-1] + self._rate.seconds + _MARGIN <= now


class Limits:
    """When the next message to a chat may leave; `now` is any clock in seconds that goes on."""

    def __init__(self) -> None:
        self._all = _Window(IN_ALL)
        self._chats: dict[str, tuple[_Window, ...]] = {}
        self._closed: dict[str, float] = {}

    def delay_in(self, chat: Chat, now: float) -> float:
        """Seconds that this chat makes us wait; 0 when it does not."""
        closed = self._closed.get(chat.id, now) - now
        windows = self._chats.get(chat.id, ())
        return max(0.0, closed, *(window.delay(now) for window in windows))

    def delay_of_all(self, now: float) -> float:
        """Seconds that the whole bot has to wait."""
        return self._all.delay(now)

    def note(self, chat: Chat, now: float) -> None:
        """A message or an edit leaves for this chat now."""
        if chat.id not in self._chats:
            if len(self._chats) >= _MANY:
                self._forget(now)
            rates = (A_CHAT, A_GROUP) if chat.is_group else (A_CHAT,)
            self._chats[chat.id] = tuple(_Window(rate) for rate in rates)
        for window in self._chats[chat.id]:
            window.note(now)
        self._all.note(now)

    def close(self, chat: Chat, until: float) -> None:
        """Telegram wants silence in this chat until then; other chats go on."""
        self._closed[chat.id] = max(until, self._closed.get(chat.id, until))

    def _forget(self, now: float) -> None:
        self._closed = {chat: until for chat, until in self._closed.items() if until > now}
        self._chats = {
            chat: windows
            for chat, windows in self._chats.items()
            if not all(window.is_quiet(now) for window in windows)
        }


class Pace:
    """Lets each message wait for its turn; without limits every turn is now.

    Those who wait for the whole bot's window stand in line, so that no chat is passed over.
    """

    def __init__(self, limits: Limits | None, time: Callable[[], float]) -> None:
        self._limits = limits
        self._time = time
        self._line = asyncio.Lock()

    async def turn(self, chat: Chat) -> None:
        """Return when a message may leave for the chat, which counts it as leaving now."""
        limits = self._limits
        while limits is not None:
            delay = limits.delay_in(chat, self._time())
            if delay > 0:
                await asyncio.sleep(delay)
                continue
            async with self._line:
                await asyncio.sleep(limits.delay_of_all(self._time()))
                now = self._time()
                if limits.delay_in(chat, now) == 0 and limits.delay_of_all(now) == 0:
                    limits.note(chat, now)
                    return

    def close(self, chat: Chat, seconds: float) -> None:
        """Let nothing leave for this chat for so long."""
        if self._limits is not None:
            self._limits.close(chat, self._time() + seconds)
