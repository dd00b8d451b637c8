"""Messages that the gateway announced and never handed over: told, but not one by one."""

from __future__ import annotations

import datetime as dt

# Seconds between two times of telling.
_EVERY = 60.0


class Lost:
    """From when to when messages were lost, and when to say so.

    Times of the day are aware UTC, the others seconds of a clock that only goes forward.
    """

    def __init__(self) -> None:
        self._since: dt.datetime | None = None
        self._until: dt.datetime | None = None
        self._told_at: float | None = None

    def note(self, at: dt.datetime) -> None:
        """A message of that moment is lost."""
        self._since = self._since or at
        self._until = at

    def pending(self, now: float) -> float | None:
        """Seconds until the loss may be told; None where nothing is lost."""
        if self._since is None:
            return None
        return 0.0 if self._told_at is None else max(self._told_at + _EVERY - now, 0.0)

    def take(self, now: float) -> tuple[dt.datetime, dt.datetime]:
        """The time that is being told; raises LookupError where nothing is lost."""
        if self._since is None or self._until is None:
            raise LookupError("nothing is lost")
        found = self._since, self._until
        self._since = self._until = None
        self._told_at = now
        return found
