"""The team's calendar: appointments booked, listed, moved, cancelled, and taken along as a file."""

from __future__ import annotations

from handlers.calendar import booking, changing, export, listing, waking
from handlers.calendar.routing import router

__all__ = ["booking", "changing", "export", "listing", "router", "waking"]
