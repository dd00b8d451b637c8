"""Presses of buttons: each is answered, with words or without, so that none keeps spinning."""

from __future__ import annotations

import asyncio
import logging

from telegram import Bot
from telegram.error import TelegramError

from bot.platforms.telegram.markup import notice
from bot.platforms.telegram.wire import failure

# Seconds in which an answer with words may come before the press is answered without.
PATIENCE = 1.5
# More signs than this stand in a window to be closed, fewer pass by.
_GLANCE = 60

log = logging.getLogger("platform.telegram")


class Presses:
    """The presses that wait for their answer."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot
        self._open: set[str] = set()
        self._timers: dict[str, asyncio.Task[None]] = {}

    def expect(self, query: str) -> None:
        """A press came; its words may be sent from now on."""
        self._open.add(query)

    def taken(self, query: str) -> None:
        """The press is durable: from now on its words have so long to come."""
        if query in self._open and query not in self._timers:
            self._timers[query] = asyncio.create_task(self._give_up(query))

    async def answer(self, query: str, html: str) -> str:
        """Answer with words for the one who pressed; raises SendFailed."""
        self._open.discard(query)
        timer = self._timers.pop(query, None)
        if timer is not None:
            timer.cancel()
        words = notice(html)
        try:
            await self._bot.answer_callback_query(query, words, show_alert=len(words) > _GLANCE)
        except TelegramError as error:
            raise failure(error) from error
        return f"notice:{query}"

    async def close(self) -> None:
        """Answer what is still open, at once."""
        timers = list(self._timers.values())
        for timer in timers:
            timer.cancel()
        await asyncio.gather(*timers, return_exceptions=True)
        await asyncio.gather(*(self._answer_empty(query) for query in tuple(self._open)))
        self._open.clear()

    async def _give_up(self, query: str) -> None:
        await asyncio.sleep(PATIENCE)
        self._timers.pop(query, None)
        if query in self._open:
            self._open.discard(query)
            await self._answer_empty(query)

    async def _answer_empty(self, query: str) -> None:
        try:
            await self._bot.answer_callback_query(query)
        except TelegramError as error:
            # Too old by now, or the line is down: the button stops spinning by itself.
            log.info("telegram.press_unanswered", extra={"kind": type(error).__name__})
