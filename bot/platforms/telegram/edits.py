"""Edits of one message: at least three seconds apart, and the newest wins."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from dataclasses import replace

from bot.core.ports import Message, SendFailed
from bot.platforms.telegram.delivery import Delivery, native

# Seconds between two edits of one message (the habit of good bots; each counts as a message).
APART = 3.0
# How often a put-off edit is tried, and how long it waits in between, in seconds.
_TRIES, _PAUSE = 4, 5.0
# Messages whose last edit is remembered before old ones are forgotten.
_MANY = 1000

log = logging.getLogger("platform.telegram")
Key = tuple[str, str]


class Edits:
    """Puts messages in the place of earlier ones.

    The first edit in three seconds is done at once. Those that follow are put off, and only the
    newest of them is done, beside the chat's other messages.
    """

    def __init__(self, delivery: Delivery, time: Callable[[], float], apart: float = APART) -> None:
        self._delivery = delivery
        self._time = time
        self._apart = apart
        self._last: dict[Key, float] = {}
        self._waiting: dict[Key, Message] = {}
        self._workers: dict[Key, asyncio.Task[None]] = {}
        # The message that stands for one which could not be edited any more.
        self._instead: dict[Key, str] = {}

    async def put(self, message: Message) -> str:
        """Edit now or soon; returns the id of the message with the text. Raises SendFailed."""
        key = (message.chat.id, message.replaces or "")
        rest = self._last.get(key, -self._apart) + self._apart - self._time()
        if key not in self._workers and rest <= 0:
            return await self._do(key, message)
        self._waiting[key] = message
        if key not in self._workers:
            self._workers[key] = asyncio.create_task(self._work(key))
        return self._instead.get(key, key[1])

    async def close(self) -> None:
        """Do the edits that wait, now; what fails is lost."""
        workers = list(self._workers.values())
        for worker in workers:
            worker.cancel()
        await asyncio.gather(*workers, return_exceptions=True)
        waiting, self._waiting = self._waiting, {}
        todo = (self._do(key, message) for key, message in waiting.items())
        await asyncio.gather(*todo, return_exceptions=True)

    async def _work(self, key: Key) -> None:
        try:
            while key in self._waiting:
                await asyncio.sleep(self._last[key] + self._apart - self._time())
                await self._patiently(key)
        finally:
            del self._workers[key]

    async def _patiently(self, key: Key) -> None:
        """Do the newest edit that waits, with some tries."""
        for _ in range(_TRIES):
            message = self._waiting[key]
            try:
                await self._do(key, message)
            except SendFailed as failed:
                log.info("telegram.edit_failed", extra={"reason": str(failed)})
                if failed.permanent:
                    break
                await asyncio.sleep(failed.retry_after or _PAUSE)
            else:
                # One that came meanwhile is newer and has its own turn.
                if self._waiting[key] is message:
                    del self._waiting[key]
                return
        del self._waiting[key]

    async def _do(self, key: Key, message: Message) -> str:
        self._remember(key)
        number = native(self._instead.get(key, key[1]))
        if number is not None and await self._delivery.edit(message, number):
            return str(number)
        receipt = await self._delivery.post(replace(message, replaces=None))
        self._instead[key] = receipt
        return receipt

    def _remember(self, key: Key) -> None:
        now = self._time()
        if len(self._last) >= _MANY:
            recent = {k: at for k, at in self._last.items() if now - at < self._apart}
            self._last = recent | dict.fromkeys(self._workers, now)
        self._last[key] = now
