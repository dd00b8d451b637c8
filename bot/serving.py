"""`python -m bot run`: the bot with its platforms until it is told to stop."""

from __future__ import annotations

import asyncio
import contextlib
import datetime as dt
import gc
import logging
import signal
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import Protocol, runtime_checkable

from bot.app import App, catalog
from bot.config import Settings
from bot.core.cards import T, t
from bot.core.clock import Clock, SystemClock
from bot.core.events import Incoming
from bot.core.i18n import Catalog
from bot.core.ports import MenuEntry, Platform
from bot.engine.connect import file_of
from bot.engine.lookout import Lookout
from bot.platforms.console import ConsolePlatform

# Seconds until a platform that broke is started again, doubled each time up to the longest.
FIRST_PAUSE, LONGEST_PAUSE = 1.0, 60.0
# A gap that loses messages: Telegram keeps what we did not fetch for about a day, WeChat nothing.
LOST_AFTER = {"telegram": dt.timedelta(hours=24), "wechat": dt.timedelta(minutes=1)}

log = logging.getLogger("serving")


@runtime_checkable
class LoggingIn(Protocol):
    """A platform that has no account until somebody is logged in."""

    on_login: Callable[[str], Awaitable[None]] | None


@runtime_checkable
class Closing(Protocol):
    """A platform with connections to end."""

    async def close(self) -> None:
        """End them; nothing can be sent after that."""


async def _start(app: App) -> None:
    await app.start()
    # What is there now stays: the collector need not walk through it while messages wait.
    gc.freeze()


async def serve_console(settings: Settings, group: str) -> bool:
    """A group chat in this terminal, or lines from a pipe, until the input ends, SIGTERM or Ctrl-C
    comes; returns whether anything was said.
    """
    texts = catalog()
    clock = SystemClock()

    def text(words: T) -> str:
        return texts.text(words, settings.bot.language)

    file = file_of(settings.database.url)
    folder = None if file is None else file.parent
    platform = ConsolePlatform(text, clock, group=group, folder=folder)
    app = App(settings, [platform], clock)
    await _start(app)
    words = [word for command in app.table.commands if not command.hidden for word in command.words]
    platform.attach(app, words)
    was_used = False

    async def receive(batch: Sequence[Incoming]) -> None:
        nonlocal was_used
        was_used = True
        await app.receive(batch)

    ticking = asyncio.create_task(app.serve())
    talking = asyncio.create_task(platform.run(receive))
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
    return was_used


async def serve_platforms(settings: Settings) -> bool:
    """Serve all configured platforms until SIGTERM or Ctrl-C; False where none of them can work."""
    texts = catalog()
    clock = SystemClock()
    lookout = Lookout(clock, texts.text)
    app = App(settings, [], clock)
    app.platforms += configured(settings, clock, lookout, menu=menu_of(app), texts=texts)
    await _start(app)
    lookout.attach(app.database, app.sender)
    stopped = asyncio.Event()
    for each in (signal.SIGTERM, signal.SIGINT):
        with contextlib.suppress(NotImplementedError):
            asyncio.get_running_loop().add_signal_handler(each, stopped.set)
    ticking = asyncio.create_task(app.serve())
    serving = [asyncio.create_task(_keep(each, app, lookout)) for each in app.platforms]
    stopping = asyncio.create_task(stopped.wait())
    served = asyncio.create_task(asyncio.wait(serving))
    await asyncio.wait({served, stopping}, return_when=asyncio.FIRST_COMPLETED)
    for task in (ticking, stopping, served, *serving):
        task.cancel()
    await asyncio.gather(ticking, stopping, served, *serving, return_exceptions=True)
    await lookout.settle()
    await app.stop()
    for platform in app.platforms:
        if isinstance(platform, Closing):
            await platform.close()
    return stopped.is_set()


def configured(
    settings: Settings, clock: Clock, lookout: Lookout, *, menu: Sequence[MenuEntry], texts: Catalog
) -> list[Platform]:
    """The platforms that the settings name; each is loaded only when it is used."""
    found: list[Platform] = []
    if settings.telegram.token:
        from bot.platforms.telegram import TelegramPlatform

        found.append(
            TelegramPlatform(settings.telegram, clock, lookout, menu=menu, text=texts.text)
        )
    if settings.wechat.endpoint:
        from bot.platforms.wechat import WechatPlatform

        found.append(
            WechatPlatform(settings.wechat, clock, lookout, texts.text, zone=settings.bot.zone)
        )
    return found


def menu_of(app: App) -> list[MenuEntry]:
    """The commands that a platform's menu shows; a name that several records share stands once."""
    return [
        MenuEntry(command.name, command.role, command.text("help"))
        for command in app.table.commands
        if not command.hidden and app.table.words[command.name] is command
    ]


async def _begin(platform: Platform, app: App, lookout: Lookout, _login: str = "") -> None:
    """Take over what an earlier account or process left, and say what got lost between."""
    await app.adopt(platform)
    since, now = app.last_seen, app.clock.now()
    is_first = platform.name not in app.begun
    app.begun.add(platform.name)
    if is_first and since is not None and now - since > LOST_AFTER[platform.name]:
        await lookout.missed(platform, since, now)


async def _keep(platform: Platform, app: App, lookout: Lookout) -> None:
    """Run a platform, and again after a mistake in it; the others never notice."""
    pause = FIRST_PAUSE
    if isinstance(platform, LoggingIn):
        platform.on_login = partial(_begin, platform, app, lookout)
    else:
        await _begin(platform, app, lookout)
    while True:
        try:
            await platform.run(app.receive)
        except Exception as error:
            log.exception("platform.broken", extra={"platform": platform.name})
            kind = type(error).__name__
            lookout.trouble(platform, t("common-platform-broken", name=platform.name, kind=kind))
            await asyncio.sleep(pause)
            pause = min(pause * 2, LONGEST_PAUSE)
        else:
            return
