"""The yardstick: a sale report's rows written with prepared statements and nothing around them."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.crowd import PRODUCT, Report
from benchmarks.ledgers import ACCOUNT, NOW, PLATFORM, TODAY
from bot.engine.connect import BUSY_TIMEOUT, CHECKPOINT_PAGES
from models.totals import KINDS
from models.values import Period

_RECEIVED = (
    "INSERT INTO received (platform, account, chat, message, kind, received_at, state, attempts)"
    " VALUES (?, ?, ?, ?, 'text', ?, 'done', 1)"
    " ON CONFLICT (platform, account, chat, message, kind) DO NOTHING"
)
_NUMBER = "UPDATE team SET last_sale = last_sale + 1 WHERE id = ? RETURNING last_sale"
_SALE = (
    "INSERT INTO sale (team_id, number, revision, type, member_id, recorded_by, amount, orders,"
    " day, at, details, source) VALUES (?, ?, 1, 'sale', ?, ?, ?, 1, ?, ?, '', ?)"
)
_LINE = "INSERT INTO sale_line (sale_id, n, product, quantity, unit_price) VALUES (?, 0, ?, ?, ?)"
_TOTALS = (
    "INSERT INTO sale_total (team_id, period, first, member_id, amount, orders) VALUES "
    + ", ".join(f"(:team, {n}, :first_{n}, :member, :amount, 1)" for n in range(len(KINDS)))
    + " ON CONFLICT (team_id, period, first, member_id)"
    " DO UPDATE SET amount = amount + excluded.amount, orders = orders + excluded.orders"
)
_OUTGOING = (
    "INSERT INTO outgoing (chat_id, language, content, delivery, silent, answers, reply_route,"
    " state, attempts, created_at) VALUES (?, 'zh-CN', ?, 'A', 0, ?, '', 'queued', 0, ?)"
)
_AT = int(NOW.timestamp() * 1000)
_FIRSTS = {f"first_{n}": Period.of(kind, TODAY).first.isoformat() for n, kind in enumerate(KINDS)}


class RawWriter:
    """Writes reports' rows, as many to a commit as it is given."""

    def __init__(self, file: Path, contents: tuple[str, str]) -> None:
        self._connection = sqlite3.connect(file, isolation_level=None)
        # Answers of the same length as the bot's own, without and with a product.
        self._contents = contents
        for pragma in (
            f"busy_timeout={BUSY_TIMEOUT}",
            "journal_mode=WAL",
            "synchronous=FULL",
            "foreign_keys=ON",
            f"wal_autocheckpoint={CHECKPOINT_PAGES}",
            "cache_size=-16000",
        ):
            self._connection.execute(f"PRAGMA {pragma}")
        self._cursor = self._connection.cursor()

    def write(self, batch: Sequence[Report]) -> float:
        """Write the reports in one commit; returns the seconds it took."""
        start = time.perf_counter()
        self._cursor.execute("BEGIN IMMEDIATE")
        for report in batch:
            self._write(report)
        self._cursor.execute("COMMIT")
        return time.perf_counter() - start

    def _write(self, report: Report) -> None:
        run = self._cursor.execute
        team, member, amount = report.team, report.member, report.amount
        message = str(report.n)
        run(_RECEIVED, (PLATFORM, ACCOUNT, str(-team), message, _AT))
        received = self._cursor.lastrowid
        (number,) = run(_NUMBER, (team,)).fetchone()
        day = _FIRSTS["first_0"]
        run(_SALE, (team, number, member, member, amount, day, _AT, received))
        if report.has_product:
            sale = self._cursor.lastrowid
            run(_LINE, (sale, PRODUCT, report.quantity, report.price * 100))
        run(_TOTALS, {"team": team, "member": member, "amount": amount, **_FIRSTS})
        run(_OUTGOING, (team, self._contents[report.has_product], message, _AT))

    def close(self) -> None:
        """Close the database."""
        self._connection.close()
