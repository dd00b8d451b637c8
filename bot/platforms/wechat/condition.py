"""What the watch hears about the line: each thing once, an alarm once an outage."""

from __future__ import annotations

from bot.core.cards import T
from bot.core.ports import Platform, Watch

# Seconds after which an outage of any kind is an alarm: within a minute somebody must know.
ALARM_SECONDS = 55.0


class Condition:
    """How the line is doing, told to the watch without repeating itself.

    Times are seconds of a clock that only goes forward.
    """

    def __init__(self, platform: Platform, watch: Watch) -> None:
        self._platform = platform
        self._watch = watch
        self._told: set[str] = set()
        self._last: T | None = None
        self._since: float | None = None
        self._alarmed = False
        self._is_well = False

    def trouble(self, what: T, now: float, *, alarm: bool = False) -> None:
        """Something is wrong; told once an outage, with an alarm if there was none yet."""
        self._is_well = False
        if self._since is None:
            self._since = now
        self._last = what
        alarm = alarm and not self._alarmed
        if what.key in self._told and not alarm:
            return
        self._told.add(what.key)
        self._alarmed = self._alarmed or alarm
        self._watch.trouble(self._platform, what, alarm=alarm)

    def tick(self, now: float) -> None:
        """Time passes: an outage that lasts becomes an alarm."""
        lasts = self._since is not None and now - self._since >= ALARM_SECONDS
        if lasts and not self._alarmed and self._last is not None:
            self.trouble(self._last, now, alarm=True)

    def well(self) -> None:
        """The line works."""
        if self._is_well:
            return
        self._is_well = True
        self._told.clear()
        self._last, self._since, self._alarmed = None, None, False
        self._watch.well(self._platform)
