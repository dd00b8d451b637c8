"""The fake Telegram as tests drive it: people act, the bot is served, everything is on record."""

from __future__ import annotations

import asyncio
import json
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

from peers.bot_api.acts import Acts
from peers.bot_api.faults import (
    BadGateway,
    CutAfter,
    CutBefore,
    Delay,
    Fault,
    Hang,
    Refuse,
    Refused,
    Status,
    TooMany,
)
from peers.bot_api.methods import Methods
from peers.bot_api.police import Police
from peers.bot_api.queue import Updates
from peers.bot_api.wire import Answer, Cut, HttpThread, Request
from peers.bot_api.world import Person, Place, Raw, Shown

TOKEN = "7000000001:AAE-test-token-of-the-fake-bot-api"  # noqa: S105 - opens nothing


@dataclass
class Call:
    """One request of the bot: its method, its parameters, when it came and how it was answered."""

    method: str
    params: dict[str, Any]
    at: float
    status: int = 0


@dataclass
class _Planned:
    fault: Fault
    method: str
    chat: int | None
    left: int


class Peer(Acts):
    """A Bot API with one bot; `with Peer() as peer` serves it on loopback.

    `now` gives the seconds that messages are dated by; the rate police counts real time.
    """

    def __init__(
        self, *, privacy: bool = True, now: Callable[[], float] = time.time, token: str = TOKEN
    ) -> None:
        self.token = token
        self.lock = threading.RLock()
        self.bot = Person(
            int(token.partition(":")[0]), "小队长", username="duizhang_bot", is_bot=True
        )
        self.reads_all = not privacy
        self.now = now
        self.any_webhook = True
        self.people: dict[int, Person] = {self.bot.id: self.bot}
        self.places: dict[int, Place] = {}
        self.sent: list[Raw] = []
        self.silent: set[tuple[int, int]] = set()
        self.edits: list[tuple[int, Raw]] = []
        self.shown: list[Shown] = []
        self.calls: list[Call] = []
        self.answers: dict[str, Raw] = {}
        self.open_queries: set[str] = set()
        self.pressed: dict[str, Raw] = {}
        self.reactions: dict[tuple[int, int], str] = {}
        self.commands: dict[tuple[str, str], list[Raw]] = {}
        self.files: dict[str, Raw] = {}
        self.file_bytes: dict[str, bytes] = {}
        self.updates = Updates()
        self.police = Police()
        self._faults: list[_Planned] = []
        self._methods = Methods(self)
        self._http = HttpThread(self._serve)
        self._numbers = 0
        self._ids = 0
        self._changed = threading.Condition(self.lock)

    # -- serving

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: object, trace: TracebackType | None
    ) -> None:
        self.stop()

    def start(self, port: int = 0) -> None:
        """Serve on loopback; a port of 0 is any that is free."""
        self.updates.attach(self._http.loop)
        self._http.start(port)

    def stop(self) -> None:
        """End."""
        self._http.stop()

    @property
    def address(self) -> str:
        """Where it serves: what `base_url` is set to."""
        return f"http://127.0.0.1:{self._http.port}"

    def drop_connections(self) -> None:
        """Break every connection that is open now."""
        asyncio.run_coroutine_threadsafe(self._http.drop_all(), self._http.loop).result(5)

    # -- trouble on demand

    def fail(self, method: str, fault: Fault, *, times: int = 1, chat: int | None = None) -> None:
        """The next calls of a method, all or those for one chat, go wrong that way; «*» is any."""
        with self.lock:
            self._faults.append(_Planned(fault, method.lower(), chat, times))

    def heal(self) -> None:
        """Nothing planned goes wrong any more."""
        with self.lock:
            self._faults.clear()

    # -- looking

    def count(self, method: str) -> int:
        """How often the bot called a method."""
        return len(self.calls_of(method))

    def calls_of(self, method: str) -> list[Call]:
        """The bot's calls of a method."""
        with self.lock:
            return [call for call in self.calls if call.method.lower() == method.lower()]

    def texts(self, place: Place | None = None) -> list[str]:
        """The words of what the bot sent, to one chat or to all, as they read now."""
        with self.lock:
            return [
                m.get("text") or m.get("caption") or ""
                for m in self.sent
                if place is None or m["chat"]["id"] == place.id
            ]

    def wait_for(self, what: Callable[[], bool], seconds: float = 5.0) -> bool:
        """Return once something is so, or after that time: for tests that run without a loop."""
        until = time.monotonic() + seconds
        with self._changed:
            while not what():
                if (
                    not self._changed.wait(min(0.2, max(0.0, until - time.monotonic())))
                    and time.monotonic() > until
                ):
                    return what()
        return True

    def time(self) -> int:
        """Now, as messages carry it."""
        return int(self.now())

    # -- the server's side

    async def _serve(self, request: Request) -> Answer:
        if request.path.startswith("/file/bot"):
            return self._file(request.path.removeprefix(f"/file/bot{self.token}/"))
        token, _, method = request.path.removeprefix("/bot").rpartition("/")
        if token != self.token:
            known = ":" in token
            return _error(401, "Unauthorized") if known else _error(404, "Not Found")
        params = {key: _value(key, value) for key, value in request.values.items()}
        call = Call(method, params, time.monotonic())
        with self._changed:
            self.calls.append(call)
            fault = self._planned(method, params)
        answer = await self._answer(call, request, fault)
        call.status = answer.status
        with self._changed:
            self._changed.notify_all()
        return answer

    async def _answer(self, call: Call, request: Request, fault: Fault | None) -> Answer:
        match fault:
            case TooMany(seconds):
                return _error(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)
            case Refuse(status, description):
                return _error(status, description)
            case Status(code):
                return _error(code, "Internal Server Error")
            case BadGateway(code, done):
                if done:
                    await self._work(call, request)
                return Answer(
                    code, b"<html><body><h1>502 Bad Gateway</h1></body></html>", "text/html"
                )
            case CutBefore():
                raise Cut
            case CutAfter():
                await self._work(call, request)
                raise Cut
            case Hang(done):
                if done:
                    await self._work(call, request)
                await asyncio.Event().wait()
        answer = await self._work(call, request)
        if isinstance(fault, Delay):
            await asyncio.sleep(fault.seconds)
        return answer

    async def _work(self, call: Call, request: Request) -> Answer:
        try:
            if call.method.lower() == "getupdates":
                result: Any = await self.updates.get(call.params)
            else:
                method = self._methods.find(call.method)
                if method is None:
                    return _error(404, "Not Found")
                with self._changed:
                    result = method(call.params, request)
        except Refused as refused:
            return _error(refused.status, refused.description, **refused.parameters)
        return Answer(200, json.dumps({"ok": True, "result": result}).encode())

    def _planned(self, method: str, params: dict[str, Any]) -> Fault | None:
        for planned in self._faults:
            mine = planned.method in ("*", method.lower())
            if mine and planned.chat in (None, params.get("chat_id")):
                planned.left -= 1
                if planned.left <= 0:
                    self._faults.remove(planned)
                return planned.fault
        return None

    def _file(self, path: str) -> Answer:
        for key, file in self.files.items():
            if file["file_path"] == path:
                return Answer(200, self.file_bytes[key], "application/octet-stream")
        return _error(404, "Not Found")

    # -- what methods and acts share

    def too_fast(self, place: Place) -> None:
        """Count a message or an edit of the bot; raises Refused where it came too fast."""
        wait = self.police.judge(place.id, is_group=place.is_group, now=time.monotonic())
        if wait is not None:
            raise Refused(f"Too Many Requests: retry after {wait}", 429, retry_after=wait)

    def post(self, place: Place, who: Person, content: Raw, *, silent: bool = False) -> Raw:
        """Put a message into a chat; the bot's own are on record."""
        self._numbers += 1
        message = {
            "message_id": self._numbers,
            "from": who.raw,
            "chat": place.raw,
            "date": self.time(),
            **content,
        }
        place.messages[self._numbers] = message
        if who is self.bot:
            self.sent.append(message)
            self.show("new", message)
            if silent:
                self.silent.add((place.id, self._numbers))
        return message

    def show(self, kind: str, message: Raw, **more: str) -> None:
        """Put on record what people see now."""
        photo = message.get("photo")
        rows = message.get("reply_markup", {}).get("inline_keyboard", [])
        words = {
            "text": message.get("text") or message.get("caption") or "",
            "file": message.get("document", {}).get("file_name", ""),
            "picture": self.files[photo[0]["file_id"]]["file_name"] if photo else "",
        }
        labels = tuple(button["text"] for row in rows for button in row if kind != "notice")
        place, number = message["chat"]["id"], message["message_id"]
        self.shown.append(Shown(kind, place, number, buttons=labels, **(words | more)))

    def keep_file(self, name: str, data: bytes) -> Raw:
        """Keep a file; its raw form."""
        self._ids += 1
        key = f"BQACAgIAAx{self._ids:06d}"
        self.file_bytes[key] = data
        self.files[key] = {
            "file_id": key,
            "file_unique_id": f"u{self._ids}",
            "file_size": len(data),
            "file_name": name,
            "file_path": f"documents/file_{self._ids}",
        }
        return {k: v for k, v in self.files[key].items() if k != "file_path"}

    def new_id(self) -> int:
        """A number that nobody has."""
        self._ids += 1
        return self._ids


def _error(status: int, description: str, **parameters: int) -> Answer:
    body: dict[str, Any] = {"ok": False, "error_code": status, "description": description}
    if parameters:
        body["parameters"] = parameters
    return Answer(status, json.dumps(body).encode())


_STRUCTURED = {"reply_markup", "media", "reply_parameters", "allowed_updates", "commands", "scope", "reaction",
               "link_preview_options", "entities", "caption_entities"}  # fmt: skip
_NUMBERS = {"chat_id", "message_id", "user_id", "offset", "limit", "message_thread_id"}
_SWITCHES = {"show_alert", "disable_notification", "drop_pending_updates"}


def _value(key: str, value: Any) -> Any:
    """A parameter as it is meant: forms carry everything as text."""
    if not isinstance(value, str):
        return value
    if key in _STRUCTURED:
        return json.loads(value)
    if key in _NUMBERS:
        try:
            return int(value)
        except ValueError:
            return value
    if key in _SWITCHES:
        return value.lower() == "true"
    return value
