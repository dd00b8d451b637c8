"""The router of the badge feature."""

from __future__ import annotations

from bot.kit import Router

router = Router("badge")
