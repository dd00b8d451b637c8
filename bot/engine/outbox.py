"""The sender: rows that wait become messages on their platform, one lane per chat, in order."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import bindparam, select, update

from bot.core.cards import Card, Delivery, T, decode, t
from bot.core.events import Chat as ChatRef
from bot.core.ports import Message, Platform, SendFailed
from bot.engine.db import Database
from bot.render import render
from models.db import Db
from models.messages import OUTGOING_OPEN, Outgoing
from models.team import Chat

# Seconds until a send that failed is tried again; after the last one the row has failed.
BACK_OFF = (1.0, 5.0, 30.0, 120.0)

log = logging.getLogger("outbox")


@dataclass(frozen=True, slots=True)
class _Waiting:
    """One row on its way: what to say, where, and how often it was tried."""

    id: int
    chat: ChatRef
    platform: str
    account: str
    card: Card
    language: str
    delivery: str
    silent: bool
    answers: str | None
    attempts: int


class Sender:
    """Sends what the transactions wrote; a chat that cannot be reached holds up no other."""

    def __init__(
        self,
        database: Database,
        platforms: Sequence[Platform],
        text: Callable[[T, str], str],
    ) -> None:
        self._database = database
        self._platforms = {(each.name, each.account): each for each in platforms}
        self._text = text
        self._lanes: dict[int, asyncio.Task[None]] = {}
        self._again: set[int] = set()

    def wake(self, chats: Iterable[int]) -> None:
        """Send what waits for these chats; returns at once."""
        for chat_id in chats:
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
        platform = self._platforms.get((row.platform, row.account))
        if platform is None:
            await self._settle_row(row.id, "failed")
            return
        try:
            message = self._message(row, platform)
        except Exception:
            log.exception("send.not_rendered", extra={"outgoing": row.id})
            await self._settle_row(row.id, "failed")
            return
        for pause in (*BACK_OFF, None):
            try:
                receipt = await platform.send(message)
            except SendFailed as failure:
                unsure = failure.maybe_sent and row.delivery == Delivery.CHATTER
                if failure.permanent or unsure or pause is None:
                    log.warning("send.failed", extra={"outgoing": row.id, "reason": str(failure)})
                    await self._settle_row(row.id, "unknown" if unsure else "failed")
                    return
                await asyncio.sleep(failure.retry_after or pause)
            except Exception:
                # A mistake in an adapter: whether it was sent nobody knows, and the lane goes on.
                log.exception("send.broken", extra={"outgoing": row.id})
                await self._settle_row(row.id, "unknown")
                return
            else:
                await self._settle_row(row.id, "sent", receipt)
                return

    async def _settle_row(self, row_id: int, state: str, receipt: str | None = None) -> None:
        def write(db: Db) -> None:
            db.change(_DONE, key=row_id, to=state, sent_as=receipt)

        await self._database.write(write)

    def _message(self, row: _Waiting, platform: Platform) -> Message:
        card = row.card
        if row.attempts > 1:
            card = card.with_(note=t("common-maybe-twice"))
        text, buttons = render(card, lambda words: self._text(words, row.language), platform.can)
        return Message(
            chat=row.chat, text=text, buttons=buttons, reply_to=row.answers, silent=row.silent
        )


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
        Outgoing.silent,
        Outgoing.answers,
        Outgoing.attempts,
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
    where = ChatRef(native, bool(is_group), title)
    return [
        _Waiting(
            id=row[0],
            chat=where,
            platform=platform,
            account=account,
            card=decode(row[1]),
            language=row[2],
            delivery=row[3],
            silent=bool(row[4]),
            answers=row[5],
            attempts=row[6],
        )
        for row in sorted(rows)
    ]
