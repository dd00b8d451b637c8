"""One message on its way to Telegram: text, parts, files, reactions, and what a refusal means."""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

from telegram import Bot, InputMediaPhoto, LinkPreviewOptions, ReplyParameters
from telegram import Message as Sent
from telegram.constants import ParseMode
from telegram.error import BadRequest, TelegramError

from bot.core.events import Chat
from bot.core.ports import Document, Message, SendFailed
from bot.platforms.telegram.limits import Pace
from bot.platforms.telegram.markup import MAX_CAPTION, MAX_TEXT, keyboard, plain
from bot.platforms.telegram.wire import SlowDown, failure, says
from bot.render.split import split, units

# A text of more parts is sent as a file, with its first part before it (reliability §3.10).
MOST_PARTS = 3
# How often a later part is tried again: the first has left, so the whole cannot be.
_TRIES = 4
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
_CANNOT_EDIT = (
    "message to edit not found",
    "can't be edited",
    "no text in the message to edit",
    "no media in the message to edit",
)
_NO_TOPIC = ("message thread not found", "topic_closed", "topic_deleted")

log = logging.getLogger("platform.telegram")


class Delivery:
    """Sends and edits; every request that counts waits for its turn first."""

    def __init__(self, bot: Bot, pace: Pace, file_name: str) -> None:
        self._bot = bot
        self._pace = pace
        self._file_name = file_name
        self._no_reactions: set[str] = set()
        self._reactions: set[asyncio.Task[None]] = set()

    async def post(self, message: Message) -> str:
        """Send a message; returns the id of its last part, which has the buttons. Raises
        SendFailed.
        """
        pieces = _pieces(message, self._file_name)
        receipt = await self._piece(pieces[0]) if pieces else message.reply_to or ""
        for piece in pieces[1:]:
            receipt = await self._later_piece(piece)
        if message.reaction:
            # Beside the lane: the receipt is worth more, and a slow line must not cost it.
            task = asyncio.create_task(self._react(message))
            self._reactions.add(task)
            task.add_done_callback(self._reactions.discard)
        return receipt

    async def close(self) -> None:
        """Return when the last reactions are placed."""
        await asyncio.gather(*self._reactions)

    async def edit(self, message: Message, number: int) -> bool:
        """Put a message in the place of one that was sent; False where Telegram cannot any more.
        Raises SendFailed.
        """
        is_caption = message.picture is not None
        fits = _is_caption(message.text) if is_caption else units(message.text) <= MAX_TEXT
        if message.document is not None or not fits:
            return False
        wanted: dict[str, Any] = {
            "chat_id": int(message.chat.id),
            "message_id": number,
            "reply_markup": keyboard(message.buttons),
        }
        call: Callable[..., Awaitable[Any]]
        if message.picture is not None:
            call = self._bot.edit_message_media
            wanted["media"] = _photo(message, message.picture)
        else:
            call = self._bot.edit_message_text
            wanted |= {"text": message.text, "parse_mode": ParseMode.HTML}
            wanted["link_preview_options"] = _NO_PREVIEW
        try:
            await self._call(message.chat, call, wanted)
        except _Refused as refused:
            if says(refused.error, "not modified"):
                return True
            if says(refused.error, *_CANNOT_EDIT):
                return False
            raise failure(refused.error) from refused.error
        return True

    async def _piece(self, message: Message) -> str:
        wanted: dict[str, Any] = {
            "chat_id": int(message.chat.id),
            "message_thread_id": int(message.chat.topic) if message.chat.topic else None,
            "parse_mode": ParseMode.HTML,
            "disable_notification": message.silent,
            "reply_parameters": _reply(message.reply_to),
            "reply_markup": keyboard(message.buttons),
        }
        call: Callable[..., Awaitable[Sent]]
        if message.document is not None:
            call = self._bot.send_document
            wanted["caption"] = message.text or None
            wanted["document"] = message.document.data
            wanted["filename"] = message.document.name
        elif message.picture is not None:
            call = self._bot.send_photo
            wanted["caption"] = message.text or None
            wanted["photo"] = message.picture.data
            wanted["filename"] = message.picture.name
        else:
            call = self._bot.send_message
            wanted["text"] = message.text
            wanted["link_preview_options"] = _NO_PREVIEW
        try:
            sent = await self._call(message.chat, call, wanted)
        except _Refused as refused:
            raise failure(refused.error) from refused.error
        return str(sent.message_id)

    async def _later_piece(self, message: Message) -> str:
        """Send a part after the first: where Telegram only wants patience, it gets it here."""
        for tries_left in reversed(range(_TRIES)):
            try:
                return await self._piece(message)
            except SendFailed as failed:
                if failed.retry_after is None or not tries_left:
                    failed.maybe_sent = True
                    raise
                await asyncio.sleep(failed.retry_after)
        raise AssertionError("the last try returns or raises")

    async def _call(
        self, chat: Chat, call: Callable[..., Awaitable[Any]], wanted: dict[str, Any]
    ) -> Any:
        """One request, simplified where Telegram cannot read its markup or does not know its topic;
        the answer's type is the call's. Raises _Refused and SendFailed.
        """
        while True:
            await self._pace.turn(chat)
            try:
                return await call(**wanted)
            except SlowDown as error:
                self._pace.close(chat, error.seconds)
                raise failure(error) from error
            except BadRequest as error:
                simpler = _simpler(error, wanted)
                if simpler is None:
                    raise _Refused(error) from error
                log.warning("telegram.simplified", extra={"chat": chat.id})
                wanted = simpler
            except TelegramError as error:
                raise failure(error) from error

    async def _react(self, message: Message) -> None:
        """Put an emoji on the message answered, where the chat allows it; never a failure."""
        number = native(message.reply_to)
        if number is None or message.chat.id in self._no_reactions:
            return
        try:
            await self._bot.set_message_reaction(
                int(message.chat.id), number, reaction=message.reaction
            )
        except BadRequest as error:
            if says(error, "reaction", "not enough rights"):
                self._no_reactions.add(message.chat.id)
        except TelegramError as error:
            log.info("telegram.no_reaction", extra={"kind": type(error).__name__})


class _Refused(Exception):
    """Telegram understood a request and said no."""

    def __init__(self, error: BadRequest) -> None:
        super().__init__()
        self.error = error


def native(message_id: str | None) -> int | None:
    """Telegram's number in one of our ids: a press is «number:query», an event has none."""
    found = re.match(r"\d+(?=:|$)", message_id or "")
    return int(found[0]) if found else None


def _reply(message_id: str | None) -> ReplyParameters | None:
    number = native(message_id)
    if number is None:
        return None
    return ReplyParameters(number, allow_sending_without_reply=True)


def _photo(message: Message, picture: Document) -> InputMediaPhoto:
    return InputMediaPhoto(
        picture.data,
        caption=message.text or None,
        parse_mode=ParseMode.HTML,
        filename=picture.name,
    )


def _simpler(error: BadRequest, wanted: dict[str, Any]) -> dict[str, Any] | None:
    """The request without what Telegram refused in it; None where that cannot be helped."""
    if says(error, "parse entities") and wanted.get("parse_mode") is not None:
        key = "caption" if "caption" in wanted else "text"
        return {**wanted, "parse_mode": None, key: plain(wanted[key] or "")}
    if says(error, *_NO_TOPIC) and wanted.get("message_thread_id") is not None:
        return {**wanted, "message_thread_id": None}
    return None


def _is_caption(html: str) -> bool:
    """Whether a text may stand below a picture or file: its markup is not counted."""
    return units(plain(html)) <= MAX_CAPTION


def _pieces(message: Message, file_name: str) -> list[Message]:
    """A message as what Telegram takes: a picture or a file with its caption, parts of a text, or
    several of these.

    The buttons are on the last one, the reply on the first.
    """
    if message.picture is not None:
        if message.document is None and _is_caption(message.text):
            return [message]
        alone = replace(message, text="", buttons=(), document=None)
        return [alone, *_pieces(replace(message, picture=None, reply_to=None), file_name)]
    if message.document is not None:
        if _is_caption(message.text):
            return [message]
        words = replace(message, document=None, buttons=())
        file = replace(message, text="", reply_to=None)
        return [*_pieces(words, file_name), file]
    if not message.text:
        return []
    parts = split(message.text, MAX_TEXT, html=True)
    if len(parts) > MOST_PARTS:
        whole = Document(file_name, plain(message.text).encode("utf-8", "replace"))
        parts, last = parts[:1], [replace(message, text="", document=whole, reply_to=None)]
    else:
        parts, last = parts[:-1], [replace(message, text=parts[-1])]
    texts = [replace(message, text=part, buttons=()) for part in parts] + last
    return [texts[0], *(replace(text, reply_to=None) for text in texts[1:])]
