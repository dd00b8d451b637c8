"""Duties: who is what in the team, who answers for what, and who stands in."""

from __future__ import annotations

from handlers.duties import asking, holding, roles
from handlers.duties.routing import router

__all__ = ["asking", "holding", "roles", "router"]
