"""Badges as values: one that is held, and what a member reached for one."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

HELD, WITHDRAWN = "held", "withdrawn"
LETTER = "B"


@dataclass(frozen=True, slots=True)
class Held:
    """A badge as it is now; `told` is the last day whose reaching was cheered, `sale` the number of
    a first order.
    """

    id: int
    number: int
    member_id: int
    kind: str
    level: int
    period: str
    value: int
    first: dt.date
    last: dt.date
    sale: int | None
    position: int
    state: str
    day: dt.date
    told: dt.date | None

    @property
    def is_held(self) -> bool:
        """Whether it is worn."""
        return self.state == HELD

    @property
    def key(self) -> tuple[str, int, str]:
        """What it is for; a member has one of each."""
        return self.kind, self.level, self.period


@dataclass(frozen=True, slots=True)
class Reached:
    """What a member reached: a level of a kind, by which value and when."""

    kind: str
    level: int
    value: int
    first: dt.date
    last: dt.date
    period: str = ""
    sale: int | None = None


@dataclass(frozen=True, slots=True)
class Now:
    """When badges are given: the moment and the business day."""

    at: dt.datetime
    today: dt.date
