"""Many sends under the eyes of a Bot API that counts: no limit is ever broken (P20, I5)."""

from __future__ import annotations

import asyncio
import sys
import time
from pathlib import Path

import pytest
from peers.bot_api.peer import TOKEN, Peer

from bot.config import TelegramSection
from bot.core.clock import SystemClock
from bot.core.events import Chat
from bot.core.ports import Message, Platform
from bot.platforms.telegram import TelegramPlatform

GROUPS = 20


class Silent:
    """Is told of troubles and says nothing."""

    def trouble(self, platform: Platform, what: object, *, alarm: bool = False) -> None: ...

    def well(self, platform: Platform) -> None: ...

    async def missed(self, platform: Platform, since: object, until: object) -> None: ...


@pytest.mark.parametrize(
    "sends",
    [
        pytest.param(200, id="200 sends"),
        pytest.param(1_000, id="1,000 sends", marks=pytest.mark.slow),
    ],
)
async def test_no_limit_is_broken(
    sends: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Peer(privacy=False) as peer:
        owner = peer.person("老王")
        groups = [peer.group(f"第{n}群", owner, told=False) for n in range(GROUPS)]
        peer.police.on = True
        section = TelegramSection(token=TOKEN, base_url=peer.address)  # type: ignore[arg-type]
        platform = TelegramPlatform(
            section, SystemClock(), Silent(), menu=(), text=lambda words, _: words.key
        )

        async def lane(number: int) -> None:
            chat = Chat(str(groups[number].id), is_group=True)
            for n in range(sends // GROUPS):
                await platform.send(Message(chat, f"第 {n} 条"))

        start = time.monotonic()
        await asyncio.gather(*(lane(number) for number in range(GROUPS)))
        seconds = time.monotonic() - start
        await platform.close()
        broken = peer.police.violations
    with capsys.disabled():
        sys.stdout.write(
            f"\n{sends:,} sends to {GROUPS} groups: {len(broken)} violations, {seconds:.0f} s\n"
        )
    assert broken == []
    assert len(peer.sent) == sends
