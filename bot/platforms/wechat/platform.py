"""WeChat through a Wechaty gateway, behind the same small door as every platform."""

from __future__ import annotations

import asyncio
import logging
import random
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from bot.core.cards import T, t
from bot.core.clock import Clock
from bot.core.events import Incoming
from bot.core.ports import Capabilities, Message, Receive, SendFailed, Watch
from bot.platforms.wechat import files
from bot.platforms.wechat.condition import Condition
from bot.platforms.wechat.link import CallFailed
from bot.platforms.wechat.lost import Lost
from bot.platforms.wechat.memory import Memory
from bot.platforms.wechat.names import Names
from bot.platforms.wechat.pace import Limits, Pace
from bot.platforms.wechat.payloads import Event, Happening
from bot.platforms.wechat.reader import MessageLost, Reader
from bot.platforms.wechat.sending import MAX_UNITS, Desk, Sending
from bot.platforms.wechat.supervisor import GAP, Patience, Supervisor

if TYPE_CHECKING:
    # At run time the settings know rooms above this one.
    from bot.config import WechatSection

# Seconds between tries to hand a message to an engine that cannot take it, and for all of them.
_FIRST_TRY, _LONGEST_TRY, _GIVE_UP = 1.0, 30.0, 600.0
# Seconds that what was already heard has to reach the engine when the bot is told to stop.
_LAST_SECONDS = 2.0
# The zone whose midnight begins a new day of sends, where none is given.
_ZONE = "Asia/Shanghai"
# People read why a file is missing; they are in China unless the engine says otherwise.
_LANGUAGE = "zh-CN"

log = logging.getLogger("wechat")


class WechatPlatform:
    """A personal WeChat account, driven by a Wechaty gateway.

    `login_id` is the id of the account that is logged in. Some puppets change all ids at each
    login: `on_login` is awaited with the present one before any message of that login is handed
    over, also where the line was only lost and the account is the same.
    """

    name = "wechat"
    can = Capabilities(markup="plain", max_units=MAX_UNITS, gathers=2)

    def __init__(
        self,
        section: WechatSection,
        clock: Clock,
        watch: Watch,
        text: Callable[[T, str], str],
        *,
        patience: Patience | None = None,
        zone: ZoneInfo | None = None,
    ) -> None:
        # Ids mean something only within a login: the login is the account, none before the first.
        self.account = ""
        self.on_login: Callable[[str], Awaitable[None]] | None = None
        self._clock = clock
        self._watch = watch
        self._text = text
        condition = Condition(self, watch)
        self._supervisor = Supervisor(section, clock, condition, patience or Patience())
        self._names = Names(self._supervisor.link, _now)
        self._memory = Memory()
        self._reader = Reader(self.name, self.account, self._supervisor, self._names, self._memory)
        self._lost = Lost()
        self._listening: asyncio.Task[None] | None = None
        limits = Limits(section.send_interval_s, section.sends_per_minute, section.sends_per_day)
        pace = Pace(limits, random.SystemRandom().random)
        desk = Desk(self._supervisor, self._memory, clock, zone or ZoneInfo(_ZONE))
        self._sending = Sending(desk, pace, self._day_used_up)

    @property
    def login_id(self) -> str:
        """The id of the account that is or was last logged in; empty before the first login."""
        return self._reader.me

    # -- what comes in

    async def run(self, receive: Receive) -> None:
        """Hand over what happens on WeChat, in order, until cancelled.

        What was heard by then is still handed over, and the line stays for the last answers until
        `close`.
        """
        if self._listening is None or self._listening.done():
            self._listening = asyncio.create_task(self._supervisor.run())
        working = asyncio.create_task(self._work(receive))
        try:
            done, _ = await asyncio.wait(
                {self._listening, working}, return_when=asyncio.FIRST_COMPLETED
            )
            for task in done:
                task.result()
        finally:
            if not working.done():
                with suppress(TimeoutError):
                    async with asyncio.timeout(_LAST_SECONDS):
                        await self._supervisor.happenings.join()
            working.cancel()
            await asyncio.gather(working, return_exceptions=True)

    async def close(self) -> None:
        """End the line; nothing can be sent after that."""
        if self._listening is not None:
            self._listening.cancel()
            await asyncio.gather(self._listening, return_exceptions=True)
            self._listening = None

    async def _work(self, receive: Receive) -> None:
        queue = self._supervisor.happenings
        while True:
            pending = self._lost.pending(_now())
            try:
                async with asyncio.timeout(pending):
                    happening = await queue.get()
            except TimeoutError:
                await self._tell_lost()
                continue
            try:
                await self._one(happening, receive)
            finally:
                queue.task_done()
            if self._lost.pending(_now()) == 0:
                await self._tell_lost()

    async def _one(self, happening: Happening, receive: Receive) -> None:
        if happening.event == Event.LOGIN:
            await self._logged_in(happening)
            return
        try:
            found = await self._reader.read(happening)
        except MessageLost as problem:
            log.warning("wechat.lost", extra={"reason": str(problem)})
            self._lost.note(happening.at)
            return
        except Exception:
            # A payload of a shape that nobody has seen harms only itself.
            log.exception("wechat.unreadable", extra={"event": happening.event})
            self._lost.note(happening.at)
            return
        if found:
            await self._hand_over(found, receive)

    async def _logged_in(self, happening: Happening) -> None:
        who = str(happening.body.get("contactId") or "")
        self._reader.me = who
        self._names.forget_all()
        log.info("wechat.login")
        self.account = self._reader.account = who
        if self.on_login is not None:
            await self._safely(self.on_login(who))
        since = happening.deaf_since
        if since is not None and happening.at - since > GAP:
            await self._safely(self._watch.missed(self, since, happening.at))

    async def _tell_lost(self) -> None:
        since, until = self._lost.take(_now())
        await self._safely(self._watch.missed(self, since, until))

    async def _safely(self, told: Awaitable[None]) -> None:
        """Await what others do with our news; their mistakes do not end the line."""
        try:
            await told
        except Exception:
            log.exception("wechat.not_told")

    async def _hand_over(self, found: Sequence[Incoming], receive: Receive) -> None:
        """Give messages to the engine until it has them: the gateway keeps none for us.

        One that it cannot take for ten minutes is lost, for the others wait behind it.
        """
        pause, began = _FIRST_TRY, _now()
        while _now() - began < _GIVE_UP:
            try:
                await receive(found)
            except Exception:
                log.exception("wechat.not_received")
                await asyncio.sleep(pause)
                pause = min(pause * 2, _LONGEST_TRY)
            else:
                return
        self._lost.note(found[-1].sent_at)

    # -- what goes out

    async def send(self, message: Message) -> str:
        """Send one message, in parts where it is long; returns the id of its first part.

        Puppets that give no ids get one of ours, `self:<milliseconds>:<number>:<hash of the text>`,
        which no later message has; a quote of it is recognised by its words. Raises SendFailed.
        """
        return await self._sending.send(message)

    def _day_used_up(self, count: int) -> None:
        self._watch.trouble(self, t("wechat-day-used-up", count=count))

    # -- files

    async def fetch(self, reference: str) -> bytes:
        """The bytes of an attachment; raises SendFailed with words for whoever wanted it."""
        try:
            return await files.fetch(self._supervisor.link(), reference)
        except CallFailed as failure:
            words = self._text(t("wechat-no-file", reason=str(failure)), _LANGUAGE)
            raise SendFailed(words) from failure


def _now() -> float:
    return asyncio.get_running_loop().time()
