"""Sales: reported in words or by command, booked, listed, corrected and taken back."""

from __future__ import annotations

from handlers.sales import chains, confirming, corrections, events, listing, report
from handlers.sales.routing import router

__all__ = ["chains", "confirming", "corrections", "events", "listing", "report", "router"]
