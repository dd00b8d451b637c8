"""Webhook mode: Telegram calls us, and hears «received» only when an update is durable.

Its server sends the updates of one chat one after the other and repeats what we did not take
(tdlib/telegram-bot-api, WebhookActor), so that calls may be served side by side.
"""

from __future__ import annotations

import asyncio
import contextlib
import hmac
import json
import secrets
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import uvicorn
from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route
from telegram import Bot

from bot.platforms.telegram.outage import Outage, log
from bot.platforms.telegram.polling import Take
from bot.platforms.telegram.updates import ALLOWED

if TYPE_CHECKING:
    from bot.config import WebhookSection

# Bytes of a call at most; Telegram's are a few thousand.
MAX_BODY = 1_000_000
_HEADER = "x-telegram-bot-api-secret-token"
# Seconds that calls in flight have to end when we stop.
_LAST_CALLS = 5


class Webhook:
    """The listening half: checks a call, hands its update over, answers."""

    def __init__(self, secret: str, outage: Outage, take: Take) -> None:
        self._secret = secret.encode()
        self._outage = outage
        self._take = take

    async def answer(self, request: Request) -> Response:
        """403 to strangers, 413 and 400 to what is no update, 503 while nothing can be kept."""
        given = request.headers.get(_HEADER, "").encode()
        if not hmac.compare_digest(given, self._secret):
            return Response(status_code=403)
        try:
            body = await _body(request)
        except ClientDisconnect:
            return Response(status_code=400)
        if body is None:
            return Response(status_code=413)
        try:
            update = json.loads(body)
        except (ValueError, RecursionError):
            # What is nested too deeply is no update either.
            update = None
        if not isinstance(update, dict) or "update_id" not in update:
            return Response(status_code=400)
        try:
            await self._take([update])
        except Exception as error:
            log.exception("telegram.not_stored", extra={"updates": 1})
            self._outage.tell(error)
            return Response(status_code=503)
        self._outage.over()
        return Response(status_code=200)


async def serve(section: WebhookSection, bot: Bot, outage: Outage, take: Take) -> None:
    """Listen, tell Telegram where, and take updates until cancelled; raises TokenRefused, and
    OSError where the port cannot be had.
    """
    family = socket.AF_INET6 if ":" in section.host else socket.AF_INET
    # Bound here: uvicorn would end the whole program where it cannot.
    listener = socket.create_server((section.host, section.port), family=family)
    secret = section.secret.get_secret_value() or secrets.token_urlsafe(32)
    webhook = Webhook(secret, outage, take)
    # As uvicorn hands it over; none of the signs in it is a pattern to Starlette.
    path = unquote(urlsplit(section.url).path) or "/"

    async def answer(request: Request) -> Response:
        if request.scope["path"] != path:
            return Response(status_code=404)
        return await webhook.answer(request)

    route = Route("/{path:path}", answer, methods=["POST"])
    config = uvicorn.Config(
        Starlette(routes=[route]),
        log_config=None,
        access_log=False,
        lifespan="off",
        timeout_graceful_shutdown=_LAST_CALLS,
    )
    server = _Server(config)
    listening = asyncio.create_task(server.serve(sockets=[listener]))

    async def register() -> None:
        await bot.set_webhook(section.url, secret_token=secret, allowed_updates=ALLOWED)

    try:
        await outage.patiently(register)
        outage.over()
        await asyncio.shield(listening)
    finally:
        server.should_exit = True
        with contextlib.suppress(asyncio.CancelledError):
            await listening


class _Server(uvicorn.Server):
    """A server that leaves signals to the program it runs in."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


async def _body(request: Request) -> bytes | None:
    """The body, None where it is too large; no more than that is ever held."""
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > MAX_BODY:
            return None
    return bytes(body)
