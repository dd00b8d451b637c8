"""Whether the bot can serve here, line by line, with what to do about each thing that is wrong."""

from __future__ import annotations

import datetime as dt
import shutil
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy.engine import make_url

# SQLite below this can corrupt a WAL database when two connections write or checkpoint at once
# (sqlite.org/changes).
SAFE_SQLITE = (3, 51, 3)
# Bytes of free space below which writing soon fails.
LITTLE_SPACE = 256 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Finding:
    """One line: ✓ fine, ! worth a look, ✗ the bot cannot serve."""

    mark: str
    what: str


@dataclass(frozen=True, slots=True)
class Subject:
    """What is examined: the database's URL, the time zone of new teams, the platforms set up, and
    the clock's time.
    """

    url: str
    now: dt.datetime
    timezone: str
    platforms: tuple[str, ...]


def examine(subject: Subject) -> list[Finding]:
    """All findings."""
    return [
        Finding("✓", f"settings: time zone {subject.timezone}, database {subject.url}"),
        *_database(subject.url),
        _sqlite(),
        _platforms(subject.platforms),
        _clock(subject),
    ]


def _database(url: str) -> Iterator[Finding]:
    path = Path(make_url(url).database or "")
    folder = path.parent
    existing = next(each for each in (folder, *folder.resolve().parents) if each.exists())
    free = shutil.disk_usage(existing).free
    mark = "✓" if free > LITTLE_SPACE else "✗"
    yield Finding(mark, f"free space: {free // 1024 // 1024:,} MB in {existing}")
    if not path.exists():
        yield Finding("✓", f"database: {path} is made at the first start")
        return
    try:
        with sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=5) as connection:
            problem = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
            has = connection.execute(
                "SELECT count(*) FROM sqlite_master WHERE name = 'alembic_version'"
            ).fetchone()[0]
            version = None
            if has:
                version = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlite3.Error as error:
        yield Finding("✗", f"database: {path}: {error}; restore a copy or move the file away")
        return
    if problem != "ok":
        yield Finding("✗", f"database: {path} is damaged ({problem}); restore a copy")
        return
    yield Finding("✓", f"database: {path}, sound, version {version[0] if version else 'none'}")


def _sqlite() -> Finding:
    fine = sqlite3.sqlite_version_info >= SAFE_SQLITE
    if fine:
        return Finding("✓", f"SQLite {sqlite3.sqlite_version}")
    return Finding(
        "✓",
        f"SQLite {sqlite3.sqlite_version}; one process and one writer, as the lock file ensures",
    )


def _platforms(names: tuple[str, ...]) -> Finding:
    if not names:
        return Finding("✓", "platforms: none set up; `run` opens a group chat in the terminal")
    return Finding(
        "!", f"platforms: {', '.join(names)} set up, but this version serves only the console"
    )


def _clock(subject: Subject) -> Finding:
    now = subject.now.astimezone(ZoneInfo(subject.timezone))
    return Finding("✓" if now.year >= 2025 else "✗", f"clock: {now:%Y-%m-%d %H:%M} {now.tzinfo}")
