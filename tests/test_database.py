"""The database's thread keeps its promises: one commit for many, durable before told, readers only
read.
"""

import asyncio
import datetime as dt
import importlib
import os
import pkgutil
import sqlite3
import subprocess
import sys
import threading
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import pytest_asyncio
from sqlalchemy import delete, insert, select
from sqlalchemy.dialects import postgresql
from sqlalchemy.exc import OperationalError
from sqlalchemy.sql.expression import Select, UpdateBase

import bot.engine
import models
from bot.engine.connect import DatabaseBusy, ProcessLock, open_engine
from bot.engine.db import Database
from bot.engine.upgrade import upgrade
from models.base import MOMENT_NUMBER, Day, Moment, milliseconds
from models.db import Db
from models.messages import Running
from models.values import EPOCH

MOMENT = dt.datetime(2025, 6, 18, tzinfo=dt.UTC)


def add(db: Db, name: str = "") -> int:
    """Write one row."""
    row = Running(started_at=MOMENT, seen_at=MOMENT, ended=0, session=name)
    db.session.add(row)
    db.flush()
    return row.id


def names(db: Db) -> list[str]:
    return list(db.session.scalars(select(Running.session).order_by(Running.id)))


def stored(file: Path) -> int:
    """How many rows somebody else sees in the file."""
    with sqlite3.connect(file) as connection:
        return int(connection.execute("SELECT count(*) FROM running").fetchone()[0])


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "a.db"


@pytest_asyncio.fixture
async def database(file: Path) -> AsyncIterator[Database]:
    upgrade(f"sqlite:///{file}")
    running = Database(f"sqlite:///{file}")
    running.start()
    yield running
    running.stop()


class Gate:
    """Holds the database's thread until opened, so that works wait together."""

    def __init__(self, database: Database) -> None:
        self._open = threading.Event()
        self._done = asyncio.ensure_future(database.write(lambda _: self._open.wait(10)))

    async def open(self) -> None:
        await asyncio.sleep(0)
        self._open.set()
        await self._done


@pytest.fixture
def commits(database: Database, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The sizes of the batches that were run."""
    sizes: list[int] = []
    run = database._run

    def counting(connection: object, batch: list[object]) -> None:
        sizes.append(len(batch))
        run(connection, batch)  # type: ignore[arg-type]

    monkeypatch.setattr(database, "_run", counting)
    return sizes


async def test_a_result_is_given_only_after_it_is_durable(database: Database, file: Path) -> None:
    await database.write(add)
    assert stored(file) == 1


async def test_works_that_wait_together_share_one_commit(
    database: Database, commits: list[int]
) -> None:
    gate = Gate(database)
    await asyncio.sleep(0.05)
    works = [asyncio.ensure_future(database.write(add)) for _ in range(50)]
    await asyncio.sleep(0)
    await gate.open()
    await asyncio.gather(*works)
    assert commits == [1, 50]


async def test_a_work_that_fails_takes_back_itself_alone(database: Database) -> None:
    def fail(db: Db) -> None:
        add(db, "lost")
        raise ValueError("no")

    gate = Gate(database)
    works = [database.write(lambda db: add(db, "first")), database.write(fail)]
    waiting = asyncio.gather(
        *works, database.write(lambda db: add(db, "last")), return_exceptions=True
    )
    await asyncio.sleep(0)
    await gate.open()
    first, failed, last = await waiting
    assert isinstance(failed, ValueError)
    assert (first, last) == (1, 2)
    assert await database.read(names) == ["first", "last"]


async def test_a_commit_that_fails_is_tried_one_work_at_a_time(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    run, failures = database._run, [1]

    def fragile(connection: object, batch: list[object]) -> None:
        if len(batch) > 1 and failures:
            failures.pop()
            connection.connection.cursor().execute("BEGIN IMMEDIATE")  # type: ignore[attr-defined]
            raise sqlite3.OperationalError("disk full")
        run(connection, batch)  # type: ignore[arg-type]

    monkeypatch.setattr(database, "_run", fragile)
    gate = Gate(database)
    await asyncio.sleep(0.05)
    waiting = asyncio.gather(*(database.write(add) for _ in range(5)))
    await asyncio.sleep(0)
    await gate.open()
    assert await waiting == [1, 2, 3, 4, 5]
    assert not failures


async def test_what_was_remembered_is_forgotten_when_it_is_taken_back(database: Database) -> None:
    def remember(db: Db) -> None:
        db.memory.shelf("names")["a"] = add(db)
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        await database.write(remember)
    assert database.memory.shelf("names") == {}

    def half(db: Db) -> dict[str, int]:
        with pytest.raises(ValueError, match="no"), db.savepoint():
            remember(db)
        return dict(db.memory.shelf("names"))

    assert await database.write(half) == {}


async def test_a_savepoint_takes_back_hot_statements_and_session_alike(database: Database) -> None:
    hot = insert(Running).values(started_at=1, seen_at=1, ended=0, session="hot")

    def fail(db: Db) -> None:
        add(db, "lost")
        db.change(hot)
        raise ValueError("no")

    def work(db: Db) -> None:
        add(db, "kept")
        with pytest.raises(ValueError, match="no"), db.savepoint():
            fail(db)
        add(db, "also kept")

    await database.write(work)
    assert await database.read(names) == ["kept", "also kept"]


async def test_a_reader_cannot_write(database: Database) -> None:
    with pytest.raises(OperationalError, match="readonly"):
        await database.read(add)
    remove = delete(Running)
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        await database.read(lambda db: db.change(remove))


async def test_a_reader_sees_one_state_however_long_it_reads(database: Database) -> None:
    count = select(Running.id)

    def look_twice(db: Db) -> tuple[int, int]:
        before = len(db.rows(count))
        database.write_now(add)
        return before, len(db.rows(count))

    assert await database.read(look_twice) == (0, 0)
    assert len(await database.read(names)) == 1


async def test_an_unclean_end_leaves_what_waits_undone(database: Database, file: Path) -> None:
    gate = Gate(database)
    await asyncio.sleep(0.05)
    waiting = asyncio.ensure_future(database.write(add))
    await asyncio.sleep(0)
    threading.Timer(0.1, gate._open.set).start()
    await asyncio.to_thread(database.stop, clean=False)
    waiting.cancel()
    assert stored(file) == 0
    database.stop = lambda: None  # type: ignore[method-assign,misc,assignment]


def test_a_second_process_on_a_file_is_refused_in_words(file: Path) -> None:
    url = f"sqlite:///{file}"
    code = (
        "import sys; from bot.engine.connect import ProcessLock;"
        f"lock = ProcessLock({url!r}); lock.take(); print('held', flush=True); sys.stdin.read()"
    )
    holder = subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    with holder:
        assert holder.stdout is not None
        holder.stdout.readline()
        with pytest.raises(DatabaseBusy, match=f"process {holder.pid} already uses"):
            ProcessLock(url).take()
        holder.kill()
        holder.wait()
        # The system lets go of a dead holder's lock.
        lock = ProcessLock(url)
        lock.take()
        assert Path(f"{file}.lock").read_text() == str(os.getpid())
        lock.free()


def test_sqlite_is_set_up_to_keep_its_promises(file: Path) -> None:
    engine = open_engine(f"sqlite:///{file}")
    with engine.connect() as connection:
        found = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
    engine.dispose()
    assert found == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "busy_timeout": 10_000,
    }


def test_an_error_does_not_quote_what_people_wrote(file: Path) -> None:
    engine = open_engine(f"sqlite:///{file}")
    with engine.connect() as connection, pytest.raises(OperationalError) as failed:
        connection.execute(select(Running.id).where(Running.session == "13800138000"))
    engine.dispose()
    assert "13800138000" not in str(failed.value)


def statements() -> Iterator[tuple[str, Select[object] | UpdateBase]]:
    """Every statement that a module of ours keeps as a constant."""
    for room in (models, bot.engine):
        for found in pkgutil.iter_modules(room.__path__):
            module = importlib.import_module(f"{room.__name__}.{found.name}")
            for name, value in vars(module).items():
                if isinstance(value, Select | UpdateBase):
                    yield f"{module.__name__}.{name}", value


@pytest.mark.parametrize(("name", "statement"), list(statements()))
def test_a_statement_is_valid_on_postgresql_too(
    name: str, statement: Select[object] | UpdateBase
) -> None:
    compiled = statement.compile(dialect=postgresql.dialect())  # type: ignore[no-untyped-call]
    assert str(compiled)
    for bind in compiled.binds.values():
        # Hot statements hand plain values to the driver; a typed one would be cast to nonsense.
        assert not isinstance(bind.type, Day | Moment), f"{name}: {bind.key}"
        if bind.key in ("day", "first", "last", "before", "next", "since_day"):
            assert str(bind.type) == "VARCHAR(10)", f"{name}: {bind.key}"


def test_there_are_statements_to_check() -> None:
    assert len(list(statements())) > 20


def test_moments_and_days_are_written_as_the_hot_statements_write_them() -> None:
    dialect = postgresql.dialect()  # type: ignore[no-untyped-call]
    assert Moment().process_bind_param(MOMENT, dialect) == milliseconds(MOMENT)
    assert isinstance(Moment().impl, type(MOMENT_NUMBER))
    assert Day().process_bind_param(EPOCH, dialect) == "1970-01-01"
