"""The updates that wait for the bot: asked for, or brought to a webhook."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections import deque
from typing import Any
from urllib.parse import urlsplit

from peers.bot_api.faults import Refused
from peers.bot_api.world import Raw

# What a bot gets that never said what it wants: all but these.
_NOT_BY_DEFAULT = {"chat_member", "message_reaction", "message_reaction_count"}
_OTHER = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
_HOOKED = "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
_SET = "Conflict: terminated by setWebhook request"


class Updates:
    """One bot's queue; lives on the server's loop, `add` may be called from any thread."""

    def __init__(self, first_id: int = 100_001) -> None:
        self.next_id = first_id
        self.waiting: deque[Raw] = deque()
        self.allowed: set[str] | None = None
        self.polls = 0
        self.confirmed = 0
        self.webhook: Raw | None = None
        self.last_error = ""
        self._loop: asyncio.AbstractEventLoop | None = None
        self._news = asyncio.Event()
        self._long_poll: asyncio.Future[str] | None = None
        self._courier: asyncio.Task[None] | None = None
        self.retry_seconds = 0.05

    def attach(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop

    def wants(self, kind: str) -> bool:
        return kind not in _NOT_BY_DEFAULT if self.allowed is None else kind in self.allowed

    def add(self, kind: str, content: Raw) -> bool:
        """Queue an update if the bot asked for its kind."""
        if not self.wants(kind):
            return False
        self.waiting.append({"update_id": self.next_id, kind: content})
        self.next_id += 1
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self._news.set)
        return True

    async def get(self, params: dict[str, Any]) -> list[Raw]:
        """getUpdates, as tdlib's server does it: a new poll that has to wait ends the one before."""
        self.polls += 1
        if self.webhook is not None:
            raise Refused(_HOOKED, 409)
        self._allow(params)
        offset = int(params.get("offset") or 0)
        limit = min(max(int(params.get("limit") or 100), 1), 100)
        timeout = min(float(params.get("timeout") or 0), 50)
        if offset < 0:
            while len(self.waiting) > -offset:
                self.waiting.popleft()
        while offset > 0 and self.waiting and self.waiting[0]["update_id"] < offset:
            self.waiting.popleft()
            self.confirmed += 1
        if not self.waiting and timeout:
            await self._wait(timeout)
        return [self.waiting[index] for index in range(min(limit, len(self.waiting)))]

    async def _wait(self, seconds: float) -> None:
        self.abort(_OTHER)
        mine: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        self._long_poll = mine
        self._news.clear()
        news = asyncio.create_task(self._news.wait())
        try:
            done, _ = await asyncio.wait(
                {mine, news}, timeout=seconds, return_when=asyncio.FIRST_COMPLETED
            )
        finally:
            news.cancel()
            if self._long_poll is mine:
                self._long_poll = None
        if mine in done:
            raise Refused(mine.result(), 409)

    def abort(self, words: str) -> None:
        """End the poll that waits."""
        if self._long_poll is not None and not self._long_poll.done():
            self._long_poll.set_result(words)

    @property
    def is_polled(self) -> bool:
        """Whether a poll waits right now."""
        return self._long_poll is not None

    def _allow(self, params: dict[str, Any]) -> None:
        wanted = params.get("allowed_updates")
        if wanted is not None:
            self.allowed = set(wanted) or None

    # -- webhook

    def set_webhook(self, params: dict[str, Any], *, any_url: bool) -> None:
        url = str(params.get("url") or "")
        if url and not url.startswith("https://") and not any_url:
            raise Refused("Bad Request: bad webhook: An HTTPS URL must be provided for webhook")
        self._allow(params)
        if params.get("drop_pending_updates"):
            self.waiting.clear()
        if self._courier is not None:
            self._courier.cancel()
            self._courier = None
        self.webhook = (
            {"url": url, "secret": str(params.get("secret_token") or "")} if url else None
        )
        self.last_error = ""
        if url:
            self.abort(_SET)
            # A real address is not called: tests have no network.
            if url.startswith("http://127.0.0.1"):
                self._courier = asyncio.create_task(self._bring())

    def webhook_info(self) -> Raw:
        info: Raw = {
            "url": self.webhook["url"] if self.webhook else "",
            "has_custom_certificate": False,
            "pending_update_count": len(self.waiting),
        }
        if self.last_error:
            info |= {"last_error_message": self.last_error, "last_error_date": 1_750_000_000}
        if self.allowed is not None:
            info["allowed_updates"] = sorted(self.allowed)
        return info

    async def _bring(self) -> None:
        """Bring updates to the webhook, each again until it is taken."""
        while self.webhook is not None:
            self._news.clear()
            while self.waiting:
                update = self.waiting[0]
                status = await self._call(update)
                if 200 <= status < 300:
                    if self.waiting and self.waiting[0] is update:
                        self.waiting.popleft()
                        self.confirmed += 1
                    continue
                words = (
                    f"Wrong response from the webhook: {status}" if status else "Connection refused"
                )
                self.last_error = words
                await asyncio.sleep(self.retry_seconds)
            await self._news.wait()

    async def _call(self, update: Raw) -> int:
        assert self.webhook is not None
        address = urlsplit(self.webhook["url"])
        body = json.dumps(update).encode()
        head = (
            f"POST {address.path or '/'} HTTP/1.1\r\nHost: {address.netloc}\r\n"
            f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\nConnection: close\r\n"
            f"X-Telegram-Bot-Api-Secret-Token: {self.webhook['secret']}\r\n\r\n"
        )
        try:
            reader, writer = await asyncio.open_connection(address.hostname, address.port or 80)
        except OSError:
            return 0
        try:
            writer.write(head.encode() + body)
            await writer.drain()
            line = await reader.readline()
            await reader.read()
            return int(line.split()[1]) if line else 0
        except OSError:
            return 0
        finally:
            writer.close()
            with contextlib.suppress(OSError):
                await writer.wait_closed()
