"""Minutes by reply: read from free words, drafted, corrected, posted; found again and exported."""

from __future__ import annotations

from handlers.minutes import asking, correcting, drafting, events, export, saying, waking
from handlers.minutes.routing import router

__all__ = ["asking", "correcting", "drafting", "events", "export", "router", "saying", "waking"]
