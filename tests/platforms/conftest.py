"""What the tests of the platforms share."""

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from fake_host import FakeHost, World

from bot.platforms.dialog import Options, replay
from bot.platforms.dialog_file import parse
from bot.platforms.dialog_record import Outcome


@pytest.fixture
def world() -> World:
    """An empty world."""
    return World()


@pytest.fixture
def play(world: World, tmp_path: Path) -> Callable[..., Awaitable[Outcome]]:
    """Play lines after the usual head: 08:00 in Shanghai, the group 冲刺群."""

    async def run(*lines: str, options: Options | None = None) -> Outcome:
        head = ["@now 2025-06-18 08:00 Asia/Shanghai", "@group 冲刺群"]
        script = parse("\n".join([*head, *lines]), tmp_path / "a.dialog")
        return await replay(
            script,
            lambda clock, platform: FakeHost(world, clock, platform),
            options or Options(),
        )

    return run
