"""How planned work comes round: by day, week or month, and which days it tells of."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass

from models.values import Period, PeriodKind

A_DAY = dt.timedelta(days=1)
# From that weekday or day of the month on, work tells of the period that ends and not of the last.
ENDING = {PeriodKind.WEEK: 5, PeriodKind.MONTH: 25}
# What is so many local days late is still worth posting; of what is later, one line tells.
GRACE = {PeriodKind.DAY: 0, PeriodKind.WEEK: 2, PeriodKind.MONTH: 5}
LAST = {PeriodKind.DAY: 0, PeriodKind.WEEK: 7, PeriodKind.MONTH: 31}


@dataclass(frozen=True, slots=True)
class Every:
    """A round: of the week on weekday `on` (1 is Monday), of the month on its day `on` (1–31); a
    month without that day has its last one instead.
    """

    kind: PeriodKind = PeriodKind.DAY
    on: int = 0

    def __post_init__(self) -> None:
        """Raises ValueError for a day that no such period has."""
        first = int(self.kind is not PeriodKind.DAY)
        if not first <= self.on <= LAST[self.kind]:
            raise ValueError(f"no {self.kind} has a day {self.on}")

    def __str__(self) -> str:
        """The round as a table keeps it: «day», «week:1», «month:31»."""
        return f"{self.kind}:{self.on}" if self.on else str(self.kind)

    @property
    def grace(self) -> dt.timedelta:
        """How many local days after its own work may still be done."""
        return GRACE[self.kind] * A_DAY

    def since(self, day: dt.date) -> dt.date:
        """The first day from then on that is one of the round."""
        if self.kind is PeriodKind.WEEK:
            return day + (self.on - day.isoweekday()) % 7 * A_DAY
        if self.kind is PeriodKind.MONTH:
            found = _in_month(day, self.on)
            return found if found >= day else _in_month(_after(day), self.on)
        return day

    def after(self, day: dt.date) -> dt.date:
        """The next day of the round after one."""
        return self.since(day + A_DAY)

    def told(self, day: dt.date) -> Period:
        """What work on a day of the round tells of: a day of itself; a week or month that is nearly
        over of itself too, else of the one before.
        """
        period = Period.of(self.kind, day)
        if self.kind is PeriodKind.DAY or self.on >= ENDING[self.kind]:
            return period
        return Period.of(self.kind, period.first - A_DAY)


DAILY = Every()


def read_every(text: str) -> Every:
    """The round that a table keeps."""
    kind, _, on = text.partition(":")
    return Every(PeriodKind(kind), int(on or 0))


def _in_month(day: dt.date, on: int) -> dt.date:
    return day.replace(day=min(on, calendar.monthrange(day.year, day.month)[1]))


def _after(day: dt.date) -> dt.date:
    """The first day of the next month."""
    return Period.of(PeriodKind.MONTH, day).last + A_DAY
