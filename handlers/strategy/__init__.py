"""Strategies: ways to a goal with an owner, activities and an effect that the ledger tells."""

from __future__ import annotations

from handlers.strategy import asking, changing, explaining, waking
from handlers.strategy.routing import router

__all__ = ["asking", "changing", "explaining", "router", "waking"]
