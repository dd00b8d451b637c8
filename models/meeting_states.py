"""The states of a meeting, for all modules that tell them apart."""

from __future__ import annotations

# A meeting that was never opened and has no minutes is missed some hours after its end.
PLANNED, OPEN, CLOSED, CANCELLED, MISSED = "planned", "open", "closed", "cancelled", "missed"
ALIVE = frozenset({PLANNED, OPEN})
