"""The sender: rows that wait become messages on their platform, one lane per chat, in order."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import bindparam, select, update

from bot.core.cards import Card, Delivery, T, decode, t
from bot.core.clock import Clock
from bot.core.events import Chat as ChatRef
from bot.core.events import Sender as SenderRef
from bot.core.ports import Capabilities, Message, Platform, SendFailed
from bot.engine.db import Database
from bot.engine.post import Place, tell_unreachable
from bot.render import render
from models import chats
from models.db import Db
from models.messages import OUTGOING_OPEN, Outgoing
from models.team import Chat

# Seconds until a send that did not leave is tried again; the last one goes on.
BACK_OFF = (1.0, 5.0, 30.0, 60.0)
# Seconds after which an answer that cannot be sent is too old to be worth it: what concerns money
# is kept for as long as Telegram keeps what we did not fetch.
WORTH_SENDING = {Delivery.IMPORTANT: 24 * 3600.0, Delivery.CHATTER: 3600.0}

log = logging.getLogger("outbox")


@dataclass(frozen=True, slots=True)
class _Waiting:
    """One row on its way: what to say, where, and how often it was tried."""

    id: int
    chat_id: int
    chat: ChatRef
    platform: str
    account: str
    card: Card
    language: str
    delivery: str
    attempts: int
    mentions: tuple[SenderRef, ...]
    place: Place
    silent: bool


class Sender:
    """Sends what the transactions wrote; a chat that cannot be reached holds up no other."""

    def __init__(
        self,
        database: Database,
        platforms: Sequence[Platform],
        text: Callable[[T, str], str],
        clock: Clock,
    ) -> None:
        self._database = database
        self._platforms = platforms
        self._text = text
        self._clock = clock
        self._lanes: dict[int, asyncio.Task[None]] = {}
        self._again: set[int] = set()

    def wake(self, chat_ids: Iterable[int]) -> None:
        """Send what waits for these chats; returns at once."""
        for chat_id in chat_ids:
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

    async def recover(self) -> None:
        """After a start: decide about sends that were cut off, then send everything that waits."""
        self.wake(await self._database.write(_recover))

    async def _drain(self, chat_id: int) -> None:
        try:
            while True:
                self._again.discard(chat_id)
                rows = await self._database.write(lambda db: _take(db, chat_id))
                for row in rows:
                    await self._deliver(row)
                if not rows and chat_id not in self._again:
                    return
        finally:
            del self._lanes[chat_id]

    async def _deliver(self, row: _Waiting) -> None:
        failures, waited = 0, 0.0
        while True:
            try:
                receipt = await self._send(row)
            except SendFailed as failure:
                if failure.moved_to is not None:
                    row = await self._follow(row, failure.moved_to)
                    continue
                pause = _pause(row, failure, failures, waited)
                if pause is None:
                    await self._give_up(row, failure)
                    return
                if failure.maybe_sent:
                    row = replace(row, attempts=row.attempts + 1)
                # A platform that says how long is not failing, only slow.
                failures += failure.retry_after is None
                waited += pause
                await asyncio.sleep(pause)
            except Exception:
                # A mistake of ours: whether it was sent nobody knows, and the lane goes on.
                log.exception("send.broken", extra={"outgoing": row.id})
                await self._settle_row(row.id, "unknown")
                return
            else:
                await self._settle_row(row.id, "sent", receipt)
                return

    async def _send(self, row: _Waiting) -> str:
        same = [each for each in self._platforms if each.name == row.platform]
        platform = next((each for each in same if each.account == row.account), None)
        if platform is None:
            # A platform that has not logged in yet has no account.
            is_coming = any(not each.account for each in same)
            raise SendFailed("no such account here", permanent=not is_coming)
        try:
            message = self._message(row, platform.can)
        except Exception:
            log.exception("send.not_rendered", extra={"outgoing": row.id})
            raise SendFailed("not rendered", permanent=True) from None
        return await platform.send(message)

    async def _follow(self, row: _Waiting, new: str) -> _Waiting:
        """The group has a new id: the row goes there, and everything that comes after it."""
        await self._database.write(lambda db: chats.move(db, row.platform, row.chat.id, new))
        return replace(row, chat=replace(row.chat, id=new))

    async def _give_up(self, row: _Waiting, failure: SendFailed) -> None:
        log.warning("send.failed", extra={"outgoing": row.id, "reason": str(failure)})
        unsure = failure.maybe_sent and not failure.permanent
        await self._settle_row(row.id, "unknown" if unsure else "failed")
        if failure.gone:
            now = self._clock.now()
            self.wake(await self._database.write(lambda db: tell_unreachable(db, row.chat_id, now)))

    async def _settle_row(self, row_id: int, state: str, receipt: str | None = None) -> None:
        def write(db: Db) -> None:
            db.change(_DONE, key=row_id, to=state, sent_as=receipt)

        await self._database.write(write)

    def _message(self, row: _Waiting, can: Capabilities) -> Message:
        card = row.card
        if row.attempts > 1:
            card = card.with_(note=t("common-maybe-twice"))

        def words(text: T) -> str:
            return self._text(text, row.language)

        text, buttons = render(card, words, can, row.mentions)
        return Message(
            chat=row.chat,
            text=text,
            buttons=buttons,
            reply_to=row.place.answers,
            replaces=row.place.replaces if can.edit else None,
            mentions=row.mentions,
            silent=row.silent,
            reaction=card.reaction,
            notice_to=row.place.notice if can.notices else None,
        )


def _pause(row: _Waiting, failure: SendFailed, failures: int, waited: float) -> float | None:
    """Seconds until the next try; None where there is to be none."""
    delivery = Delivery(row.delivery)
    unsure = failure.maybe_sent and delivery is Delivery.CHATTER
    if failure.permanent or failure.gone or unsure or waited > WORTH_SENDING[delivery]:
        return None
    if failure.retry_after is not None:
        return failure.retry_after
    return BACK_OFF[min(failures, len(BACK_OFF) - 1)]


_DONE = (
    update(Outgoing)
    .where(Outgoing.id == bindparam("key"))
    .values(state=bindparam("to"), receipt=bindparam("sent_as"))
)
_MARK = (
    update(Outgoing)
    .where(OUTGOING_OPEN, Outgoing.chat_id == bindparam("chat"), Outgoing.state == "queued")
    .values(state="sending", attempts=Outgoing.attempts + 1)
    .returning(
        Outgoing.id,
        Outgoing.content,
        Outgoing.language,
        Outgoing.delivery,
        Outgoing.attempts,
        Outgoing.silent,
        Outgoing.topic,
        Outgoing.answers,
        Outgoing.replaces,
        Outgoing.notice_to,
    )
)
_CHAT = select(Chat.native, Chat.is_group, Chat.title, Chat.platform, Chat.account).where(
    Chat.id == bindparam("chat")
)


def _recover(db: Db) -> list[int]:
    db.session.execute(
        update(Outgoing)
        .where(
            OUTGOING_OPEN, Outgoing.state == "sending", Outgoing.delivery == Delivery.CHATTER.value
        )
        .values(state="unknown")
    )
    db.session.execute(
        update(Outgoing).where(OUTGOING_OPEN, Outgoing.state == "sending").values(state="queued")
    )
    open_chats = select(Outgoing.chat_id).where(OUTGOING_OPEN).distinct()
    return list(db.session.scalars(open_chats))


def _take(db: Db, chat_id: int) -> list[_Waiting]:
    """The rows that wait for a chat, marked as on their way before anything leaves."""
    rows = db.rows(_MARK, chat=chat_id)
    if not rows:
        return []
    chat = db.row(_CHAT, chat=chat_id)
    if chat is None:
        return []
    native, is_group, title, platform, account = chat
    waiting = []
    for key, content, language, delivery, attempts, silent, *place in sorted(rows):
        card = decode(content)
        called = chats.accounts_of(db, card.mentions, chat_id) if card.mentions else ()
        waiting.append(
            _Waiting(
                id=key,
                chat_id=chat_id,
                chat=ChatRef(native, bool(is_group), title, place[0]),
                platform=platform,
                account=account,
                card=card,
                language=language,
                delivery=delivery,
                attempts=attempts,
                mentions=tuple(SenderRef(*each) for each in called),
                place=Place(*place),
                silent=bool(silent),
            )
        )
    return waiting
