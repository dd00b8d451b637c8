"""What concerns one member: `我的`, and the own day sent each morning."""

from __future__ import annotations

from handlers.mine import card, day
from handlers.mine.routing import router

__all__ = ["card", "day", "router"]
