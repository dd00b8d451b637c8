"""All platforms in one process: each on its own, and a clean end."""

import asyncio
import os
import signal
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from world import GROUP, FakePlatform

import bot.serving as serving
from bot.config import DatabaseSection, Settings
from bot.core.events import Incoming, Sender
from bot.core.ports import Message, Platform, Receive


class Acting(FakePlatform):
    """A platform that does something when it runs, and ends the process from its last act."""

    def __init__(self, name: str, *acts: Callable[[Receive], object]) -> None:
        super().__init__()
        self.name = name
        self._acts = list(acts)
        self.runs = 0
        self.is_closed = False

    async def run(self, receive: Receive) -> None:
        self.runs += 1
        if self._acts:
            result = self._acts.pop(0)(receive)
            if asyncio.iscoroutine(result):
                await result
        await asyncio.Event().wait()

    async def close(self) -> None:
        self.is_closed = True


def report(clock: object, amount: int, name: str) -> Incoming:
    sender = Sender("a", "小美")
    return Incoming(name, "bot", GROUP, sender, f"m{amount}", clock.now(), f"报单 {amount}")  # type: ignore[attr-defined]


async def serve(
    monkeypatch: pytest.MonkeyPatch, folder: Path, platforms: Sequence[Platform]
) -> bool:
    monkeypatch.setattr(serving, "configured", lambda *_args, **_options: list(platforms))
    monkeypatch.setattr(serving, "FIRST_PAUSE", 0.01)
    monkeypatch.setattr(serving, "LOST_AFTER", dict.fromkeys("ab", serving.LOST_AFTER["telegram"]))
    settings = Settings(database=DatabaseSection(url=f"sqlite:///{folder / 'a.db'}"))
    return await asyncio.wait_for(serving.serve_platforms(settings), 20)


def terminate() -> None:
    os.kill(os.getpid(), signal.SIGTERM)


async def test_a_platform_that_breaks_stops_no_other_and_comes_back(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from bot.core.clock import SystemClock

    def broken(_receive: Receive) -> None:
        raise ValueError("a mistake in the adapter")

    other = Acting("b")
    done = asyncio.Event()

    async def later(receive: Receive) -> None:
        await receive([report(SystemClock(), 398, "a")])
        done.set()

    async def sent(message: Message) -> str:
        other.sent.append(message)
        terminate()
        return "B1"

    one = Acting("a", broken, broken, later)
    one.send = sent  # type: ignore[method-assign]
    assert await serve(monkeypatch, tmp_path, [one, other])
    assert (one.runs, other.runs) == (3, 1)
    assert "398.00" in other.sent[0].text
    assert one.is_closed
    assert other.is_closed


async def test_where_no_platform_can_work_it_ends(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    class Ending(FakePlatform):
        name = "a"

    assert not await serve(monkeypatch, tmp_path, [Ending()])
