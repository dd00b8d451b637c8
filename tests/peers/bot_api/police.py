"""Telegram's speed limits as the FAQ has them: one a second in a chat with small bursts, twenty a
minute in a group, thirty a second in all.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field

# Messages that may come at once in a chat after a quiet time.
BURST = 3


@dataclass
class Police:
    """Counts what is too fast; with `punish` it is refused as well."""

    on: bool = False
    punish: bool = True
    violations: list[str] = field(default_factory=list)
    counted: int = 0
    _all: deque[float] = field(default_factory=deque)
    _groups: dict[int, deque[float]] = field(default_factory=dict)
    _buckets: dict[int, tuple[float, float]] = field(default_factory=dict)

    def judge(self, chat: int, *, is_group: bool, now: float) -> int | None:
        """Note a message; the seconds to wait where it came too fast."""
        if not self.on:
            return None
        self.counted += 1
        wrong = None
        if self._over(self._all, 30, 1.0, now):
            wrong = ("30 a second", 1)
        if is_group and self._over(self._groups.setdefault(chat, deque()), 20, 60.0, now):
            wrong = ("20 a minute", 60)
        level, at = self._buckets.get(chat, (0.0, now))
        level = max(0.0, level - (now - at)) + 1
        self._buckets[chat] = (level, now)
        if level > BURST:
            wrong = ("1 a second", 1)
        if wrong is None:
            return None
        self.violations.append(f"{wrong[0]} in {chat}")
        return wrong[1] if self.punish else None

    @staticmethod
    def _over(window: deque[float], most: int, seconds: float, now: float) -> bool:
        while window and window[0] <= now - seconds:
            window.popleft()
        window.append(now)
        return len(window) > most
