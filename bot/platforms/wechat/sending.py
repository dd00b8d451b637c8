"""Sends messages one at a time for the whole account, at the account's pace."""

from __future__ import annotations

import asyncio
import datetime as dt
import hashlib
import itertools
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from bot.core.clock import Clock
from bot.core.ports import Document, Message, SendFailed
from bot.platforms.wechat import files
from bot.platforms.wechat.composing import compose
from bot.platforms.wechat.link import CallFailed
from bot.platforms.wechat.memory import OURSELVES, Memory
from bot.platforms.wechat.pace import Pace, until_midnight
from bot.platforms.wechat.supervisor import Supervisor
from bot.render.split import split

# Longer texts are folded on a phone; WeChat itself takes a little more.
MAX_UNITS = 2000
# Seconds that a text may take; some puppets wait for WeChat's own answer.
SEND_SECONDS = 20.0
# Seconds that a send waits for a line that is just coming back, alone and in front of others, and
# after which it is tried again where it is not.
LINE_SECONDS, _BRIEFLY, _AGAIN_SECONDS = 10.0, 2.0, 60.0


@dataclass(frozen=True, slots=True)
class Desk:
    """What sending works with; in the `zone` a new day of sends begins at midnight."""

    supervisor: Supervisor
    memory: Memory
    clock: Clock
    zone: ZoneInfo


class Sending:
    """Takes messages in the order they come, whatever chat they are for.

    `used_up` is told once a day that its sends are used up, with their number.
    """

    def __init__(self, desk: Desk, pace: Pace, used_up: Callable[[int], None]) -> None:
        self._desk = desk
        self._pace = pace
        self._used_up = used_up
        self._used_up_on: dt.date | None = None
        # Waiters are served in the order they came, so that no chat holds up the others for long.
        self._turn = asyncio.Lock()
        self._numbers = itertools.count(1)

    async def send(self, message: Message) -> str:
        """Send a message and return its id; raises SendFailed."""
        composed = compose(message.text, message.mentions if message.chat.is_group else ())
        parts = split(composed.text, MAX_UNITS) if composed.text.strip() else []
        receipt = ""
        await self._desk.supervisor.ready(LINE_SECONDS)
        async with self._turn:
            for part in parts:
                receipt = await self._part(message, part, composed.ids_in(part), receipt)
            for document in (message.picture, message.document):
                if document is not None:
                    receipt = await self._part(message, document, (), receipt)
        return receipt or self._made_id(composed.text)

    async def _part(
        self, message: Message, part: str | Document, ids: Sequence[str], receipt: str
    ) -> str:
        """Send a part of the text, a picture or a file; returns the id of the whole message."""
        try:
            try:
                given = await self._call(message, part, ids, _BRIEFLY)
            except CallFailed as failure:
                if failure.maybe_done or failure.status is not None:
                    raise
                # The connection was gone before anything left: once more on the next one.
                given = await self._call(message, part, ids, LINE_SECONDS)
        except CallFailed as failure:
            raise await self._failed(message, failure, has_left=bool(receipt)) from failure
        except SendFailed as failure:
            failure.maybe_sent = failure.maybe_sent or bool(receipt)
            raise
        text = part if isinstance(part, str) else ""
        made = given or self._made_id(text)
        receipt = receipt or made
        self._desk.memory.keep(message.chat.id, OURSELVES, text, receipt)
        self._desk.memory.same(made, receipt)
        return receipt

    async def _call(
        self, message: Message, part: str | Document, ids: Sequence[str], patience: float
    ) -> str:
        """Send as soon as the pace allows; returns the gateway's id, empty where it gives none."""
        if not await self._desk.supervisor.ready(patience):
            raise SendFailed("WeChat is not connected or not logged in", retry_after=_AGAIN_SECONDS)
        await self._wait_for_turn()
        link = self._desk.supervisor.link()
        if isinstance(part, Document):
            return await files.send_file(link, message.chat.id, part)
        response = await link.ask(
            "message_send_text",
            SEND_SECONDS,
            conversation_id=message.chat.id,
            text=part,
            mentonal_ids=list(ids),
        )
        return response.id or ""

    async def _wait_for_turn(self) -> None:
        """Wait until the next send may leave; raises SendFailed where that is another day."""
        while True:
            here = self._desk.clock.now().astimezone(self._desk.zone)
            pause = self._pace.pause(_now(), here.date())
            if pause is None:
                if self._used_up_on != here.date():
                    self._used_up_on = here.date()
                    self._used_up(self._pace.per_day)
                raise SendFailed("the day's sends are used up", retry_after=until_midnight(here))
            if pause == 0:
                break
            await asyncio.sleep(pause)
        self._pace.note(_now(), here.date())

    async def _failed(self, message: Message, failure: CallFailed, *, has_left: bool) -> SendFailed:
        """What a failed call means for the message: a no may mean that the chat is gone."""
        if failure.maybe_done or has_left:
            return SendFailed(str(failure), maybe_sent=True)
        if failure.status is not None and await self._is_gone(message):
            return SendFailed("the chat is not there any more", gone=True, permanent=True)
        return SendFailed(str(failure))

    async def _is_gone(self, message: Message) -> bool:
        """Whether the account's own list lacks the chat: each puppet has its words for that."""
        chat = message.chat
        method = "room_list" if chat.is_group else "contact_list"
        with suppress(CallFailed):
            listed = await self._desk.supervisor.link().ask(method)
            return bool(listed.ids) and chat.id not in listed.ids
        return False

    def _made_id(self, text: str) -> str:
        moment = int(self._desk.clock.now().timestamp() * 1000)
        digest = hashlib.blake2s(text.encode(errors="replace"), digest_size=4).hexdigest()
        return f"self:{moment}:{next(self._numbers)}:{digest}"


def _now() -> float:
    return asyncio.get_running_loop().time()
