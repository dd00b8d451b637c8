"""`python -m bot run`: the bot with its platforms until it is told to stop."""

from __future__ import annotations

import asyncio
import contextlib
import signal
from pathlib import Path

from sqlalchemy.engine import make_url

from bot.app import App, catalog
from bot.config import Settings
from bot.core.cards import T
from bot.core.clock import SystemClock
from bot.platforms.console import ConsolePlatform


async def serve_console(settings: Settings, group: str) -> None:
    """A group chat in this terminal, or lines from a pipe, until the input ends or
    SIGTERM comes.
    """
    texts = catalog()
    clock = SystemClock()

    def text(words: T) -> str:
        return texts.text(words, settings.bot.language)

    file = make_url(settings.database.url).database
    history = Path(file).with_name("console-history") if file else None
    platform = ConsolePlatform(text, clock, group=group, history=history)
    app = App(settings, [platform], clock)
    await app.start()
    words = [word for command in app.table.commands if not command.hidden for word in command.words]
    platform.attach(app, words)
    ticking = asyncio.create_task(app.serve())
    talking = asyncio.create_task(platform.run(app.receive))
    with contextlib.suppress(NotImplementedError):
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, talking.cancel)
    try:
        with contextlib.suppress(asyncio.CancelledError):
            await talking
    finally:
        ticking.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await ticking
        await app.stop()
