"""Keeps an eye on the platforms' lines: into the log, into the database, to those who must know."""

from __future__ import annotations

import asyncio
import datetime as dt
import logging
from collections.abc import Callable

from bot.core.cards import Card, T, t, write_words
from bot.core.clock import Clock
from bot.core.ports import Platform
from bot.engine.db import Database
from bot.engine.outbox import Sender
from bot.engine.post import Outbox
from bot.engine.waiting import Due
from models import chats, lines
from models.db import Db
from models.teams import team_info

log = logging.getLogger("line")


class Lookout:
    """Is told how each platform is doing, from before the database is open until the end."""

    def __init__(self, clock: Clock, text: Callable[[T, str], str]) -> None:
        self._clock = clock
        self._text = text
        self._database: Database | None = None
        self._sender: Sender | None = None
        self._telling: set[asyncio.Task[None]] = set()

    def attach(self, database: Database, sender: Sender) -> None:
        """Begin to write down and to tell."""
        self._database, self._sender = database, sender

    def trouble(self, platform: Platform, what: T, *, alarm: bool = False) -> None:
        """Something is wrong: logged, kept for who asks and, with `alarm`, told elsewhere."""
        words = self._text(what, "en")
        log.warning("line.trouble", extra={"platform": platform.name, "words": words})
        self._begin(platform.name, Card(what), alarm=alarm)

    def well(self, platform: Platform) -> None:
        """The line works (again)."""
        log.info("line.well", extra={"platform": platform.name})
        self._begin(platform.name, None)

    async def missed(self, platform: Platform, since: dt.datetime, until: dt.datetime) -> None:
        """Messages of that time are lost for good: every group there is told, in one line."""
        log.warning("line.missed", extra={"since": since.isoformat(), "until": until.isoformat()})
        if self._database is None or self._sender is None:
            return
        name, account = platform.name, platform.account

        def write(db: Db) -> list[Due]:
            told: list[Due] = []
            for chat_id, team_id in chats.groups_of(db, name, account):
                team = team_info(db, team_id)
                first, last = since.astimezone(team.zone), until.astimezone(team.zone)
                form = "%H:%M" if first.date() == last.date() else "%m-%d %H:%M"
                words = t("common-missed", since=f"{first:{form}}", until=f"{last:{form}}")
                outbox = Outbox(db, self._clock.now(), None, None)
                outbox.put(Card(words), chat_id, team.language)
                told += outbox.due
            return told

        self._sender.wake(await self._database.write(write))

    def _begin(self, platform: str, card: Card | None, *, alarm: bool = False) -> None:
        if self._database is None:
            return
        task = asyncio.create_task(self._tell(self._database, platform, card, alarm=alarm))
        self._telling.add(task)
        task.add_done_callback(self._telling.discard)

    async def _tell(
        self, database: Database, platform: str, card: Card | None, *, alarm: bool
    ) -> None:
        now = self._clock.now()

        def write(db: Db) -> list[Due]:
            lines.note(db, platform, write_words(card.title) if card is not None else "", now)
            if card is None or not alarm:
                return []
            outbox = Outbox(db, now, None, None)
            for chat_id, language in chats.elsewhere(db, platform):
                outbox.put(card, chat_id, language)
            return outbox.due

        told = await database.write(write)
        if self._sender is not None:
            self._sender.wake(told)

    async def settle(self) -> None:
        """Return when all that was noticed is written down."""
        await asyncio.gather(*self._telling, return_exceptions=True)
