"""How fast we write: a personal account that writes faster is blocked (reliability P20)."""

from __future__ import annotations

import datetime as dt
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

_MINUTE = 60.0
# How much longer than the interval a pause may be: a steady beat gives a bot away.
_JITTER = 0.4


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds between two sends, and how many a minute and a day may have."""

    interval: float
    per_minute: int
    per_day: int


class Pace:
    """Says how long to wait before the next send; it knows no clock, the caller brings the time.

    Times are seconds of a clock that only goes forward, days are local dates. What was sent is
    counted in memory only: after a restart the day's count begins at nothing.
    """

    def __init__(self, limits: Limits, chance: Callable[[], float]) -> None:
        self.per_day = limits.per_day
        self._limits = limits
        self._chance = chance
        self._last_minute: deque[float] = deque()
        self._free_at: float | None = None
        self._day: dt.date | None = None
        self._today = 0

    def pause(self, now: float, day: dt.date) -> float | None:
        """Seconds until the next send may leave; None when the day is used up."""
        if day == self._day and self._today >= self._limits.per_day:
            return None
        free = now if self._free_at is None else self._free_at
        if len(self._last_minute) >= self._limits.per_minute:
            free = max(free, self._last_minute[-self._limits.per_minute] + _MINUTE)
        return max(free - now, 0.0)

    def note(self, now: float, day: dt.date) -> None:
        """A send leaves now."""
        if day != self._day:
            self._day, self._today = day, 0
        self._today += 1
        self._last_minute.append(now)
        while len(self._last_minute) > self._limits.per_minute:
            self._last_minute.popleft()
        self._free_at = now + self._limits.interval * (1 + _JITTER * self._chance())


def until_midnight(now: dt.datetime) -> float:
    """Seconds from an aware local time to the start of its next day."""
    midnight = dt.datetime.combine(now.date() + dt.timedelta(days=1), dt.time(), now.tzinfo)
    # Through UTC: the difference of two times of one zone ignores a change of its clocks.
    return (midnight.astimezone(dt.UTC) - now.astimezone(dt.UTC)).total_seconds()
