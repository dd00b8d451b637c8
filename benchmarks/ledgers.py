"""Ledgers of any size for the benchmarks, built once and kept beside this file."""

from __future__ import annotations

import datetime as dt
import shutil
import sqlite3
from hashlib import blake2s
from pathlib import Path

import migrations
from benchmarks.measure import stopwatch
from bot.engine.upgrade import upgrade
from models.totals import KINDS
from models.values import Period, Role

DATA = Path(__file__).parent / ".data"
TEAMS, MEMBERS = 200, 50
# A month's last day, so that the month is full.
TODAY = dt.date(2025, 6, 30)
NOW = dt.datetime(2025, 6, 30, 4, tzinfo=dt.UTC)
PLATFORM, ACCOUNT = "bench", "bench"
LONGEST_DAYS = 365
_A_DAY = 24 * 3600 * 1000

_SALES = """
    WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < :rows - 1)
    INSERT INTO sale (team_id, number, revision, type, member_id, recorded_by, amount, orders, day,
                      at, details)
    SELECT i % :teams + 1, i / :teams + 1, 1, 'sale', i % :teams * :members + i / :teams * 7
           % :members + 1, i % :teams * :members + i / :teams * 7 % :members + 1,
           100 * (50 + i * 7919 % 1951), 1, calendar.day, :since + i * :days / :rows * :a_day, ''
    FROM n JOIN calendar ON calendar.n = i * :days / :rows
    ORDER BY i
"""
_DAY_TOTALS = """
    INSERT INTO sale_total (team_id, period, first, member_id, amount, orders)
    SELECT team_id, 0, day, member_id, sum(amount), sum(orders) FROM sale
    GROUP BY team_id, day, member_id ORDER BY team_id, day, member_id
"""
_PERIOD_TOTALS = """
    INSERT INTO sale_total (team_id, period, first, member_id, amount, orders)
    SELECT team_id, :period, first_days.first, member_id, sum(amount), sum(orders)
    FROM sale_total JOIN first_days ON day = sale_total.first AND first_days.period = :period
    WHERE sale_total.period = 0
    GROUP BY team_id, first_days.first, member_id ORDER BY team_id, first_days.first, member_id
"""


def ledger(rows: int) -> Path:
    """The database with a ledger of that many rows: the kept one, or a new one.

    Every member has about one sale a day, so a small ledger is a young one and every board shows
    the whole team; from ten months on the days get fuller instead.
    """
    file = DATA / f"ledger-{rows}-{_schema()}.db"
    if not file.exists():
        DATA.mkdir(exist_ok=True)
        for outdated in DATA.glob(f"ledger-{rows}-*"):
            outdated.unlink()
        print(f"  building a ledger of {rows:,} rows …", end="", flush=True)
        with stopwatch() as seconds:
            unfinished = file.with_suffix(".unfinished")
            _build(unfinished, rows)
            unfinished.rename(file)
            print(f" {seconds():.0f} s, {file.stat().st_size / 1e6:,.0f} MB")
    return file


def copied(source: Path, target: Path) -> Path:
    """A copy of a database that nobody has open."""
    shutil.copyfile(source, target)
    return target


def member_of(team: int, place: int) -> int:
    """The row of a team's member; teams count from 1, places from 0."""
    return (team - 1) * MEMBERS + place + 1


def _schema() -> str:
    """A short name for the tables as the migrations make them."""
    folder = Path(next(iter(migrations.__path__))) / "versions"
    words = b"".join(path.read_bytes() for path in sorted(folder.glob("[0-9]*.py")))
    return blake2s(words + Path(__file__).read_bytes(), digest_size=4).hexdigest()


def _build(file: Path, rows: int) -> None:
    upgrade(f"sqlite:///{file}")
    connection = sqlite3.connect(file, isolation_level=None)
    for pragma in ("journal_mode=OFF", "synchronous=OFF", "cache_size=-400000", "temp_store=FILE"):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("BEGIN")
    _people(connection, rows)
    by_day = connection.execute("SELECT sql FROM sqlite_master WHERE name = 'ix_sale_day'")
    (index,) = by_day.fetchone()
    # Sorted once at the end is several times faster than kept in order all the while.
    connection.execute("DROP INDEX ix_sale_day")
    days = max(1, min(LONGEST_DAYS, rows // (TEAMS * MEMBERS)))
    _calendar(connection, days)
    since = int(NOW.timestamp() * 1000) - days * _A_DAY
    connection.execute(
        _SALES,
        {
            "rows": rows,
            "teams": TEAMS,
            "members": MEMBERS,
            "days": days,
            "since": since,
            "a_day": _A_DAY,
        },
    )
    connection.execute(index)
    connection.execute(_DAY_TOTALS)
    for period in range(1, len(KINDS)):
        connection.execute(_PERIOD_TOTALS, {"period": period})
    connection.execute("COMMIT")
    connection.execute("PRAGMA journal_mode=WAL")
    connection.close()


def _people(connection: sqlite3.Connection, rows: int) -> None:
    """Teams with a group and members, each with an account; the first two members lead."""
    created = int(NOW.timestamp() * 1000)
    teams = range(1, TEAMS + 1)
    members = [(member_of(team, place), team, place) for team in teams for place in range(MEMBERS)]
    connection.executemany(
        "INSERT INTO team (id, name, timezone, language, currency, cutoff, auto_read, basis,"
        " last_sale, created_at) VALUES (?, ?, 'Asia/Shanghai', 'zh-CN', 'CNY', 1440, 1, 'order',"
        " ?, ?)",
        [(team, f"{team}队", -(-rows // TEAMS), created) for team in teams],
    )
    connection.executemany(
        "INSERT INTO chat (id, team_id, platform, account, native, is_group, title)"
        " VALUES (?, ?, ?, ?, ?, 1, ?)",
        [(team, team, PLATFORM, ACCOUNT, str(-team), f"{team}队") for team in teams],
    )
    connection.executemany(
        "INSERT INTO member (id, team_id, name, role, state, language, joined_at)"
        " VALUES (?, ?, ?, ?, 'active', '', ?)",
        [
            (row, team, f"成员{row}", Role.MANAGER if place < 2 else Role.MEMBER, created)
            for row, team, place in members
        ],
    )
    connection.executemany(
        "INSERT INTO identity (platform, account, native, team_id, member_id)"
        " VALUES (?, ?, ?, ?, ?)",
        [(PLATFORM, ACCOUNT, str(row), team, row) for row, team, _ in members],
    )


def _calendar(connection: sqlite3.Connection, days: int) -> None:
    """The ledger's days by number, and the periods' first days by day."""
    connection.execute("CREATE TEMP TABLE calendar (n INTEGER PRIMARY KEY, day TEXT)")
    connection.execute(
        "CREATE TEMP TABLE first_days (period INTEGER, day TEXT, first TEXT,"
        " PRIMARY KEY (period, day)) WITHOUT ROWID"
    )
    for n in range(days):
        day = TODAY - dt.timedelta(days=days - 1 - n)
        connection.execute("INSERT INTO calendar VALUES (?, ?)", (n, day.isoformat()))
        connection.executemany(
            "INSERT INTO first_days VALUES (?, ?, ?)",
            [
                (period, day.isoformat(), Period.of(kind, day).first.isoformat())
                for period, kind in enumerate(KINDS)
            ],
        )
