"""The ledger for spreadsheets and other programs."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.engine.connect import file_of, open_engine
from bot.engine.upgrade import prepare
from models.exporting import ledger_rows
from models.team import Team

# A cell that begins with one of these is run as a formula by spreadsheets (OWASP ASVS 5, 1.2.10).
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠")
COLUMNS = (
    "id",
    "team",
    "type",
    "state",
    "date",
    "at",
    "seller",
    "recorded_by",
    "amount",
    "currency",
    "orders",
    "lines",
    "customer",
    "note",
    "corrects",
    "held",
    "late",
)
NUMBERS = frozenset({"amount", "orders", "held", "late"})


class NoSuchTeam(Exception):
    """No team of that name; the message lists those there are."""


def rows(url: str, team: str, first: dt.date, last: dt.date) -> list[dict[str, Any]]:
    """The ledger's rows of one team or of all; raises NoSuchTeam and DatabaseUnusable."""
    file = file_of(url)
    if file is not None and not file.exists():
        # Nothing was ever written; a look must not make a database.
        if team:
            raise NoSuchTeam("none")
        return []
    prepare(url)
    engine = open_engine(url, read_only=True)
    try:
        with Session(engine) as session:
            teams = session.scalars(select(Team).order_by(Team.id)).all()
            wanted = [each for each in teams if not team or each.name == team]
            if team and not wanted:
                raise NoSuchTeam(", ".join(each.name for each in teams) or "none")
            return [row for each in wanted for row in ledger_rows(session, each, first, last)]
    finally:
        engine.dispose()


def as_json(found: list[dict[str, Any]]) -> bytes:
    """The rows as a JSON list, UTF-8."""
    return (json.dumps(found, ensure_ascii=False, indent=1) + "\n").encode()


def as_csv(found: list[dict[str, Any]]) -> bytes:
    """The rows as CSV: UTF-8 with BOM, one row a line, text cells safe against formulas."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    for row in found:
        writer.writerow([_cell(name, row[name]) for name in COLUMNS])
    return b"\xef\xbb\xbf" + text.getvalue().encode()


def _cell(name: str, value: Any) -> str:
    if name == "lines":
        value = "; ".join(_line(line) for line in value)
    text = "" if value is None else str(value)
    if name not in NUMBERS and text.startswith(_FORMULA):
        return f"'{text}"
    return text


def _line(line: dict[str, Any]) -> str:
    price = f"@{line['unit_price']}" if line["unit_price"] is not None else ""
    return f"{line['product']}×{line['quantity']}{price}"
