"""Digests: the day's figures, planned by managers and sent by themselves."""

from __future__ import annotations

from handlers.digests import planning, posting, why
from handlers.digests.routing import router

__all__ = ["planning", "posting", "router", "why"]
