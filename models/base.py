"""What all tables share: the base class, constraint names and two column types."""

from __future__ import annotations

import datetime as dt
from typing import Any, ClassVar

from sqlalchemy import BigInteger, Dialect, Integer, MetaData, String

# PostgreSQL's INSERT, because its ON CONFLICT compiles for SQLite too and not the other way round.
from sqlalchemy.dialects.postgresql import insert as insert
from sqlalchemy.orm import DeclarativeBase
from sqlalchemy.types import TypeDecorator

# SQLite counts up only columns of the exact type INTEGER; its integers hold 64 bits anyway.
Id = BigInteger().with_variant(Integer, "sqlite")


# How a moment and a day are written: what hot statements hand to the driver as it is.
MOMENT_NUMBER = BigInteger()
DAY_TEXT = String(10)


class Moment(TypeDecorator[dt.datetime]):
    """An aware UTC time, kept as an integer of milliseconds since 1970."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect: Dialect) -> int | None:
        """Aware time to milliseconds."""
        return None if value is None else milliseconds(value)

    def process_result_value(self, value: int | None, dialect: Dialect) -> dt.datetime | None:
        """Milliseconds to aware time."""
        return None if value is None else moment(value)


class Day(TypeDecorator[dt.date]):
    """A business day, kept as ISO text so that a person can read the table."""

    impl = String(10)
    cache_ok = True

    def process_bind_param(self, value: dt.date | None, dialect: Dialect) -> str | None:
        """Date to «2025-06-18»."""
        return None if value is None else value.isoformat()

    def process_result_value(self, value: str | None, dialect: Dialect) -> dt.date | None:
        """«2025-06-18» to date."""
        return None if value is None else dt.date.fromisoformat(value)


class Base(DeclarativeBase):
    """The base of all tables; constraints are named so that migrations can find them."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {dt.datetime: Moment(), dt.date: Day()}


def milliseconds(value: dt.datetime) -> int:
    """An aware time as milliseconds since 1970, the form in which the hot statements write it."""
    return int(value.timestamp() * 1000)


def moment(value: int) -> dt.datetime:
    """Milliseconds since 1970 as an aware UTC time."""
    return dt.datetime.fromtimestamp(value / 1000, dt.UTC)
