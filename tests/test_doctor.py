"""The doctor tells, before the bot starts, whether it could serve."""

import datetime as dt
import os
import shutil
import sqlite3
from collections import namedtuple
from contextlib import closing
from pathlib import Path

import pytest

from bot.engine.connect import ProcessLock
from bot.engine.doctor import Finding, Subject, examine
from bot.engine.upgrade import newest, upgrade

NOW = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "data" / "a.db"


def findings(file: Path, *, now: dt.datetime = NOW) -> list[Finding]:
    return examine(Subject(f"sqlite:///{file}", now, "Asia/Shanghai"))


def wrong(file: Path) -> list[str]:
    return [finding.what for finding in findings(file) if finding.mark == "✗"]


def told(file: Path) -> str:
    return "\n".join(finding.what for finding in findings(file))


def test_a_fresh_folder_is_fine_and_is_not_touched(file: Path) -> None:
    assert wrong(file) == []
    assert "made at the first start" in told(file)
    assert not file.parent.exists()


def test_a_database_of_this_version_is_fine(file: Path) -> None:
    upgrade(f"sqlite:///{file}")
    assert wrong(file) == []
    assert f"sound, version {newest()}" in told(file)
    assert "nobody uses this database" in told(file)


def test_a_running_bot_is_told(file: Path) -> None:
    upgrade(f"sqlite:///{file}")
    lock = ProcessLock(f"sqlite:///{file}")
    lock.take()
    assert f"process {os.getpid()} serves this database" in told(file)
    assert wrong(file) == []
    lock.free()


def test_what_is_no_database_is_told(file: Path) -> None:
    file.parent.mkdir()
    file.write_text("not a database, but long enough to be looked at " * 20)
    assert "this is not a database" in wrong(file)[0]


def test_a_damaged_database_is_told(file: Path) -> None:
    upgrade(f"sqlite:///{file}")
    content = bytearray(file.read_bytes())
    content[4096 * 2 : 4096 * 6] = b"\x07" * 4096 * 4
    file.write_bytes(content)
    assert "damaged" in wrong(file)[0]


def test_another_programs_database_is_told(file: Path) -> None:
    file.parent.mkdir()
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE customer (name TEXT)")
    assert "belongs to another program" in wrong(file)[0]


@pytest.mark.parametrize(("version", "is_wrong"), [("9999", True), ("0000", False)])
def test_newer_is_refused_and_older_is_brought_up(file: Path, version: str, is_wrong: bool) -> None:
    upgrade(f"sqlite:///{file}")
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = ?", (version,))
        connection.commit()
    assert bool(wrong(file)) is is_wrong
    assert ("newer than this program" if is_wrong else "brings it up to date") in told(file)


def test_little_space_is_told(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage(10, 9, 1024))
    assert "free space" in wrong(file)[0]


def test_a_folder_that_cannot_be_written_is_told(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert "cannot be written" in wrong(file)[0]


def test_a_file_where_a_folder_should_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("")
    assert "cannot be written" in wrong(tmp_path / "data" / "a.db")[0]


def test_a_clock_that_was_never_set_is_told(file: Path) -> None:
    found = findings(file, now=dt.datetime(1970, 1, 1, tzinfo=dt.UTC))
    assert [f.what for f in found if f.mark == "✗"] == ["clock: 1970-01-01 08:00 Asia/Shanghai"]


@pytest.mark.parametrize(("days", "mark"), [(None, "!"), (1, "✓"), (30, "!")])
def test_the_age_of_the_newest_copy_is_told(file: Path, days: int | None, mark: str) -> None:
    upgrade(f"sqlite:///{file}")
    if days is not None:
        copy = file.with_name("a.before-0002-20251201.db")
        copy.write_bytes(file.read_bytes())
        then = NOW.timestamp() - days * 86_400
        os.utime(copy, (then, then))
    found = [finding for finding in findings(file) if finding.what.startswith("backup")]
    assert [finding.mark for finding in found] == [mark]
