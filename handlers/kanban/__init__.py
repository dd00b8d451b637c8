"""The board of tasks: what stands where, the team's own stages, and moving tasks through them."""

from __future__ import annotations

from handlers.kanban import board, moving, workflows
from handlers.kanban.routing import router

__all__ = ["board", "moving", "router", "workflows"]
