"""Proposals as JSON and back: what waits for a yes must survive a restart."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from bot.language.reading import Entry, Line


def pack(proposals: Sequence[Sequence[Entry]]) -> list[list[dict[str, Any]]]:
    """Proposals as plain lists and dictionaries."""
    return [[_pack_entry(entry) for entry in entries] for entries in proposals]


def _pack_entry(entry: Entry) -> dict[str, Any]:
    row = asdict(entry)
    row["date"] = entry.date.isoformat()
    row["due_on"] = entry.due_on.isoformat() if entry.due_on else None
    return row


def unpack(rows: Sequence[dict[str, Any]]) -> list[Entry]:
    """The entries of one proposal that `pack` made."""
    return [_unpack_entry(row) for row in rows]


def _unpack_entry(row: dict[str, Any]) -> Entry:
    due_on = row["due_on"]
    return Entry(
        **(
            row
            | {
                "date": dt.date.fromisoformat(row["date"]),
                "due_on": dt.date.fromisoformat(due_on) if due_on else None,
                "lines": tuple(Line(**line) for line in row["lines"]),
            }
        )
    )
