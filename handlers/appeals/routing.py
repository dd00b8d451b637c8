"""The router of this feature."""

from __future__ import annotations

from bot.kit import Router

router = Router("appeal")
