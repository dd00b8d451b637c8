"""Tasks and promises: given in words, done by steps, remembered until they are."""

from __future__ import annotations

from handlers.tasks import (
    dispatch,
    events,
    giving,
    listing,
    parts,
    promises,
    reminding,
    steps,
    talking,
    times,
)
from handlers.tasks.routing import router

__all__ = [
    "dispatch",
    "events",
    "giving",
    "listing",
    "parts",
    "promises",
    "reminding",
    "router",
    "steps",
    "talking",
    "times",
]
