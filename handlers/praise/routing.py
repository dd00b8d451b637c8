"""The router of the praise feature."""

from __future__ import annotations

from bot.kit import Router

router = Router("praise")
