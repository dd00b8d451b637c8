"""What all tests share: no network, and a small world to talk to the real bot in."""

import os
import socket
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from hypothesis import HealthCheck, settings
from world import World

# Where no bytecode is kept, each of the many processes that tests start would compile the whole
# program again.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

# How fast a machine is today is no property of the program.
settings.register_profile(
    "any_machine", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("any_machine")


class NetworkUsed(AssertionError):
    """A test tried to reach a network."""


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail a test that opens an internet socket; the event loop's own pair is no internet."""
    original = socket.socket.__init__

    def guarded(self: socket.socket, family: int = -1, *args: Any, **kwargs: Any) -> None:
        if family in (-1, socket.AF_INET, socket.AF_INET6):
            raise NetworkUsed("a test opened an internet socket")
        original(self, family, *args, **kwargs)

    monkeypatch.setattr(socket.socket, "__init__", guarded)


@pytest_asyncio.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    """The real bot with all its features, on an empty database, at 2025-06-18 15:00 Shanghai."""
    async with World(tmp_path / "world.db") as running:
        yield running
