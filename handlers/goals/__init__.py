"""Goals: set, split, shown with what is still missing, celebrated, explained."""

from __future__ import annotations

from handlers.goals import cheering, explaining, parts, readings, saying, setting, splitting
from handlers.goals.routing import router

__all__ = [
    "cheering",
    "explaining",
    "parts",
    "readings",
    "router",
    "saying",
    "setting",
    "splitting",
]
