"""Contests: set by a line, taken up, followed, explained, and ended with a result to check."""

from __future__ import annotations

from handlers.contests import (
    answering,
    explaining,
    following,
    making,
    settling,
    squads,
    waking,
)
from handlers.contests.routing import router

__all__ = [
    "answering",
    "explaining",
    "following",
    "making",
    "router",
    "settling",
    "squads",
    "waking",
]
