"""The router of the feature."""

from __future__ import annotations

from bot.kit import Router

router = Router("mine")
