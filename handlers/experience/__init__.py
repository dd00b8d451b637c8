"""What members did right: asked for after a first or a big order, kept, found and thanked for."""

from __future__ import annotations

from handlers.experience import asking, keeping, thanking
from handlers.experience.routing import router

__all__ = ["asking", "keeping", "router", "thanking"]
