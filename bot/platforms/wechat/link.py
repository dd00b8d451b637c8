"""The line to a Wechaty gateway: one connection, its calls and its stream of events."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import betterproto
import grpclib
from grpclib.client import Channel
from grpclib.config import Configuration
from grpclib.const import Status
from grpclib.exceptions import GRPCError, ProtocolError, StreamTerminatedError
from grpclib.protocol import H2Protocol
from wechaty_grpc.wechaty import PuppetStub
from wechaty_grpc.wechaty import puppet as schema

if TYPE_CHECKING:
    # At run time the settings know rooms above this one.
    from bot.config import WechatSection


# Seconds that a call may take; a gateway gives its puppet 15 s to start.
CALL_SECONDS = 10.0
START_SECONDS = 20.0
FILE_SECONDS = 120.0
# With these pings a gateway that froze without closing is noticed after 6 to 8 s.
PING_SECONDS, PING_ANSWER_SECONDS = 5.0, 3.0
# Bytes of a file that go in one call: gateways refuse messages above 4 MB.
WHOLE_FILE_BYTES = 2 * 1024 * 1024
_CHUNK_BYTES = 64 * 1024
_PATH = "/wechaty.Puppet/"

# What it, or something between us, answers when nobody knows what the puppet did.
_UNKNOWN_END = frozenset({Status.DEADLINE_EXCEEDED, Status.CANCELLED, Status.UNAVAILABLE})


class CallFailed(Exception):
    """A call came back without its answer.

    `status` is the gateway's, None where it gave none; `maybe_done` where the call had left and
    what came of it is not known.
    """

    def __init__(
        self, reason: str, *, status: Status | None = None, maybe_done: bool = False
    ) -> None:
        super().__init__(reason)
        self.status = status
        self.maybe_done = maybe_done


@dataclass(eq=False, repr=False)
class _DownloadRequest(betterproto.Message):
    """Newer gateways hand files over by id; wechaty-grpc 0.20 does not know the call yet."""

    id: str = betterproto.string_field(1)


@dataclass(eq=False, repr=False)
class _DownloadResponse(betterproto.Message):
    """A piece of such a file."""

    chunk: bytes = betterproto.bytes_field(1)


def tls_context(section: WechatSection) -> ssl.SSLContext | None:
    """How the connection is secured; None where it is not. Raises OSError for a bad `ca_file`."""
    if not section.tls:
        return None
    context = ssl.create_default_context(cafile=section.ca_file or None)
    if section.insecure:
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    context.set_alpn_protocols(["h2"])
    return context


class _Channel(Channel):
    """One connection and no second: the library would quietly make a new one for any call, and
    leave it open when it is closed meanwhile.
    """

    _is_over = False

    @property
    def is_over(self) -> bool:
        """Whether the connection is closed or lost."""
        return self._is_over or (self._protocol is not None and not self._connected)

    async def __connect__(self) -> H2Protocol:
        if self.is_over:
            raise ConnectionResetError("the connection is gone")
        protocol = await super().__connect__()
        if self._is_over:
            super().close()
            raise ConnectionResetError("the connection was closed")
        return protocol

    def close(self) -> None:
        """Close it for good."""
        self._is_over = True
        super().close()


class Link:
    """One connection; every method raises CallFailed.

    It never calls Stop: that would log the account out for whoever else uses the gateway.
    """

    def __init__(self, section: WechatSection) -> None:
        host, _, port = section.endpoint.rpartition(":")
        keepalive = Configuration(
            _keepalive_time=PING_SECONDS,
            _keepalive_timeout=PING_ANSWER_SECONDS,
            _http2_max_pings_without_data=0,
            _http2_min_sent_ping_interval_without_data=PING_SECONDS,
        )
        try:
            context = tls_context(section)
        except OSError as error:
            raise CallFailed(f"ca_file: {error.strerror or error}") from None
        self._channel = _Channel(host.strip("[]"), int(port), ssl=context, config=keepalive)
        self._metadata = {"authorization": f"Wechaty {section.token.get_secret_value()}"}

    @property
    def is_over(self) -> bool:
        """Whether nothing can be asked here any more."""
        return self._channel.is_over

    def close(self) -> None:
        """Drop the connection."""
        self._channel.close()

    async def start(self) -> None:
        """Ask the gateway to start its puppet; one that runs goes on as it is."""
        await self.ask("start", START_SECONDS)

    async def ask(self, method: str, seconds: float = CALL_SECONDS, **values: Any) -> Any:
        """Make a call by the stub's name for it."""
        call = getattr(self._stub(seconds), method)
        try:
            # A second watch: the library's own deadline does not cover making the connection.
            async with asyncio.timeout(seconds + 1):
                return await call(**values)
        except Exception as error:
            raise _failure(error) from error

    async def events(self) -> AsyncGenerator[tuple[int, str], None]:
        """The stream of events as type and JSON, until the gateway ends it."""
        stub = self._stub(None)
        request, answer = schema.EventRequest(), schema.EventResponse
        try:
            async with aclosing(stub._unary_stream(_PATH + "Event", request, answer)) as stream:
                async for response in stream:
                    yield int(response.type), response.payload
        except Exception as error:
            raise _failure(error) from error

    async def file(self, message_id: str, most: int) -> bytes:
        """The bytes of a message's file; more than `most` is refused."""
        stream = self._stub(FILE_SECONDS)._unary_stream(
            _PATH + "MessageFileStream",
            schema.MessageFileStreamRequest(id=message_id),
            schema.MessageFileStreamResponse,
        )
        return await _collect(stream, most, lambda response: response.file_box_chunk.data)

    async def download(self, file_id: str, most: int) -> bytes:
        """The bytes of a file that the gateway keeps under an id of its own."""
        stream = self._stub(FILE_SECONDS)._unary_stream(
            _PATH + "Download", _DownloadRequest(id=file_id), _DownloadResponse
        )
        return await _collect(stream, most, lambda response: response.chunk)

    async def send_large(self, conversation: str, name: str, data: bytes) -> str:
        """Send a file in pieces; returns the message's id, empty where the gateway gives none."""
        request = schema.MessageSendFileStreamRequest
        chunks = [
            schema.FileBoxChunk(name=name),
            *(
                schema.FileBoxChunk(data=data[at : at + _CHUNK_BYTES])
                for at in range(0, len(data), _CHUNK_BYTES)
            ),
        ]
        try:
            async with self._channel.request(
                _PATH + "MessageSendFileStream",
                grpclib.const.Cardinality.STREAM_UNARY,
                request,
                schema.MessageSendFileStreamResponse,
                timeout=FILE_SECONDS,
                metadata=self._metadata,
            ) as stream:
                await stream.send_message(request(conversation_id=conversation))
                for chunk in chunks[:-1]:
                    await stream.send_message(request(file_box_chunk=chunk))
                await stream.send_message(request(file_box_chunk=chunks[-1]), end=True)
                response: Any = await stream.recv_message()
                return (response.id if response is not None else "") or ""
        except Exception as error:
            raise _failure(error) from error

    def _stub(self, seconds: float | None) -> Any:
        return PuppetStub(self._channel, timeout=seconds, metadata=self._metadata)


async def _collect(stream: Any, most: int, data: Callable[[Any], bytes]) -> bytes:
    found = bytearray()
    try:
        async with aclosing(stream):
            async for response in stream:
                found += data(response)
                if len(found) > most:
                    raise CallFailed(f"the file is larger than {most:,} bytes")
    except CallFailed:
        raise
    except Exception as error:
        raise _failure(error) from error
    return bytes(found)


def _failure(error: Exception) -> CallFailed:
    """What went wrong, without words of the message: some gateways repeat them in their errors."""
    if isinstance(error, GRPCError):
        status = error.status
        return CallFailed(
            f"the gateway answered {status.name}", status=status, maybe_done=status in _UNKNOWN_END
        )
    if isinstance(error, TimeoutError):
        return CallFailed("no answer in time", maybe_done=True)
    if isinstance(error, ssl.SSLError):
        return CallFailed(f"TLS: {error.reason or error}")
    if isinstance(error, OSError):
        return CallFailed(f"{type(error).__name__}: {error.strerror or error}")
    if isinstance(error, StreamTerminatedError | ProtocolError | AssertionError):
        return CallFailed("the connection broke", maybe_done=True)
    return CallFailed(f"{type(error).__name__}", maybe_done=True)
