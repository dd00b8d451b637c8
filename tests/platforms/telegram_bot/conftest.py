"""What the tests of Telegram share: loopback, the fake Bot API, and platforms that talk to it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from typing import Any

import pytest
import pytest_asyncio
from peers.bot_api import Peer, Person, Place
from peers.loopback import allow_loopback_alone
from telegram_house import Running

from bot.platforms.telegram import Tempo


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sockets may be opened here, and reach loopback alone."""
    allow_loopback_alone(monkeypatch)


@pytest.fixture
def peer() -> Iterator[Peer]:
    """A Bot API that lets the bot read everything."""
    with Peer(privacy=False) as served:
        yield served


@pytest.fixture
def wang(peer: Peer) -> Person:
    """老王, who owns groups and has opened a private chat."""
    person = peer.person("老王")
    person.has_started = True
    return person


@pytest.fixture
def may(peer: Peer) -> Person:
    """小美, a member."""
    return peer.person("小美", username="may_li")


@pytest.fixture
def crew(peer: Peer, wang: Person) -> Place:
    """冲刺群, with the bot in it since long ago."""
    return peer.group("冲刺群", wang, told=False)


@pytest_asyncio.fixture
async def make(peer: Peer) -> AsyncIterator[Callable[..., Running]]:
    """Make platforms on the peer; all are stopped in the end."""
    made: list[Running] = []

    def build(tempo: Tempo | None = None, **changes: Any) -> Running:
        made.append(Running(peer, tempo, **changes))
        return made[-1]

    yield build
    for each in made:
        await each.stop()


@pytest_asyncio.fixture
async def running(make: Callable[..., Running]) -> Running:
    """A platform that polls, with nothing to wait for."""
    run = make()
    run.start()
    await run.polls()
    return run
