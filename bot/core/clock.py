"""The only place where the program learns what time it is."""

from __future__ import annotations

import datetime as dt
from typing import Protocol


class Clock(Protocol):
    """Tells the time, aware and in UTC."""

    def now(self) -> dt.datetime:
        """The present moment."""


class SystemClock:
    """The machine's clock."""

    def now(self) -> dt.datetime:
        """The present moment."""
        return dt.datetime.now(dt.UTC)


class VirtualClock:
    """A clock that stands still until it is moved; replays and tests run on it."""

    def __init__(self, start: dt.datetime) -> None:
        self._now = start.astimezone(dt.UTC)

    def now(self) -> dt.datetime:
        """The moment it was last moved to."""
        return self._now

    def move_to(self, moment: dt.datetime) -> None:
        """Move the clock; tests may move it back as a real clock may jump."""
        self._now = moment.astimezone(dt.UTC)
