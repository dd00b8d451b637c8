"""Boards: who sold, grew, helped and went on, one's own figures, and hiding one's name."""

from __future__ import annotations

from handlers.leaderboard import asking, own, unnamed
from handlers.leaderboard.routing import router

__all__ = ["asking", "own", "router", "unnamed"]
