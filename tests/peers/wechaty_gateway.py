"""A real Wechaty gateway on loopback with a scripted puppet, and a bot's side to try against it."""

from __future__ import annotations

import asyncio
import contextlib
import datetime as dt
import fcntl
import hashlib
import http.client
import json
import os
import random
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import AsyncIterator, Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from bot.config import WechatSection
from bot.core.cards import T
from bot.core.clock import Clock, SystemClock
from bot.core.events import Incoming
from bot.core.ports import Platform
from bot.platforms.wechat import Patience, WechatPlatform

FOLDER = Path(__file__).parent / "wechaty"
LEGACY = FOLDER / "legacy"
KEY = "puppet_test"
ME = "wxid_bot"
ROOM = "r1@chatroom"
MARK = "\u2005"


def install(folder: Path = FOLDER) -> None:
    """Install the gateway's packages once; skips the test where that cannot be done."""
    if shutil.which("node") is None or shutil.which("npm") is None:
        pytest.skip("node and npm are needed for a real Wechaty gateway")
    wanted = hashlib.sha256((folder / "package.json").read_bytes()).hexdigest()[:12]
    done = folder / "node_modules" / f".complete-{wanted}"
    with (folder / ".installing").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if done.exists():
            return
        command = ["npm", "install", "--ignore-scripts", "--no-audit", "--no-fund"]
        try:
            ended = subprocess.run(
                [*command, "--no-package-lock"], cwd=folder, capture_output=True, timeout=300
            )
        except subprocess.TimeoutExpired:
            pytest.skip("npm install of the Wechaty gateway took more than 5 minutes")
        if ended.returncode != 0:
            pytest.skip(f"npm install of the Wechaty gateway failed ({ended.returncode})")
        done.touch()


def free_port() -> int:
    """A loopback port that nobody uses now, and that no outgoing connection is given by chance: a
    client that tries a dead port of that kind again and again may at last reach itself.
    """
    while True:
        port = random.randrange(20_000, 32_000)
        with contextlib.closing(socket.socket()) as probe, contextlib.suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port


class Gateway:
    """One gateway process; its world outlives a kill, for the tests set it up again."""

    def __init__(self, log: Path, folder: Path = FOLDER, **options: Any) -> None:
        self.port = free_port()
        self._http = free_port()
        self._log = log
        self._options = {
            "folder": str(folder),
            "grpc": self.port,
            "http": self._http,
            "token": KEY,
            "tls": False,
            **options,
        }
        self._process: subprocess.Popen[bytes] | None = None
        self.world: dict[str, Any] = {
            "me": ME,
            "contacts": {ME: {"name": "小队长"}},
            "rooms": {},
        }
        self._number = 0

    def start(self) -> None:
        """Start the process and give it its world."""
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                ["node", str(FOLDER / "gateway.mjs"), json.dumps(self._options)],
                stdout=log,
                stderr=log,
                env=os.environ | {"WECHATY_LOG": "silent", "NODE_NO_WARNINGS": "1"},
            )
        for _ in range(600):
            if self._process.poll() is not None:
                raise AssertionError(self._log.read_text(errors="replace")[-2000:])
            with contextlib.suppress(OSError):
                self.do("world", **self.world)
                return
            time.sleep(0.05)
        raise AssertionError("the gateway did not start within 30 s")

    def kill(self) -> None:
        """End the process as SIGKILL does."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None

    def freeze(self) -> None:
        """Stop the process without ending its connections."""
        assert self._process is not None
        self._process.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """Let it go on."""
        assert self._process is not None
        self._process.send_signal(signal.SIGCONT)

    def do(self, command: str, /, **values: Any) -> Any:
        """Give one command to the scripted puppet."""
        connection = http.client.HTTPConnection("127.0.0.1", self._http, timeout=10)
        with contextlib.closing(connection):
            connection.request("POST", "/", json.dumps({"do": command, **values}))
            response = connection.getresponse()
            body = response.read()
        if response.status != 200:
            raise AssertionError(body.decode())
        return json.loads(body)

    # -- the world

    def person(self, id_: str, name: str) -> str:
        """Somebody new."""
        self.world["contacts"][id_] = {"name": name}
        self.do("world", contacts={id_: {"name": name}}, rooms={})
        return id_

    def room(self, id_: str, topic: str, members: dict[str, str]) -> str:
        """A group with its members and their aliases there; the bot is one of them."""
        members = {ME: "", **members}
        room = {"topic": topic, "members": members}
        self.world["rooms"][id_] = room
        self.do("world", contacts={}, rooms={id_: room})
        return id_

    def payload(self, who: str, text: str, room: str = ROOM, **changes: Any) -> dict[str, Any]:
        """A message, as the puppet holds it: a text unless its `type` says otherwise."""
        self._number += 1
        number = f"{os.getpid()}{self._number:06}"
        return {
            "id": f"m{number}",
            "type": 7,
            "text": text,
            "timestamp": 1750200000000 + self._number * 1000,
            "talkerId": who,
            "fromId": who,
            "listenerId": "" if room else ME,
            "toId": "" if room else ME,
            "roomId": room,
            "mentionIdList": [],
            **changes,
        }

    def say(self, who: str, text: str, room: str = ROOM, **changes: Any) -> str:
        """Somebody says something in the group, or in private where `room` is empty; its id."""
        command = {key: changes.pop(key) for key in ("file", "quiet", "again") if key in changes}
        payload = self.payload(who, text, room, **changes)
        self.do("message", payload=payload, **command)
        return str(payload["id"])

    def sent(self) -> list[dict[str, Any]]:
        """What the bot has sent, oldest first."""
        return list(self.do("sent"))


class Watched:
    """Writes down what the platform tells about its line."""

    def __init__(self) -> None:
        self.troubles: list[tuple[str, bool]] = []
        self.wells = 0
        self.gaps: list[tuple[dt.datetime, dt.datetime]] = []

    def trouble(self, platform: Platform, what: T, *, alarm: bool = False) -> None:
        """Something is wrong."""
        self.troubles.append((what.key, alarm))

    def well(self, platform: Platform) -> None:
        """The line works."""
        self.wells += 1

    async def missed(self, platform: Platform, since: dt.datetime, until: dt.datetime) -> None:
        """Messages of that time are lost."""
        self.gaps.append((since, until))

    @property
    def keys(self) -> list[str]:
        """What was told, without the alarms."""
        return [key for key, _ in self.troubles]


class Rig:
    """A platform against a gateway, with what it handed over and what it told."""

    def __init__(self, platform: WechatPlatform, watch: Watched) -> None:
        self.platform = platform
        self.watch = watch
        self.got: list[Incoming] = []
        self.broken: list[Exception] = []
        self.task: asyncio.Task[None]

    async def receive(self, batch: Sequence[Incoming]) -> None:
        """Take what the platform hands over."""
        if self.broken:
            raise self.broken.pop(0)
        self.got.extend(batch)

    async def until(self, is_so: Callable[[], bool], seconds: float = 8.0) -> None:
        """Wait until something is so."""
        try:
            async with asyncio.timeout(seconds):
                while not is_so():  # noqa: ASYNC110
                    await asyncio.sleep(0.005)
        except TimeoutError:
            raise AssertionError(
                f"not within {seconds} s; {self.got=} {self.watch.troubles=}"
            ) from None

    async def count(self, number: int, seconds: float = 8.0) -> list[Incoming]:
        """Wait for that many events; returns all there are."""
        await self.until(lambda: len(self.got) >= number, seconds)
        return self.got

    async def well(self, times: int = 1, seconds: float = 8.0) -> None:
        """Wait until the line has been well that often."""
        await self.until(lambda: self.watch.wells >= times, seconds)


def section(gateway: Gateway, **changes: Any) -> WechatSection:
    """Settings for the gateway, without pauses between sends."""
    usual = {
        "endpoint": f"127.0.0.1:{gateway.port}",
        "token": KEY,
        "tls": False,
        "send_interval_s": 0,
        "sends_per_minute": 600,
        "sends_per_day": 100_000,
    }
    return WechatSection(**{**usual, **changes})


@contextlib.asynccontextmanager
async def rig(
    gateway: Gateway,
    *,
    clock: Clock | None = None,
    patience: Patience | None = None,
    wait: bool = True,
    **settings: Any,
) -> AsyncIterator[Rig]:
    """A running platform; waits until somebody is logged in unless told otherwise."""
    watch = Watched()
    platform = WechatPlatform(
        section(gateway, **settings),
        clock or SystemClock(),
        watch,
        lambda words, _: words.key,
        patience=patience,
    )
    running = Rig(platform, watch)
    running.task = task = asyncio.create_task(platform.run(running.receive))
    try:
        if wait:
            await running.well()
        yield running
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        await platform.close()
