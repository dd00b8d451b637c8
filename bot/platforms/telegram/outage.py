"""Trouble on the line: said once in words, waited out with growing pauses, and said to be over."""

from __future__ import annotations

import asyncio
import logging
import secrets
from collections.abc import Awaitable, Callable
from typing import TypeVar

from telegram.error import BadRequest, Conflict, InvalidToken, TelegramError

from bot.core.cards import T, t
from bot.core.ports import Platform, Watch
from bot.platforms.telegram.wire import ServerTrouble, SlowDown

# Seconds of the first pause and of the longest.
FIRST, LONGEST = 0.5, 30.0

R = TypeVar("R")
log = logging.getLogger("platform.telegram")


class TokenRefused(Exception):
    """Telegram does not know the token, so that nothing can ever work."""


class Outage:
    """How the line is doing, as the watch was last told."""

    def __init__(self, watch: Watch, platform: Platform) -> None:
        self._watch = watch
        self._platform = platform
        self._said: set[str] = set()
        self._works = False
        self._pause = FIRST

    @property
    def is_on(self) -> bool:
        """Whether the line does not work, as far as we know."""
        return not self._works

    async def patiently(self, work: Callable[[], Awaitable[R]]) -> R:
        """What the work returns once it works; raises TokenRefused."""
        while True:
            try:
                return await work()
            except TelegramError as error:
                await self.wait_out(error)

    async def wait_out(self, error: Exception) -> None:
        """Tell of the trouble once and pause; raises TokenRefused."""
        self.tell(error)
        if isinstance(error, InvalidToken):
            raise TokenRefused from error
        if isinstance(error, SlowDown):
            await asyncio.sleep(error.seconds)
        else:
            await self.pause()

    async def pause(self) -> None:
        """Wait, longer each time until it works, after trouble that has been told of already."""
        self._works = False
        await asyncio.sleep(self._next_pause())

    def tell(self, error: Exception) -> None:
        """Tell of the trouble, each kind once in an outage."""
        self._works = False
        words = _words(error)
        if words.key not in self._said:
            self._said.add(words.key)
            log.warning("telegram.trouble", extra={"kind": type(error).__name__})
            fatal = isinstance(error, InvalidToken)
            self._watch.trouble(self._platform, words, alarm=fatal)

    def over(self) -> None:
        """It works; told once after each outage."""
        if self._works:
            return
        self._works = True
        self._said.clear()
        self._pause = FIRST
        self._watch.well(self._platform)

    def _next_pause(self) -> float:
        """Doubles each time, a fifth more or less, so that many bots do not come back at once."""
        pause = self._pause
        self._pause = min(LONGEST, 2 * pause)
        return pause * (0.8 + secrets.randbelow(401) / 1000)


def _words(error: Exception) -> T:
    if isinstance(error, InvalidToken):
        return t("telegram-token")
    if isinstance(error, Conflict):
        return t("telegram-conflict")
    if isinstance(error, BadRequest):
        return t("telegram-refused", reason=str(error))
    if isinstance(error, ServerTrouble | SlowDown):
        return t("telegram-server")
    if isinstance(error, TelegramError):
        return t("telegram-network")
    return t("telegram-not-stored")
