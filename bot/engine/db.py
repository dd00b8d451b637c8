"""The database's own thread: one writer, works that wait together share one commit, readers beside
it.
"""

from __future__ import annotations

import asyncio
import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import Connection, Dialect, Engine
from sqlalchemy.dialects.sqlite.base import SQLiteDialect

from bot.engine.connect import open_engine
from models.db import Cursor, Db, Memory, Statements

R = TypeVar("R")

# More than this in one commit makes the first wait long and gains nothing (performance.md §1).
MAX_BATCH = 500


@dataclass(slots=True)
class _Work:
    """One waiting piece of work and the future, of an event loop or of a thread, that gets its
    outcome.
    """

    run: Callable[[Db], Any]
    waiter: asyncio.Future[Any] | Future[Any]
    loop: asyncio.AbstractEventLoop | None = None
    is_soft: bool = False
    result: Any = None
    error: BaseException | None = None

    def settle(self) -> None:
        """Give the outcome to whoever waits."""
        if self.waiter.cancelled():
            return
        if self.error is None:
            self.waiter.set_result(self.result)
        else:
            self.waiter.set_exception(self.error)


class Database:
    """Runs works on the writer thread, many to a commit.

    A work is a plain function of `Db`; its result is given back only after the commit that made it
    durable. When a work raises or the commit fails, the batch is taken back and each work is run
    once more alone, so that only the culprit gets the exception. (A savepoint for each would cost
    every message what only failures need.)
    """

    def __init__(self, url: str) -> None:
        self.engine: Engine = open_engine(url)
        self._readers: Engine = open_engine(url, read_only=True)
        self.memory = Memory()
        self._statements = Statements(named(self.engine.dialect))
        self._queue: queue.SimpleQueue[_Work | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._serve, name="database", daemon=True)
        self._abandoned = False
        self._is_soft = False

    def start(self) -> None:
        """Start the writer thread."""
        self._thread.start()

    def stop(self, *, clean: bool = True) -> None:
        """Finish what waits and close; unclean leaves what waits undone, as a
        killed process would.
        """
        self._abandoned = not clean
        self._queue.put(None)
        self._thread.join()
        self.engine.dispose()
        self._readers.dispose()

    async def write(self, work: Callable[[Db], R], *, is_soft: bool = False) -> R:
        """Run the work in a transaction; returns after it is durable.

        What is soft outlives the process at once but a power cut only a little later: the states of
        answers on their way, which a cut leaves in doubt anyway.
        """
        loop = asyncio.get_running_loop()
        waiter: asyncio.Future[R] = loop.create_future()
        self._queue.put(_Work(work, waiter, loop, is_soft))
        return await waiter

    def write_now(self, work: Callable[[Db], R]) -> R:
        """The same for code that has no event loop."""
        outcome: Future[R] = Future()
        self._queue.put(_Work(work, outcome))
        return outcome.result()

    async def read(self, work: Callable[[Db], R]) -> R:
        """Run the work on a reader connection in a thread; it must not write."""
        return await asyncio.to_thread(self.read_now, work)

    def read_now(self, work: Callable[[Db], R]) -> R:
        """Run the work on a reader connection of its own, on one state of the database."""
        with self._readers.connect() as connection:
            cursor = _cursor(connection)
            cursor.execute("BEGIN", {})
            try:
                return work(Db(connection, cursor, self._statements, Memory()))
            finally:
                connection.connection.rollback()

    def _serve(self) -> None:
        with self.engine.connect() as connection:
            while (batch := self._take()) and not self._abandoned:
                self._commit(connection, batch)

    def _take(self) -> list[_Work]:
        """All works that wait now, at least one; empty when it is time to end."""
        first = self._queue.get()
        if first is None:
            return []
        batch = [first]
        while len(batch) < MAX_BATCH:
            try:
                work = self._queue.get_nowait()
            except queue.Empty:
                break
            if work is None:
                self._queue.put(None)
                break
            batch.append(work)
        return batch

    def _commit(self, connection: Connection, batch: list[_Work]) -> None:
        try:
            self._run(connection, batch)
        except Exception as error:
            self._undo(connection)
            if len(batch) == 1:
                batch[0].error = error
            else:
                for work in batch:
                    self._commit(connection, [work])
                return
        _settle(batch)

    def _run(self, connection: Connection, batch: list[_Work]) -> None:
        cursor = _cursor(connection)
        is_soft = all(work.is_soft for work in batch)
        if is_soft is not self._is_soft:
            # In WAL mode NORMAL writes without waiting for the disk (sqlite.org/pragma.html).
            cursor.execute(f"PRAGMA synchronous = {'NORMAL' if is_soft else 'FULL'}", {})
            self._is_soft = is_soft
        cursor.execute("BEGIN IMMEDIATE" if self.engine.dialect.name == "sqlite" else "BEGIN", {})
        for work in batch:
            db = Db(connection, cursor, self._statements, self.memory)
            work.result = work.run(db)
            db.close()
        cursor.execute("COMMIT", {})
        if connection.in_transaction():
            connection.commit()

    def _undo(self, connection: Connection) -> None:
        self.memory.forget()
        connection.connection.rollback()
        if connection.in_transaction():
            connection.rollback()


def named(dialect: Dialect) -> Dialect:
    """The dialect with parameters by name, as hot statements are run; SQLite's default is by
    position.
    """
    return SQLiteDialect(paramstyle="named") if dialect.name == "sqlite" else dialect


def _settle(batch: list[_Work]) -> None:
    """Wake everybody whose work is durable, each event loop once."""
    by_loop: dict[asyncio.AbstractEventLoop, list[_Work]] = {}
    for work in batch:
        if work.loop is None:
            work.settle()
        else:
            by_loop.setdefault(work.loop, []).append(work)
    for loop, works in by_loop.items():
        loop.call_soon_threadsafe(_settle_all, works)


def _settle_all(works: list[_Work]) -> None:
    for work in works:
        work.settle()


def _cursor(connection: Connection) -> Cursor:
    return connection.connection.cursor()
