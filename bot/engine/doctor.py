"""Whether the bot can serve here, line by line, with what to do about each thing that is wrong."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.engine.connect import DatabaseBusy, ProcessLock, file_of, meaning
from bot.engine.upgrade import DatabaseTooNew, newest

# SQLite below this can corrupt a WAL database when two connections write or checkpoint at once
# (sqlite.org/changes).
SAFE_SQLITE = (3, 51, 3)
# Bytes of free space below which writing soon fails.
LITTLE_SPACE = 256 * 1024 * 1024
# Days after which a copy is an old one.
OLD_COPY_DAYS = 8


@dataclass(frozen=True, slots=True)
class Finding:
    """One line: ✓ fine, ! worth a look, ✗ the bot cannot serve."""

    mark: str
    what: str


@dataclass(frozen=True, slots=True)
class Subject:
    """What is examined: the database's URL, the time zone of new teams, and the clock's
    time.
    """

    url: str
    now: dt.datetime
    timezone: str


def examine(subject: Subject) -> list[Finding]:
    """All findings."""
    return [
        Finding("✓", f"settings: time zone {subject.timezone}, database {subject.url}"),
        *_database(subject.url, subject.now),
        _sqlite(),
        _clock(subject),
    ]


def groups(url: str, platform: str) -> list[tuple[str, str]]:
    """The groups of a platform that the bot is in, as the database knows: (native id, title)."""
    path = file_of(url) or Path()
    query = (
        "SELECT native, title FROM chat WHERE platform = ? AND is_group = 1 AND state = 'open'"
        " ORDER BY id DESC LIMIT 20"
    )
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as db:
            return list(db.execute(query, (platform,)))
    except sqlite3.Error:
        return []


def _database(url: str, now: dt.datetime) -> Iterator[Finding]:
    path = file_of(url) or Path()
    folder = path.parent
    existing = next(each for each in (folder, *folder.resolve().parents) if each.exists())
    free = shutil.disk_usage(existing).free
    mark = "✓" if free > LITTLE_SPACE else "✗"
    yield Finding(mark, f"free space: {free // 1024 // 1024:,} MB in {existing}")
    if not os.access(existing, os.W_OK) or not existing.is_dir():
        yield Finding("✗", f"folder: {existing} cannot be written; change its rights")
    elif not path.exists():
        yield Finding("✓", f"database: {path} is made at the first start")
    else:
        yield _file(path)
        yield _use(url)
        yield _copies(path, now)


def _file(path: Path) -> Finding:
    """Whether a database file is sound, ours and of a version that this program can use."""
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as db:
            problem = db.execute("PRAGMA quick_check(1)").fetchone()[0]
            names = {name for (name,) in db.execute("SELECT name FROM sqlite_master")}
            versioned = "SELECT version_num FROM alembic_version"
            found = db.execute(versioned).fetchone() if "alembic_version" in names else None
    except sqlite3.Error as error:
        return Finding("✗", f"database: {path}: {meaning(error) or error}")
    version = found[0] if found else None
    if problem != "ok":
        return Finding("✗", f"database: {path} is damaged ({problem}); restore a copy")
    if names and version is None:
        return Finding("✗", f"database: {path} belongs to another program; name another file")
    if version is not None and version > newest():
        return Finding("✗", f"database: {path}, {DatabaseTooNew(version)}")
    is_old = version is not None and version < newest()
    note = "; the next start brings it up to date" if is_old else ""
    return Finding("✓", f"database: {path}, sound, version {version or 'none'}{note}")


def _use(url: str) -> Finding:
    """Whether a bot is running on the database right now."""
    lock = ProcessLock(url)
    try:
        lock.take()
    except DatabaseBusy as busy:
        return Finding("✓", f"running: {busy.holder} serves this database")
    except OSError as error:
        return Finding("✗", f"running: {error.filename}: {error.strerror}; change its rights")
    lock.free()
    return Finding("✓", "running: nobody uses this database now")


def _copies(path: Path, now: dt.datetime) -> Finding:
    """How old the newest copy beside the database is."""
    copies = [each for each in path.parent.glob(f"{path.stem}.*{path.suffix}") if each != path]
    if not copies:
        return Finding("!", f"backup: no copy of {path.name} beside it; see README, «Backup»")
    newest_copy = max(copies, key=lambda each: each.stat().st_mtime)
    days = (now.timestamp() - newest_copy.stat().st_mtime) / 86_400
    mark = "✓" if days < OLD_COPY_DAYS else "!"
    return Finding(mark, f"backup: {newest_copy.name} is {max(days, 0):.0f} days old")


def _sqlite() -> Finding:
    fine = sqlite3.sqlite_version_info >= SAFE_SQLITE
    if fine:
        return Finding("✓", f"SQLite {sqlite3.sqlite_version}")
    return Finding(
        "✓",
        f"SQLite {sqlite3.sqlite_version}; one process and one writer, as the lock file ensures",
    )


def _clock(subject: Subject) -> Finding:
    now = subject.now.astimezone(ZoneInfo(subject.timezone))
    return Finding("✓" if now.year >= 2025 else "✗", f"clock: {now:%Y-%m-%d %H:%M} {now.tzinfo}")
