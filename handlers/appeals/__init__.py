"""Appeals: a private case about a record or a number, decided by one other person."""

from __future__ import annotations

from handlers.appeals import deciding, opening
from handlers.appeals.routing import router

__all__ = ["deciding", "opening", "router"]
