"""HTTP on loopback, in a thread of its own: just enough of it, and able to break off anywhere."""

from __future__ import annotations

import asyncio
import contextlib
import json
import threading
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from email.parser import BytesParser
from email.policy import HTTP
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit


class Cut(Exception):
    """Break the connection here."""


@dataclass
class Request:
    """What a client asks: the path's parts, the parameters as text, and files."""

    path: str
    values: dict[str, Any]
    files: dict[str, tuple[str, bytes]] = field(default_factory=dict)


@dataclass
class Answer:
    """Status, type and body."""

    status: int
    body: bytes
    kind: str = "application/json"


Serve = Callable[[Request], Awaitable[Answer]]
_PHRASES = {200: "OK", 400: "Bad Request", 401: "Unauthorized", 403: "Forbidden", 404: "Not Found",
            409: "Conflict", 429: "Too Many Requests", 500: "Internal Server Error", 502: "Bad Gateway"}  # fmt: skip


class HttpThread:
    """Serves until it is stopped."""

    def __init__(self, serve: Serve) -> None:
        self._serve = serve
        self.loop = asyncio.new_event_loop()
        self.port = 0
        self._server: asyncio.Server
        self._connections: set[asyncio.Task[None]] = set()
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def start(self, port: int = 0) -> None:
        self.port = port
        self._thread.start()
        assert self._ready.wait(10)

    def stop(self) -> None:
        if self._thread.is_alive():
            asyncio.run_coroutine_threadsafe(self._end(), self.loop).result(10)
            self.loop.call_soon_threadsafe(self.loop.stop)
            self._thread.join(10)
        self.loop.close()

    def _run(self) -> None:
        asyncio.set_event_loop(self.loop)
        self.loop.run_until_complete(self._begin())
        self.loop.run_forever()

    async def _begin(self) -> None:
        self._server = await asyncio.start_server(self._connected, "127.0.0.1", self.port)
        self.port = self._server.sockets[0].getsockname()[1]
        self._ready.set()

    async def _end(self) -> None:
        self._server.close()
        others = asyncio.all_tasks() - {asyncio.current_task()}
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)

    async def drop_all(self) -> None:
        """Break every connection that is open."""
        for task in list(self._connections):
            task.cancel()

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._connections.add(task)
        try:
            while await self._one(reader, writer):
                pass
        except (Cut, asyncio.IncompleteReadError, ConnectionError, asyncio.CancelledError):
            writer.transport.abort()
        finally:
            self._connections.discard(task)
            writer.close()
            with contextlib.suppress(ConnectionError, OSError, asyncio.CancelledError):
                await writer.wait_closed()

    async def _one(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        try:
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        except asyncio.IncompleteReadError:
            return False
        first, *lines = head.rstrip("\r\n").split("\r\n")
        headers = {
            k.strip().lower(): v.strip() for k, _, v in (line.partition(":") for line in lines)
        }
        _, target, _ = first.split(" ", 2)
        body = await reader.readexactly(int(headers.get("content-length", 0)))
        answer = await self._while_connected(reader, _request(target, headers, body))
        phrase = _PHRASES.get(answer.status, "Other")
        writer.write(
            f"HTTP/1.1 {answer.status} {phrase}\r\nServer: nginx\r\nContent-Type: {answer.kind}\r\n"
            f"Content-Length: {len(answer.body)}\r\nConnection: keep-alive\r\n\r\n".encode()
            + answer.body
        )
        await writer.drain()
        return headers.get("connection", "").lower() != "close"

    async def _while_connected(self, reader: asyncio.StreamReader, request: Request) -> Answer:
        """Serve, and stop when the client goes away: a killed one leaves no poll behind."""
        work = asyncio.ensure_future(self._serve(request))
        gone = asyncio.ensure_future(reader.read(1))
        try:
            await asyncio.wait({work, gone}, return_when=asyncio.FIRST_COMPLETED)
            if work.done():
                return work.result()
            if gone.result() == b"":
                raise Cut
            raise AssertionError("this server reads one request at a time")
        finally:
            for task in (work, gone):
                task.cancel()
            await asyncio.gather(work, gone, return_exceptions=True)


def _request(target: str, headers: dict[str, str], body: bytes) -> Request:
    address = urlsplit(target)
    values: dict[str, Any] = dict(parse_qsl(address.query, keep_blank_values=True))
    files: dict[str, tuple[str, bytes]] = {}
    kind = headers.get("content-type", "")
    if kind.startswith("application/json"):
        values |= json.loads(body)
    elif kind.startswith("multipart/form-data"):
        message = BytesParser(policy=HTTP).parsebytes(
            f"Content-Type: {kind}\r\n\r\n".encode() + body
        )
        for part in message.iter_parts():
            name = part.get_param("name", header="content-disposition")
            data = part.get_payload(decode=True) or b""
            if part.get_filename() is None:
                values[name] = data.decode()
            else:
                files[name] = (part.get_filename(), data)
    else:
        values |= dict(parse_qsl(body.decode(), keep_blank_values=True))
    return Request(unquote(address.path), values, files)
