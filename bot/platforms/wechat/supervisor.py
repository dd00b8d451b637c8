"""Keeps the line to the gateway: connects, listens, notices when it is dead and connects again."""

from __future__ import annotations

import asyncio
import datetime as dt
import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from grpclib.const import Status

from bot.core.cards import T, t
from bot.core.clock import Clock
from bot.platforms.wechat.condition import Condition
from bot.platforms.wechat.link import (
    CALL_SECONDS,
    PING_ANSWER_SECONDS,
    PING_SECONDS,
    CallFailed,
    Link,
)
from bot.platforms.wechat.payloads import Event, Happening, body_of

if TYPE_CHECKING:
    # At run time the settings know rooms above this one.
    from bot.config import WechatSection

# Seconds between tries. Less than 5 at most, so that with the try itself the line is back at most
# 5 s after the gateway (reliability P23).
FIRST_PAUSE, LONGEST_PAUSE = 0.2, 4.0
# A gap shorter than this is nothing to speak of.
GAP = dt.timedelta(seconds=10)
# How long a broken line may have been deaf before it was noticed.
_BLIND = dt.timedelta(seconds=PING_SECONDS + PING_ANSWER_SECONDS)

log = logging.getLogger("wechat")


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds: silence after which a line counts as dead, time in which somebody must be logged
    in, and how often both are looked at.

    A gateway says something each minute (its own watchdog wants that), so two minutes are dead.
    """

    silence: float = 120.0
    login: float = 30.0
    look: float = 1.0


class _Silent(Exception):
    """The stream is open and nothing came for too long."""


class Supervisor:
    """Runs one link after the other and puts what happens into a queue, in order."""

    def __init__(
        self, section: WechatSection, clock: Clock, condition: Condition, patience: Patience
    ) -> None:
        self.happenings: asyncio.Queue[Happening] = asyncio.Queue()
        self._section = section
        self._clock = clock
        self._condition = condition
        self._patience = patience
        self._link: Link | None = None
        self._hears = asyncio.Event()
        self._last_heard = 0.0
        self._connected = 0.0
        self._asked = False
        # Whether this gateway ever spoke on its own: only then silence means something.
        self._talks = False
        self._deaf_since: dt.datetime | None = None

    @property
    def is_ready(self) -> bool:
        """Whether the line is up and somebody is logged in."""
        if self._link is not None and self._link.is_over:
            # Calls notice a lost connection before the stream does.
            self._deafen(self._deaf_at_most())
        return self._hears.is_set()

    async def ready(self, seconds: float) -> bool:
        """Wait that long for the line to be up; whether it is."""
        if self.is_ready:
            return True
        try:
            async with asyncio.timeout(seconds):
                await self._hears.wait()
        except TimeoutError:
            return False
        return True

    def link(self) -> Link:
        """The present connection; raises CallFailed where there is none."""
        if self._link is None:
            raise CallFailed("the gateway is not connected")
        return self._link

    async def run(self) -> None:
        """Keep a link up until cancelled."""
        ticking = asyncio.create_task(self._tick())
        try:
            await self._keep_up()
        finally:
            ticking.cancel()

    async def _tick(self) -> None:
        while True:
            await asyncio.sleep(self._patience.look)
            self._condition.tick(_now())

    async def _keep_up(self) -> None:
        pause = FIRST_PAUSE
        while True:
            began = _now()
            try:
                await self._one_link()
            except _Silent:
                log.warning("wechat.silent", extra={"seconds": self._patience.silence})
            except CallFailed as failure:
                self._report(failure)
            if self._connected > began:
                pause = FIRST_PAUSE
            await asyncio.sleep(pause)
            pause = min(pause * 2, LONGEST_PAUSE)

    def _report(self, failure: CallFailed) -> None:
        """Tell the watch what is wrong, in words that say what to do."""
        log.info("wechat.link", extra={"reason": str(failure)})
        if failure.status is Status.UNAUTHENTICATED:
            self._trouble(t("wechat-token-refused"), alarm=True)
        elif failure.status is Status.ALREADY_EXISTS:
            self._trouble(t("wechat-taken"))
        else:
            endpoint = self._section.endpoint
            self._trouble(t("wechat-unreachable", endpoint=endpoint, reason=str(failure)))

    def _trouble(self, what: T, *, alarm: bool = False) -> None:
        self._condition.trouble(what, _now(), alarm=alarm)

    async def _one_link(self) -> None:
        """Connect, and listen until the line is dead. Raises CallFailed and _Silent."""
        link = Link(self._section)
        try:
            await link.start()
            self._link = link
            self._last_heard, self._asked = _now(), False
            tasks = [asyncio.create_task(each) for each in (self._listen(link), self._look(link))]
            try:
                done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            finally:
                for task in tasks:
                    task.cancel()
                await asyncio.gather(*tasks, return_exceptions=True)
            for task in done:
                task.result()
        except _Silent:
            self._deafen(_seconds_ago(self._clock, self._last_heard) if self._talks else None)
            raise
        except CallFailed:
            self._deafen(self._deaf_at_most())
            raise
        finally:
            self._deafen()
            self._link = None
            link.close()

    async def _listen(self, link: Link) -> None:
        """Put the stream's events into the queue; returns when the gateway ends the stream."""
        is_first = True
        async for event, payload in link.events():
            if is_first:
                self._connected = _now()
            self._last_heard, self._asked = _now(), False
            self._talks = self._talks or (not is_first and event in (Event.HEARTBEAT, Event.DONG))
            is_first = False
            self._heard(event, body_of(payload))

    def _heard(self, event: int, body: dict[str, Any]) -> None:
        deaf_since = None
        if event == Event.LOGIN:
            deaf_since, self._deaf_since = self._deaf_since, None
            self._hears.set()
            self._condition.well()
        elif event == Event.LOGOUT:
            self._deafen()
            self._trouble(t("wechat-logged-out"), alarm=True)
        elif event == Event.SCAN and not self._hears.is_set():
            self._trouble(t("wechat-scan"), alarm=True)
        if event in (Event.HEARTBEAT, Event.DONG):
            return
        self.happenings.put_nowait(Happening(event, body, self._clock.now(), deaf_since))

    def _deafen(self, since: dt.datetime | None = None) -> None:
        """From now, or since then, nothing is heard; the time before a first login is no gap."""
        if self._hears.is_set() and self._deaf_since is None:
            self._deaf_since = since or self._clock.now()
        self._hears.clear()

    def _deaf_at_most(self) -> dt.datetime:
        """Since when a line that was just found broken may have been deaf."""
        blind = min(_now() - self._last_heard, _BLIND.total_seconds())
        return self._clock.now() - dt.timedelta(seconds=blind)

    async def _look(self, link: Link) -> None:
        """Look at the time now and then: a silent line, nobody logged in."""
        began = _now()
        while True:
            await asyncio.sleep(self._patience.look)
            now = _now()
            if not self._hears.is_set() and now - began >= self._patience.login:
                self._trouble(t("wechat-not-logged-in"), alarm=True)
            quiet = now - self._last_heard
            if quiet >= self._patience.silence:
                raise _Silent
            if quiet >= self._patience.silence / 2 and not self._asked:
                self._asked = True
                await _knock(link, min(CALL_SECONDS, self._patience.silence / 2))


async def _knock(link: Link, seconds: float) -> None:
    """Ask for a sign of life, which comes as an event; raises CallFailed where nobody answers."""
    try:
        await link.ask("ding", seconds, data="duizhang")
    except CallFailed as failure:
        # A gateway that says no is there.
        if failure.status is None or failure.maybe_done:
            raise


def _now() -> float:
    return asyncio.get_running_loop().time()


def _seconds_ago(clock: Clock, moment: float) -> dt.datetime:
    return clock.now() - dt.timedelta(seconds=_now() - moment)
