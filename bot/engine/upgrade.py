"""Bringing a database to the program's version, with a copy made first where there is something to
lose.
"""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, inspect, text
from sqlalchemy.engine import make_url

from bot.engine.connect import open_engine

Say = Callable[[str], None]


class DatabaseTooNew(Exception):
    """The database was written by a newer program than this one."""


def upgrade(url: str, say: Say | None = None) -> bool:
    """Migrate to the newest version; returns whether anything was done. Raises DatabaseTooNew.

    Migrations run on a connection of their own with foreign keys off: batch mode otherwise deletes
    child rows. They are checked afterwards.
    """
    engine = open_engine(url, foreign_keys=False)
    try:
        with engine.connect() as connection:
            current = version_of(connection)
            if current == newest():
                return False
            from alembic.script import ScriptDirectory

            script = ScriptDirectory(str(_folder()))
            if current is not None and current not in {r.revision for r in script.walk_revisions()}:
                raise DatabaseTooNew(current)
        if current is not None:
            copy = _copy(url)
            if say is not None:
                say(str(copy))
        with engine.connect() as connection:
            _migrate(connection)
            broken = connection.execute(text("PRAGMA foreign_key_check")).fetchall()
            if broken:
                raise RuntimeError(f"foreign keys are broken after the migration: {broken[:3]}")
            connection.commit()
        return True
    finally:
        engine.dispose()


def version_of(connection: Connection) -> str | None:
    """The version a database is at, None for an empty one."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return found


def newest() -> str:
    """The version of this program: the last of the migration files, whose names begin with their
    number.
    """
    return max(path.name[:4] for path in (_folder() / "versions").glob("[0-9]*.py"))


def _folder() -> Path:
    import migrations

    return Path(next(iter(migrations.__path__)))


def _migrate(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_folder()))
    attributes: dict[str, Any] = config.attributes
    attributes["connection"] = connection
    command.upgrade(config, "head")


def _copy(url: str) -> Path | None:
    """A copy of a SQLite file beside it, made by the database itself (a plain copy of a live file
    is corrupt).
    """
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite" or not parsed.database:
        return None
    source = Path(parsed.database)
    stamp = dt.datetime.now(dt.UTC).strftime("%Y%m%d-%H%M%S")
    target = source.with_name(f"{source.stem}.before-{newest()}-{stamp}{source.suffix}")
    with sqlite3.connect(source) as old, sqlite3.connect(target) as new:
        old.backup(new)
    return target
