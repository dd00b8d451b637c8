"""Rewards: rules as text, awards from owed to received; the bot counts and never pays."""

from __future__ import annotations

from handlers.rewards import (
    arriving,
    earning,
    explaining,
    listing,
    paying,
    reminding,
    ruling,
    starting,
)
from handlers.rewards.routing import router

__all__ = [
    "arriving",
    "earning",
    "explaining",
    "listing",
    "paying",
    "reminding",
    "router",
    "ruling",
    "starting",
]
