"""Migrations make what the models say, keep what there is, and refuse what they do not know."""

import re
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection

from bot.engine import upgrade as upgrading
from bot.engine.connect import DatabaseBusy, DatabaseUnusable, ProcessLock, open_engine
from bot.engine.upgrade import DatabaseTooNew, newest, prepare, tables, upgrade

ROOT = Path(__file__).parents[1]
NOW = newest()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "a.db"


def url(file: Path) -> str:
    return f"sqlite:///{file}"


@contextmanager
def connected(file: Path) -> Iterator[Connection]:
    engine = open_engine(url(file), foreign_keys=False)
    try:
        with engine.connect() as connection:
            yield connection
    finally:
        engine.dispose()


def alembic(connection: Connection, direction: str, revision: str) -> None:
    """Run Alembic itself over all migration files."""
    config = Config()
    config.set_main_option("script_location", str(ROOT / "migrations"))
    config.attributes["connection"] = connection
    getattr(command, direction)(config, revision)
    connection.commit()


def schema(file: Path) -> dict[str, list[str]]:
    """What every table and index is made of, whatever the order of a table's constraints; a table
    that a migration wrote anew has its name in quotes.
    """
    with closing(sqlite3.connect(file)) as connection:
        rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
        return {
            name: sorted(
                re.sub(
                    r'^CREATE TABLE "(\w+)"', r"CREATE TABLE \1", re.sub(r"\s+", " ", part)
                ).strip(" ,")
                for part in sql.splitlines()
            )
            for name, sql in rows
        }


def is_ours(_item: object, name: str, kind: str, *_more: object) -> bool:
    """Whether a table is the models': the full-text index and its shadows are SQLite's own."""
    return kind != "table" or not name.startswith("search_index")


def set_version(file: Path, version: str) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = ?", (version,))
        connection.commit()


def test_the_migrations_make_what_the_models_say(file: Path) -> None:
    with connected(file) as connection:
        alembic(connection, "upgrade", "head")
        wanted = {"compare_type": True, "include_object": is_ours}
        context = MigrationContext.configure(connection, opts=wanted)
        assert compare_metadata(context, tables()) == []


def test_a_new_database_is_what_the_migrations_make(file: Path, tmp_path: Path) -> None:
    other = tmp_path / "b.db"
    upgrade(url(file))
    with connected(other) as connection:
        alembic(connection, "upgrade", "head")
    assert schema(file) == schema(other)
    with closing(sqlite3.connect(file)) as connection:
        versions = connection.execute("SELECT version_num FROM alembic_version").fetchall()
    assert versions == [(newest(),)]


def test_down_and_up_again(file: Path) -> None:
    with connected(file) as connection:
        alembic(connection, "upgrade", "head")
    before = schema(file)
    with connected(file) as connection:
        alembic(connection, "downgrade", "base")
    assert set(schema(file)) == {"alembic_version"}
    with connected(file) as connection:
        alembic(connection, "upgrade", "head")
    assert schema(file) == before


def test_there_is_one_line_of_migrations_named_by_their_numbers() -> None:
    files = sorted(path.name for path in (ROOT / "migrations/versions").glob("[0-9]*.py"))
    assert [name[:4] for name in files] == [f"{n:04}" for n in range(1, len(files) + 1)]
    assert all(re.fullmatch(r"\d{4}_[a-z_]+\.py", name) for name in files)


def test_a_second_upgrade_changes_nothing(file: Path) -> None:
    assert upgrade(url(file)) is True
    assert upgrade(url(file)) is False
    assert [path.name for path in file.parent.iterdir()] == ["a.db"]


def test_an_upgrade_makes_a_copy_of_what_there_is(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    upgrade(url(file))
    with closing(sqlite3.connect(file)) as connection:
        connection.execute(
            "INSERT INTO team (name, timezone, language, currency, cutoff, auto_read, basis,"
            " last_sale, created_at) VALUES ('甲', 'Asia/Shanghai', 'zh-CN', 'CNY', 1440, 1,"
            " 'order', 0, 0)"
        )
        connection.commit()
    said: list[str] = []
    with_next_version(monkeypatch)
    assert upgrade(url(file), said.append) is True
    copy = Path(said[0])
    assert copy.parent == file.parent
    for each in (file, copy):
        with closing(sqlite3.connect(each)) as connection:
            assert connection.execute("SELECT name FROM team").fetchall() == [("甲",)]
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT * FROM alembic_version").fetchall() == [(NOW,)]


def with_next_version(monkeypatch: pytest.MonkeyPatch, *, breaks: bool = False) -> None:
    """Let there be a version 9999 that does little, or leaves a row without its parent."""

    def migrate(connection: Connection) -> None:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
        if breaks:
            connection.exec_driver_sql(
                "INSERT INTO product (team_id, name, price, unit) VALUES (77, 'x', 1, '')"
            )

    known = upgrading._known()
    monkeypatch.setattr(upgrading, "_known", lambda: known | {"9999"})
    monkeypatch.setattr(upgrading, "_migrate", migrate)


def test_an_upgrade_that_breaks_references_is_taken_back(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    upgrade(url(file))
    with_next_version(monkeypatch, breaks=True)
    with pytest.raises(DatabaseUnusable, match="'product' refer to rows that do not exist"):
        upgrade(url(file))
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("SELECT count(*) FROM product").fetchone() == (0,)
        assert connection.execute("SELECT * FROM alembic_version").fetchall() == [(NOW,)]


def test_a_newer_database_is_refused_and_left_alone(file: Path) -> None:
    upgrade(url(file))
    set_version(file, "9999")
    with pytest.raises(DatabaseTooNew, match=rf"version 9999, newer than this program \({NOW}\)"):
        upgrade(url(file))
    assert [path.name for path in file.parent.iterdir()] == ["a.db"]


def test_another_programs_database_is_refused(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE customer (name TEXT)")
    with pytest.raises(DatabaseUnusable, match="belongs to another program"):
        upgrade(url(file))
    assert set(schema(file)) == {"customer"}


def test_beside_a_running_bot_only_an_old_database_is_refused(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    upgrade(url(file))
    lock = ProcessLock(url(file))
    lock.take()
    prepare(url(file))
    with_next_version(monkeypatch)
    with pytest.raises(DatabaseBusy):
        prepare(url(file))
    lock.free()
    prepare(url(file))


def test_alembic_itself_works_in_the_checkout(tmp_path: Path) -> None:
    def run(*line: str) -> str:
        done = subprocess.run(
            [sys.executable, "-m", "alembic", *line],
            cwd=ROOT,
            env={"DUIZHANG_DATABASE__URL": url(tmp_path / "c.db"), "PATH": ""},
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout

    run("upgrade", "head")
    assert run("current").split() == [newest(), "(head)"]
    assert schema(tmp_path / "c.db")
