"""What a digest's card is about, as one number: the kind, its first day and the ledger it was made
from, so that every figure in it can be worked out again.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from bot.kit import Expect, Period, PeriodKind

ROUTE = "digest"
_KINDS = (PeriodKind.DAY, PeriodKind.WEEK, PeriodKind.MONTH)
# No day of the calendar needs more bits, and no kind more than two.
_DAY_BITS, _KIND_BITS = 22, 2


@dataclass(frozen=True, slots=True)
class Subject:
    """A day, week or month as the ledger told it when `position` was its newest row."""

    period: Period
    position: int

    @property
    def expect(self) -> Expect:
        """What quoting the card means."""
        day = self.period.first.toordinal() << _KIND_BITS
        return Expect(
            ROUTE,
            (self.position << (_DAY_BITS + _KIND_BITS)) + day + _KINDS.index(self.period.kind),
        )


def read_subject(number: int) -> Subject:
    """The subject that a card carries."""
    kind = _KINDS[number & ((1 << _KIND_BITS) - 1)]
    number >>= _KIND_BITS
    day = dt.date.fromordinal(number & ((1 << _DAY_BITS) - 1))
    return Subject(Period.of(kind, day), number >> _DAY_BITS)
