"""The handle through which models read and write within one transaction."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Protocol

from sqlalchemy import Connection, Dialect
from sqlalchemy.orm import Session
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.expression import Select, UpdateBase

# What the driver's cursor takes and gives; its own types are as loose as this.
Params = Mapping[str, Any]
Row = tuple[Any, ...]
# What can be compiled once and run many times.
Statement = Select[*tuple[Any, ...]] | UpdateBase


class Cursor(Protocol):
    """The part of a driver's cursor that hot statements use."""

    @property
    def rowcount(self) -> int:
        """How many rows the last statement changed."""

    def execute(self, sql: str, params: Any = ..., /) -> Any:
        """Run SQL with named parameters."""

    def fetchone(self) -> Any:
        """The next row, or None."""

    def fetchall(self) -> Any:
        """The rows that are left."""


class Statements:
    """SQL text of Core statements, compiled once per database.

    Compiling a statement costs more than running it, and the ORM's unit of work costs 1 ms a
    message; so what every message does is written as a Core constant with bind parameters and runs
    on the driver's cursor.
    """

    def __init__(self, dialect: Dialect) -> None:
        self._dialect = dialect
        self._found: dict[Statement, tuple[str, Params]] = {}

    def find(self, statement: Statement) -> tuple[str, Params]:
        """The statement in the database's own words, with named parameters, and its constants."""
        found = self._found.get(statement)
        if found is None:
            compiled = statement.compile(dialect=self._dialect)
            if not isinstance(compiled, SQLCompiler):
                raise TypeError(f"not a statement: {statement!r}")
            asked = {name for name, bind in compiled.binds.items() if bind.required}
            constants = {n: v for n, v in compiled.params.items() if n not in asked}
            found = self._found[statement] = (str(compiled), constants)
        return found


class Memory:
    """What the writer remembers between transactions, by name; any room may keep a dictionary in
    it.

    It only ever holds what could be read again: `forget` empties it whenever the rows behind it
    change, and a rolled-back transaction empties it too.
    """

    def __init__(self) -> None:
        self._shelves: dict[str, dict[Any, Any]] = {}

    def shelf(self, name: str) -> dict[Any, Any]:
        """The dictionary of that name."""
        return self._shelves.setdefault(name, {})

    def forget(self) -> None:
        """Empty every shelf."""
        for shelf in self._shelves.values():
            shelf.clear()


class Db:
    """One transaction: hot statements on the driver's cursor, everything else through a Session.

    Both work on the same connection, so they see each other's rows.
    """

    def __init__(
        self, connection: Connection, cursor: Cursor, statements: Statements, memory: Memory
    ) -> None:
        self._connection = connection
        self._cursor = cursor
        self._statements = statements
        self._session: Session | None = None
        self._announced: list[object] = []
        self.memory = memory

    def rows(self, statement: Statement, /, **params: object) -> list[Row]:
        """All rows of a hot statement."""
        self._execute(statement, params)
        found: list[Row] = self._cursor.fetchall()
        return found

    def row(self, statement: Statement, /, **params: object) -> Row | None:
        """The first row of a hot statement, or None."""
        self._execute(statement, params)
        found: Row | None = self._cursor.fetchone()
        return found

    def change(self, statement: Statement, /, **params: object) -> int:
        """Run a hot statement that changes rows; returns how many."""
        self._execute(statement, params)
        return self._cursor.rowcount

    def _execute(self, statement: Statement, params: Params) -> None:
        if self._session is not None:
            self._session.flush()
        sql, constants = self._statements.find(statement)
        self._cursor.execute(sql, {**constants, **params} if constants else params)

    def announce(self, news: object) -> None:
        """Say that something happened which other features may want to follow; a savepoint that is
        rolled back takes it back.
        """
        self._announced.append(news)

    def take_announced(self) -> list[object]:
        """What was announced since the last call, in order."""
        found, self._announced = self._announced, []
        return found

    @property
    def session(self) -> Session:
        """An ORM session in this transaction, made on first use; it ends at the borders of a
        savepoint.
        """
        if self._session is None:
            # A session that finds no transaction on its connection would make and roll back its
            # own.
            if not self._connection.in_transaction():
                self._connection.begin()
            # With a savepoint of its own, a failed flush takes back the session's work and not
            # everybody's.
            self._session = Session(
                self._connection, expire_on_commit=False, join_transaction_mode="create_savepoint"
            )
        return self._session

    @property
    def is_open(self) -> bool:
        """Whether the transaction still stands: SQLite itself takes it back on a full disk."""
        return bool(getattr(self._connection.connection.driver_connection, "in_transaction", True))

    @contextmanager
    def savepoint(self) -> Iterator[None]:
        """Take back everything written inside when it raises."""
        self.close()
        known = len(self._announced)
        self._cursor.execute("SAVEPOINT step")
        try:
            yield
            self.close()
        except BaseException:
            if not self.is_open:
                raise
            self.discard()
            self._cursor.execute("ROLLBACK TO SAVEPOINT step")
            self._cursor.execute("RELEASE SAVEPOINT step")
            self.memory.forget()
            del self._announced[known:]
            raise
        self._cursor.execute("RELEASE SAVEPOINT step")

    def flush(self) -> None:
        """Write what the session still holds back."""
        if self._session is not None:
            self._session.flush()

    def close(self) -> None:
        """Write what the session holds back and end it; rows loaded from it stay readable."""
        if self._session is not None:
            self._session.commit()
            self._session.close()
            self._session = None

    def discard(self) -> None:
        """End the session and take back what it wrote."""
        if self._session is not None:
            self._session.close()
            self._session = None
