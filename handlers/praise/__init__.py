"""Words of praise after first and big orders, with the badges and records that an order brings."""

from __future__ import annotations

from handlers.praise import following, planning, waking
from handlers.praise.routing import router

__all__ = ["following", "planning", "router", "waking"]
