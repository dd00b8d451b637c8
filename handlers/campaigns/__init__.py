"""Campaigns: planned from a checklist, reported on their days, reviewed at the end."""

from __future__ import annotations

from handlers.campaigns import asking, reviewing, templates, waking
from handlers.campaigns.routing import router

__all__ = ["asking", "reviewing", "router", "templates", "waking"]
