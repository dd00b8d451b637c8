"""Badges, streaks and own records: what members hold, what is next, and why they were given."""

from __future__ import annotations

from handlers.badges import explaining, records, showing, waking
from handlers.badges.routing import router

__all__ = ["explaining", "records", "router", "showing", "waking"]
