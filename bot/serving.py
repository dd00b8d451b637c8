"""`python -m bot run`: the bot with its platforms until it is told to stop."""

from __future__ import annotations

import asyncio
import contextlib
import signal

from bot.app import App, catalog
from bot.config import Settings
from bot.core.cards import T
from bot.core.clock import SystemClock
from bot.engine.connect import file_of
from bot.platforms.console import ConsolePlatform


async def serve_console(settings: Settings, group: str) -> None:
    """A group chat in this terminal, or lines from a pipe, until the input ends, SIGTERM or Ctrl-C
    comes.
    """
    texts = catalog()
    clock = SystemClock()

    def text(words: T) -> str:
        return texts.text(words, settings.bot.language)

    file = file_of(settings.database.url)
    history = None if file is None else file.with_name("console-history")
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
        await talking
    except asyncio.CancelledError:
        # SIGTERM ends only the talking, and that is a good end; Ctrl-C goes on to the shell.
        task = asyncio.current_task()
        if task is not None and task.cancelling():
            raise
    finally:
        ticking.cancel()
        await asyncio.gather(ticking, return_exceptions=True)
        await app.stop()
