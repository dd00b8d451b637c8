"""The router that all modules of this feature register with."""

from __future__ import annotations

from bot.kit import Router

router = Router("reward")
