"""The composition root: the only place that knows everybody."""

from __future__ import annotations

import asyncio
import contextlib
import datetime as dt
import logging
import secrets
from collections.abc import Sequence
from functools import partial

import handlers
from bot.config import Settings
from bot.core.clock import Clock, SystemClock
from bot.core.events import Incoming
from bot.core.i18n import Catalog, shipped
from bot.core.ports import Platform
from bot.core.table import Table
from bot.engine import inbox, running
from bot.engine.connect import ProcessLock
from bot.engine.db import Database
from bot.engine.drawing import Studio
from bot.engine.jobs import Jobs
from bot.engine.mentions import account_of
from bot.engine.outbox import Sender
from bot.engine.pipeline import Pipeline
from bot.engine.upgrade import upgrade
from bot.engine.waiting import Due
from models import accounts, people, rosters
from models.db import Db
from models.teams import Defaults
from models.values import Role

log = logging.getLogger("app")

# Messages of one batch that are worked on before their answers leave.
TOGETHER = 200
# Messages handled one by one after a process died, in case one of them killed it.
CAREFUL_FOR = 200
# Seconds between two looks at what is due, and between two signs of life.
TICK_SECONDS = 1
# Seconds that the last answers have to leave when the bot is told to stop.
LAST_SENDS_SECONDS = 6
ALIVE_SECONDS = 30


def catalog() -> Catalog:
    """The texts that ship with the program."""
    return shipped()


class App:
    """The running bot: takes messages, does planned work, sends answers."""

    def __init__(
        self, settings: Settings, platforms: Sequence[Platform], clock: Clock | None = None
    ) -> None:
        self.clock = clock or SystemClock()
        self.settings = settings
        self.table = Table(handlers.routers())
        self.texts = catalog()
        self._url = settings.database.url
        self._lock = ProcessLock(self._url)
        self.platforms = list(platforms)
        self._careful = 0
        self._process = 0
        self.was_killed = False
        self.last_seen: dt.datetime | None = None
        self.begun: set[str] = set()

    async def start(self) -> None:
        """Open the database, finish what an earlier process left, begin to send.

        Raises DatabaseUnusable.
        """
        self._lock.take()
        try:
            upgrade(self._url)
        except BaseException:
            self._lock.free()
            raise
        self.database = Database(self._url)
        self.database.start()
        defaults = Defaults(self.settings.bot.timezone, self.settings.bot.language)
        self.pipeline = Pipeline(self.table, self.clock, defaults)
        self.jobs = Jobs(self.table, self.clock, self.pipeline)
        studio = Studio(self.texts.text, self.settings.pictures.font)
        texts = self.texts.text
        self.sender = Sender(self.database, self.platforms, texts, self.clock, studio=studio)
        begun = await self.database.write(lambda db: running.begin(db, self.clock.now()))
        self._process, self.was_killed, self.last_seen = begun
        if self.was_killed:
            self._careful = CAREFUL_FOR
        await self.sender.recover()
        await self._try_again()

    async def receive(self, batch: Sequence[Incoming]) -> None:
        """Take messages; returns when they are durable and their answers are on their way."""
        if self._careful > 0:
            await self._receive_carefully(batch)
            return
        for n in range(0, len(batch), TOGETHER):
            works = [
                self.database.write(partial(self._take, incoming=incoming))
                for incoming in batch[n : n + TOGETHER]
            ]
            for due in await asyncio.gather(*works):
                self.sender.wake(due)
            # The answers go first, before the platform asks for more.
            await asyncio.sleep(0)

    def _take(self, db: Db, incoming: Incoming) -> list[Due]:
        return self.pipeline.take(db, incoming)

    async def _receive_carefully(self, batch: Sequence[Incoming]) -> None:
        """Store all, then count each try before it is made: one that kills is known by its count.

        Repeats do not use up the care: what kills may come after any number of them.
        """
        store = self.pipeline.store
        works = [self.database.write(partial(store, incoming=incoming)) for incoming in batch]
        for received, incoming in zip(await asyncio.gather(*works), batch, strict=True):
            if received is not None:
                self._careful -= 1
                await self._try(received, incoming)

    async def _try(self, received: int, incoming: Incoming) -> None:
        if not await self.database.write(lambda db: inbox.begin_try(db, received)):
            log.error("message.dead", extra={"received": received})
            return
        self.sender.wake(
            await self.database.write(lambda db: self.pipeline.retry(db, received, incoming))
        )

    async def settle(self) -> None:
        """Return when all that could be sent has been sent."""
        await self.sender.settle()

    async def tick(self) -> None:
        """Do what is due by the clock: planned work, put-off messages, summaries."""
        self.sender.wake(await self.database.write(self.jobs.tick))
        await self._try_again()

    async def _try_again(self) -> None:
        """Work on the messages that were stored but not finished and whose time has come."""
        now = self.clock.now()
        for received, incoming in await self.database.write(lambda db: inbox.waiting(db, now)):
            await self._try(received, incoming)

    async def next_due(self) -> dt.datetime | None:
        """When the next planned work falls due."""
        return await self.database.read(self.jobs.next_due)

    async def declare(self, person: Incoming, role: str) -> None:
        """Give the sender that role: where everybody sits at one keyboard."""
        defaults = Defaults(person.text or self.settings.bot.timezone, self.settings.bot.language)

        def write(db: Db) -> None:
            scene = people.recognise(db, account_of(person), defaults, self.clock.now())
            if scene.member is not None:
                state = rosters.SHADOW if role == "shadow" else rosters.ACTIVE
                level = Role.MEMBER if role == "shadow" else Role[role.upper()]
                people.declare(db, scene.member.id, level, state)

        await self.database.write(write)

    async def role_of(self, person: Incoming) -> str | None:
        """The role somebody has in the chat's team, in lower case; None for a stranger."""
        who = account_of(person)
        return await self.database.read(lambda db: people.role_of(db, who))

    async def adopt(self, platform: Platform) -> None:
        """Let a platform's new account go on where an earlier one stopped."""
        name, account = platform.name, platform.account
        await self.database.write(lambda db: accounts.adopt(db, name, account))

    async def open_session(self) -> str:
        """A token for one stream of console lines: the interrupted one after a kill, else a new
        one.
        """
        token = secrets.token_hex(4)
        return await self.database.write(
            lambda db: running.session(db, self._process, token, resume=self.was_killed)
        )

    async def stop(self, *, clean: bool = True) -> None:
        """End; unclean leaves everything as a killed process would."""
        if clean:
            # What a dead platform does not take stays in its rows for the next start.
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self.sender.settle(), LAST_SENDS_SECONDS)
            await self.database.write(lambda db: running.end(db, self._process, self.clock.now()))
        await self.sender.stop()
        self.database.stop(clean=clean)
        self._lock.free()

    async def serve(self) -> None:
        """Tick and show signs of life until cancelled; APScheduler only wakes, it
        decides nothing.
        """
        from apscheduler.schedulers.asyncio import AsyncIOScheduler

        scheduler = AsyncIOScheduler(timezone=dt.UTC)
        scheduler.add_job(
            self.tick, "interval", seconds=TICK_SECONDS, max_instances=1, coalesce=True
        )
        scheduler.add_job(self._alive, "interval", seconds=ALIVE_SECONDS, coalesce=True)
        scheduler.start()
        try:
            await asyncio.Event().wait()
        finally:
            scheduler.shutdown(wait=False)

    async def _alive(self) -> None:
        await self.database.write(lambda db: running.alive(db, self._process, self.clock.now()))
