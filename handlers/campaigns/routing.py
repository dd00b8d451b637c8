"""The router that all modules about campaigns share."""

from __future__ import annotations

from bot.kit import Router

router = Router("campaign")
