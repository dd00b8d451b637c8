"""Meetings from the inside: the agenda, the way through it, what is noted, and votes."""

from __future__ import annotations

from handlers.agenda import leading, noting, opening, showing, speaking, topics, voting
from handlers.agenda.routing import router

__all__ = ["leading", "noting", "opening", "router", "showing", "speaking", "topics", "voting"]
