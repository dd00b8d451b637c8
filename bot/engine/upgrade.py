"""Bringing a database to the program's version, with a copy made first where there is something to
lose.
"""

from __future__ import annotations

import importlib
import pkgutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    inspect,
    text,
)

import models
from bot.core.clock import SystemClock
from bot.engine.connect import DatabaseUnusable, ProcessLock, file_of, open_engine
from models.base import Base

Say = Callable[[str], None]

_VERSION_TABLE = "alembic_version"


class DatabaseTooNew(DatabaseUnusable):
    """The database was written by a newer program than this one."""

    def __init__(self, version: str) -> None:
        super().__init__(
            f"the database is of version {version}, newer than this program"
            f" ({newest()}); upgrade the program"
        )


def prepare(url: str) -> None:
    """Bring a database up to date for a command that runs beside the bot; raises DatabaseUnusable.

    A database that is up to date may be in use; an older one is changed only while nobody uses it.
    """
    engine = open_engine(url)
    try:
        with engine.connect() as connection:
            if version_of(connection) == newest():
                return
    finally:
        engine.dispose()
    lock = ProcessLock(url)
    lock.take()
    try:
        upgrade(url)
    finally:
        lock.free()


def upgrade(url: str, say: Say | None = None) -> bool:
    """Make or migrate to the newest version; returns whether anything was done.

    Raises DatabaseUnusable. Migrations run on a connection of their own with foreign keys off:
    batch mode otherwise deletes child rows. They are checked afterwards.
    """
    engine = open_engine(url, foreign_keys=False)
    try:
        with engine.connect() as connection:
            current = version_of(connection)
            if current == newest():
                return False
            if current is not None and current not in _known():
                raise DatabaseTooNew(current)
        if current is not None and (copy := _copy(url)) is not None and say is not None:
            say(str(copy))
        with engine.connect() as connection:
            if current is None:
                _make(connection)
            else:
                _migrate(connection)
            _check(connection)
            connection.commit()
        return True
    finally:
        engine.dispose()


def version_of(connection: Connection) -> str | None:
    """The version of a database, None for an empty one; a stranger's is DatabaseUnusable."""
    names = inspect(connection).get_table_names()
    if _VERSION_TABLE not in names:
        if names:
            raise DatabaseUnusable("this database belongs to another program; name another file")
        return None
    found: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return found


def newest() -> str:
    """The version of this program: the last of the migration files, named by their numbers."""
    return max(_known())


def tables() -> MetaData:
    """The tables of all models."""
    for module in pkgutil.iter_modules(models.__path__):
        importlib.import_module(f"{models.__name__}.{module.name}")
    return Base.metadata


def _known() -> set[str]:
    return {path.name[:4] for path in (_folder() / "versions").glob("[0-9]*.py")}


def _folder() -> Path:
    import migrations

    return Path(next(iter(migrations.__path__)))


def _make(connection: Connection) -> None:
    """Make a new database from the tables as they are; a test holds them equal to the migrations.

    Alembic would cost every first start and every replay 0.25 s and 8 MB.
    """
    tables().create_all(connection)
    key = PrimaryKeyConstraint("version_num", name=f"{_VERSION_TABLE}_pkc")
    version = Table(
        _VERSION_TABLE, MetaData(), Column("version_num", String(32), nullable=False), key
    )
    version.create(connection)
    connection.execute(version.insert().values(version_num=newest()))


def _migrate(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_folder()).replace("%", "%%"))
    attributes: dict[str, Any] = config.attributes
    attributes["connection"] = connection
    command.upgrade(config, "head")


def _check(connection: Connection) -> None:
    if connection.dialect.name != "sqlite":
        return
    broken = connection.execute(text("PRAGMA foreign_key_check")).fetchall()
    if broken:
        raise DatabaseUnusable(
            f"{len(broken)} rows of {broken[0][0]!r} refer to rows that do not exist;"
            " nothing was changed"
        )


def _copy(url: str) -> Path | None:
    """A copy of a SQLite file beside it, made by the database itself.

    A plain copy of a live file is corrupt.
    """
    source = file_of(url)
    if source is None:
        return None
    stamp = SystemClock().now().strftime("%Y%m%d-%H%M%S")
    target = source.with_name(f"{source.stem}.before-{newest()}-{stamp}{source.suffix}")
    with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(target)) as new:
        old.backup(new)
    return target
