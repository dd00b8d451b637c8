"""The line to the Bot API: python-telegram-bot's transport, strict about answers that are not
Telegram's, and our view of what each failure means.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

import httpx
from telegram import Bot
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    TelegramError,
    TimedOut,
)
from telegram.request import HTTPXRequest

from bot.core.ports import SendFailed
from bot.platforms.telegram.people import Raw

if TYPE_CHECKING:
    from bot.config import TelegramSection

# Seconds: to connect, to send and be answered, to send a file, and to wait for a free connection.
CONNECT, ANSWER, UPLOAD, FREE = 5.0, 15.0, 60.0, 30.0
# Seconds for which Telegram may hold an empty poll, and how much later its answer may come.
LONG_POLL, GRACE = 30, 10.0
# Their logs name the token in each address at «info» and whole messages at «debug».
_TALKATIVE = {"httpx": logging.WARNING, "httpcore": logging.WARNING, "telegram": logging.CRITICAL}
# Front servers say these when the work behind them may have been done all the same; 500 and 503
# come instead of the work.
_NOT_DONE = frozenset({500, 501, 503})
_GONE = ("chat not found", "user not found", "peer_id_invalid", "user_deactivated")


class SlowDown(TelegramError):
    """429: nothing to that chat for so many seconds."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"429: wait {seconds:g} s")
        self.seconds = seconds


class ServerTrouble(NetworkError):
    """An answer that is not Telegram's own word: a 5xx, a page of some proxy, half an answer."""

    def __init__(self, status: int) -> None:
        super().__init__(f"status {status}")
        self.status = status


class Wire(HTTPXRequest):
    """Requests to the Bot API."""

    async def do_request(self, *args: Any, **options: Any) -> tuple[int, bytes]:
        """The status and body of an answer; raises SlowDown and ServerTrouble for what
        python-telegram-bot would pass on without its figures.
        """
        status, body = await super().do_request(*args, **options)
        # A file that is fetched may hold anything, every other answer is a JSON object.
        is_json = body[:1] == b"{" or (status < 300 and options.get("method") == "GET")
        if status >= 500 or not is_json:
            raise ServerTrouble(status)
        if status == 429:
            parameters = json.loads(body).get("parameters") or {}
            raise SlowDown(float(parameters.get("retry_after", 5)))
        return status, body


class Poller:
    """Asks for updates as plain dictionaries: the library's objects cost 84 µs an update."""

    def __init__(self, section: TelegramSection) -> None:
        self._url = f"{section.base_url}{section.token.get_secret_value()}/getUpdates"
        self._wire = Wire(
            connection_pool_size=2,
            connect_timeout=CONNECT,
            read_timeout=ANSWER,
            write_timeout=ANSWER,
            pool_timeout=FREE,
        )

    async def ask(
        self, offset: int | None, *, wait: int, allowed: Sequence[str] | None
    ) -> list[Raw]:
        """The next updates; `offset` confirms all before it. Without `allowed` Telegram keeps to
        what it was asked for last. Raises TelegramError.
        """
        values: dict[str, object] = {"timeout": wait}
        if allowed is not None:
            values["allowed_updates"] = json.dumps(allowed)
        if offset is not None:
            values["offset"] = offset
        answer = await self._wire.post(
            f"{self._url}?{urlencode(values)}", read_timeout=wait + GRACE
        )
        if not isinstance(answer, list):
            raise ServerTrouble(200)
        return answer

    async def close(self) -> None:
        """Close its connections."""
        await self._wire.shutdown()


def connect(section: TelegramSection) -> Bot:
    """The bot of a section; it is usable at once and connects when it is used."""
    for name, level in _TALKATIVE.items():
        logging.getLogger(name).setLevel(level)
    wire = Wire(
        connection_pool_size=64,
        connect_timeout=CONNECT,
        read_timeout=ANSWER,
        write_timeout=ANSWER,
        media_write_timeout=UPLOAD,
        pool_timeout=FREE,
    )
    return Bot(
        section.token.get_secret_value(),
        base_url=section.base_url,
        base_file_url=section.files,
        request=wire,
        get_updates_request=wire,
    )


async def disconnect(bot: Bot) -> None:
    """Close a bot's connections."""
    await bot.request.shutdown()


def failure(error: TelegramError) -> SendFailed:
    """What a refusal or a broken line means for a message (reliability P4)."""
    reason = f"{type(error).__name__}: {error}"
    if isinstance(error, SlowDown):
        return SendFailed(reason, retry_after=error.seconds)
    if isinstance(error, ChatMigrated):
        return SendFailed(reason, moved_to=str(error.new_chat_id))
    if isinstance(error, BadRequest):
        gone = says(error, *_GONE)
        # Telegram quotes the message where it cannot read its markup, and a log must not.
        reason = "BadRequest: markup" if says(error, "parse entities") else reason
        return SendFailed(reason, permanent=True, gone=gone)
    if isinstance(error, Forbidden):
        return SendFailed(reason, permanent=True, gone=True)
    if isinstance(error, InvalidToken):
        return SendFailed(reason)
    if isinstance(error, ServerTrouble):
        return SendFailed(reason, maybe_sent=error.status not in _NOT_DONE)
    return SendFailed(reason, maybe_sent=not never_left(error))


def never_left(error: TelegramError) -> bool:
    """Whether a request broke off before anything was sent."""
    cause = error.__cause__
    if isinstance(error, TimedOut):
        return isinstance(cause, httpx.ConnectTimeout | httpx.PoolTimeout)
    return isinstance(cause, httpx.ConnectError | httpx.UnsupportedProtocol | httpx.ProxyError)


def says(error: TelegramError, *parts: str) -> bool:
    """Whether Telegram's words hold one of these; python-telegram-bot changes their case."""
    words = str(error).lower()
    return any(part in words for part in parts)
