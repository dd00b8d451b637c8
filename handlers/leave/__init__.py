"""Leave and quiet: when members are away, and when they are not to be disturbed."""

from __future__ import annotations

from handlers.leave import booking, listing, quiet, returning
from handlers.leave.routing import router

__all__ = ["booking", "listing", "quiet", "returning", "router"]
