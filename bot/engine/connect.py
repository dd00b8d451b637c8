"""How a database is opened: the settings that make SQLite keep its promises, and one process a
file.
"""

from __future__ import annotations

import fcntl
import os
from pathlib import Path
from typing import IO, Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url

# 64 MB of write-ahead log before a checkpoint; 1,000 pages cost a third of the speed
# (performance.md §1).
CHECKPOINT_PAGES = 16_000
# Milliseconds to wait for another connection's lock.
BUSY_TIMEOUT = 10_000

# What SQLite says, and what that means to whoever started the program.
_MEANINGS = {
    "SQLITE_NOTADB": "this is not a database; name another file in [database] url",
    "SQLITE_CORRUPT": "the database is damaged; restore a copy",
    "SQLITE_CANTOPEN": "the database cannot be opened; look at its folder and its rights",
    "SQLITE_READONLY": "the database cannot be written; look at the rights of file and folder",
    "SQLITE_PERM": "the database cannot be written; look at the rights of file and folder",
    "SQLITE_FULL": "the disk is full; nothing of the last step was written",
    "SQLITE_IOERR": "the disk does not answer as it should; nothing of the last step was written",
    "SQLITE_BUSY": "another program holds the database; try again when it is done",
    "SQLITE_LOCKED": "another program holds the database; try again when it is done",
}


class DatabaseUnusable(Exception):
    """The database cannot be used; the message says why and what to do."""


class DatabaseBusy(DatabaseUnusable):
    """Another process already serves this database file."""

    def __init__(self, holder: str) -> None:
        self.holder = f"process {holder}"
        super().__init__(f"{self.holder} already uses this database; stop it first")


def open_engine(url: str, *, read_only: bool = False, foreign_keys: bool = True) -> Engine:
    """An engine for the URL; a SQLite file's folder is made when it is missing.

    SQLite: WAL, synchronous FULL (a message confirmed to a platform must survive a power cut),
    BEGIN IMMEDIATE (the driver's own way lost 1,048 of 1,200 concurrent updates), foreign keys on.
    """
    parsed = make_url(url)
    # Parameters hold what people wrote, and errors go to the log.
    if parsed.get_backend_name() != "sqlite":
        return create_engine(parsed, hide_parameters=True)
    if parsed.database:
        Path(parsed.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(parsed, connect_args={"check_same_thread": False}, hide_parameters=True)

    @event.listens_for(engine, "connect")
    def configure(connection: Any, _record: object) -> None:
        connection.isolation_level = None
        cursor = connection.cursor()
        for pragma in (
            f"busy_timeout={BUSY_TIMEOUT}",
            "journal_mode=WAL",
            "synchronous=FULL",
            f"foreign_keys={'ON' if foreign_keys else 'OFF'}",
            f"wal_autocheckpoint={CHECKPOINT_PAGES}",
            "cache_size=-16000",
            f"query_only={'ON' if read_only else 'OFF'}",
        ):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        driver: Any = connection.connection.driver_connection
        if not driver.in_transaction:
            connection.exec_driver_sql("BEGIN" if read_only else "BEGIN IMMEDIATE")

    return engine


def meaning(error: BaseException) -> str | None:
    """What an error of SQLite, or one that came of it, means; None for our own mistakes."""
    cause: BaseException | None = error
    while cause is not None:
        name = str(getattr(getattr(cause, "orig", cause), "sqlite_errorname", ""))
        found = next((words for code, words in _MEANINGS.items() if name.startswith(code)), None)
        if found is not None:
            return found
        cause = cause.__cause__ or cause.__context__
    return None


def file_of(url: str) -> Path | None:
    """The file of a SQLite database; None for another kind of database."""
    parsed = make_url(url)
    is_file = parsed.get_backend_name() == "sqlite" and bool(parsed.database)
    return Path(parsed.database or "") if is_file else None


class ProcessLock:
    """One process a SQLite file: a lock file beside it, free again when its holder dies."""

    def __init__(self, url: str) -> None:
        file = file_of(url)
        self._path = None if file is None else Path(f"{file}.lock")
        self._file: IO[str] | None = None

    def take(self) -> None:
        """Hold the lock; raises DatabaseBusy with the holder's process id."""
        if self._path is None:
            return
        self._path.parent.mkdir(parents=True, exist_ok=True)
        file = self._path.open("a+", encoding="ascii", errors="replace")
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            file.seek(0)
            holder = file.read().strip() or "?"
            file.close()
            raise DatabaseBusy(holder) from error
        file.truncate(0)
        file.write(str(os.getpid()))
        file.flush()
        self._file = file

    def free(self) -> None:
        """Let go of the lock."""
        if self._file is not None:
            self._file.close()
            self._file = None
