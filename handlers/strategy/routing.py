"""The router that all modules about strategies share."""

from __future__ import annotations

from bot.kit import Router

router = Router("strategy")
