"""What a number that people see was made from, so that anybody can check it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from models import counting
from models.counting import Counted


@dataclass(frozen=True, slots=True)
class Evidence:
    """The ledger rows behind a number: those that count, and those that do not with their reasons.

    `as_of` is when they were looked at, `position` the ledger's newest row at that time, `snapshot`
    the fingerprint of what counted: the same rows have the same one for ever.
    """

    counted: tuple[Counted, ...]
    excluded: tuple[Counted, ...]
    as_of: dt.datetime
    position: int
    snapshot: str

    @property
    def amount(self) -> int:
        """What counts, in minor units."""
        return sum(row.amount for row in self.counted)

    @property
    def orders(self) -> int:
        """How many orders count."""
        return sum(row.orders for row in self.counted)


def evidence(rows: Sequence[Counted], as_of: dt.datetime, position: int) -> Evidence:
    """The evidence in rows as `counting.rows` gives them."""
    counted = tuple(counting.counting(rows))
    return Evidence(
        counted, tuple(counting.excluded(rows)), as_of, position, counting.snapshot(counted)
    )
