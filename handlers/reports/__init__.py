"""Reports before a meeting: a draft for everybody who comes, handed in with a word."""

from __future__ import annotations

from handlers.reports import handing, showing, waking
from handlers.reports.routing import router

__all__ = ["handing", "router", "showing", "waking"]
