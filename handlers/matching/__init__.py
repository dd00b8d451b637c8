"""Who does what: skills, wishes, loads, and tasks offered to the person they fit."""

from __future__ import annotations

from handlers.matching import answers, dispatch, load, plans, skills, wishes
from handlers.matching.routing import router

__all__ = ["answers", "dispatch", "load", "plans", "router", "skills", "wishes"]
