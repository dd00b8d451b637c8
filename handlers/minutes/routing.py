"""The router that all modules about minutes share."""

from __future__ import annotations

from bot.kit import Router

router = Router("minutes")
