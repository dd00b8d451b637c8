"""What a database says after the fact: its ledger, its totals, and whether it is whole."""

from __future__ import annotations

import sqlite3
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from bot.engine.db import Database
from models.totals import kept_sums, ledger_sums

_LEDGER = """
    SELECT team.name, sale.number, sale.revision, sale.type, member.name, sale.amount, sale.orders,
           sale.details, received.message
    FROM sale JOIN team ON team.id = sale.team_id JOIN member ON member.id = sale.member_id
    LEFT JOIN received ON received.id = sale.source
    ORDER BY team.name, sale.number, sale.revision
"""
_SUMS = """
    SELECT team.name, member.name, sum(sale_total.amount) FROM sale_total
    JOIN team ON team.id = sale_total.team_id JOIN member ON member.id = sale_total.member_id
    WHERE sale_total.period = 4 GROUP BY 1, 2 HAVING sum(sale_total.amount) <> 0
"""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A database as it was left.

    `ledger` holds its rows without times and sessions; `sources` counts the rows that each line of
    the input made.
    """

    ledger: list[tuple[object, ...]]
    sources: Counter[int]
    sums: dict[tuple[str, str], int]
    outgoing: Counter[tuple[str, str]]

    @classmethod
    def of(cls, file: Path) -> Evidence:
        """Read a database that no process uses; fails where it is damaged or totals are wrong."""
        with sqlite3.connect(file) as connection:
            run = connection.execute
            assert run("PRAGMA integrity_check").fetchall() == [("ok",)]
            assert run("PRAGMA foreign_key_check").fetchall() == []
            rows = run(_LEDGER).fetchall()
            lines = [_line(row[-1]) for row in rows]
            sums = {(team, who): amount for team, who, amount in run(_SUMS)}
            sent = run("SELECT delivery, state, count(*) FROM outgoing GROUP BY 1, 2")
            outgoing = Counter({(kind, state): count for kind, state, count in sent})
            teams = [team for (team,) in run("SELECT id FROM team")]
        connection.close()
        assert_totals(file, teams)
        ledger = [(*row[:-1], line) for row, line in zip(rows, lines, strict=True)]
        return cls(ledger, Counter(lines), sums, outgoing)


def _line(message: str) -> int:
    """The number of a piped line, which the middle of its message id is."""
    return int(message.split(":")[1])


def assert_totals(file: Path, teams: list[int]) -> None:
    """Fail where the kept totals of a team are not the sums over its ledger."""
    database = Database(f"sqlite:///{file}")
    database.start()
    try:
        for team in teams:
            kept = database.read_now(lambda db, team=team: kept_sums(db, team))
            assert kept == database.read_now(lambda db, team=team: ledger_sums(db, team))
    finally:
        database.stop()
