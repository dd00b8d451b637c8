"""The sender: rows that wait become messages on their platform, one lane per chat, in order."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from html import unescape

from bot.core.cards import Delivery, T, t
from bot.core.clock import Clock
from bot.core.events import Sender as SenderRef
from bot.core.ports import Capabilities, Document, Message, Platform, SendFailed
from bot.engine.db import Database
from bot.engine.drawing import Studio
from bot.engine.post import tell_unreached
from bot.engine.waiting import Done, Due, Waiting, recover, settle, take
from bot.render import render
from models import chats
from models.db import Db
from models.values import Role

# Seconds until a send that did not leave is tried again; the last one goes on.
BACK_OFF = (1.0, 5.0, 30.0, 60.0)
# Seconds after which an answer that cannot be sent is too old to be worth it: what concerns money
# is kept for as long as Telegram keeps what we did not fetch.
WORTH_SENDING = {Delivery.IMPORTANT: 24 * 3600.0, Delivery.CHATTER: 3600.0}

log = logging.getLogger("outbox")


class Sender:
    """Sends what the transactions wrote; a chat that cannot be reached holds up no other."""

    def __init__(
        self,
        database: Database,
        platforms: Sequence[Platform],
        text: Callable[[T, str], str],
        clock: Clock,
        *,
        studio: Studio,
    ) -> None:
        self._database = database
        self._platforms = platforms
        self._text = text
        self._clock = clock
        self._studio = studio
        self._lanes: dict[int, asyncio.Task[None]] = {}
        self._again: set[int] = set()
        self._begun: dict[int, Waiting] = {}

    def wake(self, due: Iterable[Due]) -> None:
        """Send what is due; returns at once."""
        for each in due:
            chat_id = each if isinstance(each, int) else each.chat_id
            if not isinstance(each, int):
                self._begun[chat_id] = each
            if chat_id in self._lanes:
                self._again.add(chat_id)
            else:
                self._lanes[chat_id] = asyncio.create_task(self._drain(chat_id))

    async def settle(self) -> None:
        """Return when nothing is on its way."""
        while self._lanes:
            await asyncio.gather(*self._lanes.values())

    async def stop(self) -> None:
        """Stop sending; what waits stays in its rows."""
        lanes = list(self._lanes.values())
        for lane in lanes:
            lane.cancel()
        await asyncio.gather(*lanes, return_exceptions=True)
        self._studio.close()

    async def recover(self) -> None:
        """After a start: decide about sends that were cut off, then send everything that waits."""
        self.wake(await self._database.write(recover))

    async def _drain(self, chat_id: int) -> None:
        done: Done | None = None
        try:
            while True:
                self._again.discard(chat_id)
                # Nothing stood before an answer that is on its way already.
                row = self._begun.pop(chat_id, None)
                if row is None or done is not None:
                    row = await self._next(chat_id, done, row)
                done = await self._deliver(row) if row is not None else None
                if row is None and chat_id not in self._again:
                    return
        finally:
            del self._lanes[chat_id]

    async def _next(self, chat_id: int, done: Done | None, begun: Waiting | None) -> Waiting | None:
        """Write down how the last one ended; returns the next."""

        def step(db: Db) -> Waiting | None:
            if done is not None:
                settle(db, done)
            return begun or take(db, chat_id, self._gathers)

        return await self._database.write(step, is_soft=True)

    def _gathers(self, platform: str) -> int:
        found = [each.can.gathers for each in self._platforms if each.name == platform]
        return found[0] if found else 0

    async def _deliver(self, row: Waiting) -> Done:
        failures, waited = 0, 0.0
        # Once, for all tries.
        picture = row.cards[0].picture
        drawn = await self._studio.draw(picture, row.language) if picture is not None else None
        while True:
            try:
                receipt = await self._send(row, drawn)
            except SendFailed as failure:
                if failure.moved_to is not None:
                    row = await self._follow(row, failure.moved_to)
                    continue
                pause = _pause(row, failure, failures, waited)
                if pause is None:
                    return await self._give_up(row, failure)
                if failure.maybe_sent:
                    row = replace(row, attempts=row.attempts + 1)
                # A platform that says how long is not failing, only slow.
                failures += failure.retry_after is None
                waited += pause
                await asyncio.sleep(pause)
            except Exception:
                # A mistake of ours: whether it was sent nobody knows, and the lane goes on.
                log.exception("send.broken", extra={"outgoing": row.ids[0]})
                return Done(row.ids, "unknown")
            else:
                return Done(row.ids, "sent", receipt)

    async def _send(self, row: Waiting, picture: Document | None) -> str:
        same = [each for each in self._platforms if each.name == row.platform]
        platform = next((each for each in same if each.account == row.account), None)
        if platform is None:
            # A platform that has not logged in yet has no account.
            is_coming = any(not each.account for each in same)
            raise SendFailed("no such account here", permanent=not is_coming)
        if row.cards[0].renews and row.place.replaces and not platform.can.edit:
            # The card that it would replace goes on standing for it.
            return row.place.replaces
        try:
            message = replace(self._message(row, platform.can), picture=picture)
        except Exception:
            log.exception("send.not_rendered", extra={"outgoing": row.ids[0]})
            raise SendFailed("not rendered", permanent=True) from None
        return await platform.send(message)

    async def _follow(self, row: Waiting, new: str) -> Waiting:
        """The group has a new id: the row goes there, and everything that comes after it."""
        await self._database.write(lambda db: chats.move(db, row.platform, row.chat.id, new))
        return replace(row, chat=replace(row.chat, id=new))

    async def _give_up(self, row: Waiting, failure: SendFailed) -> Done:
        log.warning("send.failed", extra={"outgoing": row.ids[0], "reason": str(failure)})
        if failure.gone:
            self.wake(await self._database.write(lambda db: self._gone(db, row)))
        unsure = failure.maybe_sent and not failure.permanent
        return Done(row.ids, "unknown" if unsure else "failed")

    def _gone(self, db: Db, row: Waiting) -> list[Due]:
        """Note that a chat is out of reach; whoever waits for a digest there is told elsewhere."""
        chats.unreachable(db, row.chat_id)
        return tell_unreached(db, row.chat_id, self._clock.now()) if row.is_planned else []

    def _message(self, row: Waiting, can: Capabilities) -> Message:
        def words(text: T) -> str:
            return self._text(text, row.language)

        first, *more = row.cards
        if row.attempts > 1:
            first = first.with_(note=t("common-maybe-twice"))
        text, buttons = render(first, words, can, row.mentions)
        text = "\n\n".join([text, *(render(card, words, can, row.mentions)[0] for card in more)])
        return Message(
            chat=row.chat,
            text=text,
            buttons=() if more else buttons,
            reply_to=None if more else row.place.answers,
            replaces=row.place.replaces if can.edit else None,
            mentions=row.mentions if first.rank is not None else _named(row.mentions, text),
            silent=row.silent,
            reaction="" if more else first.reaction,
            notice_to=row.place.notice if can.notices else None,
            rank=None if first.rank is None else Role(first.rank),
            document=Document(first.file.name, first.file.data) if first.file else None,
        )


def _named(people: Sequence[SenderRef], text: str) -> tuple[SenderRef, ...]:
    """Those whom the text names: WeChat would put the names of others before the words."""
    plain = unescape(text) if people else ""
    return tuple(each for each in people if f"@{each.name}" in plain)


def _pause(row: Waiting, failure: SendFailed, failures: int, waited: float) -> float | None:
    """Seconds until the next try; None where there is to be none."""
    delivery = Delivery(row.delivery)
    unsure = failure.maybe_sent and delivery is Delivery.CHATTER
    if failure.permanent or failure.gone or unsure or waited > WORTH_SENDING[delivery]:
        return None
    if failure.retry_after is not None:
        return failure.retry_after
    return BACK_OFF[min(failures, len(BACK_OFF) - 1)]
