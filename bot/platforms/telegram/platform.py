"""Telegram as a platform: updates in, messages out."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from telegram import Bot
from telegram.error import BadRequest, TelegramError

from bot.core.cards import T, t
from bot.core.clock import Clock
from bot.core.events import Chat, Incoming
from bot.core.i18n import SOURCE_LANGUAGE
from bot.core.ports import Capabilities, MenuEntry, Message, Receive, SendFailed, Watch
from bot.platforms.telegram import updates as reading
from bot.platforms.telegram.delivery import Delivery
from bot.platforms.telegram.edits import APART, Edits
from bot.platforms.telegram.groups import Groups
from bot.platforms.telegram.limits import Limits, Pace
from bot.platforms.telegram.menu import Menu
from bot.platforms.telegram.moves import made_admin
from bot.platforms.telegram.outage import Outage, TokenRefused
from bot.platforms.telegram.people import Me, Raw
from bot.platforms.telegram.polling import poll, remove_webhook
from bot.platforms.telegram.presses import Presses
from bot.platforms.telegram.wire import Poller, connect, disconnect, says
from models.values import Role

if TYPE_CHECKING:
    from bot.config import TelegramSection

log = logging.getLogger("platform.telegram")


@dataclass(frozen=True, slots=True)
class Tempo:
    """How fast we write: Telegram's limits, None for none, and seconds between two edits of one
    message.

    Where the clock is virtual there is nothing to wait for.
    """

    limits: Limits | None = field(default_factory=Limits)
    edits_apart: float = APART


class TelegramPlatform:
    """One bot on Telegram."""

    name = reading.PLATFORM
    can = Capabilities(markup="telegram", buttons=True, edit=True, notices=True, gathers=4)

    def __init__(
        self,
        section: TelegramSection,
        clock: Clock,
        watch: Watch,
        *,
        menu: Sequence[MenuEntry],
        text: Callable[[T, str], str],
        tempo: Tempo | None = None,
    ) -> None:
        self.account = section.token.get_secret_value().partition(":")[0]
        self._section = section
        self._clock = clock
        self._watch = watch
        self._text = text
        self._bot: Bot = connect(section)
        self._menu = Menu(self._bot, menu, text)
        tempo = tempo or Tempo()
        pace = Pace(tempo.limits, _seconds)
        self._delivery = Delivery(self._bot, pace, text(t("telegram-file-name"), SOURCE_LANGUAGE))
        self._edits = Edits(self._delivery, _seconds, tempo.edits_apart)
        self._presses = Presses(self._bot)
        self._groups = Groups(self._bot, clock, self._whoami)
        self._me: Me
        self._receive: Receive
        self._hinted: set[str] = set()
        self._beside: set[asyncio.Task[None]] = set()

    async def run(self, receive: Receive) -> None:
        """Hand over what happens until cancelled; returns where that can never work."""
        self._receive = receive
        outage = Outage(self._watch, self)
        try:
            self._me = await outage.patiently(self._fetch_me)
            self._start(self._offer_menu)
            self._start(partial(self._groups.serve, receive))
            if self._section.mode == "webhook":
                await self._listen(outage)
            else:
                await self._poll(outage)
        except TokenRefused:
            log.error("telegram.token")
        finally:
            for task in self._beside:
                task.cancel()
            await asyncio.gather(*self._beside, return_exceptions=True)

    async def send(self, message: Message) -> str:
        """Send, edit, or answer a press; returns the message's id. Raises SendFailed."""
        if message.notice_to is not None:
            return await self._presses.answer(message.notice_to, message.text)
        if message.replaces is not None:
            return await self._edits.put(message)
        if message.rank is not None and message.mentions and message.chat.is_group:
            self._start(partial(self._rank, message.chat.id, message.mentions[0].id, message.rank))
        return await self._delivery.post(message)

    async def fetch(self, reference: str) -> bytes:
        """The bytes of an attachment; raises SendFailed with words for people."""
        try:
            file = await self._bot.get_file(reference)
            return bytes(await file.download_as_bytearray())
        except BadRequest as error:
            too_big = says(error, "too big")
            words = t("telegram-file-too-big") if too_big else t("telegram-file-gone")
            raise SendFailed(self._text(words, SOURCE_LANGUAGE), permanent=True) from error
        except TelegramError as error:
            words = t("telegram-file-later")
            raise SendFailed(self._text(words, SOURCE_LANGUAGE)) from error

    async def _rank(self, chat_id: str, user_id: str, role: Role) -> None:
        """Offer a member of a group the commands of his role, where Telegram lets us."""
        try:
            await self._menu.offer_to(chat_id, user_id, role)
        except TelegramError as error:
            log.info("telegram.no_menu", extra={"kind": type(error).__name__})

    async def close(self) -> None:
        """Send what was put off and end all connections; nothing can be sent after that."""
        await self._edits.close()
        await self._presses.close()
        await self._delivery.close()
        await disconnect(self._bot)

    # -- receiving

    async def _poll(self, outage: Outage) -> None:
        unhook = partial(remove_webhook, self._bot, self._watch, self)
        await outage.patiently(unhook)
        poller = Poller(self._section)
        try:
            await poll(poller, outage, self._take, unhook)
        finally:
            await poller.close()

    async def _listen(self, outage: Outage) -> None:
        # Starlette and uvicorn are loaded only where they are used.
        from bot.platforms.telegram.webhook import serve

        section = self._section.webhook
        if not section.url:
            self._watch.trouble(self, t("telegram-webhook-no-url"), alarm=True)
            return
        try:
            await serve(section, self._bot, outage, self._take)
        except OSError:
            address = f"{section.host}:{section.port}"
            self._watch.trouble(self, t("telegram-webhook-port", address=address), alarm=True)

    async def _take(self, updates: Sequence[Raw]) -> None:
        """Make a batch of updates durable, then do what follows from them."""
        incoming = [each for update in updates for each in self._read(update)]
        queries = [q for q in map(reading.query, updates) if q is not None]
        for query in queries:
            self._presses.expect(query)
        if incoming:
            await self._receive(incoming)
        for query in queries:
            self._presses.taken(query)
        self._groups.notice(incoming)
        for update in updates:
            self._look_beside(update)

    def _read(self, update: Raw) -> list[Incoming]:
        try:
            return reading.read(update, self._me, self._clock.now())
        except Exception:
            # One update that we cannot read must not stop all those behind it.
            log.exception("telegram.unreadable", extra={"update": update.get("update_id")})
            return []

    def _look_beside(self, update: Raw) -> None:
        """What an update asks of us beside its message."""
        try:
            promoted = made_admin(update)
            hidden = reading.anonymous_command(update, self._me)
        except Exception:
            log.exception("telegram.unreadable", extra={"update": update.get("update_id")})
            return
        if promoted is not None:
            self._groups.look_at(promoted)
        if hidden is not None and hidden.id not in self._hinted:
            self._hinted.add(hidden.id)
            self._start(partial(self._hint, hidden))

    # -- beside

    async def _fetch_me(self) -> Me:
        user = await self._bot.get_me()
        return Me(
            user.id,
            user.username or "",
            user.first_name,
            bool(user.can_read_all_group_messages),
        )

    async def _whoami(self) -> Me:
        """Ourselves; asked again while messages are hidden from us, as that may have changed."""
        if not self._me.reads_all:
            self._me = await self._fetch_me()
        return self._me

    async def _offer_menu(self) -> None:
        try:
            await self._menu.offer()
        except TelegramError as error:
            log.warning("telegram.menu", extra={"kind": type(error).__name__})
            self._watch.trouble(self, t("telegram-menu"))

    async def _hint(self, chat: Chat) -> None:
        """Tell an anonymous admin how to be somebody."""
        words = self._text(t("telegram-anonymous"), SOURCE_LANGUAGE)
        try:
            await self._delivery.post(Message(chat, words))
        except SendFailed as failed:
            log.info("telegram.no_hint", extra={"reason": str(failed)})

    def _start(self, work: Callable[[], Awaitable[None]]) -> None:
        task = asyncio.create_task(_logged(work))
        self._beside.add(task)
        task.add_done_callback(self._beside.discard)


async def _logged(work: Callable[[], Awaitable[None]]) -> None:
    """Do something that nobody waits for; what goes wrong unforeseen is in the log."""
    try:
        await work()
    except Exception:
        log.exception("telegram.broken")


def _seconds() -> float:
    """The loop's time, for intervals."""
    return asyncio.get_running_loop().time()
