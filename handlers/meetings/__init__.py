"""Meetings planned: from a line or a pasted invitation, listed, moved, called off, reminded of."""

from __future__ import annotations

from handlers.meetings import absence, changing, events, listing, pasting, planning, waking
from handlers.meetings.routing import router

__all__ = ["absence", "changing", "events", "listing", "pasting", "planning", "router", "waking"]
