"""Why: any place or number that people see, opened down to the records it was made from."""

from __future__ import annotations

from handlers.why import asking, ranks, records
from handlers.why.routing import router

__all__ = ["asking", "ranks", "records", "router"]
